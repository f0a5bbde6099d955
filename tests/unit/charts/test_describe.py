"""Rules for a chart in plain data."""

from __future__ import annotations

import pytest

from spinnenweb.charts.describe import described
from spinnenweb.charts.webs import mark_text
from spinnenweb.domain.instruments import DIMENSION_CODES, Mode
from spinnenweb.domain.scoring import ScoreState, Trend
from tests.unit.charts.sample_webs import FULL, GAP, LABELS, OLDER, web


def test_that_a_chart_in_words_keeps_the_order_and_the_gaps() -> None:
    rows = described(GAP, LABELS)
    assert tuple(row.code for row in rows) == DIMENSION_CODES
    assert [row.value for row in rows] == [6, 5, 7, 7, 4, None]
    assert rows[5].state is ScoreState.UNKNOWN
    assert [row.topic for row in rows] == [False, False, False, False, True, False]


def test_that_every_row_is_set_against_the_earlier_web() -> None:
    rows = described(FULL, LABELS, OLDER)
    same, lower, higher, unknown = Trend.SAME, Trend.LOWER, Trend.HIGHER, Trend.UNKNOWN
    assert [row.trend for row in rows] == [same, same, same, unknown, lower, higher]
    assert [row.earlier for row in rows] == [4, 6, 7, None, 8, 3]


def test_that_talks_of_two_modes_are_not_set_against_each_other() -> None:
    with pytest.raises(ValueError, match="never mixed"):
        described(FULL, LABELS, web(1, 2, 3, 4, 5, 6, mode=Mode.ITEMS))


@pytest.mark.parametrize(
    ("value", "mode", "written"),
    [(7.0, Mode.DIRECT, "7"), (7.0, Mode.ITEMS, "7,0"), (6.5, Mode.ITEMS, "6,5"), (10.0, Mode.DIRECT, "10")],
)
def test_that_a_mean_has_one_decimal_and_a_direct_mark_none(value: float, mode: Mode, written: str) -> None:
    assert mark_text(value, mode) == written
