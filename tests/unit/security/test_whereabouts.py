"""Where an open vault may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinnenweb.security.whereabouts import Whereabouts, whereabouts

LINE = "36 35 98:0 / {place} rw,noatime master:1 - {kind} bron rw\n"


def _at(folder: Path, tmp_path: Path, *mounts: tuple[Path, str], **environ: str) -> Whereabouts:
    table = tmp_path / "mountinfo"
    root = LINE.format(place="/", kind="ext4")
    table.write_text(root + "".join(LINE.format(place=str(p).replace(" ", r"\040"), kind=k) for p, k in mounts))
    return whereabouts(folder, platform="linux", environ=environ, mounts=table)


def test_that_a_folder_of_this_laptop_is_local(tmp_path: Path) -> None:
    assert _at(tmp_path / "Spinnenweb" / "dorp.vault", tmp_path) is Whereabouts.LOCAL


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Welzijn Verzonnen",
        "Dropbox",
        "Dropbox (Werk)",
        "Nextcloud",
        "Google Drive",
        "SURFdrive",
    ],
)
def test_that_a_folder_with_the_name_of_a_sync_program_is_synced(tmp_path: Path, name: str) -> None:
    assert _at(tmp_path / name / "Werk" / "dorp.vault", tmp_path) is Whereabouts.SYNCED


@pytest.mark.parametrize("name", ["dropbox-uitleg.vault", "OneDriver", "stackoverflow", "Synchroon", "Dropboxen"])
def test_that_a_name_that_only_looks_like_one_is_local(tmp_path: Path, name: str) -> None:
    assert _at(tmp_path / name / "dorp.vault", tmp_path) is Whereabouts.LOCAL


@pytest.mark.parametrize(
    "mark", [".stfolder", ".owncloudsync.log", ".sync_1a2b3c.db", "._sync_1a2b3c.db", ".dropbox"]
)
def test_that_the_mark_of_a_sync_program_higher_up_is_seen(tmp_path: Path, mark: str) -> None:
    (tmp_path / "thuis" / "werk").mkdir(parents=True)
    (tmp_path / "thuis" / mark).touch()
    assert _at(tmp_path / "thuis" / "werk" / "dorp.vault", tmp_path) is Whereabouts.SYNCED


def test_that_the_settings_of_dropbox_in_the_home_folder_are_no_mark(tmp_path: Path) -> None:
    (tmp_path / "thuis" / ".dropbox").mkdir(parents=True)
    assert _at(tmp_path / "thuis" / "Spinnenweb" / "dorp.vault", tmp_path) is Whereabouts.LOCAL


def test_that_the_folder_windows_names_as_onedrive_is_synced(tmp_path: Path) -> None:
    root = tmp_path / "Mijn bestanden"
    assert _at(root / "dorp.vault", tmp_path, OneDriveCommercial=str(root)) is Whereabouts.SYNCED


def test_that_a_link_into_a_synced_folder_is_synced(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "werk").mkdir(parents=True)
    (tmp_path / "hier").symlink_to(tmp_path / "Dropbox" / "werk", target_is_directory=True)
    assert _at(tmp_path / "hier" / "dorp.vault", tmp_path) is Whereabouts.SYNCED


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "davfs"])
def test_that_a_mounted_share_is_a_network_also_with_a_blank_in_its_name(tmp_path: Path, kind: str) -> None:
    share = tmp_path / "gedeelde map"
    assert _at(share / "dorp.vault", tmp_path, (share, kind)) is Whereabouts.NETWORK


def test_that_a_disk_of_this_laptop_inside_a_share_is_local(tmp_path: Path) -> None:
    share, disk = tmp_path / "deel", tmp_path / "deel" / "schijf"
    assert _at(disk / "dorp.vault", tmp_path, (share, "nfs"), (disk, "ext4")) is Whereabouts.LOCAL


def test_that_a_machine_that_does_not_tell_keeps_nobody_from_their_vault(tmp_path: Path) -> None:
    gone = tmp_path / "niets"
    assert whereabouts(tmp_path / "dorp.vault", platform="linux", environ={}, mounts=gone) is Whereabouts.LOCAL
    assert whereabouts(tmp_path / "dorp.vault", platform="darwin", environ={}) is Whereabouts.LOCAL


def test_that_this_very_machine_answers() -> None:
    assert whereabouts(Path(__file__)) in set(Whereabouts)
