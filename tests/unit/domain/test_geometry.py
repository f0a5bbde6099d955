"""The one geometry of the web."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.geometry import hit, mark_beside, outline, point_at, ring, triangles

webs = st.lists(st.one_of(st.none(), st.floats(0, 10)), min_size=6, max_size=6)


def test_that_the_first_axis_points_up_and_the_order_is_clockwise() -> None:
    top, next_one = point_at(0, 10), point_at(1, 10)
    assert math.isclose(top[1], 1.0)
    assert next_one[0] > 0
    assert next_one[1] > 0


@given(webs)
def test_that_only_triangles_between_neighbouring_answers_are_filled(values: list[float | None]) -> None:
    pairs = sum(values[i] is not None and values[(i + 1) % 6] is not None for i in range(6))
    assert len(triangles(values)) == len(outline(values)) == pairs


@given(st.integers(0, 5), st.integers(1, 10), st.floats(-0.04, 0.04), st.floats(-0.04, 0.04))
def test_that_a_touch_near_a_mark_finds_its_axis_and_mark(axis: int, mark: int, dx: float, dy: float) -> None:
    x, y = point_at(axis, mark)
    found = hit(x + dx, y + dy, 0.2)
    assert found is not None
    if mark > 2:
        assert found[0] == axis
        assert abs(found[1] - mark) <= 1


def test_that_a_touch_far_from_every_axis_sets_nothing() -> None:
    assert hit(3.0, 3.0, 0.2) is None


def test_that_rings_have_equal_sides() -> None:
    corners = ring(6)
    sides = [math.dist(corners[i], corners[(i + 1) % 6]) for i in range(6)]
    assert max(sides) - min(sides) < 1e-9


@pytest.mark.parametrize("axis", range(6))
def test_that_a_finger_beside_an_axis_points_at_the_mark_it_passes(axis: int) -> None:
    x, y = point_at(axis, 7)
    across = point_at(axis, 10)
    assert mark_beside(axis, x - 0.4 * across[1], y + 0.4 * across[0]) == 7
    assert mark_beside(axis, *point_at(axis, 13)) == 10
    assert mark_beside((axis + 3) % 6, x, y) == 0
