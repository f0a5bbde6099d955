"""Totals over villages, from the printed village figures only (4.7 rule 7).

Nobody can subtract a hidden village from them, because it is not in them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from spinnenweb.disclosure.lines import MEANS, PERSONS, YEARLY
from spinnenweb.disclosure.rows import status
from spinnenweb.disclosure.tables import ALL_AGES, Row
from spinnenweb.domain.releases import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.disclosure.ledger import Printed

FEWEST_VILLAGES = 2


def totals_of(printed: Iterable[Printed], month: str, same_web: frozenset[str]) -> dict[str, tuple[Row, ...]]:
    """The rows `totaal` by table; yearly tables have none.

    `same_web` are the villages whose means may be put together.
    """
    wholes = [each for each in printed if each.row.age_group == ALL_AGES and each.table not in YEARLY]
    heads = {each.row.village: each.row.value for each in wholes if each.table == PERSONS}
    found: dict[tuple[str, str], list[Row]] = {}
    for each in wholes:
        found.setdefault((each.table, each.row.item), []).append(each.row)
    totals: dict[str, tuple[Row, ...]] = {}
    for (table, item), rows in found.items():
        row = _mean(item, _alike(rows, same_web), heads, month) if table == MEANS else _sum(item, rows, month)
        totals[table] = (*totals.get(table, ()), row)
    return totals


def _alike(rows: Sequence[Row], same_web: frozenset[str]) -> list[Row]:
    return [row for row in rows if row.village in same_web]


def _sum(item: str, rows: Sequence[Row], month: str) -> Row:
    shown = [row for row in rows if row.value is not None]
    value = sum((row.value for row in shown if row.value is not None), Decimal(0)) if shown else None
    return _total(item, shown, value, month)


def _mean(item: str, rows: Sequence[Row], heads: Mapping[str, Decimal | None], month: str) -> Row:
    """The printed means weighted with the printed heads, on the coarsest step of them."""
    shown, weighted, weight = [], Decimal(0), Decimal(0)
    for row in rows:
        people = heads.get(row.village)
        if row.value is not None and people is not None:
            shown.append(row)
            weighted += row.value * people
            weight += people
    return _total(item, shown, weighted / weight if shown else None, month)


def _total(item: str, shown: Sequence[Row], value: Decimal | None, month: str) -> Row:
    step = max((row.step for row in shown if row.step is not None), default=None)
    if value is not None and step is not None:
        value = (value / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step
    snapshot = max((row.snapshot for row in shown), default="")
    return Row(TOTAL, ALL_AGES, item, value, step, status(value is None, snapshot, month), snapshot)


def in_total(printed: Iterable[Printed]) -> tuple[str, ...]:
    """The villages whose number of residents is in the total, in order."""
    rows = (each.row for each in printed if each.table == PERSONS and each.row.age_group == ALL_AGES)
    return tuple(row.village for row in rows if row.value is not None)
