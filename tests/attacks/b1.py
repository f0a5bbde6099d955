"""B1 joint bounds: what a hidden count can be, from all releases together.

`.` is read as "at most 9" wherever more than 80 % is impossible.

The unknowns are classes of persons with the same history. Items of which one is a stage of the other are solved
together.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from tests.attacks.bounds import EPS, Line, Region, Unknowns, apart
from tests.attacks.knowledge import Item, Known, first_hidden, items, shown
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.attacks.series import Cell, Series

LEAST_VALUES = 5
AT_MOST = 9
Target = tuple[int, Item, int, "Cell"]
"""Which item (its place in the joint problem), and which hidden set of it."""


def collect(series: Series) -> Evidence:
    """Every hidden count of one series."""
    findings: list[str] = []
    tried = 0
    for together in _joined(series, [item for item in items(series) if not item.is_mean]):
        found, number = _solve(series, together)
        findings += found
        tried += number
    return Evidence(tuple(findings), {"tried": tried})


def judge(all_series: Evidence) -> Verdict:
    """No hidden count with fewer than 5 possible values."""
    number = len(all_series.findings)
    measured = f"{number} van {all_series.sum('tried'):.0f} ingesloten"
    return Verdict("B1", measured, "0", met(not number), all_series.findings)


def _joined(series: Series, found: Sequence[Item]) -> list[list[Item]]:
    """Items that say something about each other, together."""
    groups: dict[str, list[Item]] = {item.key: [item] for item in found}
    for table, part, whole in series.described.get("nested", []):
        one, other = groups.get(f"{table}:{part}"), groups.get(f"{table}:{whole}")
        if one is not None and other is not None and one is not other:
            one.extend(other)
            groups.update({item.key: one for item in other})
    return list({id(group): group for group in groups.values()}.values())


def _solve(series: Series, together: Sequence[Item]) -> tuple[list[str], int]:
    """One problem per group of persons that no figure connects with others, say a village."""
    printed = [shown(series, item.cells) for item in together]
    hidden = [first_hidden(series, item.cells) for item in together]
    findings: list[str] = []
    tried = 0
    sets = {members for group in printed for members in group} | {members for group in hidden for members in group}
    for people in apart(sets):
        known = [{m: interval for m, interval in group.items() if m & people} for group in printed]
        targets: list[Target] = [
            (at, item, members, cell)
            for at, item in enumerate(together)
            for members, cell in hidden[at].items()
            if members & people and members not in printed[at]
        ]
        tried += len(targets)
        if targets and any(known):
            findings += _bounds(series, together, known, targets)
    return findings, tried


def _bounds(
    series: Series, together: Sequence[Item], printed: Sequence[Known], targets: Sequence[Target]
) -> list[str]:
    sets = {members for group in printed for members in group} | {members for _, _, members, _ in targets}
    unknowns = Unknowns.of(sets)
    size = len(unknowns.parts)
    lines = [
        unknowns.line(members, *interval, shift=at * size)
        for at, group in enumerate(printed)
        for members, interval in group.items()
    ]
    lines += _stages(series, together, size)
    tops = [float(number) for number in unknowns.sizes()] * len(together)
    region = _read_dots(series, Region(tops, lines), unknowns, targets)
    return [finding for target in targets for finding in _target(series, region, unknowns, target)]


def _stages(series: Series, together: Sequence[Item], size: int) -> list[Line]:
    """Of every class no more persons are at a later stage than at the stage before."""
    place = {item.key: at for at, item in enumerate(together)}
    pairs = [
        (place[f"{table}:{part}"], place[f"{table}:{whole}"])
        for table, part, whole in series.described.get("nested", [])
        if f"{table}:{part}" in place and f"{table}:{whole}" in place
    ]
    return [
        Line(((part * size + at, 1.0), (whole * size + at, -1.0)), float("-inf"), 0.0)
        for part, whole in pairs
        for at in range(size)
    ]


def _read_dots(series: Series, plain: Region, unknowns: Unknowns, targets: Sequence[Target]) -> Region:
    """The same region with `.` read as at most 9 wherever more than 80 % is impossible."""
    cap = series.rule("item_cap", 0.8)
    extra = []
    for at, item, members, cell in targets:
        people = series.registers[cell.table.kind].units(members)
        if people < series.rule("item_minimum", 20):
            continue
        inside = unknowns.inside(members, at * len(unknowns.parts))
        room = cap * people - item.cells[0].table.base + 1
        if plain.seen(inside)[1] <= room and plain.extreme(inside, most=True) <= room + EPS:
            extra.append(unknowns.line(members, 0.0, AT_MOST, shift=at * len(unknowns.parts)))
    if not extra:
        plain.explore(4)
        return plain
    read = Region(plain.tops, [*plain.lines, *extra])
    read.explore(4)
    return read if read.possible else plain


def _target(series: Series, region: Region, unknowns: Unknowns, target: Target) -> list[str]:
    at, item, members, cell = target
    inside = unknowns.inside(members, at * len(unknowns.parts))
    if not is_narrow(*region.seen(inside), members.bit_count()):
        return []
    low, high = region.bounds(inside)
    truth = series.registers[cell.table.kind].total(members, item.key)
    if not is_narrow(low, high, members.bit_count()) or not low - EPS <= truth <= high + EPS:
        return []
    return [f"{cell.where}: {low:.1f}..{high:.1f} of {members.bit_count()}"]


def is_narrow(low: float, high: float, size: int) -> bool:
    """Fewer than 5 possible values, and less than a printed 10 would say."""
    least, most = ceil(low - EPS), floor(high + EPS)
    return most - least + 1 < min(LEAST_VALUES, size + 1) and least < LEAST_VALUES
