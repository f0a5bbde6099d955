"""Rules for the picture of the web (product.md, look.md)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from matplotlib.path import Path as Outline

from spinnenweb.charts.radar import radar_figure
from spinnenweb.charts.style import LIGHT, PAPER
from spinnenweb.charts.webs import LabelledWeb
from spinnenweb.domain.instruments import Mode
from tests.unit.charts.figures import fills, lines, markers, points, strokes, texts
from tests.unit.charts.sample_webs import FULL, GAP, LABELS, OLDER, web, webs

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch

    from spinnenweb.domain.scoring import Web


def _figure(*drawn: Web) -> Figure:
    return radar_figure([LabelledWeb(one) for one in drawn], LABELS, LIGHT)


def _pieces(patch: PathPatch) -> int:
    return int(np.count_nonzero(np.asarray(patch.get_path().codes) == Outline.MOVETO))


def test_that_the_rings_are_hexagons_at_two_four_six_eight_and_ten() -> None:
    closed = [points(line) for line in lines(_figure(FULL)) if len(points(line)) == 7]
    radii = []
    for ring in closed:
        assert ring[0] == ring[-1]
        centre = (sum(x for x, _ in ring[:6]) / 6, sum(y for _, y in ring[:6]) / 6)
        sides = [math.dist(ring[i], ring[i + 1]) for i in range(6)]
        assert max(sides) - min(sides) < 1e-6
        radii.append(math.dist(ring[0], centre))
    largest = max(radii)
    assert sorted(round(10 * radius / largest) for radius in radii) == [2, 4, 6, 8, 10]


def test_that_the_axes_are_plain_and_never_polar() -> None:
    assert [axes.name for axes in _figure(FULL).axes] == ["rectilinear"]


def test_that_only_one_axis_carries_the_numbers_of_the_rings() -> None:
    numbers = [text for text in _figure(FULL).axes[0].texts if text.get_text().isdigit()]
    assert [text.get_text() for text in numbers] == ["2", "4", "6", "8", "10"]
    assert len({text.get_position()[0] for text in numbers}) == 1


@pytest.mark.parametrize(
    ("marks", "triangles"),
    [
        ((6, 5, 7, 7, 4, 8), 6),
        ((6, 5, 7, 7, 4, None), 4),
        ((6, 5, None, 7, 4, None), 2),
        ((6, None, 7, None, 4, None), 0),
        ((None, None, None, None, None, None), 0),
    ],
)
def test_that_fill_and_line_lie_only_between_neighbouring_answered_axes(
    marks: tuple[float | None, ...], triangles: int
) -> None:
    figure = _figure(web(*marks))
    assert sum(map(_pieces, fills(figure))) == triangles
    assert sum(map(_pieces, strokes(figure))) == triangles


def test_that_a_gap_has_no_marker_and_a_zero_has_one() -> None:
    (row,) = markers(_figure(web(0, None, 7, None, None, None)))
    assert len(points(row)) == 2


def test_that_now_is_a_full_line_with_full_circles_and_before_a_dashed_one_with_open_squares() -> None:
    figure = _figure(FULL, OLDER)
    earlier, newest = markers(figure)
    assert (earlier.get_marker(), earlier.get_markerfacecolor()) == ("s", LIGHT.ground)
    assert (newest.get_marker(), newest.get_markerfacecolor()) == ("o", LIGHT.now)
    dashed, full = strokes(figure)
    assert dashed.get_linestyle() != "solid"
    assert full.get_linestyle() in ("solid", "-")


def test_that_only_the_newest_web_is_filled_and_lightly() -> None:
    (fill,) = fills(_figure(FULL, OLDER))
    assert fill.get_alpha() is not None
    assert 0.1 <= float(fill.get_alpha() or 0) <= 0.2


def test_that_a_topic_is_bold_with_a_dot_also_when_only_an_aspect_was_ticked() -> None:
    found = texts(_figure(web(6, 5, 7, 7, 4, 8, topics=("MD", "ZG3"))))
    assert found["Meedoen\u00a0•"].get_fontweight() == "bold"
    assert found["Zingeving\u00a0•"].get_fontweight() == "bold"
    assert found["Lichaamsfuncties"].get_fontweight() == "normal"


def test_that_the_labels_stand_clockwise_from_the_top() -> None:
    found = texts(_figure(FULL))
    x = {word: text.get_position()[0] for word, text in found.items()}
    y = {word: text.get_position()[1] for word, text in found.items()}
    assert y["Lichaamsfuncties"] > y["Mentaal"] > y["Zingeving"] > y["Kwaliteit van leven"]
    assert x["Mentaal"] > x["Lichaamsfuncties"] > x["Dagelijks"]
    assert y["Dagelijks"] > y["Meedoen"]


@pytest.mark.parametrize("size", [(6.0, 5.6), (4.2, 4.2), (3.2, 3.4)])
def test_that_no_word_is_cut_off_at_the_edge(size: tuple[float, float], resources: Path) -> None:
    everything = web(10, 10, 10, 10, 10, 10, topics=tuple(LABELS))
    drawn = [LabelledWeb(everything, "21 november 2026"), LabelledWeb(OLDER, "19 mei 2026")]
    footer = ["Gespreksinstrument, geen meetinstrument.", "Een tweede regel die over de hele breedte mag lopen."]
    figure = radar_figure(drawn, LABELS, LIGHT.using(resources / "fonts"), size, footer=footer)
    figure.draw_without_rendering()
    width, height = figure.bbox.width, figure.bbox.height
    for text in figure.axes[0].texts:
        extent = text.get_window_extent()
        assert min(extent.x0, extent.y0) >= 0, text.get_text()
        assert extent.x1 <= width, text.get_text()
        assert extent.y1 <= height, text.get_text()


def test_that_three_webs_are_never_laid_over_each_other() -> None:
    with pytest.raises(ValueError, match="side by side"):
        _figure(FULL, OLDER, GAP)


def test_that_webs_of_two_modes_are_never_laid_over_each_other() -> None:
    with pytest.raises(ValueError, match="never mixed"):
        _figure(FULL, web(6, 5, 7, 7, 4, 8, mode=Mode.ITEMS))


def test_that_a_label_with_dollar_signs_is_not_read_as_a_formula() -> None:
    figure = radar_figure([LabelledWeb(FULL, "$x_1$ en $")], LABELS, LIGHT)
    figure.draw_without_rendering()
    assert "$x_1$ en $" in texts(figure)


@given(webs, webs)
@settings(max_examples=40, deadline=None)
def test_that_any_pair_of_webs_can_be_drawn(newest: Web, earlier: Web) -> None:
    figure = radar_figure([LabelledWeb(newest, "nu"), LabelledWeb(earlier, "toen")], LABELS, PAPER)
    given_marks = [mark for mark in newest.values if mark is not None]
    assert len(points(markers(figure)[-1])) == len(given_marks) or not given_marks
