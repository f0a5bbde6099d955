"""From paper in memory to a printer, without a file in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPoint, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from spinnenweb.services.printing import page_pictures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.printing import PagePicture

JOB = "Spinnenweb"
"""What a print job is called in a queue that others may read."""
DPI = 300


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer; `None` when the person leaves it. Printing to a file is not offered."""
    printer = for_a4(QPrinter(QPrinter.PrinterMode.HighResolution))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    # what was chosen in the window may have changed the sheet
    return for_a4(printer) if chosen else None


def for_a4(printer: QPrinter) -> QPrinter:
    """The same printer, set to whole sheets of A4; our pages have their own margins."""
    printer.setDocName(JOB)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    # after the layout, which brings the margins of the printer back
    printer.setFullPage(True)
    return printer


def print_pdf(printer: QPrinter, pdf: bytes) -> bool:
    """Print a document page by page; whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(page_pictures(pdf, min(DPI, printer.resolution()))):
        if number and not printer.newPage():
            break
        _draw(painter, printer, page)
    return painter.end()


def _draw(painter: QPainter, printer: QPrinter, page: PagePicture) -> None:
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_BGR888)
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    painter.drawImage(QRect(QPoint(0, 0), sheet.size()), picture)
