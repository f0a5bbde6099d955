"""The widgets of the conversation page and where they lie; what they do stands in `page.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinnenweb.ui.pages.conversation.again import AgainPart
from spinnenweb.ui.pages.conversation.agreement import AgreementPart
from spinnenweb.ui.pages.conversation.disagreement import DisagreementPart
from spinnenweb.ui.pages.conversation.helps import HelpsCard
from spinnenweb.ui.pages.conversation.lookback import LookBackCard
from spinnenweb.ui.pages.conversation.matters import MattersPart
from spinnenweb.ui.pages.conversation.mode_menu import ModeChip
from spinnenweb.ui.pages.conversation.resident_card import ResidentCard
from spinnenweb.ui.pages.conversation.rows import RowsCard
from spinnenweb.ui.pages.conversation.signals import SignalsPart
from spinnenweb.ui.pages.conversation.themes import ThemesPart
from spinnenweb.ui.pages.conversation.via import ViaPart
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.growing_text import GrowingText
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import SectionTitle, line_label
from spinnenweb.ui.widgets.scroll import COLUMN, PageScroll
from spinnenweb.ui.widgets.tab_order import TabOrder

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from spinnenweb.domain.wording import Spoken
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk
    from spinnenweb.ui.widgets.web_input import WebInput

translate = QCoreApplication.translate

_WEB_HEIGHT = 330
_GAP = 16
_NARROWEST, _WIDEST = 340, 392
"""Bounds of the right column, in pixels at 100 % text."""
_UNDER_NOTE = 3


class SpokenPart(QWidget):
    """What is asked in the resident's own words; made anew when these change."""

    edited = Signal(object)

    def __init__(self, spoken: Spoken, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreement = AgreementPart(spoken)
        self.again = AgainPart(spoken.say("again.ask"), spoken.from_the_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.agreement)
        column.addWidget(self.again)
        self.agreement.edited.connect(self.edited)
        self.again.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.agreement.stops(), *self.again.stops()]

    def show_talk(self, talk: Talk) -> None:
        """Show what was agreed."""
        self.agreement.show_talk(talk)
        self.again.show_talk(talk)


class _Columns(QWidget):
    """Two columns; under each other where the letters are too large. `measure` says how wide the left would be."""

    def __init__(self, left: QWidget, right: QWidget, measure: QWidget) -> None:
        super().__init__()
        self._left = left
        self._measure = measure
        self._right = right
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(_GAP))
        self._line.addWidget(left, 1)
        self._line.addWidget(right)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of the two."""
        width = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left what it needs and the right the rest, within its bounds."""
        super().resizeEvent(event)
        left = self._left.minimumSizeHint().width()
        beside = self.width() >= left + px(_GAP) + px(_NARROWEST)
        rest = self.width() - self._measure.sizeHint().width() - px(_GAP)
        self._right.setMinimumWidth(min(px(_WIDEST), max(px(_NARROWEST), rest)) if beside else 0)
        self._right.setMaximumWidth(self._right.minimumWidth() if beside else 16_777_215)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(direction)


class TalkBody(PageScroll):
    """The talk itself: rows at the left, web and agreements at the right."""

    def __init__(self, context: Context, *, helps: bool = True) -> None:
        """Without `helps` nothing is looked for on the social map: the talk is over."""
        super().__init__(ordered=True)
        words, messages, catalogue = context.words, context.messages, context.workspace.catalogue
        self.problem = Note("", "warn")
        self.problem.hide()
        self.in_dutch = Note("")
        self.in_dutch.hide()
        self.card = ResidentCard(words, messages)
        self.rows = RowsCard(words)
        self.themes = ThemesPart(words, catalogue.themes)
        self.back = LookBackCard(words)
        self.via = ViaPart(words)
        self.signals = SignalsPart(words, catalogue.signals)
        self.views = DisagreementPart(words)
        self.note = GrowingText(self.tr("Notitie bij het hele gesprek"), words.say("message.note_hint"), lines=3)
        self.matters = MattersPart(words)
        self.helps = HelpsCard(context, wanted=helps)
        self.spoken: SpokenPart | None = None
        self.web: WebInput | None = None
        self._web_card = Card()
        self._agreed_card = Card()
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, px(2), 0, px(24))
        self.add(self.problem)
        self.add(self.in_dutch)
        self.add(self.card)
        self.add(self.back)
        self._columns = _Columns(self._left(), self._right(), self.rows)
        self.add(self._columns)
        self.body.addStretch(1)

    def _left(self) -> QWidget:
        holder = QWidget()
        column = self._left_column = _column(holder)
        column.addWidget(self.rows)
        column.addWidget(_card(self.themes))
        about = Card()
        about.add(SectionTitle(self.tr("Notitie bij het hele gesprek")))
        about.add(self.note)
        about.add(BsnLine(self.note))
        column.addWidget(about)
        column.addWidget(self._around())
        column.addStretch(1)
        return holder

    def _around(self) -> Card:
        around = Card()
        around.body.setSpacing(px(14))
        for part in (self.via, self.signals, self.views):
            around.add(part)
        return around

    def _right(self) -> QWidget:
        holder = QWidget()
        column = _column(holder)
        column.addWidget(self._web_card)
        column.addWidget(self._agreed_card)
        self._web_card.body.setContentsMargins(px(8), px(8), px(8), px(8))
        self._agreed_card.add(self.matters)
        self._agreed_card.body.addSpacing(px(6))
        column.addWidget(self.helps)
        column.addStretch(1)
        return holder

    def start_anew(self) -> None:
        """Fold and empty what belongs to the conversation before."""
        for part in (self.card, self.rows, self.themes, self.matters, self.views, self.helps):
            part.start_anew()
        self.show_problem("")
        self.verticalScrollBar().setValue(0)

    def show_columns(self, shown: bool) -> None:
        """Show the talk, or only what is wrong."""
        self._columns.setVisible(shown)
        self.back.setVisible(shown and bool(self.back.rows))
        self.card.setVisible(shown and self.card.isVisibleTo(self))

    def put_first(self, *widgets: QWidget) -> None:
        """Show these above all else, in this order."""
        for number, widget in enumerate(widgets):
            self.body.insertWidget(number, widget)

    def put_under_note(self, widget: QWidget) -> None:
        """Show more that was written, under the note of the whole."""
        self._left_column.insertWidget(_UNDER_NOTE, widget)

    def put_web(self, web: WebInput) -> None:
        """Show another web in the card at the right."""
        if self.web is not None:
            _throw_away(self.web)
        self.web = web
        web.setFixedHeight(px(_WEB_HEIGHT))
        self._web_card.add(web)

    def put_spoken(self, spoken: SpokenPart) -> None:
        """Show the questions in other words."""
        if self.spoken is not None:
            _throw_away(self.spoken)
        self.spoken = spoken
        self._agreed_card.add(spoken)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order: the left column, then the right."""
        left = [*self.card.stops(), *self.back.stops(), *self.rows.stops(), *self.themes.stops(), self.note]
        left += [*self.via.stops(), *self.signals.stops(), *self.views.stops()]
        web = [] if self.web is None else [self.web]
        spoken = [] if self.spoken is None else self.spoken.stops()
        return [*left, *web, *self.matters.stops(), *spoken, *self.helps.stops()]

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self.problem.label.setText(text)
        self.problem.setVisible(bool(text))


class Layout:
    """The header and, under it, the talk or its ending."""

    def __init__(self, page: QWidget, context: Context) -> None:
        words, catalogue = context.words, context.workspace.catalogue
        self._page = page
        self.header = PageHeader(translate("ConversationPage", "Het web van vandaag"))
        self.mode = ModeChip(words, catalogue)
        self.saved = line_label("", "soft")
        self.later = quiet_button(words.say("button.conversation_later"))
        self.together = quiet_button(words.say("button.together"), "screen")
        self.back = quiet_button(translate("ConversationPage", "Terug naar het gesprek"), "chevron-left")
        self.finish = primary_button(words.say("button.conversation_finish"))
        self.talk = TalkBody(context)
        self.stack = QStackedWidget()
        self._ending: QWidget | None = None
        self._order = TabOrder()
        self._lay_out()

    def _lay_out(self) -> None:
        self.header.add_beside(self.mode)
        self.header.add_beside(self.saved)
        for button in (self.back, self.together, self.later, self.finish):
            self.header.add_action(button)
        self.back.hide()
        self.header.setMaximumWidth(px(COLUMN))
        top = QHBoxLayout()
        # at the right as much more as the scroll bar takes below
        top.setContentsMargins(px(28), px(4), px(40), px(12))
        top.addStretch(1)
        top.addWidget(self.header, 1000)
        top.addStretch(1)
        self.stack.addWidget(self.talk)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)

    def put_in_tab_order(self) -> None:
        """Let Tab follow what stands there now: the head of the page, then the talk."""
        head = [self.mode.button, self.back, self.together, self.later, self.finish]
        self._order.put([*head, *self.talk.stops()])

    def show_parts(self, shown: bool) -> None:
        """Show the talk and what can be done with it, or only what is wrong."""
        for part in (self.mode, self.saved, self.together, self.later, self.finish):
            part.setVisible(shown)
        self.talk.show_columns(shown)

    def show_ending(self, panel: QWidget | None, title: str) -> None:
        """Put the ending over the talk, or take it away."""
        if self._ending is not None:
            self.stack.removeWidget(self._ending)
            _throw_away(self._ending)
        self._ending = panel
        self.header.set_title(title)
        self.mode.setVisible(panel is None)
        self.later.setVisible(panel is None)
        self.together.setVisible(panel is None)
        self.back.setVisible(panel is not None)
        if panel is not None:
            self.stack.addWidget(panel)
            self.stack.setCurrentWidget(panel)

    def show_kept(self, panel: QWidget) -> None:
        """Put what was chosen over a talk that was kept; nothing leads back into that talk."""
        self.show_ending(panel, translate("ConversationPage", "Het gesprek is bewaard"))
        for part in (self.back, self.saved):
            part.hide()
        self.finish.setText(translate("ConversationPage", "Klaar"))
        with_shortcut(self.finish, "Ctrl+Return")
        self.finish.setEnabled(True)


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(_GAP))
    return column


def _card(widget: QWidget) -> Card:
    card = Card()
    card.add(widget)
    return card


def _throw_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
