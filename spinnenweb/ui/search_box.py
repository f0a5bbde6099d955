"""Searching from any page: results while typing, chosen with the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from spinnenweb.domain.search import Hit, HitKind
from spinnenweb.ui.dates import short_day
from spinnenweb.ui.names import display_name, nameless
from spinnenweb.ui.places import HANDOVER, ORGANISATION, RESIDENT, TODAY, Place
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.services.records import ResidentLine
    from spinnenweb.ui.context import Context

translate = QCoreApplication.translate

_PLACE = Qt.ItemDataRole.UserRole
_ICONS = {
    HitKind.RESIDENT: "person",
    HitKind.NOTE: "file-text",
    HitKind.STEP: "arrow-right",
    HitKind.GOAL: "star",
    HitKind.LOOK_BACK: "check",
    HitKind.DISAGREEMENT: "eye",
    HitKind.CONTACT: "talk",
    HitKind.MEETING: "people",
    HitKind.AGENDA: "calendar",
    HitKind.ORGANISATION: "home",
    HitKind.OFFER: "pin",
    HitKind.CONTACT_PERSON: "person",
    HitKind.ORGANISATION_TALK: "talk",
    HitKind.HANDOVER: "share",
    HitKind.CHOICE: "pin",
    HitKind.SIGNAL: "alert",
}
_MOST_SHOWN = 9
"""So many lines stand under the field at most; the rest is a scroll away."""
_LINE = 40
_AROUND = 10
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def line_text(line: ResidentLine, today: date) -> str:
    """What tells one resident from another: Jannie · R-021 · Ruinerdal · 19 mei."""
    resident = line.resident
    parts = [display_name(resident), resident.code if resident.calling_name else "", line.village_name]
    held = short_day(line.last_held_on, today) if line.last_held_on else ""
    return " · ".join(part for part in (*parts, held) if part)


def kind_text(kind: HitKind) -> str:
    """What kind of thing was found."""
    return {
        HitKind.RESIDENT: translate("ResultList", "Inwoner"),
        HitKind.NOTE: translate("ResultList", "Notitie"),
        HitKind.STEP: translate("ResultList", "Stap"),
        HitKind.GOAL: translate("ResultList", "Doel"),
        HitKind.LOOK_BACK: translate("ResultList", "Hoe het ging"),
        HitKind.DISAGREEMENT: translate("ResultList", "Jij ziet het anders"),
        HitKind.CONTACT: translate("ResultList", "Kort praatje"),
        HitKind.MEETING: translate("ResultList", "Bijeenkomst"),
        HitKind.AGENDA: translate("ResultList", "Afspraak"),
        HitKind.ORGANISATION: translate("ResultList", "Organisatie"),
        HitKind.OFFER: translate("ResultList", "Aanbod"),
        HitKind.CONTACT_PERSON: translate("ResultList", "Contactpersoon"),
        HitKind.ORGANISATION_TALK: translate("ResultList", "Gesprek met organisatie"),
        HitKind.HANDOVER: translate("ResultList", "Overdracht"),
        HitKind.CHOICE: translate("ResultList", "Aanbod"),
        HitKind.SIGNAL: translate("ResultList", "Signaal"),
    }[kind]


def hit_text(hit: Hit, today: date) -> str:
    """What tells one hit from another: Jannie · R-021 · Ruinerdal · 19 mei, or Jannie · 19 mei · her words.

    What is of nobody in particular begins with what it is: Bijeenkomst · Ruinerdal · 19 mei · its words.
    """
    held = short_day(hit.held_on, today) if hit.held_on else ""
    title = nameless(hit.code) if hit.code else hit.title
    parts = (title, hit.snippet, held) if hit.kind is HitKind.RESIDENT else (title, held, hit.snippet)
    whose = () if hit.resident_id else (kind_text(hit.kind),)
    return " · ".join(part for part in (*whose, *parts) if part)


def place_of(hit: Hit) -> Place:
    """Where a hit is read: on the page of its resident, unfolded, or of its organisation; the rest on Vandaag."""
    if hit.organisation_id and not hit.resident_id:
        return Place(ORGANISATION, record=hit.organisation_id, other=hit.record_id)
    if hit.kind is HitKind.AGENDA or not hit.resident_id:
        return Place(TODAY, other=hit.record_id)
    if hit.kind is HitKind.HANDOVER:
        return Place(HANDOVER, record=hit.resident_id, other=hit.record_id)
    own = "" if hit.kind is HitKind.RESIDENT else hit.record_id
    return Place(RESIDENT, record=hit.resident_id, other=hit.talk_id or own)


class ResultList(QFrame):
    """What was found, laid over the page under the field. Sends `chosen(Place)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Gevonden"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.itemClicked.connect(self._choose)
        self.nothing: QLabel = text_label("", "soft")
        self.nothing.setContentsMargins(px(12), px(10), px(12), px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(4), px(4))
        column.addWidget(self.rows)
        column.addWidget(self.nothing)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], today: date, nothing: str) -> None:
        """Show what was found, or the line that says that nothing was."""
        self.rows.clear()
        for hit in hits:
            self.rows.addItem(self._item(hit, today))
        self.rows.setVisible(bool(hits))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not hits)
        if hits:
            self.rows.setCurrentRow(0)
        self.keep_within(_MOST_SHOWN * px(_LINE) + px(_AROUND))

    def keep_within(self, height: int) -> None:
        """Be at most this high, in pixels; the lines that do not fit are a scroll away."""
        lines = min(self.rows.count(), _MOST_SHOWN) * px(_LINE) + px(2)
        self.rows.setFixedHeight(max(px(_LINE), min(lines, height - px(_AROUND))))

    def _item(self, hit: Hit, today: date) -> QListWidgetItem:
        item = QListWidgetItem(icon(_ICONS[hit.kind], "ink_soft"), hit_text(hit, today))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind_text(hit.kind)}: {item.text()}")
        item.setData(_PLACE, place_of(hit))
        item.setSizeHint(QSize(px(200), px(_LINE)))
        return item

    def step(self, step: int) -> None:
        """Mark the next one, or the one before."""
        row = self.rows.currentRow() + step
        self.rows.setCurrentRow(min(self.rows.count() - 1, max(0, row)))

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines that were found."""
        return tuple(self.rows.item(row).text() for row in range(self.rows.count()))

    @property
    def spoken(self) -> str:
        """The marked line as it is said aloud, with what kind of line it is."""
        item = self.rows.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.AccessibleTextRole))

    def choose(self) -> None:
        """Take the marked one."""
        item = self.rows.currentItem()
        if self.rows.isVisible() and item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PLACE))


class SearchBox(SearchField):
    """The field with its results. Sends `chosen(Place)`; Ctrl+K brings the keyboard here, Esc empties it."""

    chosen = Signal(object)

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(context.words.say("frame.search"), self.tr("Ctrl K"))
        self._context = context
        self._over = over
        self.results = ResultList(over)
        self.results.chosen.connect(self._go)
        self.textEdited.connect(self._search)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._take_keyboard)
        over.installEventFilter(self)

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _search(self, text: str) -> None:
        if not text.strip():
            self.results.hide()
            return
        hits = self._context.workspace.search.find(text)
        nothing = self._context.words.say("message.search_nothing", text=text.strip())
        self.results.show_hits(hits, self._context.workspace.clock.today(), nothing)
        self._place()
        self.results.show()
        self.results.raise_()
        announce(self, self.results.spoken if hits else nothing)

    def _place(self) -> None:
        corner = self.mapTo(self._over, QPoint(0, self.height() + px(4)))
        width = min(max(self.width(), px(560)), self._over.width() - px(16))
        left = max(px(8), min(corner.x(), self._over.width() - width - px(8)))
        self.results.setFixedWidth(width)
        self.results.move(left, corner.y())
        self.results.keep_within(self._over.height() - corner.y() - px(8))
        self.results.adjustSize()

    def _go(self, place: Place) -> None:
        self.close_results()
        self.chosen.emit(place)

    def close_results(self) -> None:
        """Empty the field and take the results away."""
        self.clear()
        self.results.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter go to the results; Esc leaves the search and only then the page."""
        key = Qt.Key(event.key())
        if key in _MOVES and self.results.isVisible():
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
            announce(self, self.results.spoken)
        elif key in _ENTERS:
            self.results.choose()
        elif key == Qt.Key.Key_Escape and (self.text() or self.results.isVisible()):
            self.close_results()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay under the field when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.results.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Results go when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.results.hide()
