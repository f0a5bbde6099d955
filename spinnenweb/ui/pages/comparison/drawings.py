"""The charts of the comparison. `charts` is loaded when the first one is needed, on the worker thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.charts.dumbbell import DumbbellWords
    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.ui.widgets.figure_view import Drawing


def load_charts() -> None:
    """Load the drawing library, which takes longer than a drawing."""
    from spinnenweb.charts import dumbbell, radar, render, small_multiples

    _ = (dumbbell, radar, render, small_multiples)


def over_each_other(earlier: LabelledWeb, now: LabelledWeb, labels: Mapping[str, str]) -> Drawing:
    """The web of now over the earlier one."""
    from spinnenweb.charts.radar import radar_figure

    return lambda size, style, points: radar_figure([now, earlier], labels, style, size, text_size=points)


def beside_each_other(earlier: LabelledWeb, now: LabelledWeb, labels: Mapping[str, str]) -> Drawing:
    """Two webs that may not lie over each other."""
    from spinnenweb.charts.small_multiples import small_multiples_figure

    return lambda size, style, points: small_multiples_figure(
        [earlier, now], labels, style, size, columns=3, text_size=points
    )


def change(earlier: LabelledWeb, now: LabelledWeb, labels: Mapping[str, str], words: DumbbellWords) -> Drawing:
    """What changed, row by row."""
    from spinnenweb.charts.dumbbell import dumbbell_figure

    return lambda size, style, points: dumbbell_figure(earlier, now, labels, words, style, size, text_size=points)
