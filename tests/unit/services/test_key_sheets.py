"""Rules for the emergency key sheet as a file."""

from __future__ import annotations

import stat
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from spinnenweb.services.key_sheets import key_sheet_pdf, write_key_sheet

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = tuple(f"A{n}B{n}" for n in range(9))
DAY = date(2026, 11, 21)


def test_that_the_sheet_holds_every_group(resources: Path) -> None:
    (page,) = PdfReader(BytesIO(key_sheet_pdf(resources, GROUPS, "ruinerdal", DAY))).pages
    signs = "".join(page.extract_text().split())
    assert all(group in signs for group in GROUPS)


def test_that_the_sheet_is_for_its_owner_only(resources: Path, tmp_path: Path) -> None:
    target = tmp_path / "noodblad.pdf"
    write_key_sheet(target, resources, GROUPS, "ruinerdal", DAY)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == key_sheet_pdf(resources, GROUPS, "ruinerdal", DAY)
