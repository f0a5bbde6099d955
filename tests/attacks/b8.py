"""B8 sets: any two sets ever printed of one village and measure are equal or at least 5 residents apart.

Years and age designs together, age groups and their unions, whatever the row was called; the empty set counts as
printed. And what is left of a printed whole after its printed parts is nobody or at least 10 residents.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tests.attacks.series import WEB
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attacks.series import Cell, Register, Series

NEAR, SMALL = 5, 10
FAR = 64
"""Sets that differ in more measurements than this are never fewer than 5 households apart."""


class Measure(NamedTuple):
    """What distance is kept for: the persons of a village, those with one mark, those followed up."""

    village: str
    kind: str
    mark: str


def collect(series: Series) -> Evidence:
    """All sets one series ever printed."""
    findings: list[str] = []
    pairs = 0
    printed = _printed(series)
    for measure, sets in _with_yearly(series, _by_village(printed)).items():
        register = series.registers[measure.kind]
        ordered = list(sets)
        pairs += len(ordered) * (len(ordered) - 1) // 2
        findings += [f"{_named(measure)}: {text}" for text in _close(register, sets)]
    findings += _remainders(series, printed)
    findings += _unpaired(series)
    return Evidence(tuple(findings), {"pairs": pairs})


def judge(all_series: Evidence) -> Verdict:
    """Nothing between 0 and 5, no remainder between 0 and 10."""
    number = len(all_series.findings)
    return Verdict(
        "B8", f"{number} van {all_series.sum('pairs'):.0f} paren", "0", met(not number), all_series.findings
    )


def _named(measure: Measure) -> str:
    return f"{measure.village} {measure.kind} {measure.mark}".rstrip()


def _printed(series: Series) -> dict[tuple[int, Measure], dict[str, int]]:
    """Per release and measure the rows that printed a figure, and the persons behind them."""
    found: dict[tuple[int, Measure], dict[str, int]] = defaultdict(dict)
    for cell in series.cells:
        members = series.members(cell)
        if cell.value is not None and members and not cell.table.yearly:
            mark = cell.mark if cell.table.kind == WEB else ""
            found[cell.release, Measure(cell.village, cell.table.kind, mark)][cell.band] = members
    return found


def _by_village(printed: dict[tuple[int, Measure], dict[str, int]]) -> dict[Measure, dict[int, str]]:
    """Per measure every set that can be made of one release's rows, with where it first was."""
    found: dict[Measure, dict[int, str]] = defaultdict(dict)
    for (release, measure), rows in printed.items():
        for members, name in _unions(rows):
            found[measure].setdefault(members, f"{release + 1:02d} {name}")
    return found


def _with_yearly(series: Series, found: dict[Measure, dict[int, str]]) -> dict[Measure, dict[int, str]]:
    """The sets behind the classes of marks as well; they stand beside newer rows, so they join no union."""
    for cell in series.cells:
        members = series.members(cell)
        if cell.table.yearly and not cell.table.is_change and cell.value is not None and members:
            found.setdefault(Measure(cell.village, WEB, cell.mark), {}).setdefault(members, cell.where)
    return found


def _unpaired(series: Series) -> Iterator[str]:
    """Who gave the mark in a year, but is not in the printed change, is nobody or at least 10 residents."""
    register = series.registers[WEB]
    giving = {(c.release, c.village, c.mark): series.members(c) or 0 for c in series.cells if _is_class(c)}
    seen: set[tuple[int, int]] = set()
    for cell in series.cells:
        pair = series.pair(cell)
        if not cell.table.is_change or cell.value is None or pair in seen:
            continue
        seen.add(pair)
        for release, part in ((cell.release, pair[0]), (cell.release - 1, pair[1])):
            left = register.units(giving.get((release, cell.village, cell.mark), 0) & ~part)
            if 0 < left < SMALL:
                yield f"{cell.where}: {left} of {series.months[release][:4]} are not in the change"


def _is_class(cell: Cell) -> bool:
    return cell.table.yearly and not cell.table.is_change


def _unions(rows: dict[str, int]) -> Iterator[tuple[int, str]]:
    """All unions of the rows of one release."""
    bands = list(rows)
    for number in range(1, len(bands) + 1):
        for chosen in combinations(bands, number):
            union = 0
            for band in chosen:
                union |= rows[band]
            yield union, "+".join(chosen)


def _close(register: Register, sets: dict[int, str]) -> Iterator[str]:
    for (one, left), (other, right) in combinations(sets.items(), 2):
        difference = one ^ other
        if difference.bit_count() < FAR and register.units(difference) < NEAR:
            yield f"{left} and {right} differ by {register.units(difference)}"
    for one, left in sets.items():
        if register.units(one) < NEAR:
            yield f"{left} is {register.units(one)}"


def _remainders(series: Series, printed: dict[tuple[int, Measure], dict[str, int]]) -> Iterator[str]:
    seen: set[tuple[Measure, int]] = set()
    for (release, measure), rows in printed.items():
        if series.all_ages not in rows:
            continue
        parts = [members for band, members in rows.items() if band != series.all_ages]
        parts += _villages(series, printed, release, measure)
        rest = rows[series.all_ages]
        for members in parts:
            rest &= ~members
        left = series.registers[measure.kind].units(rest)
        if parts and 0 < left < SMALL and (measure, rest) not in seen:
            seen.add((measure, rest))
            yield f"{release + 1:02d} {_named(measure)}: {left} left of the whole"


def _villages(
    series: Series, printed: dict[tuple[int, Measure], dict[str, int]], release: int, measure: Measure
) -> list[int]:
    """The printed villages of a total."""
    if measure.village != series.described.get("total"):
        return []
    return [
        rows[series.all_ages]
        for (at, other), rows in printed.items()
        if at == release
        and other.kind == measure.kind
        and other.mark == measure.mark
        and other.village != measure.village
        and series.all_ages in rows
    ]
