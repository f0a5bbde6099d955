"""Sociale kaart: all organisations with what they offer, as a list to look in or a sheet to type in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.ui.dialogs.map_export import MapExportDialog
from spinnenweb.ui.dialogs.map_import import MapImportDialog
from spinnenweb.ui.dialogs.organisation import OrganisationDialog
from spinnenweb.ui.map_joining import MapJoining
from spinnenweb.ui.map_undo import MapUndo
from spinnenweb.ui.models.map_list import AT_ONCE, NAME, ListRow, MapListModel, read_rows
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.map.layout import Layout
from spinnenweb.ui.pages.map.sheet import SheetPart
from spinnenweb.ui.places import MAP, ORGANISATION, Crumb, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.map_filter import MapFilter
    from spinnenweb.domain.social_map import Organisation
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import Saved
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.context import Context

SHEET = "tabel"
"""What `Place.other` says for the sheet."""
_SHOWN = (Kind.ORGANISATION, Kind.OFFER, Kind.VILLAGE, Kind.VOCABULARY)


@dataclass(frozen=True, slots=True)
class Found:
    """What fits, and its first rows."""

    organisations: tuple[str, ...]
    offers: tuple[str, ...]
    rows: tuple[ListRow, ...]
    anyone: bool
    names: MapNames


def list_rows(
    service: SocialMapService, ids: tuple[str, ...], fitting: frozenset[str], names: MapNames
) -> tuple[ListRow, ...]:
    """The rows of these organisations."""
    lines = service.organisation_lines(ids)
    offers = {
        one: tuple((offer.id, offer.name) for offer in found) for one, found in service.offers_of(ids).items()
    }
    return read_rows(lines, offers, fitting, names.of)


def find(service: SocialMapService, words: Wording, wanted: MapFilter) -> Found:
    """All that fits, read so far as a list shows it at once."""
    names = service.names(words)
    ids, offers = service.find_organisations(wanted), service.find_offers(wanted)
    rows = list_rows(service, ids[:AT_ONCE], frozenset(offers), names)
    return Found(ids, offers, rows, bool(ids) or bool(service.find_organisations()), names)


class MapPage(Page):
    """`Place.other` is `SHEET` for the sheet. Filters and place stay when the person comes back."""

    help_key = "map"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._fitting: frozenset[str] = frozenset()
        self._names = self._service.names(context.words)
        self._wanted: MapFilter | None = None
        self._sheet_on = False
        self.undo = MapUndo(context, self)
        self.model = MapListModel(context.words, self)
        self.view = Layout(self, context, self.model)
        self.sheet = SheetPart(context, self._names, self.undo, MapJoining(context, self.undo, self), self)
        self.view.scroll.body.addWidget(self.sheet, 1)
        self.sheet.hide()
        self.view.show_state(anyone=True, found=True, sheet=False)
        self._listen()

    @property
    def _service(self) -> SocialMapService:
        workspace = self.context.workspace
        return workspace.map_along if self.context.visit.on else workspace.social_map

    def _listen(self) -> None:
        view = self.view
        view.filters.changed.connect(self._read)
        view.filters.field.returnPressed.connect(self._open_first)
        # a key that the field leaves over would only scroll the page
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), view.filters.field)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_into_list)
        view.table.activated.connect(self._open)
        self.model.wanted.connect(self._read_on)
        for button in (view.new, view.first):
            button.clicked.connect(self._add)
        view.as_sheet.clicked.connect(self._turn)
        view.take.clicked.connect(self._take)
        view.give.clicked.connect(self._give)
        self.sheet.opened.connect(self._go)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Sociale kaart, and Als tabel when it is."""
        here = self.context.words.say("nav.map")
        return (Crumb(here, Place(MAP)), Crumb(self.tr("Als tabel"))) if self._sheet_on else ()

    def open(self, place: Place) -> None:
        """Read the map again."""
        # during a visit the map is to read
        self._sheet_on = place.other == SHEET and not self.context.visit.on
        self.sheet.setVisible(self._sheet_on)
        self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again when something on the map changed."""
        if changes.touches(*_SHOWN):
            self._read()

    # reading

    def _read(self) -> None:
        wanted = self._wanted = self.view.filters.wanted
        if not self.model.rowCount():
            self.view.waiting.start()
        work = partial(find, self._service, self.context.words, wanted)
        self.context.jobs.run(self, work, partial(self._show, wanted))

    def _show(self, wanted: MapFilter, found: Found) -> None:
        if wanted is not self._wanted:
            return
        self.view.waiting.stop()
        self.view.waiting.hide()
        chosen = self._chosen()
        self._names, self._fitting = found.names, frozenset(found.offers)
        self.view.filters.offer(found.names)
        self.model.show_rows(found.organisations, found.rows)
        self.view.header.set_sub(self._counted(found))
        self.view.show_state(anyone=found.anyone, found=bool(found.rows), sheet=self._sheet_on)
        self.view.show_acts(shown=not self.context.visit.on)
        self._make_room()
        self.view.none.setText(self._nothing(wanted))
        if self._sheet_on:
            self.sheet.read(wanted, found.names)
        row = self.model.row_of(chosen) if chosen else -1
        if row >= 0:
            self.view.table.setCurrentIndex(self.model.index(row, NAME))

    def _make_room(self) -> None:
        self.view.make_room(self.width(), sheet=self._sheet_on and not self.context.visit.on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet goes before what the list has too."""
        super().resizeEvent(event)
        self._make_room()

    def _counted(self, found: Found) -> str:
        number = len(found.organisations)
        if not number:
            return ""
        who = self.tr("1 organisatie") if number == 1 else self.tr("{n} organisaties").format(n=number)
        return " · ".join(part for part in (who, self.model.possibilities(len(found.offers))) if part)

    def _nothing(self, wanted: MapFilter) -> str:
        if wanted.text:
            return self.context.words.say("message.search_nothing", text=wanted.text)
        return self.tr("Hier past niets bij. Kies minder, of tik op Alles tonen.")

    def _read_on(self, ids: tuple[str, ...]) -> None:
        work = partial(list_rows, self._service, ids, self._fitting, self._names)
        self.context.jobs.run(self, work, partial(self.model.add_rows, ids))

    # the list

    def _chosen(self) -> str:
        index = self.view.table.currentIndex()
        return self.model.organisation_id(index.row()) if index.isValid() else ""

    def _open(self, index: QModelIndex) -> None:
        self._go(self.model.organisation_id(index.row()))

    def _go(self, organisation_id: str) -> None:
        self.context.hub.open(Place(ORGANISATION, record=organisation_id))

    def _open_first(self) -> None:
        if self.view.filters.field.text().strip() and self.model.rowCount() and not self._sheet_on:
            self._go(self.model.organisation_id(0))

    def _go_into_list(self) -> None:
        if self._sheet_on:
            self.sheet.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.model.rowCount():
            self.view.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.table.setCurrentIndex(self.model.index(0, NAME))

    # acts

    def _turn(self) -> None:
        self.context.hub.open(Place(MAP, other="" if self._sheet_on else SHEET))

    def _add(self) -> None:
        dialog = OrganisationDialog(self.context, self._service.blank_organisation(), self._names, self, new=True)
        dialog.kept.connect(self._added)
        dialog.there_already.connect(self._go)
        dialog.open()

    def _added(self, record: Organisation, saved: Saved) -> None:
        self.undo.saved(saved, self.tr("{name} staat op de kaart.").format(name=record.name))
        self._go(record.id)

    def _take(self) -> None:
        dialog = MapImportDialog(self.context, self)
        dialog.taken.connect(self._taken)
        dialog.open()

    def _taken(self, changes: Changes) -> None:
        self.context.hub.report(changes, self.undo)

    def _give(self) -> None:
        MapExportDialog(self.context, self, self.view.filters.wanted.village_id).open()
