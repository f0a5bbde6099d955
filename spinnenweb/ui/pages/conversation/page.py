"""A conversation, from the first mark to keeping it or letting it go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import clock_time, full_day
from spinnenweb.ui.errors import told
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.known_already import KnownAlready
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.conversation.autosave import Autosave
from spinnenweb.ui.pages.conversation.ending import EndingPanel
from spinnenweb.ui.pages.conversation.layout import Layout, SpokenPart
from spinnenweb.ui.pages.conversation.looking import Looking
from spinnenweb.ui.pages.conversation.undo import Undo
from spinnenweb.ui.places import RESIDENT, RESIDENTS, TODAY, VISIT, Crumb, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.talk import Talk, read_again, read_talk, with_draft
from spinnenweb.ui.theme.look import set_role
from spinnenweb.ui.together.route import AT_THE_END, page_of, stop_of
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import with_shortcut
from spinnenweb.ui.widgets.language_row import paper_language_words
from spinnenweb.ui.widgets.web_input import AxisMark, WebInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Spoken
    from spinnenweb.services.records import Finished
    from spinnenweb.services.summaries import SummaryChoice
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.together.route import Stop

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
        self._spoken_to: tuple[object, ...] | None = None
        self._codes: tuple[str, ...] = ()
        self._finishing = False
        self._question = ""
        self._kept = False
        self.ending: EndingPanel | None = None
        self.giving = Giving(context, self, self._show_failure)
        self.looking = Looking(context, self)
        self.view = Layout(self, context.words, context.messages, context.workspace.catalogue)
        self.autosave = Autosave(context.jobs, context.workspace.conversations.save_draft, self)
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
        for around in (talk.back, talk.via, talk.signals, talk.views):
            around.edited.connect(self._change)
        for rearranging in (talk.rows, talk.themes, talk.matters, talk.views):
            rearranging.rearranged.connect(self._put_in_tab_order)
        talk.card.code.editingFinished.connect(self._check_code)
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

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › this resident › this conversation; only the last during a visit."""
        if self._talk is None:
            return ()
        here = Crumb(self.tr("Gesprek {day}").format(day=_day_of(self._talk)))
        if self.context.visit.on or self._talk.draft.resident_is_new:
            return (Crumb(self._talk.name), here)
        resident = self._talk.draft.resident
        who = f"{resident.calling_name} ({resident.code})" if resident.calling_name else self._talk.name
        return (
            Crumb(self.context.words.say("nav.residents"), Place(RESIDENTS)),
            Crumb(who, Place(RESIDENT, record=resident.id)),
            here,
        )

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
        self._finishing = False
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
        self._show_parts(shown=False)

    def _show_parts(self, shown: bool) -> None:
        for part in (self.view.mode, self.view.saved, self.view.together, self.view.later, self.view.finish):
            part.setVisible(shown)
        self.view.talk.show_columns(shown)

    def leave(self) -> None:
        """Hand what is not written yet to the worker thread."""
        self.autosave.flush()

    def on_changed(self, changes: Changes) -> None:
        """Read cards, villages, permissions and settings again that were changed elsewhere."""
        if self._talk is not None and not self._finishing and changes.touches(*_SHOWN_ELSEWHERE):
            self._show(read_again(self.context.workspace, self._talk.draft))

    # Changing

    def _change(self, edit: edits.Edit) -> None:
        """The one place where the draft changes."""
        if self._talk is None or self._finishing:
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
        self._show_parts(shown=True)
        self._make_web(talk)
        self._make_spoken(talk)
        body = self.view.talk
        for part in (body.card, body.rows, body.themes, body.matters, self.view.mode, body.spoken):
            if part is not None:
                part.show_talk(talk)
        for around in (body.back, body.via, body.signals, body.views):
            around.show_talk(talk)
        body.note.show_text(talk.draft.conversation.note)
        self.known.look_at(talk.draft.resident if talk.draft.resident_is_new else None)
        self._put_in_tab_order()
        self._show_web(talk)
        self._show_stop(talk)
        if self.ending is not None:
            self.ending.show_talk(talk)
            self._show_consequence(talk)

    def _make_web(self, talk: Talk) -> None:
        if self._codes != talk.instrument.codes:
            self._codes = talk.instrument.codes
            labels = [self.context.words.say(f"label.{code}") for code in self._codes]
            web = WebInput(self._codes, labels)
            web.set_calm(self.context.preferences.calm)
            web.mark_set.connect(self._set_on_web)
            self.view.talk.put_web(web)

    def _make_spoken(self, talk: Talk) -> None:
        resident = talk.draft.resident
        spoken_to = (resident.language, resident.level.value, resident.address.value, talk.settings.languages)
        if self._spoken_to != spoken_to:
            self._spoken_to = spoken_to
            spoken = SpokenPart(self._spoken(talk))
            spoken.edited.connect(self._change)
            self.view.talk.put_spoken(spoken)

    def _spoken(self, talk: Talk) -> Spoken:
        return self.context.workspace.languages.spoken_to(talk.draft.resident)

    def _put_in_tab_order(self) -> None:
        self.view.put_in_tab_order()

    def _show_web(self, talk: Talk) -> None:
        web = self.view.talk.web
        if web is not None:
            web.set_read_only(talk.by_aspect or talk.too_young)
            web.set_values(talk.web.values)
            web.set_topics(talk.web.topics)

    def _show_stop(self, talk: Talk) -> None:
        self.view.talk.rows.setEnabled(not talk.too_young)
        self.view.finish.setEnabled(not talk.too_young and not self._finishing)

    def _show_saved(self, changes: Changes) -> None:
        text = self._saved_words(clock_time(self.context.workspace.clock.now()))
        if text != self.view.saved.text():
            self.view.saved.setText(text)
            announce(self.view.saved, text)
        self.context.hub.report(changes, self)

    def _saved_words(self, time: str) -> str:
        return self.context.words.say("state.saved", time=time)

    def _show_failure(self, error: Exception) -> None:
        self._finishing = False
        if self._talk is not None:
            self._show_stop(self._talk)
        if isinstance(error, SpinnenwebError):
            self._tell(self._words_of(error))
        else:
            self.context.hub.fail(error)

    # Looking together

    def look_together(self) -> None:
        """Fill the window with what the resident sees."""
        if self._talk is not None and not self._talk.too_young and not self._finishing:
            self.looking.open(self._talk)
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
        if self.ending is not None:
            self.ending.show_problem(text)
        if text:
            announce(self, text)

    def _words_of(self, error: SpinnenwebError) -> str:
        return told(error, self.context.messages, self.context.words).text

    # The end

    def _press_finish(self) -> None:
        if self.ending is None:
            self._open_ending()
        else:
            self._finish()

    def _open_ending(self) -> None:
        if self._talk is None:
            return
        panel = EndingPanel(self.context.words, self._spoken(self._talk), self._talk)
        panel.summary.show_language(paper_language_words(self.context, self._talk.draft.resident))
        panel.permissions.edited.connect(self._change)
        panel.summary.giving.photo.clicked.connect(self._show_photo)
        panel.summary.giving.print.clicked.connect(self._print_summary)
        panel.summary.giving.pdf.clicked.connect(self._save_summary)
        self.ending = panel
        self._escape.setEnabled(True)
        self.undo.enabled = False
        self.view.show_ending(panel, self.context.words.say("button.conversation_finish"))
        self._show_consequence(self._talk)
        panel.permissions.focus()

    def _show_consequence(self, talk: Talk) -> None:
        keeps = talk.keeps
        self.view.finish.setText(self.tr("Afronden en bewaren") if keeps else self.tr("Afronden en niets bewaren"))
        with_shortcut(self.view.finish, "Ctrl+Return")
        set_role(self.view.finish, "primary" if keeps else "danger")

    def _back_to_talk(self) -> None:
        if self.ending is not None:
            self._close_ending()
            self.view.talk.rows.focus(self._question)

    def _close_ending(self) -> None:
        self.ending = None
        self._escape.setEnabled(False)
        self.undo.enabled = True
        self.view.show_ending(None, self.tr("Het web van vandaag"))
        self.view.finish.setText(self.context.words.say("button.conversation_finish"))
        with_shortcut(self.view.finish, "Ctrl+Return")
        set_role(self.view.finish, "primary")

    def _finish(self) -> None:
        if self._talk is None or self._finishing:
            return
        self._finishing = True
        self.autosave.drop()
        self.view.finish.setEnabled(False)
        work = partial(self.context.workspace.conversations.finish, self._talk.draft)
        self.context.jobs.run(self, work, self._go_on, self._fail_to_finish)

    def _fail_to_finish(self, error: Exception) -> None:
        if self._talk is not None:
            self.autosave.note(self._talk.draft)
        self._show_failure(error)

    def _go_on(self, finished: Finished) -> None:
        self._talk = None
        self._finishing = False
        bring = self._wants_brought() if finished.kept else None
        self._close_ending()
        self.context.hub.report(finished.changes, self)
        if bring is not None:
            self._promise(finished.conversation, bring)
        if self.context.visit.on:
            self.context.hub.open(Place(VISIT))
        elif finished.kept:
            self.context.hub.open(Place(RESIDENT, record=finished.resident.id))
        else:
            self.context.hub.open(Place(TODAY))

    def _wants_brought(self) -> SummaryChoice | None:
        if self.ending is None or not self.ending.summary.giving.bring.isChecked():
            return None
        return self.ending.summary.choice()

    def _promise(self, conversation: Conversation, choice: SummaryChoice) -> None:
        work = partial(self.context.workspace.bringing.promise, conversation, choice)
        self.context.jobs.run(self, work, self._report)

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)

    def _go_on_later(self) -> None:
        self.autosave.flush()
        self.context.hub.open(Place(VISIT if self.context.visit.on else TODAY))

    # What the resident keeps

    def _show_photo(self) -> None:
        if self._talk is not None:
            self.giving.photo(self._talk.draft.resident, self._talk.draft.conversation)

    def _print_summary(self) -> None:
        self._give(self.giving.print)

    def _save_summary(self) -> None:
        self._give(self.giving.save)

    def _give(self, way: Callable[..., None]) -> None:
        if self._talk is not None and self.ending is not None:
            draft = self._talk.draft
            way(draft.resident, draft.conversation, self.ending.summary.choice(), kept=self._talk.keeps)


def _day_of(talk: Talk) -> str:
    # without the year: a conversation in the making is one of these days
    return full_day(talk.draft.conversation.held_on).rsplit(" ", 1)[0]
