"""Taking over a map from elsewhere, step by step; only the last step writes, and that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.map_imports import Agreed, Decision, Form
from spinnenweb.ui.dialogs.map_import_steps import CheckStep, ColumnsStep, DoneStep, FileStep, SummaryStep
from spinnenweb.ui.dialogs.map_twins import TwinsStep
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.map_imports import MapCheck, MapImportReport, MapImportService, Sighting
    from spinnenweb.ui.context import Context

FILE, COLUMNS, CHECK, TWINS, SUMMARY, DONE = range(6)


class MapImportDialog(Sheet):
    """Open with `open()`. Sends `taken(Changes)` for what was written, and for what was taken back."""

    WIDE = 980
    taken = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        words = context.words
        self._sighting: Sighting | None = None
        self._checked: MapCheck | None = None
        self._batch = ""
        self.name(self.tr("Sociale kaart inlezen"), self.tr("Verder"))
        self.where = text_label("", "small")
        self.file = FileStep(words)
        self.columns = ColumnsStep(words)
        self.check = CheckStep(words)
        self.twins = TwinsStep(words, context.workspace.social_map.names(words))
        self.summary = SummaryStep(words)
        self.done_step = DoneStep(words)
        self.steps = (self.file, self.columns, self.check, self.twins, self.summary, self.done_step)
        self.step = FILE
        self.back = quiet_button(self.tr("Terug"))
        self.foot.insertWidget(0, self.back)
        self.fields.addWidget(self.where)
        for step in self.steps:
            self.fields.addWidget(step)
        self._listen()
        self.file.show_earlier(context.workspace.map_merging.imports())
        self.go(FILE)

    def _listen(self) -> None:
        self.keep.clicked.connect(self._on)
        self.back.clicked.connect(self._go_back)
        self.file.choose.clicked.connect(self._choose_file)
        self.file.folder.clicked.connect(self._choose_folder)
        self.file.again.connect(self._read_again)
        self.file.undo_asked.connect(self._undo)
        self.check.save_asked.connect(self._save_flaws)
        self.check.agreed_changed.connect(self._check)
        self.done_step.undo_asked.connect(self._undo_this)

    @property
    def _service(self) -> MapImportService:
        return self.context.workspace.map_imports

    # the steps

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Het bestand"),
            self.tr("De kolommen"),
            self.tr("Controle"),
            self.tr("Wat er misschien al staat"),
            self.tr("Overzicht"),
            self.tr("Klaar"),
        )

    def _needed(self) -> list[int]:
        """The steps of this file."""
        sighting, checked = self._sighting, self._checked
        skipped = set()
        if sighting is not None and not sighting.form.has_columns:
            skipped.add(COLUMNS)
        if checked is not None and not any(one.asks for one in checked.incoming):
            skipped.add(TWINS)
        return [step for step in range(len(self.steps)) if step not in skipped]

    def go(self, step: int) -> None:
        """Show a step; one that is shown anew leaves the keyboard where it was."""
        fresh, self.step = step != self.step or step == FILE, step
        for number, part in enumerate(self.steps):
            part.setVisible(number == step)
        needed = self._needed()
        text = self.tr("Stap {n} van {total}: {name}")
        self.where.setText(text.format(n=needed.index(step) + 1, total=len(needed), name=self._titles()[step]))
        self.back.setVisible(FILE < step < DONE)
        self.not_now.setVisible(step < DONE)
        self.name_verb(
            {SUMMARY: self.tr("Overnemen"), DONE: self.tr("Naar de kaart")}.get(step, self.tr("Verder"))
        )
        self.keep.setEnabled(step != FILE or self._sighting is not None)
        self.say("")
        self.middle.verticalScrollBar().setValue(0)
        if fresh:
            (self.file.choose if step == FILE else self.keep).setFocus()
        # behind the layout of what is shown now
        QTimer.singleShot(0, self, self.grow)
        announce(self, self.where.text())

    def _go_back(self) -> None:
        needed = self._needed()
        self.go(needed[max(0, needed.index(self.step) - 1)])

    def _on(self) -> None:
        if self.step == DONE:
            self.accept()
        elif self.step == SUMMARY:
            self._take()
        elif self.step in (FILE, COLUMNS):
            self._leave_file()
        else:
            needed = self._needed()
            self._show_sums()
            self.go(needed[needed.index(self.step) + 1])

    def _leave_file(self) -> None:
        sighting = self._sighting
        if sighting is not None and self.step == FILE and sighting.form.has_columns:
            self.go(COLUMNS)
        else:
            self._check()

    # the file

    def _choose_file(self) -> None:
        pattern = self.tr("Tabellen en pakketten (*.xlsx *.xlsm *.csv *.txt *.json *.zip)")
        path = self.context.asker.open_file(self, self.tr("Bestand kiezen"), pattern)
        if path is not None:
            self.look(path)

    def _choose_folder(self) -> None:
        path = self.context.asker.folder(self, self.tr("Map kiezen"))
        if path is not None:
            self.look(path)

    def look(self, path: Path, encoding: str = "", separator: str = "", sheet: str = "") -> None:
        """Read the beginning of a file."""
        work = partial(self._service.look, path, encoding, separator, sheet)
        self.context.jobs.run(self, work, self._show_sighting, self._fail)

    def _read_again(self) -> None:
        if self._sighting is not None:
            text = self._sighting.form is Form.CSV
            encoding = str(self.file.encoding.currentData()) if text else ""
            separator = str(self.file.separator.currentData()) if text else ""
            self.look(self._sighting.path, encoding, separator, self.file.sheet.currentText())

    def _show_sighting(self, sighting: Sighting) -> None:
        self._sighting, self._checked = sighting, None
        self.file.show_sighting(sighting)
        self.columns.show_columns(sighting)
        self.summary.name.setText(sighting.remembered)
        self.go(FILE)
        self.keep.setFocus()

    def _check(self) -> None:
        sighting = self._sighting
        if sighting is None:
            return
        columns = self.columns.columns if sighting.form.has_columns else None
        agreed = Agreed(self.context.workspace.clock.today()) if self.check.agreed.isChecked() else None
        self.keep.setEnabled(False)
        work = partial(self._service.check, sighting, columns, agreed)
        self.context.jobs.run(self, work, self._show_check, self._fail)

    def _show_check(self, checked: MapCheck) -> None:
        self._checked = checked
        self.check.show_check(checked, self._service)
        self.twins.show_asking([one for one in checked.incoming if one.asks])
        self.go(CHECK)
        self.keep.setEnabled(not checked.stops)

    def _save_flaws(self) -> None:
        if self._checked is None:
            return
        target = self.context.asker.save_file(
            self, self.check.save.text(), self.tr("wat-er-niet-klopt.csv"), "CSV (*.csv)"
        )
        if target is not None:
            work = partial(self._service.write_flaws, target, self._checked.flaws)
            self.context.jobs.run(self, work, self._tell_saved, self._fail)

    def _tell_saved(self, _: object) -> None:
        self.context.hub.say(self.tr("De lijst is bewaard. Er staat niets uit het bestand zelf in."))

    # the end

    def _show_sums(self) -> None:
        if self._checked is None:
            return
        choices = self.twins.choices
        made = [
            choices[one.number].decision if one.number in choices else one.suggested
            for one in self._checked.incoming
        ]
        skipped, new = made.count(Decision.SKIP), made.count(Decision.NEW)
        columns = self._checked.form.has_columns
        self.summary.show_sums(new, len(made) - new - skipped, skipped, columns=columns)

    def _take(self) -> None:
        if self._checked is not None:
            self.keep.setEnabled(False)
            name = self.summary.name.text().strip()
            work = partial(self._service.take, self._checked, self.twins.choices, name)
            self.context.jobs.run(self, work, self._show_report, self._fail)

    def _show_report(self, report: MapImportReport) -> None:
        self._batch = report.batch_id
        self.done_step.show_report(report)
        self.go(DONE)
        self._emit_taken(report.changes)

    def _undo_this(self) -> None:
        self._undo(self._batch)

    def _undo(self, batch_id: str) -> None:
        work = partial(self.context.workspace.map_merging.undo_import, batch_id)
        self.context.jobs.run(self, work, self._show_undone, self._fail)

    def _show_undone(self, changes: Changes) -> None:
        self.done_step.show_undone()
        self.go(DONE)
        self._emit_taken(changes)

    def _emit_taken(self, changes: Changes) -> None:
        self.taken.emit(changes)

    def _fail(self, error: Exception) -> None:
        self.keep.setEnabled(self._sighting is not None)
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
        else:
            self.context.hub.fail(error)
