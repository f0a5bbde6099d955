"""One program per vault."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from spinnenweb.security.vault_lock import LOCK_NAME, VaultLock
from tests.unit.security.vaults import code_of, names, passable_folder, run_as_nobody, run_child

if TYPE_CHECKING:
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there, not modes")


def locking(folder: Path, then: str = "pass") -> str:
    return (
        "from pathlib import Path\n"
        "from spinnenweb.domain.errors import SpinnenwebError\n"
        "from spinnenweb.security.vault_lock import VaultLock\n"
        "try:\n"
        f"    lock = VaultLock(Path({str(folder)!r}))\n"
        "    lock.acquire()\n"
        "    print('open', flush=True)\n"
        f"    {then}\n"
        "except SpinnenwebError as error:\n"
        "    print(error.code)\n"
    )


def test_that_another_program_is_refused_at_once_and_let_in_after_release(tmp_path: Path) -> None:
    with VaultLock(tmp_path):
        assert run_child(locking(tmp_path)) == "lock.already_open"
    assert run_child(locking(tmp_path)) == "open"


def test_that_a_second_lock_in_the_same_program_is_refused(tmp_path: Path) -> None:
    with VaultLock(tmp_path):
        second = VaultLock(tmp_path)
        assert code_of(second.acquire) == "lock.already_open"
        assert not second.held
    second.acquire()
    second.release()


@posix_only
def test_that_the_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", locking(tmp_path, "import time; time.sleep(60)")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    assert code_of(VaultLock(tmp_path).acquire) == "lock.already_open"
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with VaultLock(tmp_path) as lock:
        assert lock.held


def test_that_another_thread_can_give_the_lock_back(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    lock.acquire()
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    assert not lock.held
    with VaultLock(tmp_path) as other:
        assert other.held


@pytest.mark.parametrize("acquired", [True, False])
def test_that_a_lock_knows_whether_it_is_held(tmp_path: Path, acquired: bool) -> None:
    lock = VaultLock(tmp_path)
    if acquired:
        lock.acquire()
    assert lock.held == acquired
    lock.release()


def test_that_releasing_what_is_not_held_changes_nothing(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    lock.release()
    assert names(tmp_path) == []


def test_that_the_lock_file_is_empty_and_private(tmp_path: Path) -> None:
    with VaultLock(tmp_path):
        found = (tmp_path / LOCK_NAME).stat()
    assert found.st_size == 0
    assert sys.platform == "win32" or stat.S_IMODE(found.st_mode) == 0o600


def test_that_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    assert code_of(VaultLock(tmp_path / "weg").acquire) == "vault.missing"
    assert names(tmp_path) == []
    (tmp_path / "bestand").write_bytes(b"")
    assert code_of(VaultLock(tmp_path / "bestand").acquire) == "vault.missing"


@posix_only
@pytest.mark.parametrize("mode", [0o700, 0o711, 0o755])
def test_that_a_folder_without_rights_is_said(mode: int) -> None:
    code = "vault_lock.VaultLock(Path('dorp.vault')).acquire()\nprint('good')"
    with passable_folder() as place:
        folder = place / "dorp.vault"
        folder.mkdir()
        folder.chmod(mode)
        assert run_as_nobody(place, code) == "fault.rights"
        assert names(folder) == []
        folder.chmod(0o777)
        assert run_as_nobody(place, code) == "good"
