"""The steps of taking over a map: the file, its columns, what is wrong in it, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.services.map_imports import ENCODINGS, SEPARATORS, MapField, Sighting
from spinnenweb.ui.board_words import counted
from spinnenweb.ui.dates import clock_time, full_day
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.preview_table import PreviewTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QPushButton

    from spinnenweb.domain.map_history import ImportBatch
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_imports import MapCheck, MapImportReport, MapImportService

_SHORT = 220
translate = QCoreApplication.translate


class Step(QWidget):
    """One step: a column to fill."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(12))

    def add(self, *parts: QWidget) -> None:
        """Put these under each other."""
        for part in parts:
            self.column.addWidget(part)


class FileStep(Step):
    """Which file. Sends `again()` when it should be read in another way, and `undo_asked(str)` for an import."""

    again = Signal()
    undo_asked = Signal(str)

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        intro = self.tr(
            "Kies een tabel (Excel of CSV) of een open pakket (HSDS). Je kijkt eerst; er verandert niets."
        )
        self.choose = primary_button(self.tr("Bestand kiezen"), "file")
        self.folder = quiet_button(self.tr("Map kiezen"), "folder")
        buttons = QWidget()
        line = FlowLayout(buttons, gap=12)
        line.addWidget(self.choose)
        line.addWidget(self.folder)
        self.found = Note("", "ok")
        self.how = QWidget()
        self.encoding, self.separator, self.sheet = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.table = PreviewTable()
        self.earlier = QWidget()
        self._earlier = QVBoxLayout(self.earlier)
        self._earlier.setContentsMargins(0, px(8), 0, 0)
        self.undo: dict[QPushButton, str] = {}
        self._lay_out_how()
        self.add(text_label(intro, "soft"), buttons, self.found, self.how, self.table, self.earlier)
        for part in (self.found, self.how, self.table, self.earlier):
            part.hide()

    def _lay_out_how(self) -> None:
        line = FlowLayout(self.how, gap=16)
        self._rows = []
        for title, box in (
            (self.tr("Tekens"), self.encoding),
            (self.tr("Gescheiden door"), self.separator),
            (self.tr("Blad"), self.sheet),
        ):
            row = FieldRow(title, box)
            row.setMaximumWidth(px(_SHORT))
            box.setMinimumWidth(px(_SHORT) - px(20))
            self._rows.append(row)
            line.addWidget(row)
            box.activated.connect(self.again)
        for encoding in ENCODINGS:
            self.encoding.addItem(encoding, encoding)
        said = {";": self.tr("puntkomma"), ",": self.tr("komma"), "\t": self.tr("tab"), "|": self.tr("streep")}
        for separator in SEPARATORS:
            self.separator.addItem(said[separator], separator)

    def show_sighting(self, sighting: Sighting) -> None:
        """Show what kind of file it is, and its first rows."""
        form = self.words.say(f"map_form.{sighting.form.value}")
        text = self.tr("{name}: {form}.").format(name=sighting.path.name, form=form)
        if sighting.form.has_columns:
            text += " " + self.tr("{n} rijen.").format(n=sighting.lines)
        if sighting.remembered:
            text += " " + self.tr("De kolommen kennen we van {name}.").format(name=sighting.remembered)
        self.found.label.setText(text)
        self.found.show()
        set_role(self.choose, "quiet")
        self.choose.setIcon(icon("file", "ink"))
        self._show_how(sighting)
        rows = [row.cells for row in sighting.rows]
        self.table.setVisible(bool(rows))
        if rows:
            self.table.show_cells(self.tr("De eerste rijen"), sighting.headings, rows)

    def _show_how(self, sighting: Sighting) -> None:
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(sighting.encoding)))
        self.separator.setCurrentIndex(max(0, self.separator.findData(sighting.separator)))
        self.sheet.clear()
        self.sheet.addItems([*sighting.sheets])
        self.sheet.setCurrentText(sighting.sheet)
        text, book = bool(sighting.encoding), len(sighting.sheets) > 1
        for row, there in zip(self._rows, (text, text, book), strict=True):
            row.setVisible(there)
        self.how.setVisible(text or book)

    def show_earlier(self, batches: Sequence[ImportBatch]) -> None:
        """Show what was taken over before, with the way back."""
        open_ones = [one for one in batches if one.undone_on is None][:3]
        if not open_ones:
            return
        self._earlier.addWidget(SectionTitle(self.tr("Eerder ingelezen")))
        for one in open_ones:
            when = f"{full_day(one.made_at.astimezone().date())}, {clock_time(one.made_at)}"
            form = one.name or self.words.say(f"map_form.{one.form}")
            said = self.tr("{when} · {form} · {n} nieuw").format(when=when, form=form, n=len(one.added))
            self._earlier.addWidget(text_label(said, "small"))
            button = link_button(self.tr("Import ongedaan maken"))
            button.setAccessibleName(f"{button.text()}: {said}")
            button.clicked.connect(self._undo)
            self.undo[button] = one.id
            self._earlier.addWidget(button)
        self.earlier.show()

    def _undo(self) -> None:
        sender = self.sender()
        self._emit_undo(next(batch for button, batch in self.undo.items() if button is sender))

    def _emit_undo(self, batch_id: str) -> None:
        self.undo_asked.emit(batch_id)


class ColumnsStep(Step):
    """Which column is what; what has no field is kept beside the record."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        intro = self.tr("Wat is welke kolom? Alleen de organisatie moet. Wat geen plek heeft, bewaren we erbij.")
        self.boxes: dict[str, QComboBox] = {}
        self._holder = QWidget()
        self.grid = QGridLayout(self._holder)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(px(16))
        self.grid.setVerticalSpacing(px(8))
        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(2, 3)
        self.add(text_label(intro, "soft"), self._holder)

    def show_columns(self, sighting: Sighting) -> None:
        """A line for every column: its head, what stands in it, and what it is."""
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for number, heading in enumerate(sighting.headings):
            box = self._box(heading, sighting.columns.get(heading))
            said = (row.cells[number].strip() for row in sighting.rows if number < len(row.cells))
            example = next((cell for cell in said if cell), "")
            self.grid.addWidget(text_label(heading, "strong"), number, 0)
            self.grid.addWidget(text_label(_short(example), "soft"), number, 1)
            self.grid.addWidget(box, number, 2)
            self.boxes[heading] = box

    def _box(self, heading: str, chosen: MapField | None) -> QComboBox:
        box = ChoiceBox()
        box.addItem(self.tr("Alleen erbij bewaren"), None)
        for field in MapField:
            box.addItem(self.words.say(f"map_column.{field.value}"), field.value)
        box.setCurrentIndex(max(0, box.findData(chosen.value)) if chosen else 0)
        box.setAccessibleName(self.tr("Kolom {name}").format(name=heading))
        return box

    @property
    def columns(self) -> Mapping[str, MapField]:
        """The field of every column that has one."""
        found = ((heading, box.currentData()) for heading, box in self.boxes.items())
        return {heading: MapField(code) for heading, code in found if code}


class CheckStep(Step):
    """What can come in, and what cannot. Sends `save_asked()`, and `agreed_changed()`."""

    save_asked = Signal()
    agreed_changed = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.good = Note("", "ok")
        self.bad = Note("", "warn")
        self.table = PreviewTable()
        self.save = link_button(self.tr("Deze lijst bewaren als CSV"))
        self.agreed = QCheckBox(self.tr("Deze contactpersonen vinden delen goed"))
        self.add(self.good, self.agreed, self.bad, self.table, self.save)
        self.save.clicked.connect(self.save_asked)
        self.agreed.toggled.connect(self.agreed_changed)

    def show_check(self, checked: MapCheck, service: MapImportService) -> None:
        """Show how much is good, and every flaw with its line."""
        offers = sum(len(one.offers) for one in checked.incoming)
        people = sum(len(one.contacts) for one in checked.incoming)
        good = self.tr("Goed te lezen: {what}.")
        self.good.label.setText(good.format(what=_counts(len(checked.incoming), offers, people)))
        self.good.setVisible(bool(checked.incoming))
        self.agreed.setVisible(bool(people))
        self.bad.label.setText(self._bad(checked))
        flawed = bool(checked.flaws)
        for part in (self.bad, self.table, self.save):
            part.setVisible(flawed)
        if flawed:
            lines = [(service.flaw_line(flaw),) for flaw in checked.flaws]
            self.table.show_cells(self.tr("Wat er niet klopt"), [self.tr("Wat er niet klopt")], lines)
            self.table.horizontalHeader().setStretchLastSection(True)

    def _bad(self, checked: MapCheck) -> str:
        if checked.stops:
            return self.tr("Dit bestand kan zo niet worden ingelezen. Verbeter het en kies het opnieuw.")
        return counted(
            _lines(checked),
            self.tr("1 rij klopt niet en gaat niet mee. De rest wel."),
            self.tr("{n} rijen kloppen niet en gaan niet mee. De rest wel."),
        )


class SummaryStep(Step):
    """What is going to happen, and the name under which the columns are remembered."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.said = SectionTitle("", "heading")
        self.more = text_label("", "soft")
        self.name = QLineEdit()
        ask = self.tr("Van wie is dit bestand? Dan onthouden we de kolommen.")
        self.row = FieldRow(ask, self.name, self.tr("Mag leeg blijven."))
        self.add(self.said, self.more, self.row)

    def show_sums(self, new: int, joined: int, skipped: int, *, columns: bool) -> None:
        """Say how many are added, go into one that is there, or stay out."""
        self.said.setText(
            counted(new, self.tr("1 organisatie komt erbij."), self.tr("{n} organisaties komen erbij."))
        )
        one, many = self.tr("1 gaat samen met een die er al is."), self.tr("{n} gaan samen met een die er al is.")
        more = counted(joined, one, many) if joined else ""
        out = self.tr("{n} slaan we over.").format(n=skipped) if skipped else ""
        self.more.setText(" ".join(part for part in (more, out) if part))
        self.row.setVisible(columns)


class DoneStep(Step):
    """What came in, with the way back. Sends `undo_asked()`."""

    undo_asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.said = Note("", "ok")
        self.more = text_label("", "soft")
        self.undo = quiet_button(self.tr("Import ongedaan maken"), "undo")
        self.undo.clicked.connect(self.undo_asked)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.undo)
        self.add(self.said, self.more, holder)

    def show_report(self, report: MapImportReport) -> None:
        """Say what was written."""
        what = _counts(report.organisations, report.offers, report.contacts)
        self.said.label.setText(self.tr("Het staat op de kaart: {what}.").format(what=what))
        more = self.tr("Aangevuld: {filled}. Overgeslagen: {skipped}. Nieuwe kernen: {villages}.")
        self.more.setText(more.format(filled=report.filled, skipped=report.skipped, villages=report.new_villages))
        self.undo.setVisible(bool(report.batch_id))

    def show_undone(self) -> None:
        """Say that all of it is gone again."""
        self.said.label.setText(self.tr("De import is ongedaan gemaakt. De kaart is weer zoals ervoor."))
        self.more.hide()
        self.undo.hide()


def _counts(organisations: int, offers: int, people: int) -> str:
    return ", ".join(
        (
            counted(organisations, translate("Import", "1 organisatie"), translate("Import", "{n} organisaties")),
            counted(offers, translate("Import", "1 mogelijkheid"), translate("Import", "{n} mogelijkheden")),
            counted(people, translate("Import", "1 contactpersoon"), translate("Import", "{n} contactpersonen")),
        )
    )


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most]}…"


def _lines(checked: MapCheck) -> int:
    return len({flaw.line for flaw in checked.flaws if flaw.line})
