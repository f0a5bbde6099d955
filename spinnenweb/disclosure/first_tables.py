"""The first anonymised tables: protected counts from one moment, without memory of earlier releases.

The rules of reference/anonymisation.md 4.3 that one release can keep by itself: groups of at least 10, multiples
of 5, no item of nearly everybody, nothing that subtraction gives back. Which figures are hidden never tells zero
from a few.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.disclosure.groups import ADULT_AGE, age_groups
from spinnenweb.disclosure.rounding import printed
from spinnenweb.domain.releases import (
    SMALLEST_GROUP,
    TOTAL,
    CountedPerson,
    ReleaseRow,
    ReleaseTables,
    RowStatus,
    WhyHidden,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

NEARLY_ALL_PERCENT = 80
"""An item of more than this part of a group says it of everyone in it (reference/anonymisation.md 4.3)."""

_NO_ITEM = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """One village, or one age group of it. `shown` says whether its number of residents is printed."""

    village: str
    age_group: str
    people: tuple[CountedPerson, ...]
    shown: bool = False


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure before it is printed: the true count, and why it may not be printed."""

    group: _Group
    item: str
    count: int
    why: WhyHidden | None


def counted(people: Iterable[CountedPerson]) -> tuple[CountedPerson, ...]:
    """Who is in the tables: residents under 18 are not."""
    return tuple(person for person in people if person.age is None or person.age >= ADULT_AGE)


def release_tables(
    people: Sequence[CountedPerson],
    themes: Sequence[str],
    dimensions: Sequence[str],
    moment: date,
    *,
    villages: Sequence[str] = (),
) -> ReleaseTables:
    """The tables of one release, rows and items in fixed order; `moment` is the date of the release.

    `villages` names villages that get a row even when nobody in them counts along, so that a row does not say
    that somebody does. An age that is unknown counts in the whole village only.
    """
    areas = [_with_shown(area) for area in _areas(counted(people), villages)]
    persons = _table(areas, (_NO_ITEM,), _count_people)
    return ReleaseTables(
        moment=moment,
        persons=persons,
        themes=_table(areas, themes, _count_theme),
        topics=_table(areas, dimensions, _count_topic),
    )


def _count_people(person: CountedPerson, item: str) -> bool:
    return True


def _count_theme(person: CountedPerson, item: str) -> bool:
    return item in person.themes


def _count_topic(person: CountedPerson, item: str) -> bool:
    return item in person.topics


def _areas(people: Iterable[CountedPerson], villages: Iterable[str]) -> list[list[_Group]]:
    """Per village its groups: the whole first, then the age groups."""
    living: dict[str, list[CountedPerson]] = defaultdict(list)
    for name in villages:
        living[name] = []
    for person in people:
        living[person.village].append(person)
    return [_groups(name, living[name]) for name in sorted(living, key=lambda name: (name.casefold(), name))]


def _groups(village: str, people: list[CountedPerson]) -> list[_Group]:
    groups = [_Group(village, TOTAL, tuple(people))]
    for ages in age_groups(len(people)):
        members = tuple(person for person in people if ages.holds(person.age))
        groups.append(_Group(village, ages.name, members))
    return groups


def _with_shown(area: list[_Group]) -> list[_Group]:
    figures = _figures(area, _NO_ITEM, _count_people)
    return [replace(figure.group, shown=figure.why is None) for figure in figures]


def _table(
    areas: list[list[_Group]], items: Sequence[str], counts: Callable[[CountedPerson, str], bool]
) -> tuple[ReleaseRow, ...]:
    rows: list[ReleaseRow] = []
    for area in areas:
        by_item = [_figures(area, item, counts) for item in items]
        rows.extend(_row(figures[place]) for place in range(len(area)) for figures in by_item)
    return (*rows, *_totals(rows, items))


def _figures(area: list[_Group], item: str, counts: Callable[[CountedPerson, str], bool]) -> list[_Figure]:
    """The figures of one item: the village's own, then those of its age groups."""
    figures = [_figure(group, item, sum(counts(person, item) for person in group.people)) for group in area]
    return [figures[0], *_without_difference(figures[1:])]


def _figure(group: _Group, item: str, count: int) -> _Figure:
    return _Figure(group, item, count, _why_hidden(group, item, count))


def _why_hidden(group: _Group, item: str, count: int) -> WhyHidden | None:
    residents = len(group.people)
    if min(count, residents) < SMALLEST_GROUP:
        return WhyHidden.FEW
    if item == _NO_ITEM:
        return None
    # rounding up must not make it look like nearly everybody either
    if 100 * max(count, printed(count)) > NEARLY_ALL_PERCENT * residents:
        return WhyHidden.MANY
    return None if group.shown else WhyHidden.DERIVED


def _without_difference(figures: list[_Figure]) -> list[_Figure]:
    """Hide the smallest other age group when exactly one is hidden: the village minus the rest would give it."""
    shown = [figure for figure in figures if figure.why is None]
    if not shown or len(figures) - len(shown) != 1:
        return figures
    smallest = min(shown, key=lambda figure: figure.count)
    return [replace(figure, why=WhyHidden.DERIVED) if figure is smallest else figure for figure in figures]


def _row(figure: _Figure) -> ReleaseRow:
    group = figure.group
    if figure.why is not None:
        return ReleaseRow(group.village, group.age_group, figure.item, None, RowStatus.HIDDEN, figure.why)
    return ReleaseRow(group.village, group.age_group, figure.item, printed(figure.count), RowStatus.NEW)


def _totals(rows: list[ReleaseRow], items: Sequence[str]) -> list[ReleaseRow]:
    """Sums of what is printed, never of true counts, so that a hidden village cannot be subtracted."""
    totals = []
    for item in items:
        parts = [
            row.count for row in rows if row.count is not None and row.age_group == TOTAL and row.item == item
        ]
        if len(parts) > 1:
            totals.append(ReleaseRow(TOTAL, TOTAL, item, sum(parts), RowStatus.NEW))
    return totals
