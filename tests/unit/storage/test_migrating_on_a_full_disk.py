"""The vault of the first format on a disk that gets full while it is brought to the newest."""

from __future__ import annotations

import shutil
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.faults import medium, migrating
from tests.faults.rows import Row, table
from tests.faults.strokes import database_of

if TYPE_CHECKING:
    from pathlib import Path

COPYING, A_STEP, ENOUGH = 100, 400, 1000
"""KiB of room: too little for the copy that is made first, for one of the steps, and for nothing."""

mounts = pytest.mark.skipif(not medium.can_mount(), reason="no right to mount a small disk here")


@mounts
@pytest.mark.parametrize("room", [0, COPYING, A_STEP])
def test_that_a_disk_too_full_to_bring_a_vault_up_to_date_is_named_and_costs_nothing(room: int) -> None:
    with migrating.little_room(room) as vault:
        before = database_of(vault).read_bytes()
        assert migrating.opening(vault) == "disk.full"
        if room < A_STEP:
            assert database_of(vault).read_bytes() == before
        # the second time finds what the first one left
        assert migrating.opening(vault) == "disk.full"
    assert migrating.full_with(room) == ()


@mounts
def test_that_a_disk_that_gets_full_during_a_step_had_room_for_the_copy() -> None:
    with migrating.little_room(A_STEP) as vault:
        assert migrating.opening(vault) == "disk.full"
        assert [path.stat().st_size for path in vault.glob("dossier-1.voor-*.db")] != []
    assert migrating.full_with(ENOUGH) == ()


def test_that_a_full_disk_is_said_in_words_that_say_nothing_was_lost(resources: Path) -> None:
    said = tomllib.loads((resources / "texts" / "nl" / "meldingen.toml").read_text("utf-8"))["disk"]["full"]
    assert said["title"] == "De schijf is vol"
    assert "Wat al bewaard was, staat er nog." in said["text"]


def test_that_the_bench_says_what_a_machine_does_not_allow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A `mount` that refuses, as without root or in a container; the faults that need none are still tried."""
    refusing = tmp_path / "mount"
    refusing.write_text("#!/bin/sh\necho 'mount: permission denied' >&2\nexit 32\n", "utf-8")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert shutil.which("mount") == str(refusing)
    assert not medium.can_mount()
    rows = [*migrating.measure(quick=True), *medium.on_small_disks(1)]
    assert len({row.fault for row in rows}) == 5
    assert all(row.good and not row.tries for row in rows)
    lines = table(rows).splitlines()[2:]
    assert [line.split("|")[-2].strip() for line in lines] == ["niet mogelijk hier"] * 5
    # one that was never tried for no reason is no good sign
    assert Row("nooit geprobeerd", 0, 0, 0).cells()[-1] == "FOUT"
