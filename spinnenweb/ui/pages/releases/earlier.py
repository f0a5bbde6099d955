"""The releases that were given out before: the list of them, and what one of them contained."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.dates import month_of
from spinnenweb.ui.models.release_table import in_screen_order, month_day
from spinnenweb.ui.pages.releases.sides import emptied
from spinnenweb.ui.pages.releases.table_tabs import table_name
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, RowCard
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import SectionTitle, line_label, text_label
from spinnenweb.ui.widgets.rows import end_row, list_row

if TYPE_CHECKING:
    from spinnenweb.domain.releases import ReleaseSummary

translate = QCoreApplication.translate

LATEST = 4
"""So many earlier releases stand on the page at once; the others are a click away."""


class ContentsCard(Card):
    """What an earlier release contained, table by table."""

    def __init__(self) -> None:
        super().__init__(translate("ReleasesPage", "In dit overzicht"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        self.add(self._lines)

    def show_release(self, one: ReleaseSummary) -> None:
        """Its villages, its figures, and how many of them each table shows."""
        body = emptied(self._lines)
        body.addWidget(
            text_label(translate("ReleasesPage", "Kernen: {names}").format(names=", ".join(one.villages)))
        )
        text = translate("ReleasesPage", "{new} nieuw, {repeated} herhaald, {hidden} afgeschermd")
        body.addWidget(text_label(text.format(new=one.new, repeated=one.repeated, hidden=one.hidden)))
        for table in in_screen_order(one.tables):
            text = translate("ReleasesPage", "{table}: {count} getoond")
            line = text.format(table=table_name(table), count=one.tables[table])
            body.addWidget(text_label(line, "soft"))


class EarlierCard(QWidget):
    """The releases made before, the latest first; `chosen(number)` to look at one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowCard()
        self.more = link_button("")
        self.more.clicked.connect(self._show_all)
        self.title = SectionTitle()
        self._known: tuple[ReleaseSummary, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self.rows)
        column.addWidget(self.more)

    def show_releases(self, known: tuple[ReleaseSummary, ...], beside: int = 0) -> None:
        """List them, without the one that is looked at."""
        others = tuple(one for one in known if one.number != beside)
        earlier, other = (
            translate("ReleasesPage", "Eerdere overzichten"),
            translate("ReleasesPage", "Andere overzichten"),
        )
        self.title.setText(other if beside else earlier)
        if others != self._known:
            self._known = others
            self._fill(LATEST)

    def _show_all(self) -> None:
        self._fill(len(self._known))

    def _fill(self, most: int) -> None:
        self.rows.clear()
        for one in sorted(self._known, key=lambda one: -one.number)[:most]:
            title = translate("ReleasesPage", "Overzicht {number}").format(number=one.number)
            row = end_row(
                list_row(f"{title}, {summary_line(one)}", line_label(title, "strong"), summary_line(one))
            )
            row.clicked.connect(partial(self.chosen.emit, one.number))
            self.rows.add_row(row)
        self.more.setText(translate("ReleasesPage", "Alle {count} overzichten").format(count=len(self._known)))
        self.more.setVisible(most < len(self._known))


def summary_line(one: ReleaseSummary) -> str:
    """An earlier release in one line."""
    text = translate("ReleasesPage", "tot en met {month} · {new} nieuw, {repeated} herhaald")
    return text.format(month=month_of(month_day(one.month)), new=one.new, repeated=one.repeated)
