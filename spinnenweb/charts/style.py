"""The look of every chart: colours, the second cue beside each colour, and the letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TRANSPARENT = "none"
LINE_PITCH = 1.35
"""Height of a line of text as a multiple of its size."""


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """How one web is drawn: never by colour alone (WCAG 2.2, 1.4.1).

    `marker_scale` makes an older marker larger, so that it stays visible under a newer one on the same mark.
    """

    colour: str
    marker: str
    dash: tuple[float, ...]
    hollow: bool
    marker_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as `#rrggbb`, `paper` also `"none"`. `fonts` is the folder with the two Noto Sans files.

    Without a folder matplotlib's own DejaVu Sans is used. Data colours keep 3 : 1 on their paper
    (reference/ecosystem.md 3.4).
    """

    now: str
    before: str
    third: str
    ink: str
    soft: str
    axis: str
    grid: str
    paper: str
    ground: str
    fill: float = 0.13
    grid_width: float = 0.8
    fonts: Path | None = None

    def using(self, fonts: Path) -> ChartStyle:
        """The same style with the letter from a folder."""
        return replace(self, fonts=fonts)

    def on(self, paper: str) -> ChartStyle:
        """The same style on another paper; hollow markers are filled with it."""
        return replace(self, paper=paper, ground=paper)

    @property
    def newest(self) -> SeriesStyle:
        """The web of now: a full line with round, full markers."""
        return SeriesStyle(self.now, "o", (), hollow=False)

    @property
    def earlier(self) -> SeriesStyle:
        """The web of before: dashed with open squares."""
        return SeriesStyle(self.before, "s", (4.0, 2.6), hollow=True, marker_scale=1.15)


LIGHT = ChartStyle(
    now="#0072b2",
    before="#d55e00",
    third="#009e73",
    ink="#20242b",
    soft="#5f6671",
    axis="#8e867a",
    grid="#d9d2c7",
    paper="#ffffff",
    ground="#ffffff",
)
DARK = ChartStyle(
    now="#56a9e0",
    before="#ef8a4c",
    third="#3dbf98",
    ink="#f2efe9",
    soft="#b7b1a6",
    axis="#8f887d",
    grid="#46423d",
    paper="#252422",
    ground="#252422",
    fill=0.18,
)
PAPER = ChartStyle(
    now="#005b8f",
    before="#d55e00",
    third="#009e73",
    ink="#16181d",
    soft="#4a4f58",
    axis="#6f6f6f",
    grid="#b4b4b4",
    paper=TRANSPARENT,
    ground="#ffffff",
    grid_width=0.7,
)
"""Greyscale-proof: lines dark enough for any printer, and every web known by its dash and its marker."""
