"""One hand-over or tip: chosen, called, agreed, followed, and stopped or withdrawn at any point."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import CLOSED, SHARING, HandoverState, Helped, WayOut
from spinnenweb.services.handover_records import call_card
from spinnenweb.services.looking_along import handover_along
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.one_line import OneLineDialog
from spinnenweb.ui.errors import told
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.handover.layout import Layout
from spinnenweb.ui.pages.handover.papers import Papers
from spinnenweb.ui.places import HANDOVER, RESIDENT, RESIDENTS, VISIT, Crumb, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.handovers import Begun, HandoverCard
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.handover.agreement import Agreed

T = TypeVar("T")
_SHOWN = (Kind.HANDOVER, Kind.CONSENT, Kind.RESIDENT, Kind.ORGANISATION, Kind.OFFER)


class HandoverPage(Page):
    """`Place.record` is a resident, `Place.other` a hand-over, or an offer to begin one with.

    While the resident looks along it holds of the organisation what `services/looking_along` lets through.
    """

    help_key = "handover"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place("")
        self._resident: Resident | None = None
        self._offer: OfferLine | None = None
        self._card: HandoverCard | None = None
        self._undone = ""
        self._busy = False
        self._papers = Papers(context, self, self._fail)
        self.view = Layout(self, context)
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.ways.chosen.connect(self._begin)
        view.agreement.agreed.connect(self._agree)
        view.road.moved.connect(self._move)
        view.road.helped.connect(self._tell_helped)
        view.road.stop_asked.connect(self._ask_stop)
        view.road.withdraw_asked.connect(self._ask_withdraw)
        view.calling.contact_asked.connect(self._take_contact)
        view.calling.mail_asked.connect(self._papers.mail)
        view.calling.mail_file_asked.connect(self._papers.save_mail)
        view.show_letter.clicked.connect(self._papers.show_letter)
        view.print_slip.clicked.connect(self._papers.print_slip)
        view.save_slip.clicked.connect(self._papers.save_slip)

    # arriving

    def crumbs(self) -> tuple[Crumb, ...]:
        """Inwoners › the resident › the offer; during a visit the way back to it only."""
        if self.context.visit.on:
            return Crumb(self.tr("Bezoek"), Place(VISIT)), Crumb(self._title())
        residents = Crumb(self.context.words.say("nav.residents"), Place(RESIDENTS))
        if self._resident is None:
            return (residents,)
        resident = Crumb(display_name(self._resident), Place(RESIDENT, record=self._resident.id))
        return residents, resident, Crumb(self._title())

    def _title(self) -> str:
        if self._card is not None:
            return self._card.line.offer_name
        return "" if self._offer is None else self._offer.offer.name

    def open(self, place: Place) -> None:
        """Show a hand-over as it is now, or the three ways to begin one."""
        if place != self._place:
            self.view.scroll.verticalScrollBar().setValue(0)
        self._place = place
        self.view.agreement.forget()
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again what others changed."""
        if changes.touches(*_SHOWN):
            self._read()

    def leave(self) -> None:
        """Keep the words for the organisation that were typed and not agreed yet."""
        card, typed = self._card, self.view.agreement.text.toPlainText().rstrip()
        if card is None or card.line.state is not HandoverState.PROPOSED or card.line.handover.is_tip:
            return
        if not card.resident.restricted and typed != card.line.handover.words:
            keep = self.context.workspace.handovers.keep_words
            self.context.jobs.run(self, partial(keep, card.line.handover.id, typed), None, self._fail)

    def _read(self) -> None:
        workspace = self.context.workspace
        self._card, self._offer, self._resident = None, None, None
        try:
            self._resident = workspace.residents.get(self._place.record)
            self._card = self._found(self._place.other, self._resident)
            if self._card is None and workspace.handovers.in_bin(self._place.other):
                raise SpinnenwebError("handover.gone")
            if self._card is None:
                the_map = workspace.map_along if self.context.visit.on else workspace.social_map
                self._offer = the_map.offer(self._place.other)
        except SpinnenwebError as error:
            self._stand_empty(error)
            return
        self._show(self._resident)

    def _found(self, handover_id: str, resident: Resident) -> HandoverCard | None:
        workspace = self.context.workspace
        try:
            card = workspace.handovers.card(handover_id)
        except SpinnenwebError as error:
            if error.code != "handover.gone":
                raise
            return None
        if card.resident.id != resident.id:
            raise SpinnenwebError("handover.gone")
        return handover_along(card, workspace.clock.today()) if self.context.visit.on else card

    def _stand_empty(self, error: SpinnenwebError) -> None:
        self.view.header.set_title("")
        self.view.header.set_sub("")
        self.view.gone.label.setText(told(error, self.context.messages, self.context.words).text)
        self.view.gone.show()
        for part in (self.view.columns, self.view.note, self.view.state):
            part.hide()

    def _show(self, resident: Resident) -> None:
        view, card = self.view, self._card
        view.header.set_title(self._title())
        organisation = card.line.organisation_name if card is not None else self._organisation()
        sub = self.tr("{organisation} · voor {name}")
        view.header.set_sub(sub.format(organisation=organisation, name=display_name(resident)))
        self._papers.show_handover(None if card is None else card.line.handover)
        view.gone.hide()
        view.columns.show()
        view.state.setVisible(card is not None)
        for part in (view.calling, view.agreement, view.letter, view.slip, view.road):
            part.setVisible(card is not None)
        view.ways.setVisible(card is None and not resident.restricted)
        self._show_note(self._noted(resident))
        if card is None:
            view.show_left(not resident.restricted)
            view.ways.show_words(self.context.workspace.languages.spoken_to(resident))
        else:
            self._show_card(card)

    def _organisation(self) -> str:
        return "" if self._offer is None else self._offer.organisation.name

    def _noted(self, resident: Resident) -> str:
        words, card = self.context.words, self._card
        if resident.restricted_on is not None:
            return words.say("restriction.note", date=full_day(resident.restricted_on))
        if card is None:
            return ""
        if card.line.state is HandoverState.WITHDRAWN:
            return self.context.messages.say("handover.withdrawn.text")
        return self.context.messages.say("handover.expired.text") if card.line.expired else ""

    def _show_note(self, text: str) -> None:
        self.view.note.label.setText(text)
        self.view.note.setVisible(bool(text))

    def _show_card(self, card: HandoverCard) -> None:
        view, workspace, handover = self.view, self.context.workspace, card.line.handover
        restricted, running = card.resident.restricted, card.line.open and not handover.is_tip
        spoken, lines = workspace.languages.spoken_to(card.resident), self._papers.letters
        tip = self.tr("tip") if handover.is_tip else ""
        state = self.context.words.say(f"handover.state.{card.line.state.value}")
        view.state.setText(", ".join(part for part in (tip, state.lower().rstrip("?")) if part))
        view.state.set_tone("" if card.line.state in CLOSED else "accent")
        call = call_card(card.organisation, card.contact_now)
        first, along = lines.opening_lines(card.line.offer_name), self.context.visit.on
        view.calling.show_call(call, first, mailing=card.line.may_share, along=along)
        gone = "" if card.line.contact is None else card.line.contact.name
        now = "" if card.contact_now is None else card.contact_now.name
        view.calling.show_left(card.line.contact_left, gone, now)
        asking = card.line.state in (HandoverState.PROPOSED, *SHARING)
        view.calling.setVisible(running and asking and not restricted)
        view.agreement.setVisible(running and asking and not restricted)
        if running and asking:
            usual, today = workspace.handovers.usual_until(), workspace.clock.today()
            view.agreement.show_card(card, spoken, usual, today)
        view.letter.setVisible(card.line.may_share and running and not restricted)
        slip = not restricted and card.line.open
        view.slip.setVisible(slip)
        view.show_left(slip)
        view.road.show_card(card, spoken.say("help.after").text)
        if restricted:
            view.road.restrict(handover.consent_id is not None)

    # going on

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        # a second click before the first was written would do the same again
        if not self._busy:
            self._busy = True
            self.context.jobs.run(self, work, partial(self._ready, done), partial(self._ready, self._fail))

    def _ready(self, then: Callable[[T], None], what: T) -> None:
        self._busy = False
        then(what)

    def _take(self, changes: Changes) -> None:
        self.context.hub.report(changes, self)
        self._read()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError) and error.code in ("handover.fields", "handover.until"):
            self.view.agreement.say(told(error, self.context.messages, self.context.words).text)
        else:
            self.context.hub.fail(error)

    def _begin(self, way: WayOut) -> None:
        if self._resident is not None and self._offer is not None:
            begin = self.context.workspace.handovers.begin
            self._run(partial(begin, self._resident.id, self._offer.offer.id, way), self._go_on)

    def _go_on(self, begun: Begun) -> None:
        self.context.hub.report(begun.changes, self)
        self.context.hub.open(Place(HANDOVER, record=self._place.record, other=begun.handover_id))

    def _agree(self, agreed: Agreed) -> None:
        if self._card is not None:
            agree, handover = self.context.workspace.handovers.agree, self._card.line.handover
            answer = (handover.id, agreed.fields, agreed.until, agreed.words, agreed.answered_by)
            self._run(partial(agree, *answer), self._take)

    def _move(self, state: HandoverState) -> None:
        if self._card is None:
            return
        if state is HandoverState.NOT_FITTING:
            self._ask_reason(self.tr("Waarom past het niet?"), self.tr("Bewaren"), state)
        else:
            self._write(state, "")

    def _ask_stop(self) -> None:
        self._ask_reason(self.tr("Waarom stopt het?"), self.tr("Stoppen"), HandoverState.STOPPED)

    def _ask_reason(self, title: str, verb: str, state: HandoverState) -> None:
        hint = self.context.words.say("message.note_hint")
        dialog = OneLineDialog(self.context, title, verb, hint, self)
        dialog.needed = self.tr("Schrijf het in één regel op.") if state is HandoverState.NOT_FITTING else ""
        dialog.written.connect(partial(self._write, state))
        dialog.open()

    def _write(self, state: HandoverState, reason: str) -> None:
        if self._card is not None:
            handover_id = self._card.line.handover.id
            work = partial(self.context.workspace.handovers.move, handover_id, state, reason)
            self._run(work, partial(self._tell_step, handover_id))

    def _tell_helped(self, helped: Helped) -> None:
        if self._card is not None:
            handover_id = self._card.line.handover.id
            work = partial(self.context.workspace.handovers.tell_helped, handover_id, helped)
            self._run(work, partial(self._tell_step, handover_id))

    def _tell_step(self, handover_id: str, changes: Changes) -> None:
        self._take(changes)
        self._undone = handover_id
        self.context.hub.say(self.tr("Opgeschreven."), self._step_back)

    def _step_back(self) -> None:
        back, self._undone = self._undone, ""
        if back:
            self._run(partial(self.context.workspace.handovers.step_back, back), self._take)

    def _ask_withdraw(self) -> None:
        if self._card is None:
            return
        title = self.tr("Wil de inwoner dit niet meer?")
        text = self.tr("Vanaf nu gaat er niets meer weg: geen brief en geen mail. Dit kun je niet terugdraaien.")
        if self.context.asker.confirm(self, title, text, self.tr("Intrekken"), self.tr("Laten zoals het is")):
            # what the resident takes back never waits for something else that was clicked
            withdraw = partial(self.context.workspace.handovers.withdraw, self._card.line.handover.id)
            self.context.jobs.run(self, withdraw, self._take, self._fail)

    def _take_contact(self) -> None:
        if self._card is not None:
            take = self.context.workspace.handovers.take_contact
            self._run(partial(take, self._card.line.handover.id), self._take)
