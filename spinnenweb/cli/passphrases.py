"""Where the password comes from: a file, the environment, or a prompt."""

from __future__ import annotations

import codecs
import getpass
import os
import sys
import unicodedata
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "SPINNENWEB_PASSPHRASE"
LONGEST_FILE = 4096
"""Bytes that are read of a password file: it may be a device without an end."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """The password; with `twice` a prompt asks it two times.

    Raises `SpinnenwebError` `passphrase.file`, `passphrase.none` or `passphrase.differs`.
    """
    return given_passphrase(file) or _prompt(twice)


def given_passphrase(file: Path | None) -> str:
    """The password from a file or the environment; empty when neither has one.

    Raises `SpinnenwebError` `passphrase.file`: the file that was named holds none.
    """
    if file is not None:
        return _from_file(file)
    found = os.environ.get(VARIABLE, "").strip()
    return found if _is_text(found) else ""


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as handle:
            start = handle.read(LONGEST_FILE)
        # Windows PowerShell 5 writes UTF-16 when a word is sent to a file
        lines = start.decode("utf-16" if start.startswith(_UTF16) else "utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    found = lines[0].strip() if lines else ""
    if not found or not _is_text(found):
        raise SpinnenwebError("passphrase.file", path=str(file))
    return found


def _is_text(text: str) -> bool:
    return not any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\t" for sign in text)


def _prompt(twice: bool) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise SpinnenwebError("passphrase.none")
    try:
        typed = getpass.getpass("Wachtwoord: ")
        again = getpass.getpass("Nog een keer: ") if twice else typed
    except EOFError:
        raise SpinnenwebError("passphrase.none") from None
    if again != typed:
        raise SpinnenwebError("passphrase.differs")
    if not typed.strip():
        raise SpinnenwebError("passphrase.none")
    return typed
