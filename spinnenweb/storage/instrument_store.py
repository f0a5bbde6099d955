"""The instruments an organisation loaded itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import OwnInstrument
from spinnenweb.storage import tables
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.journal import Journal


def own_instrument_fields(own: OwnInstrument) -> Fields:
    """An own instrument as JSON values."""
    return {
        "id": own.id,
        "instrument_id": own.instrument_id,
        "version": own.version,
        "body": own.body,
        "active": own.active,
    }


def own_instrument_from(row: Row) -> OwnInstrument:
    """The own instrument that `own_instrument_fields` described."""
    return OwnInstrument(row["id"], row["instrument_id"], row["version"], row["body"], row["active"])


OWN_INSTRUMENT = Shape(tables.own_instrument, own_instrument_fields, own_instrument_from)


class OwnInstrumentStore(RecordStore[OwnInstrument]):
    """Own instruments; no two have the same name and version."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, OWN_INSTRUMENT)

    def all(self) -> tuple[OwnInstrument, ...]:
        """All own instruments by name, and of one name the oldest version first; also those not active."""
        columns = self._table.c
        return self._many(self._query().order_by(columns.instrument_id, columns.version))

    def by_key(self, key: InstrumentKey) -> OwnInstrument | None:
        """The own instrument with this name and version, or `None`."""
        columns = self._table.c
        return self._one(self._query().where(columns.instrument_id == key.id, columns.version == key.version))
