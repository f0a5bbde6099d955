"""The mark question with its three ways to answer: eleven numbers, a slider, or five faces."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.instruments import Scale
from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import QUESTION, SaidLabel
from spinnenweb.ui.widgets.faces import Faces
from spinnenweb.ui.widgets.mark_slider import MarkSlider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spinnenweb.domain.wording import Spoken

_WIDEST = 872


class Way(StrEnum):
    """How a mark is given. The first two give the same marks; faces are a scale of their own."""

    NUMBERS = "numbers"
    SLIDER = "slider"
    FACES = "faces"


_MAKERS: dict[Way, Callable[[str], BigMarks | MarkSlider | Faces]] = {
    Way.NUMBERS: BigMarks,
    Way.SLIDER: MarkSlider,
    Way.FACES: Faces,
}
_SCALES = {Way.NUMBERS: Scale.MARKS, Way.SLIDER: Scale.MARKS, Way.FACES: Scale.FACES}


class MarkPart(QWidget):
    """Sends `given(mark or None)`, `way_chosen(Way)` and `scale_wanted(Scale)`."""

    given = Signal(object)
    way_chosen = Signal(object)
    scale_wanted = Signal(object)

    def __init__(self, spoken: Spoken, label: str, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._label = label
        self._mark: float | None = None
        self._open: tuple[Scale, ...] = (Scale.MARKS,)
        self.way = way
        self.question = SaidLabel(spoken.say("mark.ask"), QUESTION)
        self.ways = {Way.NUMBERS: self._number_way(), Way.SLIDER: self._drawn_way(Dress("calm", icon="slider"))}
        self.ways[Way.FACES] = self._drawn_way(Dress("calm", drawing="gezicht-4", above=True, side=28))
        self.input: BigMarks | MarkSlider | Faces = BigMarks(label)
        self._inside = QVBoxLayout()
        self._lay_out()
        self._put(way)

    def _number_way(self) -> BigButton:
        button = BigButton(Said("0–10"), Dress("calm", points=13))
        button.setAccessibleName(self.tr("Antwoorden met elf knoppen"))
        return self._as_way(button)

    def _drawn_way(self, dress: Dress) -> BigButton:
        button = BigButton(Said(""), dress)
        slider = self.tr("Antwoorden met een schuif")
        button.setAccessibleName(slider if dress.icon else self.tr("Antwoorden met gezichten"))
        return self._as_way(button)

    def _as_way(self, button: BigButton) -> BigButton:
        button.setToolTip(button.accessibleName())
        button.clicked.connect(self._choose_way)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self.question, 1)
        for button in self.ways.values():
            head.addWidget(button)
        column.addLayout(head)
        column.addLayout(self._inside)
        self._inside.addWidget(self.input)
        ends = QHBoxLayout()
        low, high = (
            SaidLabel(self._spoken.say("mark.low"), tone="soft"),
            SaidLabel(self._spoken.say("mark.high"), tone="soft"),
        )
        high.lean(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(low, 1)
        ends.addWidget(high, 1)
        column.addLayout(ends)
        self.setMaximumWidth(px(_WIDEST))

    def start(self) -> bool:
        """Bring the keyboard to the answers."""
        self.input.focus()
        return True

    def show_mark(self, mark: float | None, scale: Scale) -> None:
        """Show the answer, in a way that fits its scale."""
        self._mark = mark
        if _SCALES[self.way] is not scale:
            self._put(Way.FACES if scale is Scale.FACES else Way.NUMBERS)
        self.input.show_mark(mark)

    def show_scales(self, scales: Sequence[Scale], fixed: bool) -> None:
        """Offer the ways that are open: from the first mark on its scale holds."""
        self._open = (_SCALES[self.way],) if fixed else tuple(scales)
        self._show_ways()

    def _show_ways(self) -> None:
        for way, button in self.ways.items():
            button.setVisible(_SCALES[way] in self._open and way is not self.way)

    def _choose_way(self) -> None:
        sender = self.sender()
        way = next(way for way, button in self.ways.items() if button is sender)
        scale = _SCALES[self.way]
        self._put(way)
        self._show_ways()
        self.input.focus()
        self.way_chosen.emit(way)
        if _SCALES[way] is not scale:
            self.scale_wanted.emit(_SCALES[way])

    def _put(self, way: Way) -> None:
        self.way = way
        old, self.input = self.input, _MAKERS[way](self._label)
        self.input.show_mark(self._mark)
        self.input.chosen.connect(self._give)
        self._inside.replaceWidget(old, self.input)
        old.hide()
        old.deleteLater()
        self.question.show_words(self._spoken.say("mark.ask_face" if way is Way.FACES else "mark.ask"))

    def _give(self, mark: int | None) -> None:
        self._mark = mark
        self.given.emit(mark)
