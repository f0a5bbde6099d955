"""One resident: who it is, what may be done, what was talked about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import ConsentAnswer, Resident
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.choose_offer import ChooseOfferDialog
from spinnenweb.ui.dialogs.new_talk import talk_place
from spinnenweb.ui.dialogs.proposals import ProposalsDialog
from spinnenweb.ui.dialogs.short_talks import ShortTalks
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog, WantedSummary, Way
from spinnenweb.ui.errors import told
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.known_already import KnownAlready
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.resident.household_acts import Household
from spinnenweb.ui.pages.resident.layout import Layout
from spinnenweb.ui.pages.resident.merged import Merging
from spinnenweb.ui.pages.resident.person import Person, blank_person, name_of, read_person
from spinnenweb.ui.pages.resident.pursuit import Pursuit
from spinnenweb.ui.pages.resident.rights import Rights
from spinnenweb.ui.pages.resident.signals import Signals
from spinnenweb.ui.places import (
    AUDIT,
    COMPARISON,
    CONVERSATION,
    CORRECTION,
    HANDOVER,
    RESIDENT,
    RESIDENTS,
    Crumb,
    Place,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.proposals import About
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.resident.permissions import Said

_SHOWN = (
    Kind.RESIDENT,
    Kind.CONVERSATION,
    Kind.CONSENT,
    Kind.DRAFT,
    Kind.VILLAGE,
    Kind.GOAL,
    Kind.CONTACT,
    Kind.HANDOVER,
    Kind.SIGNAL,
)
_NEEDED_TO_COMPARE = 2


class ResidentPage(Page):
    """`Place.record` is a resident, or empty for a new card; `Place.other` what to show of its line of time."""

    help_key = "resident"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person: Person | None = None
        self._is_new = False
        self._before: Resident | None = None
        self.giving = Giving(context, self)
        self._short = ShortTalks(context, self)
        self.view = Layout(self, context)
        self._pursuit = Pursuit(context, self.view.goals)
        self._household = Household(context, self.view.household, self)
        self.merging = Merging(context, self.view.merged, self)
        self._signals = Signals(context, self.view.signals, self)
        self.rights = Rights(context, self.view.rights, self)
        self.known = KnownAlready(context, self.tr("Ja, open {name}"))
        self.view.card.put_above(self.known)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.begin.clicked.connect(self._begin)
        view.visit.clicked.connect(self._prepare_visit)
        view.pdf.clicked.connect(self._ask_summary)
        view.compare.clicked.connect(self._compare)
        view.log.clicked.connect(self._open_log)
        view.short.clicked.connect(self._write_short)
        view.timeline.draft_chosen.connect(self._go_on)
        view.timeline.handover_chosen.connect(self._open_handover)
        view.card.saved.connect(self._save)
        view.card.left.connect(self._leave_new)
        view.permissions.said.connect(self._say)
        view.card.typed_on.connect(self._look_for_known)
        self.known.chosen.connect(self._open_known)
        self.merging.changed.connect(self._take_changes)
        view.handovers.begun.connect(self._begin_handover)
        view.handovers.opened.connect(self._open_handover)
        for part in (view.goals, view.signals, view.handovers):
            part.looked.connect(self._look_for)
        self._signals.changed.connect(self._take_changes)
        self._pursuit.changed.connect(self._take_changes)
        self._household.changed.connect(self._take_changes)
        self.rights.changed.connect(self._take_changes)
        self.rights.leaving.connect(self.leave)
        self.rights.erased.connect(self._let_go)
        view.timeline.mend_asked.connect(self._mend_talk)
        view.timeline.put_away.connect(self.rights.put_talk_away)
        view.goals.put_away.connect(self.rights.put_goal_away)
        view.permissions.mend_asked.connect(self.rights.mend_consent)

    # arriving

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › this resident."""
        here = self.tr("Nieuwe inwoner") if self._is_new else self._name()
        return Crumb(self.context.words.say("nav.residents"), Place(RESIDENTS)), Crumb(here)

    def _name(self) -> str:
        if self._person is None:
            return ""
        resident = self._person.resident
        return f"{resident.calling_name} ({resident.code})" if resident.calling_name else display_name(resident)

    def open(self, place: Place) -> None:
        """Show a resident as it is in the vault now, or an empty card."""
        if self._person is None or self._person.resident.id != place.record:
            self.view.scroll.verticalScrollBar().setValue(0)
        self._is_new = not place.record
        if self._is_new:
            self._show(blank_person(self.context.workspace))
        else:
            self._read(place.record, place.other)
            self._bring_to(place.other)

    def _bring_to(self, record_id: str) -> None:
        if (row := self.view.timeline.row_of(record_id)) is not None:
            self.view.scroll.bring_to(row)

    def leave(self) -> None:
        """Keep what was filled in on the card and not kept yet."""
        typed = self.view.card.typed()
        if typed is not None:
            residents = self.context.workspace.residents
            work = partial(residents.add if self._is_new else residents.change, typed)
            self.context.jobs.run(self, work, self._report)
        self.view.goals.hand_over()

    def _let_go(self) -> None:
        """Of somebody who was erased nothing that was typed is kept."""
        self.view.card.close_fields()
        self.view.goals.let_go()

    def _report(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)

    def on_changed(self, changes: Changes) -> None:
        """Read again what others changed; fields that are open stay as they are."""
        if self._person is not None and not self._is_new and changes.touches(*_SHOWN):
            self._read(self._person.resident.id)

    def _read(self, resident_id: str, unfolded: str = "") -> None:
        try:
            person = read_person(self.context.workspace, resident_id)
        except SpinnenwebError:
            self._stand_empty()
            return
        self._show(person, unfolded)

    def _stand_empty(self) -> None:
        self._person = None
        self.view.header.set_title("")
        self.view.gone.label.setText(self.tr("Deze inwoner staat er niet meer."))
        self._show_parts(None)

    def _show(self, person: Person, unfolded: str = "") -> None:
        self._person = person
        view = self.view
        view.header.set_title(self.tr("Nieuwe inwoner") if self._is_new else display_name(person.resident))
        view.header.set_sub(person.resident.code if person.resident.calling_name and not self._is_new else "")
        view.village.setText(person.village)
        view.timeline.show_person(person, unfolded)
        view.webs.show_person(person)
        view.card.show_person(person, self._is_new)
        view.permissions.show_person(person)
        view.handovers.show_person(person)
        self._signals.show_person(person)
        self._pursuit.show_person(person)
        self._household.show_person(person)
        view.merged.show_person(person)
        self.merging.show_person(person)
        self.rights.show_person(person)
        self.known.look_at(None)
        self._show_parts(person)

    def _show_parts(self, person: Person | None) -> None:
        view, known = self.view, person is not None and not self._is_new
        self._show_restriction(person if known else None)
        ready = person is not None and person.resident.ready_for_visit
        view.gone.setVisible(person is None)
        view.columns.setVisible(person is not None)
        view.show_left(known)
        view.village.setVisible(known and bool(view.village.text()))
        view.ready.setVisible(known and ready)
        for part in (
            view.begin,
            view.visit,
            view.permissions,
            view.household,
            view.merged,
            view.goals,
            view.handovers,
            view.talks_title,
            view.rights,
            view.short,
        ):
            part.setVisible(known)
        view.signals.setVisible(known and person is not None and bool(person.signals))
        view.no_talks.setVisible(known and not view.timeline.isVisibleTo(view.columns))
        view.pdf.setVisible(known and person is not None and bool(person.talks))
        view.compare.setVisible(known and person is not None and len(person.webs) >= _NEEDED_TO_COMPARE)
        prepare = self.context.words.say("button.visit_prepare")
        view.visit.setText(self.tr("Niet meer klaarzetten") if ready else prepare)

    def _show_restriction(self, person: Person | None) -> None:
        since = None if person is None else person.resident.restricted_on
        for part in (self.view.restricted, self.view.restriction):
            part.setVisible(since is not None)
        for act in (
            self.view.begin,
            self.view.visit,
            self.view.pdf,
            self.view.card.change,
            self.view.handovers.begin,
            self.view.handovers.give,
        ):
            act.setEnabled(since is None)
        if since is not None:
            text = self.context.words.say("restriction.note", date=full_day(since))
            self.view.restriction.label.setText(text)

    # hand-overs

    def _begin_handover(self) -> None:
        if self._person is not None:
            dialog = ChooseOfferDialog(self.context, self._person.resident, self)
            dialog.chosen.connect(self._open_handover)
            dialog.open()

    def _look_for(self, about: About) -> None:
        if self._person is not None:
            named = name_of(about, self._person, self.context.words)
            dialog = ProposalsDialog(self.context, self._person.resident, about, named, self)
            dialog.picked.connect(self._open_handover)
            dialog.open()

    def _open_handover(self, record_id: str) -> None:
        if self._person is not None:
            self.context.hub.open(Place(HANDOVER, record=self._person.resident.id, other=record_id))

    # short talks

    def _write_short(self) -> None:
        if self._person is not None:
            self._short.write(self._person.resident)

    # going on

    def _begin(self) -> None:
        if self._person is not None:
            self.context.hub.open(talk_place(self.context.workspace, self._person.resident.id))

    def _go_on(self, draft_id: str) -> None:
        self.context.hub.open(Place(CONVERSATION, record=draft_id))

    def _mend_talk(self, talk_id: str) -> None:
        """Go and write a talk down better; of somebody whose file is only kept the reason is said right here."""
        try:
            self.context.workspace.conversations.to_correct(talk_id)
        except SpinnenwebError as error:
            self.context.hub.fail(error)
        else:
            self.context.hub.open(Place(CORRECTION, record=talk_id))

    def _compare(self) -> None:
        if self._person is not None:
            self.context.hub.open(Place(COMPARISON, record=self._person.resident.id))

    def _open_log(self) -> None:
        if self._person is not None:
            self.context.hub.open(Place(AUDIT, record=self._person.resident.id))

    def _prepare_visit(self) -> None:
        if self._person is not None:
            resident = self._person.resident
            set_ready = self.context.workspace.residents.set_ready
            work = partial(set_ready, resident.id, not resident.ready_for_visit)
            self.context.jobs.run(self, work, self._take_changes)

    # the card

    def _save(self, resident: Resident) -> None:
        residents = self.context.workspace.residents
        work = partial(residents.add if self._is_new else residents.change, resident)
        self._before = None if self._is_new or self._person is None else self._person.resident
        self.context.jobs.run(self, work, partial(self._tell_saved, resident.id), self._show_refusal)

    def _tell_saved(self, resident_id: str, changes: Changes) -> None:
        self.view.card.close_fields()
        self.context.hub.report(changes, self)
        self.context.hub.say(self.tr("De gegevens zijn bewaard."), self._undo if self._before else None)
        if self._is_new:
            self.context.hub.open(Place(RESIDENT, record=resident_id))
        else:
            self._read(resident_id)

    def _undo(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            work = partial(self.context.workspace.residents.change, before)
            self.context.jobs.run(self, work, self._take_changes)

    def _show_refusal(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            text = told(error, self.context.messages, self.context.words).text
            self.view.card.form.show_error(error, text)
        else:
            self.context.hub.fail(error)

    def _look_for_known(self, typed: Resident) -> None:
        self.known.look_at(typed if self._is_new else None)

    def _open_known(self, resident: Resident) -> None:
        # what was typed is of someone who has a card: leaving would keep it as one more
        self.view.card.close_fields()
        self.context.hub.open(Place(RESIDENT, record=resident.id))

    def _leave_new(self) -> None:
        if self._is_new:
            self.context.hub.open(Place(RESIDENTS))

    # permissions

    def _say(self, said: Said) -> None:
        if self._person is None:
            return
        residents, resident = self.context.workspace.residents, self._person.resident
        answer = partial(residents.say, resident.id, said.purpose, said.answer, answered_by=said.answered_by)
        work = partial(answer, receiver=said.receiver)
        self.context.jobs.run(self, work, self._take_changes)
        if said.answer is ConsentAnswer.WITHDRAWN:
            self._tell_withdrawn(resident, said.receiver)

    def _tell_withdrawn(self, resident: Resident, receiver: str) -> None:
        words, name = self.context.words, display_name(resident)
        told = self.context.workspace.handovers.shared_with(resident.id)
        shared = ", ".join(one for one in told if receiver in ("", one)) or self.tr("nog niets")
        self.context.hub.say(words.say("consent.worker_withdrawn", name=name, list=shared))

    def _take_changes(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        if self._person is not None and not self._is_new:
            self._read(self._person.resident.id)

    # the summary

    def _ask_summary(self) -> None:
        if self._person is not None and self._person.talks:
            talks = tuple(talk.conversation for talk in self._person.talks)
            dialog = SummaryDialog(talks, self.context, self)
            dialog.wanted.connect(self._give)
            dialog.open()

    def _give(self, wanted: WantedSummary) -> None:
        if self._person is None:
            return
        resident, talk = self._person.resident, wanted.conversation
        if wanted.way is Way.PHOTO:
            self.giving.photo(resident, talk)
        elif wanted.way is Way.PRINT:
            self.giving.print(resident, talk, wanted.choice)
        elif wanted.way is Way.PDF:
            self.giving.save(resident, talk, wanted.choice)
        else:
            work = partial(self.context.workspace.bringing.promise, talk, wanted.choice)
            self.context.jobs.run(self, work, self._tell_promised)

    def _tell_promised(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self.context.hub.say(self.tr("Het staat op Vandaag. Daar druk je alles in één keer af."))
