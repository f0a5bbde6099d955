"""A program that changes the keys of copies of a vault and is killed at every step; run by `test_killed_keys`.

It forks, so that every try costs a copy and an opening and not a start of Python. Each line it prints is one try:
where it was killed, which passphrase opens what is left, and what was wrong with it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import envelope as envelopes
from spinnenweb.services.vaults import open_vault
from spinnenweb.storage import rekey
from tests import shared_sql
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = "wimpel lantaarn gordijn perzik anker"
STEPS = ("fsync", "replace", "rename", "unlink", "open", "close")
PAGES_AT_ONCE = 24
DONE = 0
HERE = environment()


class Stepper:
    """Counts the calls to the system that change a disk, and kills this process before or after one of them."""

    def __init__(self, kill_at: int | None) -> None:
        self.count = 0
        self._kill_at = kill_at

    def step(self) -> None:
        if self.count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.count += 1

    def watch(self) -> None:
        for name in STEPS:
            setattr(os, name, self._stepping(getattr(os, name)))

    def _stepping(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*given: Any, **more: Any) -> Any:  # noqa: ANN401
            self.step()
            done = call(*given, **more)
            self.step()
            return done

        return stepped


def change(folder: Path, action: str, stepper: Stepper) -> None:
    """Open the vault, change its keys and close it; steps are counted from the moment it is open."""
    rekey._PAGES_AT_ONCE = PAGES_AT_ONCE
    workspace = open_vault(folder, PASSPHRASE, HERE)
    stepper.watch()
    if action == "rekey":
        workspace.keys.rekey(NEW, progress=lambda _percent: stepper.step())
    else:
        workspace.keys.set_passphrase(NEW)
    refuse_old(folder)
    workspace.close()


def refuse_old(folder: Path) -> None:
    """The change is confirmed, so no envelope on the disk opens with the old passphrase."""
    for name in (envelopes.ENVELOPE_NAME, envelopes.FORMER_NAME):
        if (folder / name).exists() and opens(folder, name, PASSPHRASE):
            raise AssertionError(f"{name} still opens with the old passphrase")


def opens(folder: Path, name: str, passphrase: str) -> bool:
    try:
        envelopes.open_with_passphrase(envelopes.read_envelope(folder, name), passphrase)
    except SpinnenwebError as error:
        if error.code != "fault.passphrase":
            raise
        return False
    return True


def in_child(work: Callable[[], None], after: float | None = None) -> int:
    """Do work in a fork and give its status; negative when a signal ended it. `after` seconds it is killed."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = DONE
        finally:
            os._exit(status)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def facts(folder: Path, passphrase: str) -> dict[str, object]:
    """What is in the vault, and whether it is whole."""
    workspace = open_vault(folder, passphrase, HERE)
    try:
        with workspace.database.reading() as work:
            broken = len(work.audit.broken())
        residents, report = workspace.residents.all(), workspace.checks.check()
        return {
            "people": sorted(line.resident.calling_name for line in residents),
            "talks": sum(line.conversations for line in residents),
            "sound": report.sound,
            "schema": report.schema,
            "broken": broken,
            "found": len(workspace.search.find("zonnebloem")),
        }
    finally:
        workspace.close()


def judged(folder: Path, expected: dict[str, object]) -> dict[str, object]:
    """Which passphrases open what is left, and whether all of it is there."""
    opening = [word for word in (PASSPHRASE, NEW) if opens(folder, envelopes.ENVELOPE_NAME, word)]
    if len(opening) != 1:
        return {"opens": len(opening), "whole": False}
    whole = facts(folder, opening[0]) == expected
    left = sorted(path.name for path in folder.glob("dossier-*"))
    other = PASSPHRASE if opening[0] == NEW else NEW
    former = folder / envelopes.FORMER_NAME
    settled = not former.exists() or not opens(folder, former.name, other)
    return {"opens": 1, "new": opening[0] == NEW, "whole": whole and len(left) == 1 and settled}


def tried(vault: Path, copy: Path, action: str, kill_at: int | None, after: float | None) -> int:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(vault, copy)
    return in_child(lambda: change(copy, action, Stepper(kill_at)), after)


def length_of(vault: Path, copy: Path, action: str) -> tuple[int, float]:
    """How many steps and how many seconds a change takes that nobody kills."""
    shutil.copytree(vault, copy)
    stepper = Stepper(None)
    read, write = os.pipe()

    def counted() -> None:
        change(copy, action, stepper)
        os.write(write, str(stepper.count).encode())

    start = time.monotonic()
    if in_child(counted) != DONE:
        raise AssertionError("the change itself failed")
    return int(os.read(read, 20)), time.monotonic() - start


def main(vault: Path, action: str, by_chance: int) -> None:
    """Kill at every step, then `by_chance` times at any moment."""
    # every fork finds the SQL ready that the first opening made
    shared_sql.share()
    copy = vault.with_name(f"{action}.vault")
    expected = facts(vault, PASSPHRASE)
    if not (expected["sound"] and expected["found"] and expected["talks"]):
        raise AssertionError("a vault without anything in it shows nothing")
    steps, seconds = length_of(vault, copy, action)
    chance = random.Random(4)
    moments: list[tuple[int | None, float | None]] = [(step, None) for step in range(steps)]
    moments += [(None, chance.uniform(0, seconds)) for _ in range(by_chance)]
    for kill_at, after in moments:
        status = tried(vault, copy, action, kill_at, after)
        line = {"at": kill_at, "status": status, **judged(copy, expected)}
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
