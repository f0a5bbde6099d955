"""Changing the keys of a vault, killed at every step: one passphrase opens it, and everything is there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.services.rooms import room

if TYPE_CHECKING:
    from typing import Any

ROOT = Path(__file__).parents[3]
BY_CHANCE = 12

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no fork there"),
    pytest.mark.timeout(600),
]


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with room(tmp_path_factory.mktemp("killed")) as made:
        for name in ("Bo", "Kim", "Sam"):
            resident = made.new_resident(calling_name=name)
            made.talk(resident, note="Praat graag over de zonnebloem in de tuin.")
    return made.folder


def tries(vault: Path, action: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.unit.services.killing", str(vault), action, str(BY_CHANCE)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("action", ["passphrase", "rekey"])
def test_that_a_kill_at_any_instant_leaves_one_passphrase_and_all_data(vault: Path, action: str) -> None:
    found = tries(vault, action)
    assert [one for one in found if one["opens"] != 1 or not one["whole"]] == []
    # both ends were reached, so the commit point lies between them
    assert {one["new"] for one in found} == {True, False}
    killed = [one for one in found if one["at"] is not None]
    assert {one["status"] for one in killed} == {-signal.SIGKILL}
    # once the new passphrase opens, it keeps opening: there is one commit point
    opened = [one["new"] for one in killed]
    assert opened == sorted(opened)
