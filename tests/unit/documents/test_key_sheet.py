"""Rules for the emergency key sheet."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from spinnenweb.documents.contents import KeySheetContent
from spinnenweb.documents.key_sheet import make_key_sheet
from spinnenweb.domain.wording import Wording
from tests.unit.charts.pdf_fonts import embedded_fonts
from tests.unit.documents.sample_papers import pages, text

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = ("7K3M", "0QXZ", "WWMM", "1J11", "ABCD", "EFGH", "JKMN", "PQRS", "TVWX")


def _sheet(resources: Path) -> bytes:
    words = Wording.read(resources / "texts" / "nl" / "werker.toml")
    return make_key_sheet(KeySheetContent(words, resources / "fonts", GROUPS, "ruinerdal", date(2026, 11, 21)))


def test_that_all_groups_stand_on_one_page_in_their_order(resources: Path) -> None:
    (page,) = pages(_sheet(resources))
    signs = "".join(page.split())
    places = [signs.index(group) for group in GROUPS]
    assert places == sorted(places)


def test_that_the_sheet_says_what_it_opens_and_where_it_does_not_belong(resources: Path) -> None:
    read = text(_sheet(resources))
    for words in ("Noodblad", "ruinerdal", "21 november 2026", "nooit in je laptoptas", "Dit blad ligt"):
        assert words in read


def test_that_neither_key_nor_vault_is_in_what_the_file_says_of_itself(resources: Path) -> None:
    data = _sheet(resources)
    about = PdfReader(BytesIO(data)).metadata
    assert about is not None
    assert (about.title, set(about)) == ("Noodblad", {"/Title", "/Producer"})
    assert b"ruinerdal" not in data


def test_that_all_letters_are_embedded(resources: Path) -> None:
    (page,) = PdfReader(BytesIO(_sheet(resources))).pages
    assert all("NotoSans" in name and embedded for name, embedded in embedded_fonts(page))
