"""After an afternoon with two hundred planted texts none of them lies in the open, and nobody erased is left."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.end_to_end.programs import ROOT, home_in
from tests.faults.planted import MARKS, PEOPLE, PLACES, mark
from tests.faults.scan import ENCODINGS, hits

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Afternoon:
    """A home after an afternoon, and what was found in it meanwhile."""

    folder: Path
    found: dict[str, Any]


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Afternoon:
    home = home_in(tmp_path_factory.mktemp("middag") / "thuis")
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.afternoon"],
        cwd=ROOT,
        env={**home.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=160,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Afternoon(home.folder, json.loads(done.stdout.splitlines()[-1]))


def test_that_the_scan_finds_what_lies_in_the_open(tmp_path: Path) -> None:
    """In each encoding, in any capitals, in a file name, deep in a folder; not in what was asked for."""
    word = mark(3, "note")
    deep = tmp_path / "dieper"
    deep.mkdir()
    for encoding in ENCODINGS:
        (deep / encoding).write_bytes(b"\0\1" + word.upper().encode(encoding) + b"\xff")
    (tmp_path / f"brief over {word}.txt").touch()
    names = [*(f"dieper/{encoding}" for encoding in ENCODINGS), f"brief over {word}.txt"]
    assert sorted(hits(tmp_path, MARKS)) == sorted(f"{word}: {name}" for name in names)
    assert hits(tmp_path, MARKS, [deep]) == [f"{word}: brief over {word}.txt"]


def test_that_everything_planted_is_in_the_vault(afternoon: Afternoon) -> None:
    assert len(set(MARKS)) == PEOPLE * len(PLACES) == 200
    assert set(afternoon.found["planted"]) == set(MARKS)


def test_that_nothing_lies_in_the_open_while_the_vault_is_open_or_locked_or_left(afternoon: Afternoon) -> None:
    files = set(afternoon.found["files"])
    # what has to be looked through was really there
    assert files >= {"dossier-1.db", "dossier-1.db-wal", "dossier-1.db-shm", "anker.json", "spinnenweb.log"}
    assert any(name.endswith(".reserve") for name in files)
    assert afternoon.found["open"] == []
    assert afternoon.found["locked"] == []
    assert hits(afternoon.folder, MARKS, [afternoon.folder / "papier"]) == []


def test_that_the_log_tells_of_the_bug_and_not_what_it_said(afternoon: Afternoon) -> None:
    (log,) = afternoon.folder.rglob("spinnenweb.log")
    assert "ValueError" in log.read_text("utf-8")


def test_that_the_papers_that_were_asked_for_are_the_only_ones_that_can_be_read(afternoon: Afternoon) -> None:
    found = hits(afternoon.folder, MARKS)
    assert found
    assert all(": papier/" in one for one in found)


def test_that_no_byte_of_an_erased_person_is_left_and_all_of_the_others(afternoon: Afternoon) -> None:
    left = set(afternoon.found["after_erasure"])
    assert left == {mark(person, place) for person in range(1, PEOPLE) for place in PLACES}
