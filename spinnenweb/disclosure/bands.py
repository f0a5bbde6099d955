"""Age bands of a village and when they are merged (reference/anonymisation.md 4.3 and 4.7 rule 6).

Age is the calendar year minus the birth year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.disclosure.groups import FOUR_GROUPS, FOUR_GROUPS_FROM, TWO_GROUPS, TWO_GROUPS_FROM

if TYPE_CHECKING:
    from collections.abc import Callable

SMALLEST_BAND = 20
"""Units in each band on the day a design starts."""


@dataclass(frozen=True, slots=True)
class Band:
    """Ages from `youngest` up to and including `oldest` (`None`: no upper end)."""

    youngest: int
    oldest: int | None = None

    @property
    def name(self) -> str:
        """As printed in the column `leeftijdsgroep`."""
        return f"{self.youngest}+" if self.oldest is None else f"{self.youngest}-{self.oldest}"

    @property
    def last(self) -> int:
        """The highest age in it, for arithmetic."""
        return 10_000 if self.oldest is None else self.oldest


def bands_for(residents: int, in_band: Callable[[Band], int]) -> tuple[Band, ...]:
    """The bands for a village with so many residents; `in_band` counts those in a band, a household as one.

    A village without room for two bands of at least 20 has none.
    """
    if residents < TWO_GROUPS_FROM:
        return ()
    whole = TWO_GROUPS if residents < FOUR_GROUPS_FROM else FOUR_GROUPS
    bands = [Band(ages.youngest, ages.oldest) for ages in whole]
    while len(bands) > 1 and min(map(in_band, bands)) < SMALLEST_BAND:
        bands = _merged(bands, [in_band(band) for band in bands])
    return tuple(bands) if len(bands) > 1 else ()


def _merged(bands: list[Band], sizes: list[int]) -> list[Band]:
    """The smallest band together with its smaller neighbour."""
    at = sizes.index(min(sizes))
    beside = [place for place in (at - 1, at + 1) if 0 <= place < len(bands)]
    other = min(beside, key=lambda place: sizes[place])
    first, second = sorted((at, other))
    return [*bands[:first], Band(bands[first].youngest, bands[second].oldest), *bands[second + 1 :]]
