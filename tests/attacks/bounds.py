"""Bounds by linear programming: what a sum over persons can be, given every figure that was printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import highspy
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

EPS = 1e-6


def classes(sets: Iterable[int]) -> list[int]:
    """The coarsest partition of which every set is a union: persons with the same history are one unknown."""
    sets = set(sets)
    everyone = 0
    for one in sets:
        everyone |= one
    parts = [everyone] if everyone else []
    for one in sets:
        split = [piece for part in parts for piece in (part & one, part & ~one)]
        parts = [piece for piece in split if piece]
    return parts


def apart(sets: Iterable[int]) -> list[int]:
    """Groups of persons that no set connects: their bounds are separate problems."""
    found: list[int] = []
    for one in sets:
        joined = one
        for other in [group for group in found if group & joined]:
            joined |= other
            found.remove(other)
        found.append(joined)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """`low <= sum of factor x variable <= high`."""

    terms: tuple[tuple[int, float], ...]
    low: float
    high: float


@dataclass(slots=True)
class Region:
    """All values of the unknowns that agree with everything known; remembers the corners it visited."""

    tops: Sequence[float]
    lines: Sequence[Line]
    bottoms: Sequence[float] | None = None
    corners: np.ndarray = field(init=False)
    possible: bool = True
    _solver: highspy.Highs = field(default_factory=highspy.Highs)

    def __post_init__(self) -> None:
        self.corners = np.empty((0, len(self.tops)))
        self._solver.silent()
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("presolve", "off")
        count = len(self.tops)
        bottoms = self.bottoms if self.bottoms is not None else [0.0] * count
        self._solver.addVars(count, np.array(bottoms, float), np.array(self.tops, float))
        for line in self.lines:
            at = np.array([place for place, _ in line.terms], np.int32)
            factor = np.array([value for _, value in line.terms], float)
            self._solver.addRow(line.low, line.high, len(at), at, factor)

    def extreme(self, wanted: Mapping[int, float], *, most: bool) -> float:
        """The least or most the weighted sum of some unknowns can be; NaN when nothing agrees."""
        count = len(self.tops)
        cost = np.zeros(count)
        for place, weight in wanted.items():
            cost[place] = -weight if most else weight
        self._solver.changeColsCost(count, np.arange(count, dtype=np.int32), cost)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            self.possible = False
            return float("nan")
        corner = np.array(self._solver.getSolution().col_value)
        self.corners = np.vstack([self.corners, corner])
        return float(corner @ (-cost if most else cost))

    def explore(self, turns: int, seed: int = 1) -> None:
        """Visit some corners in random directions, so that most bounds need no solving of their own."""
        random = np.random.default_rng(seed)
        for _ in range(turns):
            direction = {place: float(random.normal()) for place in range(len(self.tops))}
            self.extreme(direction, most=False)
            self.extreme(direction, most=True)
            if not self.possible:
                return

    def seen(self, wanted: Mapping[int, float]) -> tuple[float, float]:
        """The least and most of a weighted sum over the corners visited so far."""
        if not len(self.corners):
            return float("inf"), float("-inf")
        values = self.corners[:, list(wanted)] @ np.array(list(wanted.values()))
        return float(values.min()), float(values.max())

    def bounds(self, wanted: Mapping[int, float]) -> tuple[float, float]:
        """The least and most a weighted sum can be."""
        return self.extreme(wanted, most=False), self.extreme(wanted, most=True)


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Classes of persons as unknown sums, and how a set is a union of them."""

    parts: Sequence[int]

    @classmethod
    def of(cls, sets: Iterable[int]) -> Unknowns:
        """The unknowns needed to speak about these sets."""
        return cls(classes(sets))

    def sizes(self) -> list[int]:
        """How many measurements each unknown is the sum of."""
        return [part.bit_count() for part in self.parts]

    def inside(self, members: int, shift: int = 0) -> dict[int, float]:
        """Which unknowns add up to a set's sum."""
        return {at + shift: 1.0 for at, part in enumerate(self.parts) if part & members}

    def line(self, members: int, low: float, high: float, shift: int = 0) -> Line:
        """What is known about a set's sum."""
        return Line(tuple(self.inside(members, shift).items()), low, high)


def narrowed(known: dict[int, tuple[float, float]], members: int, interval: tuple[float, float]) -> None:
    """Add what a figure says about a set to what is known about that very set."""
    low, high = known.get(members, (float("-inf"), float("inf")))
    known[members] = (max(low, interval[0]), min(high, interval[1]))
