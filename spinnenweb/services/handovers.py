"""Warm hand-overs and tips: begun, agreed, followed until it helped; stopped and withdrawn at any point.

Rules: `reference/ecosystem.md` 5, lessons 13 to 15, and `reference/domain.md` 4.2.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import (
    SHARING,
    USUAL_DAYS,
    FieldCode,
    Handover,
    HandoverState,
    Helped,
    Moment,
    Stages,
    WayOut,
    expired,
    moved,
    next_states,
    refuse_leaving,
    refuse_until,
    share_in_force,
    stages_of,
    state_now,
)
from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose
from spinnenweb.domain.social_map import current_contact
from spinnenweb.domain.text_rules import clean, clean_line
from spinnenweb.services.consents import Asking, consent
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.handover_records import Begun, HandoverCard, HandoverLine, LeftBehind
from spinnenweb.services.handover_writing import known_handover, remind, withdraw_one, withdraw_shared
from spinnenweb.services.languages import as_spoken_to
from spinnenweb.services.map_writing import known_offer
from spinnenweb.services.residents import known, refuse_restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.residents import Consent, Resident
    from spinnenweb.domain.social_map import ContactPerson
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

__all__ = ["Begun", "HandoverCard", "HandoverLine", "HandoverService", "LeftBehind", "stages_by_resident"]

LONGEST_WORDS = 2000
_AGREEABLE = (HandoverState.PROPOSED, *SHARING)


class HandoverService:
    """What is done with hand-overs. Letters and mail are made by `HandoverLetterService`."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource, texts: Path) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids
        self._texts = texts

    # reading

    def of(self, resident_id: str) -> tuple[HandoverLine, ...]:
        """The hand-overs and tips of one resident, newest first."""
        with self._database.reading() as work:
            return self._lines(work, work.handovers.of(resident_id))

    def all(self) -> tuple[HandoverLine, ...]:
        """Those of everybody who is in sight, newest first."""
        with self._database.reading() as work:
            return self._lines(work, work.handovers.all())

    def reached(self, organisation_id: str) -> tuple[HandoverLine, ...]:
        """What reached an organisation, also by way of those that were merged into it; tips are not told to it."""
        with self._database.reading() as work:
            ids = work.map_merges.all_of(work.map_merges.standing_for(organisation_id))
            found = [one for one in work.handovers.to_organisations(ids) if one.reached(HandoverState.CONTACTED)]
            return self._lines(work, found)

    def card(self, handover_id: str) -> HandoverCard:
        """Everything about one; `SpinnenwebError` `handover.gone`."""
        with self._database.reading() as work:
            handover = known_handover(work, handover_id)
            line = self._lines(work, [handover])[0]
            resident = known(work, handover.resident_id)
            offer = work.offers.get(work.map_merges.standing_for(handover.offer_id))
            organisation = work.organisations.get(work.map_merges.standing_for(handover.organisation_id))
            now = self._contact(work, handover)
            said = None if handover.consent_id is None else work.consents.get(handover.consent_id)
        follows = next_states(replace(handover, state=line.state))
        return HandoverCard(line, resident, offer, organisation, now, said, follows)

    def left_behind(self) -> tuple[LeftBehind, ...]:
        """Those for which somebody still has to be called while that person is gone, newest first.

        After the first contact nobody is called any more, and of a file that is only kept nothing can be done.
        """
        states = [state.value for state in _AGREEABLE]
        with self._database.reading() as work:
            lines = self._lines(work, [one for one in work.handovers.running(states) if not one.is_tip])
            left = [line for line in lines if line.open and line.contact_left]
            found = [(line, known(work, line.handover.resident_id)) for line in left]
            return tuple(
                LeftBehind(line, resident, self._contact(work, line.handover))
                for line, resident in found
                if not resident.restricted
            )

    def in_bin(self, handover_id: str) -> bool:
        """Whether this is a hand-over that was put away."""
        with self._database.reading() as work:
            there = work.handovers.get(handover_id) is not None
            return not there and handover_id in work.handovers.taken([handover_id])

    def shared_with(self, resident_id: str) -> tuple[str, ...]:
        """The names of the organisations that were told something about a resident, each once."""
        with self._database.reading() as work:
            found = [one for one in work.handovers.of(resident_id) if one.reached(HandoverState.CONTACTED)]
            names = work.organisations.names_of({one.organisation_id for one in found})
        return tuple(dict.fromkeys(names.get(one.organisation_id, "") for one in reversed(found)))

    def stages(self, resident_id: str) -> Stages:
        """How far one resident came, for the figures that are shared."""
        with self._database.reading() as work:
            return stages_by_resident(work).get(resident_id, Stages())

    def usual_until(self) -> date:
        """The last day that is proposed for sharing."""
        return self._clock.today() + timedelta(days=USUAL_DAYS)

    def refuse_leaving(self, handover_id: str) -> None:
        """Refuse when nothing of the resident may leave now.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.withdrawn`, `handover.expired`, `handover.not_agreed`,
                `handover.closed`, `handover.tip`, `resident.restricted`.
        """
        with self._database.reading() as work:
            refuse_leaving_now(work, known_handover(work, handover_id), self._clock.today())

    # writing

    @again_when_full
    def begin(self, resident_id: str, offer_id: str, way: WayOut, words: str = "") -> Begun:
        """Begin a hand-over, or give a tip when the resident goes alone: then nothing leaves.

        Where the same one was only just begun, that one goes on: who went back and chose again means it.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`, `map.gone`, `text.*`.
        """
        said, today = clean(words, LONGEST_WORDS, "handover_words"), self._clock.today()
        with self._database.writing() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            offer = known_offer(work, offer_id)
            begun = (Moment(HandoverState.PROPOSED, self._clock.now()),)
            if running := _same(work.handovers.of(resident.id), offer.id, way, work.map_merges.kept()):
                return Begun(running.id, self._touched(running))
            pointed = (self._ids.new(), resident.id, offer.id, offer.organisation_id, None)
            handover = Handover(*pointed, way, HandoverState.PROPOSED, words=said, history=begun)
            contact = self._contact(work, handover)
            handover = replace(handover, contact_id=None if contact is None else contact.id)
            work.handovers.add(handover)
            return Begun(handover.id, self._touched(handover) | remind(work, handover, today, self._ids))

    @again_when_full
    def agree(
        self,
        handover_id: str,
        fields: Iterable[FieldCode],
        until: date,
        words: str = "",
        answered_by: AnsweredBy = AnsweredBy.SELF,
    ) -> Changes:
        """The resident says yes to these fields, for this one receiver, up to and including a day.

        While it runs this can be agreed again, for other fields or a later day.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.step`, `handover.withdrawn`, `handover.tip`,
                `handover.fields` (nothing is ticked), `handover.until`, `resident.restricted`, `text.*`.
        """
        ticked = tuple(code for code in FieldCode if code in set(fields))
        said, today = clean(words, LONGEST_WORDS, "handover_words"), self._clock.today()
        refuse_until(until, today)
        if not ticked:
            raise SpinnenwebError("handover.fields")
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            if handover.is_tip or handover.state not in _AGREEABLE:
                raise SpinnenwebError("handover.tip" if handover.is_tip else "handover.step")
            yes = self._answer(work, handover, ConsentAnswer.YES, answered_by)
            yes = replace(yes, fields=tuple(code.value for code in ticked), until=until)
            work.consents.add(yes)
            agreed = replace(handover, fields=ticked, until=until, words=said, consent_id=yes.id)
            if handover.state is HandoverState.PROPOSED:
                agreed = moved(agreed, HandoverState.AGREED, self._clock.now())
            work.handovers.update(agreed)
            changes = self._touched(agreed) | changed(Kind.CONSENT, yes.id)
            return changes | remind(work, agreed, today, self._ids)

    @again_when_full
    def keep_words(self, handover_id: str, words: str) -> Changes:
        """Keep the words for the organisation before anything is agreed; they leave with a yes only.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.step` (it was agreed already), `handover.withdrawn`,
                `resident.restricted`, `text.*`.
        """
        said = clean(words, LONGEST_WORDS, "handover_words")
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            if handover.state is not HandoverState.PROPOSED:
                raise SpinnenwebError("handover.step")
            work.handovers.update(replace(handover, words=said))
            return self._touched(handover)

    @again_when_full
    def move(self, handover_id: str, state: HandoverState, reason: str = "") -> Changes:
        """Write down how far it came; `reason` says why it did not fit or stopped.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.step`, `handover.withdrawn`, `handover.expired` (no contact
                is made after the last day), `handover.reason` (not fitting needs one), `resident.restricted`,
                `text.*`.
        """
        why = clean_line(reason, LONGEST_LINE, "handover_reason")
        if state in (HandoverState.AGREED, HandoverState.WITHDRAWN, HandoverState.HELPED):
            raise SpinnenwebError("handover.step")
        if state is HandoverState.NOT_FITTING and not why:
            raise SpinnenwebError("handover.reason")
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            if state is HandoverState.CONTACTED and expired(handover, self._clock.today()):
                raise SpinnenwebError("handover.expired")
            return self._write(work, replace(handover, reason=why or handover.reason), state)

    def stop(self, handover_id: str, reason: str = "") -> Changes:
        """It goes no further; raises as `move`."""
        return self.move(handover_id, HandoverState.STOPPED, reason)

    @again_when_full
    def tell_helped(self, handover_id: str, helped: Helped) -> Changes:
        """Write down what the resident says to "hielp het?"; raises as `move`."""
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            return self._write(work, replace(handover, helped=helped), HandoverState.HELPED)

    @again_when_full
    def withdraw(self, handover_id: str, answered_by: AnsweredBy = AnsweredBy.SELF) -> Changes:
        """The resident no longer wants it: from this second nothing leaves any more, of a restricted file too.

        The answer is about a receiver, so it ends all that runs to that one.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.step`, `handover.tip`, `resident.restricted` (and
                nothing was agreed yet).
        """
        with self._database.writing() as work:
            handover = known_handover(work, handover_id)
            if handover.is_tip or not handover.open:
                raise SpinnenwebError("handover.tip" if handover.is_tip else "handover.step")
            changes = self._touched(handover)
            if handover.consent_id is not None:
                no = self._answer(work, handover, ConsentAnswer.WITHDRAWN, answered_by)
                work.consents.add(no)
                changes |= changed(Kind.CONSENT, no.id)
                return changes | withdraw_shared(work, handover.resident_id, no.receiver, self._clock.now())
            refuse_restricted(known(work, handover.resident_id))
            return changes | withdraw_one(work, handover, self._clock.now())

    @again_when_full
    def step_back(self, handover_id: str) -> Changes:
        """Take back the last step, written down by mistake. What was agreed or withdrawn is an answer, and stays.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.step`, `handover.withdrawn`, `resident.restricted`.
        """
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            history = handover.history[:-1]
            if not history or handover.state in (HandoverState.AGREED, HandoverState.WITHDRAWN):
                raise SpinnenwebError("handover.step")
            back = replace(handover, state=history[-1].state, history=history, helped=None, reason="")
            work.handovers.update(back)
            return self._touched(back) | remind(work, back, self._clock.today(), self._ids)

    @again_when_full
    def take_contact(self, handover_id: str) -> Changes:
        """Go on with whoever is the contact person now, because the earlier one left.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.contact` (nobody is there now), `handover.withdrawn`,
                `handover.closed`, `resident.restricted`.
        """
        with self._database.writing() as work:
            handover = self._running(work, handover_id)
            if not handover.open:
                raise SpinnenwebError("handover.closed")
            now = self._contact(work, handover)
            if now is None:
                raise SpinnenwebError("handover.contact")
            work.handovers.update(replace(handover, contact_id=now.id))
            return self._touched(handover)

    def _write(self, work: UnitOfWork, handover: Handover, state: HandoverState) -> Changes:
        later = moved(handover, state, self._clock.now())
        work.handovers.update(later)
        return self._touched(later) | remind(work, later, self._clock.today(), self._ids)

    def _running(self, work: UnitOfWork, handover_id: str) -> Handover:
        """The hand-over, of somebody who is not restricted and who did not withdraw it."""
        handover = known_handover(work, handover_id)
        refuse_restricted(known(work, handover.resident_id))
        if state_now(handover, work.consents.of(handover.resident_id)) is HandoverState.WITHDRAWN:
            raise SpinnenwebError("handover.withdrawn")
        return handover

    def _answer(
        self, work: UnitOfWork, handover: Handover, answer: ConsentAnswer, answered_by: AnsweredBy
    ) -> Consent:
        heard = self._heard(work, known(work, handover.resident_id))
        asking = Asking(heard, self._clock.today(), self._clock.now(), answered_by=answered_by)
        said = consent(self._ids, asking, Purpose.SHARE, answer)
        return replace(said, receiver=self._receiver(work, handover))

    def _heard(self, work: UnitOfWork, resident: Resident) -> Resident:
        return as_spoken_to(self._texts, resident, work.settings.get().languages)

    def _receiver(self, work: UnitOfWork, handover: Handover) -> str:
        # the answer that takes a yes back names the same receiver, also when the organisation got another name
        told = None if handover.consent_id is None else work.consents.get(handover.consent_id)
        if told is not None:
            return told.receiver
        standing = work.map_merges.standing_for(handover.organisation_id)
        return work.organisations.names_of([standing]).get(standing, "")

    def _contact(self, work: UnitOfWork, handover: Handover) -> ContactPerson | None:
        """Whom to call today."""
        standing = work.map_merges.standing_for
        organisation_id, offer_id = standing(handover.organisation_id), standing(handover.offer_id)
        persons = work.contact_persons.of(organisation_id)
        return current_contact(persons, organisation_id, offer_id, self._clock.today())

    def _touched(self, handover: Handover) -> Changes:
        return changed(Kind.HANDOVER, handover.id) | changed(Kind.RESIDENT, handover.resident_id)

    def _lines(self, work: UnitOfWork, found: Sequence[Handover]) -> tuple[HandoverLine, ...]:
        kept = work.map_merges.kept()
        offers = work.offers.names_of({kept.get(one.offer_id, one.offer_id) for one in found})
        names = work.organisations.names_of({kept.get(one.organisation_id, one.organisation_id) for one in found})
        persons = work.contact_persons.by_ids(one.contact_id for one in found if one.contact_id is not None)
        said = {one: work.consents.of(one) for one in {handover.resident_id for handover in found}}
        today = self._clock.today()
        return tuple(
            HandoverLine(
                one,
                offers.get(kept.get(one.offer_id, one.offer_id), ""),
                names.get(kept.get(one.organisation_id, one.organisation_id), ""),
                state_now(one, said[one.resident_id]),
                expired(one, today),
                contact := persons.get(one.contact_id or ""),
                one.contact_id is not None and (contact is None or not contact.current(today)),
                one.history[-1].at.astimezone().date() if one.history else today,
            )
            for one in found
        )


def _same(found: Iterable[Handover], offer_id: str, way: WayOut, kept: Mapping[str, str]) -> Handover | None:
    to_offer = (one for one in found if kept.get(one.offer_id, one.offer_id) == offer_id)
    return next((one for one in to_offer if one.state is HandoverState.PROPOSED and one.way is way), None)


def refuse_leaving_now(work: UnitOfWork, handover: Handover, today: date) -> None:
    """Refuse when nothing of the resident may leave now; raises as `HandoverService.refuse_leaving`."""
    refuse_restricted(known(work, handover.resident_id))
    refuse_leaving(handover, work.consents.of(handover.resident_id), today)


def stages_by_resident(work: UnitOfWork, until: date | None = None) -> dict[str, Stages]:
    """How far residents came by hand-overs, by their id: what the figures that are shared count.

    Whoever has no hand-over is not in it. Only what happened on `until` at the latest counts; what is withdrawn
    counts for nothing from the same second.
    """
    found: dict[str, list[Handover]] = {}
    for handover in work.handovers.all():
        withdrawn = handover.consent_id is not None and _withdrawn(work, handover)
        state = HandoverState.WITHDRAWN if withdrawn else handover.state
        found.setdefault(handover.resident_id, []).append(replace(handover, state=state))
    return {resident_id: stages_of(handovers, until) for resident_id, handovers in found.items()}


def _withdrawn(work: UnitOfWork, handover: Handover) -> bool:
    return handover.open and not share_in_force(handover, work.consents.of(handover.resident_id))
