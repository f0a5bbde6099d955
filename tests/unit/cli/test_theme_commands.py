from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.cli.driver import make_vault, run

if TYPE_CHECKING:
    from pathlib import Path


def test_that_every_row_says_of_which_view_it_is_and_exact_ones_are_warned_about(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    said = run("themes", vault, "--json")
    assert said.status == 0
    assert {row["weergave"] for row in said.rows} == {"eigen werk, niet om te delen"}
    assert {row["kern"] for row in said.rows} == {"Beekdal", "alle kernen"}
    assert {row["opvallend"] for row in said.rows} == {"stil", "weinig"}
    assert "precieze aantallen" in said.err


def test_that_the_board_can_be_read_as_a_table(tmp_path: Path) -> None:
    assert "eenzaamheid" in run("themes", make_vault(tmp_path)).out
