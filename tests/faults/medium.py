"""A disk that is full, that may not grow, or that may only be read: a clear line, and nothing lost."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.storage.ballast import throw_out
from tests.faults.rows import Row, not_here
from tests.faults.sitting import FIRST_SAVE, keep_saving, look, new_vault, open_again, words_of
from tests.faults.worker import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.services.workspace import Workspace

TRIES, QUICK_TRIES = 40, 4
DISK_KIB = 8 * 1024
MOST_SAVES = 20_000
GROWTH = 1024 * 1024
"""Bytes that the largest file of a vault may still grow."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a sitting ended: the last save it called out, and the code of what stopped it."""

    called_out: int
    code: str


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Each kind of bad disk, some times; a disk of its own needs the right to mount one."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    return [*on_small_disks(tries), _row("bestand mag niet verder groeien", tries, _limited)]


def on_small_disks(tries: int) -> list[Row]:
    """The faults that need a disk of their own."""
    names = (
        "schijf vol, daarna weer ruimte",
        "helemaal vol: de ballast laat de laatste zin door",
        "helemaal vol zonder ballast (moet bijten)",
        "schijf alleen-lezen",
    )
    if not can_mount():
        return [not_here(name) for name in names]
    full, brimful, bare, read_only = names
    return [
        _row(full, tries, _full),
        _row(brimful, tries, _brimful),
        Row(bare, tries, *_counts(_without_ballast, tries), bites=True),
        _row(read_only, tries, _read_only),
    ]


def can_mount() -> bool:
    """Whether this machine lets us mount a disk: it takes root, and a container may still refuse."""
    try:
        with small_disk():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def _row(name: str, tries: int, fault: Callable[[int], tuple[bool, int]]) -> Row:
    return Row(name, tries, *_counts(fault, tries))


def _counts(fault: Callable[[int], tuple[bool, int]], tries: int) -> tuple[int, int]:
    found = [fault(number) for number in range(tries)]
    return sum(good for good, _ in found), sum(lost for _, lost in found)


def sit(vault: Path, *, most_bytes: int | None = None) -> Sitting:
    """Save in a process of its own until something stops it."""

    def limit() -> None:
        # Python ignores SIGXFSZ itself, so a write over the limit fails as one on a broken disk
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    command = [sys.executable, "-m", "tests.faults.worker", str(vault), str(MOST_SAVES)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)
    if done.returncode != REFUSED:
        return Sitting(0, f"status {done.returncode}: {done.stderr[-300:]}")
    last = max(map(int, done.stdout.split()), default=FIRST_SAVE - 1)
    return Sitting(last, done.stderr.strip())


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of its own of some megabytes; needs root."""
    with tempfile.TemporaryDirectory() as place:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KIB}k,mode=700", "tmpfs", place]
        subprocess.run(mount, check=True, capture_output=True)
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def _full(number: int) -> tuple[bool, int]:
    with small_disk() as disk:
        filler = disk / "vol"
        filler.write_bytes(bytes(3 * 1024 * 1024 + 1024 * number))
        vault = new_vault(disk)
        done = sit(vault)
        filler.unlink()
        found = look(vault, done.called_out)
    return found.whole and done.code == "disk.full", found.lost


def _brimful(number: int, *, with_ballast: bool = True) -> tuple[bool, int]:
    """Leave not one byte on the disk, then save: it must go well, and be there when there is room again."""
    with small_disk() as disk:
        workspace = open_again(new_vault(disk))
        keep_saving(workspace, lambda _number: None, 3 * (1 + number % 5))
        if not with_ballast:
            throw_out(workspace.folder)
        fill_up(disk / "vol")
        saved = _saves_card(workspace, number)
        workspace.close()
        (disk / "vol").unlink()
        there = _has_card(workspace.folder, number)
    return saved and there, int(saved and not there)


def _without_ballast(number: int) -> tuple[bool, int]:
    return _brimful(number, with_ballast=False)


def fill_up(file: Path) -> None:
    """Write until the disk takes nothing more."""
    with file.open("wb", buffering=0) as handle, suppress(OSError):
        while True:
            handle.write(bytes(4096))


def _saves_card(workspace: Workspace, number: int) -> bool:
    try:
        blank = workspace.residents.blank()
        workspace.residents.add(replace(blank, code=f"Z-{number}", calling_name=words_of(number)[:60]))
    except SpinnenwebError:
        return False
    return workspace.disk_is_tight


def _has_card(vault: Path, number: int) -> bool:
    workspace = open_again(vault)
    try:
        return workspace.residents.by_code(f"Z-{number}").calling_name == words_of(number)[:60].strip()
    except SpinnenwebError:
        return False
    finally:
        workspace.close()


def _limited(number: int) -> tuple[bool, int]:
    with tempfile.TemporaryDirectory() as place:
        vault = new_vault(Path(place))
        largest = max(path.stat().st_size for path in vault.iterdir())
        done = sit(vault, most_bytes=largest + GROWTH + 4096 * number)
        found = look(vault, done.called_out)
    return found.whole and done.code in ("disk.failed", "disk.full"), found.lost


def _read_only(_number: int) -> tuple[bool, int]:
    with small_disk() as disk:
        vault = new_vault(disk)
        before = {path.name: path.read_bytes() for path in vault.iterdir()}
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        try:
            open_again(vault).close()
            code = ""
        except SpinnenwebError as error:
            code = error.code
        same = before == {path.name: path.read_bytes() for path in vault.iterdir()}
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        found = look(vault, 0)
    return found.whole and same and code == "fault.rights", found.lost
