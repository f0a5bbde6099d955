"""Two on the map that may be one, side by side: look at both, say which one stays, and make them one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from spinnenweb.domain.map_history import MapKind
from spinnenweb.services.map_cells import FIELDS, cell_of
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.social_map import Offer, Organisation
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import OrganisationCard
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.context import Context

_ENOUGH = 0.7


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. Of an organisation what belongs to it, of an offer whose it is, as words for a line."""

    record: Organisation | Offer
    organisation: str = ""
    offers: str = ""
    persons: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two of a kind; `kept` stays."""

    kind: MapKind
    kept: Side
    other: Side

    @property
    def turned(self) -> Beside:
        """The same two, with the other one staying."""
        return replace(self, kept=self.other, other=self.kept)


def read_beside(service: SocialMapService, kind: MapKind, kept: str, other: str) -> Beside:
    """Two organisations or offers to look at; `SpinnenwebError` `map.gone`."""
    if kind is MapKind.ORGANISATION:
        return Beside(kind, *(_organisation(service.card(one)) for one in (kept, other)))
    lines = (service.offer(one) for one in (kept, other))
    return Beside(kind, *(Side(line.offer, organisation=line.organisation.name) for line in lines))


def _organisation(card: OrganisationCard) -> Side:
    offers = ", ".join(line.offer.name for line in card.offers)
    return Side(card.organisation, offers=offers, persons=", ".join(one.name for one in card.persons))


class MapMergeDialog(Sheet):
    """Sends `merged(str, Changes)` when they are one, with the id of the one that stayed, and goes."""

    WIDE = 760
    merged = Signal(str, object)

    def __init__(self, context: Context, beside: Beside, names: MapNames, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self._question(beside.kind), self.tr("Samenvoegen"))
        self.beside, self._names = beside, names
        self.explained = Note("")
        self.turn = link_button("")
        self.turn.clicked.connect(self._turn)
        self.calm = text_label(self.tr("Er wordt niets gewist. Losmaken kan altijd."), "small")
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        for part in (self.explained, self.turn, self._holder, self.calm):
            self.fields.addWidget(part)
        self._show()
        self.keep.clicked.connect(self._merge)
        self.not_now.setFocus()

    def _question(self, kind: MapKind) -> str:
        organisations = kind is MapKind.ORGANISATION
        return self.tr("Is dit dezelfde organisatie?") if organisations else self.tr("Is dit hetzelfde aanbod?")

    def _explained(self) -> str:
        if self.beside.kind is MapKind.ORGANISATION:
            return self.tr("{name} blijft staan. Wat daar leeg is, komt van de ander, en al het aanbod komt mee.")
        return self.tr("{name} ({whose}) blijft staan. Wat daar leeg is, komt van de ander.")

    def _show(self) -> None:
        kept, other = self.beside.kept, self.beside.other
        said = self._explained().format(name=kept.record.name, whose=kept.organisation)
        self.explained.label.setText(said)
        same = kept.record.name == other.record.name
        turned = self.tr("Andersom: de rechter blijft staan")
        named = self.tr("Andersom: {name} blijft staan").format(name=other.record.name)
        self.turn.setText(turned if same else named)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fill(self._grid)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        # where letters are large the name of a line stands over it, and not beside it
        over = self.room().width() < px(self.WIDE) * _ENOUGH
        first, step = (0, 2) if over else (1, 1)
        for column in (first, first + 1):
            grid.setColumnStretch(column, 1)
        heads = ("", self.tr("Blijft staan"), self.tr("Gaat erin op"))
        for number, (name, mine, theirs) in enumerate([heads, *self._lines()]):
            # what differs stands out: that is what has to be looked at
            role = "soft" if number == 0 else "body" if mine == theirs else "strong"
            row = number * step
            grid.addWidget(text_label(name, "soft"), row, 0, 1, step, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate((mine, theirs), first):
                grid.addWidget(text_label(text or "–", role), row + step - 1, column, Qt.AlignmentFlag.AlignTop)

    def _lines(self) -> list[tuple[str, str, str]]:
        kind, kept, other = self.beside.kind, self.beside.kept, self.beside.other
        lines = []
        for field in FIELDS[kind]:
            mine, theirs = (cell_of(kind, side.record, field, self._names) for side in (kept, other))
            if mine or theirs:
                lines.append((self._names.heads[field], mine, theirs))
        if kind is MapKind.OFFER:
            return [(self.tr("Organisatie"), kept.organisation, other.organisation), *lines]
        lines.append((self.tr("Aanbod"), kept.offers, other.offers))
        lines.append((self.tr("Contactpersonen"), kept.persons, other.persons))
        return lines

    def _turn(self) -> None:
        self.beside = self.beside.turned
        self._show()

    def _merge(self) -> None:
        self.keep.setEnabled(False)
        merging = self.context.workspace.map_merging
        ids = self.beside.kept.record.id, self.beside.other.record.id
        work = partial(merging.merge, self.beside.kind, *ids)
        self.context.jobs.run(self, work, self._done, self._fail)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self._emit_merged(changes)

    def _emit_merged(self, changes: Changes) -> None:
        self.merged.emit(self.beside.kept.record.id, changes)

    def _fail(self, error: Exception) -> None:
        self.reject()
        self.context.hub.fail(error)
