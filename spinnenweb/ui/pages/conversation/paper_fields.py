"""Fields for typing a paper form in: one Tab stop each, one key for an answer, and on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.domain.answers import EMPTY, HIGHEST_MARK, Answer, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.faces import face_of
from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.theme.icons import pictogram
from spinnenweb.ui.theme.look import active_theme, px, set_role
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.mark_keys import mark_of_key
from spinnenweb.ui.widgets.mark_text import mark_text, said_mark
from spinnenweb.ui.widgets.rows import paint_focus

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_WITH_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_FACE = 24
_NAME = 176
"""Room for the longest name of a subject, so that all marks stand under each other."""
TOPIC_KEYS, NO_MARK_KEYS = "b+", "w-"


class _KeyField(QWidget):
    """One stop of Tab. Enter and arrows go on and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def go_on(self) -> None:
        """Bring the keyboard to the next field."""
        self.focusNextPrevChild(True)

    def take_key(self, _event: QKeyEvent) -> bool:
        """Do what a key stands for; whether it stood for anything."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _WITH_COMMAND or not self.take_key(event):
            if event.key() in _ON and not event.modifiers() & _WITH_COMMAND:
                self.go_on()
            elif event.key() == Qt.Key.Key_Up:
                self.focusNextPrevChild(False)
            else:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus(painter, self.rect(), px(8))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class MarkField(_KeyField):
    """A subject of the paper. Sends `answered(Answer)` and `ticked(bool)`.

    A digit sets the mark and goes on; 1 waits for a possible 0. T is ten here as everywhere. On paper "weet ik
    niet" and "zeg ik liever niet" share one box; what was ticked there is kept as "weet niet".
    """

    answered = Signal(object)
    ticked = Signal(bool)

    def __init__(self, label: str, topic_word: str, none_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._topic_word, self._none_word = topic_word, none_word
        self._answer = EMPTY
        self._topic = False
        self._may_be_ten = False
        self._scale = Scale.MARKS
        self.mark = line_label("", "strong")
        self.mark.setMinimumWidth(px(28))
        self.mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.topic = _chip(topic_word)
        self.none = _chip(none_word)
        self.topic.clicked.connect(self._press_topic)
        self.none.clicked.connect(self._press_none)
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        name = line_label(self._label)
        name.setMinimumWidth(px(_NAME))
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(name, 1)
        first.addWidget(self.mark)
        holder = QWidget()
        holder.setLayout(first)
        first.setContentsMargins(0, px(2), 0, px(2))
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(px(10), px(5), px(8), px(5))
        for part in (holder, self.topic, self.none):
            flow.addWidget(part)

    def show_scale(self, scale: Scale) -> None:
        """Take marks or faces."""
        self._scale = scale
        self._describe()

    def show_answer(self, answer: Answer, topic: bool) -> None:
        """Show what stands in the draft."""
        self._answer, self._topic = answer, topic
        self._show_mark(answer.mark)
        self.topic.setChecked(topic)
        self.none.setChecked(answer.no_mark in (NoMark.UNKNOWN, NoMark.DECLINED))
        self._describe()

    def _show_mark(self, mark: float | None) -> None:
        if mark is None or self._scale is Scale.MARKS:
            self.mark.setText("–" if mark is None else mark_text(mark))
            return
        face, ratio = f"gezicht-{face_of(mark)}", self.devicePixelRatioF()
        self.mark.setPixmap(pictogram(face, active_theme().colour("ink"), px(_FACE), ratio))

    def _describe(self) -> None:
        parts = [
            self._label,
            self.tr("geen cijfer") if self._answer.mark is None else said_mark(self._answer.mark, self._scale),
        ]
        parts += [self._none_word] if self.none.isChecked() else []
        parts += [self._topic_word] if self._topic else []
        self.setAccessibleName(", ".join(parts))
        marks = self.tr("0 tot en met 10 · T tien · B bespreken · W weet niet · Delete leeg")
        faces = self.tr("1 tot en met 5 · B bespreken · W weet niet · Delete leeg")
        self.setAccessibleDescription(marks if self._scale is Scale.MARKS else faces)

    def take_key(self, event: QKeyEvent) -> bool:
        """A mark, a topic, or the box without a mark."""
        mark, text = mark_of_key(event, self._scale), event.text().lower()
        waited, self._may_be_ten = self._may_be_ten, False
        if mark is not None:
            self._take_mark(mark, event, waited=waited)
        elif event.key() in _EMPTYING:
            self._answer_with(EMPTY)
        elif text and text in TOPIC_KEYS:
            self._press_topic()
        elif text and text in NO_MARK_KEYS:
            self._press_none()
            self.go_on()
        else:
            return False
        return True

    def _take_mark(self, mark: int, event: QKeyEvent, *, waited: bool) -> None:
        if waited and mark != 0:
            # the 1 was a one: this key is for the next field
            self.go_on()
            following = self.window().focusWidget()
            if isinstance(following, MarkField):
                following.take_key(event)
            return
        self._answer_with(marked(HIGHEST_MARK if waited else mark, SetBy.RESIDENT))
        self._may_be_ten = mark == 1 and self._scale is Scale.MARKS
        if not self._may_be_ten:
            self.go_on()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What comes after another field is no zero of this ten."""
        super().focusOutEvent(event)
        self._may_be_ten = False

    def _press_topic(self) -> None:
        self.ticked.emit(not self._topic)

    def _press_none(self) -> None:
        self._answer_with(EMPTY if self._answer.no_mark is NoMark.UNKNOWN else without_mark(NoMark.UNKNOWN))

    def _answer_with(self, answer: Answer) -> None:
        self.answered.emit(answer)
        announce(self, self.accessibleName())


class KeyAnswers(_KeyField):
    """A question with a key for each answer. `chosen` carries the values that hold, in their order.

    With `many` false an answer goes on to the next field; the same key again takes it away.
    """

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[Hashable, str, str]],
        *,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._many = many
        self._values: tuple[Hashable, ...] = ()
        self._keys = {key: value for value, key, _ in answers}
        self._texts = {value: text for value, _, text in answers}
        self.chips = {value: _chip(f"{key.upper()}  {text}") for value, key, text in answers}
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(8), px(6))
        column.setSpacing(px(5))
        column.addWidget(text_label(self._question, "strong"))
        flow = FlowLayout(gap=6)
        column.addLayout(flow)
        for value, chip in self.chips.items():
            chip.setProperty("place", list(self.chips).index(value))
            chip.clicked.connect(self._press)
            flow.addWidget(chip)

    @property
    def values(self) -> tuple[Hashable, ...]:
        """What holds, in the order of the answers."""
        return self._values

    def show_values(self, values: Collection[Hashable]) -> None:
        """Show what holds without telling anyone."""
        self._values = tuple(value for value in self.chips if value in values)
        for value, chip in self.chips.items():
            chip.setChecked(value in values)
        self._describe()

    def _describe(self) -> None:
        said = ", ".join(self._texts[value] for value in self._values)
        self.setAccessibleName(f"{self._question} {said}".strip())
        keys = ", ".join(f"{key.upper()} {self._texts[value]}" for key, value in self._keys.items())
        self.setAccessibleDescription(keys)

    def take_key(self, event: QKeyEvent) -> bool:
        """The key of an answer, or one that empties."""
        text = event.text().lower()
        if event.key() in _EMPTYING:
            self._emit(())
        elif text in self._keys:
            self._turn(self._keys[text])
            if not self._many:
                self.go_on()
        else:
            return False
        return True

    def _press(self) -> None:
        self._turn(list(self.chips)[int(self.sender().property("place"))])

    def _turn(self, value: Hashable) -> None:
        others = tuple(old for old in self._values if old != value) if self._many else ()
        self._emit(others if value in self._values else (*others, value))

    def _emit(self, values: tuple[Hashable, ...]) -> None:
        self.show_values(values)
        announce(self, self.accessibleName())
        self.chosen.emit(self._values)


def _chip(text: str) -> QPushButton:
    """For a finger or the mouse; the keyboard stays with the field."""
    chip = QPushButton(text)
    set_role(chip, "chip")
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return chip
