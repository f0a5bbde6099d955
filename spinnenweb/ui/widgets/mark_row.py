"""One subject of a conversation: its mark, whether to discuss it, and a note."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.answers import EMPTY, Answer, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.scoring import Score, ScoreState
from spinnenweb.ui.theme.look import active_theme, font_of, px, set_role
from spinnenweb.ui.widgets.announce import announce_mark
from spinnenweb.ui.widgets.answer_buttons import SMALL, NoMarkLink
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.growing_text import GrowingText
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.mark_buttons import MarkButtons
from spinnenweb.ui.widgets.mark_text import mark_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from spinnenweb.domain.instruments import Scale
    from spinnenweb.domain.wording import Wording

_LABEL_WIDTH = 154
_LINK_WIDTH = 106
_LEFT_MARGIN, _MARGIN = 14, 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STATE_WORDS = {
    ScoreState.TOO_FEW: "state.too_few",
    ScoreState.UNKNOWN: "state.unknown",
    ScoreState.DECLINED: "state.declined",
    ScoreState.NOT_DISCUSSED: "state.not_discussed",
}


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What was answered on a dimension or an aspect."""

    code: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class RowTopic:
    """Whether the person wants to discuss a dimension or an aspect."""

    code: str
    on: bool


@dataclass(frozen=True, slots=True)
class RowNote:
    """The note at a dimension."""

    code: str
    text: str


class _Form(Enum):
    """How a row lies: the label beside the marks, above them, or above them with the links below."""

    BESIDE = "beside"
    STACKED = "stacked"
    TIGHT = "tight"


class MarkRow(QFrame):
    """A dimension (two lines, with a note) or, `small`, an aspect.

    Sends `answered(RowAnswer)`, `ticked(RowTopic)`, `noted(RowNote)` and `unfolded(code)`.
    """

    answered = Signal(object)
    ticked = Signal(object)
    noted = Signal(object)
    unfolded = Signal(object)

    def __init__(
        self, code: str, label: str, words: Wording, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.code = code
        self._words = words
        self._in_hand = False
        self._form = _Form.BESIDE
        self._answer = EMPTY
        self.label = text_label(label)
        self.marks = MarkButtons(label)
        self.mean = line_label("", "strong")
        self.topic = QCheckBox(words.say("state.topic"))
        self.unknown = NoMarkLink(words.say("state.unknown"), f"{label}, {words.say('state.unknown')}")
        self.declined = NoMarkLink(words.say("state.declined"), f"{label}, {words.say('state.declined')}")
        skipped = words.say("state.not_discussed")
        self.skipped = NoMarkLink(skipped, f"{label}, {skipped}")
        self.note = GrowingText(self.tr("Notitie bij {label}").format(label=label), words.say("message.note_hint"))
        self.fold = link_button(self.tr("aspecten ›"))
        for part in (self.topic, self.fold):
            part.setFont(font_of(SMALL))
        self._ticks = _side_by_side(self.topic, self.fold)
        self._reasons = _under_each_other(self.declined, self.skipped)
        self.skipped.hide()
        self._links = [self.unknown, self.declined]
        self._grid = QGridLayout(self)
        self._prepare(label, small)
        self._connect()

    def _prepare(self, label: str, small: bool) -> None:
        self.setAccessibleName(label)
        self.topic.setAccessibleName(f"{label}, {self._words.say('state.topic')}")
        self.fold.setAccessibleName(self.tr("Aspecten van {label}").format(label=label))
        if small:
            self.note.hide()
            self.fold.hide()
        self.mean.hide()
        self._small = small
        self._noted: QWidget = self.note if small else _under_each_other(self.note, BsnLine(self.note))
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(0 if small else 8))
        self._lay_out()

    def _connect(self) -> None:
        self.marks.chosen.connect(self._choose)
        self.unknown.clicked.connect(self._say_unknown)
        self.declined.clicked.connect(self._say_declined)
        self.skipped.clicked.connect(self._say_skipped)
        self.topic.clicked.connect(self._emit_ticked)
        self.note.written.connect(self._emit_noted)
        self.fold.clicked.connect(self._emit_unfolded)

    # Layout: one grid, or the label on a line of its own where the room is narrow

    def _lay_out(self) -> None:
        self._empty_grid()
        beside, high = self._form is _Form.BESIDE, px(4 if self._small else 12)
        self._grid.setContentsMargins(_left_margin(self._form), high, px(_MARGIN), high)
        self.label.setMinimumWidth(px(_LABEL_WIDTH) if beside else 0)
        self.label.setMaximumWidth(px(_LABEL_WIDTH) if beside else 16_777_215)
        if self._form is _Form.TIGHT:
            self._lay_below()
        else:
            self._lay_beside(beside)

    def _lay_beside(self, beside: bool) -> None:
        down, across = (0, 1) if beside else (1, 0)
        marks_height = 2 if self._small and beside else 1
        self._grid.addWidget(self.label, 0, 0)
        self._grid.addWidget(self.marks, down, across, marks_height, 1, _LEFT)
        self._grid.addWidget(self.mean, down, across, _LEFT)
        self._grid.addWidget(self.unknown, down, across + 1, _LEFT)
        self._grid.addWidget(self._ticks, down + 1, 0, _LEFT)
        if not self._small:
            self._grid.addWidget(self._noted, down + 1 + down, across, 1, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._reasons, down + 1, across + 1, _LEFT)
        self._grid.setColumnMinimumWidth(across + 1, px(_LINK_WIDTH))
        self._grid.setColumnStretch(across, 1)

    def _lay_below(self) -> None:
        # in the order of Tab
        self._grid.addWidget(self.label, 0, 0, 1, 2)
        self._grid.addWidget(self.marks, 1, 0, 1, 2, _LEFT)
        self._grid.addWidget(self.mean, 1, 0, 1, 2, _LEFT)
        self._grid.addWidget(self.unknown, 2, 0, _LEFT)
        self._grid.addWidget(self._ticks, 2, 1, _LEFT)
        if not self._small:
            self._grid.addWidget(self._noted, 3, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._reasons, 4, 0, 1, 2, _LEFT)
        self._grid.setColumnStretch(1, 1)

    def _empty_grid(self) -> None:
        for column in range(3):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        while self._grid.takeAt(0) is not None:
            pass

    def _width(self, form: _Form) -> int:
        gap, edges = self._grid.horizontalSpacing(), _left_margin(form) + px(_MARGIN)
        links = max(px(_LINK_WIDTH), *(link.minimumWidth() for link in self._links))
        marks, ticks = self.marks.sizeHint().width(), self._ticks.sizeHint().width()
        if form is _Form.TIGHT:
            return edges + max(marks, self.unknown.minimumWidth() + gap + ticks, links)
        narrow = edges + marks + gap + links
        return narrow if form is _Form.STACKED else narrow + gap + max(px(_LABEL_WIDTH), ticks)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the label above the marks and the links below."""
        return QSize(self._width(_Form.TIGHT), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Wide enough for the label beside the marks."""
        return QSize(self._width(_Form.BESIDE), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give label, marks and links lines of their own where they no longer fit beside each other."""
        super().resizeEvent(event)
        form = next((form for form in _Form if self.width() >= self._width(form)), _Form.TIGHT)
        if form is not self._form:
            self._form = form
            self._lay_out()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        second_line: list[QWidget] = [self.topic] if self._small else [self.topic, self.fold, self.note]
        return [*self.marks.buttons, self.unknown, *second_line, *self._links[1:]]

    # What is shown

    def show_scale(self, scale: Scale) -> None:
        """Offer numbers or faces."""
        if scale is not self.marks.scale:
            self.marks.show_scale(scale)
            self.updateGeometry()

    def show_answer(self, answer: Answer) -> None:
        """Show what was answered."""
        self._answer = answer
        self.marks.set_mark(answer.mark)
        self.unknown.setChecked(answer.no_mark is NoMark.UNKNOWN)
        self.declined.setChecked(answer.no_mark is NoMark.DECLINED)
        self.skipped.setChecked(answer.no_mark is NoMark.NOT_DISCUSSED)

    def offer_skipped(self) -> None:
        """Let "niet besproken" be chosen too: at the table it comes by itself, afterwards it is mended."""
        self._links.append(self.skipped)
        self.skipped.show()
        self.updateGeometry()

    def show_topic(self, on: bool) -> None:
        """Show whether the person wants to discuss it; the label is bold then."""
        self.topic.setChecked(on)
        if self.label.property("role") != (role := "strong" if on else "body"):
            set_role(self.label, role)

    def show_note(self, text: str) -> None:
        """Show the note."""
        self.note.show_text(text)

    def show_mean(self, score: Score | None) -> None:
        """Show the mean of the aspects in place of the buttons; `None` brings the buttons back."""
        self.marks.setVisible(score is None)
        self.mean.setVisible(score is not None)
        if score is not None:
            self.mean.setText(self._mean_words(score))

    def _mean_words(self, score: Score) -> str:
        if score.value is not None:
            return mark_text(score.value)
        key = _STATE_WORDS.get(score.state)
        return self.tr("nog geen cijfers bij de aspecten") if key is None else self._words.say(key)

    def keep_room_for_fold(self, kept: bool) -> None:
        """Stand under the rows that have aspects, also without them."""
        policy = self.fold.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.fold.setSizePolicy(policy)

    def show_folded(self, open_: bool) -> None:
        """Show whether the aspects are unfolded."""
        self.fold.setText(self.tr("inklappen") if open_ else self.tr("aspecten ›"))

    def set_in_hand(self, in_hand: bool) -> None:
        """Colour the row the keyboard is in."""
        if in_hand is not self._in_hand:
            self._in_hand = in_hand
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground under the row in hand."""
        if self._in_hand:
            painter = QPainter(self)
            painter.fillRect(self.rect(), active_theme().colour("accent_wash"))
            painter.end()
        super().paintEvent(event)

    # What is told

    def _choose(self, mark: int | None) -> None:
        announce_mark(self, self.label.text(), mark, self.marks.scale)
        self._tell(EMPTY if mark is None else marked(mark, SetBy.WORKER))

    def _say_unknown(self) -> None:
        self._say(NoMark.UNKNOWN)

    def _say_declined(self) -> None:
        self._say(NoMark.DECLINED)

    def _say_skipped(self) -> None:
        self._say(NoMark.NOT_DISCUSSED)

    def _say(self, reason: NoMark) -> None:
        again = self._answer.no_mark is reason
        self._tell(EMPTY if again else without_mark(reason, SetBy.WORKER))

    def _tell(self, answer: Answer) -> None:
        self.show_answer(answer)
        self._emit_answered(RowAnswer(self.code, answer))

    def _emit_answered(self, given: RowAnswer) -> None:
        self.answered.emit(given)

    def _emit_ticked(self, on: bool) -> None:
        self.show_topic(on)
        self.ticked.emit(RowTopic(self.code, on))

    def _emit_noted(self, text: str) -> None:
        self.noted.emit(RowNote(self.code, text))

    def _emit_unfolded(self) -> None:
        self.unfolded.emit(self.code)


def _left_margin(form: _Form) -> int:
    return px(_MARGIN if form is _Form.TIGHT else _LEFT_MARGIN)


def _under_each_other(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(2))
    for widget in widgets:
        column.addWidget(widget)
    return holder


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(8))
    for widget in widgets:
        line.addWidget(widget)
    return holder
