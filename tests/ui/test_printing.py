"""Rules for printing: from memory to the printer, with nothing that tells whose it is."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from spinnenweb.documents.summary import make_summary
from spinnenweb.ui.printing import JOB, for_a4, print_pdf
from tests.unit.documents.sample_papers import content

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


PALE = 200
"""Darker than this is ink, of 255."""


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer whose paper can be looked at."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "papier.pdf"))
    return for_a4(made)


def test_that_every_page_comes_out_of_the_printer_as_it_was_made(
    printer: QPrinter, resources: Path, tmp_path: Path
) -> None:
    data = make_summary(content(resources))
    assert print_pdf(printer, data)
    printed = (tmp_path / "papier.pdf").read_bytes()
    pages, made = PdfReader(BytesIO(printed)).pages, PdfReader(BytesIO(data)).pages
    assert len(pages) == len(made)
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    for number in range(len(made)):
        apart = zip(_inked(printed, number), _inked(data, number), strict=True)
        assert max(abs(one - other) for one, other in apart) <= 3


def _inked(data: bytes, number: int) -> tuple[int, int, int, int]:
    """The part of a page with something on it, in points from the upper left corner."""
    picture = pypdfium2.PdfDocument(data)[number].render(scale=1, grayscale=True)
    rows = [bytes(picture.buffer[row * picture.stride :][: picture.width]) for row in range(picture.height)]
    across = [x for x in range(picture.width) if min(row[x] for row in rows) < PALE]
    down = [y for y, row in enumerate(rows) if min(row) < PALE]
    return across[0], down[0], across[-1], down[-1]


def test_that_the_queue_of_the_printer_names_nobody(printer: QPrinter) -> None:
    assert printer.docName() == JOB == "Spinnenweb"
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.fullPage()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_that_a_printer_that_does_not_take_it_is_told(printer: QPrinter, resources: Path, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "weg" / "papier.pdf"))
    assert not print_pdf(printer, make_summary(content(resources)))
