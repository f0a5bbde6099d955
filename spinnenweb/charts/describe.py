"""The same as a chart in plain data: for the table beside it and for a screen reader's sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.charts.webs import axis_label, check_comparable, wanted
from spinnenweb.domain.scoring import Score, ScoreState, Trend, Web, trend

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING = Score(None, ScoreState.EMPTY)


@dataclass(frozen=True, slots=True)
class Described:
    """One dimension. `value` and `earlier` are marks 0–10 or `None`, with the reason in the state beside it.

    `label` ends in a dot where the resident wants to discuss it.
    """

    code: str
    label: str
    topic: bool
    value: float | None
    state: ScoreState
    earlier: float | None
    earlier_state: ScoreState
    trend: Trend


def described(web: Web, labels: Mapping[str, str], earlier: Web | None = None) -> tuple[Described, ...]:
    """The rows of a web in axis order, set against an earlier one where given.

    `ValueError` for two webs that are not comparable.
    """
    if earlier is not None:
        check_comparable(web, earlier)
    before = earlier.scores if earlier is not None else (_NOTHING,) * len(web.codes)
    return tuple(
        Described(
            code,
            axis_label(web, code, labels),
            code in wanted(web),
            score.value,
            score.state,
            old.value,
            old.state,
            trend(old.value, score.value, web.mode),
        )
        for code, score, old in zip(web.codes, web.scores, before, strict=True)
    )
