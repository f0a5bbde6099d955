"""A button that unfolds more of a screen and folds it away again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.ui.widgets.big_buttons import BigButton, Dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Said


class FoldButton(BigButton):
    """Down when more can be seen, up when it is. `toggled` tells which."""

    def __init__(self, said: Said, less: Said | None = None, parent: QWidget | None = None) -> None:
        super().__init__(said, Dress("calm", icon="chevron-down", fill=False, pad=12), parent)
        self._said = (said, less or said)
        self.setCheckable(True)
        self.toggled.connect(self._turn)

    def _turn(self, on: bool) -> None:
        self.dress = replace(self.dress, icon="chevron-up" if on else "chevron-down")
        self.show_words(self._said[int(on)])
        self.update()
