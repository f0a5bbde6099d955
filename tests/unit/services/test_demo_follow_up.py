from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.goals import GoalState
from spinnenweb.services.demo import make_demo_vault
from tests.unit.services.rooms import environment
from tests.unit.storage.files import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.services.workspace import Workspace

PEOPLE = 60


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("demo") / "dorp.vault"
    made = make_demo_vault(folder, environment(), residents=PEOPLE)
    yield made
    made.close()


def test_that_every_step_of_an_invented_talk_is_followed(village: Workspace) -> None:
    states: Counter[GoalState] = Counter()
    for line in village.residents.all():
        talks, steps = village.conversations.of(line.resident.id), village.goals.steps(line.resident.id)
        agreed = {talk.id: talk.step.what for talk in talks if not talk.step.empty}
        assert {step.conversation_id: step.what for step in steps} == agreed
        told = {one.step_id: one for one in village.goals.looked_back(line.resident.id)}
        for step in steps:
            newest = step.conversation_id == talks[0].id
            assert (step.id in told, step.open) == (not newest, newest)
            states[step.state] += 1
    assert states[GoalState.OPEN] > 0
    assert states[GoalState.DONE] > 0


def test_that_the_worker_of_the_village_is_only_a_little_late(village: Workspace) -> None:
    lines = village.agenda.open(DAY)
    newest = {line.resident.id: line.return_on for line in village.residents.all()}
    assert lines
    for line in lines:
        assert line.resident is not None
        if line.follow_up.kind is FollowUpKind.CONVERSATION:
            assert line.follow_up.due == newest[line.resident.id]
        assert line.follow_up.due >= DAY - timedelta(days=6)


def test_that_some_have_a_goal_and_there_were_short_talks_and_a_meeting(village: Workspace) -> None:
    goals = [goal for line in village.residents.all() for goal in village.goals.of(line.resident.id)]
    assert 0 < len(goals) < PEOPLE / 2
    assert len(village.contacts.recent(99)) == 5
    assert len(village.contacts.recent_meetings(99)) == 1
    assert village.checks.check().sound
