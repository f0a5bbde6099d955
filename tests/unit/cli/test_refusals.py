"""Everything that can be wrong with what a command was given: one line, status 2, nothing changed on disk."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.vaults import open_vault
from tests.unit.cli.driver import HEADER, TALKS, run, write_csv
from tests.unit.security.vaults import contents, names
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = "R-100;Beekdal;1950;2026-05-01;direct;5;6;7;8;9;10;rouw;ja;"
LONG = "x" * 10_000
COMMANDS: dict[str, tuple[str, ...]] = {
    "import": ("eerder.csv",),
    "residents": (),
    "summary": ("--resident", "R-001", "--pdf", "uit.pdf"),
    "chart": ("--resident", "R-001", "--png", "uit.png"),
    "release": ("--until", "2026-10-31", "--out", "cijfers"),
    "check": (),
}
WRITING = (("summary", "--resident", "R-001", "--pdf"), ("release", "--until", "2026-10-31", "--out"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_csv(tmp_path, *TALKS)


def assert_all_refuse(words: str) -> None:
    """Every command on the vault gives its one line and makes nothing."""
    said = {name: run(name, "dorp.vault", *rest) for name, rest in COMMANDS.items()}
    assert [name for name, one in said.items() if not one.refused(words)] == []


# --- the vault


def plain(vault: Path) -> None:
    (vault / "dossier-1.db").unlink()
    connection = sqlite3.connect(vault / "dossier-1.db")
    connection.execute("CREATE TABLE resident (name TEXT)")
    connection.commit()
    connection.close()


ENVELOPES = ("sleutel.json", "sleutel.vorige.json")


def empty(vault: Path) -> None:
    (vault / "dossier-1.db").write_bytes(b"")


def flipped(vault: Path) -> None:
    data = bytearray((vault / "dossier-1.db").read_bytes())
    data[len(data) // 2] ^= 0xFF
    (vault / "dossier-1.db").write_bytes(data)


def cut(vault: Path) -> None:
    data = (vault / "dossier-1.db").read_bytes()
    (vault / "dossier-1.db").write_bytes(data[: len(data) // 2 // 4096 * 4096 + 1000])


def newer(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    with workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 2000")
        connection.exec_driver_sql("UPDATE app_meta SET value = '9.1.0' WHERE name = 'program'")
    workspace.close()


def no_envelope(vault: Path) -> None:
    for name in ENVELOPES:
        (vault / name).unlink()


def nonsense_envelope(vault: Path) -> None:
    for name in ENVELOPES:
        (vault / name).write_text("[]", "utf-8")


def a_file(vault: Path) -> None:
    shutil.rmtree(vault)
    vault.write_text("Dit is geen kluis.", "utf-8")


def a_plain_file(vault: Path) -> None:
    plain(vault)
    content = (vault / "dossier-1.db").read_bytes()
    shutil.rmtree(vault)
    vault.write_bytes(content)


def an_empty_file(vault: Path) -> None:
    shutil.rmtree(vault)
    vault.touch()


def an_empty_folder(vault: Path) -> None:
    shutil.rmtree(vault)
    vault.mkdir()


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "plaintext": (plain, "Dit is geen kluis."),
    "zero-byte": (empty, "Dit bestand is leeg."),
    "damaged": (flipped, "Je kluis is beschadigd."),
    "cut off": (cut, "Je kluis is beschadigd."),
    "newer": (newer, "Zet versie 9.1.0 of nieuwer op deze laptop."),
    "without its envelope": (no_envelope, "Je kluis is beschadigd."),
    "with nonsense for an envelope": (nonsense_envelope, "Je kluis is beschadigd."),
    "a text file": (a_file, "Hier is geen kluis"),
    "a database in the open": (a_plain_file, "Dit is geen kluis."),
    "an empty file": (an_empty_file, "Dit bestand is leeg."),
    "gone": (shutil.rmtree, "Hier is geen kluis: dorp.vault."),
    "an empty folder": (an_empty_folder, "Hier is geen kluis: dorp.vault."),
}


@pytest.mark.parametrize(("harm", "words"), FAULTS.values(), ids=FAULTS)
def test_that_a_vault_that_cannot_be_used_is_named_and_left_alone(
    vault: Path, tmp_path: Path, harm: Callable[[Path], object], words: str
) -> None:
    harm(vault)
    before = contents(tmp_path)
    assert_all_refuse(words)
    assert contents(tmp_path) == before


def test_that_a_wrong_password_changes_nothing(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPINNENWEB_PASSPHRASE", "een heel ander wachtwoord hier")
    before = contents(tmp_path)
    assert_all_refuse("Dit wachtwoord past niet.")
    (vault / "pogingen.json").unlink()
    assert contents(tmp_path) == before


def test_that_without_a_password_and_without_a_person_nothing_is_done(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPINNENWEB_PASSPHRASE")
    before = contents(tmp_path)
    assert_all_refuse("--passphrase-file")
    assert contents(tmp_path) == before


def test_that_a_vault_that_is_open_elsewhere_is_refused(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    try:
        assert_all_refuse("Je kluis is al open.")
    finally:
        workspace.close()


# --- a new vault


def test_that_a_new_vault_never_replaces_what_is_there(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "wijst-nergens-heen").symlink_to("weg")
    before = contents(tmp_path)
    for name in ("dorp.vault", "eerder.csv", "leeg", "wijst-nergens-heen", ".", "/"):
        assert run("new", name).refused("Er bestaat al iets met deze naam")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("weak", ["welkom", "wachtwoord2026", "aaaaaaaaaaaaaaa"])
def test_that_a_vault_asks_for_more_than_an_easy_password(
    weak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPINNENWEB_PASSPHRASE", weak)
    assert run("new", "nieuw.vault").refused("te makkelijk")
    assert not (tmp_path / "nieuw.vault").exists()


def test_that_a_vault_needs_a_folder_to_stand_in(tmp_path: Path) -> None:
    assert run("new", "weg/nieuw.vault").refused("bestaat niet: weg")
    assert run("new", "eerder.csv/nieuw.vault").refused("bestaat niet: eerder.csv")


@pytest.mark.parametrize("length", [252, 300])
def test_that_a_name_too_long_for_the_disk_is_refused(vault: Path, tmp_path: Path, length: int) -> None:
    name, before = "x" * length, names(tmp_path)
    assert run("new", name).refused("niet te lang")
    for command, option in (("summary", "--pdf"), ("chart", "--png")):
        assert run(command, "dorp.vault", "--resident", "R-001", option, name).refused("niet te lang")
    assert run("release", "dorp.vault", "--until", "2026-10-31", "--out", name).refused("niet te lang")
    assert names(tmp_path) == before


@pytest.mark.parametrize("length", [300, 5000])
def test_that_a_name_too_long_to_exist_is_refused(length: int) -> None:
    name = "x" * length
    assert run("check", name).refused("niet te lang")
    assert run("demo", name).refused("niet te lang")


# --- what goes out


def test_that_a_code_nobody_has_is_refused_without_repeating_it(vault: Path) -> None:
    said = run("summary", "dorp.vault", "--resident", "Wilhelmina", "--pdf", "uit.pdf")
    assert "Wilhelmina" not in said.err
    assert said.refused("geen inwoner met deze code")


def test_that_a_resident_without_a_conversation_has_no_summary(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    workspace.residents.add(workspace.residents.blank())
    workspace.close()
    for command, option in (("summary", "--pdf"), ("chart", "--png")):
        said = run(command, "dorp.vault", "--resident", "R-003", option, "uit")
        assert said.refused("nog geen afgerond gesprek")


@pytest.mark.parametrize(("command", "option"), [("summary", "--pdf"), ("chart", "--png")])
def test_that_a_document_replaces_nothing_of_another_kind(
    vault: Path, tmp_path: Path, command: str, option: str
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "wijst-nergens-heen").symlink_to("weg")
    before = contents(tmp_path)
    for target in ("eerder.csv", "map", ".", "..", "/", "wijst-nergens-heen", "/dev/null"):
        said = run(command, "dorp.vault", "--resident", "R-001", option, target)
        assert said.refused("Er is niets overschreven"), target
    assert contents(tmp_path) == before
    assert not Path("/dev/null").is_file()


def test_that_nothing_is_written_in_the_vault(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "omweg").symlink_to(vault)
    before = contents(vault)
    for target in (
        "dorp.vault",
        "dorp.vault/uit.pdf",
        "dorp.vault/sleutel.json",
        "omweg/uit",
        "x/../dorp.vault/u",
    ):
        for command in (
            ("summary", "--resident", "R-001", "--pdf"),
            ("release", "--until", "2026-10-31", "--out"),
        ):
            said = run(command[0], "dorp.vault", *command[1:], target)
            assert said.refused("Deze plek ligt in je kluis"), target
    assert contents(vault) == before


def test_that_a_document_needs_a_folder_that_is_there(vault: Path, tmp_path: Path) -> None:
    for command, *options in WRITING:
        assert run(command, "dorp.vault", *options, "weg/uit").refused("bestaat niet: weg")
    assert not (tmp_path / "weg").exists()


def test_that_a_release_replaces_nothing(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for target in ("eerder.csv", "leeg", "/"):
        said = run("release", "dorp.vault", "--until", "2026-10-31", "--out", target)
        assert said.refused("Deze map bestaat al")
    assert list((tmp_path / "leeg").iterdir()) == []


# --- what comes in

WRONG_ROWS = {
    "a mark of 11": (GOOD.replace(";10;", ";11;"), 'Regel 3, kolom DF: "11" is geen cijfer'),
    "a mark of minus one": (GOOD.replace(";5;", ";-1;"), 'kolom LF: "-1" is geen cijfer'),
    "half a direct mark": (GOOD.replace(";5;", ";5,5;"), 'kolom LF: "5,5" is geen heel cijfer'),
    "31 February": (GOOD.replace("2026-05-01", "31-02-2026"), 'Regel 3, kolom datum: "31-02-2026"'),
    "a NUL": (GOOD + "a\0b", "Regel 3: hier staat een onzichtbaar teken"),
    "a name of 10,000 characters": (GOOD.replace("Beekdal", LONG), "Regel 3, kolom kern: deze tekst is te lang"),
    "a code of 10,000 characters": (GOOD.replace("R-100", LONG), "Regel 3, kolom code: deze tekst is te lang"),
    "a note without an end": (GOOD + '"open', "Regel 3: hier begint een tekst met een aanhalingsteken"),
    "a cell too many": (GOOD + ";", "Regel 3: hier staan 15 vakken"),
    "an unknown theme": (GOOD.replace("rouw", "voetbal"), 'Regel 3, kolom themas: "voetbal"'),
    "no code": (GOOD.replace("R-100", " "), "Regel 3, kolom code: dit vak is leeg"),
    "another year of birth": (GOOD.replace("R-100", "r-001"), "Regel 3, kolom geboortejaar: bij deze code"),
}


@pytest.mark.parametrize(("row", "words"), WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_that_one_wrong_row_takes_nothing_over(vault: Path, tmp_path: Path, row: str, words: str) -> None:
    file = write_csv(tmp_path, GOOD.replace("R-100", "R-200"), row)
    before = run("residents", vault, "--json").out
    said = run("import", vault, file)
    assert said.refused(words)
    assert "Er is niets overgenomen." in said.err
    assert run("residents", vault, "--json").out == before
    assert run("check", vault).status == 0


WRONG_FILES = {
    "empty": (b"", "geen enkel gesprek"),
    "only a header": (HEADER.encode(), "geen enkel gesprek"),
    "another header": (b"naam;leeftijd\nJannie;70\n", "De eerste regel hoort te zijn"),
    "no header": (TALKS[0].encode(), "De eerste regel hoort te zijn"),
    "a workbook": (b"PK\x03\x04" + bytes(40), "een werkmap van Excel"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ""),
}


@pytest.mark.parametrize(("content", "words"), WRONG_FILES.values(), ids=WRONG_FILES)
def test_that_a_file_that_is_no_list_of_talks_takes_nothing_over(
    vault: Path, tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "fout.csv").write_bytes(content)
    assert run("import", vault, "fout.csv").refused(words)
    assert len(run("residents", vault, "--json").rows) == 2


def test_that_a_file_marked_as_utf_16_is_read(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "excel.csv").write_bytes(f"{HEADER}\r\n{GOOD}\r\n".encode("utf-16"))
    assert run("import", vault, "excel.csv").status == 0
    assert len(run("residents", vault, "--json").rows) == 3


def test_that_what_is_no_file_is_not_read(vault: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for name in ("weg.csv", "eerder.csv/weg.csv", ".", "dorp.vault", "pijp", "/dev/zero", "/dev/null"):
        assert run("import", vault, name).refused("We vinden dit bestand niet"), name


def test_that_a_vault_in_a_sync_folder_is_neither_made_nor_opened(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Welzijn" / "nieuw.vault"
    folder.parent.mkdir()
    assert run("new", str(folder)).refused("OneDrive")
    assert names(folder.parent) == []
    folder.mkdir()
    assert run("residents", str(folder)).refused("OneDrive")
    assert names(folder) == []


@pytest.mark.parametrize(
    "arguments",
    [("offers", "--for"), ("inzage", "--out", "uit.zip", "--resident"), ("erase", "--yes", "--resident")],
)
def test_that_a_code_that_is_no_text_belongs_to_nobody(vault: Path, arguments: tuple[str, ...]) -> None:
    """A terminal may hand over any bytes; Python passes those that are no UTF-8 as half signs."""
    command, *rest = arguments
    assert run(command, vault, *rest, "R-\udcff001").refused("geen inwoner")
