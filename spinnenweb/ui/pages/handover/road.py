"""How far it is: the states under each other on one line, what may follow, and the two ways to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinnenweb.domain.handovers import CLOSED, ROAD, TIP_ROAD, HandoverState, Helped
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.theme.icons import picture
from spinnenweb.ui.theme.look import active_theme, px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.handovers import HandoverCard

_SIDE, _WIDE = 20, 28
_STEPS = (
    *(HandoverState.CONTACTED, HandoverState.ACCEPTED, HandoverState.NOT_FITTING),
    HandoverState.FIRST_CONTACT,
)


class RoadMark(QWidget):
    """The sign of one state and its piece of the line; the words beside it say the same."""

    def __init__(self, reached: bool, first: bool, last: bool) -> None:
        super().__init__()
        self._reached, self._first, self._last = reached, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A narrow strip."""
        return QSize(px(_WIDE), px(_WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece of line, and on it a filled round with a tick, or an open one."""
        theme, side = active_theme(), float(px(_SIDE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = QRectF((self.width() - side) / 2, px(4), side, side)
        centre = round_.center()
        painter.setPen(QPen(theme.colour("control_line"), px(2)))
        if not self._first:
            painter.drawLine(QPointF(centre.x(), 0), QPointF(centre.x(), round_.top()))
        if not self._last:
            painter.drawLine(QPointF(centre.x(), round_.bottom()), QPointF(centre.x(), self.height()))
        tone = "accent" if self._reached else "control_line"
        painter.setPen(QPen(theme.colour(tone), px(2)))
        painter.setBrush(theme.colour("accent") if self._reached else theme.colour("card"))
        painter.drawEllipse(round_.adjusted(1, 1, -1, -1))
        if self._reached:
            small = px(_SIDE * 0.6)
            sign = picture("check", theme.colour("accent_ink"), small, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(centre.x() - small / 2, centre.y() - small / 2), sign)
        painter.end()


def road_row(words: str, sub: str, mark: RoadMark, *, reached: bool) -> QWidget:
    """One state with its sign."""
    row = QWidget()
    row.setAccessibleName(", ".join(part for part in (words, sub) if part))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(12))
    line.addWidget(mark)
    column = QVBoxLayout()
    column.setContentsMargins(0, px(3), 0, px(12))
    column.setSpacing(0)
    column.addWidget(text_label(words, "strong" if reached else "soft"))
    if sub:
        column.addWidget(text_label(sub, "small"))
    line.addLayout(column, 1)
    return row


def states_of(card: HandoverCard) -> list[tuple[HandoverState, date | None, bool]]:
    """The states of one hand-over in order, with their day, and whether each was reached.

    What was reached comes first; of one that still runs, what may come stands under it.
    """
    handover, now = card.line.handover, card.line.state
    reached: list[tuple[HandoverState, date | None, bool]] = [
        (moment.state, moment.at.astimezone().date(), True) for moment in handover.history
    ]
    if now is not handover.state:
        reached.append((now, None, True))
    if now in CLOSED:
        return reached
    road = TIP_ROAD if handover.is_tip else ROAD
    return [*reached, *((state, None, False) for state in road[road.index(now) + 1 :])]


class OneClick(QObject):
    """Lets the second press of a double click pass by.

    After a step the next one stands in the same place: who double clicks would take two.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event ends here."""
        return event.type() is QEvent.Type.MouseButtonDblClick


class RoadCard(Card):
    """Sends `moved(HandoverState)`, `helped(Helped)`, `stop_asked()` and `withdraw_asked()`."""

    moved = Signal(object)
    helped = Signal(object)
    stop_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(self.tr("Hoe ver het is"))
        self._words = words
        self._line = QVBoxLayout()
        self._line.setSpacing(0)
        self._rows: list[QWidget] = []
        self.buttons: dict[HandoverState, QPushButton] = {}
        self._once = OneClick(self)
        self._flow = FlowLayout(gap=10)
        self.ask = text_label("", "strong")
        answers = [(one, words.say(f"handover.helped.{one.value}")) for one in Helped]
        self.answers = AnswerButtons(words.say("handover.state.geholpen"), answers)
        self.answers.chosen.connect(self._tell_helped)
        self.reason = text_label("", "soft")
        self.stop = link_button(self.tr("Stoppen"), "soft")
        self.withdraw = link_button(self.tr("De inwoner wil dit niet meer"), "soft")
        self.stop.clicked.connect(self.stop_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._line)
        for state in _STEPS:
            button = quiet_button(self._verb(state))
            button.clicked.connect(self._move)
            button.installEventFilter(self._once)
            self.buttons[state] = button
            self._flow.addWidget(button)
        self.add(self._flow)
        for part in (self.ask, self.answers, self.reason):
            self.add(part)
        ends = FlowLayout(gap=16)
        ends.addWidget(self.stop)
        ends.addWidget(self.withdraw)
        self.add(ends)

    def _verb(self, state: HandoverState) -> str:
        return {
            HandoverState.CONTACTED: self.tr("Er is contact gelegd"),
            HandoverState.ACCEPTED: self.tr("Aangenomen"),
            HandoverState.NOT_FITTING: self.tr("Het past niet"),
            HandoverState.FIRST_CONTACT: self.tr("Het eerste contact is geweest"),
        }[state]

    def show_card(self, card: HandoverCard, after: str) -> None:
        """Show how far it is; `after` is the last question in the resident's words.

        Whoever took a step by keyboard stands at the next one, and never by accident at an end.
        """
        here = QApplication.focusWidget()
        stepped = here in self.buttons.values()
        self._show_line(card)
        for state, button in self.buttons.items():
            button.setVisible(state in card.next)
            button.setEnabled(not (state is HandoverState.CONTACTED and card.line.expired))
        asks = HandoverState.HELPED in card.next
        self.ask.setText(after)
        self.ask.setVisible(asks)
        self.answers.setVisible(asks)
        self.answers.show_value(None)
        handover = card.line.handover
        self.reason.setText(handover.reason)
        self.reason.setVisible(bool(handover.reason))
        self.stop.setVisible(HandoverState.STOPPED in card.next)
        self.withdraw.setVisible(HandoverState.WITHDRAWN in card.next)
        if stepped:
            self._stand_at_next(card)

    def _stand_at_next(self, card: HandoverCard) -> None:
        steps = [button for state, button in self.buttons.items() if state in card.next and button.isEnabled()]
        answers = self.answers.buttons.values() if HandoverState.HELPED in card.next else ()
        for first in (*steps, *answers)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def restrict(self, agreed: bool) -> None:
        """Only kept: no step but a withdrawal of what was agreed."""
        self.withdraw.setVisible(agreed and self.withdraw.isVisibleTo(self))
        for part in (*self.buttons.values(), self.ask, self.answers, self.stop):
            part.hide()

    def _show_line(self, card: HandoverCard) -> None:
        for old in self._rows:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        states = states_of(card)
        self._rows = [
            road_row(
                self._said(state, card),
                full_day(day) if day is not None else "",
                RoadMark(reached, place == 0, place == len(states) - 1),
                reached=reached,
            )
            for place, (state, day, reached) in enumerate(states)
        ]
        for row in self._rows:
            self._line.addWidget(row)

    def _said(self, state: HandoverState, card: HandoverCard) -> str:
        helped, said = card.line.handover.helped, self._words.say(f"handover.state.{state.value}")
        if state is HandoverState.HELPED and helped is not None:
            return f"{said} {self._words.say(f'handover.helped.{helped.value}')}"
        return said

    def _move(self) -> None:
        sender = self.sender()
        self._emit_moved(next(state for state, button in self.buttons.items() if button is sender))

    def _emit_moved(self, state: HandoverState) -> None:
        self.moved.emit(state)

    def _tell_helped(self, helped: object) -> None:
        if helped is not None:
            self.helped.emit(helped)
