"""What each cell of a line says: repeated when these people had a figure before, otherwise decided now.

In order: threshold and rounding (figures.py), the `difference` rule (4.7 rule 11), and no remainder of 1 to 9
residents between a whole and its shown parts (rule 6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from spinnenweb.disclosure.distance import SMALLEST
from spinnenweb.disclosure.figures import (
    HUNDREDTHS,
    draw,
    head_figure,
    item_figure,
    mean_figure,
    other_neighbour,
)
from spinnenweb.disclosure.ledger import Decision
from spinnenweb.disclosure.lines import MEANS, PERSONS
from spinnenweb.disclosure.tables import Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.disclosure.lines import Cell, Group, Line

UNCERTAIN = 4
"""A printed count is at most this far from the true one."""
_TELLING = 80
"""Percent of the people added that a rise may not prove to have an item."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A line with what each cell says; `fresh` cells were decided now and may still be hidden."""

    line: Line
    figures: tuple[Decision, ...]
    fresh: tuple[bool, ...]

    def hiding(self, place: int) -> Decided:
        """The same with one cell hidden, because it gives another away."""
        figures = list(self.figures)
        figures[place] = Decision(None, None, Why.DERIVED)
        return replace(self, figures=tuple(figures))


@dataclass(frozen=True, slots=True)
class Kept:
    """A group that has to keep its old snapshot, because its new figure would say too much."""

    label: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A set of people published before, compared with one of now: how many came and went."""

    digest: str
    added: int
    removed: int


def decision_key(digest: str, item: str) -> str:
    """Under which name the ledger keeps what was printed."""
    return f"{digest[:32]}|{item}"


def decide(
    line: Line, secret: bytes, known: Mapping[str, Decision], earlier: Mapping[str, Sequence[Earlier]]
) -> Decided | Kept:
    """The figures of one line; `earlier` compares each group (by label) with what was published before."""
    figures: list[Decision] = []
    fresh: list[bool] = []
    for cell in line.cells:
        repeated = known.get(decision_key(cell.group.digest, line.key))
        figure = repeated or _new_figure(line, cell, secret, known, earlier)
        if figure is None:
            return Kept(cell.group.label)
        figures.append(figure)
        fresh.append(repeated is None)
    return without_remainder(Decided(line, tuple(figures), tuple(fresh)))


def _new_figure(
    line: Line,
    cell: Cell,
    secret: bytes,
    known: Mapping[str, Decision],
    earlier: Mapping[str, Sequence[Earlier]],
) -> Decision | None:
    drawn = draw(secret, cell.group.digest, line.key)
    if line.table == PERSONS:
        return head_figure(cell.group.head, drawn)
    if line.table == MEANS:
        return mean_figure(cell.group.head, cell.total, drawn)
    figure = item_figure(cell.group.head, cell.having, drawn)
    before = [
        (each, old)
        for each in earlier.get(cell.group.label, ())
        if (old := known.get(decision_key(each.digest, line.key))) is not None
    ]
    return _without_difference(figure, cell, before)


def _without_difference(
    figure: Decision, cell: Cell, before: Sequence[tuple[Earlier, Decision]]
) -> Decision | None:
    """The figure, or its other rounding neighbour, or nothing when both tell about those who came or went."""
    for candidate in (figure, other_neighbour(figure, cell.group.head, cell.having)):
        if candidate is not None and not any(_tells(candidate, cell.group, *each) for each in before):
            return candidate
    return None


def _tells(figure: Decision, group: Group, earlier: Earlier, old: Decision) -> bool:
    low, high = count_bounds(figure, group.head.residents)
    old_low, old_high = count_bounds(replace(old, why=Why.FEW) if old.why else old, 0)
    rise, fall = 100 * (low - old_high), 100 * (old_low - high)
    came = earlier.added > 0 and rise >= _TELLING * earlier.added
    went = earlier.removed > 0 and fall >= _TELLING * earlier.removed
    return came or went


def count_bounds(figure: Decision, residents: int) -> tuple[int, int]:
    """Between which counts the truth lies, for whoever knows the rules and why a figure is hidden."""
    if figure.value is not None:
        shown = figure.value // HUNDREDTHS
        return max(SMALLEST, shown - UNCERTAIN), shown + UNCERTAIN
    return (0, SMALLEST - 1) if figure.why is Why.FEW else (0, residents)


def without_remainder(decided: Decided) -> Decided | Kept:
    """Hide the smallest shown part until what is left of the whole beside its shown parts is nobody or ten."""
    while _remainder(decided) in range(1, SMALLEST):
        place = smallest_fresh_part(decided)
        if place is None:
            return Kept(decided.line.cells[0].group.label)
        decided = decided.hiding(place)
    return decided


def _remainder(decided: Decided) -> int:
    """Units of the whole that are in no shown part; 0 when the whole itself or no part is shown."""
    whole, *parts = decided.figures
    if whole.value is None or all(part.value is None for part in parts):
        return 0
    cells = decided.line.cells
    hidden = [c.group for c, part in zip(cells[1:], parts, strict=True) if part.value is None]
    if not hidden:
        return 0
    return len(np.unique(np.concatenate([group.people[1] for group in hidden])))


def smallest_fresh_part(decided: Decided) -> int | None:
    """The place of the smallest part that is shown and was decided now, if any."""
    places = [
        place
        for place in range(1, len(decided.figures))
        if decided.fresh[place] and decided.figures[place].value is not None
    ]
    return min(places, key=lambda place: decided.line.cells[place].group.head.units, default=None)
