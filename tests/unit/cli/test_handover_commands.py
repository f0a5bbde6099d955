from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.handovers import FieldCode, WayOut
from spinnenweb.services.vaults import open_vault
from tests.unit.cli.driver import run
from tests.unit.services.handed_over import add_club, agree, begin
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from pathlib import Path


def test_that_hand_overs_are_listed_by_code_with_how_far_they_are(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    resident, club = workspace.residents.by_code("R-001"), add_club(workspace)
    begin(workspace, resident, club, WayOut.ALONE)
    agree(workspace, begin(workspace, resident, club), (FieldCode.QUESTION,), "Zoekt gezelschap.")
    workspace.close()
    said = run("handovers", vault, "--json")
    assert [(row["code"], row["weg"], row["stand"]) for row in said.rows] == [
        ("R-001", "bellen", "akkoord"),
        ("R-001", "zelf", "voorgesteld"),
    ]
    assert {row["aanbod"] for row in said.rows} == {"Koffieochtend"}
    assert "gezelschap" not in said.out
    assert "Koffieochtend" in run("handovers", vault).out


def test_that_no_hand_overs_is_an_empty_list_and_a_sentence(vault: Path) -> None:
    assert run("handovers", vault, "--json").rows == []
    said = run("handovers", vault)
    assert (said.status, said.out) == (0, "")
    assert "Er zijn nog geen overdrachten." in said.err
