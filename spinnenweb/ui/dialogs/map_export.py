"""The map for others: in which form, of which village, and whether contact persons who agreed come along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox

from spinnenweb.services.map_exports import MapExport, MapFormat
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.public_map import PublicMap
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page

_MOST_FOLDERS = 100


def free_folder(parent: Path, name: str) -> Path:
    """A folder that is not there yet."""
    tries = (parent / (name if number == 1 else f"{name}-{number}") for number in range(1, _MOST_FOLDERS))
    return next((folder for folder in tries if not folder.exists()), parent / name)


class MapExportDialog(Sheet):
    """Open with `open()`. Nothing leaves before the worker saw what may point at somebody."""

    WIDE = 700

    def __init__(self, context: Context, page: Page, village_id: str = "") -> None:
        super().__init__(context, page)
        self._page = page
        self._asked = MapExport(MapFormat.PDF)
        self.giving = Giving(context, page)
        self.name(self.tr("Sociale kaart doorgeven"), self.tr("Map kiezen en bewaren"))
        self.form, self.village = ChoiceBox(), ChoiceBox()
        for form, name in (
            (MapFormat.PDF, self.tr("Papier (PDF, per kern)")),
            (MapFormat.HTML, self.tr("Website (één bestand)")),
            (MapFormat.HSDS_CSV, self.tr("Ander programma (tabellen)")),
            (MapFormat.HSDS_JSON, self.tr("Ander programma (JSON)")),
        ):
            self.form.addItem(name, form)
        self.village.addItem(self.tr("Alle kernen"), "")
        for village, name in context.workspace.social_map.names(context.words).of["village_ids"].items():
            self.village.addItem(name, village)
        self.village.setCurrentIndex(max(0, self.village.findData(village_id)))
        self.persons = QCheckBox(self.tr("Contactpersonen die dat goed vinden"))
        self.people = QCheckBox(self.tr("Met wie het trekt en nakeek"))
        self.counted = text_label("", "soft")
        self._fill()
        for box in (self.form, self.village):
            box.currentIndexChanged.connect(self._count)
        self.persons.toggled.connect(self._count)
        self.keep.clicked.connect(self._ask)
        self._count()

    def _fill(self) -> None:
        self.explained = text_label("", "soft")
        self.fields.addWidget(self.explained)
        self.fields.addWidget(FieldRow(self.tr("Waarvoor"), self.form))
        self.fields.addWidget(FieldRow(self.tr("Kern"), self.village))
        for part in (self.persons, self.people, self.counted):
            self.fields.addWidget(part)

    @property
    def wanted(self) -> MapExport:
        """What was chosen."""
        form = MapFormat(self.form.currentData())
        people = self.people.isChecked() and not form.public
        return MapExport(form, str(self.village.currentData()), self.persons.isChecked(), people)

    def _count(self) -> None:
        asked = self._asked = self.wanted
        self.people.setVisible(not asked.form.public)
        public = self.tr("Over inwoners en over jullie eigen werk staat er niets in.")
        shared = self.tr("Wat jullie zelf over een organisatie opschreven, gaat mee. Over inwoners niets.")
        self.explained.setText(public if asked.form.public else shared)
        work = partial(self.context.workspace.map_exports.preview, asked)
        self.context.jobs.run(self, work, partial(self._show_count, asked))

    def _show_count(self, asked: MapExport, found: PublicMap) -> None:
        if asked is self._asked:
            size = found.size
            self.keep.setEnabled(size > 0 or not asked.form.public)
            none = self.tr("Hier staat nog niets om door te geven.")
            QTimer.singleShot(0, self, self.grow)
            self.counted.setText(self.tr("Er staan {n} plekken op.").format(n=size) if size else none)

    def _ask(self) -> None:
        place = self.context.asker.folder(self._page, self.tr("In welke map?"))
        if place is None:
            return
        asked, today = self.wanted, self.context.workspace.clock.today().isoformat()
        target = free_folder(place, f"sociale-kaart-{today}-{asked.form.value}")
        check = partial(self.context.workspace.map_exports.guarded, asked)
        self.giving.guarded(check, partial(self._write, target, asked))
        self.accept()

    def _write(self, target: Path, asked: MapExport) -> None:
        context = self._page.context
        work = partial(context.workspace.map_exports.write, target, asked)
        context.jobs.run(self._page, work, partial(tell_written, context, target), context.hub.fail)


def tell_written(context: Context, target: Path, _: object) -> None:
    """Say where it lies now."""
    said = QCoreApplication.translate("MapExportDialog", "De kaart staat in de map {folder}.")
    context.hub.say(said.format(folder=target.name))
