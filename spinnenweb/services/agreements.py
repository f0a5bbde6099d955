"""What a finished conversation leaves behind: its first step to look back on, and when to come back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.goals import step_of

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation, Step
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork


def keep_agreements(work: UnitOfWork, done: Conversation, ids: IdSource) -> Changes:
    """Write down what was agreed in a conversation that has just been finished.

    Who was spoken with has been come back to: what an earlier conversation had on the agenda for that is done.
    """
    changes = _close_earlier(work, done)
    return changes | _keep_step(work, done, ids) | _keep_return(work, done, ids)


def correct_agreements(work: UnitOfWork, earlier: Conversation, later: Conversation, ids: IdSource) -> Changes:
    """Write down better what was agreed; a step that was looked back on keeps its state."""
    changes = NOTHING
    if later.step != earlier.step:
        changes |= _correct_step(work, earlier.step, later, ids)
    if later.return_on != earlier.return_on:
        changes |= _correct_return(work, later, ids)
    return changes


def _keep_step(work: UnitOfWork, done: Conversation, ids: IdSource) -> Changes:
    if done.step.empty:
        return NOTHING
    step = step_of(done, ids.new())
    work.steps.add(step)
    return changed(Kind.GOAL, step.id)


def _keep_return(work: UnitOfWork, done: Conversation, ids: IdSource) -> Changes:
    if done.return_on is None:
        return NOTHING
    kind, what = FollowUpKind.CONVERSATION, " ".join(done.step.what.split())
    promised = FollowUp(ids.new(), kind, done.id, done.resident_id, what, done.return_on)
    work.follow_ups.add(promised)
    return changed(Kind.FOLLOW_UP, promised.id)


def _close_earlier(work: UnitOfWork, done: Conversation) -> Changes:
    waiting = [one for one in work.follow_ups.of(done.resident_id) if _waits_for(work, one, done)]
    for one in waiting:
        work.follow_ups.update(replace(one, done_on=done.held_on))
    return changed(Kind.FOLLOW_UP, *(one.id for one in waiting))


def _waits_for(work: UnitOfWork, follow_up: FollowUp, done: Conversation) -> bool:
    if follow_up.kind is not FollowUpKind.CONVERSATION or not follow_up.open:
        return False
    promised_in = work.conversations.get(follow_up.about_id)
    # a talk of long ago that is only now typed in from paper comes back on nothing
    return promised_in is None or promised_in.held_on <= done.held_on


def _correct_step(work: UnitOfWork, agreed: Step, later: Conversation, ids: IdSource) -> Changes:
    # other steps may have come out of the same talk
    same = (step for step in work.steps.from_talk(later.id) if step.what == agreed.what)
    found = next(same, None)
    if found is None:
        return _keep_step(work, later, ids)
    if later.step.empty:
        work.steps.remove(found.id)
    else:
        better = step_of(later, found.id)
        # what was decided since then about the step itself stays
        work.steps.update(replace(better, goal_id=found.goal_id, state=found.state, due=found.due))
    return changed(Kind.GOAL, found.id)


def _correct_return(work: UnitOfWork, later: Conversation, ids: IdSource) -> Changes:
    waiting = [
        one for one in work.follow_ups.about(later.id) if one.open and one.kind is FollowUpKind.CONVERSATION
    ]
    if not waiting:
        return _keep_return(work, later, ids)
    for one in waiting:
        if later.return_on is None:
            work.follow_ups.remove(one.id)
        else:
            work.follow_ups.update(replace(one, due=later.return_on, sequence=one.sequence + 1))
    return changed(Kind.FOLLOW_UP, *(one.id for one in waiting))
