"""Rules for the picture of change (reference/ecosystem.md 3.5; product.md, the noise rule)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from matplotlib.colors import to_hex

from spinnenweb.charts.dumbbell import DumbbellWords, dumbbell_figure
from spinnenweb.charts.style import LIGHT
from spinnenweb.charts.webs import LabelledWeb
from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.scoring import ScoreState, Web
from tests.unit.charts.figures import lines, points, words
from tests.unit.charts.sample_webs import FULL, LABELS, OLDER, web, webs

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

WORDS = DumbbellWords(
    "ongeveer gelijk", {ScoreState.UNKNOWN: "weet niet", ScoreState.DECLINED: "zegt liever niet"}
)


def _figure(earlier: Web, later: Web) -> Figure:
    return dumbbell_figure(LabelledWeb(earlier, "toen"), LabelledWeb(later, "nu"), LABELS, WORDS, LIGHT)


def _heights(figure: Figure) -> dict[str, float]:
    return {text.get_text(): text.get_position()[1] for text in figure.axes[0].texts}


def _bars(figure: Figure) -> list[Line2D]:
    plain = [line for line in lines(figure) if line.get_linestyle() == "-"]
    return [line for line in plain if len({y for _, y in points(line)}) == 1]


def test_that_the_rows_keep_the_order_of_the_web() -> None:
    heights = _heights(_figure(OLDER, FULL))
    rows = [heights[label] for label in LABELS.values()]
    assert rows == sorted(rows, reverse=True)


def test_that_a_difference_within_the_noise_is_named_and_a_larger_one_is_not() -> None:
    assert words(_figure(web(4, 4, 4, 4, 4, 4), web(6, 2, 7, 1, 10, 0))).count("ongeveer gelijk") == 2


def test_that_a_gap_is_named_on_whichever_side_it_is() -> None:
    found = words(_figure(web(None, 6, 6, 6, 6, 6), web(6, None, 10, 10, 10, 10, gap=ScoreState.DECLINED)))
    assert found.count("weet niet") == 1
    assert found.count("zegt liever niet") == 1


def test_that_higher_and_lower_are_drawn_in_one_colour() -> None:
    bars = _bars(_figure(web(2, 8, 2, 8, 2, 8), web(8, 2, 8, 2, 8, 2)))
    assert len(bars) == 6
    assert len({(to_hex(str(bar.get_color())), bar.get_linewidth()) for bar in bars}) == 1


def test_that_a_row_with_a_gap_has_no_bar() -> None:
    assert len(_bars(_figure(OLDER, FULL))) == 5


def test_that_means_are_written_with_a_comma_and_direct_marks_whole() -> None:
    means = web(4.5, 5, 6, 7, 8, 9, mode=Mode.ITEMS)
    assert {"4,5", "5,0"} <= set(words(_figure(means, means)))
    assert not [word for word in words(_figure(OLDER, FULL)) if "," in word]


def test_that_talks_of_two_modes_are_not_compared() -> None:
    with pytest.raises(ValueError, match="never mixed"):
        _figure(FULL, web(6, 5, 7, 7, 4, 8, mode=Mode.ITEMS))


@given(webs, webs)
@settings(max_examples=40, deadline=None)
def test_that_any_two_comparable_webs_can_be_compared(earlier: Web, later: Web) -> None:
    both = sum(a is not None and b is not None for a, b in zip(earlier.values, later.values, strict=True))
    assert len(_bars(_figure(earlier, later))) == both
