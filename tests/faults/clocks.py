"""The clock of the laptop jumps: order, drafts and the log stay as they were."""

from __future__ import annotations

import os
import random
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from sqlalchemy import text

from spinnenweb.domain.retention import JUMP
from spinnenweb.services.vaults import open_vault
from spinnenweb.storage.hybrid_clock import HybridClock
from tests.faults.rows import Row
from tests.unit.services.rooms import PASSPHRASE, Room, room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

TRIES, QUICK_TRIES = 20, 1
SAVES = 6
AUTUMN = datetime(2027, 10, 31, 0, 59, 30, tzinfo=UTC)
"""Half a minute before the clocks of Amsterdam go from 3:00 back to 2:00."""
SPRING = datetime(2027, 3, 28, 0, 59, 30, tzinfo=UTC)
LAST_OF_32_BITS = datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC)
EMPTY_BATTERY = datetime(1980, 1, 1, tzinfo=UTC)
"""What many laptops say when the battery of their clock is empty; long before this program was built."""
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JUMPS = {
    "klok 2 dagen terug": (NOW, NOW - timedelta(days=2)),
    "klok 400 dagen vooruit": (NOW, NOW + timedelta(days=400)),
    "klok 400 dagen vooruit en weer terug": (NOW + timedelta(days=400), NOW),
    "wintertijd gaat in": (AUTUMN, AUTUMN + timedelta(minutes=1)),
    "zomertijd gaat in": (SPRING, SPRING + timedelta(minutes=1)),
    "voorbij januari 2038": (LAST_OF_32_BITS, LAST_OF_32_BITS + timedelta(seconds=2)),
    "klok vóór de bouwdatum": (NOW, EMPTY_BATTERY),
}


def measure(*, quick: bool, loops: int | None = None) -> list[Row]:
    """Each jump, while the vault is open and between two openings; and a clock that the bench has to catch."""
    tries = loops or (QUICK_TRIES if quick else TRIES)
    with dutch_time():
        rows = [_row(name, before, after, tries) for name, (before, after) in JUMPS.items()]
        with patch.object(HybridClock, "_advance", _careless):
            weak = _row("klok terug, zonder hybride klok (moet bijten)", NOW, NOW - timedelta(days=2), 1)
        return [*rows, replace(weak, bites=True)]


def _careless(clock: HybridClock) -> None:
    clock._milliseconds, clock._counter = int(clock._clock.now().timestamp() * 1000), 0


@contextmanager
def dutch_time() -> Iterator[None]:
    """The local time of the Netherlands, where the clocks change twice a year."""
    with patch.dict(os.environ, TZ="Europe/Amsterdam"):
        time.tzset()
        yield
    time.tzset()


def _row(name: str, before: datetime, after: datetime, tries: int) -> Row:
    found = [_tried(before, after, closed, number) for number in range(tries) for closed in (False, True)]
    good, lost = sum(not wrong for wrong in found), sum("kwijt" in wrong for wrong in found)
    return Row(name, len(found), good, lost)


def _tried(before: datetime, after: datetime, closed: bool, number: int) -> tuple[str, ...]:
    """What is wrong with a vault whose clock jumped, while it was closed or while it was open."""
    dice = random.Random(number)
    with tempfile.TemporaryDirectory() as place, room(Path(place)) as made:
        made.time.moment = before
        known = made.new_resident()
        ids = [[known.id, *_work(made, known, dice)]]
        order = _order(made.workspace, known)
        if not closed:
            made.time.moment = after
            ids[0] += _work(made, known, dice)
        made.workspace.close()
        made.time.moment = after if closed else made.time.moment
        again = open_vault(made.folder, PASSPHRASE, made.environment)
        try:
            asks = again.retention.clock_odd()
            ids.append(_work(replace(made, workspace=again), known, dice))
            kept = [talk for talk in _order(again, known) if talk in order]
            wrong = ["order"] * (kept != order) + ["asks"] * (asks is not _has_to_ask(before, after, closed))
            return (*wrong, *_wrong(again, ids))
        finally:
            again.close()


def _has_to_ask(before: datetime, after: datetime, closed: bool) -> bool:
    """Whether the review of old files has to ask first if the date is right."""
    # a clock that went forward while the vault was open was in use at that date already
    return after < before - JUMP or (closed and after > before + JUMP)


def _work(made: Room, known: Resident, dice: random.Random) -> list[str]:
    """An hour of saving, with somebody who is known and with others; the ids that were made, in order."""
    ids = []
    for number in range(SAVES):
        made.time.moment += timedelta(milliseconds=dice.choice((0, 0, 1, 60_000)))
        resident = made.new_resident()
        held_on = made.time.moment.date() - timedelta(days=7 * (number % 3))
        talk = made.talk(known, held_on, note="afgerond").conversation
        draft = made.workspace.conversations.begin(resident)
        half = replace(draft, conversation=replace(draft.conversation, note="half klaar"))
        made.workspace.conversations.save_draft(half)
        ids += [resident.id, talk.id, draft.id]
    return ids


def _order(workspace: Workspace, known: Resident) -> list[str]:
    return [talk.id for talk in workspace.conversations.of(known.id)]


def _wrong(workspace: Workspace, ids: list[list[str]]) -> Iterator[str]:
    stamps, made = _stamps(workspace), sum(map(len, ids)) - 1
    tests: dict[str, Callable[[], bool]] = {
        "ids": lambda: all(one == sorted(one) for one in ids),
        "stamps": lambda: stamps == sorted(stamps),
        "kwijt": lambda: 3 * _half_talks(workspace) == made,
        "log": lambda: workspace.audit.verify().sound,
        "vault": lambda: workspace.checks.check().sound,
    }
    return (name for name, holds in tests.items() if not holds())


def _half_talks(workspace: Workspace) -> int:
    return sum(draft.conversation.note == "half klaar" for draft in workspace.conversations.drafts())


def _stamps(workspace: Workspace) -> list[str]:
    with workspace.database._reader.connect() as connection:
        return [*connection.execute(text("SELECT hlc FROM op ORDER BY seq")).scalars()]
