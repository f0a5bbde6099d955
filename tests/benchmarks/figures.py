"""Interleaved runs of two twins, and the one table they end in."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEAD = ("meting", "Spinnenweb", "kaal", "verhouding", "doel", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: seconds of both twins, and the most the ratio should be (`None`: no target)."""

    what: str
    ours: float
    bare: float
    target: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the bare twin ours takes, as it is shown."""
        return round(self.ours / self.bare, 2)

    def cells(self) -> tuple[str, ...]:
        """The line as text, with decimal commas."""
        target = "" if self.target is None else f"≤ {self.target:.1f}×".replace(".", ",")
        verdict = "" if self.target is None else ("gehaald" if self.ratio <= self.target else "niet gehaald")
        ratio = f"{self.ratio:.2f}×".replace(".", ",")
        return self.what, shown(self.ours), shown(self.bare), ratio, target, verdict


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds of all runs of both twins."""

    ours: list[float]
    bare: list[float]

    def row(self, what: str, target: float | None = None) -> Row:
        """The medians side by side."""
        return Row(what, statistics.median(self.ours), statistics.median(self.bare), target)

    def row_of_slowest(self, what: str) -> Row:
        """The 99th percentile of both, without a target: what a shared machine does in between is in it."""
        return Row(what, slowest(self.ours), slowest(self.bare))


def shown(seconds: float) -> str:
    """A duration with three digits that matter."""
    for size, unit in ((1.0, "s"), (1e-3, "ms")):
        if seconds >= size:
            return f"{seconds / size:#.3g} {unit}".replace(". ", " ").replace(".", ",")
    return f"{seconds * 1e6:#.3g} µs".replace(". ", " ").replace(".", ",")


def slowest(times: Sequence[float]) -> float:
    """The 99th percentile."""
    return statistics.quantiles(times, n=100, method="inclusive")[-1]


def timed(action: Callable[[], object]) -> float:
    """The seconds an action takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def interleaved(runs: int, ours: Callable[[], float], bare: Callable[[], float]) -> Times:
    """Run both twins in turn, and the other one first every second time, so that drift hits both alike."""
    times = Times([], [])
    pair = ((times.ours, ours), (times.bare, bare))
    for run in range(runs):
        for kept, measure in pair if run % 2 == 0 else reversed(pair):
            kept.append(measure())
    return times


def table(rows: Sequence[Row]) -> str:
    """All lines under one head, as a Markdown table."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "".join(f"| {' | '.join(map(str.ljust, line, widths))} |\n" for line in lines)
