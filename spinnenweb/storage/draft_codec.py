"""A draft as one JSON value and back."""

from __future__ import annotations

from spinnenweb.domain.choices import AboutKind, Choice, HelpAnswer
from spinnenweb.domain.drafts import ON_PAPER, Draft
from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose
from spinnenweb.storage.conversation_form import conversation_fields, conversation_from
from spinnenweb.storage.forms import Fields, Row, maybe_utc_text, maybe_utc_time
from spinnenweb.storage.goal_forms import look_back_fields, look_back_from
from spinnenweb.storage.record_forms import resident_fields, resident_from


def draft_fields(draft: Draft) -> Fields:
    """A draft as JSON values."""
    return {
        "id": draft.id,
        "resident": resident_fields(draft.resident),
        "resident_is_new": draft.resident_is_new,
        "conversation": conversation_fields(draft.conversation),
        "answers": {purpose.value: answer.value for purpose, answer in draft.answers.items()},
        "answered_by": draft.answered_by.value,
        "page": draft.page,
        "question": draft.question,
        "saved_at": maybe_utc_text(draft.saved_at),
        "look_backs": [look_back_fields(told) for told in draft.look_backs],
        "paper": list(draft.paper),
        "bring": draft.bring,
        "helps": [_help_fields(told) for told in draft.helps],
    }


def draft_from(payload: Row) -> Draft:
    """The draft that `draft_fields` described."""
    answers = payload["answers"].items()
    return Draft(
        id=payload["id"],
        resident=resident_from(payload["resident"]),
        resident_is_new=payload["resident_is_new"],
        conversation=conversation_from(payload["conversation"]),
        answers={Purpose(purpose): ConsentAnswer(answer) for purpose, answer in answers},
        answered_by=AnsweredBy(payload["answered_by"]),
        page=payload["page"],
        question=payload["question"],
        saved_at=maybe_utc_time(payload["saved_at"]),
        # absent from a draft of format 1.0
        look_backs=tuple(map(look_back_from, payload.get("look_backs", ()))),
        # absent from a draft of before format 1.3
        paper=tuple(payload.get("paper", ON_PAPER)),
        bring=payload.get("bring", False),
        # absent from a draft in which nothing could be said about offers yet
        helps=tuple(map(_help_from, payload.get("helps", ()))),
    )


def _help_fields(told: HelpAnswer) -> Fields:
    return {
        "offer_id": told.offer_id,
        "about_kind": told.about_kind.value,
        "about": told.about,
        "answer": told.answer.value,
        "reason": told.reason,
    }


def _help_from(row: Row) -> HelpAnswer:
    return HelpAnswer(
        offer_id=row["offer_id"],
        about_kind=AboutKind(row["about_kind"]),
        about=row["about"],
        answer=Choice(row["answer"]),
        reason=row["reason"],
    )
