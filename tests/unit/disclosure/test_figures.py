from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.columns import MARK_UNIT
from spinnenweb.disclosure.figures import (
    Head,
    digest_of,
    draw,
    head_figure,
    item_figure,
    mean_figure,
    other_neighbour,
    rounded,
    step_for,
)
from spinnenweb.disclosure.people import Kind
from spinnenweb.disclosure.tables import Why

draws = st.integers(0, 2**64 - 1)


@given(st.integers(10, 400), draws)
def test_that_a_printed_count_is_a_multiple_of_five_within_four(count: int, drawn: int) -> None:
    value = head_figure(Head(count, count), drawn).value
    assert value is not None
    assert value % 500 == 0
    assert abs(value // 100 - count) <= 4
    assert value >= 1000


@given(st.integers(0, 300), st.integers(0, 300), draws)
def test_that_an_item_is_shown_from_ten_of_twenty_up_to_eighty_percent(
    heads: int, having: int, drawn: int
) -> None:
    having = min(having, heads)
    figure = item_figure(Head(heads, heads), Head(having, having), drawn)
    if figure.value is not None:
        assert heads >= 20
        assert having >= 10
        assert max(having * 100, figure.value) <= 80 * heads
    else:
        assert heads < 20 or having < 10 or having + 4 > 0.8 * heads


@given(st.integers(20, 300), st.integers(10, 300), draws)
def test_that_the_other_neighbour_lies_on_the_other_side(heads: int, having: int, drawn: int) -> None:
    having = min(having, heads)
    group, those = Head(heads, heads), Head(having, having)
    figure = item_figure(group, those, drawn)
    other = other_neighbour(figure, group, those)
    if other is not None and figure.value is not None and other.value is not None:
        low, high = sorted((figure.value, other.value))
        assert low < having * 100 < high
        assert high - low == 500


def test_that_zero_and_nearly_ten_look_the_same() -> None:
    group = Head(50, 50)
    assert item_figure(group, Head(0, 0), 5) == item_figure(group, Head(9, 9), 5)


def test_that_ten_residents_of_nine_households_are_too_few() -> None:
    assert head_figure(Head(10, 9), 0).why is Why.FEW
    assert item_figure(Head(40, 30), Head(10, 9), 0).why is Why.FEW


@given(st.integers(10, 400))
def test_that_no_single_mark_moves_a_mean_by_more_than_a_step(units: int) -> None:
    assert step_for(units) * units >= 1000


@given(st.integers(10, 200), st.data(), draws)
def test_that_a_mean_lies_on_its_step_within_a_step_of_the_truth(
    heads: int, data: st.DataObject, drawn: int
) -> None:
    total = data.draw(st.integers(0, 10 * heads * MARK_UNIT))
    figure = mean_figure(Head(heads, heads), total, drawn)
    if figure.value is None or figure.step is None:
        assert figure.why is Why.EXTREME
        return
    assert figure.value % figure.step == 0
    assert 100 < figure.value < 900
    assert abs(Fraction(figure.value, 100) - Fraction(total, MARK_UNIT * heads)) < Fraction(figure.step, 100)


def test_that_nine_marks_make_no_mean() -> None:
    assert mean_figure(Head(9, 9), 9 * 5 * MARK_UNIT, 0).why is Why.FEW


@pytest.mark.parametrize("count", [12, 14])
def test_that_rounding_goes_up_as_often_as_the_count_is_far_from_below(count: int) -> None:
    source = random.Random(count)
    ups = sum(rounded(count, 5, source.getrandbits(64)) == 3 for _ in range(4000))
    assert abs(ups / 4000 - (count - 10) / 5) < 0.04


def test_that_the_draw_depends_on_people_item_and_secret_only() -> None:
    who, others = np.asarray([1, 2, 3], np.uint64), np.asarray([1, 2, 4], np.uint64)
    told = draw(b"s", digest_of(Kind.PEOPLE, who), "themas:rouw")
    assert told == draw(b"s", digest_of(Kind.PEOPLE, who.copy()), "themas:rouw")
    assert len({told, draw(b"t", digest_of(Kind.PEOPLE, who), "themas:rouw")}) == 2
    assert told != draw(b"s", digest_of(Kind.PEOPLE, others), "themas:rouw")
    assert told != draw(b"s", digest_of(Kind.PEOPLE, who), "themas:wonen")
