"""Writing down how a step or a goal went, in a unit of work that does more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.goals import GoalState, LookBack, goal_after
from spinnenweb.domain.text_rules import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.unit_of_work import UnitOfWork


def write_look_back(work: UnitOfWork, told: LookBack, ids: IdSource) -> Changes:
    """Keep what was told: the step or goal takes that state, and what stood on the agenda for it is done.

    Raises:
        SpinnenwebError: `text.*`.
        KeyError: there is no such step or goal.
    """
    words = clean(told.words, LONGEST_LINE, "look_back")
    kept = replace(told, id=told.id or ids.new(), words=words)
    about = kept.step_id or kept.goal_id or ""
    _set_state(work, kept)
    work.look_backs.add(kept)
    closed = _close_follow_ups(work, about, kept)
    changes = changed(Kind.GOAL, kept.id, about) | changed(Kind.RESIDENT, kept.resident_id)
    return changes | changed(Kind.FOLLOW_UP, *closed)


def keep_look_backs(work: UnitOfWork, told: Iterable[LookBack], done: Conversation, ids: IdSource) -> Changes:
    """Keep what was told in a conversation that is kept; a step that is gone by now is passed over."""
    changes = NOTHING
    for one in told:
        if one.step_id is not None and work.steps.get(one.step_id) is not None:
            said = replace(one, resident_id=done.resident_id, conversation_id=done.id, on=done.held_on)
            changes |= write_look_back(work, said, ids)
    return changes


def _set_state(work: UnitOfWork, told: LookBack) -> None:
    if told.goal_id is not None:
        work.goals.update(goal_after(work.goals.known(told.goal_id), told))
    if told.step_id is not None:
        work.steps.update(replace(work.steps.known(told.step_id), state=told.state))


def _close_follow_ups(work: UnitOfWork, about: str, told: LookBack) -> tuple[str, ...]:
    if told.state is GoalState.OPEN:
        return ()
    waiting = [one for one in work.follow_ups.about(about) if one.open]
    for one in waiting:
        work.follow_ups.update(replace(one, done_on=told.on))
    return tuple(one.id for one in waiting)
