"""Writing a finished conversation down better: a correction of what was written, never a new reading."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.dates import full_day, qt_date
from spinnenweb.ui.dialogs.day_choice import day_of
from spinnenweb.ui.errors import told
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.conversation.correction_layout import CorrectionLayout
from spinnenweb.ui.pages.conversation.showing import Showing
from spinnenweb.ui.pages.conversation.trail import trail
from spinnenweb.ui.pages.conversation.undo import Undo
from spinnenweb.ui.places import RESIDENT, RESIDENTS, Crumb, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.talk import Talk, read_again, with_draft
from spinnenweb.ui.widgets.announce import announce

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.widgets.web_input import AxisMark

_SHOWN_ELSEWHERE = (Kind.RESIDENT, Kind.VILLAGE, Kind.SETTINGS)


def read_held(workspace: Workspace, conversation_id: str) -> Talk:
    """A finished conversation as the parts of the talk show it; how it was held stays as it is.

    Raises:
        KeyError: there is no such conversation.
        SpinnenwebError: `resident.gone`, `resident.restricted`.
    """
    conversation = workspace.conversations.to_correct(conversation_id)
    resident = workspace.residents.get(conversation.resident_id)
    return read_again(workspace, Draft(conversation.id, resident, False, conversation))


class CorrectionPage(Page):
    """`Place.record` is a finished conversation. Going elsewhere keeps what was corrected, with a way back."""

    help_key = "correction"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._talk: Talk | None = None
        self._before: Conversation | None = None
        self._keeping = False
        self.view = CorrectionLayout(self, context)
        self.showing = Showing(context, self.view.talk)
        self.undo = Undo(self)
        self._connect()

    def _connect(self) -> None:
        view, talk = self.view, self.view.talk
        for part in (talk.rows, talk.themes, talk.matters, talk.via, talk.signals, talk.views):
            part.edited.connect(self._change)
        for rearranging in (talk.rows, talk.themes, talk.matters, talk.views):
            rearranging.rearranged.connect(view.put_in_tab_order)
        self.showing.edited.connect(self._change)
        self.showing.mark_set.connect(self._set_on_web)
        self.undo.asked.connect(self._change)
        self.undo.taken_back.connect(self._tell_taken_back)
        talk.note.written.connect(self._write_note)
        view.noticed.written.connect(self._write_noticed)
        view.gift.written.connect(self._write_gift)
        view.day.dateChanged.connect(self._choose_day)
        view.keep.clicked.connect(self._keep)
        view.drop.clicked.connect(self._drop)

    # arriving and leaving

    @property
    def talk(self) -> Talk | None:
        """The conversation as it is corrected so far, or `None`."""
        return self._talk

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › this resident › this conversation."""
        here = Crumb(self.tr("Gesprek verbeteren"))
        if self._talk is None:
            return Crumb(self.context.words.say("nav.residents"), Place(RESIDENTS)), here
        return *trail(self.context, self._talk)[:-1], here

    def open(self, place: Place) -> None:
        """Show a finished conversation as it was written down."""
        if self._read(place.record):
            self.view.talk.start_anew()
            self.view.talk.rows.focus("")

    def _read(self, conversation_id: str) -> bool:
        self.undo.forget()
        self._keeping = False
        try:
            talk = read_held(self.context.workspace, conversation_id)
        except SpinnenwebError as error:
            self._stand_empty(self._words_of(error))
        except KeyError:
            self._stand_empty(self.tr("Dit gesprek staat er niet meer. Er is niets veranderd."))
        else:
            self._before = talk.draft.conversation
            self.view.talk.show_problem("")
            self.view.say_what_it_is(talk)
            self._show(talk)
        return self._talk is not None

    def _stand_empty(self, text: str) -> None:
        self._talk = None
        self.view.header.set_sub("")
        self.view.talk.show_problem(text)
        self.view.show_parts(shown=False)

    def leave(self) -> None:
        """Keep what was corrected; the message has the way back. A day that cannot be is not kept."""
        corrected = self._corrected()
        if corrected is None or self._problem(corrected):
            return
        before, self._before = self._before, corrected
        work = partial(self.context.workspace.conversations.correct, corrected)
        self.context.jobs.run(self, work, partial(self._tell_kept, before), self.context.hub.fail)

    def on_changed(self, changes: Changes) -> None:
        """Read the card again that was changed elsewhere."""
        if self._talk is None or self._keeping or not changes.touches(*_SHOWN_ELSEWHERE):
            return
        try:
            self._show(read_again(self.context.workspace, self._talk.draft))
        except SpinnenwebError as error:
            self._stand_empty(self._words_of(error))

    # correcting

    def _change(self, edit: edits.Edit) -> None:
        """The one place where the conversation changes."""
        if self._talk is None or self._keeping:
            return
        try:
            draft = edit(self._talk.draft)
        except SpinnenwebError as error:
            self._tell(self._words_of(error))
            return
        self._tell("")
        if draft != self._talk.draft:
            self.undo.note(self._talk.draft, draft)
            self._show(with_draft(self.context.workspace, self._talk, draft))

    def _write_note(self, text: str) -> None:
        self._change(partial(edits.with_note, code="", text=text))

    def _write_noticed(self, text: str) -> None:
        self._change(partial(edits.with_noticed, text=text))

    def _write_gift(self, text: str) -> None:
        self._change(partial(edits.with_gift, text=text))

    def _choose_day(self, _day: QDate) -> None:
        self._change(partial(edits.with_held_on, day=day_of(self.view.day)))

    def _set_on_web(self, given: AxisMark) -> None:
        answer = EMPTY if given.mark is None else marked(given.mark, SetBy.WORKER)
        self.view.talk.rows.light_up(given.code)
        self._change(partial(edits.with_answer, code=given.code, answer=answer))

    def _tell_taken_back(self, undone: bool) -> None:
        self.context.hub.say(self.tr("Ongedaan gemaakt.") if undone else self.tr("Opnieuw gedaan."))

    # showing

    def _show(self, talk: Talk) -> None:
        self._talk = talk
        conversation, view = talk.draft.conversation, self.view
        view.show_parts(shown=True)
        self.showing.show_talk(talk)
        # how earlier steps went is told at the table, not here
        view.talk.back.hide()
        view.noticed.show_text(conversation.noticed)
        view.gift.show_text(conversation.gift)
        self._show_day(conversation.held_on)
        view.put_in_tab_order()

    def _show_day(self, day: date) -> None:
        field = self.view.day
        if day_of(field) != day:
            field.blockSignals(True)
            field.setDate(qt_date(day))
            field.blockSignals(False)

    def _tell(self, text: str) -> None:
        self.view.talk.show_problem(text)
        if text:
            announce(self, text)

    def _words_of(self, error: SpinnenwebError) -> str:
        return told(error, self.context.messages, self.context.words).text

    # keeping

    def _corrected(self) -> Conversation | None:
        """The conversation when anything in it was corrected."""
        if self._talk is None or self._keeping or self._talk.draft.conversation == self._before:
            return None
        return self._talk.draft.conversation

    def _problem(self, corrected: Conversation) -> str:
        again = corrected.return_on
        if again is None or again >= corrected.held_on:
            return ""
        wrong = self.tr("De nieuwe afspraak op {day} ligt voor het gesprek. Verbeter een van de twee.")
        return wrong.format(day=full_day(again))

    def _keep(self) -> None:
        corrected = self._corrected()
        if corrected is None:
            self._drop()
            return
        problem = self._problem(corrected)
        self._tell(problem)
        if problem:
            self.view.talk.verticalScrollBar().setValue(0)
            return
        self._keeping = True
        work = partial(self.context.workspace.conversations.correct, corrected)
        self.context.jobs.run(self, work, partial(self._end, corrected), self._fail)

    def _end(self, corrected: Conversation, changes: Changes) -> None:
        before, self._talk = self._before, None
        self.context.hub.open(Place(RESIDENT, record=corrected.resident_id, other=corrected.id))
        self._tell_kept(before, changes)

    def _tell_kept(self, before: Conversation | None, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        back = None if before is None else partial(self._take_back, before)
        self.context.hub.say(self.tr("Het gesprek is verbeterd."), back)

    def _take_back(self, before: Conversation) -> None:
        work = partial(self.context.workspace.conversations.correct, before)
        self.context.jobs.run(self, work, self._report, self.context.hub.fail)

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        if self._talk is not None:
            self._read(self._talk.draft.id)

    def _fail(self, error: Exception) -> None:
        self._keeping = False
        if isinstance(error, SpinnenwebError):
            self._tell(self._words_of(error))
        else:
            self.context.hub.fail(error)

    def _drop(self) -> None:
        """Leave the conversation as it was."""
        if self._talk is not None:
            talk, self._talk = self._talk, None
            held = talk.draft.conversation
            self.context.hub.open(Place(RESIDENT, record=held.resident_id, other=held.id))
