"""B9 yearly: classes of marks, changes and means of one dimension put together, over all releases.

Per class of persons with the same history two unknowns for each of the three classes of marks: how many persons,
and the sum of their marks. `.` in a class is also read as "at most 9" wherever more than 80 % is impossible.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.attacks.b1 import AT_MOST, is_narrow
from tests.attacks.bounds import EPS, Line, Region, Unknowns, narrowed
from tests.attacks.knowledge import Known, first_hidden, shown
from tests.attacks.series import CLASSES, WEB
from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.attacks.series import Cell, Series

WIDE_MEAN, NARROW_MARK, HIGHEST = 3.0, 2.0, 10
KINDS = len(CLASSES)
MOST_SOLVED = 60
"""So many classes of persons per dimension are solved for."""


@dataclass(slots=True)
class Figures:
    """All figures about one mark of one village."""

    means: list[Cell] = field(default_factory=list)
    classes: list[list[Cell]] = field(default_factory=lambda: [[] for _ in CLASSES])
    changes: list[Cell] = field(default_factory=list)


def collect(series: Series) -> Evidence:
    """Every mark of every village that had yearly tables."""
    findings: list[str] = []
    tried = 0
    for (village, mark), figures in _by_mark(series).items():
        if any(figures.classes):
            problem = Problem.of(series, figures)
            tried += sum(problem.unknowns.sizes())
            findings += [f"{village} {mark}: {text}" for text in _findings(series, figures, problem)]
    return Evidence(tuple(findings), {"tried": tried})


def judge(all_series: Evidence) -> Verdict:
    """No hidden class or mean narrowed, nobody certainly in or out of a class, no mark within two points."""
    number = len(all_series.findings)
    measured = f"{number} van {all_series.sum('tried'):.0f} ingesloten of zeker"
    return Verdict("B9", measured, "0", met(not number), all_series.findings)


def _by_mark(series: Series) -> dict[tuple[str, str], Figures]:
    found: dict[tuple[str, str], Figures] = defaultdict(Figures)
    names = [name for name, _, _ in CLASSES]
    for cell in series.cells:
        if cell.table.kind != WEB or series.is_total(cell):
            continue
        figures = found[cell.village, cell.mark]
        if cell.table.is_change:
            figures.changes.append(cell)
        elif cell.table.yearly:
            figures.classes[names.index(cell.item.partition(":")[2])].append(cell)
        else:
            figures.means.append(cell)
    return found


@dataclass(slots=True)
class Problem:
    """The unknowns of one mark and everything that is known about them."""

    unknowns: Unknowns
    lines: list[Line]
    tops: list[float]

    @classmethod
    def of(cls, series: Series, figures: Figures) -> Problem:
        """From every printed figure."""
        means = shown(series, figures.means)
        classes = [shown(series, cells) for cells in figures.classes]
        changes = _changes(series, figures.changes)
        hidden = [*figures.means, *(cell for cells in figures.classes for cell in cells)]
        sets = {*means, *(m for known in classes for m in known), *(m for pair in changes for m in pair)}
        unknowns = Unknowns.of(sets | set(first_hidden(series, hidden)))
        sizes = unknowns.sizes()
        problem = cls(
            unknowns, [], [float(n) for n in sizes] * KINDS + [float(HIGHEST * n) for n in sizes] * KINDS
        )
        problem.lines += [Line(tuple(problem.sum_of(m).items()), *interval) for m, interval in means.items()]
        for kind, known in enumerate(classes):
            problem.lines += [
                Line(tuple(problem.count_of(m, kind).items()), *interval) for m, interval in known.items()
            ]
        for (now, then), interval in changes.items():
            terms = problem.sum_of(now) | dict.fromkeys(problem.sum_of(then), -1.0)
            problem.lines.append(Line(tuple(terms.items()), *interval))
        problem.lines += problem.limits()
        return problem

    def count_of(self, members: int, kind: int) -> dict[int, float]:
        """How many of these persons are in a class of marks."""
        return self.unknowns.inside(members, kind * len(self.unknowns.parts))

    def sum_of(self, members: int) -> dict[int, float]:
        """The sum of the marks of these persons."""
        size = len(self.unknowns.parts)
        return {at: 1.0 for kind in range(KINDS) for at in self.unknowns.inside(members, (KINDS + kind) * size)}

    def limits(self) -> Iterator[Line]:
        """Everybody is in one class, and a mark lies in its class."""
        size, no = len(self.unknowns.parts), float("inf")
        for at, people in enumerate(self.unknowns.sizes()):
            yield Line(tuple((kind * size + at, 1.0) for kind in range(KINDS)), people, people)
            for kind, (_, low, high) in enumerate(CLASSES):
                count, total = kind * size + at, (KINDS + kind) * size + at
                yield Line(((total, 1.0), (count, -float(low))), 0.0, no)
                yield Line(((total, 1.0), (count, -float(high))), -no, 0.0)


def _changes(series: Series, cells: Sequence[Cell]) -> dict[tuple[int, int], tuple[float, float]]:
    found = {}
    for cell in cells:
        now, then = series.pair(cell)
        if cell.value is not None and now:
            slack = cell.table.spread * cell.step + 1e-9
            people = now.bit_count()
            found[now, then] = (people * (cell.value - slack), people * (cell.value + slack))
    return found


def _findings(series: Series, figures: Figures, problem: Problem) -> Iterator[str]:
    plain = Region(problem.tops, problem.lines)
    plain.explore(8)
    if not plain.possible:
        yield "the figures contradict each other"
        return
    for region in (plain, _read_dots(series, figures, problem, plain)):
        if region is not None:
            yield from _hidden_classes(series, figures, problem, region)
    yield from _hidden_means(series, figures, problem, plain)
    yield from _persons(problem, plain)


def _hidden(series: Series, cells: Sequence[Cell]) -> dict[int, Cell]:
    printed: Known = shown(series, cells)
    return {members: cell for members, cell in first_hidden(series, cells).items() if members not in printed}


def _read_dots(series: Series, figures: Figures, problem: Problem, plain: Region) -> Region | None:
    """The same with `.` read as at most 9 wherever more than 80 % is impossible."""
    cap, extra = series.rule("item_cap", 0.8), []
    for kind, cells in enumerate(figures.classes):
        for members, cell in _hidden(series, cells).items():
            people = series.registers[WEB].units(members)
            inside = problem.count_of(members, kind)
            room = cap * people - cell.table.base + 1
            if people >= cell.table.least_group and plain.extreme(inside, most=True) <= room + EPS:
                extra.append(Line(tuple(inside.items()), 0.0, AT_MOST))
    if not extra:
        return None
    read = Region(problem.tops, [*problem.lines, *extra])
    read.explore(4)
    return read if read.possible else None


def _hidden_classes(series: Series, figures: Figures, problem: Problem, region: Region) -> Iterator[str]:
    for kind, cells in enumerate(figures.classes):
        for members, cell in _hidden(series, cells).items():
            inside = problem.count_of(members, kind)
            if not is_narrow(*region.seen(inside), members.bit_count()):
                continue
            low, high = region.bounds(inside)
            truth = series.registers[WEB].total(members, cell.key)
            if is_narrow(low, high, members.bit_count()) and low - EPS <= truth <= high + EPS:
                yield f"{cell.where}: {low:.1f}..{high:.1f} of {members.bit_count()}"


def _hidden_means(series: Series, figures: Figures, problem: Problem, region: Region) -> Iterator[str]:
    known: Known = {}
    for cell in figures.means:
        members = series.members(cell)
        if cell.value is not None and members:
            narrowed(known, members, cell.interval(members.bit_count()))
    for members, cell in first_hidden(series, figures.means).items():
        if members in known:
            continue
        inside = problem.sum_of(members)
        low, high = region.seen(inside)
        if high - low < WIDE_MEAN * members.bit_count():
            low, high = region.bounds(inside)
            if high - low < WIDE_MEAN * members.bit_count() - EPS:
                yield f"{cell.where}: a sum of {low:.1f}..{high:.1f} of {members.bit_count()}"


def _persons(problem: Problem, region: Region) -> Iterator[str]:
    """Smallest classes of persons first: those are the easiest to tell."""
    sizes = problem.unknowns.sizes()
    for at in sorted(range(len(sizes)), key=lambda at: sizes[at])[:MOST_SOLVED]:
        people, part = sizes[at], problem.unknowns.parts[at]
        for kind, (name, _, _) in enumerate(CLASSES):
            inside = problem.count_of(part, kind)
            low, high = region.seen(inside)
            if high < EPS or low > people - EPS:
                low, high = region.bounds(inside)
                if high < EPS or low > people - EPS:
                    yield f"{people} person(s) certainly {'in' if low > EPS else 'not in'} {name}"
        whole = problem.sum_of(part)
        if (
            _mark(*region.seen(whole), people) <= NARROW_MARK
            and _mark(*region.bounds(whole), people) <= NARROW_MARK
        ):
            yield f"{people} person(s) with a mark within {NARROW_MARK:.0f} points"


def _mark(low: float, high: float, people: int) -> float:
    """How far apart the mark of one of so many persons can be."""
    return min(float(HIGHEST), high) - max(0.0, low - HIGHEST * (people - 1)) + EPS
