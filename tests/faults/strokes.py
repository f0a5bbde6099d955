"""A closed vault with some history, opened past the program with its own key."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import open_with_passphrase, read_envelope
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.storage.engine import keyed
from tests.faults.sitting import keep_saving, new_vault, open_again
from tests.unit.services.rooms import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlcipher3.dbapi2 as driver


def vault_with_history(folder: Path, saves: int) -> Path:
    """A vault in which something was saved."""
    vault = new_vault(folder)
    go_on(vault, saves)
    return vault


def go_on(vault: Path, saves: int, first: int = 0) -> None:
    """Save some more; `first` so that no code comes twice."""
    workspace = open_again(vault)
    try:
        keep_saving(workspace, lambda _number: None, saves, first)
    finally:
        workspace.close()


def database_of(vault: Path) -> Path:
    """The one database of a vault."""
    return next(vault.glob("dossier-*.db"))


def copied(vault: Path, target: Path) -> Path:
    """The same vault somewhere else, in the place of what was there."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(vault, target)
    return target


@contextmanager
def behind_the_door(vault: Path) -> Iterator[driver.Connection]:
    """The database of a closed vault with its key, and with nothing that guards it."""
    key = subkey(open_with_passphrase(read_envelope(vault), PASSPHRASE), Purpose.DATABASE)
    connection = keyed(database_of(vault), key, "mode=rw")
    try:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        yield connection
    finally:
        connection.close()


def what_is_seen(vault: Path) -> tuple[str, ...]:
    """The problems the program itself finds in a vault, by opening and checking it."""
    try:
        workspace = open_again(vault)
    except SpinnenwebError as error:
        return (error.code,)
    try:
        return workspace.checks.check().problems
    except SpinnenwebError as error:
        return (error.code,)
    finally:
        workspace.close()
