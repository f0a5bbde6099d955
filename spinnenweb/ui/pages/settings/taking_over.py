"""Taking over earlier conversations from a file, with the report or the line where it goes wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.errors import told
from spinnenweb.ui.pages.settings.taking import Taking, TakingStoppedError, write_template
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.services.imports import ImportReport
    from spinnenweb.ui.context import Context

TEMPLATE = "gesprekken-sjabloon.csv"


class ImportSection(Card):
    """All or nothing: while one line has an error, nothing is taken over. Sends `busy(bool)`."""

    busy = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__(
            self.tr("Eerdere gesprekken overnemen"),
            self.tr("Bewaar je lijst in Excel als CSV UTF-8. Het sjabloon laat zien welke kolommen erin horen."),
        )
        self._context = context
        self._taking: Taking | None = None
        self.take = quiet_button(self.tr("Bestand kiezen"), "table")
        self.template = link_button(self.tr("Sjabloon bewaren"))
        self.waiting = Waiting(self.tr("De gesprekken worden overgenomen…"), self.tr("Stoppen, niets overnemen"))
        self.report = Note("", "ok")
        self.problem = Note("", "warn")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        flow.addWidget(self.take)
        flow.addWidget(self.template)
        for part in (buttons, self.waiting, self.report, self.problem):
            self.add(part)
        for part in (self.waiting, self.report, self.problem):
            part.hide()
        self.take.clicked.connect(self._ask)
        self.template.clicked.connect(self._save_template)
        self.waiting.cancelled.connect(self._stop)

    def _ask(self) -> None:
        title = self.tr("Welk bestand neem je over?")
        path = self._context.asker.open_file(self, title, self.tr("CSV-bestanden (*.csv)"))
        if path is not None:
            self._begin(Taking(self._context.workspace.imports, path))

    def _begin(self, taking: Taking) -> None:
        self._taking = taking
        taking.counted.connect(self.waiting.set_progress)
        self.report.hide()
        self.problem.hide()
        self._show_busy(busy=True)
        self._context.jobs.run(self, taking.run, self._tell_done, self._tell_refused)

    def _show_busy(self, *, busy: bool) -> None:
        self.take.setEnabled(not busy)
        self.waiting.setVisible(busy)
        if busy:
            self.waiting.start()
        else:
            self.waiting.stop()
        self.busy.emit(busy)

    def _stop(self) -> None:
        if self._taking is not None:
            self._taking.stop()

    def _rest(self) -> None:
        self._taking = None
        self._show_busy(busy=False)

    def _tell_done(self, report: ImportReport) -> None:
        self._rest()
        text = self._report_words(report)
        self.report.label.setText(text)
        self.report.show()
        announce(self.take, text)
        self._context.hub.report(report.changes, self)

    def _report_words(self, report: ImportReport) -> str:
        said = (
            (report.added, self.tr("1 gesprek overgenomen."), self.tr("{n} gesprekken overgenomen.")),
            (report.skipped, self.tr("1 gesprek stond er al."), self.tr("{n} gesprekken stonden er al.")),
            (report.new_residents, self.tr("1 nieuwe inwoner."), self.tr("{n} nieuwe inwoners.")),
            (report.new_villages, self.tr("1 nieuwe kern."), self.tr("{n} nieuwe kernen.")),
            (report.future, self.tr("1 datum ligt na vandaag."), self.tr("{n} datums liggen na vandaag.")),
        )
        return " ".join(one if n == 1 else many.format(n=n) for n, one, many in said if n)

    def _tell_refused(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, TakingStoppedError):
            self._show_problem(self.tr("Je bent gestopt. Er is niets overgenomen."))
        elif isinstance(error, SpinnenwebError):
            words = told(error, self._context.messages, self._context.words)
            self._show_problem(f"{words.title}. {words.text}")
        else:
            self._context.hub.fail(error)

    def _show_problem(self, text: str) -> None:
        self.problem.label.setText(text)
        self.problem.show()
        announce(self.take, text)

    def _save_template(self) -> None:
        target = self._context.asker.save_file(self, self.template.text(), TEMPLATE, "CSV (*.csv)")
        if target is not None:
            text = self._context.workspace.imports.template()
            self._context.jobs.run(self, partial(write_template, target, text), self._tell_template)

    def _tell_template(self, _: object) -> None:
        self._context.hub.say(self.tr("Het sjabloon is bewaard. De twee gesprekken erin zijn verzonnen."))
