from __future__ import annotations

import shutil
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
from pypdf import PdfReader

from spinnenweb.cli import command_line
from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import DimensionEntry, Step, with_dimension
from spinnenweb.services.vaults import open_vault, open_with_key
from spinnenweb.storage.database import _raw
from tests.unit.cli.driver import TALKS, Screen, run, streams, text_of, write_csv
from tests.unit.security.vaults import contents
from tests.unit.services.rooms import PASSPHRASE, answered, environment

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    import pytest

    from spinnenweb.services.environment import Environment

TABLES = sorted(
    [
        *(f"{table}.csv" for table in ("personen", "themas", "onderwerpen", "signalen", "opvolging", "dimensies")),
        *("cijfers.xlsx", "verantwoording.txt", "datapackage.json", "manifest.json"),
    ]
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_that_new_prints_the_emergency_key_once_and_only_the_key(tmp_path: Path) -> None:
    vault = tmp_path / "nieuw.vault"
    said = run("new", vault)
    assert (said.status, said.out.count("\n")) == (0, 1)
    key = said.out.strip()
    assert key not in said.err
    assert not any(key.encode() in content for content in contents(vault).values())
    open_with_key(vault, key, environment()).close()
    open_vault(vault, PASSPHRASE, environment()).close()


def test_that_a_new_vault_holds_nobody_and_no_village(tmp_path: Path) -> None:
    assert run("new", tmp_path / "nieuw.vault").status == 0
    workspace = open_vault(tmp_path / "nieuw.vault", PASSPHRASE, environment())
    assert (workspace.residents.all(), workspace.residents.villages()) == ((), ())
    workspace.close()


def test_that_a_vault_whose_key_nobody_saw_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with streams() as (_, err):
        monkeypatch.setattr(sys, "stdout", None)
        status = command_line.run(["new", str(tmp_path / "nieuw.vault")], environment(), Screen().tools)
        assert (status, "noodsleutel" in text_of(err)) == (2, True)
    assert names(tmp_path) == []


def test_that_an_import_says_what_it_took_over(tmp_path: Path) -> None:
    run("new", tmp_path / "v")
    said = run("import", tmp_path / "v", write_csv(tmp_path, *TALKS))
    assert said.out == "3 gesprekken overgenomen, 0 stonden er al, 2 nieuwe inwoners, 1 nieuwe kernen.\n"
    assert said.err == "3 regels gelezen\n"


def test_that_the_same_file_twice_adds_nothing(vault: Path, tmp_path: Path) -> None:
    said = run("import", vault, write_csv(tmp_path, *TALKS))
    assert said.out.startswith("0 gesprekken overgenomen, 3 stonden er al")
    assert [row["gesprekken"] for row in run("residents", vault, "--json").rows] == [2, 1]


def test_that_dates_after_today_are_told(vault: Path, tmp_path: Path) -> None:
    said = run("import", vault, write_csv(tmp_path, "R-009;Beekdal;;2027-01-01;direct;5;;;;;;;;"))
    assert (said.status, "1 gesprekken hebben een datum na vandaag" in said.err) == (0, True)


def test_that_residents_stand_in_the_order_of_their_codes(vault: Path, tmp_path: Path) -> None:
    run("import", vault, write_csv(tmp_path, "A-5;Beekdal;;2026-01-01;direct;5;;;;;;;;"))
    said = run("residents", vault, "--json")
    assert [row["code"] for row in said.rows] == ["A-5", "R-001", "R-002"]
    assert said == run("residents", vault, "--json")
    assert said.err == ""


def test_that_a_resident_is_listed_with_the_last_conversation(vault: Path) -> None:
    assert run("residents", vault, "--json").rows[0] == {
        "code": "R-001",
        "roepnaam": "",
        "kern": "Beekdal",
        "geboortejaar": 1948,
        "gesprekken": 2,
        "laatste_gesprek": "2026-09-30",
    }


def test_that_the_table_of_residents_shows_the_same(vault: Path) -> None:
    head, first, second = run("residents", vault).out.splitlines()
    assert head.split() == ["code", "roepnaam", "kern", "geboortejaar", "gesprekken", "laatste_gesprek"]
    assert first.split() == ["R-001", "Beekdal", "1948", "2", "2026-09-30"]
    assert second.split() == ["R-002", "Beekdal", "1951", "1", "2026-05-02"]


def test_that_a_vault_without_residents_is_an_empty_array(tmp_path: Path) -> None:
    run("new", tmp_path / "v")
    assert run("residents", tmp_path / "v", "--json").rows == []
    said = run("residents", tmp_path / "v")
    assert (said.out, said.err) == ("", "Er zijn nog geen inwoners.\n")


def pdf_text(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def test_that_a_summary_is_of_the_last_finished_conversation(vault: Path, tmp_path: Path) -> None:
    """A talk that was begun later and not finished does not count."""
    begin_a_talk(vault, "R-001")
    said = run("summary", vault, "--resident", " r-001 ", "--pdf", tmp_path / "uit.pdf")
    assert (said.status, said.out) == (0, "")
    text = pdf_text(tmp_path / "uit.pdf")
    assert "30 september 2026" in text
    assert "31 maart 2026" not in text


def begin_a_talk(vault: Path, code: str) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    draft = workspace.conversations.begin(workspace.residents.by_code(code))
    talk = with_dimension(draft.conversation, DimensionEntry("LF", marked(1)))
    workspace.conversations.save_draft(replace(draft, conversation=talk))
    workspace.close()


def test_that_a_summary_is_for_its_owner_and_names_nobody_outside_its_pages(vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.pdf"
    (tmp_path / "uit.pdf.part").write_bytes(b"left over of a killed attempt")
    assert run("summary", vault, "--resident", "R-001", "--pdf", target).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(tmp_path) == ["dorp.vault", "uit.pdf"]
    with pikepdf.open(target) as pdf:
        about = f"{dict(pdf.docinfo)} {pdf.open_metadata()}"
    assert "R-001" not in about


def test_that_an_earlier_summary_is_replaced(vault: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.pdf"
    run("summary", vault, "--resident", "R-001", "--pdf", target)
    assert run("summary", vault, "--resident", "R-002", "--pdf", target).status == 0
    assert "2 mei 2026" in pdf_text(target)


def test_that_a_chart_is_a_picture_of_the_last_conversation(vault: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "een.png", tmp_path / "twee.png"
    assert run("chart", vault, "--resident", "R-001", "--png", first).status == 0
    begin_a_talk(vault, "R-001")
    assert run("chart", vault, "--resident", "R-001", "--png", again).status == 0
    assert first.read_bytes().startswith(b"\x89PNG")
    assert first.read_bytes() == again.read_bytes()


def test_that_a_release_names_the_files_it_wrote(vault: Path, tmp_path: Path) -> None:
    out = tmp_path / "cijfers"
    said = run("release", vault, "--until", "2026-10-31", "--out", out)
    assert said.status == 0
    assert sorted(said.out.splitlines()) == sorted(str(out / name) for name in TABLES)
    assert names(out) == TABLES


def test_that_a_note_or_village_that_is_a_formula_stays_text(vault: Path, tmp_path: Path) -> None:
    """Twelve residents, so that their village reaches the tables; a note reaches none."""
    formula = '"=cmd(""calc"")"'
    rows = [f"X-{n};{formula};1950;2026-05-01;direct;5;;;;;;rouw;ja;{formula}" for n in range(12)]
    assert run("import", vault, write_csv(tmp_path, *rows)).status == 0
    assert run("release", vault, "--until", "2026-10-31", "--out", tmp_path / "cijfers").status == 0
    text = (tmp_path / "cijfers" / "personen.csv").read_text("utf-8-sig")
    cells = [line.partition(";")[0] for line in text.splitlines()]
    assert any("cmd" in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "-", "@"))] == []


def test_that_a_whole_vault_is_called_whole(vault: Path) -> None:
    assert run("check", vault).out == "Je kluis is heel: 2 inwoners, 3 gesprekken.\n"
    (row,) = run("check", vault, "--json").rows
    assert (row["heel"], row["inwoners"], row["gesprekken"], row["problemen"]) == (True, 2, 3, "")


def test_that_a_password_may_be_typed_on_a_phone(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for typed in (PASSPHRASE.title(), PASSPHRASE.replace(" ", "-"), f"  {PASSPHRASE.upper()} "):
        monkeypatch.setenv("SPINNENWEB_PASSPHRASE", typed)
        assert run("check", vault).status == 0


def test_that_reading_commands_write_in_the_log_only(vault: Path, tmp_path: Path) -> None:
    before, lines = run("residents", vault, "--json").rows, run("audit", vault, "--json").rows
    run("residents", vault)
    run("check", vault)
    run("chart", vault, "--resident", "R-001", "--png", tmp_path / "web.png")
    more = run("audit", vault, "--json").rows[len(lines) :]
    assert run("residents", vault, "--json").rows == before
    done = [row["soort"] for row in more if row["soort"] not in ("ontgrendeld", "op_slot")]
    assert done == ["geexporteerd", "bekeken"]


def test_that_the_log_says_in_dutch_and_in_codes_what_was_done(vault: Path, tmp_path: Path) -> None:
    run("summary", vault, "--resident", "R-001", "--pdf", tmp_path / "uit.pdf")
    row = next(row for row in run("audit", vault, "--json").rows if row["soort"] == "geexporteerd")
    assert (row["inwoner"], row["bijzonder"]) == ("R-001", "samenvatting")
    assert row["zin"] == "Buurtwerker bewaarde een samenvatting van inwoner R-001 buiten de kluis"
    said = run("audit", vault)
    assert said.status == 0
    assert row["zin"] in said.out


def test_that_the_log_names_the_worker_from_the_moment_the_name_was_known(vault: Path, tmp_path: Path) -> None:
    run("summary", vault, "--resident", "R-001", "--pdf", tmp_path / "een.pdf")
    workspace = open_vault(vault, PASSPHRASE, environment())
    workspace.settings.save(replace(workspace.settings.get(), worker="Anna"))
    workspace.close()
    run("summary", vault, "--resident", "R-001", "--pdf", tmp_path / "twee.pdf")
    said = [row["zin"] for row in run("audit", vault, "--json").rows if row["soort"] == "geexporteerd"]
    kept = "bewaarde een samenvatting van inwoner R-001 buiten de kluis"
    assert said == [f"Buurtwerker {kept}", f"Anna {kept}"]


def test_that_a_log_that_was_cut_off_is_told_by_both_commands(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    with workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_is_not_removed")
        connection.exec_driver_sql("DELETE FROM audit WHERE seq > 2")
    workspace.close()
    assert run("check", vault).refused("Voor de helpdesk: log_tail.")
    said = run("audit", vault, "--json")
    assert said.status == 2
    assert "log_tail" in said.err


def test_that_a_bug_is_one_line_without_what_was_said(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(given: Namespace, environment: Environment) -> None:
        raise RuntimeError("Jannie slaapt slecht")

    monkeypatch.setattr(command_line, "_carrier", lambda _: broken)
    said = run("residents", vault)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "Jannie" not in said.err


def test_that_ctrl_c_is_told_in_one_line(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(given: Namespace, environment: Environment) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "_carrier", lambda _: stopped)
    said = run("residents", vault)
    assert (said.status, said.out, said.err.startswith("Gestopt.")) == (130, "", True)


def test_that_an_error_about_a_file_of_our_own_is_a_bug(vault: Path, tmp_path: Path) -> None:
    """A text file that is missing from the installation must not be blamed on what was typed."""
    broken = replace(environment(), resources=copied_resources(tmp_path))
    (broken.resources / "vocabularies" / "themas.toml").unlink()
    assert run("chart", vault, "--resident", "R-001", "--png", tmp_path / "x.png", here=broken).status == 1


def copied_resources(folder: Path) -> Path:
    return shutil.copytree(environment().resources, folder / "resources")


def break_a_link(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    with _raw(workspace.database._writer) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE conversation SET resident_id = 'niemand'")
        connection.commit()
        connection.execute("PRAGMA foreign_keys = ON")
    workspace.close()


def test_that_a_vault_with_a_broken_link_is_called_damaged(vault: Path) -> None:
    """Every page is whole, so it opens; what hangs together does not."""
    break_a_link(vault)
    assert run("check", vault).refused("Voor de helpdesk: links.")
    said = run("check", vault, "--json")
    assert (said.status, said.rows[0]["heel"], said.rows[0]["problemen"]) == (2, False, "links")


def test_that_a_summary_with_a_name_in_it_is_written_only_when_that_is_said(vault: Path, tmp_path: Path) -> None:
    _write_a_step_about("R-002", vault)
    asked = ("summary", vault, "--resident", "R-001", "--pdf", tmp_path / "uit.pdf")
    refused = run(*asked)
    assert (refused.status, refused.out, (tmp_path / "uit.pdf").exists()) == (2, "", False)
    assert "De eerste stap: misschien een naam, teken 10 tot en met 14" in refused.err
    assert "R-002" not in refused.err
    done = run(*asked, "--yes")
    assert (done.status, (tmp_path / "uit.pdf").is_file()) == (0, True)


def _write_a_step_about(other: str, vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    resident = workspace.residents.by_code("R-001")
    draft = workspace.conversations.begin(resident)
    talk = replace(draft.conversation, step=Step(f"wandelen {other}"))
    workspace.conversations.finish(answered(replace(draft, conversation=talk)))
    workspace.close()
