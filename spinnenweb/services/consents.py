"""How an answer to a permission question becomes a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import Source
from spinnenweb.domain.residents import AnsweredBy, Consent, ConsentAnswer, ConsentWay, Purpose, Resident

if TYPE_CHECKING:
    from datetime import date, datetime

    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.ids import IdSource

TEXT_VERSION = "1"
"""Which wording of the permission questions was shown: goes up with every change of `consent.*` in the texts."""

ASKED_AT_THE_END = (Purpose.RECORD, Purpose.COUNT, Purpose.CONTACT)


@dataclass(frozen=True, slots=True)
class Asking:
    """The circumstances of an answer: who was asked, when, and how it was given."""

    resident: Resident
    given_on: date
    recorded_at: datetime
    way: ConsentWay = ConsentWay.SPOKEN
    answered_by: AnsweredBy = AnsweredBy.SELF


def consent(ids: IdSource, asking: Asking, purpose: Purpose, answer: ConsentAnswer) -> Consent:
    """The record of one answer, with the language and level in which the resident is spoken to."""
    return Consent(
        id=ids.new(),
        resident_id=asking.resident.id,
        purpose=purpose,
        answer=answer,
        given_on=asking.given_on,
        recorded_at=asking.recorded_at,
        way=asking.way,
        answered_by=asking.answered_by,
        text_version=TEXT_VERSION,
        language=asking.resident.language,
        level=asking.resident.level,
    )


def consents_of(draft: Draft, resident: Resident, ids: IdSource, now: datetime) -> tuple[Consent, ...]:
    """What was answered at the end of a conversation. A date in the future cannot be the date of an answer."""
    given_on = min(draft.conversation.held_on, now.astimezone().date())
    way = ConsentWay.CARD if draft.conversation.source is Source.PAPER else ConsentWay.SPOKEN
    asking = Asking(resident, given_on, now, way, draft.answered_by)
    said = [purpose for purpose in ASKED_AT_THE_END if _was_answered(draft, purpose)]
    return tuple(consent(ids, asking, purpose, draft.answers[purpose]) for purpose in said)


def _was_answered(draft: Draft, purpose: Purpose) -> bool:
    return draft.answers.get(purpose, ConsentAnswer.NOT_RECORDED) is not ConsentAnswer.NOT_RECORDED
