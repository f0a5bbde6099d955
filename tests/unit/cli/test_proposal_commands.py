from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.services.vaults import open_vault
from tests.unit.cli.driver import run
from tests.unit.services.handed_over import add_club
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from pathlib import Path


def test_that_offers_for_a_resident_say_why_and_hold_no_words_of_a_goal(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    resident, club = workspace.residents.by_code("R-001"), add_club(workspace)
    workspace.social_map.save(replace(club.offer, village_ids=()))
    workspace.goals.add_goal(resident.id, "Koffieochtend met Verzonnen")
    workspace.close()
    said = run("offers", vault, "--for", "R-001", "--json")
    [row] = [one for one in said.rows if one["soort"] == "doel"]
    assert (row["bij"], row["aanbod"], row["gekozen"]) == ("doel", "Koffieochtend", False)
    assert str(row["waarom"]).startswith("Lijkt op wat de inwoner zelf zei: koffieochtend")
    assert "nagekeken" in str(row["vooraf_weten"])
    assert "Verzonnen" not in said.out
    assert "Koffieochtend" in run("offers", vault, "--for", "R-001").out


def test_that_nothing_that_fits_is_an_empty_list_and_a_sentence(vault: Path) -> None:
    assert run("offers", vault, "--for", "R-001", "--json").rows == []
    said = run("offers", vault, "--for", "R-001")
    assert (said.status, said.out) == (0, "")
    assert "Er staat nu niets op de sociale kaart dat past." in said.err


def test_that_an_unknown_code_is_refused(vault: Path) -> None:
    assert run("offers", vault, "--for", "R-999", "--json").status != 0
    assert run("offers", vault).status != 0
