"""Backups and putting back, killed at random instants; backups while somebody saves; two programs on one vault."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import PART_SUFFIX
from spinnenweb.services.backup_files import SUFFIX
from spinnenweb.services.restoring import by_passphrase, look, restore
from tests.faults.killed import killed_after
from tests.faults.rows import Row
from tests.faults.sitting import keep_saving, new_vault, open_again
from tests.faults.sitting import look as look_at
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.services.workspace import Workspace

LOOPS, QUICK_LOOPS = 300, 25
SAVES = 90
"""Before the backup, and as many after it: 30 residents and 60."""
THEN, NOW = SAVES // 3, 2 * SAVES // 3
OPENING = by_passphrase(PASSPHRASE)
DICE = random.Random(20261122)


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Each of them, some times."""
    tries = loops or (QUICK_LOOPS if quick else LOOPS)
    few = max(1, tries // 10)
    with tempfile.TemporaryDirectory() as place:
        vault, backup = _prepared(Path(place))
        return [
            _row("reservekopie afgebroken", tries, _killed(vault, backup, _back_up, _is_backed_up)),
            _row("terugzetten afgebroken", tries, _killed(vault, backup, _put_back, _is_one_of_both)),
            _row("kapotte kluis terugzetten afgebroken", tries, _killed(vault, backup, _replace, _is_restored)),
            _row("reservekopie terwijl iemand bewaart", few, _while_saving),
            _row("twee programma's op een kluis", few, partial(_second, vault)),
        ]


def _prepared(place: Path) -> tuple[Path, Path]:
    """A vault, and a backup of when it was half as full."""
    vault, stick = new_vault(place), place / "stick"
    stick.mkdir()
    workspace = open_again(vault)
    keep_saving(workspace, lambda _number: None, SAVES)
    backup = workspace.backups.make(stick).rename(stick / f"toen{SUFFIX}")
    workspace.close()
    workspace = open_again(vault)
    for number in range(THEN, NOW):
        workspace.residents.add(workspace.residents.blank())
        assert number
    workspace.close()
    return vault, backup


def _row(name: str, tries: int, fault: Callable[[], bool]) -> Row:
    good = sum(fault() for _ in range(tries))
    return Row(name, tries, good, tries - good)


def _killed(
    vault: Path, backup: Path, work: Callable[[Path, Path], None], judge: Callable[[Path, Path], bool]
) -> Callable[[], bool]:
    """Do it once to know how long it takes; then kill it at any moment of that."""
    with tempfile.TemporaryDirectory() as place:
        copy, stick = _copied(vault, backup, Path(place))
        seconds = _in_child(partial(work, copy, stick), None)

    def one() -> bool:
        with tempfile.TemporaryDirectory() as place:
            copy, stick = _copied(vault, backup, Path(place))
            _in_child(partial(work, copy, stick), DICE.uniform(0, seconds))
            return judge(copy, stick)

    return one


def _copied(vault: Path, backup: Path, place: Path) -> tuple[Path, Path]:
    stick = place / "stick"
    stick.mkdir()
    shutil.copy(backup, stick / backup.name)
    return Path(shutil.copytree(vault, place / vault.name)), stick / backup.name


def _in_child(work: Callable[[], None], after: float | None) -> float:
    """Do it in a fork that is killed after so many seconds; how long it took."""
    start = monotonic()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    if after is not None:
        sleep(after)
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if after is None and status != 0:
        raise RuntimeError("it failed without being killed")
    return monotonic() - start


def _back_up(vault: Path, backup: Path) -> None:
    workspace = open_again(vault)
    workspace.backups.make(backup.parent)
    workspace.close()


def _put_back(vault: Path, backup: Path) -> None:
    workspace = open_again(vault)
    workspace.own_backups.put_back(backup)
    workspace.close()


def _replace(vault: Path, backup: Path) -> None:
    (vault / "dossier-1.db").write_bytes(bytes(8192))
    restore(backup, vault, OPENING, environment())


def _people(workspace: Workspace) -> int:
    """How many there are in a vault that is whole; -1 when it is not."""
    try:
        return len(workspace.residents.all()) if workspace.checks.check().sound else -1
    finally:
        workspace.close()


def _is_backed_up(vault: Path, backup: Path) -> bool:
    """Whatever has the name of a backup is a whole one, the next is made, and no half one stays."""
    first = all(look(path, OPENING).inside.residents in (THEN, NOW) for path in backup.parent.glob(f"*{SUFFIX}"))
    _back_up(vault, backup)
    left = [path.name for path in backup.parent.iterdir() if path.name.endswith(PART_SUFFIX)]
    return first and not left and _people(open_again(vault)) == NOW


def _is_one_of_both(vault: Path, backup: Path) -> bool:
    """The vault is as it was or as it is put back; no database is left over, and the backup is as it was."""
    people = _people(open_again(vault))
    alone = len([*vault.glob("dossier-*.db*")]) == 1
    return people in (THEN, NOW) and alone and look(backup, OPENING).inside.residents == THEN


def _is_restored(vault: Path, backup: Path) -> bool:
    """Still damaged as it was, or whole; and then putting back goes well."""
    try:
        return _people(open_again(vault)) == THEN
    except SpinnenwebError as error:
        if error.code not in ("fault.damaged", "fault.empty", "fault.passphrase"):
            return False
    restore(backup, vault, OPENING, environment())
    return _people(open_again(vault)) == THEN


def _while_saving() -> bool:
    """Another thread makes backups in the process that saves; each of them is whole, and no save is lost."""
    with tempfile.TemporaryDirectory() as place:
        vault = new_vault(Path(place))
        Path(place, "stick").mkdir()
        called_out = killed_after(Path(place), DICE.uniform(0.3, 0.8), "--backups")
        made = [*Path(place, "stick").glob(f"*{SUFFIX}")]
        whole = all(look(path, OPENING).inside.problems == () for path in made)
        return whole and look_at(vault, called_out).whole


def _second(vault: Path) -> bool:
    """A second program is refused in its own words and changes nothing."""
    workspace = open_again(vault)
    before = {path.name: path.read_bytes() for path in vault.iterdir() if path.suffix == ".json"}
    command = [sys.executable, "-m", "tests.faults.worker", str(vault), "3"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        same = before == {path.name: path.read_bytes() for path in vault.iterdir() if path.suffix == ".json"}
        return "lock.already_open" in done.stderr and not done.stdout and same
    finally:
        workspace.close()
