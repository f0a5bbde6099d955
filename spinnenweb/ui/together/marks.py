"""The mark question with its ways to answer: eleven numbers, a slider, the web itself, or five faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.instruments import Scale
from spinnenweb.domain.ways import Way
from spinnenweb.domain.wording import Said
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel
from spinnenweb.ui.widgets.faces import Faces
from spinnenweb.ui.widgets.mark_slider import MarkSlider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.wording import Spoken

_WIDEST = 872
_NUMBERS = "\u20660–10\u2069"
"""Left to right isolate … pop: from the right a row of numbers would read 10–0."""


class OnWeb(QWidget):
    """Says that the mark is pointed at on the web. It stands in the place of a row and takes nothing itself."""

    chosen = Signal(object)

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = SaidLabel(said, TEXT, tone="accent")
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words)

    def focus(self) -> None:
        """The keyboard is on the web."""

    def show_mark(self, mark: float | None) -> None:
        """The web shows it."""


Input = BigMarks | MarkSlider | Faces | OnWeb


def _make_input(way: Way, label: str, spoken: Spoken) -> Input:
    if way is Way.WEB:
        return OnWeb(spoken.say("mark.ask_web"))
    if way is Way.FACES:
        return Faces(label)
    return MarkSlider(label) if way is Way.SLIDER else BigMarks(label)


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
        self.ways = self._make_ways()
        self.input: Input = BigMarks(label)
        self._inside = QVBoxLayout()
        self._lay_out()
        self._put(way)

    def _make_ways(self) -> dict[Way, BigButton]:
        face = Dress("calm", drawing="gezicht-4", above=True, side=28)
        made = {
            Way.NUMBERS: (Said(_NUMBERS), Dress("calm", points=13), self.tr("Antwoorden met elf knoppen")),
            Way.SLIDER: (Said(""), Dress("calm", icon="slider"), self.tr("Antwoorden met een schuif")),
            Way.WEB: (Said(""), Dress("calm", icon="web"), self.tr("Antwoorden op het web")),
            Way.FACES: (Said(""), face, self.tr("Antwoorden met gezichten")),
        }
        return {way: self._way(*parts) for way, parts in made.items()}

    def _way(self, said: Said, dress: Dress, name: str) -> BigButton:
        button = BigButton(said, dress)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(self._choose_way)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8 if self._spoken.dutch is None else 2))
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
        if self.way.scale is not scale:
            self._put(Way.FACES if scale is Scale.FACES else Way.NUMBERS)
        self.input.show_mark(mark)

    def show_scales(self, scales: Sequence[Scale], fixed: bool) -> None:
        """Offer the ways that are open: from the first mark on its scale holds."""
        self._open = (self.way.scale,) if fixed else tuple(scales)
        self._show_ways()

    def _show_ways(self) -> None:
        for way, button in self.ways.items():
            button.setVisible(way.scale in self._open and way is not self.way)

    def _choose_way(self) -> None:
        sender = self.sender()
        way = next(way for way, button in self.ways.items() if button is sender)
        scale = self.way.scale
        self._put(way)
        self._show_ways()
        self.input.focus()
        self.way_chosen.emit(way)
        if way.scale is not scale:
            self.scale_wanted.emit(way.scale)

    def _put(self, way: Way) -> None:
        self.way = way
        old, self.input = self.input, _make_input(way, self._label, self._spoken)
        self.input.show_mark(self._mark)
        self.input.chosen.connect(self._give)
        self._inside.replaceWidget(old, self.input)
        old.hide()
        old.deleteLater()
        self.question.show_words(self._spoken.say("mark.ask_face" if way is Way.FACES else "mark.ask"))

    def _give(self, mark: int | None) -> None:
        self._mark = mark
        self.given.emit(mark)
