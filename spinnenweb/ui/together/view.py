"""The together view: fills the window, one thing on each screen, and never anyone else's name.

It holds no conversation of its own: the page keeps the one draft and writes it, this view sends edits and shows
what the page says. So nothing is lost between the two views.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinnenweb.domain.answers import NoMark, SetBy, without_mark
from spinnenweb.domain.ways import Way
from spinnenweb.domain.wording import Said
from spinnenweb.ui.speech import find_voice
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.asked import asked_together
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.together import route
from spinnenweb.ui.together.aloud import ReadAloud
from spinnenweb.ui.together.catalogue import Asked, make_screen
from spinnenweb.ui.together.cover import Cover
from spinnenweb.ui.together.paper import Paper
from spinnenweb.ui.together.progress import Progress
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screen import Screen, Setting
from spinnenweb.ui.together.screens.helps import HelpsScreen
from spinnenweb.ui.together.screens.step import StepSureScreen
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.big_buttons import HOLD_MS, BigButton, Dress, HoldButton
from spinnenweb.ui.widgets.big_words import SaidLabel
from spinnenweb.ui.widgets.tab_order import TabOrder

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from spinnenweb.domain.changes import Changes
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk

_WIDE, _HIGH = 900, 600
"""Narrower or lower than this, in pixels at 100 % text, the words get the room of what is around them."""


class TogetherView(QWidget):
    """Sends `edited(Edit)`, `moved(Stop)` when another screen came, and `left()` after a long press."""

    edited = Signal(object)
    moved = Signal(object)
    left = Signal()

    def __init__(self, context: Context, talk: Talk, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._talk = talk
        self.way = way
        self.stop = Stop(route.WELCOME)
        self._screen: Screen | None = None
        self._low = False
        self._order = TabOrder()
        workspace = context.workspace
        self._has_map = workspace.social_map.anything
        spoken = workspace.languages.spoken_to(talk.draft.resident)
        self.setting = Setting(spoken, workspace.catalogue, workspace.clock.today(), context.preferences.calm)
        # only what the resident sees follows the language; the program around it stays as it is
        right = spoken.from_the_right
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self._make_parts(context.words.say("button.my_screen"))
        self._lay_out()
        self._connect()
        self.open(route.stop_of(talk.draft, talk.instrument.codes) or self.stop)

    def _make_parts(self, my_screen: str) -> None:
        say = self.setting.spoken.say
        self.progress = Progress()
        self.my_screen = HoldButton(Said(my_screen), Dress("calm", points=13))
        self.my_screen.setAccessibleName(my_screen)
        self.my_screen.setToolTip(my_screen)
        self.my_screen.setAccessibleDescription(self.tr("Houd deze knop een seconde vast."))
        self.aloud = ReadAloud(self.setting.spoken, find_voice(), slow=self._context.preferences.slow_voice)
        self.pause = BigButton(say("talk.pause"), Dress(icon="pause"))
        self.pause.setToolTip(self.tr("{words} (Esc)").format(words=say("talk.pause").text))
        self.hint = SaidLabel(say("talk.uncover"), tone="accent")
        self.hint.hide()
        self.problem = SaidLabel(Said(""))
        self.problem.hide()
        self.back = BigButton(say("talk.back"), Dress(icon="chevron-left"))
        self.skip = BigButton(say("answer.skip"), Dress("calm"))
        self.on = BigButton(say("talk.next"), Dress("primary", icon="chevron-right", last=True))
        self.cover = Cover(self.setting.spoken, self._context.words)
        self.paper = Paper()
        self.content = QWidget()
        self.stack = QStackedWidget()

    def _lay_out(self) -> None:
        set_role(self, "together")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self.content)
        # the two lines in the corner leave air of their own
        self._column.setSpacing(px(16 if self.setting.spoken.dutch is None else 8))
        self._column.addLayout(self._line(self.progress, self.aloud, self.my_screen, self.pause))
        self._column.addWidget(self.hint)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.paper, 1)
        ways = self._line(self.back, self.skip, self.on)
        ways.insertStretch(1, 1)
        self._foot = QWidget()
        self._foot.setLayout(ways)
        self._column.addWidget(self._foot)
        self.stack.addWidget(self.content)
        self.stack.addWidget(self.cover)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._show_margins()

    def _line(self, *parts: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        for part in parts:
            line.addWidget(part, 1 if part is self.progress else 0)
        return line

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.skip.clicked.connect(self._skip)
        self.pause.clicked.connect(self.hide_all)
        self.my_screen.held.connect(self.left)
        self.my_screen.let_go.connect(self._tell_to_hold)
        self.cover.lifted.connect(self.show_again)
        self.cover.left.connect(self.left)
        self.cover.urgent_asked.connect(self._show_urgent)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.hide_all)
        self._held_key = QTimer(self)
        self._held_key.setSingleShot(True)
        self._held_key.setInterval(HOLD_MS)
        self._held_key.timeout.connect(self.left)

    # What is shown

    @property
    def screen_shown(self) -> Screen:
        """The screen in sight, or under the cover."""
        if self._screen is None:
            raise LookupError("no screen yet")
        return self._screen

    @property
    def covered(self) -> bool:
        """Whether everything is hidden."""
        return self.stack.currentWidget() is self.cover

    def show_talk(self, talk: Talk) -> None:
        """Show the conversation as it stands now; the screen stays."""
        self._talk = talk
        self.screen_shown.show_talk(talk)
        self._show_ways_on()

    def open(self, stop: Stop) -> None:
        """Show another screen."""
        self.stop = stop
        self.hint.hide()
        workspace = self._context.workspace
        screen = make_screen(Asked(self.setting, stop, self._talk, self.way, workspace))
        screen.edited.connect(self.edited)
        screen.pointed.connect(self._point)
        if isinstance(screen, SubjectScreen) and screen.marks is not None:
            screen.marks.way_chosen.connect(self._keep_way)
        if isinstance(screen, StepSureScreen):
            screen.smaller_wanted.connect(self._make_smaller)
        if isinstance(screen, HelpsScreen):
            self._look_for_helps(screen)
        self._screen = screen
        self.paper.put(screen)
        self.aloud.show_screen(screen)
        self._show_ways_on()
        self._put_in_tab_order()
        self._start(screen)

    def _look_for_helps(self, screen: HelpsScreen) -> None:
        screen.rearranged.connect(self._put_in_tab_order)
        asked, draft = asked_together(self._talk), self._talk.draft
        work = partial(self._context.workspace.proposals.along, draft, asked)
        # with a map that cannot be read there is nothing to show, and the talk goes on
        self._context.jobs.run(screen, work, screen.show_found, lambda _: screen.show_found(()))

    def resume(self, stop: Stop) -> None:
        """Show the screen that was left for the worker's own, when there still is one."""
        if stop in self._stops():
            self.open(stop)

    def begin(self) -> None:
        """Bring the keyboard to the screen, once the view is in sight."""
        self._start(self.screen_shown)

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self.problem.show_words(Said(text))
        self.problem.setVisible(bool(text))

    def _start(self, screen: Screen) -> None:
        if not screen.start():
            (self.on if self.on.isVisibleTo(self) else self.my_screen).setFocus(Qt.FocusReason.OtherFocusReason)
        self.paper.to_top()
        if screen.asks:
            announce(self, screen.asks)

    def _show_ways_on(self) -> None:
        all_ = self._stops()
        self.back.setVisible(route.before(all_, self.stop) is not None)
        self.on.setVisible(route.after(all_, self.stop) is not None)
        self.skip.setVisible(self.stop.name == route.SUBJECT and not self._has_answer())
        self._show_progress(all_)

    def _has_answer(self) -> bool:
        entry = self._talk.draft.conversation.entry(self.stop.code)
        return entry.answer.given or entry.answer.no_mark in (NoMark.UNKNOWN, NoMark.DECLINED)

    def _show_progress(self, all_: tuple[Stop, ...]) -> None:
        subjects = [stop for stop in all_ if stop.name == route.SUBJECT]
        if self.stop in subjects:
            number, total = subjects.index(self.stop) + 1, len(subjects)
            said = self.setting.spoken.say("talk.progress", n=number, total=total)
            self.progress.show_place(number, total, said)
        else:
            self.progress.show_nothing()

    def _put_in_tab_order(self) -> None:
        inside = [
            widget
            for widget in self.screen_shown.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        self._order.put([self.aloud, self.my_screen, self.pause, *inside, self.back, self.skip, self.on])

    # Going

    def _stops(self) -> tuple[Stop, ...]:
        all_ = route.stops(self._talk.draft, self._talk.instrument.codes)
        # where no map was made nobody is shown an empty one
        return all_ if self._has_map else tuple(stop for stop in all_ if stop.name != route.HELPS)

    def go_on(self) -> None:
        """To the next screen."""
        self._go(route.after(self._stops(), self.stop))

    def go_back(self) -> None:
        """To the screen before; what was answered stays."""
        self._go(route.before(self._stops(), self.stop))

    def _go(self, stop: Stop | None) -> None:
        if stop is None:
            return
        if stop.name == route.SUBJECT:
            self.edited.emit(partial(edits.with_pointed, code=stop.code))
        self.open(stop)
        self.moved.emit(stop)

    def _point(self, code: str) -> None:
        self._go(Stop(route.SUBJECT, code))

    def _skip(self) -> None:
        entry = self._talk.draft.conversation.entry(self.stop.code)
        if not entry.answer.touched:
            answer = without_mark(NoMark.NOT_DISCUSSED, SetBy.RESIDENT)
            self.edited.emit(partial(edits.with_answer, code=self.stop.code, answer=answer))
        self.go_on()

    def _make_smaller(self) -> None:
        self._go(Stop(route.STEP))

    def _keep_way(self, way: Way) -> None:
        turned = Way.WEB in (self.way, way)
        self.way = way
        self._remember(way)
        if turned:
            # the web changes places with the question
            self.open(self.stop)

    def _remember(self, way: Way) -> None:
        """The next talk begins in the way this resident likes."""
        draft = self._talk.draft
        if draft.resident_is_new:
            self.edited.emit(partial(edits.with_way, way=way.value, scale=way.scale))
            return
        residents, hub = self._context.workspace.residents, self._context.hub
        person, instrument = draft.resident.id, draft.conversation.instrument

        def keep() -> Changes:
            return residents.change(edits.liking(residents.get(person), instrument, way.value, way.scale))

        # the window may be the worker's again by then
        self._context.jobs.run(hub, keep, partial(hub.report, initiator=hub))

    # Covering

    def hide_all(self) -> None:
        """Cover the screen at once."""
        if not self.covered:
            self.hint.hide()
            self._held_key.stop()
            self.stack.setCurrentWidget(self.cover)
            announce(self, self.cover.text)
        self.cover.focus()

    def _show_urgent(self) -> None:
        self.cover.show_urgent(self._context.workspace.settings.get().urgent_numbers)

    def show_again(self) -> None:
        """Take the cover away."""
        self.stack.setCurrentWidget(self.content)
        self._start(self.screen_shown)

    def _tell_to_hold(self) -> None:
        self.hint.show()
        announce(self, self.hint.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11, held for a second, leads to the worker's screen; under the cover keys do nothing."""
        if event.key() == Qt.Key.Key_F11:
            if not event.isAutoRepeat() and not self.covered:
                self._held_key.start()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go too early: nothing happens but a word about it."""
        if event.key() == Qt.Key.Key_F11 and not event.isAutoRepeat():
            if self._held_key.isActive():
                self._held_key.stop()
                self._tell_to_hold()
        else:
            super().keyReleaseEvent(event)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows keep their room for the words."""
        super().resizeEvent(event)
        self._show_margins()

    def _show_margins(self) -> None:
        low = self.height() < px(_HIGH)
        across = px(16) if self.width() < px(_WIDE) else px(56)
        along = px(8) if low else px(24)
        self._column.setContentsMargins(across, along, across, along)
        if low != self._low:
            self._low = low
            self._show_room()

    def _show_room(self) -> None:
        """Where there is little height the ways on scroll along, and what is in the corner is one line."""
        words = self.setting.spoken.say("talk.pause")
        self.aloud.show_small(self._low)
        self.pause.show_words(Said(words.text) if self._low else words)
        self.my_screen.dress = replace(self.my_screen.dress, icon="screen" if self._low else "")
        self.my_screen.show_words(Said("" if self._low else self.my_screen.accessibleName()))
        if self._low:
            self.paper.put_foot(self._foot)
        else:
            self._column.addWidget(self._foot)
        self._foot.show()
