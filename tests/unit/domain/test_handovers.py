from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.handovers import (
    CLOSED,
    ROAD,
    TRANSITIONS,
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
from spinnenweb.domain.residents import Consent, ConsentAnswer, Purpose
from tests.records import varied

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
NEVER_AGAIN = (HandoverState.STOPPED, HandoverState.WITHDRAWN, HandoverState.HELPED, HandoverState.NOT_FITTING)


def handover(
    way: WayOut = WayOut.CALL, state: HandoverState = HandoverState.PROPOSED, **fields: object
) -> Handover:
    made = Handover("h", "r", "offer", "club", None, way, state, history=(Moment(state, NOW),))
    return varied(made, **fields)


def agreed(**fields: object) -> Handover:
    one = handover(state=HandoverState.AGREED, fields=(FieldCode.NAME,), until=TODAY, consent_id="c1")
    return varied(one, **fields)


def answer(consent_id: str, given: ConsentAnswer, receiver: str = "Klup", minutes: int = 0) -> Consent:
    at = NOW + timedelta(minutes=minutes)
    return Consent(consent_id, "r", Purpose.SHARE, given, TODAY, at, receiver=receiver)


YES = answer("c1", ConsentAnswer.YES)


def test_that_a_hand_over_goes_the_whole_road_and_keeps_every_moment() -> None:
    one = handover()
    for state in ROAD[1:]:
        one = moved(one, state, NOW)
    assert [moment.state for moment in one.history] == list(ROAD)
    assert not one.open


@pytest.mark.parametrize("state", list(HandoverState))
@pytest.mark.parametrize("later", list(HandoverState))
def test_that_a_step_that_is_not_in_the_table_is_refused(state: HandoverState, later: HandoverState) -> None:
    if later in TRANSITIONS[state]:
        assert moved(handover(state=state), later, NOW).state is later
        return
    with pytest.raises(SpinnenwebError, match=r"handover\.step"):
        moved(handover(state=state), later, NOW)


@pytest.mark.parametrize("state", [one for one in HandoverState if one not in CLOSED])
def test_that_it_can_be_stopped_and_withdrawn_at_any_point(state: HandoverState) -> None:
    assert {HandoverState.STOPPED, HandoverState.WITHDRAWN} <= set(TRANSITIONS[state])


@pytest.mark.parametrize("state", NEVER_AGAIN)
def test_that_nothing_follows_on_an_end(state: HandoverState) -> None:
    assert TRANSITIONS[state] == ()


def test_that_of_a_tip_only_is_asked_whether_it_helped() -> None:
    assert next_states(handover(WayOut.ALONE)) == (HandoverState.HELPED, HandoverState.STOPPED)


def test_that_a_yes_is_in_force_until_the_same_receiver_or_all_sharing_is_refused() -> None:
    one = agreed()
    assert share_in_force(one, [YES])
    assert share_in_force(one, [YES, answer("c2", ConsentAnswer.WITHDRAWN, "Another club", 1)])
    assert not share_in_force(one, [YES, answer("c2", ConsentAnswer.WITHDRAWN, "Klup", 1)])
    assert not share_in_force(one, [YES, answer("c2", ConsentAnswer.NO, "", 1)])
    assert not share_in_force(one, [])


def test_that_an_earlier_no_does_not_undo_a_later_yes() -> None:
    assert share_in_force(agreed(), [answer("c0", ConsentAnswer.NO, "", -5), YES])


def test_that_a_yes_mended_into_a_no_withdraws_what_is_open() -> None:
    assert state_now(agreed(), [replace(YES, answer=ConsentAnswer.NO)]) is HandoverState.WITHDRAWN


def test_that_what_is_over_stays_what_it_was_when_sharing_is_refused_later() -> None:
    over = agreed(state=HandoverState.HELPED)
    assert state_now(over, [YES, answer("c2", ConsentAnswer.WITHDRAWN, "", 1)]) is HandoverState.HELPED


def test_that_the_last_day_still_counts() -> None:
    assert not expired(agreed(), TODAY)
    assert expired(agreed(), TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("one", "consents", "day", "code"),
    [
        (handover(WayOut.ALONE), (), TODAY, "handover.tip"),
        (handover(), (), TODAY, "handover.not_agreed"),
        (agreed(), (), TODAY, "handover.withdrawn"),
        (agreed(), (YES,), TODAY + timedelta(days=1), "handover.expired"),
        (agreed(state=HandoverState.STOPPED), (YES,), TODAY, "handover.closed"),
        (agreed(state=HandoverState.FIRST_CONTACT), (YES,), TODAY, "handover.closed"),
    ],
)
def test_that_nothing_leaves_without_a_yes_that_holds_today(
    one: Handover, consents: tuple[Consent, ...], day: date, code: str
) -> None:
    with pytest.raises(SpinnenwebError) as told:
        refuse_leaving(one, consents, day)
    assert told.value.code == code


def test_that_what_was_agreed_may_leave() -> None:
    refuse_leaving(agreed(), (YES,), TODAY)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=367)])
def test_that_sharing_ends_within_a_year(day: date) -> None:
    refuse_until(TODAY, TODAY)
    with pytest.raises(SpinnenwebError, match=r"handover\.until"):
        refuse_until(day, TODAY)


def walked(way: WayOut, *states: HandoverState, helped: Helped | None = None) -> Handover:
    one = handover(way)
    for state in states:
        one = moved(one, state, NOW)
    return replace(one, helped=helped)


def test_that_the_stages_follow_the_road_and_arrived_means_the_first_contact() -> None:
    accepted = walked(WayOut.CALL, HandoverState.AGREED, HandoverState.CONTACTED, HandoverState.ACCEPTED)
    met = moved(accepted, HandoverState.FIRST_CONTACT, NOW)
    helped = replace(moved(met, HandoverState.HELPED, NOW), helped=Helped.A_LITTLE)
    assert stages_of([handover()]) == Stages()
    assert stages_of([accepted]) == Stages(handover_started=True)
    assert stages_of([accepted, met]) == Stages(handover_started=True, arrived=True)
    assert stages_of([helped]) == Stages(handover_started=True, arrived=True, helped=True)
    assert not stages_of([replace(helped, helped=Helped.NO)]).helped


def test_that_what_was_withdrawn_counts_for_nothing() -> None:
    met = walked(
        WayOut.CALL,
        *(HandoverState.AGREED, HandoverState.CONTACTED, HandoverState.ACCEPTED, HandoverState.FIRST_CONTACT),
    )
    assert stages_of([moved(met, HandoverState.WITHDRAWN, NOW)]) == Stages()


def test_that_a_tip_that_helped_counts_as_helped_and_as_no_hand_over() -> None:
    assert stages_of([walked(WayOut.ALONE, HandoverState.HELPED, helped=Helped.YES)]) == Stages(helped=True)
