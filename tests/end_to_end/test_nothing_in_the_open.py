"""After a whole story no name or note lies open on disk: in no log, temporary file, setting or file name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.domain.conversations import DimensionEntry, Step, with_dimension
from spinnenweb.services.vaults import open_vault
from tests.end_to_end.programs import HEADER, PASSPHRASE, Home, home_in
from tests.unit.services.rooms import answered, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
NAME = "Geertruida-Zonnebloem"
TYPED_NOTE = "Mist de kaartclub op zolder"
STEP = "Bij de paardenmelkerij langs"
CODE = "Q-7341-plantjé"
VILLAGE = "Verzonnendorp-aan-Zee"
IMPORTED_NOTE = "Slaapt slecht sinds de verhuizing naar het eiland"
WRONG_NOTE = "Deze regel heeft een fout cijfer en mag nergens blijven"
PLANTED = (NAME, TYPED_NOTE, STEP, CODE, IMPORTED_NOTE, WRONG_NOTE, PASSPHRASE)
ROW = "{code};{village};1948;2026-03-31;direct;4;5;6;;5;{mark};eenzaamheid;ja;{note}"


@dataclass(frozen=True)
class Found:
    """A planted text in the open, and where."""

    text: str
    encoding: str
    file: str


def scan(folder: Path, *, asked_for: tuple[Path, ...] = ()) -> Iterator[Found]:
    """Planted texts in the names and bytes of all files below a folder, but for those that were asked for."""
    for path in sorted(folder.rglob("*")):
        if path in asked_for or not (path.is_file() or path.is_dir()):
            continue
        content = path.read_bytes() if path.is_file() else b""
        held = (content + b"\n" + str(path.relative_to(folder)).encode()).lower()
        for text in PLANTED:
            for encoding in ENCODINGS:
                if text.lower().encode(encoding) in held:
                    yield Found(text, encoding, str(path.relative_to(folder)))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_in(tmp_path / "thuis")


def csv_file(home: Home, name: str, note: str, mark: str) -> Path:
    file = home.folder / name
    row = ROW.format(code=CODE, village=VILLAGE, mark=mark, note=note)
    file.write_text(f"{HEADER}\n{row}\n", "utf-8")
    return file


def talk(vault: Path) -> None:
    """A resident with a name, a finished talk with notes, a draft that is kept and one that is wiped."""
    workspace = open_vault(vault, PASSPHRASE, environment())
    try:
        known = workspace.residents.by_code(CODE)
        workspace.residents.change(replace(known, calling_name=NAME))
        for _ in range(2):
            draft = workspace.conversations.begin(workspace.residents.get(known.id))
            said = with_dimension(draft.conversation, DimensionEntry("MD", note=TYPED_NOTE))
            draft = replace(draft, conversation=replace(said, step=Step(what=STEP), note=TYPED_NOTE))
            workspace.conversations.save_draft(draft)
        workspace.conversations.finish(answered(draft))
        other = workspace.conversations.begin(workspace.residents.get(known.id))
        workspace.conversations.save_draft(replace(other, conversation=replace(said, id=other.id)))
        workspace.conversations.discard(other.id)
    finally:
        workspace.close()


def test_that_a_text_in_the_open_is_found(tmp_path: Path) -> None:
    """The scan itself: in each encoding, in whatever capitals, in a file name, deep in a folder."""
    (tmp_path / "dieper").mkdir()
    for encoding in ENCODINGS:
        (tmp_path / "dieper" / encoding).write_bytes(b"\x00\x01" + NAME.upper().encode(encoding) + b"\xff")
    (tmp_path / f"brief aan {NAME}.txt").touch()
    found = {(one.text, one.file) for one in scan(tmp_path)}
    assert found == {(NAME, f"dieper/{encoding}") for encoding in ENCODINGS} | {(NAME, f"brief aan {NAME}.txt")}


def test_that_a_text_in_a_file_that_was_asked_for_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "uit.pdf").write_text(NAME, "utf-8")
    assert list(scan(tmp_path, asked_for=(tmp_path / "uit.pdf",))) == []


def test_that_no_name_or_note_lies_in_the_open_after_a_story(home: Home) -> None:
    vault, pdf = home.folder / "dorp.vault", home.folder / "uit.pdf"
    good, wrong = csv_file(home, "goed.csv", IMPORTED_NOTE, "6"), csv_file(home, "fout.csv", WRONG_NOTE, "11")
    story: dict[tuple[str | Path, ...], int] = {
        ("new", vault): 0,
        ("import", vault, good): 0,
        ("import", vault, wrong): 2,
        ("residents", vault, "--json"): 0,
    }
    later: dict[tuple[str | Path, ...], int] = {
        ("residents", vault): 0,
        ("summary", vault, "--resident", CODE, "--pdf", pdf): 0,
        ("summary", vault, "--resident", CODE, "--pdf", home.folder / "weg" / "uit.pdf"): 2,
        ("chart", vault, "--resident", CODE, "--png", home.folder / "web.png"): 0,
        ("release", vault, "--until", "2026-12-31", "--out", home.folder / "cijfers"): 0,
        ("check", vault): 0,
        ("check", home.folder / "weg.vault"): 2,
    }
    assert {step: home.run(*step).returncode for step in story} == story
    talk(vault)
    said = {step: home.run(*step) for step in later}
    assert {step: done.returncode for step, done in said.items()} == later
    assert NAME in said["residents", vault].stdout
    assert NAME in "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert list(scan(home.folder, asked_for=(pdf, good, wrong))) == []


def test_that_no_note_or_code_reaches_the_shared_figures(home: Home) -> None:
    """The village does, because enough people live there."""
    vault = home.folder / "dorp.vault"
    rows = [ROW.format(code=f"{CODE}-{n}", village=VILLAGE, mark="6", note=IMPORTED_NOTE) for n in range(12)]
    (home.folder / "veel.csv").write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    assert home.run("new", vault).returncode == 0
    assert home.run("import", vault, "veel.csv").returncode == 0
    assert home.run("release", vault, "--until", "2026-12-31", "--out", "cijfers").returncode == 0
    assert VILLAGE in (home.folder / "cijfers" / "personen.csv").read_text("utf-8-sig")
    assert list(scan(home.folder / "cijfers")) == []
