"""Rows from a spreadsheet, as they will come on the map; nothing is written before the button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_likeness import plain_title
from spinnenweb.services.map_rows import ORGANISATION
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.preview_table import PreviewTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from spinnenweb.services.map_rows import CellFault
    from spinnenweb.ui.context import Context

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Paste:
    """A block of cells with the fields they go into. `over` are the records that are there; none: new rows."""

    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    over: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Whether every row becomes something new."""
        return not self.over


def laid_out(
    rows: Sequence[Sequence[str]], fields: Sequence[str], head: Callable[[str], str], over: Sequence[str] = ()
) -> Paste:
    """Which cell goes where. Rows that begin with the heads of the sheet say it themselves."""
    if rows and not over:
        by_head = {head(field).casefold(): field for field in fields}
        found = [by_head.get(cell.strip().casefold(), "") for cell in rows[0]]
        if sum(map(bool, found)) > len(found) // 2:
            return Paste(tuple(found), tuple(map(tuple, rows[1:])))
    width = max((len(row) for row in rows), default=0)
    return Paste(tuple(fields[:width]), tuple(map(tuple, rows)), tuple(over))


class MapPasteDialog(Sheet):
    """Sends `agreed(Paste)`. It stays open until `done()`, so that a fault can be told in it."""

    WIDE = 960
    agreed = Signal(object)

    def __init__(
        self,
        context: Context,
        paste: Paste,
        head: Callable[[str], str],
        known: frozenset[str],
        parent: QWidget,
    ) -> None:
        """`known` are the plain names of the organisations that are there."""
        super().__init__(context, parent)
        self._paste = paste
        self._head = head
        title = self.tr("Dit komt erbij") if paste.new else self.tr("Dit wordt veranderd")
        self.name(title, self.tr("Rijen toevoegen") if paste.new else self.tr("Plakken"))
        self.fields.addWidget(Note(self._explained(known)))
        self.table = PreviewTable()
        self._fill()
        self.fields.addWidget(self.table)
        if len(paste.rows) > _SHOWN:
            more = self.tr("En nog {n} rijen.").format(n=len(paste.rows) - _SHOWN)
            self.fields.addWidget(text_label(more, "small"))
        self.keep.clicked.connect(self._agree)

    def _explained(self, known: frozenset[str]) -> str:
        rows = len(self._paste.rows)
        if not self._paste.new:
            rows = min(rows, len(self._paste.over)) if rows > 1 else len(self._paste.over)
            fits = self.tr("{n} rijen worden overschreven. Ongedaan maken kan met Ctrl+Z.").format(n=rows)
            left = len(self._paste.rows) - len(self._paste.over)
            out = self.tr("{n} rijen passen er niet meer bij. Plak die in de lege rij onderaan.").format(n=left)
            return f"{fits} {out}" if left > 0 else fits
        text = self.tr("{n} nieuwe rijen.").format(n=rows)
        if max(map(len, self._paste.rows), default=0) > len(self._paste.fields):
            text += " " + self.tr("Er zijn meer vakken dan kolommen. Wat rechts uitsteekt, komt niet mee.")
        if ORGANISATION not in self._paste.fields:
            return text
        at = self._paste.fields.index(ORGANISATION)
        named = {plain_title(row[at]) for row in self._paste.rows if at < len(row) and row[at].strip()}
        new = len(named - known)
        return " ".join(
            (
                text,
                self.tr("Nieuwe organisaties: {n}.").format(n=new),
                self.tr("Organisaties die er al zijn: {n}.").format(n=len(named) - new),
            )
        )

    def _fill(self) -> None:
        self.table.show_cells(
            self.title.text(),
            [self._head(one) if one else "–" for one in self._paste.fields],
            [row[: len(self._paste.fields)] for row in self._paste.rows[:_SHOWN]],
        )

    def _agree(self) -> None:
        self.keep.setEnabled(False)
        self._emit_agreed()

    def _emit_agreed(self) -> None:
        self.agreed.emit(self._paste)

    def refuse_any(self, error: Exception) -> None:
        """Say what was refused as a whole."""
        self.keep.setEnabled(True)
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
        else:
            self.context.hub.fail(error)

    def tell_faults(self, faults: Sequence[CellFault]) -> None:
        """Say which cells could not be understood; nothing was written."""
        self.keep.setEnabled(True)
        first = faults[0]
        text = self.context.messages.say(f"{first.code}.text", "u", **dict(first.values))
        place = self.tr("Rij {row}").format(row=first.row + 1)
        self.table.mark(tuple((fault.row, fault.column) for fault in faults))
        more = self.tr("Er zijn {n} vakken waar iets niet klopt.").format(n=len(faults)) if faults[1:] else ""
        self.say(" ".join(part for part in (f"{place}: {text}", more) if part))
