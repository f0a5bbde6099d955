"""Changing the keys is killed: one passphrase opens what is left, and everything is there.

The killing itself is that of `tests/unit/services/killing.py`: at a step, before or after a call that changes the
disk, and by chance at any instant. There every step is tried; here so many as are asked for.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.rows import Row
from tests.unit.services import killing
from tests.unit.services.rooms import PASSPHRASE, room

if TYPE_CHECKING:
    from collections.abc import Iterator

TRIES, QUICK_TRIES = 100, 8
ACTIONS = {"passphrase": "kill -9 tijdens een ander wachtwoord", "rekey": "kill -9 tijdens een andere sleutel"}


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Both ways to change keys, half of the tries at a step and half at any instant."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    with tempfile.TemporaryDirectory() as place:
        with room(Path(place)) as made:
            for name in ("Bo", "Kim", "Sam"):
                made.talk(made.new_resident(calling_name=name), note="Praat graag over de zonnebloem in de tuin.")
        return [_row(words, made.folder, action, tries) for action, words in ACTIONS.items()]


def _row(words: str, vault: Path, action: str, tries: int) -> Row:
    copy, expected = vault.with_name(f"{action}.vault"), killing.facts(vault, PASSPHRASE)
    steps, seconds = killing.length_of(vault, copy, action)
    found = []
    for at, after in _moments(steps, seconds, tries):
        killing.tried(vault, copy, action, at, after)
        found.append(killing.judged(copy, expected))
    if tries > 1 and {one.get("new") for one in found} != {True, False}:
        raise RuntimeError("the kills came all on one side of the change")
    return Row(words, tries, sum(bool(one["whole"]) for one in found), sum(one["opens"] != 1 for one in found))


def _moments(steps: int, seconds: float, tries: int) -> Iterator[tuple[int | None, float | None]]:
    dice = random.Random(tries)
    at_steps = (tries + 1) // 2
    for number in range(at_steps):
        # the first and the last step too, so that both sides of the change are seen
        yield (steps - 1) * number // max(at_steps - 1, 1), None
    for _ in range(tries - at_steps):
        yield None, dice.uniform(0, seconds)
