"""Own work: the exact board, for the worker's own eyes. It has no way out: no export, no print, no copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.theme_board import Verdict
from spinnenweb.ui.models.theme_board import HeatModel, NumbersModel
from spinnenweb.ui.pages.themes.findings import Findings
from spinnenweb.ui.pages.themes.heat import ClosedTable, HeatView
from spinnenweb.ui.places import THEMES, Place
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.verdict_mark import VerdictMark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spinnenweb.domain.theme_board import Board, Cell
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.board_words import Telling

translate = QCoreApplication.translate
_ROW = 36


def number_columns() -> tuple[tuple[str, str, Callable[[Cell], int]], ...]:
    """Head, meaning and number of the columns of the table."""
    return (
        (
            translate("ThemesPage", "Vraag"),
            translate("ThemesPage", "Inwoners die ernaar vroegen"),
            lambda cell: cell.demand.people,
        ),
        (
            translate("ThemesPage", "Signaal"),
            translate("ThemesPage", "Van hen met een signaal"),
            lambda cell: cell.demand.signalled,
        ),
        (
            translate("ThemesPage", "Doel"),
            translate("ThemesPage", "Van hen met een doel dat nog loopt"),
            lambda cell: cell.demand.goals,
        ),
        (
            translate("ThemesPage", "Te doen"),
            translate("ThemesPage", "Mogelijkheden op de kaart"),
            lambda cell: cell.supply.offers,
        ),
        (
            translate("ThemesPage", "Plek"),
            translate("ThemesPage", "Mogelijkheden met plek"),
            lambda cell: cell.supply.takes,
        ),
        (
            translate("ThemesPage", "Oud"),
            translate("ThemesPage", "Mogelijkheden die lang niet zijn nagekeken"),
            lambda cell: cell.supply.unsure,
        ),
        (
            translate("ThemesPage", "Willen"),
            translate("ThemesPage", "Organisaties die hier iets mee willen"),
            lambda cell: len(cell.meaning),
        ),
        (
            translate("ThemesPage", "Gingen"),
            translate("ThemesPage", "Inwoners die een tip kregen of er via jou heen gingen"),
            lambda cell: cell.passed_on,
        ),
    )


class OwnPart(QWidget):
    """Heat map or table at the left, what stands out at the right. Sends `opened(Place)` and `asked()`."""

    opened = Signal(object)
    asked = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._telling: Telling | None = None
        closed = translate("ThemesPage", "Niet om te delen")
        self.model = HeatModel(closed, self)
        ends = (
            closed,
            translate("ThemesPage", "Kern"),
            translate("ThemesPage", "Wat opvalt"),
        )
        self.numbers = NumbersModel(number_columns(), ends, self)
        self.heat = HeatView(self.model)
        self.table = ClosedTable(self.numbers, translate("ThemesPage", "Alle getallen, niet om te delen"), _ROW)
        self.table.setSelectionBehavior(ClosedTable.SelectionBehavior.SelectRows)
        self.period = ChoiceBox()
        self.period.addItem(translate("ThemesPage", "Het afgelopen jaar"), False)
        self.period.addItem(translate("ThemesPage", "Alles"), True)
        self.period.setAccessibleName(translate("ThemesPage", "Welke gesprekken tellen mee?"))
        self.as_table = ToggleChip(translate("ThemesPage", "Alle getallen"))
        self.findings = Findings(self._meaning, self)
        self._lay_out()
        self.period.activated.connect(self.asked)
        self.as_table.toggled.connect(self._turn)
        self.heat.chosen.connect(self._open_cell)
        self.table.chosen.connect(self._open_row)
        self.findings.opened.connect(self.opened)

    def _meaning(self, verdict: Verdict) -> str:
        return self._words.say(f"board.meaning.{verdict.value}")

    def _lay_out(self) -> None:
        choice = QWidget()
        flow = FlowLayout(choice, gap=12)
        flow.addWidget(self.period)
        flow.addWidget(self.as_table)
        self.map_card, self.table_card = RowCard(), RowCard()
        self.map_card.add_row(self.heat)
        self.table_card.add_row(self.table)
        self.table_card.hide()
        found = self.findings
        self.columns = Columns((13, 8), narrow=860)
        self.beside = Columns((1, 1), narrow=860)
        legend = self._legend()
        _fill(self.columns, (choice, self.map_card, self.table_card, legend), found.first)
        _fill(self.beside, (found.shared,), (found.signals,))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(24))
        outer.addWidget(self.columns)
        outer.addWidget(self.beside)

    def _legend(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(4), px(4), 0, 0)
        column.setSpacing(px(6))
        first = translate(
            "ThemesPage", "Eerst hoeveel inwoners ernaar vroegen, dan wat er te doen is. Donkerder: meer gevraagd."
        )
        column.addWidget(text_label(first, "small"))
        marks = QWidget()
        flow = FlowLayout(marks, gap=16)
        for verdict in (Verdict.LITTLE, Verdict.UNUSED, Verdict.FITS, Verdict.UNHEARD):
            flow.addWidget(VerdictMark(verdict, self._words.say(f"board.verdict.{verdict.value}")))
        column.addWidget(marks)
        return holder

    @property
    def everything(self) -> bool:
        """Whether all conversations count, and not those of the last year."""
        return bool(self.period.currentData())

    def show_board(self, board: Board, telling: Telling, signs: Mapping[str, Sequence[str]]) -> None:
        """Show another board; the chosen cell stays chosen. `signs` holds the themes of an early sign."""
        self._telling = self.heat.delegate.telling = telling
        at, row = self.heat.currentIndex(), self.table.currentIndex().row()
        place = (at.row(), at.column())
        self.model.show_board(board, telling)
        self.numbers.show_board(board, telling)
        self.heat.fit_columns()
        self.table.fit_columns()
        self.heat.setCurrentIndex(self.model.index(max(0, place[0]), max(1, place[1])))
        self.table.setCurrentIndex(self.numbers.index(max(0, row), 0))
        self.findings.show_board(board, telling, signs)
        for number, group in enumerate((self.findings.shared, self.findings.signals)):
            self.beside.show_column(number, shown=not group.isHidden())

    def _turn(self, on: bool) -> None:
        self.map_card.setVisible(not on)
        self.table_card.setVisible(on)
        self.columns.show_column(1, shown=not on)
        self.table.fit_height()

    def _open_cell(self, index: QModelIndex) -> None:
        self.opened.emit(Place(THEMES, self.model.theme(index.row()), self.model.place(index.column())))

    def _open_row(self, index: QModelIndex) -> None:
        cell = self.numbers.cell(index.row())
        self.opened.emit(Place(THEMES, cell.theme, cell.village_id))


def _fill(columns: Columns, *parts: Sequence[QWidget]) -> None:
    """Fill columns from the left, each from the top."""
    for number, widgets in enumerate(parts):
        for widget in widgets:
            columns.column(number).addWidget(widget)
        columns.column(number).addStretch(1)
