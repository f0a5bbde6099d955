from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.cli.driver import make_vault, run
from tests.unit.exchange.hsds_files import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_map_goes_in_and_comes_out_in_every_form(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    said = run("map", "import", vault, SAMPLES / "minimal-nl")
    assert (said.status, said.out.split(",")[0]) == (0, "1 organisaties")
    for form in ("hsds-json", "hsds-csv", "html", "pdf"):
        out = tmp_path / form
        said = run("map", "export", vault, out, "--format", form, "--kern", "ruinen")
        assert said.status == 0
        assert sorted(said.out.split()) == sorted(str(path) for path in out.iterdir())


def test_that_a_broken_package_is_told_line_by_line_and_changes_nothing(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    said = run("map", "import", vault, SAMPLES / "voorbeeld")
    lines = said.err.splitlines()
    assert (said.status, said.out) == (2, "")
    assert (
        "locations.csv, regel 2, kolom organization_id: dit wijst naar iets wat niet in het pakket staat" in lines
    )
    assert lines[-1].endswith("Er is niets overgenomen.")
    run("map", "export", vault, tmp_path / "uit", "--format", "hsds-csv")
    assert (tmp_path / "uit" / "organizations.csv").read_text("utf-8").count("\n") == 1


def test_that_what_is_only_alike_is_added_and_told(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    file = tmp_path / "kaart.csv"
    file.write_text("Organisatie\nWandelgroep Voetje Voor\nWandelgroep Voetje Voro\n", "utf-8")
    said = run("map", "import", vault, file)
    assert said.out.startswith("2 organisaties")
    assert "Regel 3: Wandelgroep Voetje Voro lijkt op Wandelgroep Voetje Voor." in said.err


def test_that_a_map_is_not_written_into_the_vault_or_for_an_unknown_village(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    assert run("map", "export", vault, vault / "kaart", "--format", "html").status == 2
    said = run("map", "export", vault, tmp_path / "uit", "--format", "html", "--kern", "Nergens")
    assert said.refused("Deze kern kennen we niet")


def test_that_half_a_command_is_refused_as_wrong_usage(tmp_path: Path) -> None:
    for words in (("map",), ("map", "import"), ("map", "export", "a", "b"), ("map", "iets", "a", "b")):
        assert run(*words).status == 2
