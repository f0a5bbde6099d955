"""A hand-over of a resident to an offer: which way, how far it came, and what was asked and answered.

A hand-over is a state and not a note (`reference/ecosystem.md` 5, lesson 15). Every code is text that lies in the
file, so it never changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import ConsentAnswer, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from spinnenweb.domain.residents import Consent

USUAL_DAYS = 91
"""How long sharing is proposed to be allowed."""
MOST_DAYS = 366
"""The longest it can be allowed at once (ecosystem.md 5, lesson 15)."""


class WayOut(StrEnum):
    """How the resident wants to get there; with `ALONE` it is a tip and nothing leaves."""

    ALONE = "zelf"
    TOGETHER = "samen"
    CALL = "bellen"


class HandoverState(StrEnum):
    """How far it came."""

    PROPOSED = "voorgesteld"
    AGREED = "akkoord"
    CONTACTED = "contact_gelegd"
    ACCEPTED = "aangenomen"
    NOT_FITTING = "niet_passend"
    FIRST_CONTACT = "eerste_contact"
    HELPED = "geholpen"
    STOPPED = "gestopt"
    WITHDRAWN = "ingetrokken"


class Helped(StrEnum):
    """What the resident says to: did it help?"""

    YES = "ja"
    A_LITTLE = "een_beetje"
    NO = "nee"


class FieldCode(StrEnum):
    """What of a resident may leave with a hand-over, each ticked apart."""

    NAME = "naam"
    VILLAGE = "kern"
    AGE = "leeftijd"
    LANGUAGE = "taal"
    REACH = "bereikbaar"
    QUESTION = "vraag"
    THEMES = "themas"
    STEP = "stap"


@dataclass(frozen=True, slots=True)
class Moment:
    """That it came to a state, and when."""

    state: HandoverState
    at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """One hand-over of one resident.

    `fields` is what the resident agreed to give, until and including `until`; `consent_id` the consent that says
    so. `words` are for the organisation, `reason` says why it did not fit or stopped.
    """

    id: str
    resident_id: str
    offer_id: str
    organisation_id: str
    contact_id: str | None
    way: WayOut
    state: HandoverState
    fields: tuple[FieldCode, ...] = ()
    until: date | None = None
    consent_id: str | None = None
    words: str = ""
    reason: str = ""
    helped: Helped | None = None
    history: tuple[Moment, ...] = ()

    @property
    def is_tip(self) -> bool:
        """Whether the resident goes alone, so that nothing leaves."""
        return self.way is WayOut.ALONE

    @property
    def open(self) -> bool:
        """Whether anything still has to happen."""
        return self.state not in CLOSED

    def reached(self, state: HandoverState, until: date | None = None) -> bool:
        """Whether it ever came to this state, or did so on `until` at the latest."""
        return any(
            moment.state is state and (until is None or moment.at.astimezone().date() <= until)
            for moment in self.history
        )


CLOSED = frozenset(
    (HandoverState.NOT_FITTING, HandoverState.HELPED, HandoverState.STOPPED, HandoverState.WITHDRAWN)
)
"""States after which nothing follows."""
SHARING = (HandoverState.AGREED, HandoverState.CONTACTED, HandoverState.ACCEPTED)
"""States in which something may leave, while the resident allows it."""
_ALWAYS = (HandoverState.STOPPED, HandoverState.WITHDRAWN)
TRANSITIONS: Mapping[HandoverState, tuple[HandoverState, ...]] = MappingProxyType(
    {
        HandoverState.PROPOSED: (HandoverState.AGREED, *_ALWAYS),
        HandoverState.AGREED: (HandoverState.CONTACTED, *_ALWAYS),
        HandoverState.CONTACTED: (HandoverState.ACCEPTED, HandoverState.NOT_FITTING, *_ALWAYS),
        HandoverState.ACCEPTED: (HandoverState.FIRST_CONTACT, *_ALWAYS),
        HandoverState.FIRST_CONTACT: (HandoverState.HELPED, *_ALWAYS),
        HandoverState.NOT_FITTING: (),
        HandoverState.HELPED: (),
        HandoverState.STOPPED: (),
        HandoverState.WITHDRAWN: (),
    }
)
"""What may follow on what. Nothing is done before the first contact has been (ecosystem.md 5, lesson 15)."""
TIP_TRANSITIONS: Mapping[HandoverState, tuple[HandoverState, ...]] = MappingProxyType(
    {HandoverState.PROPOSED: (HandoverState.HELPED, HandoverState.STOPPED)}
)
"""Of a tip nothing left, so there is nothing to withdraw: only whether it helped is asked."""
ROAD = (
    *(HandoverState.PROPOSED, HandoverState.AGREED, HandoverState.CONTACTED, HandoverState.ACCEPTED),
    *(HandoverState.FIRST_CONTACT, HandoverState.HELPED),
)
"""The states in order when all goes well."""
TIP_ROAD = (HandoverState.PROPOSED, HandoverState.HELPED)


@dataclass(frozen=True, slots=True)
class Stages:
    """How far a resident came by hand-overs, as the figures that are shared count it."""

    handover_started: bool = False
    arrived: bool = False
    helped: bool = False

    def __or__(self, other: Stages) -> Stages:
        """As far as either came."""
        return Stages(
            self.handover_started or other.handover_started,
            self.arrived or other.arrived,
            self.helped or other.helped,
        )


def next_states(handover: Handover) -> tuple[HandoverState, ...]:
    """What may follow now."""
    table = TIP_TRANSITIONS if handover.is_tip else TRANSITIONS
    return table.get(handover.state, ())


def moved(handover: Handover, state: HandoverState, at: datetime) -> Handover:
    """The hand-over in its next state.

    Raises:
        SpinnenwebError: `handover.step` (this does not follow on where it is).
    """
    if state not in next_states(handover):
        raise SpinnenwebError("handover.step")
    return replace(handover, state=state, history=(*handover.history, Moment(state, at)))


_REFUSALS = (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN)


def share_in_force(handover: Handover, consents: Iterable[Consent]) -> bool:
    """Whether the resident still allows what was agreed for this hand-over.

    A later no or withdrawal counts when it is for the same receiver, or for sharing at all.
    """
    answers = sorted(
        (one for one in consents if one.purpose is Purpose.SHARE),
        key=lambda one: (one.given_on, one.recorded_at, one.id),
    )
    own = next((place for place, one in enumerate(answers) if one.id == handover.consent_id), None)
    if own is None or answers[own].answer is not ConsentAnswer.YES:
        return False
    receivers = ("", answers[own].receiver)
    return not any(one.answer in _REFUSALS and one.receiver in receivers for one in answers[own + 1 :])


@dataclass(frozen=True, slots=True)
class Receiver:
    """The newest yes to sharing with one receiver, and the answer that took it back when there is one.

    Past its last day nothing may leave, but it can still be withdrawn.
    """

    consent: Consent
    refused: Consent | None = None

    @property
    def allowed(self) -> bool:
        """Whether it was not taken back."""
        return self.refused is None

    def over(self, today: date) -> bool:
        """Whether the days are over; the last day still counts."""
        return self.consent.until is not None and self.consent.until < today


def receivers_of(consents: Iterable[Consent]) -> tuple[Receiver, ...]:
    """With whom a resident agreed to share, the newest first, each receiver once.

    A later no or withdrawal counts when it is for the same receiver, or for sharing at all.
    """
    found: dict[str, Receiver] = {}
    shared = (one for one in consents if one.purpose is Purpose.SHARE)
    for one in sorted(shared, key=lambda one: (one.given_on, one.recorded_at, one.id)):
        if one.answer is ConsentAnswer.YES and one.receiver:
            found.pop(one.receiver, None)
            found[one.receiver] = Receiver(one)
        elif one.answer in _REFUSALS:
            refused = (one.receiver,) if one.receiver else tuple(found)
            found |= {name: replace(found[name], refused=one) for name in refused if name in found}
    return tuple(reversed(found.values()))


def state_now(handover: Handover, consents: Iterable[Consent]) -> HandoverState:
    """The state: withdrawn as soon as the resident no longer allows it, wherever that was written down."""
    asked = handover.open and handover.consent_id is not None
    return HandoverState.WITHDRAWN if asked and not share_in_force(handover, consents) else handover.state


def expired(handover: Handover, today: date) -> bool:
    """Whether the days are over in which something might be shared; the last day still counts."""
    return handover.state in SHARING and handover.until is not None and handover.until < today


def refuse_leaving(handover: Handover, consents: Iterable[Consent], today: date) -> None:
    """Refuse to let anything of the resident leave.

    Raises:
        SpinnenwebError: `handover.tip`, `handover.withdrawn`, `handover.not_agreed`, `handover.closed`,
            `handover.expired`.
    """
    if handover.is_tip:
        raise SpinnenwebError("handover.tip")
    state = state_now(handover, consents)
    if state is HandoverState.WITHDRAWN:
        raise SpinnenwebError("handover.withdrawn")
    if state is HandoverState.PROPOSED:
        raise SpinnenwebError("handover.not_agreed")
    if state not in SHARING:
        raise SpinnenwebError("handover.closed")
    if expired(handover, today):
        raise SpinnenwebError("handover.expired")


def refuse_over(handover: Handover, consents: Iterable[Consent]) -> None:
    """Refuse a paper about something that is over: `SpinnenwebError` `handover.withdrawn`, `handover.closed`."""
    state = state_now(handover, consents)
    if state in CLOSED:
        raise SpinnenwebError("handover.withdrawn" if state is HandoverState.WITHDRAWN else "handover.closed")


def refuse_until(until: date, today: date) -> None:
    """Refuse a last day before today or after a year; `SpinnenwebError` `handover.until`."""
    if not today <= until <= today + timedelta(days=MOST_DAYS):
        raise SpinnenwebError("handover.until")


_BETTER = (Helped.YES, Helped.A_LITTLE)


def stages_of(handovers: Iterable[Handover], until: date | None = None) -> Stages:
    """How far somebody came, by the end of `until`. What was withdrawn counts for nothing, whenever that was.

    A tip that helped counts as helped.

    Arrived means that the first contact has been.
    """
    kept = [one for one in handovers if one.state is not HandoverState.WITHDRAWN]
    real = [one for one in kept if not one.is_tip]
    return Stages(
        handover_started=any(one.reached(HandoverState.AGREED, until) for one in real),
        arrived=any(one.reached(HandoverState.FIRST_CONTACT, until) for one in real),
        helped=any(
            one.helped in (Helped.YES, Helped.A_LITTLE) and one.reached(HandoverState.HELPED, until)
            for one in kept
        ),
    )
