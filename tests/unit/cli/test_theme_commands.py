from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.cli.driver import make_vault, run, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.driver import Said

OFFERS = (
    "organisatie;aanbod;thema's;kern;status",
    "Rouwkring;Rouwcafé;Verlies en rouw;Ruinen;actief",
    "Rouwkring;Rouwlijn;Verlies en rouw;Ruinen;gestopt",
)


def village(vault: Path, tmp_path: Path) -> Path:
    """The vault with sixty residents in Ruinen who count, of whom twenty-nine mourn, and one café for them."""
    themes = ["rouw"] * 29 + ["zingeving"] * 31
    rows = [f"X-{n};Ruinen;1950;2026-03-01;direct;5;;;;;;{theme};ja;" for n, theme in enumerate(themes)]
    assert run("import", vault, write_csv(tmp_path, *rows)).status == 0
    listed = tmp_path / "kaart.csv"
    listed.write_text("\n".join(OFFERS), "utf-8")
    assert run("map", "import", vault, listed).status == 0
    return vault


def row(said: Said, kern: str, theme: str) -> dict[str, object]:
    return next(one for one in said.rows if (one["kern"], one["thema"]) == (kern, theme))


def test_that_without_a_release_there_is_only_what_the_map_holds(tmp_path: Path) -> None:
    said = run("themes", village(make_vault(tmp_path), tmp_path), "--json")
    assert (said.status, {one["inwoners"] for one in said.rows}) == (0, {None})
    assert {one["cijfer"] for one in said.rows} == {"geen"}
    assert (row(said, "Ruinen", "rouw")["aanbod"], row(said, "Beekdal", "rouw")["aanbod"]) == (1, 0)
    assert "nog geen overzicht" in said.err


def test_that_demand_is_a_figure_that_was_given_out_and_never_the_exact_number(tmp_path: Path) -> None:
    vault = village(make_vault(tmp_path), tmp_path)
    assert run("release", vault, "--until", "2026-03-31", "--out", tmp_path / "uit").status == 0
    said = run("themes", vault, "--json")
    shown = {one["inwoners"] for one in said.rows if one["cijfer"] == "getoond"}
    assert row(said, "Ruinen", "rouw")["inwoners"] in {25, 30}
    assert {number % 5 for number in shown} == {0}
    found = row(said, "Ruinen", "taal")
    assert (found["inwoners"], found["cijfer"], found["peilmoment"]) == (None, "afgeschermd", "2026-03")
    assert {one["kern"] for one in said.rows} == {"Beekdal", "Ruinen", "alle kernen"}


def test_that_neither_form_has_a_word_for_what_is_not_to_be_shared(tmp_path: Path) -> None:
    vault = village(make_vault(tmp_path), tmp_path)
    for said in (run("themes", vault, "--json"), run("themes", vault)):
        assert "rouw" in said.out
        assert not {"signaal", "doel", "doorgewezen", "29", "31"} & set(said.out.replace('"', " ").split())
