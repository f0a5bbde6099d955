"""The series of releases as rows: secret, ledgers, records, and the numbers under which residents count.

Bodies are bytes that whoever calls can read; nothing here knows the rules of a release. The tables are no records:
the operation log holds nothing of them, because a salt that stood in a log would outlive its resident.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from spinnenweb.storage import tables
from spinnenweb.storage.bundles import parts
from spinnenweb.storage.tables_of_team import team_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

    from spinnenweb.storage.forms import Json

_HASH = "sha256"
_FORMAT = 1
_MOVED: tuple[Table, ...] = (
    tables.release_series,
    tables.release_ledger,
    tables.release_village,
    tables.release_record,
    tables.count_number,
    tables.count_household,
    team_link,
)
"""What goes along when the series is taken from elsewhere."""


@dataclass(frozen=True, slots=True)
class Head:
    """How far a series is: the number and the manifest (SHA-256) of its last release; 0 and empty before it."""

    number: int = 0
    manifest: str = ""


@dataclass(frozen=True, slots=True)
class StoredRelease:
    """A release as it was given out. `summary` is JSON of whoever wrote it."""

    number: int
    month: str
    villages: tuple[str, ...]
    previous: str
    manifest: str
    made_on: date
    summary: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pending:
    """A release whose folder may not stand yet."""

    number: int
    folder: str


class SeriesStore:
    """Reads and writes the series of this file."""

    def __init__(self, connection: Connection, audit_key: bytes | bytearray) -> None:
        self._connection = connection
        self._audit_key = audit_key

    # the series

    def secret(self) -> bytes | None:
        """The secret of the series; `None` before it began."""
        found: bytes | None = self._connection.scalar(select(tables.release_series.c.secret))
        return found

    def begin(self, secret: bytes) -> None:
        """Begin the series."""
        row = {"one": 1, "secret": secret, "digest": self._digest(), "numbered": self._numbered(), "seal_due": 1}
        self._connection.execute(insert(tables.release_series), row)

    def head(self) -> Head:
        """The last release."""
        record = tables.release_record.c
        query = select(record.number, record.manifest).order_by(record.number.desc()).limit(1)
        found = self._connection.execute(query).first()
        return Head() if found is None else Head(*found)

    def is_whole(self) -> bool:
        """Whether no ledger and no number is missing or changed, as after a part of the file was lost."""
        series = tables.release_series.c
        found = self._connection.execute(select(series.digest, series.numbered)).first()
        if found is None:
            return self.head().number == 0
        return bool(found[0] == self._digest() and found[1] == self._numbered())

    def mark(self, text: str) -> str:
        """A MAC with a key that stays the same when the vault gets another lock."""
        key = hmac.digest(self._audit_key, b"series", _HASH)
        return hmac.digest(key, text.encode(), _HASH).hex()

    # ledgers

    def ledgers(self) -> dict[str, bytes]:
        """The ledger of every village."""
        ledger = tables.release_ledger.c
        rows = self._connection.execute(select(ledger.name, ledger.body))
        return {name: zlib.decompress(body) for name, body in rows}

    def put_ledgers(self, bodies: Mapping[str, bytes | None]) -> None:
        """Write the ledgers that changed; with `None` one goes."""
        self._write_ledgers({name: body and zlib.compress(body) for name, body in bodies.items()})

    def _write_ledgers(self, packed: Mapping[str, bytes | None]) -> None:
        ledger = tables.release_ledger
        self._connection.execute(delete(ledger).where(ledger.c.name.in_(list(packed))))
        rows = [{"name": name, "body": body} for name, body in packed.items() if body is not None]
        if rows:
            self._connection.execute(insert(ledger), rows)
        self._connection.execute(update(tables.release_series).values(digest=self._digest(), seal_due=1))

    def _digest(self) -> bytes:
        found = hashlib.sha256()
        ledger = tables.release_ledger.c
        for name, body in self._connection.execute(select(ledger.name, ledger.body).order_by(ledger.name)):
            found.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(body).digest())
        return found.digest()

    def names(self) -> dict[str, str]:
        """Under which name each village (by id) stands in the series."""
        village = tables.release_village.c
        return {row[0]: row[1] for row in self._connection.execute(select(village.village_id, village.name))}

    def put_names(self, names: Mapping[str, str]) -> None:
        """Write these names instead of all that stood there."""
        self._connection.execute(delete(tables.release_village))
        rows = [{"village_id": village_id, "name": name} for village_id, name in names.items()]
        if rows:
            self._connection.execute(insert(tables.release_village), rows)

    # releases

    def releases(self) -> tuple[StoredRelease, ...]:
        """All releases, oldest first."""
        record = tables.release_record.c
        columns = [column for column in record if column is not record.files]
        rows = self._connection.execute(select(*columns).order_by(record.number)).mappings()
        return tuple(
            StoredRelease(
                row["number"],
                row["month"],
                tuple(row["villages"]),
                row["previous"],
                row["manifest"],
                date.fromisoformat(row["made_on"]),
                row["summary"],
            )
            for row in rows
        )

    def files(self, number: int) -> dict[str, bytes]:
        """The files of a release as they were given out, in their order; none for a number that is not there."""
        record = tables.release_record.c
        found: bytes | None = self._connection.scalar(select(record.files).where(record.number == number))
        return {} if found is None else _unpacked(found)

    def prepare(
        self, release: StoredRelease, files: Mapping[str, bytes], bodies: Mapping[str, bytes], folder: str
    ) -> None:
        """Take a release into the series before its folder stands; `drop` takes it out again."""
        ledger = tables.release_ledger.c
        kept = select(ledger.name, ledger.body).where(ledger.name.in_(list(bodies)))
        before = {name: b64encode(body).decode() for name, body in self._connection.execute(kept)}
        undo = {name: before.get(name) for name in bodies}
        self.put_ledgers(bodies)
        row = {
            "number": release.number,
            "month": release.month,
            "villages": list(release.villages),
            "previous": release.previous,
            "manifest": release.manifest,
            "made_on": release.made_on.isoformat(),
            "summary": dict(release.summary),
            "files": _packed(files),
        }
        self._connection.execute(insert(tables.release_record), row)
        waiting = {"number": release.number, "folder": folder, "before": zlib.compress(json.dumps(undo).encode())}
        self._connection.execute(insert(tables.release_pending), waiting)

    def pending(self) -> Pending | None:
        """The release whose folder may not stand yet."""
        waiting = tables.release_pending.c
        found = self._connection.execute(select(waiting.number, waiting.folder)).first()
        return None if found is None else Pending(*found)

    def finish(self, number: int) -> None:
        """The folder of a prepared release stands."""
        waiting = tables.release_pending
        self._connection.execute(delete(waiting).where(waiting.c.number == number))

    def drop(self, number: int) -> None:
        """Take a prepared release out again: the series is as it was before it."""
        waiting, record = tables.release_pending, tables.release_record
        packed: bytes = self._connection.execute(
            select(waiting.c.before).where(waiting.c.number == number)
        ).scalar_one()
        undo = json.loads(zlib.decompress(packed))
        self._write_ledgers({name: body and b64decode(body) for name, body in undo.items()})
        self._connection.execute(delete(record).where(record.c.number == number))
        self.finish(number)

    # numbers

    def numbers(self) -> dict[str, int]:
        """The number of every resident who has one, by id of the card."""
        number = tables.count_number.c
        return {row[0]: row[1] for row in self._connection.execute(select(number.card_id, number.number))}

    def households(self) -> dict[str, int]:
        """The number of every household that has one."""
        home = tables.count_household.c
        return {row[0]: row[1] for row in self._connection.execute(select(home.household_id, home.number))}

    def add_numbers(self, rows: Iterable[tuple[str, int, bytes]]) -> None:
        """Give residents (by id of the card) a number and a salt."""
        new = [{"card_id": card, "number": number, "salt": salt} for card, number, salt in rows]
        if new:
            self._connection.execute(insert(tables.count_number), new)
            self._count()

    def add_households(self, rows: Iterable[tuple[str, int]]) -> None:
        """Give households a number."""
        new = [{"household_id": household, "number": number} for household, number in rows]
        if new:
            self._connection.execute(insert(tables.count_household), new)

    def move_number(self, old: str, new: str) -> None:
        """Let a card go on under the number of another."""
        number = tables.count_number
        self._connection.execute(update(number).where(number.c.card_id == old).values(card_id=new))

    def forget(self, cards: Iterable[str]) -> None:
        """Remove the link between residents and their numbers; the numbers live on in the ledger."""
        number, home, card = tables.count_number, tables.count_household, tables.resident.c
        for part in parts(cards):
            self._connection.execute(delete(number).where(number.c.card_id.in_(part)))
        lived_in = select(card.household_id).where(card.household_id.is_not(None))
        self._connection.execute(delete(home).where(home.c.household_id.not_in(lived_in)))
        self._count()

    def _count(self) -> None:
        self._connection.execute(update(tables.release_series).values(numbered=self._numbered(), seal_due=1))

    def _numbered(self) -> int:
        return self._connection.scalar(select(func.count()).select_from(tables.count_number)) or 0

    # the sealed copy

    def seal_is_due(self) -> bool:
        """Whether the sealed copy has to be written again."""
        return bool(self._connection.scalar(select(tables.release_series.c.seal_due)))

    def sealed(self) -> None:
        """The sealed copy was written."""
        self._connection.execute(update(tables.release_series).values(seal_due=0))

    def copy(self) -> bytes:
        """The whole series as bytes that `take` reads. They hold the secret."""
        rows = {table.name: self._rows(table) for table in _MOVED}
        return zlib.compress(json.dumps({"format": _FORMAT, "tables": rows}, separators=(",", ":")).encode())

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        found = self._connection.execute(select(table).order_by(*table.primary_key)).mappings()
        return [{name: _told(value) for name, value in row.items()} for row in found]

    def take(self, copy: bytes) -> None:
        """Put a copied series in the place of this one, without the numbers of cards that are not in this file.

        `ValueError` or `KeyError` for bytes that `copy` did not write.
        """
        told = json.loads(zlib.decompress(copy))
        if told["format"] != _FORMAT:
            raise ValueError("a series of another format")
        for table in _MOVED:
            self._connection.execute(delete(table))
            rows = [{name: _as_stored(value) for name, value in row.items()} for row in told["tables"][table.name]]
            if rows:
                self._connection.execute(insert(table), rows)
        number, card = tables.count_number, tables.resident.c
        self._connection.execute(delete(number).where(number.c.card_id.not_in(select(card.id))))
        self._count()

    @staticmethod
    def releases_in(copy: bytes) -> tuple[tuple[int, str], ...]:
        """Number and manifest of every release in a copied series."""
        rows = json.loads(zlib.decompress(copy))["tables"][tables.release_record.name]
        return tuple((int(row["number"]), str(row["manifest"])) for row in rows)

    @staticmethod
    def secret_in(copy: bytes) -> bytes:
        """The secret of a copied series; empty when it did not begin."""
        rows = json.loads(zlib.decompress(copy))["tables"][tables.release_series.name]
        return _as_stored(rows[0]["secret"]) if rows else b""


def _packed(files: Mapping[str, bytes]) -> bytes:
    told = {name: b64encode(content).decode() for name, content in files.items()}
    return zlib.compress(json.dumps(told).encode())


def _unpacked(packed: bytes) -> dict[str, bytes]:
    return {name: b64decode(content) for name, content in json.loads(zlib.decompress(packed)).items()}


def _told(value: Json) -> Json:
    return {"b64": b64encode(value).decode()} if isinstance(value, bytes) else value


def _as_stored(value: Json) -> Json:
    return b64decode(value["b64"]) if isinstance(value, dict) and value.keys() == {"b64"} else value
