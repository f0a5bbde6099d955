"""A private file is whole or not there, and nobody else reads it."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.private_files import (
    make_private_folder,
    private_part,
    write_private,
    write_private_folder,
)
from tests.unit.security.vaults import code_of, contents, names, passable_folder, run_as_nobody, run_child

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there, not modes")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB of its own."""
    place = tmp_path / "schijf"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_that_the_target_holds_the_bytes_and_no_part_is_left(tmp_path: Path) -> None:
    write_private(tmp_path / "een.pdf", b"a\nb\r\nc")
    assert contents(tmp_path) == {"een.pdf": b"a\nb\r\nc"}


def test_that_a_stream_becomes_one_file(tmp_path: Path) -> None:
    with private_part(tmp_path / "een.csv") as handle:
        for _ in range(1000):
            handle.write(b"regel\r\n")
        assert not (tmp_path / "een.csv").exists()
    assert (tmp_path / "een.csv").read_bytes() == b"regel\r\n" * 1000


@posix_only
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_that_only_the_owner_may_read_part_target_and_folder(tmp_path: Path, mask: int) -> None:
    target = tmp_path / "een.pdf"
    former = os.umask(mask)
    try:
        with private_part(target) as handle:
            handle.write(b"x")
            assert mode(tmp_path / "een.pdf.part") == 0o600
        make_private_folder(tmp_path / "map")
        with write_private_folder(tmp_path / "cijfers") as part:
            assert mode(part) == 0o700
    finally:
        os.umask(former)
    assert mode(target) == 0o600
    assert mode(tmp_path / "map") == mode(tmp_path / "cijfers") == 0o700


@posix_only
def test_that_a_target_others_could_read_is_private_after_it(tmp_path: Path) -> None:
    target = tmp_path / "een.pdf"
    target.write_bytes(b"oud")
    target.chmod(0o644)
    write_private(target, b"nieuw")
    assert mode(target) == 0o600


def test_that_a_failure_half_way_leaves_the_former_file_and_no_part(tmp_path: Path) -> None:
    target = tmp_path / "een.pdf"
    write_private(target, b"oud")

    def half() -> None:
        with private_part(target) as handle:
            handle.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert contents(tmp_path) == {"een.pdf": b"oud"}


def test_that_an_interrupt_leaves_the_former_file_and_no_part(tmp_path: Path) -> None:
    target = tmp_path / "een.pdf"
    with pytest.raises(KeyboardInterrupt), private_part(target):
        raise KeyboardInterrupt
    assert contents(tmp_path) == {}


def test_that_a_leftover_part_is_replaced_and_not_written_on(tmp_path: Path) -> None:
    (tmp_path / "een.pdf.part").write_bytes(b"rest van gisteren, veel langer")
    write_private(tmp_path / "een.pdf", b"nieuw")
    assert contents(tmp_path) == {"een.pdf": b"nieuw"}


@posix_only
def test_that_a_link_laid_in_the_place_of_the_part_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "ander.txt"
    victim.write_bytes(b"blijft")
    (tmp_path / "een.pdf.part").symlink_to(victim)
    write_private(tmp_path / "een.pdf", b"nieuw")
    assert contents(tmp_path) == {"ander.txt": b"blijft", "een.pdf": b"nieuw"}


@posix_only
@pytest.mark.parametrize("at", ["write", "replace"])
def test_that_a_kill_before_the_rename_leaves_the_former_file_and_the_next_write_clears_up(
    tmp_path: Path, at: str
) -> None:
    target = tmp_path / "een.pdf"
    write_private(target, b"oud")
    run_child(
        "import os\n"
        "from pathlib import Path\n"
        "from spinnenweb.security.private_files import private_part\n"
        f"if {at == 'replace'}: Path.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        f"with private_part(Path({str(target)!r})) as handle:\n"
        "    handle.write(b'nieuw')\n"
        "    handle.flush()\n"
        f"    if {at == 'write'}: os.kill(os.getpid(), 9)\n",
        expect=-signal.SIGKILL,
    )
    assert contents(tmp_path) == {"een.pdf": b"oud", "een.pdf.part": b"nieuw"}
    assert mode(tmp_path / "een.pdf.part") == 0o600
    write_private(target, b"later")
    assert contents(tmp_path) == {"een.pdf": b"later"}


def test_that_the_bytes_reach_the_disk_before_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, type(tmp_path).replace

    def recording_fsync(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else f"file {os.fstat(descriptor).st_size}"
        steps.append(kind)
        fsync(descriptor)

    def recording_rename(path: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", recording_fsync)
    monkeypatch.setattr(type(tmp_path), "replace", recording_rename)
    write_private(tmp_path / "een.pdf", b"1234")
    assert steps == (["file 4", "rename"] if sys.platform == "win32" else ["file 4", "rename", "folder"])


@posix_only
def test_that_every_file_of_a_folder_reaches_the_disk_before_the_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, bool]] = []
    fsync, target = os.fsync, tmp_path / "cijfers"

    def recording_fsync(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, target.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", recording_fsync)
    with write_private_folder(target) as part:
        (part / "onder").mkdir()
        (part / "onder" / "een.csv").write_bytes(b"1")
    inside = [target / "onder" / "een.csv", target / "onder", target]
    assert synced == [*((path.stat().st_ino, False) for path in inside), (tmp_path.stat().st_ino, True)]


def test_that_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    gone = tmp_path / "usb-stick"
    for action in (
        lambda: write_private(gone / "een.pdf", b"x"),
        lambda: make_private_folder(gone / "map"),
        lambda: write_private_folder(gone / "cijfers").__enter__(),
    ):
        assert code_of(action) == "target.missing"
    assert contents(tmp_path) == {}
    (tmp_path / "bestand").write_bytes(b"")
    assert code_of(lambda: write_private(tmp_path / "bestand" / "een.pdf", b"x")) == "target.missing"


def test_that_a_folder_in_the_place_of_the_target_is_said(tmp_path: Path) -> None:
    (tmp_path / "een.pdf").mkdir()
    code = code_of(lambda: write_private(tmp_path / "een.pdf", b"x"))
    assert code == ("target.no_rights" if sys.platform == "win32" else "target.exists")
    assert names(tmp_path) == ["een.pdf"]
    assert code_of(lambda: make_private_folder(tmp_path / "een.pdf")) == "target.exists"


@posix_only
def test_that_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    target = tmp_path / "een.pdf"
    target.mkdir()
    with pytest.raises(SpinnenwebError) as writing:
        write_private(target, b"x")
    with pytest.raises(SpinnenwebError) as making:
        make_private_folder(target)
    assert writing.value.values["path"] == making.value.values["path"] == str(target)


@posix_only
@pytest.mark.parametrize(
    "code",
    [
        "private_files.write_private(Path('een.pdf'), b'x')",
        "private_files.make_private_folder(Path('map'))",
        "with private_files.write_private_folder(Path('cijfers')): pass",
    ],
)
@pytest.mark.parametrize("absolute", [True, False])
def test_that_a_folder_without_rights_is_said(code: str, absolute: bool) -> None:
    with passable_folder() as place:
        asked = code.replace("Path(", f"Path({str(place)!r}, ") if absolute else code
        assert run_as_nobody(place, asked) == "target.no_rights"
        assert names(place) == []
        place.chmod(0o777)
        assert run_as_nobody(place, asked) == ""
        assert len(names(place)) == 1


def test_that_a_full_disk_is_said_and_the_former_file_stays(small_disk: Path) -> None:
    write_private(small_disk / "een.pdf", b"oud")
    with pytest.raises(SpinnenwebError) as caught:
        write_private(small_disk / "een.pdf", bytes(2**20))
    assert caught.value.code == "disk.full"
    assert contents(small_disk) == {"een.pdf": b"oud"}


def test_that_a_full_disk_while_filling_a_folder_leaves_no_folder(small_disk: Path) -> None:
    def fill() -> None:
        with write_private_folder(small_disk / "cijfers") as part:
            (part / "een.csv").write_bytes(bytes(1000))
            (part / "twee.csv").write_bytes(bytes(2**20))

    assert code_of(fill) == "disk.full"
    assert contents(small_disk) == {}
    assert names(small_disk) == []


def test_that_a_read_only_disk_is_said(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert code_of(lambda: write_private(small_disk / "een.pdf", b"x")) == "target.no_rights"


def test_that_a_stick_pulled_out_while_writing_is_told_apart_from_a_missing_folder(tmp_path: Path) -> None:
    def pulled() -> None:
        with private_part(tmp_path / "een.pdf"):
            raise OSError(errno.EIO, "Input/output error")

    assert code_of(pulled) == "disk.failed"


def test_that_a_mistake_of_ours_about_another_file_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    elsewhere = tmp_path / "hier" / "lettertype.ttf"
    target = tmp_path / "daar" / "een.pdf"
    target.parent.mkdir()
    with pytest.raises(FileNotFoundError), private_part(target):
        elsewhere.read_bytes()
    assert contents(tmp_path) == {}


def test_that_a_folder_appears_under_its_name_only_when_it_is_complete(tmp_path: Path) -> None:
    with write_private_folder(tmp_path / "cijfers") as part:
        (part / "onder").mkdir()
        (part / "onder" / "een.csv").write_bytes(b"1")
        (part / "twee.csv").write_bytes(b"2")
        assert part.parent == tmp_path
        assert not (tmp_path / "cijfers").exists()
    assert contents(tmp_path) == {"cijfers/onder/een.csv": b"1", "cijfers/twee.csv": b"2"}
    assert names(tmp_path) == ["cijfers"]


def test_that_a_failed_folder_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with write_private_folder(tmp_path / "cijfers") as part:
            (part / "een.csv").write_bytes(b"1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert names(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "folder", "empty folder"])
def test_that_an_existing_target_is_refused_and_kept(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "cijfers"
    if kind == "file":
        target.write_bytes(b"oud")
    else:
        target.mkdir()
    if kind == "folder":
        (target / "oud.csv").write_bytes(b"oud")
    before = contents(tmp_path)
    assert code_of(lambda: write_private_folder(target).__enter__()) == "target.exists"
    assert contents(tmp_path) == before
    assert names(tmp_path) == ["cijfers"]


def test_that_a_target_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "cijfers"

    def overtaken() -> None:
        with write_private_folder(target) as part:
            (part / "een.csv").write_bytes(b"nieuw")
            target.mkdir()
            (target / "een.csv").write_bytes(b"van een ander")

    assert code_of(overtaken) == "target.exists"
    assert contents(tmp_path) == {"cijfers/een.csv": b"van een ander"}


def test_that_a_leftover_folder_of_a_killed_attempt_is_removed_first(tmp_path: Path) -> None:
    (tmp_path / "cijfers.part").mkdir()
    (tmp_path / "cijfers.part" / "rest.csv").write_bytes(b"rest")
    with write_private_folder(tmp_path / "cijfers") as part:
        (part / "een.csv").write_bytes(b"1")
    assert contents(tmp_path) == {"cijfers/een.csv": b"1"}


def test_that_an_error_names_the_place_as_a_value_and_not_in_its_text(tmp_path: Path) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        write_private(tmp_path / "weg" / "een.pdf", b"x")
    assert caught.value.values["path"] == str(tmp_path / "weg")
    assert str(caught.value) == "target.missing"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
