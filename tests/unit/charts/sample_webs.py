"""Invented webs for the tests of charts and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from spinnenweb.domain.instruments import ADULT, DIMENSION_CODES, Mode, Scale
from spinnenweb.domain.scoring import Score, ScoreState, Web

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS = {
    "LF": "Lichaamsfuncties",
    "MW": "Mentaal welbevinden",
    "ZG": "Zingeving",
    "KL": "Kwaliteit van leven",
    "MD": "Meedoen",
    "DF": "Dagelijks functioneren",
}


def web(
    *marks: float | None,
    topics: Sequence[str] = (),
    mode: Mode = Mode.DIRECT,
    gap: ScoreState = ScoreState.UNKNOWN,
) -> Web:
    """A web with these marks clockwise from the top; `None` is a gap with the reason `gap`."""
    scores = tuple(Score(None, gap) if mark is None else Score(float(mark), ScoreState.MARK) for mark in marks)
    return Web(DIMENSION_CODES, scores, tuple(topics), ADULT, mode, Scale.MARKS)


FULL = web(6, 5, 7, 7, 4, 8)
GAP = web(6, 5, 7, 7, 4, None, topics=("MD",))
OLDER = web(4, 6, 7, None, 8, 3)

marks = st.none() | st.integers(0, 10)
webs = st.builds(
    lambda values, topics: web(*values, topics=topics),
    st.lists(marks, min_size=6, max_size=6),
    st.lists(st.sampled_from([*DIMENSION_CODES, "LF1", "DF7"]), max_size=6, unique=True),
)
