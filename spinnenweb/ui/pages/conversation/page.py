"""A conversation, from the first mark to keeping it or letting it go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import clock_time
from spinnenweb.ui.errors import told
from spinnenweb.ui.known_already import KnownAlready
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.conversation.autosave import Autosave
from spinnenweb.ui.pages.conversation.closing import Closing
from spinnenweb.ui.pages.conversation.kept import Kept
from spinnenweb.ui.pages.conversation.layout import Layout
from spinnenweb.ui.pages.conversation.looking import Looking
from spinnenweb.ui.pages.conversation.showing import Showing
from spinnenweb.ui.pages.conversation.trail import trail
from spinnenweb.ui.pages.conversation.undo import Undo
from spinnenweb.ui.places import CONVERSATION, HANDOVER, TODAY, VISIT, Crumb, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.talk import Talk, read_again, read_talk, with_draft
from spinnenweb.ui.together.route import AT_THE_END, page_of, stop_of
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import with_shortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import Finished
    from spinnenweb.services.residents import ResidentService
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.giving import Giving
    from spinnenweb.ui.pages.conversation.ending import EndingPanel
    from spinnenweb.ui.together.route import Stop
    from spinnenweb.ui.widgets.web_input import AxisMark

_TALK, _ENDING = "talk", "ending"
_SHOWN_ELSEWHERE = (Kind.RESIDENT, Kind.CONSENT, Kind.VILLAGE, Kind.SETTINGS)


class ConversationPage(Page):
    """`Place.record` is a draft; else `Place.other` a resident, or empty for someone new.

    Nothing is written before the first change. What is on screen is always newer than what is in the file, so
    coming back to the same draft shows what is here.
    """

    help_key = "conversation"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._talk: Talk | None = None
        self._question = ""
        self._kept = False
        self.looking = Looking(context, self)
        self.view = Layout(self, context)
        self.autosave = Autosave(context.jobs, context.workspace.conversations.save_draft, self)
        self.closing = Closing(context, self.view, self.autosave, self)
        self.kept = Kept(context, self.view, self)
        self.showing = Showing(context, self.view.talk)
        self.undo = Undo(self)
        self.known = KnownAlready(context, self.tr("Ja, ga verder met {name}"))
        self.view.talk.card.put_below(self.known, self.known.button)
        self._connect()

    def _connect(self) -> None:
        talk = self.view.talk
        self.undo.asked.connect(self._change)
        self.undo.taken_back.connect(self._tell_taken_back)
        self.known.chosen.connect(self._go_on_with)
        for part in (talk.card, talk.rows, talk.themes, talk.matters, self.view.mode):
            part.edited.connect(self._change)
        for around in (talk.back, talk.via, talk.signals, talk.views, talk.helps):
            around.edited.connect(self._change)
        for rearranging in (talk.rows, talk.themes, talk.matters, talk.views, talk.helps):
            rearranging.rearranged.connect(self.view.put_in_tab_order)
        self.view.mode.liked.connect(self._remember)
        talk.card.code.editingFinished.connect(self._check_code)
        talk.helps.picked.connect(self._open_handover)
        talk.note.written.connect(self._write_note)
        talk.rows.in_hand.connect(self._take_in_hand)
        self.view.later.clicked.connect(self._go_on_later)
        self.view.together.clicked.connect(self.look_together)
        with_shortcut(self.view.together, "F11")
        self.looking.edited.connect(self._change)
        self.looking.moved.connect(self._note_screen)
        self.looking.left.connect(self._back_to_my_screen)
        self.view.back.clicked.connect(self._back_to_talk)
        self.view.finish.clicked.connect(self._press_finish)
        with_shortcut(self.view.finish, "Ctrl+Return")
        self.closing.edited.connect(self._change)
        self.closing.done.connect(self._end)
        self.closing.failed.connect(self._show_failure)
        self.showing.edited.connect(self._change)
        self.showing.mark_set.connect(self._set_on_web)
        self.autosave.saved.connect(self._show_saved)
        self.autosave.failed.connect(self._show_failure)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self._back_to_talk)

    # Arriving and leaving

    @property
    def talk(self) -> Talk | None:
        """The conversation shown, or `None`."""
        return self._talk

    @property
    def ending(self) -> EndingPanel | None:
        """The ending, while it is in sight."""
        return self.closing.panel

    @property
    def giving(self) -> Giving:
        """The ways to leave the summary behind."""
        return self.closing.giving

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › this resident › this conversation; only the last during a visit."""
        return () if self._talk is None else trail(self.context, self._talk)

    def open(self, place: Place) -> None:
        """Show a stored draft, or begin a conversation."""
        if self._talk is not None and place.record == self._talk.draft.id:
            return
        self.autosave.flush()
        self._close_ending()
        self.looking.close()
        try:
            talk = read_talk(self.context.workspace, place)
        except SpinnenwebError as error:
            self._stand_empty(self._words_of(error))
            return
        except KeyError:
            self._stand_empty(self.tr("Dit gesprek staat er niet meer. Het is al afgerond of weggedaan."))
            return
        self._begin(talk)

    def _begin(self, talk: Talk) -> None:
        self.closing.finishing = False
        self.context.visit.talks_with(talk.draft.resident.id)
        self._question = talk.draft.question
        saved = talk.draft.saved_at
        self._kept = saved is not None
        self.view.saved.setText("" if saved is None else self._saved_words(clock_time(saved)))
        self.view.talk.start_anew()
        self.undo.forget()
        self._show(talk)
        if stop_of(talk.draft, talk.instrument.codes) is not None:
            self.look_together()
        elif talk.draft.page == _ENDING:
            self._open_ending()
        else:
            self.view.talk.rows.focus(self._question)

    def _stand_empty(self, text: str) -> None:
        self._talk = None
        self.view.talk.show_problem(text)
        self.view.show_parts(shown=False)

    def here(self, place: Place) -> Place:
        """This conversation, also when it was begun at `place`; after it was kept, where it leads."""
        if self.kept.panel is not None:
            return self.kept.next
        return place if self._talk is None else Place(CONVERSATION, record=self._talk.draft.id)

    def leave(self) -> None:
        """Hand what is not written yet to the worker thread."""
        self.autosave.flush()

    def on_changed(self, changes: Changes) -> None:
        """Read cards, villages, permissions and settings again that were changed elsewhere."""
        if self._talk is not None and not self.closing.finishing and changes.touches(*_SHOWN_ELSEWHERE):
            self._show(read_again(self.context.workspace, self._talk.draft))

    # Changing

    def _change(self, edit: edits.Edit) -> None:
        """The one place where the draft changes."""
        if self._talk is None or self.closing.finishing:
            return
        try:
            draft = edit(self._talk.draft)
        except SpinnenwebError as error:
            self._tell(self._words_of(error))
            return
        self._tell("")
        if draft != self._talk.draft:
            lost = self.undo.note(self._talk.draft, draft)
            self._keep(edits.where(draft, self._page_shown(), self._question))
            self._tell_lost(lost)

    def _page_shown(self) -> str:
        if self.looking.stop is not None:
            return page_of(self.looking.stop)
        return _TALK if self.ending is None else _ENDING

    def _keep(self, draft: Draft) -> None:
        if self._talk is not None:
            self._kept = True
            self.autosave.note(draft)
            self._show(with_draft(self.context.workspace, self._talk, draft))

    def _tell_lost(self, lost: str) -> None:
        words = {
            "mark": self.tr("Het cijfer is weggehaald."),
            "matter": self.tr("Dit punt is weggehaald."),
            "themes": self.tr("De thema's zijn weggehaald."),
        }
        if lost:
            self.context.hub.say(words[lost], self.undo.bring_back)

    def _tell_taken_back(self, undone: bool) -> None:
        self.context.hub.say(self.tr("Ongedaan gemaakt.") if undone else self.tr("Opnieuw gedaan."))

    def _go_on_with(self, resident: Resident) -> None:
        self._change(partial(edits.with_known_resident, resident=resident))

    def _remember(self, like: edits.Like) -> None:
        """The next conversation begins with it too."""
        if self._talk is None:
            return
        if not self._talk.draft.resident_is_new:
            keep = partial(_keep_like, self.context.workspace.residents, self._talk.draft.resident.id, like)
            self.context.jobs.run(self, keep, self._report)
        self._change(partial(edits.with_like, like=like))

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)

    def _write_note(self, text: str) -> None:
        self._change(partial(edits.with_note, code="", text=text))

    def _set_on_web(self, given: AxisMark) -> None:
        answer = EMPTY if given.mark is None else marked(given.mark, SetBy.WORKER)
        self._take_in_hand(given.code)
        self.view.talk.rows.light_up(given.code)
        self._change(partial(edits.with_answer, code=given.code, answer=answer))

    def _take_in_hand(self, code: str) -> None:
        self._question = code
        if self.view.talk.web is not None:
            self.view.talk.web.set_in_hand(code)

    def _check_code(self) -> None:
        if self._talk is not None and self._talk.draft.resident_is_new:
            self.view.talk.card.show_code_taken(self._is_taken(self._talk.draft.resident.code))

    def _is_taken(self, code: str) -> bool:
        try:
            self.context.workspace.residents.by_code(code)
        except SpinnenwebError:
            return False
        return True

    # Showing

    def _show(self, talk: Talk) -> None:
        self._talk = talk
        if self.looking.view is not None:
            # the worker's screen is out of sight and is filled in when it comes back
            self.looking.view.show_talk(talk)
            return
        self.view.show_parts(shown=True)
        self.showing.show_talk(talk)
        self.view.mode.show_talk(talk)
        self.known.look_at(talk.draft.resident if talk.draft.resident_is_new else None)
        self.view.put_in_tab_order()
        self._show_stop(talk)
        if self.ending is not None:
            self.closing.show_talk(talk)

    def _show_stop(self, talk: Talk) -> None:
        self.view.talk.rows.setEnabled(not talk.too_young)
        self.view.finish.setEnabled(not talk.too_young and not self.closing.finishing)

    def _show_saved(self, changes: Changes) -> None:
        text = self._saved_words(clock_time(self.context.workspace.clock.now()))
        if text != self.view.saved.text():
            self.view.saved.setText(text)
            announce(self.view.saved, text)
        self.context.hub.report(changes, self)

    def _saved_words(self, time: str) -> str:
        return self.context.words.say("state.saved", time=time)

    def _show_failure(self, error: Exception) -> None:
        if self._talk is not None:
            self._show_stop(self._talk)
        if isinstance(error, SpinnenwebError):
            self._tell(self._words_of(error))
        else:
            self.context.hub.fail(error)

    # Looking together

    def look_together(self) -> None:
        """Fill the window with what the resident sees."""
        if self._talk is not None and not self._talk.too_young and not self.closing.finishing:
            view = self.looking.open(self._talk)
            # what is covered takes no keys, so not the whole view
            view.content.installEventFilter(self.undo)
            self.help_key = "together"

    def _note_screen(self, stop: Stop) -> None:
        """Where two people are is kept once there is something to keep."""
        if self._talk is None:
            return
        self._question = stop.code or self._question
        draft = edits.where(self._talk.draft, page_of(stop), self._question)
        if self._kept:
            self.autosave.note(draft)
        self._talk = with_draft(self.context.workspace, self._talk, draft)

    def _back_to_my_screen(self) -> None:
        stop = self.looking.stop
        self.looking.close()
        self.help_key = ConversationPage.help_key
        if self._talk is None or stop is None:
            return
        draft = edits.where(self._talk.draft, _TALK, self._question)
        if self._kept:
            self.autosave.note(draft)
        self._show(with_draft(self.context.workspace, self._talk, draft))
        if stop.name in AT_THE_END:
            self._open_ending()
        else:
            self.view.talk.rows.focus(self._question)

    def _tell(self, text: str) -> None:
        if self.looking.view is not None:
            self.looking.view.show_problem(text)
        self.view.talk.show_problem(text)
        self.closing.show_problem(text)
        if text:
            announce(self, text)

    def _words_of(self, error: SpinnenwebError) -> str:
        return told(error, self.context.messages, self.context.words).text

    # The end

    def _press_finish(self) -> None:
        if self.kept.panel is not None:
            self.kept.go_on()
        elif self.ending is None:
            self._open_ending()
        else:
            self.closing.finish()

    def _open_ending(self) -> None:
        if self._talk is not None:
            self._escape.setEnabled(True)
            self.undo.enabled = False
            self.closing.open(self._talk)

    def _back_to_talk(self) -> None:
        if self.ending is not None:
            self._close_ending()
            self.view.talk.rows.focus(self._question)

    def _close_ending(self) -> None:
        self._escape.setEnabled(False)
        self.undo.enabled = True
        self.closing.close()
        self.kept.close()

    def _end(self, finished: Finished) -> None:
        talk, self._talk = self._talk, None
        self._close_ending()
        if talk is not None:
            self.kept.take(finished, talk.draft)

    def _open_handover(self, offer_id: str) -> None:
        if self._talk is not None:
            self.context.hub.open(Place(HANDOVER, record=self._talk.draft.resident.id, other=offer_id))

    def _go_on_later(self) -> None:
        self.autosave.flush()
        self.context.hub.open(Place(VISIT if self.context.visit.on else TODAY))


def _keep_like(residents: ResidentService, resident_id: str, like: edits.Like) -> Changes:
    return residents.change(like(residents.get(resident_id)))
