"""An unkeyed twin of a database: every page of the file and of its log as bytes anybody can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

PAGE, RESERVED, SALT = 4096, 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def twin_of(workspace: Workspace) -> bytes:
    """All pages of the database of an open vault, used and free, and those that wait in its log."""
    database = workspace.database
    return _pages(database.path, bytes(database._key)) + _log(database.path, bytes(database._key))


def pages_with(path: Path, key: bytes, text: bytes) -> set[int]:
    """Which pages of a closed database hold some bytes; the first page is 0."""
    return {number for number, page in enumerate(_each(path, key)) if text in page}


def _pages(path: Path, key: bytes) -> bytes:
    return b"".join(_each(path, key))


def _each(path: Path, key: bytes) -> Iterator[bytes]:
    data = path.read_bytes()
    return (_open(data[start : start + PAGE], key, start == 0) for start in range(0, len(data), PAGE))


def _log(path: Path, key: bytes) -> bytes:
    log = path.with_name(path.name + "-wal")
    data = log.read_bytes()[_LOG_HEAD:] if log.exists() else b""
    frames = (data[start : start + _FRAME_HEAD + PAGE] for start in range(0, len(data), _FRAME_HEAD + PAGE))
    return b"".join(_open(frame[_FRAME_HEAD:], key, frame[:4] == b"\0\0\0\1") for frame in frames)


def _open(page: bytes, key: bytes, first: bool) -> bytes:
    # the first page starts with 16 bytes of salt; the vector is in the last 80 bytes of each
    body, vector = page[SALT if first else 0 : PAGE - RESERVED], page[PAGE - RESERVED :][:16]
    aes = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return aes.update(body) + aes.finalize()
