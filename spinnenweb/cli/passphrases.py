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
NEW_VARIABLE = "SPINNENWEB_NEW_PASSPHRASE"
LONGEST_FILE = 4096
"""Bytes that are read of a password file: it may be a device without an end."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """The password; with `twice` a prompt asks it two times.

    Raises `SpinnenwebError` `passphrase.file`, `passphrase.none` or `passphrase.differs`.
    """
    return given_passphrase(file) or _prompt("Wachtwoord: ", twice=twice)


def new_passphrase(file: Path | None, *, otherwise: str = "") -> str:
    """The password from now on; a prompt asks it two times.

    `otherwise` is what it stays when no other is given; without it one must be given.

    Raises `SpinnenwebError` `passphrase.file`, `passphrase.none` or `passphrase.differs`.
    """
    found = given_passphrase(file, NEW_VARIABLE)
    if found:
        return found
    if not otherwise:
        return _prompt("Nieuw wachtwoord: ", twice=True)
    if not sys.stdin or not sys.stdin.isatty():
        return otherwise
    return _prompt("Nieuw wachtwoord (leeg: hetzelfde): ", twice=True, empty=otherwise)


def given_passphrase(file: Path | None, variable: str = VARIABLE) -> str:
    """The password from a file or the environment; empty when neither has one.

    Raises `SpinnenwebError` `passphrase.file`: the file that was named holds none.
    """
    if file is not None:
        return _from_file(file)
    found = os.environ.get(variable, "").strip()
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


def _prompt(question: str, *, twice: bool, empty: str = "") -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise SpinnenwebError("passphrase.none")
    try:
        typed = getpass.getpass(question)
        again = getpass.getpass("Nog een keer: ") if twice else typed
    except EOFError:
        raise SpinnenwebError("passphrase.none") from None
    if again != typed:
        raise SpinnenwebError("passphrase.differs")
    if not typed.strip():
        if empty:
            return empty
        raise SpinnenwebError("passphrase.none")
    return typed
