from __future__ import annotations

import errno
import io
import re
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.cli import demo
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.demo import demo_words, make_demo_vault
from tests.unit.cli.driver import Screen, run
from tests.unit.security.vaults import contents
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.services.records import ResidentLine
    from spinnenweb.services.workspace import Workspace

PARTS = {"dorp.vault", "wachtwoord.txt", "samenvattingen", "grafieken", "cijfers"}
LABEL = "verzonnen voorbeeldgegevens"


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example village as it is made without any option."""
    folder = tmp_path_factory.mktemp("demo") / "voorbeeld"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SPINNENWEB_PASSPHRASE", raising=False)
        assert run("demo", folder).status == 0
    return folder


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch, _password: None) -> None:
    monkeypatch.delenv("SPINNENWEB_PASSPHRASE")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def files(folder: Path, kind: str) -> list[Path]:
    return sorted(folder.rglob(f"*.{kind}"))


def test_that_the_village_has_all_its_parts(village: Path) -> None:
    """The pictures of the windows are made by what `app` lends."""
    assert names(village) == PARTS
    assert len(files(village / "samenvattingen", "pdf")) == 3
    assert len(files(village / "grafieken", "png")) >= 3
    tables = ("personen", "themas", "onderwerpen", "signalen", "opvolging", "klassen", "dimensies")
    about = {"cijfers.xlsx", "verantwoording.txt", "datapackage.json", "manifest.json"}
    assert names(village / "cijfers") == about | {f"{name}.csv" for name in tables}


def test_that_the_village_opens_with_the_password_beside_it(village: Path) -> None:
    assert (village / "wachtwoord.txt").read_text("utf-8") == f"{demo_words(environment()).passphrase}\n"
    said = run("residents", village / "dorp.vault", "--json", "--passphrase-file", village / "wachtwoord.txt")
    assert [row["code"] for row in said.rows] == [f"R-{number:03d}" for number in range(1, 161)]
    assert len({row["kern"] for row in said.rows}) == 2


def test_that_every_document_says_that_the_people_are_invented(village: Path) -> None:
    for file in files(village, "pdf"):
        text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
        assert LABEL in text.lower(), file.name
    for file in files(village, "txt"):
        if file.name != "wachtwoord.txt":
            assert LABEL in file.read_text("utf-8-sig").lower(), file.name
    assert '"verzonnen": true' in (village / "cijfers" / "manifest.json").read_text("utf-8")


def test_that_a_table_of_a_real_vault_does_not_say_so(vault: Path, tmp_path: Path) -> None:
    word = tmp_path / "woord"
    word.write_text(PASSPHRASE, "utf-8")
    run("release", vault, "--until", "2026-10-31", "--out", tmp_path / "c", "--passphrase-file", word)
    assert not any(LABEL.encode() in content.lower() for content in contents(tmp_path / "c").values())


def test_that_no_file_is_named_after_somebody(village: Path) -> None:
    called = set(demo_words(environment()).names)
    assert [path for path in village.rglob("*") if called & set(re.split(r"\W|_", path.name))] == []


def test_that_what_leaves_the_vault_is_for_its_owner(village: Path) -> None:
    made = [*files(village, "pdf"), *files(village, "png"), village / "wachtwoord.txt"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in made} == {0o600}


def test_that_the_summaries_are_of_people_with_two_talks(village: Path) -> None:
    said = run("residents", village / "dorp.vault", "--json", "--passphrase-file", village / "wachtwoord.txt")
    talks = {row["code"]: row["gesprekken"] for row in said.rows}
    codes = [file.name.split("_")[1] for file in files(village / "samenvattingen", "pdf")]
    assert [talks[code] for code in codes] == [2, 2, 2]


def people(workspace: Workspace) -> list[object]:
    """All there is to know of everybody, without the ids."""
    try:
        return [_all_of(workspace, line) for line in workspace.residents.all()]
    finally:
        workspace.close()


def _all_of(workspace: Workspace, line: ResidentLine) -> object:
    person = line.resident
    said = [(t.held_on, t.themes, t.dimensions, t.aspects) for t in workspace.conversations.of(person.id)]
    return person.code, person.calling_name, line.village_name, person.birth_year, said


def test_that_the_same_seed_makes_the_same_village(tmp_path: Path) -> None:
    made = [
        make_demo_vault(tmp_path / str(n), environment(), residents=8, seed=seed)
        for n, seed in enumerate((5, 5, 6))
    ]
    one, two, three = map(people, made)
    assert one == two
    assert one != three


@pytest.mark.parametrize("count", [1, 2, 3])
def test_that_a_village_of_very_few_people_has_its_documents_too(count: int, tmp_path: Path) -> None:
    assert run("demo", tmp_path / "v", "--residents", str(count)).status == 0
    assert names(tmp_path / "v") == PARTS
    assert len(files(tmp_path / "v" / "samenvattingen", "pdf")) == count


def test_that_an_empty_folder_is_good_enough(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert run("demo", tmp_path / "leeg", "--residents", "1").status == 0
    assert run("demo", tmp_path / "nieuw" / "dieper", "--residents", "1").status == 0


def test_that_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / ".verborgen").write_text("van mij", "utf-8")
    before = contents(tmp_path)
    assert run("demo", tmp_path / "map").refused("Deze map is niet leeg")
    assert contents(tmp_path) == before


def test_that_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij", "utf-8")
    assert run("demo", tmp_path / "bestand").refused("Er is niets overschreven")
    assert run("demo", tmp_path / "bestand" / "dieper").refused("bestaat niet")
    assert (tmp_path / "bestand").read_text("utf-8") == "van mij"


def test_that_a_password_of_ones_own_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPINNENWEB_PASSPHRASE", "Een Eigen-Wachtwoord")
    run("demo", tmp_path / "v", "--residents", "1")
    assert (tmp_path / "v" / "wachtwoord.txt").read_text("utf-8") == "Een Eigen-Wachtwoord\n"
    assert run("check", tmp_path / "v" / "dorp.vault").status == 0
    word = tmp_path / "woord"
    word.write_text("en dit is er nog een", "utf-8")
    run("demo", tmp_path / "w", "--residents", "1", "--passphrase-file", word)
    assert (tmp_path / "w" / "wachtwoord.txt").read_text("utf-8") == "en dit is er nog een\n"


def test_that_missing_libraries_only_cost_the_pictures(tmp_path: Path) -> None:
    said = run("demo", tmp_path / "v", "--residents", "1", tools=Screen(pictures=0).tools)
    assert (said.status, "overgeslagen" in said.err) == (0, True)


def test_that_the_pictures_come_in_the_folder_of_the_windows(tmp_path: Path) -> None:
    screen = Screen()
    said = run("demo", tmp_path / "v", "--residents", "1", tools=screen.tools)
    assert (screen.photographed, "10 vensters" in said.err) == ([tmp_path / "v" / "vensters"], True)


@pytest.mark.parametrize(
    "error", [SpinnenwebError("disk.full"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()]
)
@pytest.mark.parametrize("was_there", [True, False])
def test_that_a_village_that_was_not_finished_is_cleared_away(
    error: BaseException, was_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(*_: object) -> None:
        raise error

    if was_there:
        (tmp_path / "v").mkdir()
    monkeypatch.setattr(demo, "write_papers", breaks_off)
    said = run("demo", tmp_path / "v", "--residents", "1")
    assert (said.status in (2, 130), said.out, said.err.count("Traceback")) == (True, "", 0)
    assert names(tmp_path) == ({"v"} if was_there else set())
    assert not was_there or names(tmp_path / "v") == set()
    monkeypatch.undo()
    assert run("demo", tmp_path / "v", "--residents", "1").status == 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


SITTING = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "", "CI": ""}


@pytest.fixture
def _sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody at a terminal on a screen."""
    monkeypatch.setattr("sys.stdin", Terminal())
    for name, value in SITTING.items():
        monkeypatch.setenv(name, value)


def opened_by(folder: Path, *options: str) -> list[Path]:
    screen = Screen()
    assert run("demo", folder, "--residents", "1", *options, tools=screen.tools).status == 0
    return screen.opened


@pytest.mark.usefixtures("_sitting")
def test_that_the_window_opens_for_who_sits_at_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened_by(tmp_path / "v") == [tmp_path / "v" / "dorp.vault"]
    monkeypatch.setenv("DISPLAY", "")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert demo._somebody_sits_here()


@pytest.mark.usefixtures("_sitting")
def test_that_the_window_stays_closed_when_asked(tmp_path: Path) -> None:
    assert opened_by(tmp_path / "v", "--no-window") == []


@pytest.mark.usefixtures("_sitting")
def test_that_the_window_stays_closed_without_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert opened_by(tmp_path / "v") == []
    monkeypatch.setattr("sys.stdin", None)
    assert not demo._somebody_sits_here()


@pytest.mark.usefixtures("_sitting")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_that_the_window_stays_closed_without_a_display_and_in_a_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("CI", "true"), ("DISPLAY", "")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert not demo._somebody_sits_here()
    assert demo._somebody_sits_here()
