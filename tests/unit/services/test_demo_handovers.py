"""The hand-overs of the example village: every stage there is, and nothing the services would have refused."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.choices import Choice
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import TIP_TRANSITIONS, TRANSITIONS, HandoverState, Helped
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.signals import SignalState
from spinnenweb.services.demo import make_demo_vault
from tests.unit.services.rooms import environment
from tests.unit.storage.files import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.handovers import HandoverLine
    from spinnenweb.services.workspace import Workspace


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = make_demo_vault(tmp_path_factory.mktemp("demo") / "dorp.vault", environment())
    yield made
    made.close()


@pytest.fixture(scope="module")
def lines(village: Workspace) -> tuple[HandoverLine, ...]:
    return village.handovers.all()


def test_that_every_state_a_hand_over_can_have_is_there(lines: tuple[HandoverLine, ...]) -> None:
    real = [line for line in lines if not line.handover.is_tip]
    assert {line.state for line in real} == set(HandoverState)
    assert {line.handover.helped for line in real if line.state is HandoverState.HELPED} == set(Helped)
    assert {line.state for line in lines if line.handover.is_tip} == {HandoverState.PROPOSED, HandoverState.HELPED}
    assert all(line.handover.reason for line in real if line.state is HandoverState.NOT_FITTING)


def test_that_what_a_worker_has_to_see_in_time_is_there(lines: tuple[HandoverLine, ...]) -> None:
    running = [line for line in lines if line.open and not line.handover.is_tip]
    soon = DAY + timedelta(days=7)
    assert any(line.expired for line in running)
    assert any(
        line.may_share and line.handover.until is not None and line.handover.until <= soon for line in running
    )
    assert any(line.contact_left for line in running)


def test_that_no_step_was_taken_that_may_not_be_taken(lines: tuple[HandoverLine, ...]) -> None:
    for line in lines:
        table = TIP_TRANSITIONS if line.handover.is_tip else TRANSITIONS
        moments = line.handover.history
        assert all(later.state in table[earlier.state] for earlier, later in pairwise(moments))
        assert [moment.at for moment in moments] == sorted(moment.at for moment in moments)
        assert moments[-1].at.date() <= DAY


def test_that_what_was_agreed_stands_among_the_answers_on_the_day_it_was_said(
    village: Workspace, lines: tuple[HandoverLine, ...]
) -> None:
    agreed = [line.handover for line in lines if line.handover.fields]
    assert agreed
    for handover in agreed:
        said = {one.id: one for one in village.residents.consents(handover.resident_id)}
        yes = said[handover.consent_id or ""]
        moment = next(one for one in handover.history if one.state is HandoverState.AGREED)
        assert (yes.purpose, yes.answer, yes.given_on) == (Purpose.SHARE, ConsentAnswer.YES, moment.at.date())


def test_that_of_what_was_withdrawn_nothing_leaves_and_nothing_waits(
    village: Workspace, lines: tuple[HandoverLine, ...]
) -> None:
    withdrawn = [line.handover for line in lines if line.state is HandoverState.WITHDRAWN]
    waiting = {line.follow_up.about_id for line in village.agenda.open(DAY)}
    for handover in withdrawn:
        assert handover.id not in waiting
        with pytest.raises(SpinnenwebError, match=r"handover\.withdrawn"):
            village.handover_letters.pdf(handover.id)


def test_that_every_hand_over_that_runs_comes_back_on_the_agenda(
    village: Workspace, lines: tuple[HandoverLine, ...]
) -> None:
    about = (FollowUpKind.HANDOVER, FollowUpKind.HELPED)
    waiting = {line.follow_up.about_id for line in village.agenda.open(DAY) if line.follow_up.kind in about}
    assert waiting == {line.handover.id for line in lines if line.open and not line.handover.is_tip}


def test_that_signs_were_followed_and_proposals_were_chosen_and_declined(village: Workspace) -> None:
    people = [line.resident.id for line in village.residents.all()]
    states = {sign.state for one in people for sign in village.signals.of(one)}
    assert states == {*SignalState, None}
    answers = [choice for one in people for choice in village.proposals.choices_of(one)]
    assert {choice.answer for choice in answers} == set(Choice)
    assert all(choice.reason for choice in answers if choice.answer is Choice.DECLINED)


def story(village: Workspace) -> list[object]:
    """All that became of everybody, without the ids."""
    codes = {line.resident.id: line.resident.code for line in village.residents.all()}
    found = [
        (
            codes[line.handover.resident_id],
            line.offer_name,
            line.handover.history,
            line.handover.fields,
            line.handover.until,
        )
        for line in village.handovers.all()
    ]
    village.close()
    return [*found]


def test_that_the_same_seed_hands_the_same_people_over(tmp_path: Path) -> None:
    made = [
        make_demo_vault(tmp_path / str(number), environment(), residents=30, seed=seed)
        for number, seed in enumerate((5, 5, 6))
    ]
    one, two, three = map(story, made)
    assert one == two
    assert one != three
