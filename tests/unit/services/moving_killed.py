"""A program that moves copies of a vault and is killed at every step; run by `test_moving`.

Each line it prints is one try: where it was killed, and whether a whole vault was left that could still be moved.
"""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.moving import _prints, move_to_laptop
from spinnenweb.services.vaults import open_vault
from tests import shared_sql
from tests.unit.services.killing import DONE, HERE, Stepper, in_child
from tests.unit.services.rooms import PASSPHRASE


def move(old: Path, vaults: Path, stepper: Stepper) -> None:
    def remember(new: Path) -> None:
        (vaults.parent / "onthouden").write_text(str(new), "utf-8")

    stepper.watch()
    move_to_laptop(old, vaults, remember)


def judged(old: Path, vaults: Path, expected: dict[str, str]) -> dict[str, bool]:
    """Whether what the laptop remembers, or else the old place, holds everything; and how it ends."""
    remembered = vaults.parent / "onthouden"
    named = remembered.read_text("utf-8") if remembered.exists() else ""
    place = Path(named) if named else old
    whole = place.is_dir() and _prints(place) == expected
    with suppress(SpinnenwebError):
        # gone already, or only a rest of it
        place = move_to_laptop(old, vaults).folder
    open_vault(place, PASSPHRASE, HERE).close()
    return {"whole": whole, "one": [path.name for path in vaults.iterdir()] == ["kluis.vault"]}


def main(vault: Path) -> None:
    shared_sql.share()
    base = vault.parent / "proef"
    old, vaults = base / "OneDrive - Welzijn" / "kluis.vault", base / "laptop"
    expected = _prints(vault)
    kill_at, status = 0, -1
    while status != DONE:
        shutil.rmtree(base, ignore_errors=True)
        old.parent.mkdir(parents=True)
        shutil.copytree(vault, old)
        stepper = Stepper(kill_at)
        status = in_child(partial(move, old, vaults, stepper))
        line = {"at": kill_at, "status": status, **judged(old, vaults, expected)}
        sys.stdout.write(json.dumps(line) + "\n")
        kill_at += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
