from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
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


def test_that_what_was_withdrawn_is_called_so_and_who_is_in_the_bin_is_not_there(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    first, second = (workspace.residents.by_code(code) for code in ("R-001", "R-002"))
    club = add_club(workspace)
    ids = [begin(workspace, one, club) for one in (first, second)]
    for one in ids:
        agree(workspace, one)
    workspace.rights.restrict(first.id)
    workspace.handovers.withdraw(ids[0])
    workspace.bin.put_away(BinKind.RESIDENT, second.id)
    workspace.close()
    said = run("handovers", vault, "--json")
    assert [(row["code"], row["stand"]) for row in said.rows] == [("R-001", "ingetrokken")]


def test_that_hand_overs_of_two_cards_of_one_person_stand_under_the_card_that_stayed(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    first, second = (workspace.residents.by_code(code) for code in ("R-001", "R-002"))
    begin(workspace, second, add_club(workspace))
    workspace.merging.merge(first.id, second.id)
    workspace.close()
    assert [row["code"] for row in run("handovers", vault, "--json").rows] == ["R-001"]


def test_that_no_hand_overs_is_an_empty_list_and_a_sentence(vault: Path) -> None:
    assert run("handovers", vault, "--json").rows == []
    said = run("handovers", vault)
    assert (said.status, said.out) == (0, "")
    assert "Er zijn nog geen overdrachten." in said.err
