"""What the sheet writes beside single cells: new organisations, rows put away and back, what is alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import Changes
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import Offer, Organisation
from spinnenweb.services.map_cells import with_cell
from spinnenweb.services.map_records import Saved
from spinnenweb.services.map_rows import CellFault, Pasted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spinnenweb.services.bin import BinService
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_merging import MapMergeService
    from spinnenweb.services.map_records import LikeLine
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.dialogs.map_paste import Paste


@dataclass(frozen=True, slots=True)
class Typed:
    """A name as it is typed in a row. `whose` offer it is; `None` for the name of an organisation."""

    record_id: str
    name: str
    whose: str | None = None


def alike(merging: MapMergeService, typed: Typed) -> tuple[LikeLine, ...]:
    """What may be there already; of an offer only what the same organisation offers."""
    if typed.whose is None:
        return merging.like_organisation(Organisation(typed.record_id, typed.name))
    return merging.like_offer(Offer(typed.record_id, typed.whose, typed.name)) if typed.whose else ()


def add_organisation(service: SocialMapService, typed: Mapping[str, str], names: MapNames) -> Pasted:
    """Add what was typed in a row; with a cell that cannot be understood nothing is added."""
    made, faults = _made(service, tuple(typed), tuple(typed.values()), names, 0)
    return Pasted(faults=faults) if faults else Pasted(service.add(made))


def add_organisations(service: SocialMapService, paste: Paste, names: MapNames) -> Pasted:
    """Add an organisation for every row, all or none; a cell that cannot be understood is told."""
    rows = [row for row in paste.rows if any(cell.strip() for cell in row)]
    made = [_made(service, paste.fields, row, names, number) for number, row in enumerate(rows)]
    faults = tuple(fault for _, wrong in made for fault in wrong)
    if faults:
        return Pasted(faults=faults)
    saved = Saved()
    try:
        for record, _ in made:
            saved |= service.add(record)
    except SpinnenwebError:
        service.undo(saved)
        raise
    return Pasted(saved)


def _made(
    service: SocialMapService, fields: Sequence[str], row: Sequence[str], names: MapNames, number: int
) -> tuple[MapRecord, tuple[CellFault, ...]]:
    record: MapRecord = service.blank_organisation()
    faults: list[CellFault] = []
    named = False
    for column, (field, typed) in enumerate(zip(fields, row, strict=False)):
        named = named or (field == "name" and bool(typed.strip()))
        if field and typed.strip():
            try:
                record = with_cell(MapKind.ORGANISATION, record, field, typed, names)
            except SpinnenwebError as error:
                faults.append(CellFault(number, column, error.code, tuple(error.values.items())))
    if not named:
        faults.append(CellFault(number, 0, "map.name_missing"))
    return record, tuple(faults)


def put_away_all(service: SocialMapService, kind: MapKind, ids: Sequence[str]) -> Changes:
    """Put several records in the bin."""
    changes = Changes()
    for one in ids:
        changes |= service.put_away(kind, one)
    return changes


def put_back_all(the_bin: BinService, kind: MapKind, ids: Sequence[str]) -> Changes:
    """Take several records back out of the bin."""
    changes = Changes()
    for one in ids:
        changes |= the_bin.put_back(BinKind(kind.value), one)
    return changes
