"""How good the figures are: how far they lie from the file as it is, and how often they are fresh."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence

if TYPE_CHECKING:
    from tests.attacks.series import Cell, Series

TARGET = {"nut020": (0.23, 0.31), "nut060": (0.09, 0.73), "nut150": (0.04, 1.0), "nut300": (0.03, 1.0)}
"""Per series the error of a mean and the share of fresh months that the design's evidence measured."""
MOST_PEOPLE = 1.9


def collect(series: Series) -> Evidence:
    """Errors of the villages' own means and theme counts against the file of that day, and fresh months."""
    sums: dict[str, float] = defaultdict(float)
    fresh: set[int] = set()
    for cell in series.cells:
        if cell.band != series.all_ages or series.is_total(cell):
            continue
        if cell.status == "nieuw":
            fresh.add(cell.release)
        if cell.table.name in {"dimensies", "themas"}:
            _error(series, cell, sums)
    return Evidence(sums=sums | {"fresh": len(fresh), "months": len(series.months)})


def line(name: str, found: Evidence) -> str:
    """One line of the table."""
    parts = [
        f"{name}: gemiddelde +-{found.share('dimensies error', 'dimensies'):.3f}",
        f"thema +-{found.share('themas error', 'themas'):.1f}",
        f"getoond {found.share('dimensies', 'dimensies cells'):.0%} / {found.share('themas', 'themas cells'):.0%}",
        f"vers {found.share('fresh', 'months'):.0%}",
    ]
    return ", ".join(parts)


def good(name: str, found: Evidence) -> bool:
    """Not worse than what the design's evidence measured."""
    mean, _fresh = TARGET[name]
    theme = found.share("themas error", "themas")
    return found.share("dimensies error", "dimensies") <= mean + 0.005 and theme <= MOST_PEOPLE


def _error(series: Series, cell: Cell, sums: dict[str, float]) -> None:
    name = cell.table.name
    sums[f"{name} cells"] += 1
    if cell.value is None:
        return
    living = [p for p in series.live[cell.release].values() if p.village == cell.village]
    having = [p.values[cell.key] for p in living if cell.key in p.values]
    truth = sum(having) / (len(having) or 1) if cell.table.is_mean else len(having)
    sums[name] += 1
    sums[f"{name} error"] += abs(cell.value - truth)
