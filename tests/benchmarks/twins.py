"""The same dossier twice: encrypted as the program makes it, and plain, by leaving out the key only."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

from spinnenweb.domain.clock import Clock
from spinnenweb.domain.ids import IdSource
from spinnenweb.security.kdf import KdfCost
from spinnenweb.services.environment import Environment
from spinnenweb.services.workspace import Opened, Workspace
from spinnenweb.storage import engine, probe
from spinnenweb.storage.database import Database
from spinnenweb.storage.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.security.envelope import Envelope
    from spinnenweb.security.vault_lock import VaultLock

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
KEY = bytearray(range(32))
VAULT = "0" * 32
WHO = Identity("laptop", "werker", "team")
CLOCK = Clock()
IDS = IdSource(CLOCK)


@contextmanager
def twin(*, encrypted: bool) -> Iterator[None]:
    """Inside it databases are encrypted, or plain files of the very same SQLite."""
    with ExitStack() as stack:
        if not encrypted:
            for module, name in (
                (engine, "_give_key"),
                (engine, "refuse_unencrypted"),
                (probe, "refuse_unencrypted"),
                (probe, "_refuse_damaged_pages"),
            ):
                stack.enter_context(patch.object(module, name, lambda *_, **_how: None))
        yield


def make(path: Path, *, encrypted: bool) -> Database:
    """A new database; called inside its `twin`.

    `RuntimeError` when it is not what it should be: the figures would compare a thing with itself.
    """
    database = Database.create(path, KEY, vault_id=VAULT, identity=WHO, clock=CLOCK, ids=IDS)
    database.checkpoint()
    if path.read_bytes().startswith(engine.PLAIN_HEADER) is encrypted:
        raise RuntimeError("the twins are no twins")
    return database


def open_whole(path: Path) -> Database:
    """Open a database as the program does; the encrypted one checks every page first."""
    return Database.open(path, KEY, vault_id=VAULT, device=WHO.device, clock=CLOCK, ids=IDS)


def just_opened(path: Path) -> Database:
    """The same without that check, so that no page of a record was read yet."""
    with patch.object(probe, "_refuse_damaged_pages", lambda *_: None):
        return open_whole(path)


def workspace(database: Database) -> Workspace:
    """The services on a database without a vault around it; its catalogue is read already."""
    environment = Environment(RESOURCES, CLOCK, KdfCost.for_tests(), WHO.device)
    no_envelope, no_lock = cast("Envelope", None), cast("VaultLock", None)
    made = Workspace(Opened(database.path.parent, no_envelope, bytearray(), no_lock, database, IDS, environment))
    _ = made.catalogue, made.residents, made.conversations, made.settings
    return made
