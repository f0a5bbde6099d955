"""Where an open vault may lie: on a disk of this laptop.

Never in a folder that another program copies from under it, and never on a network share (SQLite, "How to
corrupt", 2.1 and 2.2; `reference/security.md` 1.5, trap 12).

A closed backup may lie in all of these.
"""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOUNTS = Path("/proc/self/mountinfo")
NETWORK_KINDS = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs", "9p", "ceph", "coda"),
        *("davfs", "webdav", "glusterfs", "lustre", "ocfs2", "gfs2", "beegfs", "fuse.sshfs", "fuse.davfs"),
        *("fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.gcsfuse", "fuse.onedriver"),
        *(
            "fuse.google-drive-ocamlfuse",
            "fuse.glusterfs",
            "fuse.curlftpfs",
            "prl_fs",
            "vboxsf",
            "vmhgfs",
            "fuse.vmhgfs-fuse",
        ),
    )
)
"""File systems whose files lie on another machine, by the names Linux and macOS give them."""
SYNC_NAMES = re.compile(
    r"(onedrive|sharepoint|dropbox|nextcloud|owncloud|google ?drive|googledrive|my drive|mijn drive|surfdrive|"
    r"pcloud ?drive|icloud ?drive|mega ?sync|megasync|box ?sync|tresorit|seafile|synology ?drive|"
    r"proton ?drive|koofr|hubic|yandex\.?disk|icedrive|syncthing)( [-–(].*)?",
    re.IGNORECASE,
)
"""Names that the known programs give to the folder they copy; what follows a dash is the organisation's name."""
SYNC_PARTS = ("CloudStorage", "Mobile Documents")
"""Folders in which macOS keeps what is copied."""
SYNC_MARKS = (
    *(".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".dropbox", ".dropbox.cache"),
    ".tmp.drivedownload",
)
"""Files and folders that such programs leave at the top of what they copy."""
SYNC_MARK = re.compile(r"\.(_sync_|sync_|owncloud_|nextcloud_).*\.db")
SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_DRIVE_REMOTE = 4
_KIND_AT = 72


class Whereabouts(StrEnum):
    """What kind of place a folder lies in."""

    LOCAL = "laptop"
    SYNCED = "synchronisatie"
    NETWORK = "netwerk"


def whereabouts(
    folder: Path,
    *,
    platform: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    mounts: Path = MOUNTS,
) -> Whereabouts:
    """What kind of place a folder lies in, or will lie in when it does not exist yet.

    Links are followed. What the system does not tell counts as local: a guess keeps nobody from their vault.
    """
    real = Path(os.path.realpath(folder))
    if _on_network(real, platform, mounts):
        return Whereabouts.NETWORK
    return Whereabouts.SYNCED if _synced(real, environ) else Whereabouts.LOCAL


def _synced(folder: Path, environ: Mapping[str, str]) -> bool:
    places = (folder, *folder.parents)
    named = any(SYNC_NAMES.fullmatch(place.name) or place.name in SYNC_PARTS for place in places[1:])
    roots = [os.path.realpath(environ[name]) for name in SYNC_VARIABLES if environ.get(name)]
    return named or any(_same(place, root) for place in places for root in roots) or any(map(_marked, places[1:]))


def _same(place: Path, root: str) -> bool:
    return os.path.normcase(place) == os.path.normcase(root)


def _marked(place: Path) -> bool:
    try:
        # the folder `.dropbox` in the home folder holds the program's own settings: only the file is a mark
        names = [found.name for found in place.iterdir() if found.name != ".dropbox" or found.is_file()]
    except OSError:
        return False
    return any(name in SYNC_MARKS or SYNC_MARK.fullmatch(name) for name in names)


def _on_network(folder: Path, platform: str, mounts: Path) -> bool:
    if platform == "win32":
        return _on_windows_network(folder)
    if platform == "darwin":
        return _kind_on_macos(folder) in NETWORK_KINDS
    return _kind_on_linux(folder, mounts) in NETWORK_KINDS


def _kind_on_linux(folder: Path, mounts: Path) -> str:
    """The file system of the deepest mount above a folder (proc(5), mountinfo: place 5, kind after the dash)."""
    best, kind = -1, ""
    for place, found in _mounted(mounts):
        if (folder == place or place in folder.parents) and len(place.parts) >= best:
            best, kind = len(place.parts), found
    return kind


def _mounted(mounts: Path) -> Iterator[tuple[Path, str]]:
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        before, _, after = line.partition(" - ")
        place = before.split(" ")[4:5]
        if place and after:
            yield Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), place[0])), after.split(" ")[0]


def _on_windows_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE:
            return True
    return str(folder).startswith("\\\\")


def _kind_on_macos(folder: Path) -> str:
    """`f_fstypename` of statfs(2), at its place in the structure with 64-bit inodes."""
    if sys.platform == "darwin":
        import ctypes

        space = ctypes.create_string_buffer(4096)
        there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
        if not ctypes.CDLL(None).statfs(os.fsencode(there), space):
            return space.raw[_KIND_AT : _KIND_AT + 16].split(b"\0")[0].decode("ascii", "replace")
    return ""
