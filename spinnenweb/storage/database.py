"""The encrypted database of a vault: the only door to what is kept."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.storage import tables
from spinnenweb.storage.audit_trail import AuditTrail, Entry
from spinnenweb.storage.ballast import take_on, throw_out
from spinnenweb.storage.engine import make_engine, refuse_old_sqlite
from spinnenweb.storage.faults import blaming
from spinnenweb.storage.health import CheckResult, examine
from spinnenweb.storage.hybrid_clock import HybridClock
from spinnenweb.storage.identity import Identity
from spinnenweb.storage.journal import Journal
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.runner import format_in, pending, run
from spinnenweb.storage.migrations.step import Format
from spinnenweb.storage.probe import OWNER, TEAM, VAULT_ID, probe
from spinnenweb.storage.rekey import write_with_key
from spinnenweb.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import sqlcipher3.dbapi2 as driver
    from sqlalchemy import Engine

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.storage.migrations.step import Step

_NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_INDEX_BYTES = 32 * 1024
_COPY_MARK = ".voor-"
ROOM_MADE = "room_made"
"""A value of `disk.full` that says: the ballast was thrown out, so trying the same again may go well."""
LOG_SINCE = Format(1, 4)
"""The first format with an audit log."""
NEW_FILE, OLDER_FILE = "nieuw", "bijgewerkt"
"""Why a log begins: with the file itself, or later, so that of what was before nothing is in it."""


class Database:
    """One file, with a connection that writes and others that read, so that reading never waits for writing.

    It keeps its own copy of the key until it is closed; the caller may wipe theirs.
    """

    def __init__(self, path: Path, key: bytearray, *, identity: Identity, clock: Clock, ids: IdSource) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.identity = identity
        self._key = bytearray(key)
        self._audit_key = subkey(self._key, Purpose.AUDIT_MAC)
        self._clock = clock
        self._ids = ids
        self._writer = make_engine(path, self._key, writing=True)
        self._reader = make_engine(path, self._key, writing=False)
        self._hybrid = HybridClock(clock, identity.device)
        self._gate = threading.RLock()
        self.is_tight = False

    @staticmethod
    def create(
        path: Path,
        key: bytearray,
        *,
        vault_id: str,
        identity: Identity,
        clock: Clock,
        ids: IdSource,
        steps: Sequence[Step] = STEPS,
    ) -> Database:
        """Make a new file and open it.

        Raises:
            FileExistsError: there is something with this name.
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`.
        """
        refuse_old_sqlite()
        _make_empty(path)
        _first_content(path, key, vault_id, identity, steps)
        database = Database(path, key, identity=identity, clock=clock, ids=ids)
        database._begin_log(NEW_FILE)
        return database

    @staticmethod
    def open(
        path: Path,
        key: bytearray,
        *,
        vault_id: str,
        device: str,
        clock: Clock,
        ids: IdSource,
        steps: Sequence[Step] = STEPS,
    ) -> Database:
        """Open a file, and bring it to the newest format after a copy was made beside it.

        Nothing on disk has changed when this raises, unless a migration was under way: then the file is as the
        last step that succeeded left it.

        Raises:
            SpinnenwebError: `fault.empty`, `fault.plaintext`, `fault.rights`, `fault.newer` with `version`,
                `fault.damaged` (the key does not fit, or it is the database of another vault), `disk.full`.
        """
        refuse_old_sqlite()
        _refuse_without_rights(path)
        with _full_by_name(path.parent):
            found = probe(path, key, vault_id=vault_id, newest=steps[-1].info.to)
            identity = Identity(device, found.owner, found.team)
            database = Database(path, key, identity=identity, clock=clock, ids=ids)
            database._audit_key[:] = found.audit_key or database._audit_key
            try:
                database._start(steps)
            except BaseException:
                database.close()
                raise
        return database

    def _start(self, steps: Sequence[Step]) -> None:
        waiting = pending(format_in(self._writer), steps)
        if waiting:
            # one of an earlier try that was cut short may be half a file, and would stand in the way
            _remove_copies(self.path)
            self.copy_into(self.path.with_name(f"{self.path.stem}{_COPY_MARK}{waiting[-1].info.to}.db"))
            run(self._writer, waiting)
        else:
            _remove_copies(self.path)
        self._take_up_clock()
        self._begin_log(OLDER_FILE)

    def _take_up_clock(self) -> None:
        with self._reader.connect() as connection:
            last = connection.scalar(select(func.max(tables.op.c.hlc)))
        self._hybrid = HybridClock(self._clock, self.identity.device, last or "")

    def _begin_log(self, why: str) -> None:
        if format_in(self._writer) < LOG_SINCE:
            return
        with self.reading() as work:
            empty = work.audit.head().seq == 0
        if empty:
            with self.writing() as work:
                work.audit.note(Entry(AuditKind.BEGUN, detail=why))

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """A unit of work that writes: kept when the block ends well, undone when it raises.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.damaged`, `fault.rights`, `lock.already_open`.
        """
        with self._gate, self._making_room(), self._writer.begin() as connection:
            now = self._clock.now()
            trail = AuditTrail(connection, self._audit_key, self.identity.device, now)
            journal = Journal(connection, self.identity, self._hybrid, now, trail)
            yield UnitOfWork(connection, journal, self._ids, self._audit_key)

    @contextmanager
    def _making_room(self) -> Iterator[None]:
        """On the first full disk give up the ballast; what failed was undone, and may be tried again."""
        try:
            yield
        except SpinnenwebError as error:
            if error.code != "disk.full":
                raise
            self.is_tight = True
            if not throw_out(self.path.parent):
                raise
            raise SpinnenwebError("disk.full", **{**error.values, ROOM_MADE: 1}) from None

    def take_ballast(self) -> None:
        """Make the ballast when it is not there; without room for it the disk stays called tight."""
        if take_on(self.path.parent):
            self.is_tight = False

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A unit of work that only reads, and sees the file as it was at its first read.

        Raises:
            SpinnenwebError: `fault.damaged`, `disk.failed`.
        """
        with self._reader.connect() as connection:
            yield UnitOfWork(connection, None, self._ids, self._audit_key)

    def check(self) -> CheckResult:
        """Check every page, every row and every link between rows, and count."""
        self.checkpoint()
        return examine(self.path, self._key)

    def checkpoint(self) -> None:
        """Bring the waiting writes into the file and empty its log; what was removed is then on no page."""
        with _raw(self._writer) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def scrub(self) -> None:
        """Write the file anew without unused space, after something was erased, and empty its log.

        Secure deletion wipes what is removed, but not what SQLite once moved to another page. Copies that were
        made before a migration go too. When this fails it is done at the next opening or closing
        (`ErasureStore.needs_scrub`).

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`.
        """
        with self._gate:
            _remove_copies(self.path)
            with _raw(self._writer) as connection:
                connection.execute("VACUUM")
            with self.writing() as work:
                work.erasures.scrubbed()
            self.checkpoint()

    def copy_into(self, target: Path) -> CheckResult:
        """Write a compact copy with the same key, mode 600, check it and give what was found. A bad copy goes.

        Raises:
            FileExistsError: there is something with this name.
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`, `fault.damaged` (the copy is not sound).
        """
        _make_empty(target)
        try:
            with _raw(self._writer) as connection:
                connection.execute("VACUUM INTO ?", (str(target),))
            found = examine(target, self._key)
            if not found.sound:
                raise SpinnenwebError("fault.damaged")
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        return found

    def check_copy(self, copy: Path) -> CheckResult:
        """Check a closed copy that has the same key."""
        return examine(copy, self._key)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else write until the block ends; whoever waits for it writes where `move` went."""
        with self._gate:
            yield

    def copy_with_key(self, target: Path, key: bytearray, progress: Callable[[int, int], None]) -> None:
        """Write a copy under another key, mode 600, checked and on the disk; to be called inside `alone`.

        `progress` gets the pages done and the pages in all; what it raises ends the copying and removes the copy.

        Raises:
            FileExistsError: there is something with this name.
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`, `fault.damaged` (a copy that differs).
        """
        _make_empty(target)
        try:
            with _raw(self._writer) as connection:
                write_with_key(connection, target, key, self._audit_key, progress)
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    def move(self, path: Path, key: bytearray) -> None:
        """Work on in a copy that `copy_with_key` made; to be called inside `alone`.

        Who reads just now reads the former file to the end.
        """
        former, former_key, own = (self._reader, self._writer), self._key, bytearray(key)
        writer, reader = make_engine(path, own, writing=True), make_engine(path, own, writing=False)
        self.path, self._key, self._writer, self._reader = path, own, writer, reader
        for engine in former:
            engine.dispose()
        wipe(former_key)
        self._take_up_clock()

    def close(self) -> None:
        """Close the file and wipe the key; the last connection empties the log into the file."""
        self._reader.dispose()
        self._writer.dispose()
        wipe(self._audit_key)
        wipe(self._key)


def _first_content(path: Path, key: bytearray, vault_id: str, identity: Identity, steps: Sequence[Step]) -> None:
    engine = make_engine(path, key, new=True, writing=True)
    try:
        run(engine, steps)
        about = {VAULT_ID: vault_id, OWNER: identity.owner, TEAM: identity.team}
        with engine.begin() as connection:
            rows = [{"name": name, "value": value} for name, value in about.items()]
            connection.execute(insert(tables.app_meta), rows)
    finally:
        engine.dispose()


def _make_empty(path: Path) -> None:
    # what a killed copying left beside the same name would be taken for part of the new file
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    # SQLite would give the mode of the umask; its log files take the mode of the database
    os.close(os.open(path, _NEW_FILE, 0o600))


def _refuse_without_rights(path: Path) -> None:
    # SQLite would open the file for reading and refuse the first write, in the middle of a conversation
    for place, rights in ((path.parent, os.R_OK | os.W_OK | os.X_OK), (path, os.R_OK | os.W_OK)):
        if place.exists() and not os.access(place, rights):
            raise SpinnenwebError("fault.rights")


@contextmanager
def _full_by_name(folder: Path) -> Iterator[None]:
    # SQLite that finds no room for the index of its log says that the disk fails
    try:
        yield
    except SpinnenwebError as error:
        if error.code == "disk.failed" and shutil.disk_usage(folder).free < _INDEX_BYTES:
            raise SpinnenwebError("disk.full") from None
        raise


def _remove_copies(path: Path) -> None:
    for copy in path.parent.glob(f"{path.stem}{_COPY_MARK}*.db"):
        copy.unlink()


@contextmanager
def _raw(engine: Engine) -> Iterator[driver.Connection]:
    """The pooled connection outside any transaction."""
    with blaming():
        pooled = engine.raw_connection()
        try:
            yield pooled.driver_connection
        finally:
            pooled.close()
