"""Writing a report about errors in the program where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.security.private_files import write_private
from spinnenweb.services.targets import refuse_inside

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def report_name(today: date) -> str:
    """The file name that is proposed; of nobody and of no vault."""
    return f"foutrapport_{today:%Y-%m-%d}.txt"


def write_report(target: Path, text: str, vault: Path) -> None:
    """Write the report for its owner's eyes only; whole or not at all.

    Raises:
        SpinnenwebError: `target.in_vault`, `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
    """
    refuse_inside(vault, target)
    write_private(target, text.encode())
