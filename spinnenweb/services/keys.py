"""The ways into an open vault: another passphrase, another emergency key, and a new key for everything.

Replacing `sleutel.json` is the only commit point (`architecture.md` 13): before it the old passphrase opens
everything, after it the new one does, and whoever is killed in between has one of the two.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import recovery_code
from spinnenweb.security.envelope import (
    FLOOR,
    open_with_passphrase,
    read_envelope,
    rekeyed,
    settle_former,
    with_new_passphrase,
    with_new_recovery,
    with_organisation,
    without_organisation,
    write_envelope,
)
from spinnenweb.security.keys import Purpose, subkey, wipe
from spinnenweb.security.vault_folder import remove_unnamed_databases
from spinnenweb.services.passphrases import (
    Strength,
    passphrase_cost,
    passphrase_strength,
    propose_passphrase,
    refuse_weak,
)
from spinnenweb.services.series_seal import settle_series
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.database import Database
from spinnenweb.storage.rekey import bring_to_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.security.envelope import Envelope
    from spinnenweb.services.environment import Environment

KEY_GRACE = timedelta(days=7)
"""How long putting the emergency key on paper may wait (words.nl.md 5)."""

PAPER, EVERYTHING, ORGANISATION_ON, ORGANISATION_OFF = "noodsleutel", "alles", "organisatie", "organisatie_weg"
"""Which key changed, in the audit log."""

_COPIED, _CHECKED = 80, 95
"""How far, in percent, re-keying is when every page was copied, and when the copy was found good."""


@dataclass(frozen=True, slots=True)
class OrganisationKey:
    """Who else can open this vault; to be said openly on the screen.

    Attributes:
        on: whether the organisation can.
        organisation: its name in the settings, perhaps empty.
        public_key: the age public key the vault was sealed to, to compare with what the organisation publishes.
    """

    on: bool
    organisation: str
    public_key: str


class KeyService:
    """The keys of one open vault."""

    def __init__(
        self,
        folder: Path,
        envelope: Envelope,
        data_key: bytearray,
        database: Database,
        ids: IdSource,
        environment: Environment,
    ) -> None:
        """`data_key` is changed in place by `rekey`, so that who closes the vault wipes the right one."""
        self._folder = folder
        self._envelope = envelope
        self._data_key = data_key
        self._database = database
        self._ids = ids
        self._environment = environment

    def propose(self) -> str:
        """Five Dutch words, drawn at random."""
        return propose_passphrase(self._environment)

    def strength(self, passphrase: str) -> Strength:
        """How strong a new passphrase for this vault would be, while it is typed."""
        return passphrase_strength(passphrase, self._environment, self._personal())

    def organisation_key_state(self) -> OrganisationKey:
        """Whether the organisation can open this vault too."""
        with self._database.reading() as work:
            settings = work.settings.get()
        name = settings.key_of or settings.organisation
        slot = self._envelope.organisation
        return OrganisationKey(slot is not None, name, slot.recipient if slot else "")

    def refuse_other(self, passphrase: str) -> None:
        """Refuse a passphrase that does not open this vault; takes about a second.

        Raises:
            SpinnenwebError: `fault.passphrase`, `memory.full`.
        """
        wipe(open_with_passphrase(self._envelope, passphrase))

    def set_organisation(self, public_key: str, organisation: str) -> Changes:
        """Let the holder of an age key open this vault too, from now on; an earlier organisation no longer does.

        Raises:
            SpinnenwebError: `organisation.recipient` (no public key of age), `disk.full`, `disk.failed`,
                `fault.rights`.
        """
        self._replace(with_organisation(self._envelope, self._data_key, public_key))
        return self._tell_organisation(ORGANISATION_ON, lambda now: replace(now, key_of=organisation))

    def remove_organisation(self) -> Changes:
        """Let no organisation open this vault any more; `rekey` does the same for copies made before.

        The worker is asked again to put an emergency key on paper.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`.
        """
        self._replace(without_organisation(self._envelope, self._data_key))
        due = self._environment.clock.today() + KEY_GRACE
        return self._tell_organisation(ORGANISATION_OFF, lambda now: replace(now, key_of="", key_due=due))

    def _tell_organisation(self, detail: str, change: Callable[[WorkSettings], WorkSettings]) -> Changes:
        # it has happened already: a full disk must not call it failed
        with suppress(SpinnenwebError), self._database.writing() as work:
            work.settings.put(change(work.settings.get()))
            work.audit.note(Entry(AuditKind.KEY_CHANGED, detail=detail))
        return changed(Kind.SETTINGS, "")

    def set_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open this vault from now on; the old one no longer does. Takes some seconds.

        Backups made before still open with the old passphrase; `rekey` does not change that either.

        Raises:
            SpinnenwebError: `passphrase.weak`, `disk.full`, `disk.failed`, `fault.rights`, `memory.full`.
        """
        refuse_weak(passphrase, self._environment, self._personal())
        cost = passphrase_cost(self._environment)
        changed = with_new_passphrase(self._envelope, self._data_key, passphrase, cost)
        _refuse_unopened(changed, passphrase, self._data_key)
        self._replace(changed)
        self._note(AuditKind.WORD_CHANGED)

    def new_emergency_key(self) -> str:
        """Make another emergency key, told once; the old one no longer opens this vault.

        Raises:
            SpinnenwebError: `disk.full`, `disk.failed`, `fault.rights`, `memory.full`.
        """
        code = recovery_code.new_code()
        # always at the floor: the envelope never gives this slot more
        cost = self._environment.cost or FLOOR
        self._replace(with_new_recovery(self._envelope, self._data_key, code, cost))
        self._note(AuditKind.KEY_CHANGED, PAPER)
        return code

    def rekey(
        self,
        passphrase: str,
        progress: Callable[[int], None] = lambda _percent: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> str:
        """Put everything under a fresh key, which only this passphrase opens, and give the new emergency key.

        For when somebody may have the old passphrase together with a copy of `sleutel.json`. The passphrase may be
        the same as before. This object and the workspace go on in the new file. Whoever wants to write meanwhile
        waits. The old emergency key opens nothing any more; the organisation keeps its way in.

        Args:
            passphrase: the one from now on.
            progress: gets how far it is, 0 to 100.
            cancelled: asked often until the last moment before the change.

        Raises:
            SpinnenwebError: `rekey.cancelled` (nothing changed), `passphrase.weak`, `disk.full`, `disk.failed`,
                `fault.rights`, `fault.damaged` (the file is not sound: nothing changed), `memory.full`.
        """
        refuse_weak(passphrase, self._environment, self._personal())

        def tell(percent: int) -> None:
            if cancelled():
                raise SpinnenwebError("rekey.cancelled")
            progress(percent)

        tell(0)
        code = recovery_code.new_code()
        cost = passphrase_cost(self._environment)
        envelope, data_key = rekeyed(self._envelope, self._data_key, passphrase, code, cost)
        with ExitStack() as undo:
            undo.callback(wipe, data_key)
            _refuse_unopened(envelope, passphrase, data_key)
            with self._database.alone():
                self._move(envelope, data_key, tell)
        settle_series(self._folder, self._database, self._data_key)
        progress(100)
        return code

    def _move(self, envelope: Envelope, data_key: bytearray, tell: Callable[[int], None]) -> None:
        with _subkey(data_key) as key:
            late = self._commit(envelope, key, tell)
            self._database.move(self._folder / envelope.database, key)
        self._envelope = envelope
        self._data_key[:] = data_key
        if late is None:
            self._settle()
        elif not isinstance(late, SpinnenwebError):
            raise late

    def _commit(self, envelope: Envelope, key: bytearray, tell: Callable[[int], None]) -> BaseException | None:
        """Make the copy and let the envelope name it; what went wrong after that is given and not raised."""
        target = self._folder / envelope.database
        try:
            _remove_database(target)
            self._make(target, key, tell)
            tell(_CHECKED)
            write_envelope(self._folder, envelope)
        except BaseException as error:
            # what the disk says decides, not how far we think we came
            if _is_committed(self._folder, envelope):
                return error
            _discard(self._folder, target)
            raise
        return None

    def _make(self, target: Path, key: bytearray, tell: Callable[[int], None]) -> None:
        self._database.copy_with_key(target, key, lambda done, pages: tell(done * _COPIED // max(1, pages)))
        copy = Database.open(
            target,
            key,
            vault_id=self._envelope.id,
            device=self._database.identity.device,
            clock=self._environment.clock,
            ids=self._ids,
        )
        try:
            self._write_first_lines(copy)
        finally:
            copy.close()
        bring_to_disk(target)

    def _write_first_lines(self, copy: Database) -> None:
        with copy.writing() as work:
            work.audit.note(Entry(AuditKind.WORD_CHANGED), Entry(AuditKind.KEY_CHANGED, detail=EVERYTHING))
            settings = work.settings.get()
            # the emergency key on paper is no longer the right one; with the organisation there is no need of it
            if not settings.demo and self._envelope.organisation is None:
                work.settings.put(replace(settings, key_due=self._environment.clock.today() + KEY_GRACE))

    def _settle(self) -> None:
        settle_former(self._folder, self._envelope)
        # who still reads the old file on Windows keeps it there; the next opening removes it
        with suppress(SpinnenwebError, OSError):
            remove_unnamed_databases(self._folder, self._envelope)

    def _replace(self, envelope: Envelope) -> None:
        write_envelope(self._folder, envelope)
        if read_envelope(self._folder) == envelope:
            settle_former(self._folder, envelope)
        self._envelope = envelope

    def _note(self, kind: AuditKind, detail: str = "") -> None:
        # it has happened already: a full disk must not call it failed
        with suppress(SpinnenwebError), self._database.writing() as work:
            work.audit.note(Entry(kind, detail=detail))

    def _personal(self) -> tuple[str, ...]:
        with self._database.reading() as work:
            settings = work.settings.get()
            villages = [village.name for village in work.villages.all()]
            people = [resident.calling_name for resident in work.residents.all()]
        return (settings.organisation, settings.worker, *villages, *people)


@contextmanager
def _subkey(data_key: bytearray) -> Iterator[bytearray]:
    key = subkey(data_key, Purpose.DATABASE)
    try:
        yield key
    finally:
        wipe(key)


def _refuse_unopened(envelope: Envelope, passphrase: str, data_key: bytearray) -> None:
    # a bit that fell over in memory just now would lock the person out for good
    opened = open_with_passphrase(envelope, passphrase)
    same = opened == data_key
    wipe(opened)
    if not same:
        raise SpinnenwebError("fault.damaged")


def _is_committed(folder: Path, envelope: Envelope) -> bool:
    with suppress(SpinnenwebError):
        return read_envelope(folder) == envelope
    return False


def _discard(folder: Path, target: Path) -> None:
    """Remove the copy, unless the envelope cannot be read: then nobody knows yet which database it names."""
    with suppress(SpinnenwebError, OSError):
        if read_envelope(folder).database != target.name:
            _remove_database(target)


def _remove_database(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
