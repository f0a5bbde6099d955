"""Two on the map that may be one: choose the other, look at both, and make them one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import MapKind
from spinnenweb.services.map_cells import FIELDS, cell_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note, RowCard
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, list_row
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import OrganisationCard
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.context import Context

MOST = 6
_ENOUGH = 0.7


def read_pair(service: SocialMapService, kept: str, other: str) -> tuple[OrganisationCard, OrganisationCard]:
    """Two organisations to look at."""
    return service.card(kept), service.card(other)


class ChooseOrganisationDialog(Sheet):
    """Sends `chosen(str)` and goes; `without` is not offered, those that are `like` it stand first."""

    chosen = Signal(str)

    def __init__(self, context: Context, title: str, without: OrganisationCard, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(title, self.tr("Kiezen"))
        self._without = without.organisation
        self.field = SearchField(self.tr("Typ een deel van de naam"))
        self.nothing = text_label("", "soft")
        self.list = RowCard()
        self.rows: dict[RowButton, str] = {}
        for part in (self.field, self.nothing, self.list):
            self.fields.addWidget(part)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._take_first)
        self.keep.clicked.connect(self._take_first)
        self._search("")
        self.field.setFocus()

    def _search(self, text: str) -> None:
        found = self._named(text.strip()) if text.strip() else self._like()
        self.list.clear()
        self.rows = {}
        for one, name, sub in found[:MOST]:
            row = list_row(f"{name}, {sub}", text_label(name, "strong"), sub)
            row.clicked.connect(self._take)
            self.rows[row] = one
            self.list.add_row(end_row(row))
        self.list.setVisible(bool(found))
        self.nothing.setText(self.context.words.say("message.search_nothing", text=text) if text.strip() else "")
        self.nothing.setVisible(not found and bool(text.strip()))

    def _like(self) -> list[tuple[str, str, str]]:
        found = self.context.workspace.map_merging.like_organisation(self._without)
        words = self.context.words
        return [(one.id, one.name, words.say(f"map.like.{one.why.value}")) for one in found]

    def _named(self, text: str) -> list[tuple[str, str, str]]:
        service, words = self.context.workspace.social_map, self.context.words
        ids = [one for one in service.find_organisations(MapFilter(text=text)) if one != self._without.id]
        lines = [line.organisation for line in service.organisation_lines(ids[:MOST])]
        return [(one.id, one.name, words.say(f"map.kind.{one.kind.value}")) for one in lines]

    def _take(self) -> None:
        sender = self.sender()
        self._choose(next(one for row, one in self.rows.items() if row is sender))

    def _take_first(self) -> None:
        if first := next(iter(self.rows.values()), ""):
            self._choose(first)

    def _choose(self, organisation_id: str) -> None:
        self.accept()
        self._emit_chosen(organisation_id)

    def _emit_chosen(self, organisation_id: str) -> None:
        self.chosen.emit(organisation_id)


class MapMergeDialog(Sheet):
    """`kept` stays in sight. Sends `merged(Changes)` when they are one, and goes."""

    WIDE = 760
    merged = Signal(object)

    def __init__(
        self,
        context: Context,
        kept: OrganisationCard,
        other: OrganisationCard,
        names: MapNames,
        parent: QWidget,
    ) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Is dit dezelfde organisatie?"), self.tr("Samenvoegen"))
        self._kept, self._other, self._names = kept, other, names
        explained = self.tr("{name} blijft staan. Wat daar leeg is, komt van de ander, en al het aanbod komt mee.")
        self.explained = Note(explained.format(name=kept.organisation.name))
        self.calm = text_label(self.tr("Er wordt niets gewist. Losmaken kan altijd."), "small")
        for part in (self.explained, self._beside(), self.calm):
            self.fields.addWidget(part)
        self.keep.clicked.connect(self._merge)
        self.not_now.setFocus()

    def _beside(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        # where letters are large the name of a line stands over it, and not beside it
        over = self.room().width() < px(self.WIDE) * _ENOUGH
        first, step = (0, 2) if over else (1, 1)
        for column in (first, first + 1):
            grid.setColumnStretch(column, 1)
        for number, (name, mine, theirs) in enumerate(self._lines()):
            # what differs stands out: that is what has to be looked at
            role = "body" if mine == theirs else "strong"
            row = number * step
            grid.addWidget(text_label(name, "soft"), row, 0, 1, step, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate((mine, theirs), first):
                grid.addWidget(text_label(text or "–", role), row + step - 1, column, Qt.AlignmentFlag.AlignTop)
        return holder

    def _lines(self) -> list[tuple[str, str, str]]:
        kind, lines = MapKind.ORGANISATION, []
        for field in FIELDS[kind]:
            mine, theirs = (
                cell_of(kind, card.organisation, field, self._names) for card in (self._kept, self._other)
            )
            if mine or theirs:
                lines.append((self._names.heads[field], mine, theirs))
        offers = [", ".join(line.offer.name for line in card.offers) for card in (self._kept, self._other)]
        persons = [", ".join(one.name for one in card.persons) for card in (self._kept, self._other)]
        lines.append((self.tr("Aanbod"), offers[0], offers[1]))
        lines.append((self.tr("Contactpersonen"), persons[0], persons[1]))
        return lines

    def _merge(self) -> None:
        self.keep.setEnabled(False)
        merging = self.context.workspace.map_merging
        ids = self._kept.organisation.id, self._other.organisation.id
        work = partial(merging.merge, MapKind.ORGANISATION, *ids)
        self.context.jobs.run(self, work, self._done, self._fail)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self._emit_merged(changes)

    def _emit_merged(self, changes: Changes) -> None:
        self.merged.emit(changes)

    def _fail(self, error: Exception) -> None:
        self.reject()
        self.context.hub.fail(error)
