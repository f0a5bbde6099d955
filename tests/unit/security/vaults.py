"""Real vaults in temporary folders, and other processes: one that is killed, one without the rights of root."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import Envelope, KdfCost, create, write_envelope
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.security.recovery_code import new_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PASSPHRASE = "molen kastanje fluit drempel wolk"
TINY = KdfCost.for_tests()

_ROOT = Path(__file__).parents[3]
_NOBODY = 65534


@dataclass(frozen=True)
class Vault:
    """A vault as it stands on disk, with what opens it."""

    folder: Path
    envelope: Envelope
    data_key: bytearray

    @property
    def database(self) -> Path:
        return self.folder / self.envelope.database


def make_vault(parent: Path) -> Vault:
    """An encrypted vault with one table in it."""
    folder = parent / "dorp.vault"
    folder.mkdir(mode=0o700)
    envelope, data_key = create(PASSPHRASE, new_code(), TINY)
    write_envelope(folder, envelope)
    make_database(folder / envelope.database, data_key)
    return Vault(folder, envelope, data_key)


def make_database(path: Path, data_key: bytearray) -> None:
    """A SQLCipher file with one table, under the subkey for databases."""
    connection = sqlcipher.connect(str(path))
    connection.set_key(bytearray(b"x'" + subkey(data_key, Purpose.DATABASE).hex().encode() + b"'"))
    connection.execute("CREATE TABLE one (text TEXT)")
    connection.commit()
    connection.close()
    path.chmod(0o600)


def contents(folder: Path) -> dict[str, bytes]:
    """Names and contents of all files in a folder, to compare before and after."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    """What stands in a folder, folders too, sorted."""
    return sorted(path.name for path in folder.iterdir())


def code_of(action: Callable[[], object]) -> str:
    """The code of the error that an action raises."""
    with pytest.raises(SpinnenwebError) as caught:
        action()
    return caught.value.code


def run_child(code: str, expect: int = 0) -> str:
    """Run code in another process, which must end with status `expect`; gives what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        timeout=60,
        check=False,
    )
    assert done.returncode == expect, done.stderr
    return done.stdout.strip()


@contextmanager
def passable_folder() -> Iterator[Path]:
    """A folder that everybody may pass through and only we may write in; `tmp_path` is closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


def run_as_nobody(folder: Path, code: str) -> str:
    """Run code in `folder` as a user without rights; gives the code of the error it met."""
    # Imports first: nobody may not be able to read the program.
    lines = [
        "import os",
        "from pathlib import Path",
        "from spinnenweb.domain.errors import SpinnenwebError",
        "from spinnenweb.security import envelope, private_files, vault_folder, vault_lock",
        f"os.chdir({str(folder)!r})",
        f"os.geteuid() or (os.setgroups([]), os.setgid({_NOBODY}), os.setuid({_NOBODY}))",
        "try:",
        *(f"    {line}" for line in code.splitlines()),
        "except SpinnenwebError as error:",
        "    print(error.code)",
    ]
    return run_child("\n".join(lines))
