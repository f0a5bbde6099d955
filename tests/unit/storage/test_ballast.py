from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.vaults import create_vault, open_vault
from spinnenweb.storage.ballast import SIZE, take_on, throw_out
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import FIRST, PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def small_disk(place: Path, kib: int) -> Iterator[Path]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=700", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(file: Path) -> None:
    with file.open("wb", buffering=0) as handle, suppress(OSError):
        while True:
            handle.write(bytes(4096))


def test_that_the_ballast_takes_its_room_once_and_privately(tmp_path: Path) -> None:
    assert take_on(tmp_path)
    assert take_on(tmp_path)
    found = (tmp_path / "ballast").stat()
    assert found.st_size == SIZE
    assert found.st_mode & 0o777 == 0o600
    if os.name == "posix":
        assert found.st_blocks * 512 >= SIZE
    assert throw_out(tmp_path)
    assert not throw_out(tmp_path)


def test_that_no_ballast_fills_a_disk_that_is_almost_full(tmp_path: Path) -> None:
    with small_disk(tmp_path, 3 * 1024) as disk:
        assert not take_on(disk)
        assert not (disk / "ballast").exists()


def test_that_on_a_full_disk_the_next_save_goes_well_and_the_one_after_room_makes_a_new_ballast(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path, 12 * 1024) as disk:
        workspace = create_vault(disk / "dorp.vault", PASSPHRASE, FIRST, environment()).workspace
        fill(disk / "vol")
        workspace.residents.add(workspace.residents.blank())
        assert workspace.disk_is_tight
        assert not (workspace.folder / "ballast").exists()
        workspace.close()
        (disk / "vol").unlink()
        again = open_vault(disk / "dorp.vault", PASSPHRASE, environment())
        assert len(again.residents.all()) == 1
        assert not again.disk_is_tight
        assert (again.folder / "ballast").exists()
        again.close()


def test_that_a_map_comes_in_whole_when_the_disk_was_full_and_the_ballast_made_room(tmp_path: Path) -> None:
    sheet = tmp_path / "kaart.csv"
    lines = (f"Vereniging {number};Activiteit {number};{'wat er te doen is ' * 4}" for number in range(60))
    sheet.write_text("\n".join(("Organisatie;Activiteit;Omschrijving", *lines)), "utf-8")
    (tmp_path / "schijf").mkdir()
    with small_disk(tmp_path / "schijf", 12 * 1024) as disk:
        workspace = create_vault(disk / "dorp.vault", PASSPHRASE, FIRST, environment()).workspace
        imports = workspace.map_imports
        checked = imports.check(imports.look(sheet))
        fill(disk / "vol")
        report = imports.take(checked)
        assert (report.organisations, report.offers) == (60, 60)
        assert not (workspace.folder / "ballast").exists()
        assert len(workspace.social_map.organisations()) == 60
        assert len(workspace.map_merging.imports()) == 1
        workspace.close()


def test_that_without_ballast_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    with small_disk(tmp_path, 12 * 1024) as disk:
        workspace = create_vault(disk / "dorp.vault", PASSPHRASE, FIRST, environment()).workspace
        throw_out(workspace.folder)
        fill(disk / "vol")
        blank = workspace.residents.blank()
        assert code_of(lambda: workspace.residents.add(blank)) == "disk.full"
        assert workspace.residents.all() == ()
        (disk / "vol").unlink()
        workspace.residents.add(blank)
        workspace.close()


def test_that_only_a_full_disk_is_tried_again() -> None:
    tries: list[int] = []

    class Service:
        @again_when_full
        def save(self, number: int) -> int:
            tries.append(number)
            raise ValueError(number)

    with pytest.raises(ValueError, match="7"):
        Service().save(7)
    assert tries == [7]
