"""A vault of the first format is brought to the newest on a disk that gets full, sooner or later."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_vault
from tests.faults.medium import can_mount, fill_up, small_disk
from tests.faults.rows import Row, counted, not_here
from tests.unit.services.kept_vaults import CONTENTS, DATA
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

FAULT = "schijf vol tijdens het bijwerken van een oude kluis"
OLD = "format-1.0.vault"
FILLER = "vol"
TRIES, QUICK_TRIES = 60, 6
MOST_ROOM = 1200
"""KiB of room with which it goes well; every try has less."""


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Leave no room at all, then more and more; a disk of its own needs the right to mount one."""
    if not can_mount():
        return [not_here(FAULT)]
    tries = loops or (QUICK_TRIES if quick else TRIES)
    found = [full_with(MOST_ROOM * number // tries) for number in counted(FAULT, range(tries))]
    return [Row(FAULT, tries, sum(not one for one in found), sum("kwijt" in one for one in found))]


def full_with(room: int) -> tuple[str, ...]:
    """Bring the old vault to the newest format with `room` KiB left; what was the matter, empty when nothing.

    It may go well or be refused as a full disk, again and again as long as that lasts. With room again it opens,
    sound and with all that was in it.
    """
    with little_room(room) as vault:
        wrong = {code for code in (opening(vault), opening(vault)) if code not in ("", "disk.full")}
        (vault.parent / FILLER).unlink()
        return (*sorted(wrong), *_what_is_missing(vault))


@contextmanager
def little_room(room: int) -> Iterator[Path]:
    """The old vault on a disk of its own that has `room` KiB left beside a filler."""
    with small_disk() as disk:
        vault = shutil.copytree(DATA / OLD, disk / OLD)
        spare = disk / "ruimte"
        spare.write_bytes(bytes(1024 * room))
        fill_up(disk / FILLER)
        spare.unlink()
        yield vault


def opening(vault: Path) -> str:
    """What an opening is refused with; empty when it is not."""
    try:
        open_vault(vault, PASSPHRASE, environment()).close()
    except SpinnenwebError as error:
        return error.code
    return ""


def _what_is_missing(vault: Path) -> tuple[str, ...]:
    try:
        workspace = open_vault(vault, PASSPHRASE, environment())
    except SpinnenwebError as error:
        return error.code, "kwijt"
    try:
        report = workspace.checks.check()
        return (*report.problems, *(() if _holds_all(workspace) else ("kwijt",)))
    finally:
        workspace.close()


def _holds_all(workspace: Workspace) -> bool:
    kept = CONTENTS[OLD]
    with workspace.database.reading() as work:
        talks = tuple(talk for resident in kept.residents for talk in work.conversations.of(resident.id))
        return (work.residents.all(), talks, work.drafts.all()) == (
            kept.residents,
            kept.conversations,
            kept.drafts,
        )
