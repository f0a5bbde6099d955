"""Five faces to point at, for whom numbers say little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.faces import FACES
from spinnenweb.domain.wording import Said
from spinnenweb.ui.widgets.big_buttons import Dress
from spinnenweb.ui.widgets.big_marks import ChoiceButton, ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDE = 72


class Faces(ChoiceRow):
    """One of five, or none. The keys 1–5 set them."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(FACES, SIDE + 24, SIDE + 56, 16, parent)
        self.put([self._button(label, number, mark) for number, mark in enumerate(FACES, 1)])

    def _button(self, label: str, number: int, mark: int) -> ChoiceButton:
        dress = Dress(drawing=f"gezicht-{number}", above=True, side=SIDE)
        button = ChoiceButton(mark, Said(""), dress, self)
        button.setAccessibleName(
            self.tr("{label}, gezicht {number} van {total}").format(label=label, number=number, total=len(FACES))
        )
        return button

    def value_of(self, typed: int | None) -> int | None:
        """1 is the saddest face and 5 the happiest."""
        return FACES[typed - 1] if typed is not None and 1 <= typed <= len(FACES) else None
