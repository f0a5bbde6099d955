"""Rows pasted into the sheet of offers: all of them or none, and taken back as one."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.map_likeness import plain_title
from spinnenweb.domain.social_map import Offer, Organisation
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.map_cards import cleaned, cleaned_organisation
from spinnenweb.services.map_cells import FIELDS, with_cell
from spinnenweb.services.map_records import Saved
from spinnenweb.services.map_writing import add, save, store_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

ORGANISATION = "organisation"
"""The column that names the organisation of an offer."""
COLUMNS = (ORGANISATION, *FIELDS[MapKind.OFFER])
"""The columns that rows of new offers may have."""
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell: its row and column from 0, and the code of the fault with its values."""

    row: int
    column: int
    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came of pasting; with faults nothing was written."""

    saved: Saved = dataclasses.field(default_factory=Saved)
    faults: tuple[CellFault, ...] = ()


class _FaultyError(Exception):
    """Ends a unit of work in which a cell was wrong."""


def cells_in(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a text from the clipboard of a spreadsheet: tabs between cells, cells with quotes unquoted."""
    rows = [line.split("\t") for line in _lines(text)]
    return tuple(tuple(_unquoted(cell) for cell in row) for row in rows)


def _lines(text: str) -> list[str]:
    """The lines; a line break inside a quoted cell does not end one."""
    lines: list[str] = []
    open_quote = False
    for part in text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n"):
        if open_quote:
            lines[-1] += "\n" + part
        else:
            lines.append(part)
        # a cell that begins with a quote goes on until the quotes are even
        open_quote = lines[-1].count('"') % 2 == 1 and any(cell.startswith('"') for cell in lines[-1].split("\t"))
    return lines


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell


class MapRowService:
    """Pasting into cells and adding rows."""

    def __init__(self, database: Database, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    @again_when_full
    def paste(
        self,
        kind: MapKind,
        ids: Sequence[str],
        fields: Sequence[str],
        rows: Sequence[Sequence[str]],
        names: MapNames,
    ) -> Pasted:
        """Write a block of cells over records that are there: row by row over `ids`, cell by cell over `fields`.

        What sticks out of the block of records or fields is left out. One cell over many records fills them all.

        Raises:
            SpinnenwebError: `map.gone`, `map.rows` (more than 2,000).
        """
        block = _spread(rows, len(ids))
        _refuse_many(block)
        saved, faults = Saved(), list[CellFault]()
        with suppress(_FaultyError), self._database.writing() as work:
            for number, (record_id, row) in enumerate(zip(ids, block, strict=False)):
                record = store_of(work, kind).get(record_id)
                if record is None:
                    raise SpinnenwebError("map.gone")
                made, wrong = self._filled(kind, record, fields, row, names, number)
                faults += wrong
                if not faults:
                    saved |= save(work, made, self._clock.today())
            if faults:
                raise _FaultyError
        return Pasted(faults=tuple(faults)) if faults else Pasted(saved)

    @again_when_full
    def add_offers(self, fields: Sequence[str], rows: Sequence[Sequence[str]], names: MapNames) -> Pasted:
        """Add a new offer for every row; `fields` are some of `COLUMNS`, blank rows are left out.

        An organisation is found by its name, without what people leave out of one, and made when it is not there.
        Without that column, or with an empty cell, an offer goes to the organisation of the row above.

        Raises:
            SpinnenwebError: `map.rows` (more than 2,000).
        """
        _refuse_many(rows)
        saved, faults = Saved(), list[CellFault]()
        with suppress(_FaultyError), self._database.writing() as work:
            known = {plain_title(one.name): one for one in work.organisations.all()}
            above: Organisation | None = None
            for number, row in enumerate(rows):
                if any(cell.strip() for cell in row):
                    above, made, wrong = self._new_offer(work, fields, row, names, number, above, known)
                    saved |= made
                    faults += wrong
            if faults:
                raise _FaultyError
        return Pasted(faults=tuple(faults)) if faults else Pasted(saved)

    def _new_offer(
        self,
        work: UnitOfWork,
        fields: Sequence[str],
        row: Sequence[str],
        names: MapNames,
        number: int,
        above: Organisation | None,
        known: dict[str, Organisation],
    ) -> tuple[Organisation | None, Saved, list[CellFault]]:
        named = dict(zip(fields, row, strict=False)).get(ORGANISATION, "").strip()
        try:
            organisation, made = self._organisation(work, named, above, known)
        except SpinnenwebError as error:
            return above, Saved(), [_fault(number, _column(fields, ORGANISATION), error)]
        blank = Offer(self._ids.new(), organisation.id, "", organisation.kind)
        offer, wrong = self._filled(MapKind.OFFER, blank, fields, row, names, number)
        if not wrong:
            made |= add(work, offer, self._ids, self._clock.today())
        return organisation, made, wrong

    def _organisation(
        self, work: UnitOfWork, named: str, above: Organisation | None, known: dict[str, Organisation]
    ) -> tuple[Organisation, Saved]:
        if not named:
            if above is None:
                raise SpinnenwebError("map.organisation_missing")
            return above, Saved()
        found = known.get(plain_title(named))
        if found is not None:
            return found, Saved()
        new = cleaned_organisation(Organisation(self._ids.new(), named), self._clock.today())
        known[plain_title(named)] = new
        return new, add(work, new, self._ids, self._clock.today())

    def _filled(
        self,
        kind: MapKind,
        record: MapRecord,
        fields: Sequence[str],
        row: Sequence[str],
        names: MapNames,
        number: int,
    ) -> tuple[MapRecord, list[CellFault]]:
        faults = []
        for column, (field, typed) in enumerate(zip(fields, row, strict=False)):
            if field in FIELDS[kind]:
                try:
                    record = with_cell(kind, record, field, typed, names)
                except SpinnenwebError as error:
                    faults.append(_fault(number, column, error))
        if not faults:
            try:
                record = cleaned(record, self._clock.today())
            except SpinnenwebError as error:
                faults.append(_fault(number, _blamed(fields, error), error))
        return record, faults


def _spread(rows: Sequence[Sequence[str]], over: int) -> Sequence[Sequence[str]]:
    return [rows[0]] * over if len(rows) == 1 else rows


def _refuse_many(rows: Sequence[Sequence[str]]) -> None:
    if len(rows) > MOST_ROWS:
        raise SpinnenwebError("map.rows", most=MOST_ROWS)


def _column(fields: Sequence[str], field: str) -> int:
    return fields.index(field) if field in fields else 0


def _blamed(fields: Sequence[str], error: SpinnenwebError) -> int:
    by_code = {"map.name_missing": "name", "map.age": "age_from", "map.future": "checked_on"}
    return _column(fields, by_code.get(error.code, str(error.values.get("field", ""))))


def _fault(row: int, column: int, error: SpinnenwebError) -> CellFault:
    return CellFault(row, column, error.code, tuple(error.values.items()))
