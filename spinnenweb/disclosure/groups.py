"""Age groups of a village, by its number of counted residents (reference/anonymisation.md 4.3)."""

from __future__ import annotations

from dataclasses import dataclass

ADULT_AGE = 18
"""Younger residents are in no table."""
TWO_GROUPS_FROM = 40
FOUR_GROUPS_FROM = 120


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Ages from `youngest` up to and including `oldest`, or with no upper end when that is `None`."""

    youngest: int
    oldest: int | None = None

    @property
    def name(self) -> str:
        """As printed in the column `leeftijdsgroep`."""
        return f"{self.youngest}+" if self.oldest is None else f"{self.youngest}-{self.oldest}"

    def holds(self, age: int | None) -> bool:
        """Whether somebody of this age belongs to the group; an unknown age belongs to none."""
        if age is None or age < self.youngest:
            return False
        return self.oldest is None or age <= self.oldest


TWO_GROUPS = (AgeGroup(18, 64), AgeGroup(65))
FOUR_GROUPS = (AgeGroup(18, 44), AgeGroup(45, 64), AgeGroup(65, 79), AgeGroup(80))


def age_groups(residents: int) -> tuple[AgeGroup, ...]:
    """The age groups of a village with this many counted residents; a small village has none."""
    if residents < TWO_GROUPS_FROM:
        return ()
    return TWO_GROUPS if residents < FOUR_GROUPS_FROM else FOUR_GROUPS
