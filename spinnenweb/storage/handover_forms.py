"""Hand-overs, answers to proposed offers and what became of signals, as rows and back."""

from __future__ import annotations

from datetime import date

from spinnenweb.domain.choices import AboutKind, Choice, ProposalChoice
from spinnenweb.domain.handovers import FieldCode, Handover, HandoverState, Helped, Moment, WayOut
from spinnenweb.domain.signals import SignalFollowUp, SignalState
from spinnenweb.storage import tables
from spinnenweb.storage.forms import Fields, Row, maybe_day, maybe_day_text, maybe_one, utc_text, utc_time
from spinnenweb.storage.map_lines import lines_of_choice, lines_of_handover, lines_of_signal
from spinnenweb.storage.shape import Shape


def handover_fields(handover: Handover) -> Fields:
    """A hand-over as JSON values."""
    return {
        "id": handover.id,
        "resident_id": handover.resident_id,
        "offer_id": handover.offer_id,
        "organisation_id": handover.organisation_id,
        "contact_id": handover.contact_id,
        "way": handover.way.value,
        "state": handover.state.value,
        "fields": [code.value for code in handover.fields],
        "until": maybe_day_text(handover.until),
        "consent_id": handover.consent_id,
        "words": handover.words,
        "reason": handover.reason,
        "helped": handover.helped and handover.helped.value,
        "history": [{"state": one.state.value, "at": utc_text(one.at)} for one in handover.history],
    }


def handover_from(row: Row) -> Handover:
    """The hand-over that `handover_fields` described."""
    return Handover(
        id=row["id"],
        resident_id=row["resident_id"],
        offer_id=row["offer_id"],
        organisation_id=row["organisation_id"],
        contact_id=row["contact_id"],
        way=WayOut(row["way"]),
        state=HandoverState(row["state"]),
        fields=tuple(map(FieldCode, row["fields"])),
        until=maybe_day(row["until"]),
        consent_id=row["consent_id"],
        words=row["words"],
        reason=row["reason"],
        helped=maybe_one(Helped, row["helped"]),
        history=tuple(Moment(HandoverState(one["state"]), utc_time(one["at"])) for one in row["history"]),
    )


def choice_fields(choice: ProposalChoice) -> Fields:
    """An answer to a proposed offer as JSON values."""
    return {
        "id": choice.id,
        "resident_id": choice.resident_id,
        "offer_id": choice.offer_id,
        "about_kind": choice.about_kind.value,
        "about": choice.about,
        "answer": choice.answer.value,
        "chosen_on": choice.chosen_on.isoformat(),
        "reason": choice.reason,
    }


def choice_from(row: Row) -> ProposalChoice:
    """The answer that `choice_fields` described."""
    return ProposalChoice(
        id=row["id"],
        resident_id=row["resident_id"],
        offer_id=row["offer_id"],
        about_kind=AboutKind(row["about_kind"]),
        about=row["about"],
        answer=Choice(row["answer"]),
        chosen_on=date.fromisoformat(row["chosen_on"]),
        reason=row["reason"],
    )


def signal_fields(told: SignalFollowUp) -> Fields:
    """What was done about a signal as JSON values."""
    return {
        "id": told.id,
        "resident_id": told.resident_id,
        "conversation_id": told.conversation_id,
        "signal": told.signal,
        "state": told.state.value,
        "followed_on": told.followed_on.isoformat(),
        "words": told.words,
    }


def signal_from(row: Row) -> SignalFollowUp:
    """What `signal_fields` described."""
    return SignalFollowUp(
        id=row["id"],
        resident_id=row["resident_id"],
        conversation_id=row["conversation_id"],
        signal=row["signal"],
        state=SignalState(row["state"]),
        followed_on=date.fromisoformat(row["followed_on"]),
        words=row["words"],
    )


HANDOVER = Shape(tables.handover, handover_fields, handover_from, lines=lines_of_handover)
CHOICE = Shape(tables.proposal_choice, choice_fields, choice_from, lines=lines_of_choice)
SIGNAL = Shape(tables.signal_follow_up, signal_fields, signal_from, lines=lines_of_signal)
