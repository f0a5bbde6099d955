"""`contribute` and `merge`: what leaves a laptop and what a coordinator takes in, from the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.residents import ConsentAnswer
from tests.unit.cli.driver import run
from tests.unit.services.teams import met, team

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A team whose vaults are closed: `team`, `a`, `b` and `c`."""
    with team(tmp_path) as found:
        for number in range(2):
            met(found.laptops[0], f"Bewoner {number}", date(2026, 9, 1), COUNT=ConsentAnswer.YES)
    return tmp_path


def vault(folder: Path, name: str) -> Path:
    return folder / name / "dorp.vault"


def test_that_a_contribution_is_written_and_taken_in(folder: Path) -> None:
    said = run("contribute", vault(folder, "a"), folder / "a.bijdrage", "--until", "2026-09-30")
    assert (said.status, said.out.strip()) == (0, str(folder / "a.bijdrage"))
    assert "tot en met 2026-09-30: 2 inwoners" in said.err
    taken = run("merge", vault(folder, "team"), folder / "a.bijdrage")
    assert taken.out == "Laptop van Anna: 2 inwoners, tot en met 2026-09-30\n"
    assert "Laptop van Bram, Laptop van Cees" in taken.err
    again = run("merge", vault(folder, "team"), folder / "a.bijdrage")
    assert again.out == "Laptop van Anna: 2 inwoners, tot en met 2026-09-30 (stond er al)\n"


def test_that_several_are_taken_in_together_or_not_at_all(folder: Path) -> None:
    for name in "abc":
        assert run("contribute", vault(folder, name), folder / f"{name}.bijdrage").status == 0
    (folder / "c.bijdrage").write_bytes(b"kapot")
    files = [folder / f"{name}.bijdrage" for name in "abc"]
    assert run("merge", vault(folder, "team"), *files).refused("gaat niet open")
    assert run("merge", vault(folder, "team"), *files[:2]).out.count("\n") == 2


def test_that_what_has_no_part_in_a_team_says_so(folder: Path) -> None:
    out = folder / "uit.bijdrage"
    assert run("contribute", vault(folder, "team"), out).refused("geen laptop van een team")
    assert run("merge", vault(folder, "a"), out).refused("geen bijdragen samen")
    assert run("merge", vault(folder, "team"), folder / "niets").refused("vinden dit bestand niet")
    assert run("contribute", vault(folder, "a"), vault(folder, "a") / "uit").refused("")
    assert not out.exists()


@pytest.mark.parametrize(
    "given", [("merge", "x"), ("contribute", "x"), ("contribute", "x", "y", "--until", "1-1")]
)
def test_that_wrong_usage_is_one_line(given: tuple[str, ...]) -> None:
    assert run(*given).refused("")
