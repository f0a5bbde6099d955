"""B0 conform: every printed figure keeps the published rules, and its rounding is a matter of chance."""

from __future__ import annotations

from collections import defaultdict
from math import floor, sqrt
from typing import TYPE_CHECKING

from tests.attacks.a6 import different_files, two_values
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.attacks.series import Cell, Series

STEPS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
PAIRED = 20
"""Pairs behind a change, and step x pairs, are at least this."""
LARGEST_CHANGE = 4
PRECISION = 10.0
"""Step x number of people is at least this."""
MOST_Z = 4.0
TINY = 1e-6


def collect(series: Series) -> Evidence:
    """Every figure of one series."""
    findings: list[str] = []
    for cell in series.cells:
        findings += [f"{cell.where}: {finding}" for finding in (*_status(series, cell), *_figure(series, cell))]
    findings += [*two_values(series), *_two_groups(series), *_repeats(series)]
    findings += [*_printed_totals(series), *_cluster_and_village(series)]
    twins = series.described.get("twins", [])
    for twin in twins:
        findings += [
            f"twin {f}" for f in different_files(series.folder / twin["left"], series.folder / twin["right"])
        ]
    return Evidence(tuple(findings), _chance(series) | {"figures": len(series.cells), "twins": len(twins)})


def judge(all_series: Evidence) -> Verdict:
    """No finding; up or down is random: no drift, no fixed rule, no agreement between neighbours."""
    drift, rule, agree = (_z(all_series, name) for name in ("drift", "rule", "agree"))
    number = len(all_series.findings)
    measured = f"{number} van {all_series.sum('figures'):.0f}, z {drift:+.1f} {rule:+.1f} {agree:+.1f}"
    good = not number and max(abs(drift), abs(rule), abs(agree)) <= MOST_Z
    return Verdict("B0", measured, "0; |z| <= 4", met(good), all_series.findings)


def _z(evidence: Evidence, name: str) -> float:
    spread = sqrt(evidence.sum(f"{name} var"))
    return evidence.sum(name) / spread if spread else 0.0


def _status(series: Series, cell: Cell) -> Iterator[str]:
    now, hidden = series.months[cell.release], series.described["hidden"]
    if cell.value is None:
        if cell.status != "afgeschermd":
            yield f"hidden but {cell.status}"
        if cell.month != hidden and cell.month > now:
            yield f"snapshot of {cell.month} in {now}"
        return
    wanted = "nieuw" if cell.month == now else "herhaald"
    if cell.month > now or cell.status != wanted:
        yield f"status {cell.status} with snapshot {cell.month} in {now}"


def _figure(series: Series, cell: Cell) -> Iterator[str]:
    """One printed figure against the persons behind it."""
    if cell.value is None or (series.is_total(cell) and series.described["total_rule"] == "printed"):
        return
    members = series.members(cell) or 0
    register = series.registers[cell.table.kind]
    if register.units_then(members) < series.rule("minimum", 10):
        yield f"about {register.units_then(members)} people"
    if cell.table.is_change:
        yield from _change(series, cell)
        return
    truth = register.total(members, cell.key) if cell.item else members.bit_count()
    low, high = cell.interval(members.bit_count())
    if not low - TINY <= truth <= high + TINY:
        yield f"printed {cell.value}, truth {truth}"
    yield from _mean(series, cell, members) if cell.table.is_mean else _count(series, cell, truth)


def _change(series: Series, cell: Cell) -> Iterator[str]:
    """A change: at least 20 pairs, on its step, within a step of the truth."""
    now, then = series.pair(cell)
    register, value = series.registers[cell.table.kind], cell.value or 0.0
    people = now.bit_count()
    truth = (register.total(now, cell.mark) - register.total(then, cell.mark)) / max(people, 1)
    if people != then.bit_count() or now & then:
        yield f"{people} pairs, {then.bit_count()} before, {(now & then).bit_count()} of them the same"
    if register.units_then(now) < PAIRED or cell.step * people < PAIRED - TINY:
        yield f"step {cell.step} for {register.units_then(now)} people"
    if abs(value / cell.step - round(value / cell.step)) > 1e-4 or abs(value) > LARGEST_CHANGE:
        yield f"a change of {value} on step {cell.step}"
    if abs(value - truth) > cell.step + TINY:
        yield f"printed {value}, truth {truth:.3f}"


def _mean(series: Series, cell: Cell, members: int) -> Iterator[str]:
    value = cell.value or 0.0
    if not any(abs(cell.step - step) < TINY for step in STEPS):
        yield f"step {cell.step}"
    elif abs(value / cell.step - round(value / cell.step)) > 1e-4:
        yield f"{value} is not on its step {cell.step}"
    if cell.step * members.bit_count() < PRECISION - TINY:
        yield f"step {cell.step} for {members.bit_count()} people"
    low, high = series.described["mean_open"]
    if not low < value < high:
        yield f"an extreme mean {value}"


def _count(series: Series, cell: Cell, truth: float) -> Iterator[str]:
    value, group = cell.value or 0.0, series.group(cell)
    if value % 5 or value < series.rule("minimum", 10):
        yield f"{value} is not a multiple of 5 from 10"
    if not cell.item:
        return
    people = series.registers[cell.table.kind].units_then(group)
    if people < cell.table.least_group:
        yield f"an item in a group of {people}"
    if truth < series.rule("minimum", 10) or max(truth, value) > series.rule("item_cap", 0.8) * group.bit_count():
        yield f"{truth:.0f} of {group.bit_count()}, printed {value:.0f}"


def _two_groups(series: Series) -> Iterator[str]:
    """Nobody stands in two groups of one release."""
    seen: dict[tuple[int, str, bool], set[str]] = defaultdict(set)
    special = {series.described.get("total"), *series.clusters()}
    for place, members in series.truth.items():
        if place.village in special:
            continue
        mine = {m.resident for m in series.registers[place.kind].of(members)}
        taken = seen[place.release, place.kind, place.band == series.all_ages]
        if mine & taken:
            yield f"{place.release + 1:02d} {place.kind} {place.village}/{place.band}: {len(mine & taken)} twice"
        taken |= mine


def _repeats(series: Series) -> Iterator[str]:
    """A row with the snapshot of a month is about the persons it was about before with that month."""
    first: dict[tuple[str, str, str, str], int] = {}
    last: dict[tuple[str, str, str], tuple[int, str]] = {}
    for cell in series.cells:
        members = series.truth.get(series.place(cell))
        if members is None or cell.table.yearly or cell.month == series.described["hidden"]:
            continue
        row = (cell.table.kind, cell.village, cell.band, cell.month)
        if first.setdefault(row, members) != members:
            yield f"{cell.where}: other persons under the same snapshot {cell.month}"
        before, month = last.get(row[:3], (0, cell.month))
        if before == members and month != cell.month:
            yield f"{cell.where}: the same persons, snapshot {month} became {cell.month}"
        last[row[:3]] = (members, cell.month)


def _cluster_and_village(series: Series) -> Iterator[str]:
    """An item is printed for a cluster or for its villages, never for both."""
    printed = {(c.release, c.key, c.village) for c in series.cells if c.item and c.value is not None}
    for cluster, villages in series.clusters().items():
        for release, key, village in printed:
            if village in villages and (release, key, cluster) in printed:
                yield f"{release + 1:02d} {key}: printed for {cluster} and {village}"


def _printed_totals(series: Series) -> Iterator[str]:
    """A total over villages is the sum of the printed village figures."""
    if series.described["total_rule"] != "printed":
        return
    parts: dict[tuple[int, str], list[Cell]] = defaultdict(list)
    for cell in series.cells:
        if cell.band == series.all_ages and not series.is_total(cell) and cell.value is not None:
            parts[cell.release, cell.key].append(cell)
    for cell in series.cells:
        if series.is_total(cell) and cell.value is not None:
            yield from _total(cell, parts.get((cell.release, cell.key), []), parts)


def _total(cell: Cell, parts: list[Cell], every: dict[tuple[int, str], list[Cell]]) -> Iterator[str]:
    values = [part.value or 0.0 for part in parts]
    if not cell.table.is_mean:
        if cell.value != sum(values):
            yield f"{cell.where}: {cell.value} is not the sum {sum(values)} of what is printed"
        return
    heads = {part.village: part.value or 0.0 for part in every.get((cell.release, "personen:"), [])}
    weight = sum(heads.get(part.village, 0.0) for part in parts)
    mean = sum(heads.get(p.village, 0.0) * (p.value or 0.0) for p in parts) / weight if weight else -1.0
    if not weight or abs(mean - (cell.value or 0.0)) > cell.step + TINY:
        yield f"{cell.where}: {cell.value} is not the mean {mean:.2f} of what is printed"


def _chance(series: Series) -> dict[str, float]:
    """Sums for the z-tests: drift up, a fixed rule (nearest), and agreement of neighbouring figures."""
    sums: dict[str, float] = defaultdict(float)
    last: dict[object, tuple[float, float]] = {}
    done: set[tuple[str, int]] = set()
    for cell in series.cells:
        members = series.members(cell)
        if cell.value is None or not members or cell.table.is_change or (cell.key, members) in done:
            continue
        done.add((cell.key, members))
        chance = _upward(series, cell, members)
        if chance is None:
            continue
        up, p = chance
        var = p * (1 - p)
        _add(sums, "drift", up - p, var)
        _add(sums, "rule", (up - p) ** 2 - var, var * (1 - 2 * p) ** 2)
        row = (cell.release, cell.table.name, cell.village, cell.band)
        if row in last:
            _add(sums, "agree", (up - p) * last[row][0], var * last[row][1])
        last[row] = (up - p, var)
    return dict(sums)


def _add(sums: dict[str, float], name: str, value: float, var: float) -> None:
    sums[name] += value
    sums[f"{name} var"] += var


def _upward(series: Series, cell: Cell, members: int) -> tuple[int, float] | None:
    """Whether a figure was rounded up and how likely that was; None where the caps leave no choice."""
    register, value = series.registers[cell.table.kind], cell.value or 0.0
    if series.is_total(cell) or (cell.table.base == 1 and not cell.table.is_mean):
        return None
    size = members.bit_count()
    truth = register.total(members, cell.key) / (size if cell.table.is_mean else 1) if cell.item else float(size)
    unit = cell.step if cell.table.is_mean else float(cell.table.base)
    down = floor(truth / unit + 1e-9) * unit
    p = (truth - down) / unit
    low, high = series.described["mean_open"] if cell.table.is_mean else (9, 0.8 * register.units_then(members))
    free = not cell.item or (down > low and down + unit < high)
    if p < TINY or not free:
        return None
    return int(value > truth), p
