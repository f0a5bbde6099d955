"""The emergency key sheet: made in memory, written only where the worker says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.documents.contents import KeySheetContent
from spinnenweb.security.private_files import write_private
from spinnenweb.services.dutch_words import dutch_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def key_sheet_pdf(resources: Path, groups: tuple[str, ...], vault_name: str, made_on: date) -> bytes:
    """The sheet as PDF; `groups` as `emergency_key_groups` gives them, `vault_name` without `.vault`."""
    from spinnenweb.documents.key_sheet import make_key_sheet

    words = dutch_words(resources)
    return make_key_sheet(KeySheetContent(words, resources / "fonts", groups, vault_name, made_on))


def write_key_sheet(
    target: Path, resources: Path, groups: tuple[str, ...], vault_name: str, made_on: date
) -> None:
    """Write the sheet for its owner's eyes only; it opens the vault, so it is to be printed and wiped.

    Raises:
        SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
    """
    write_private(target, key_sheet_pdf(resources, groups, vault_name, made_on))
