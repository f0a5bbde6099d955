"""Keeping what was said about offers during a talk, in the unit of work that keeps the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.choices import ProposalChoice
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.text_rules import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.choices import HelpAnswer
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork


def keep_help_answers(work: UnitOfWork, told: Iterable[HelpAnswer], done: Conversation, ids: IdSource) -> Changes:
    """Keep what was said about offers in a conversation that is kept; an offer that is gone by now is passed over.

    Raises:
        SpinnenwebError: `text.*`.
    """
    changes = NOTHING
    answers = tuple(told)
    there = work.offers.by_ids({one.offer_id for one in answers})
    for one in answers:
        if one.offer_id in there:
            reason = clean_line(one.reason, LONGEST_LINE, "proposal_reason")
            about = (done.resident_id, one.offer_id, one.about_kind, one.about)
            kept = ProposalChoice(ids.new(), *about, one.answer, done.held_on, reason)
            work.choices.add(kept)
            changes |= changed(Kind.PROPOSAL, kept.id)
    return changes
