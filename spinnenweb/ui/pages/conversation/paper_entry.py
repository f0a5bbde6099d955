"""Typing a paper form in: under a minute, by keyboard, in the order of the paper.

It is an ordinary conversation: a draft from the first key on, kept only after the yes that stands on the paper.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from spinnenweb.domain.conversations import Matter, Source, Step, Sureness, WantsChange
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import Mode, short_code
from spinnenweb.domain.residents import ConsentAnswer, Purpose, allows
from spinnenweb.ui.dates import clock_time
from spinnenweb.ui.errors import told
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.conversation.autosave import Autosave
from spinnenweb.ui.pages.conversation.paper_layout import PaperForm, PaperLayout
from spinnenweb.ui.places import TODAY, Crumb, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import set_role
from spinnenweb.ui.typed_date import short_date, typed_date
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import with_shortcut
from spinnenweb.ui.widgets.tab_order import TabOrder

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.answers import Answer
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import Finished
    from spinnenweb.ui.context import Context

T = TypeVar("T")

_CODE = re.compile(r"[A-Za-z]+\d+")


class PaperPage(Page):
    """`Place.other` is a resident, or empty: then the code on the paper tells who it is."""

    help_key = "paper"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.draft: Draft | None = None
        self._finishing = False
        self._form = PaperForm()
        self.view = PaperLayout(self, context.words, context.workspace.catalogue)
        self.autosave = Autosave(context.jobs, context.workspace.conversations.save_draft, self)
        self._order = TabOrder()
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.instrument.activated.connect(self._choose_instrument)
        view.date.editingFinished.connect(self._take_date)
        view.code.editingFinished.connect(self._take_code)
        view.aspects.editingFinished.connect(self._take_aspects)
        for line in view.matters:
            line.textEdited.connect(self._take_matters)
        view.gift.textEdited.connect(self._take_gift)
        view.change.chosen.connect(self._take_change)
        for line in (view.what, view.when, view.with_whom):
            line.textEdited.connect(self._take_step)
        view.sure.chosen.connect(self._take_step)
        view.again.editingFinished.connect(self._take_again)
        for purpose, question in view.permissions.items():
            question.chosen.connect(partial(self._take_permission, purpose))
        view.themes.chosen.connect(self._take_themes)
        view.note.textEdited.connect(self._take_note)
        self._show_form()
        for stop in view.stops():
            if isinstance(stop, QLineEdit):
                stop.returnPressed.connect(self._go_on)
        view.later.clicked.connect(self._go_on_later)
        view.finish.clicked.connect(self._finish)
        self.autosave.saved.connect(self._show_saved)
        self.autosave.failed.connect(self._show_failure)

    def _show_form(self) -> None:
        """Connect the fields of a form that was not on screen before."""
        before = self.view.marks
        self.view.show_form(self._form)
        if self.view.marks is not before:
            for code, field in self.view.marks.items():
                field.answered.connect(partial(self._take_answer, code))
                field.ticked.connect(partial(self._take_topic, code))
            self._order.put(self.view.stops())

    # arriving and leaving

    def crumbs(self) -> tuple[Crumb, ...]:
        """Only where we are: the paper may be anyone's."""
        return (Crumb(self.context.words.say("button.conversation_paper")),)

    def open(self, place: Place) -> None:
        """An empty form for a resident or for whoever the code says."""
        self.autosave.flush()
        self.view.offer()
        if self.view.instrument.findData(self._form) < 0:
            self._form = PaperForm()
        self._show_form()
        resident = self.context.workspace.residents.get(place.other) if place.other else None
        self._begin(resident, self.context.workspace.clock.today())
        self._order.put(self.view.stops())
        self.view.date.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.date.selectAll()

    def leave(self) -> None:
        """Hand what is not written yet to the worker thread."""
        self.autosave.flush()

    def _begin(self, resident: Resident | None, day: date) -> None:
        workspace = self.context.workspace
        someone = resident or replace(workspace.residents.blank(), code="")
        draft = workspace.conversations.begin(someone, resident_is_new=resident is None, held_on=day)
        paper = replace(draft.conversation, source=Source.PAPER, mode=Mode.DIRECT, started_at=None)
        self.draft = self._with_instrument(replace(draft, conversation=paper))
        self._finishing = False
        for line in self.view.stops():
            if isinstance(line, QLineEdit):
                line.clear()
        self.view.date.setText(short_date(day))
        self.view.code.setText(someone.code)
        self.view.saved.setText("")
        for row in (self.view.date_row, self.view.code_row, self.view.again_row, self.view.aspects_row):
            row.set_error("")
        self._tell("")
        self._show()

    def _with_instrument(self, draft: Draft) -> Draft:
        instrument = self.context.workspace.catalogue.instruments[self._form.key]
        sensitive = self.context.workspace.settings.get().sensitive_aspects
        changed = edits.with_instrument(draft, instrument, sensitive)
        marked = replace(changed.conversation, mode=Mode.DIRECT, scale=self._form.scale)
        return replace(changed, conversation=marked)

    # what is typed

    def _change(self, edit: edits.Edit) -> None:
        """The one place where the draft changes."""
        if self.draft is None or self._finishing:
            return
        try:
            draft = edit(self.draft)
        except SpinnenwebError as error:
            self._tell(self._words_of(error))
            return
        if draft != self.draft:
            self._tell("")
            self.draft = draft
            self.autosave.note(draft)
            self._show()

    def _go_on(self) -> None:
        self.focusNextPrevChild(True)

    def _choose_instrument(self) -> None:
        self._form = self.view.instrument.currentData()
        self._show_form()
        self._change(self._with_instrument)

    def _take_date(self) -> None:
        day = typed_date(self.view.date.text(), self.context.workspace.clock.today())
        right = day is not None and day <= self.context.workspace.clock.today()
        self.view.date_row.set_error("" if right else self.tr("Een dag tot en met vandaag, zoals 21-11"))
        if day is not None and right:
            self.view.date.setText(short_date(day))
            self._change(lambda draft: replace(draft, conversation=replace(draft.conversation, held_on=day)))

    def _take_code(self) -> None:
        if self.draft is not None and self.view.code.text().strip() != self.draft.resident.code:
            code = self.view.code.text().strip()
            known = self._known(code)
            blank = replace(self.context.workspace.residents.blank(), code=code)
            self._change(partial(_with_someone, resident=known or blank, is_new=known is None))

    def _known(self, code: str) -> Resident | None:
        try:
            return self.context.workspace.residents.by_code(code) if code else None
        except SpinnenwebError:
            return None

    def _take_answer(self, code: str, answer: Answer) -> None:
        self._change(partial(edits.with_answer, code=code, answer=answer))

    def _take_topic(self, code: str, on: bool) -> None:
        self._change(partial(edits.with_topic, code=code, on=on))

    def _take_aspects(self) -> None:
        if self.draft is None:
            return
        typed = [found.upper() for found in _CODE.findall(self.view.aspects.text())]
        asked = self.draft.conversation.switched_on
        wrong = [code for code in typed if code not in map(short_code, asked)]
        unknown = self.tr("Deze code staat niet op het papier: {codes}").format(codes=", ".join(wrong))
        self.view.aspects_row.set_error(unknown if wrong else "")
        for code in asked:
            self._change(partial(edits.with_topic, code=code, on=short_code(code) in typed))

    def _take_matters(self) -> None:
        words = tuple(line.text() for line in self.view.matters if line.text().strip())

        def put(draft: Draft) -> Draft:
            emptied = replace(draft, conversation=replace(draft.conversation, matters=()))
            for text in words:
                emptied = edits.with_matter(emptied, Matter(words=text))
            return emptied

        self._change(put)

    def _take_gift(self, text: str) -> None:
        self._change(partial(edits.with_gift, text=text))

    def _take_change(self, values: tuple[Hashable, ...]) -> None:
        self._change(partial(edits.with_wants_change, wants=_one(WantsChange, values)))

    def _take_step(self) -> None:
        view = self.view
        step = Step(view.what.text(), view.when.text(), view.with_whom.text(), _one(Sureness, view.sure.values))
        self._change(partial(edits.with_step, step=step))

    def _take_again(self) -> None:
        text, held_on = self.view.again.text(), self.draft.conversation.held_on if self.draft else None
        if held_on is None:
            return
        day = typed_date(text, held_on, ahead=True)
        right = not text.strip() or (day is not None and day >= held_on)
        self.view.again_row.set_error("" if right else self.tr("Een dag na het gesprek, zoals 5-12"))
        if right:
            self.view.again.setText("" if day is None else short_date(day))
            self._change(partial(edits.with_return, day=day))

    def _take_permission(self, purpose: Purpose, values: tuple[Hashable, ...]) -> None:
        self._change(partial(edits.with_permission, purpose=purpose, answer=_one(ConsentAnswer, values)))

    def _take_themes(self, values: tuple[Hashable, ...]) -> None:
        def put(draft: Draft) -> Draft:
            emptied = replace(draft, conversation=replace(draft.conversation, themes=()))
            for code in values:
                emptied = edits.with_theme(emptied, str(code), True)
            return emptied

        self._change(put)

    def _take_note(self, text: str) -> None:
        self._change(partial(edits.with_note, code="", text=text))

    # what is shown

    def _show(self) -> None:
        if self.draft is None:
            return
        talk, view = self.draft.conversation, self.view
        for code, field in view.marks.items():
            entry = talk.entry(code)
            field.show_answer(entry.answer, entry.topic)
        view.instrument.setCurrentIndex(view.instrument.findData(self._form))
        view.instrument.setEnabled(not talk.has_marks())
        view.show_aspects(bool(talk.switched_on))
        named = ", ".join(self._label(code) for code in talk.topics if code in talk.switched_on)
        view.named.setText(named)
        view.named.setVisible(bool(named))
        view.change.show_values(() if talk.wants_change is None else (talk.wants_change,))
        view.sure.show_values(() if talk.step.sure is None else (talk.step.sure,))
        view.themes.show_values(talk.themes)
        for purpose, question in view.permissions.items():
            answer = self.draft.answers.get(purpose)
            question.show_values(() if answer is None else (answer,))
        view.who.setText(self._who(self.draft))
        self._show_consequence(self.draft)

    def _label(self, code: str) -> str:
        return self.context.words.say(f"label.{code}")

    def _who(self, draft: Draft) -> str:
        if not draft.resident_is_new:
            return self.tr("Dit is {name}.").format(name=display_name(draft.resident))
        if draft.resident.code:
            return self.tr("Deze code is nieuw. Er komt een nieuwe inwoner bij.")
        return self.tr("Geen code op het papier? Laat het leeg: de inwoner krijgt er een.")

    def _show_consequence(self, draft: Draft) -> None:
        refused = draft.answers.get(Purpose.RECORD) is ConsentAnswer.NO
        self.view.finish.setText(self.tr("Niets bewaren") if refused else self.tr("Bewaren"))
        with_shortcut(self.view.finish, "Ctrl+Return")
        set_role(self.view.finish, "danger" if refused else "primary")
        self.view.finish.setEnabled(not self._finishing)

    def _show_saved(self, changes: Changes) -> None:
        time = clock_time(self.context.workspace.clock.now())
        self.view.saved.setText(self.context.words.say("state.saved", time=time))
        self.context.hub.report(changes, self)

    def _show_failure(self, error: Exception) -> None:
        self._finishing = False
        self.view.finish.setEnabled(True)
        if isinstance(error, SpinnenwebError):
            self._tell(self._words_of(error))
        else:
            self.context.hub.fail(error)

    def _words_of(self, error: SpinnenwebError) -> str:
        return told(error, self.context.messages, self.context.words).text

    def _tell(self, text: str) -> None:
        self.view.show_problem(text)
        if text:
            announce(self, text)

    # the end

    def _finish(self) -> None:
        for take in (self._take_date, self._take_code, self._take_aspects, self._take_again):
            take()
        if self.draft is None or self._finishing or self._stopped():
            return
        draft = self.draft
        if not draft.resident.code:
            given = self.context.workspace.residents.blank().code
            draft = replace(draft, resident=replace(draft.resident, code=given))
        self._finishing = True
        self.autosave.drop()
        self.view.finish.setEnabled(False)
        work = partial(self.context.workspace.conversations.finish, draft)
        self.context.jobs.run(self, work, self._go_to_next, self._fail_to_finish)

    def _stopped(self) -> bool:
        view = self.view
        for row in (view.date_row, view.code_row, view.aspects_row, view.again_row):
            if row.error:
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        if self._was_asked():
            return False
        self._tell(self.tr("Vul eerst in of bewaren mag. Zonder ja wordt er niets bewaard."))
        view.permissions[Purpose.RECORD].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _was_asked(self) -> bool:
        draft = self.draft
        if draft is None or Purpose.RECORD in draft.answers:
            return draft is not None
        known = () if draft.resident_is_new else self.context.workspace.residents.consents(draft.resident.id)
        return allows(known, Purpose.RECORD)

    def _fail_to_finish(self, error: Exception) -> None:
        if self.draft is not None:
            self.autosave.note(self.draft)
        self._show_failure(error)

    def _go_to_next(self, finished: Finished) -> None:
        name, day = display_name(finished.resident), finished.conversation.held_on
        self.context.hub.report(finished.changes, self)
        kept = self.tr("Het gesprek met {name} staat erin. Je kunt het volgende papier doen.").format(name=name)
        self.context.hub.say(kept if finished.kept else self.tr("Er is niets bewaard."))
        self._begin(None, day)
        self.view.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_later(self) -> None:
        self.autosave.flush()
        self.context.hub.open(Place(TODAY))


def _with_someone(draft: Draft, resident: Resident, is_new: bool) -> Draft:
    talk = replace(draft.conversation, resident_id=resident.id)
    return replace(draft, resident=resident, resident_is_new=is_new, conversation=talk)


def _one(kind: type[T], values: tuple[Hashable, ...]) -> T | None:
    return next((value for value in values if isinstance(value, kind)), None)
