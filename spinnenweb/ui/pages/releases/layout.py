"""The widgets of Cijfers delen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from spinnenweb.ui.models.release_table import MEANS
from spinnenweb.ui.pages.releases.cells import ReleaseView
from spinnenweb.ui.pages.releases.earlier import ContentsCard, EarlierCard
from spinnenweb.ui.pages.releases.sides import CheckCard, FilesCard, MadeCard, PrivateCard
from spinnenweb.ui.pages.releases.states import Refused, TooFew
from spinnenweb.ui.pages.releases.table_tabs import TableTabs
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Divider, Note, RowCard
from spinnenweb.ui.widgets.controls import primary_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import plain, strong, text_label
from spinnenweb.ui.widgets.scroll import PageScroll
from spinnenweb.ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.models.release_table import ReleaseModel
    from spinnenweb.ui.pages.releases.explaining import Line

translate = QCoreApplication.translate

_REASON_LINES = 2


class Layout:
    """Fills `page` with the table, what stands beside it, and what stands there when there is no table."""

    def __init__(self, page: QWidget, words: Wording, model: ReleaseModel) -> None:
        self.header = PageHeader(words.say("nav.releases"))
        self.choose = quiet_button(words.say("button.release_choose"))
        self.make = primary_button(words.say("button.release_make"))
        for button in (self.choose, self.make):
            self.header.add_action(button)
        self.waiting = Waiting(translate("ReleasesPage", "De cijfers worden berekend…"))
        self.too_few, self.refused = TooFew(words), Refused()
        self.missing = Missing(words)
        self.village = ChoiceBox()
        self.village_row = self._village_row()
        self.tabs = TableTabs()
        self.compare = self._compare()
        self.table = ReleaseView(model)
        self.reason = text_label("", "small")
        self.card = self._table_card()
        self.check, self.files, self.made = CheckCard(words), FilesCard(), MadeCard(words)
        self.private, self.contents, self.earlier = PrivateCard(words), ContentsCard(), EarlierCard()
        self._lay_out(page)

    def _village_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        label = QLabel(translate("ReleasesPage", "&Kern"))
        set_role(label, "strong")
        label.setBuddy(self.village)
        self.village.setAccessibleName(translate("ReleasesPage", "Kern"))
        self.village.setMinimumWidth(px(220))
        row.addWidget(label)
        row.addWidget(self.village)
        row.addStretch(1)
        return holder

    def _compare(self) -> QWidget:
        """What stands over the means, on the screen as in the workbook."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(12), px(10), px(12), px(2))
        row.addWidget(text_label(translate("ReleasesPage", "Vergelijk er geen dorpen mee."), "strong"))
        return holder

    def _table_card(self) -> RowCard:
        card = RowCard()
        self.foot = QFrame()
        inside = QHBoxLayout(self.foot)
        inside.setContentsMargins(px(12), px(8), px(12), px(8))
        inside.addWidget(self.reason)
        self.reason.setTextFormat(Qt.TextFormat.RichText)
        self.reason.setMinimumHeight(self.reason.fontMetrics().lineSpacing() * _REASON_LINES)
        for part in (self.tabs, Divider("strong"), self.compare, self.table, self.foot):
            card.body.addWidget(part)
        return card

    def _lay_out(self, page: QWidget) -> None:
        columns = Columns((13, 7))
        self.left, self.right = columns.column(0), columns.column(1)
        for part in (
            self.made,
            self.waiting,
            self.refused,
            self.too_few,
            self.missing,
            self.village_row,
            self.card,
        ):
            self.left.addWidget(part)
        self.left.addSpacing(px(8))
        self.left.addWidget(self.earlier)
        self.left.addStretch(1)
        self.right.setSpacing(px(16))
        for card in (self.check, self.files, self.contents, self.private):
            self.right.addWidget(card)
        self.right.addStretch(1)
        self.scroll = PageScroll()
        self.scroll.add(self.header)
        self.scroll.add(columns)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)

    def show_only(self, *parts: QWidget) -> None:
        """Show these parts of the page; all others go."""
        everything = (
            *(self.waiting, self.refused, self.too_few, self.missing, self.village_row, self.card),
            *(
                self.check,
                self.files,
                self.contents,
                self.private,
                self.earlier,
                self.choose,
                self.make,
            ),
        )
        for part in everything:
            part.setVisible(part in parts)

    def show_line(self, line: Line) -> None:
        """The line under the table: about the chosen figure, or about all of them."""
        self.reason.setText(f"{strong(line.about)} {plain(line.text)}" if line.about else plain(line.text))
        set_role(self.foot, "note" if line.private else "")

    def show_heading(self, table: str) -> None:
        """Over the means stands what they are not for."""
        self.compare.setVisible(table == MEANS)

    def fit_table(self) -> None:
        """Keep the table and the line under it on the screen together, where there is room."""
        margins, spacing = self.scroll.body.contentsMargins(), self.scroll.body.spacing()
        around = self.tabs.sizeHint().height() + self.reason.minimumHeight() + px(24)
        extra = (self.made, self.village_row, self.compare, self.missing)
        around += sum(part.sizeHint().height() + px(8) for part in extra if not part.isHidden())
        above = self.header.height() + spacing + margins.top()
        self.table.fit_columns()
        self.table.fit_height(self.scroll.viewport().height() - above - around - margins.bottom())


class Missing(Note):
    """Whose contribution is not there; the previous one may stand in for it."""

    def __init__(self, words: Wording) -> None:
        super().__init__("", "warn")
        self._words = words
        self.use_previous = quiet_button(translate("ReleasesPage", "Vorige gebruiken"))
        self.row.addWidget(self.use_previous)

    def show_workers(self, workers: tuple[str, ...], *, may_repeat: bool) -> None:
        """Name them; `may_repeat` when it was not asked for yet to take their previous ones."""
        self.use_previous.setVisible(may_repeat)
        self.label.setText(self._words.say("release.missing_contribution", worker=", ".join(workers)))
