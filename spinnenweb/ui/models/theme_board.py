"""The board of themes as tables: the heat map, the same numbers written out, and what may be shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from spinnenweb.domain.theme_board import ALL, Board, Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spinnenweb.services.shared_figures import SharedFigure
    from spinnenweb.ui.board_words import Telling

    Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
CELL_ROLE = _Role.UserRole
"""The cell of the board at a place, or `None` beside the cells."""
HEAT_ROLE = _Role.UserRole + 1
"""How much is asked here, from 0 to 1 of what is asked most anywhere."""
HIDDEN_ROLE = _Role.UserRole + 2
"""Whether a figure that may be shared is protected."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_BOARD = Board((), (), {})


class _Grid(QAbstractTableModel):
    """Heads over rows of texts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.tips: tuple[str, ...] = ()
        self.words = 1  # so many columns hold words; the others hold numbers
        self._count = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One row for each line."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """As many columns as there are heads."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """The heads of the columns, with what they mean."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.heads):
            return None
        if role == _Role.DisplayRole:
            return self.heads[section]
        if role == _Role.TextAlignmentRole and section >= self.words:
            return _RIGHT
        return self.tips[section] if role == _Role.ToolTipRole and section < len(self.tips) else None


class HeatModel(_Grid):
    """A row for each theme: its name, a cell for each village, and one for all where there are several."""

    def __init__(self, first: str, parent: QObject | None = None) -> None:
        """`first` stands over the names."""
        super().__init__(parent)
        self._first = first
        self._board = _NO_BOARD
        self._telling: Telling | None = None
        self.places: tuple[str, ...] = ()
        self._most = 1

    def show_board(self, board: Board, telling: Telling) -> None:
        """Show another board."""
        self.beginResetModel()
        self._board, self._telling = board, telling
        self.words = len(board.villages) + 2
        self.places = board.villages if len(board.villages) == 1 else (*board.villages, ALL)
        self.heads = (self._first, *map(telling.village, self.places))
        self._most = max((cell.demand.people for place, cell in board.cells.items() if place[0] != ALL), default=0)
        self._count = len(board.themes)
        self.endResetModel()

    def theme(self, row: int) -> str:
        """The code of the theme of a row."""
        return self._board.themes[row]

    def place(self, column: int) -> str:
        """The village of a column; all of them at the names."""
        return self.places[column - 1] if column else ALL

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Names as text; cells only as themselves and as what is read aloud."""
        if self._telling is None:
            return None
        theme = self.theme(index.row())
        if index.column() == 0:
            return self._telling.theme(theme) if role in (_Role.DisplayRole, _Role.ToolTipRole) else None
        cell = self._board.cell(self.place(index.column()), theme)
        if role == CELL_ROLE:
            return cell
        if role == HEAT_ROLE:
            return min(1.0, cell.demand.people / max(1, self._most))
        return self._telling.aloud(cell) if role in (_Role.AccessibleTextRole, _Role.ToolTipRole) else None


class NumbersModel(_Grid):
    """The same, every number in a column of its own: a row for each theme in each village."""

    def __init__(
        self,
        columns: Sequence[tuple[str, str, Callable[[Cell], int]]],
        ends: tuple[str, ...],
        parent: QObject | None,
    ) -> None:
        """`columns` are head, meaning and number; `ends` the heads of theme, village and verdict."""
        super().__init__(parent)
        self._numbers = tuple(number for _, _, number in columns)
        theme, village, verdict = ends
        self.words = len(ends)
        self.heads = (theme, village, verdict, *(head for head, _, _ in columns))
        self.tips = (theme, village, verdict, *(tip for _, tip, _ in columns))
        self._cells: tuple[Cell, ...] = ()
        self._telling: Telling | None = None

    def show_board(self, board: Board, telling: Telling) -> None:
        """Show another board."""
        self.beginResetModel()
        places = board.villages if len(board.villages) == 1 else (*board.villages, ALL)
        self._cells = tuple(board.cell(place, theme) for theme in board.themes for place in places)
        self._telling, self._count = telling, len(self._cells)
        self.endResetModel()

    def cell(self, row: int) -> Cell:
        """The cell of a row."""
        return self._cells[row]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Words and numbers."""
        if self._telling is None:
            return None
        cell, told = self._cells[index.row()], self._telling
        if role == _Role.TextAlignmentRole and index.column() >= self.words:
            return _RIGHT
        if role != _Role.DisplayRole:
            return None
        words = (told.theme(cell.theme), told.village(cell.village_id), told.verdict(cell.verdict))
        texts = (*words, *(str(number(cell)) for number in self._numbers))
        return texts[index.column()]


class SharedModel(_Grid):
    """The figures of a release: a row for each theme, a column for each village."""

    def __init__(
        self, first: str, hidden: str, month: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        """`first` stands over the names; `hidden` is what a protected figure is called, `month` says a month."""
        super().__init__(parent)
        self._first, self._hidden, self._month = first, hidden, month
        self._villages: tuple[str, ...] = ()
        self._themes: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._figures: Mapping[tuple[str, str], SharedFigure] = {}
        self._newest = ""

    def show_figures(self, figures: Sequence[SharedFigure], names: Mapping[str, str]) -> None:
        """Show these; `names` are what themes and the word for all villages are called."""
        self.beginResetModel()
        self._newest = max((figure.snapshot for figure in figures), default="")
        self._figures = {(figure.village, figure.theme): figure for figure in figures}
        self._themes = tuple(dict.fromkeys(figure.theme for figure in figures))
        self._villages = tuple(dict.fromkeys(figure.village for figure in figures))
        self._names = names
        self.heads = (self._first, *(names.get(village, village) for village in self._villages))
        self._count = len(self._themes)
        self.endResetModel()

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Names and figures; a protected one says so and has no number."""
        theme, column = self._themes[index.row()], index.column()
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column else None
        if column == 0:
            return self._names.get(theme, theme) if role == _Role.DisplayRole else None
        figure = self._figures.get((self._villages[column - 1], theme))
        if role == HIDDEN_ROLE:
            return figure is not None and figure.count is None
        if figure is None:
            return None
        if role == _Role.ToolTipRole:
            return self._month(figure.snapshot)
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if figure.count is None:
            return self._hidden
        # what is of an earlier month says so: it may not be read as the figure of this one
        older = figure.snapshot != self._newest
        return f"{figure.count} ({self._month(figure.snapshot)})" if older else str(figure.count)
