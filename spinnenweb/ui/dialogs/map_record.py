"""One record of the social map as a form: an organisation, an offer or a contact person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import Offer
from spinnenweb.services.map_cards import kind_of
from spinnenweb.services.map_cells import FIELDS, SCHEDULE, CellKind, cell_of, with_cell
from spinnenweb.ui.dialogs.map_slots import SlotsField
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.errors import told
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow, FormSection, focus_first_error
from spinnenweb.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from spinnenweb.services.map_cards import MapRecord
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import Saved
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate

_LONG = ("description", "working_on", "chances")
_SHORT = 200
_PARTS: dict[MapKind, tuple[tuple[str, tuple[str, ...]], ...]] = {
    MapKind.ORGANISATION: (
        ("", ("name", "kind", "description", "village_ids")),
        ("reach", ("lead", "phone", "email", "website")),
        ("wants", ("working_on", "chances", "themes")),
        ("about", ("kvk", "checked_on", "check_before", "active")),
    ),
    MapKind.OFFER: (
        ("", ("name", "kind", "description", "for_whom", "age_from", "age_to")),
        ("join", ("way_in", "way_in_words", "costs", "costs_words", "capacity", "status")),
        ("when", (SCHEDULE, "when_said")),
        ("where", ("place_name", "place_street", "place_postcode", "place_town", "village_ids", "accessible")),
        ("fits", ("accessible_words", "themes", "dimensions", "languages")),
        ("about", ("checked_on", "check_before")),
    ),
    MapKind.CONTACT: (("", ("name", "role", "phone", "email", "direct")), ("share", ("may_share", "agreed_on"))),
}
_PARTS[MapKind.CONTACT] += (("period", ("starts", "ends")),)
_BLAMED = {"map.name_missing": "name", "map.age": "age_from", "map.future": "checked_on", "map.period": "ends"}


def part_title(part: str) -> str:
    """The line above a part of a form."""
    return {
        "": "",
        "reach": translate("RecordForm", "Wie en hoe te bereiken"),
        "wants": translate("RecordForm", "Wat ze doen en willen"),
        "about": translate("RecordForm", "Nagekeken"),
        "join": translate("RecordForm", "Meedoen"),
        "when": translate("RecordForm", "Dagen en tijden"),
        "where": translate("RecordForm", "Waar"),
        "fits": translate("RecordForm", "Waar het bij past"),
        "share": translate("RecordForm", "Delen"),
        "period": translate("RecordForm", "Hoe lang"),
    }[part]


class ChipsField(QWidget):
    """Words to tick, as many as fit. Sends `changed()`."""

    changed = Signal()

    def __init__(self, named: dict[str, str], chosen: str) -> None:
        super().__init__()
        ticked = [code for code in chosen.split(",") if code]
        line = FlowLayout(self, gap=6)
        self.chips: dict[str, ToggleChip] = {}
        for code, name in {**named, **{code: code for code in ticked if code not in named}}.items():
            chip = ToggleChip(name)
            chip.setChecked(code in ticked)
            chip.toggled.connect(self.changed)
            self.chips[code] = chip
            line.addWidget(chip)

    def typed(self) -> str:
        """The ticked codes, as they may be typed in a cell."""
        return ",".join(code for code, chip in self.chips.items() if chip.isChecked())


class RecordForm(QWidget):
    """Fields for every part of a record. Sends `changed()` at every key."""

    changed = Signal()

    def __init__(self, record: MapRecord, names: MapNames, context: Context) -> None:
        super().__init__()
        self._record = record
        self._names = names
        self._context = context
        self.kind = kind_of(record)
        self.editors: dict[str, QWidget] = {}
        self.rows: dict[str, FieldRow] = {}
        whole = FormSection()
        whole.body.setSpacing(px(24))
        for part, fields in _PARTS[self.kind]:
            whole.add_widget(self._part(part_title(part), fields))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)

    def _part(self, title: str, fields: tuple[str, ...]) -> FormSection:
        section = FormSection(title)
        for field in fields:
            editor = self._editor(field)
            self.editors[field] = editor
            if isinstance(editor, QCheckBox):
                section.add_widget(editor)
            else:
                self.rows[field] = section.add_row(self._names.heads[field], editor, wide=True)
        return section

    def _editor(self, field: str) -> QWidget:
        form, said = FIELDS[self.kind][field], cell_of(self.kind, self._record, field, self._names)
        if form is CellKind.SLOTS:
            return self._slots()
        if form is CellKind.CODE:
            return self._choice(field, said)
        if form is CellKind.CODES:
            return self._chips(field)
        if form is CellKind.FLAG:
            tick = QCheckBox(self._names.heads[field])
            tick.setChecked(bool(said))
            tick.toggled.connect(self.changed)
            return tick
        if field in _LONG:
            text = GrowingText(self._names.heads[field], lines=2)
            text.show_text(said)
            text.written.connect(self._tell)
            return text
        line = QLineEdit(said)
        if form in (CellKind.DAY, CellKind.NUMBER):
            line.setMaximumWidth(px(_SHORT))
            line.setPlaceholderText("4-12-2026" if form is CellKind.DAY else "")
        line.textChanged.connect(self._tell)
        return line

    def _slots(self) -> SlotsField:
        schedule = self._record.schedule if isinstance(self._record, Offer) else ()
        slots = SlotsField(self._names.slots, schedule)
        slots.changed.connect(self.changed)
        return slots

    def _choice(self, field: str, said: str) -> QComboBox:
        box = ChoiceBox()
        for code, name in self._names.of[field].items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findText(said)))
        box.currentIndexChanged.connect(self._tell)
        return box

    def _chips(self, field: str) -> ChipsField:
        codes = ",".join(getattr(self._record, field))
        chips = ChipsField(dict(self._names.of[field]), codes)
        chips.changed.connect(self.changed)
        return chips

    def _tell(self) -> None:
        self.changed.emit()

    def typed(self, field: str) -> str:
        """What stands in a field, as it may be typed in a cell."""
        editor = self.editors[field]
        if isinstance(editor, QComboBox):
            return str(editor.currentData())
        if isinstance(editor, QCheckBox):
            return self._names.yes if editor.isChecked() else ""
        if isinstance(editor, ChipsField | SlotsField):
            return editor.typed()
        return editor.toPlainText() if isinstance(editor, GrowingText) else _line(editor)

    def _in_turn(self) -> list[str]:
        # as in a sheet: words about when are filled in by the moments, which come after them
        return [field for field in FIELDS[self.kind] if field in self.editors]

    def record(self) -> MapRecord | None:
        """The record as it is filled in; `None` when a field cannot be read, which then says why."""
        made = self._record
        for field in self._in_turn():
            try:
                made = with_cell(self.kind, made, field, self.typed(field), self._names)
            except SpinnenwebError as error:
                self.blame(error, field)
            else:
                self._clear(field)
        return None if self.focus_error() else made

    def glance(self) -> MapRecord:
        """The record as far as it can be read now; says nothing."""
        made = self._record
        for field in self._in_turn():
            try:
                made = with_cell(self.kind, made, field, self.typed(field), self._names)
            except SpinnenwebError:
                continue
        return made

    def _clear(self, field: str) -> None:
        if field in self.rows:
            self.rows[field].set_error("")

    def blame(self, error: SpinnenwebError, field: str = "") -> bool:
        """Say at a field what is wrong with it; whether there is such a field."""
        name = field or _BLAMED.get(error.code, str(error.values.get("field", "")))
        row = self.rows.get(name)
        if row is not None:
            row.set_error(told(error, self._context.messages, self._context.words).text)
        return row is not None

    def focus_error(self) -> bool:
        """Bring the keyboard to the first field with something wrong; whether there is one."""
        return focus_first_error(self.rows.values())


def _line(editor: QWidget) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else ""


class RecordDialog(Sheet):
    """Sends `kept(object, object)`, the record and what was written, and goes."""

    kept = Signal(object, object)

    def __init__(
        self, context: Context, record: MapRecord, names: MapNames, title: str, parent: QWidget, *, new: bool
    ) -> None:
        super().__init__(context, parent)
        self.name(title, self.tr("Toevoegen") if new else self.tr("Bewaren"))
        self._new = new
        self.form = RecordForm(record, names, context)
        self.fields.addWidget(self.form)
        self.keep.clicked.connect(self._keep)
        first = next(iter(self.form.editors.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        record = self.form.record()
        if record is None:
            return
        service = self.context.workspace.social_map
        work = partial(service.add if self._new else service.save, record)
        self.keep.setEnabled(False)
        self.context.jobs.run(self, work, partial(self._done, record), self._fail)

    def _done(self, record: MapRecord, saved: Saved) -> None:
        self.accept()
        self._emit_kept(record, saved)

    def _emit_kept(self, record: MapRecord, saved: Saved) -> None:
        self.kept.emit(record, saved)

    def _fail(self, error: Exception) -> None:
        self.keep.setEnabled(True)
        if not isinstance(error, SpinnenwebError):
            self.context.hub.fail(error)
        elif self.form.blame(error):
            self.form.focus_error()
        else:
            self.refuse(error)


class PartDialog(RecordDialog):
    """What belongs to an organisation: an offer or a contact person."""
