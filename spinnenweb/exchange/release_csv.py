"""The anonymised tables as CSV files (reference/anonymisation.md 4.6).

The reason why a figure is hidden never reaches a file: it would tell few from almost everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.exchange.csv_text import Cell, csv_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.releases import ReleaseRow, ReleaseTables

PERSONS_FILE = "personen.csv"
THEMES_FILE = "themas.csv"
TOPICS_FILE = "onderwerpen.csv"
HIDDEN = "."
"""What CBS prints for a figure that is not given."""
TRIAL = "proefversie, niet verspreiden"
"""In every row until the release with its ledger exists; a column, so that a machine still reads the table."""
EXAMPLE = "verzonnen voorbeeldgegevens"
"""Beside it when the people of the vault do not exist."""

_GROUP = ("kern", "leeftijdsgroep")
_FIGURE = ("aantal", "status", "peilmoment", "toelichting")


def release_files(tables: ReleaseTables, *, example: bool = False) -> dict[str, bytes]:
    """The files of a release by name; `example` says that the people are invented."""
    remark = f"{TRIAL}, {EXAMPLE}" if example else TRIAL
    return {
        PERSONS_FILE: _file("", tables.persons, tables.snapshot, remark),
        THEMES_FILE: _file("thema", tables.themes, tables.snapshot, remark),
        TOPICS_FILE: _file("dimensie", tables.topics, tables.snapshot, remark),
    }


def _file(item_column: str, rows: Iterable[ReleaseRow], snapshot: str, remark: str) -> bytes:
    items = (item_column,) if item_column else ()
    cells = ((*_cells(row, with_item=bool(items)), snapshot, remark) for row in rows)
    return csv_bytes((*_GROUP, *items, *_FIGURE), cells)


def _cells(row: ReleaseRow, *, with_item: bool) -> tuple[Cell, ...]:
    item = (row.item,) if with_item else ()
    count = HIDDEN if row.count is None else row.count
    return (row.village, row.age_group, *item, count, row.status.value)
