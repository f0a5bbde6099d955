"""Rows: figures as they stand in a file, and, for the worker only, why some are hidden."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from spinnenweb.disclosure.figures import HUNDREDTHS, SMALLEST, SMALLEST_WITH_ITEM
from spinnenweb.disclosure.ledger import Printed
from spinnenweb.disclosure.lines import (
    CHANGES,
    CLASSES,
    FOLLOW_UP,
    MEANS,
    PERSONS,
    SIGNALS,
    THEMES,
    TOPICS,
    YEARLY,
)
from spinnenweb.disclosure.tables import Hidden, Row, Table, Why
from spinnenweb.domain.releases import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spinnenweb.disclosure.board import Board
    from spinnenweb.disclosure.decide import Decided
    from spinnenweb.disclosure.ledger import Decision
    from spinnenweb.disclosure.lines import Group

TABLES = (
    (PERSONS, "", "aantal"),
    (THEMES, "thema", "aantal"),
    (TOPICS, "onderwerp", "aantal"),
    (SIGNALS, "signaal", "aantal"),
    (FOLLOW_UP, "opvolging", "aantal"),
    (CLASSES, "dimensie;klasse", "aantal"),
    (CHANGES, "dimensie", "verandering"),
    (MEANS, "dimensie", "gemiddelde"),
)
"""Name, item columns and measure of every table; the means stand last."""


def printed_rows(village: str, boards: Iterable[Board], month: str) -> tuple[Printed, ...]:
    """All rows of a village in a fixed order: by table, group, item."""
    found = [printed for board in boards for printed in _rows_of(village, board, month)]
    return tuple(printed for _, printed in sorted(found, key=lambda pair: pair[0]))


def _rows_of(village: str, board: Board, month: str) -> Iterator[tuple[tuple[int, int, int], Printed]]:
    order = {name: place for place, (name, _, _) in enumerate(TABLES)}
    for number, decided in enumerate(board.lines):
        for place, (cell, figure) in enumerate(zip(decided.line.cells, decided.figures, strict=True)):
            row = row_of(village, cell.group.label, decided.line.item, figure, _month_of(board, cell.group), month)
            yield (order[decided.line.table], place, number), Printed(decided.line.table, row)


def _month_of(board: Board, group: Group) -> str:
    """The month of a row's own snapshot: that of the part of it that was renewed last (4.7 rule 13)."""
    return max(board.states[place].month for place in group.parts)


def row_of(village: str, age_group: str, item: str, figure: Decision, snapshot: str, month: str) -> Row:
    """One row, with its status in this month."""
    value = None if figure.value is None else _number(figure.value)
    step = None if figure.value is None or figure.step is None else _number(figure.step)
    return Row(village, age_group, item, value, step, status(value is None, snapshot, month), snapshot)


def _number(hundredths: int) -> Decimal:
    return Decimal(hundredths) / HUNDREDTHS


def status(hidden: bool, snapshot: str, month: str) -> RowStatus:
    """New in the month of its snapshot, repeated later."""
    if hidden:
        return RowStatus.HIDDEN
    return RowStatus.NEW if snapshot == month else RowStatus.REPEATED


def reasons_of(village: str, boards: Iterable[Board]) -> Iterator[Hidden]:
    """Why the hidden cells of a village are hidden."""
    for board in boards:
        for decided in board.lines:
            yield from _reasons(village, board, decided)


def _reasons(village: str, board: Board, decided: Decided) -> Iterator[Hidden]:
    table, item = decided.line.table, decided.line.item
    for cell, figure in zip(decided.line.cells, decided.figures, strict=True):
        if figure.why is not None:
            why = figure.why if _month_of(board, cell.group) else Why.NO_SNAPSHOT
            yield Hidden(table, village, cell.group.label, item, why, enough_from(table, why))


def enough_from(table: str, why: Why) -> int | None:
    """From how many residents a figure can be given; `None` when more residents do not settle it."""
    if why is Why.SMALL_GROUP or (why is Why.NO_SNAPSHOT and table not in (PERSONS, MEANS)):
        return SMALLEST_WITH_ITEM
    return SMALLEST if why in (Why.FEW, Why.NO_SNAPSHOT) else None


def tables_of(printed: Iterable[Printed], totals: Mapping[str, Iterable[Row]]) -> tuple[Table, ...]:
    """The tables of a release: the rows of every village in order, then the totals.

    Yearly tables are there when they have any row.
    """
    rows: dict[str, list[Row]] = {name: [] for name, _, _ in TABLES}
    for each in printed:
        rows[each.table].append(each.row)
    return tuple(
        Table(name, column, measure, (*rows[name], *totals.get(name, ())))
        for name, column, measure in TABLES
        if rows[name] or name not in YEARLY
    )
