"""The command line as people and scripts meet it: a process, its exit status and its two streams."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from tests.end_to_end.programs import HEADER, PASSPHRASE, Home, home_in
from tests.unit.services.rooms import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import CompletedProcess

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes, signals and terminals")

ROWS = (
    "R-001;Beekdal;1948;2026-03-31;direct;4;5;6;;5;6;eenzaamheid;ja;Fietst elke dag",
    "R-002;Beekdal;1951;2026-05-02;items;7,1;7,0;6,4;8,0;6,2;7,5;;nee;",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_in(tmp_path / "thuis")


@pytest.fixture
def vault(home: Home) -> Path:
    """A vault of its own, as `new` makes it but with a password that is guessed fast: every command opens it."""
    return quick_vault(home.folder / "dorp.vault")


def quick_vault(folder: Path) -> Path:
    create_vault(folder, PASSPHRASE, FirstSteps("", "", None), environment()).workspace.close()
    return folder


def refused(done: CompletedProcess[str], words: str) -> bool:
    lines = done.stderr.splitlines()
    return (done.returncode, done.stdout, len(lines), words in done.stderr) == (2, "", 1, True)


def codes(home: Home, vault: Path) -> list[str]:
    done = home.run("residents", vault, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return [row["code"] for row in json.loads(done.stdout)]


def test_that_a_vault_goes_from_new_to_a_release(home: Home) -> None:
    assert home.run("new", "dorp.vault").returncode == 0
    vault = home.folder / "dorp.vault"
    (home.folder / "eerder.csv").write_text("\n".join((HEADER, *ROWS)), "utf-8")
    taken = home.run("import", vault, "eerder.csv")
    assert (taken.returncode, taken.stdout[:27]) == (0, "2 gesprekken overgenomen, 0")
    assert codes(home, vault) == ["R-001", "R-002"]
    steps = (
        ("summary", vault, "--resident", "R-001", "--pdf", "uit.pdf"),
        ("chart", vault, "--resident", "R-002", "--png", "uit.png"),
        ("release", vault, "--until", "2026-10-31", "--out", "cijfers"),
        ("check", vault),
    )
    assert [home.run(*step).returncode for step in steps] == [0, 0, 0, 0]
    assert "31 maart 2026" in PdfReader(home.folder / "uit.pdf").pages[0].extract_text()
    assert (home.folder / "uit.png").read_bytes().startswith(b"\x89PNG")
    assert len(list((home.folder / "cijfers").iterdir())) == 10


def test_that_a_wrong_order_is_one_dutch_line(home: Home) -> None:
    assert refused(home.run("bestaat-niet"), "Zo kennen we deze opdracht niet.")
    assert refused(home.run("check", "weg.vault"), "Hier is geen kluis: weg.vault.")
    assert refused(home.run("new", "n.vault", SPINNENWEB_PASSPHRASE=""), "--passphrase-file")


def test_that_a_home_that_cannot_be_written_keeps_nobody_out(home: Home, vault: Path) -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), "/proc/nergens")
    (home.folder / "eerder.csv").write_text("\n".join((HEADER, *ROWS)), "utf-8")
    assert home.run("import", vault, "eerder.csv", **nowhere).returncode == 0
    done = home.run("chart", vault, "--resident", "R-001", "--png", "uit.png", **nowhere)
    assert (done.returncode, done.stderr.splitlines()[1:]) == (0, [])


# --- where lines go


@contextmanager
def nobody_reads() -> Iterator[int]:
    """A pipe whose reader is gone."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@posix_only
def test_that_a_reader_who_leaves_early_is_no_error(home: Home, vault: Path) -> None:
    assert home.run("import", vault, home.many_talks(40)).returncode == 0
    with nobody_reads() as pipe:
        command = home.command("residents", vault)
        done = subprocess.run(command, env=home.environ, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@posix_only
def test_that_work_goes_on_when_nobody_reads_the_progress(home: Home, vault: Path) -> None:
    with nobody_reads() as pipe:
        command = home.command("import", vault, home.many_talks(40))
        done = subprocess.run(command, env=home.environ, stdout=subprocess.PIPE, stderr=pipe, check=False)
    assert (done.returncode, done.stdout[:2]) == (0, b"40")
    assert len(codes(home, vault)) == 40


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_that_a_listing_that_does_not_fit_is_an_error(home: Home, vault: Path) -> None:
    for command in (("residents", vault, "--json"), ("check", vault)):
        started = home.command(*command)
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(started, env=home.environ, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"De schijf is vol.")


# --- one vault, several programs


def test_that_a_vault_that_another_program_has_open_is_refused(home: Home, vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, environment())
    try:
        assert refused(home.run("residents", vault), "Je kluis is al open.")
    finally:
        workspace.close()
    assert codes(home, vault) == []


@posix_only
@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_that_an_import_that_was_stopped_took_nothing_over(
    home: Home, vault: Path, how: signal.Signals, status: int
) -> None:
    started = home.start("import", vault, home.many_talks(9_000))
    assert started.stderr is not None
    assert started.stderr.readline() == "1000 regels gelezen\n"
    started.send_signal(how)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, out, "Traceback" in err) == (status, "", False)
    assert "Gestopt." in err or how is signal.SIGKILL
    assert codes(home, vault) == []
    assert home.run("check", vault).returncode == 0


# --- a person at a terminal


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    import pty

    ours, theirs = pty.openpty()
    try:
        yield ours, theirs
    finally:
        os.close(ours)


CTRL_C = "\x03"


def typed(home: Home, lines: tuple[str, ...], *arguments: str) -> tuple[int, str]:
    """The exit status of a command at which somebody typed these lines, and all that stood on the screen."""
    environ = {name: value for name, value in home.environ.items() if name != "SPINNENWEB_PASSPHRASE"}
    with terminal() as (ours, theirs):
        started = subprocess.Popen(
            home.command(*arguments),
            env=environ,
            cwd=home.folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        seen = b""
        for line in lines:
            seen += until(ours, b": ")
            if line == CTRL_C:
                started.send_signal(signal.SIGINT)
            else:
                os.write(ours, line.encode())
        seen += until(ours, None)
        return started.wait(timeout=60), seen.decode()


def until(descriptor: int, mark: bytes | None) -> bytes:
    """What a terminal shows up to a question, or up to the end."""
    seen = b""
    with suppress(OSError):
        while mark is None or not seen.endswith(mark):
            part = os.read(descriptor, 1024)
            if not part:
                break
            seen += part
    # the question stands there a moment before typing is made invisible
    time.sleep(0.05)
    return seen


@posix_only
def test_that_a_password_is_asked_at_a_terminal_and_never_shown(home: Home) -> None:
    status, seen = typed(home, (f"{PASSPHRASE}\n", f"{PASSPHRASE}\n"), "new", "dorp.vault")
    assert (status, PASSPHRASE in seen) == (0, False)
    assert typed(home, (f"{PASSPHRASE.title()}\n",), "check", "dorp.vault")[0] == 0


@posix_only
@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((f"{PASSPHRASE}\n", "iets heel anders nu\n"), "De twee zijn niet gelijk."),
        (("\n", "\n"), "Er is geen wachtwoord gegeven."),
        (("\x04",), "Er is geen wachtwoord gegeven."),
        ((CTRL_C,), "Gestopt."),
    ],
    ids=["two different ones", "nothing", "the end of the input", "ctrl-c"],
)
def test_that_no_vault_is_made_without_a_password(home: Home, lines: tuple[str, ...], words: str) -> None:
    status, seen = typed(home, lines, "new", "dorp.vault")
    assert (status in (2, 130), words in seen, "Traceback" in seen) == (True, True, False)
    assert not (home.folder / "dorp.vault").exists()


# --- a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    folder = tmp_path / "schijfje"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk of a small size can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, left: int) -> Path:
    """Leave this many bytes on the disk."""
    free = shutil.disk_usage(disk).free
    filler = disk / "vol"
    filler.write_bytes(bytes(max(0, free - left)))
    return filler


def test_that_a_full_disk_loses_nothing(home: Home, small_disk: Path) -> None:
    vault = quick_vault(small_disk / "dorp.vault")
    assert home.run("import", vault, home.many_talks(5)).returncode == 0
    filler = fill(small_disk, 100_000)
    assert home.run("import", vault, home.many_talks(3_000, "meer.csv")).returncode == 2
    target = small_disk / "uit.png"
    assert refused(home.run("chart", vault, "--resident", "X-00001", "--png", target), "De schijf is vol.")
    assert refused(home.run("new", small_disk / "twee.vault"), "De schijf is vol.")
    assert sorted(path.name for path in small_disk.iterdir()) == ["dorp.vault", "vol"]
    filler.unlink()
    assert len(codes(home, vault)) == 5
    assert home.run("import", vault, home.many_talks(200, "minder.csv")).returncode == 0


def test_that_an_example_village_that_does_not_fit_is_not_half_there(home: Home, small_disk: Path) -> None:
    fill(small_disk, 700_000)
    done = home.run("demo", small_disk / "voorbeeld")
    assert (done.returncode, done.stderr.splitlines()[-1][:18]) == (2, "De schijf is vol. ")
    assert [path.name for path in small_disk.iterdir()] == ["vol"]


# --- the example village


def test_that_the_example_village_is_made_whole(home: Home) -> None:
    done = home.run("demo", "voorbeeld")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stderr
    folder = home.folder / "voorbeeld"
    parts = {"dorp.vault", "wachtwoord.txt", "samenvattingen", "grafieken", "cijfers", "vensters"}
    assert {path.name for path in folder.iterdir()} == parts
    pictures = {path.stem for path in (folder / "vensters").glob("*.png")}
    windows = ("vandaag", "inwoner", "gesprek", "vergelijken", "cijfers", "kaart", "overdracht", "themas")
    assert pictures == {f"{window}-{theme}" for window in windows for theme in ("licht", "donker")}
    assert refused(home.run("demo", "voorbeeld"), "Deze map is niet leeg: voorbeeld.")
