"""The scoring rules of product.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.answers import EMPTY, Answer, NoMark, marked, without_mark
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    new_conversation,
    with_aspect,
    with_dimension,
)
from spinnenweb.domain.instruments import ADULT, SIMPLE, Instrument, Mode, read_instruments
from spinnenweb.domain.scoring import (
    ScoreState,
    Trend,
    comparable,
    dimension_score,
    mean_of,
    needed,
    noise,
    trend,
    web_of,
)

marks = st.integers(0, 10).map(float).map(marked)
silences = st.sampled_from([EMPTY, *(without_mark(reason) for reason in NoMark if reason is not NoMark.EMPTY)])
answers = st.one_of(marks, silences)
values = st.one_of(st.none(), st.integers(0, 100).map(lambda tenth: tenth / 10))
modes = st.sampled_from(Mode)


@pytest.fixture(scope="module")
def adult() -> Instrument:
    return read_instruments(Path(__file__).parents[3] / "resources" / "instruments")[ADULT]


def talk(instrument: Instrument, mode: Mode = Mode.DIRECT) -> Conversation:
    return replace(new_conversation("c", "r", date(2026, 5, 19), instrument), mode=mode)


@given(st.lists(answers, max_size=8), st.integers(0, 8))
def test_that_a_mean_exists_only_from_half_of_what_was_asked(given_answers: list[Answer], asked: int) -> None:
    score = mean_of(given_answers, asked)
    count = sum(answer.given for answer in given_answers)
    assert (score.value is not None) == (asked > 0 and count >= needed(asked) and count > 0)


@given(st.lists(marks, min_size=1, max_size=8))
def test_that_a_mean_lies_between_the_lowest_and_the_highest_mark(given_marks: list[Answer]) -> None:
    value = mean_of(given_marks, len(given_marks)).value
    found = [answer.mark for answer in given_marks if answer.mark is not None]
    assert value is not None
    assert min(found) <= value <= max(found)


@given(st.lists(marks, min_size=4, max_size=8), silences)
def test_that_a_silence_is_not_counted_as_any_mark(given_marks: list[Answer], silence: Answer) -> None:
    asked = len(given_marks) + 1
    assert mean_of([*given_marks, silence], asked) == mean_of(given_marks, asked)


@given(st.lists(marks, min_size=1, max_size=8))
def test_that_a_mean_has_at_most_one_decimal(given_marks: list[Answer]) -> None:
    value = mean_of(given_marks, len(given_marks)).value
    assert value == round(value or 0, 1)


@pytest.mark.parametrize(("asked", "least"), [(0, 1), (1, 1), (2, 1), (6, 3), (7, 4), (8, 4)])
def test_that_half_of_the_switched_on_aspects_is_rounded_up(asked: int, least: int) -> None:
    assert needed(asked) == least


@pytest.mark.parametrize("reason", list(NoMark))
def test_that_each_kind_of_no_mark_keeps_its_own_state(adult: Instrument, reason: NoMark) -> None:
    conversation = with_dimension(talk(adult), DimensionEntry("MD", without_mark(reason)))
    score = dimension_score(conversation, adult, "MD")
    assert (score.value, score.state.value) == (None, reason.value)


def test_that_nothing_starts_at_a_value(adult: Instrument) -> None:
    web = web_of(talk(adult), adult)
    assert web.values == (None,) * 6
    assert {score.state for score in web.scores} == {ScoreState.EMPTY}


def test_that_too_few_answers_say_so(adult: Instrument) -> None:
    conversation = talk(adult, Mode.ITEMS)
    for code in ("MD1", "MD2", "MD3"):
        conversation = with_aspect(conversation, AspectEntry(code, marked(8)))
    assert dimension_score(conversation, adult, "MD").state is ScoreState.TOO_FEW
    conversation = with_aspect(conversation, AspectEntry("MD4", marked(4)))
    assert dimension_score(conversation, adult, "MD").value == 7.0


def test_that_an_aspect_that_was_switched_off_does_not_count(adult: Instrument) -> None:
    conversation = talk(adult, Mode.ITEMS)
    assert "KL6" not in conversation.switched_on
    for code in ("KL1", "KL2", "KL3"):
        conversation = with_aspect(conversation, AspectEntry(code, marked(6)))
    assert dimension_score(with_aspect(conversation, AspectEntry("KL6", marked(0))), adult, "KL").value == 6.0


def test_that_marks_on_aspects_do_not_enter_a_direct_web(adult: Instrument) -> None:
    conversation = with_aspect(talk(adult), AspectEntry("LF1", marked(3)))
    assert dimension_score(conversation, adult, "LF").value is None


def test_that_an_imported_mean_stands_where_no_aspect_was_answered(adult: Instrument) -> None:
    conversation = with_dimension(talk(adult, Mode.ITEMS), DimensionEntry("LF", marked(6.5)))
    assert dimension_score(conversation, adult, "LF").value == 6.5


@given(values, values, modes)
def test_that_small_differences_are_called_about_equal(
    earlier: float | None, later: float | None, mode: Mode
) -> None:
    found = trend(earlier, later, mode)
    if earlier is None or later is None:
        assert found is Trend.UNKNOWN
        return
    difference = round(later - earlier, 1)
    expected = Trend.SAME if abs(difference) < noise(mode) else Trend.HIGHER if difference > 0 else Trend.LOWER
    assert found is expected


@pytest.mark.parametrize(
    ("mode", "difference", "found"),
    [
        (Mode.ITEMS, 1.4, Trend.SAME),
        (Mode.ITEMS, 1.5, Trend.HIGHER),
        (Mode.DIRECT, 2.0, Trend.SAME),
        (Mode.DIRECT, 3.0, Trend.HIGHER),
    ],
)
def test_that_the_noise_rule_is_the_one_of_the_mode(mode: Mode, difference: float, found: Trend) -> None:
    assert trend(5.0, 5.0 + difference, mode) is found


def test_that_webs_of_different_modes_or_instruments_are_not_comparable(adult: Instrument) -> None:
    simple = read_instruments(Path(__file__).parents[3] / "resources" / "instruments")[SIMPLE]
    direct, items = web_of(talk(adult), adult), web_of(talk(adult, Mode.ITEMS), adult)
    assert comparable(direct, direct)
    assert not comparable(direct, items)
    assert not comparable(direct, web_of(talk(simple), simple))
