"""Rules for paper that goes to a printer without a file in between."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from spinnenweb.documents.pages import bundle, page_pictures
from spinnenweb.documents.summary import make_summary
from tests.unit.documents.sample_papers import content

if TYPE_CHECKING:
    from pathlib import Path


def test_that_every_page_becomes_a_picture_of_its_size(resources: Path) -> None:
    data = make_summary(content(resources))
    pictures = list(page_pictures(data, 36))
    assert len(pictures) == len(PdfReader(BytesIO(data)).pages)
    first = pictures[0]
    # 297.6 by 420.9 pixels, rounded up
    assert (first.width, first.height) == (298, 421)
    assert first.stride >= first.width * 3
    assert len(first.pixels) == first.stride * first.height
    assert min(first.pixels) < 80 < max(first.pixels)


def test_that_two_residents_never_share_a_sheet(resources: Path) -> None:
    papers = [make_summary(content(resources, name=name)) for name in ("Een", "Twee")]
    pages = [page.extract_text() for page in PdfReader(BytesIO(bundle(papers))).pages]
    assert len(pages) % 2 == 0
    first_of_two = next(number for number, text in enumerate(pages) if "Voor Twee" in text)
    assert first_of_two % 2 == 0
