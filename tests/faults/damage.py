"""Bytes that changed on the disk: flipped, cut off, wiped. Always seen at the door, and never written over."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from tests.faults.rows import Row
from tests.faults.sitting import keep_saving, new_vault, open_again

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096
TRIES, QUICK_TRIES = 200, 12
SAVES = 60
DICE = random.Random(20261122)


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Each kind of damage, at random places."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    with tempfile.TemporaryDirectory() as place:
        vault = new_vault(Path(place))
        workspace = open_again(vault)
        keep_saving(workspace, lambda _number: None, SAVES)
        workspace.close()
        harms: tuple[tuple[str, Callable[[bytearray], None]], ...] = (
            ("drie bytes omgedraaid", flip),
            ("bestand afgekapt", cut_off),
            ("bladzijde op nul gezet", wipe_page),
            ("twee bladzijden verwisseld", swap_pages),
            ("begin gewist", wipe_start),
            ("bestand leeg", bytearray.clear),
        )
        return [_row(name, vault, tries, harm) for name, harm in harms]


def flip(content: bytearray) -> None:
    """Change three bytes of one page."""
    page = DICE.randrange(len(content) // PAGE) * PAGE
    for place in DICE.sample(range(page, page + PAGE), 3):
        content[place] ^= DICE.randrange(1, 256)


def cut_off(content: bytearray) -> None:
    """Leave the start, sometimes to the end of a page."""
    length = DICE.randrange(1, len(content))
    del content[length - (length % PAGE if DICE.random() < 1 / 2 else 0) :]


def wipe_page(content: bytearray) -> None:
    """Zero one page."""
    page = DICE.randrange(len(content) // PAGE) * PAGE
    content[page : page + PAGE] = bytes(PAGE)


def swap_pages(content: bytearray) -> None:
    """Put two pages in each other's place."""
    one, other = (page * PAGE for page in DICE.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[other : other + PAGE] = (
        content[other : other + PAGE],
        content[one : one + PAGE],
    )


def wipe_start(content: bytearray) -> None:
    """Zero the salt."""
    content[:16] = bytes(16)


def _row(name: str, vault: Path, tries: int, harm: Callable[[bytearray], None]) -> Row:
    seen = [_seen(vault, harm) for _ in range(tries)]
    return Row(f"{name}: gezien en niets overschreven", tries, sum(seen), tries - sum(seen))


def _seen(vault: Path, harm: Callable[[bytearray], None]) -> bool:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(vault, Path(place, vault.name)))
        database = next(copy.glob("dossier-*.db"))
        content = bytearray(database.read_bytes())
        harm(content)
        database.write_bytes(content)
        try:
            workspace = open_again(copy)
        except SpinnenwebError as error:
            return error.code in ("fault.damaged", "fault.empty") and database.read_bytes() == content
        workspace.close()
        return False
