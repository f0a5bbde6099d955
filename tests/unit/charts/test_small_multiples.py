"""Rules for webs over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.charts.small_multiples import small_multiples_figure
from spinnenweb.charts.style import LIGHT
from spinnenweb.charts.webs import LabelledWeb
from spinnenweb.domain.instruments import Mode
from tests.unit.charts.figures import lines, points, words
from tests.unit.charts.sample_webs import FULL, GAP, LABELS, OLDER, web, webs

if TYPE_CHECKING:
    from spinnenweb.domain.scoring import Web


def _hexagons(drawn: list[Web]) -> list[float]:
    figure = small_multiples_figure([LabelledWeb(one, str(n)) for n, one in enumerate(drawn)], LABELS, LIGHT)
    rings = [[x for x, _ in points(line)] for line in lines(figure) if len(points(line)) == 7]
    return [round(max(ring) - min(ring), 3) for ring in rings]


def test_that_all_webs_are_equally_large() -> None:
    widths = _hexagons([OLDER, GAP, FULL])
    assert widths.count(max(widths)) == 4  # the three webs and the one that names the axes


def test_that_webs_of_two_modes_may_stand_side_by_side() -> None:
    drawn = [LabelledWeb(FULL, "nu"), LabelledWeb(web(1, 2, 3, 4, 5, 6, mode=Mode.ITEMS), "toen")]
    assert small_multiples_figure(drawn, LABELS, LIGHT).axes


def test_that_every_axis_is_named_once() -> None:
    figure = small_multiples_figure([LabelledWeb(OLDER), LabelledWeb(FULL), LabelledWeb(GAP)], LABELS, LIGHT)
    found = words(figure)
    assert [found.count(word) for word in ("Lichaamsfuncties", "Mentaal", "Zingeving", "Meedoen")] == [1] * 4


def test_that_no_web_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="no web"):
        small_multiples_figure([], LABELS, LIGHT)


@given(st.lists(webs, min_size=1, max_size=9))
@settings(max_examples=15, deadline=None)
def test_that_any_number_of_webs_fits(drawn: list[Web]) -> None:
    assert len(_hexagons(drawn)) == 1 + 5 * len(drawn)
