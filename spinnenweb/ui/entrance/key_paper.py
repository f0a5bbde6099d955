"""The paper with the emergency key: made in memory and given straight to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from spinnenweb.ui.theme.look import FAMILY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

POINTS = 12


def has_printer() -> bool:
    """Whether this laptop knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_key(parent: QWidget, groups: tuple[str, ...]) -> bool:
    """Ask for a printer and print; whether it went to the printer. No file is made."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(translate("KeyPaper", "Noodblad"))
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if chosen:
        key_paper(groups).print_(printer)
    return chosen


def key_paper(groups: tuple[str, ...]) -> QTextDocument:
    """One page with the key and what it is for."""
    document = QTextDocument()
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setHtml(_html(groups))
    return document


def _html(groups: tuple[str, ...]) -> str:
    cells = [_CELL.format(number=number, group=group) for number, group in enumerate(groups, 1)]
    rows = "".join(f"<tr>{''.join(cells[start : start + 3])}</tr>" for start in range(0, len(cells), 3))
    title, *lines = _lines()
    before, after = "".join(f"<p>{line}</p>" for line in lines[:-1]), lines[-1]
    return f"<h1>{title}</h1>{before}<table>{rows}</table><p>{after}</p>"


_CELL = (
    '<td style="padding:8pt 18pt 8pt 0">{number}&nbsp;&nbsp;'
    '<span style="font-family:monospace; font-size:20pt">{group}</span></td>'
)


def _lines() -> tuple[str, ...]:
    return (
        translate("KeyPaper", "Noodblad van Spinnenweb"),
        translate("KeyPaper", "Kies op je laptop: Wachtwoord vergeten? Typ dan deze negen groepjes over."),
        translate("KeyPaper", "Zonder wachtwoord en zonder noodsleutel kan niemand er meer in."),
        translate(
            "KeyPaper",
            "Bewaar je noodsleutel nooit in je laptoptas. Een goede plek: in een dichte envelop op kantoor.",
        ),
    )
