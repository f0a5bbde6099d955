"""Lines: one item with its cells, a cell being the figure of one group (the whole village or an age group)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import item_key
from spinnenweb.disclosure.distance import people_of, together, unit_count
from spinnenweb.disclosure.figures import Head, digest_of
from spinnenweb.disclosure.people import FOLLOW_UP_STAGES, Kind
from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.domain.instruments import DIMENSION_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spinnenweb.disclosure.distance import People
    from spinnenweb.disclosure.ledger import Design, State

PERSONS, THEMES, TOPICS, SIGNALS, FOLLOW_UP, CLASSES, CHANGES, MEANS = (
    "personen",
    "themas",
    "onderwerpen",
    "signalen",
    "opvolging",
    "klassen",
    "verandering",
    "dimensies",
)
YEARLY = (CLASSES, CHANGES)
"""Tables made once a calendar year (4.7 rule 15)."""


@dataclass(frozen=True, slots=True)
class Group:
    """The people behind a row: the parts (by place) it is a union of. `straddling` units are in two parts."""

    label: str
    parts: tuple[int, ...]
    people: People
    head: Head
    straddling: int
    digest: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure to be. `having` are those with the item; `total` is the sum of marks, for a mean."""

    group: Group
    having: Head
    total: int


@dataclass(frozen=True, slots=True)
class Line:
    """One item of one table over the groups that show it, the whole first."""

    table: str
    item: str
    cells: tuple[Cell, ...]

    @property
    def key(self) -> str:
        """The item as decisions and draws know it."""
        return item_key(self.table, self.item)


def groups_of(states: Sequence[State], bit: int | None = None, *, whole_only: bool = False) -> tuple[Group, ...]:
    """The whole and its parts; with `bit` only those who gave the mark of that dimension."""
    parts = [people_of(state, bit) for state in states]
    kind = states[0].kind
    groups = [_group(kind, ALL_AGES, parts, tuple(range(len(parts))))]
    if len(parts) > 1 and not whole_only:
        groups += [_group(kind, state.part, parts, (place,)) for place, state in enumerate(states)]
    return tuple(groups)


def _group(kind: Kind, label: str, parts: Sequence[People], places: tuple[int, ...]) -> Group:
    chosen = [parts[place] for place in places]
    people = chosen[0] if len(chosen) == 1 else together(chosen)
    units = unit_count(people)
    straddling = 0 if len(chosen) == 1 else sum(map(unit_count, chosen)) - units
    return Group(label, places, people, Head(len(people[0]), units), straddling, digest_of(kind, people[0]))


def lines_of(states: Sequence[State], design: Design) -> Iterator[Line]:
    """All lines of one kind, in the order of the files."""
    kind = states[0].kind
    if kind is Kind.WEB:
        yield from (_mean_line(states, bit, code) for bit, code in enumerate(DIMENSION_CODES))
    elif kind is Kind.PEOPLE:
        yield from _people_lines(states, design)
    elif design.cluster is None:
        groups = groups_of(states, whole_only=True)
        yield from (_item_line(states, groups, SIGNALS, code) for code in design.signals)
        yield from (_item_line(states, groups, FOLLOW_UP, code) for code in FOLLOW_UP_STAGES)


def _people_lines(states: Sequence[State], design: Design) -> Iterator[Line]:
    groups = groups_of(states, whole_only=bool(design.villages))
    if not design.villages:
        yield Line(PERSONS, "", tuple(Cell(group, group.head, 0) for group in groups))
    if design.cluster is None:
        shown = groups if design.split_items else groups[:1]
        yield from (_item_line(states, shown, THEMES, code) for code in design.themes)
        yield from (_item_line(states, shown, TOPICS, code) for code in DIMENSION_CODES)


def _item_line(states: Sequence[State], groups: Sequence[Group], table: str, code: str) -> Line:
    counts = [state.counts.get(item_key(table, code), (0, 0)) for state in states]
    return Line(table, code, tuple(Cell(group, _having(group, counts), 0) for group in groups))


def _having(group: Group, counts: Sequence[tuple[int, int]]) -> Head:
    """A household in two parts may be counted in both, so it is taken off: rather too few than too many."""
    residents = sum(counts[place][0] for place in group.parts)
    units = sum(counts[place][1] for place in group.parts)
    return Head(residents, max(0, units - group.straddling))


def _mean_line(states: Sequence[State], bit: int, code: str) -> Line:
    groups = groups_of(states, bit)
    totals = [state.sums.get(code, 0) for state in states]
    cells = (Cell(group, group.head, sum(totals[place] for place in group.parts)) for group in groups)
    return Line(MEANS, code, tuple(cells))
