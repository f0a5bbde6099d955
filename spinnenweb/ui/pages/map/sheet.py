"""The map as a sheet to type in: cells, pasted rows, what may be there already, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.map_likeness import plain_title
from spinnenweb.domain.social_map import Organisation
from spinnenweb.services.map_cells import FIELDS, CellKind
from spinnenweb.services.map_rows import ORGANISATION, Pasted, cells_in
from spinnenweb.ui.dates import clock_time
from spinnenweb.ui.dialogs.map_paste import MapPasteDialog, Paste, laid_out
from spinnenweb.ui.errors import told
from spinnenweb.ui.models.map_sheet import AT_ONCE, MapSheetModel
from spinnenweb.ui.pages.map.likely import LikelyNote
from spinnenweb.ui.pages.map.writing import (
    Typed,
    add_organisation,
    add_organisations,
    alike,
    put_away_all,
    put_back_all,
)
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.sheet_view import CellEditor, SheetView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.map_filter import MapFilter
    from spinnenweb.domain.social_map import Offer
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import LikeLine, Saved
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.map_joining import MapJoining
    from spinnenweb.ui.map_undo import MapUndo

    Record = tuple[Offer | Organisation, str]
    Found = tuple[tuple[str, ...], tuple[Record, ...]]

_KINDS = (MapKind.OFFER, MapKind.ORGANISATION)
_PAIR = ("kept", "other")
DELAY_MS = 200


def read_records(service: SocialMapService, kind: MapKind, ids: Sequence[str]) -> tuple[Record, ...]:
    """The records with these ids, each with the name of its organisation."""
    if kind is MapKind.ORGANISATION:
        return tuple((line.organisation, line.organisation.name) for line in service.organisation_lines(ids))
    return tuple((line.offer, line.organisation.name) for line in service.offer_lines(ids))


def find_records(service: SocialMapService, kind: MapKind, wanted: MapFilter) -> Found:
    """What fits, and the first rows of it."""
    ids = service.find_offers(wanted) if kind is MapKind.OFFER else service.find_organisations(wanted)
    return ids, read_records(service, kind, ids[:AT_ONCE])


class SheetPart(QWidget):
    """Sends `opened(str)` for an organisation."""

    opened = Signal(str)

    def __init__(
        self, context: Context, names: MapNames, undo: MapUndo, joining: MapJoining, page: QWidget
    ) -> None:
        super().__init__()
        self._context, self._names, self._undo, self._joining, self._page = context, names, undo, joining, page
        self._wanted: MapFilter | None = None
        self.model = MapSheetModel(names, self.tr("Organisatie"), self)
        self.view = SheetView(self.tr("Sociale kaart als tabel"))
        self.editor = CellEditor(self._words, self._several, self._only, self.view)
        self.tabs = QTabBar()
        self.likely = LikelyNote(context)
        self.problem = text_label("", "error")
        self.saved = text_label("", "small")
        self.check = link_button(self.tr("Vandaag nagekeken"), "strong")
        self.join = link_button(self.tr("Samenvoegen…"))
        self.bin = link_button(self.tr("Naar de prullenbak"))
        self.look = link_button(self.tr("Organisatie openen"))
        self.back = link_button(self.tr("Ongedaan maken"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._typed = Typed("", "")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Wat er in de tabel staat"))
        self.tabs.addTab(self.tr("Aanbod"))
        self.tabs.addTab(self.tr("Organisaties"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.editor)
        self.view.setMinimumHeight(px(150))
        card = RowCard()
        card.add_row(self.view)
        foot = QWidget()
        acts = FlowLayout(foot, gap=20)
        for act in (self.check, self.look, self.join, self.bin, self.back, self.saved):
            acts.addWidget(act)
        self.keys = text_label(
            self.tr("Typ of druk op Enter. Tab gaat verder, Ctrl+V plakt rijen uit Excel, Ctrl+Z zet terug."),
            "small",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.tabs, self.likely, self.problem):
            column.addWidget(part)
        column.addWidget(card, 1)
        column.addWidget(foot)
        column.addWidget(self.keys)
        self.problem.hide()
        self.saved.hide()

    def _listen(self) -> None:
        self.tabs.currentChanged.connect(self._read)
        self.model.cell_written.connect(self._write)
        self.model.row_written.connect(self._write_row)
        self.model.refused.connect(self._refuse)
        self.model.wanted.connect(self._read_on)
        self.view.pasted.connect(self.paste)
        self.view.undo_asked.connect(self._undo.take_back)
        self.view.opened.connect(self._open)
        self.view.emptied.connect(self._empty)
        self.editor.typed.connect(self._notice)
        self.editor.stepped.connect(self.view.step)
        self.likely.opened.connect(self.opened)
        self.likely.compared.connect(self._compare)
        self._timer.timeout.connect(self._look_alike)
        self.check.clicked.connect(self._check)
        self.join.clicked.connect(self._join)
        self.bin.clicked.connect(self._put_away)
        self.look.clicked.connect(self._look)
        self.back.clicked.connect(self._undo.take_back)

    @property
    def _service(self) -> SocialMapService:
        return self._context.workspace.social_map

    @property
    def kind(self) -> MapKind:
        """What the rows are."""
        return _KINDS[self.tabs.currentIndex()]

    # reading

    def read(self, wanted: MapFilter, names: MapNames) -> None:
        """Show what fits."""
        self._wanted, self._names = wanted, names
        self._read()

    def _read(self) -> None:
        if self._wanted is not None:
            work = partial(find_records, self._service, self.kind, self._wanted)
            self._context.jobs.run(self, work, partial(self._show, self._wanted, self.kind))

    def _show(self, wanted: MapFilter, kind: MapKind, found: Found) -> None:
        if wanted is not self._wanted or kind is not self.kind:
            return
        here = self.view.currentIndex()
        chosen = self.model.record_id(here.row()) if here.isValid() else ""
        same = kind is self.model.kind and self.model.rowCount() > 1
        self.model.show_records(kind, *found, self._names)
        if not same:
            self.view.fit_columns()
        row = self.model.row_of(chosen) if chosen else -1
        self.view.setCurrentIndex(self.model.index(max(row, 0), max(here.column(), 0)))

    def _read_on(self, ids: tuple[str, ...]) -> None:
        work = partial(read_records, self._service, self.kind, ids)
        self._context.jobs.run(self, work, partial(self.model.add_records, ids))

    def _words(self, column: int) -> Sequence[str]:
        field = self.model.fields[column]
        if field == ORGANISATION:
            return [one.name for one in self._service.organisations()]
        return [*self._names.of.get(field, {}).values()]

    def _several(self, column: int) -> bool:
        return FIELDS[self.kind].get(self.model.fields[column]) is CellKind.CODES

    def _only(self, column: int) -> bool:
        return FIELDS[self.kind].get(self.model.fields[column]) in (CellKind.CODE, CellKind.CODES)

    # writing

    def _write(self, record_id: str, field: str, typed: str) -> None:
        work = partial(self._service.set_cell, self.kind, record_id, field, typed, self._names)
        self._context.jobs.run(self, work, self._tell_saved, self._fail)

    def _tell_saved(self, saved: Saved) -> None:
        self._undo.saved(saved, writer=self._page)
        self._refuse(None)
        words, now = self._context.words, self._context.workspace.clock.now()
        self.saved.setText(words.say("state.saved", time=clock_time(now)))
        self.saved.show()

    def _refuse(self, error: SpinnenwebError | None) -> None:
        self._say("" if error is None else told(error, self._context.messages, self._context.words).text)

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            announce(self.problem, text)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self._refuse(error)
        else:
            self._context.hub.fail(error)
        self.model.keep_blank()
        self._read()

    def _write_row(self, typed: dict[str, str]) -> None:
        if self.kind is MapKind.ORGANISATION:
            work: Callable[[], Pasted] = partial(add_organisation, self._service, typed, self._names)
        else:
            whole = {ORGANISATION: self.model.above(), **{key: cell for key, cell in typed.items() if cell}}
            rows = self._context.workspace.map_rows
            work = partial(rows.add_offers, tuple(whole), (tuple(whole.values()),), self._names)
        self._context.jobs.run(self, work, self._adopt, self._fail)

    def _adopt(self, pasted: Pasted) -> None:
        if pasted.faults:
            first = pasted.faults[0]
            self._fail(SpinnenwebError(first.code, **dict(first.values)))
            return
        self._tell_saved(pasted.saved)
        made = next(one for kind, one in reversed(pasted.saved.added) if kind is self.kind)
        self._context.jobs.run(self, partial(read_records, self._service, self.kind, (made,)), self._show_new)

    def _show_new(self, records: tuple[Record, ...]) -> None:
        for record, whose in records:
            self.model.adopt(record, whose)

    # pasting

    def paste(self, text: str) -> None:
        """Write a cell at once; more of them are shown first."""
        rows, columns = cells_in(text), self.view.block()
        if not rows:
            return
        first, at = columns[0][0], columns[1][0]
        alone = len(rows) == 1 and len(rows[0]) == 1 and len(columns[0]) == 1 and len(columns[1]) == 1
        if alone:
            self.model.setData(self.model.index(first, at), rows[0][0])
            return
        over = self._over(first, len(rows), len(columns[0]))
        paste = laid_out(rows, self.model.fields[at:], self.model.head, over)
        known = frozenset(plain_title(one.name) for one in self._service.organisations())
        dialog = MapPasteDialog(self._context, paste, self.model.head, known, self._page)
        dialog.agreed.connect(partial(self._paste, dialog))
        dialog.open()

    def _empty(self) -> None:
        """Several cells at once, and back as one."""
        rows, columns = self.view.block()
        ids = tuple(one for one in map(self.model.record_id, rows) if one)
        fields = [self.model.fields[column] for column in columns]
        blank = (tuple("" for _ in fields),)
        work = partial(self._context.workspace.map_rows.paste, self.kind, ids, fields, blank, self._names)
        self._context.jobs.run(self, work, self._emptied, self._fail)

    def _emptied(self, pasted: Pasted) -> None:
        if pasted.faults:
            first = pasted.faults[0]
            self._refuse(SpinnenwebError(first.code, **dict(first.values)))
        else:
            self._tell_saved(pasted.saved)
            self._read()

    def _over(self, first: int, rows: int, chosen: int) -> tuple[str, ...]:
        last = first + (chosen if rows == 1 else rows)
        ids = (self.model.record_id(row) for row in range(first, min(last, self.model.rowCount())))
        return tuple(one for one in ids if one)

    def _paste(self, dialog: MapPasteDialog, paste: Paste) -> None:
        rows = self._context.workspace.map_rows
        if not paste.new:
            work: Callable[[], Pasted] = partial(
                rows.paste, self.kind, paste.over, paste.fields, paste.rows, self._names
            )
        elif self.kind is MapKind.OFFER:
            work = partial(rows.add_offers, paste.fields, paste.rows, self._names)
        else:
            work = partial(add_organisations, self._service, paste, self._names)
        self._context.jobs.run(dialog, work, partial(self._pasted, dialog), dialog.refuse_any)

    def _pasted(self, dialog: MapPasteDialog, pasted: Pasted) -> None:
        if pasted.faults:
            dialog.tell_faults(pasted.faults)
            return
        dialog.accept()
        self._undo.saved(pasted.saved, self.tr("De rijen staan erin."), self._page)
        self._read()

    # what may be there already

    def _notice(self, index: QModelIndex, text: str) -> None:
        field, row = self.model.fields[index.column()], index.row()
        if field in ("name", ORGANISATION):
            offer = self.kind is MapKind.OFFER and field == "name"
            self._typed = Typed(self.model.record_id(row), text, self._whose(row) if offer else None)
            self._timer.start()

    def _whose(self, row: int) -> str:
        """The organisation of an offer that is typed; empty for one that is new."""
        if not self.model.is_blank(row):
            return self.model.organisation_id(row)
        named = plain_title(self.model.blank.get(ORGANISATION, "") or self.model.above())
        known = (one.id for one in self._service.organisations() if plain_title(one.name) == named)
        return next(known, "")

    def _look_alike(self) -> None:
        typed = self._typed
        work = partial(alike, self._context.workspace.map_merging, typed)
        self._context.jobs.run(self, work, partial(self._show_alike, typed.record_id))

    def _show_alike(self, record_id: str, found: tuple[LikeLine, ...]) -> None:
        self.likely.show_found(record_id, found)

    # acts

    def _chosen(self) -> tuple[str, ...]:
        rows, _ = self.view.block()
        return tuple(one for one in map(self.model.record_id, rows) if one)

    def _check(self) -> None:
        if ids := self._chosen():
            whole = self.kind is MapKind.ORGANISATION
            check = self._service.check_whole if whole else partial(self._service.check, MapKind.OFFER)
            self._context.jobs.run(self, partial(check, ids), partial(self._checked, len(ids)), self._fail)

    def _checked(self, number: int, saved: Saved) -> None:
        text = self.tr("Vandaag nagekeken.") if number == 1 else self.tr("{n} vandaag nagekeken.").format(n=number)
        self._undo.saved(saved, text)
        self._read()

    def _compare(self, kept: str, other: str) -> None:
        self._joining.compare(self.kind, kept, other)

    def _join(self) -> None:
        """Two rows that are chosen are laid side by side; of one the other is asked."""
        ids = self._chosen()
        record = self.model.record(self.view.currentIndex().row()) if ids else None
        if len(ids) == len(_PAIR):
            self._joining.compare(self.kind, *ids)
        elif len(ids) > len(_PAIR):
            self._say(self.tr("Kies twee rijen om samen te voegen, of één."))
        elif isinstance(record, Organisation):
            self._joining.choose_organisation(record)
        elif record is not None:
            self._joining.choose_offer(record)

    def _put_away(self) -> None:
        if ids := self._chosen():
            work = partial(put_away_all, self._service, self.kind, ids)
            back = partial(put_back_all, self._context.workspace.bin, self.kind, ids)
            self._context.jobs.run(self, work, partial(self._put, back), self._fail)

    def _put(self, back: Callable[[], Changes], changes: Changes) -> None:
        self._undo.did(back, changes, self.tr("Het ligt in de prullenbak."))
        self._read()

    def _open(self, index: QModelIndex) -> None:
        if whose := self.model.organisation_id(index.row()):
            self.opened.emit(whose)

    def _look(self) -> None:
        self._open(self.view.currentIndex())
