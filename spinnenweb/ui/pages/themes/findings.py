"""What stands out on the board, as rows that lead to a theme or to an organisation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.theme_board import ALL, Board, Cell, Verdict
from spinnenweb.ui.board_words import counted, some_names
from spinnenweb.ui.places import ORGANISATION, SETTINGS, THEMES, Place
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.rows import RowButton, end_row, two_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from spinnenweb.domain.theme_board import QuietOffer, SignalCount
    from spinnenweb.ui.board_words import Telling

SHOWN = 3
"""As many rows of a kind stand there before all of them are asked for."""


def line(first: str, second: str) -> RowButton:
    """A row of one or two lines that leads somewhere."""
    row = RowButton(", ".join(part for part in (first, second) if part))
    strong = text_label(first, "strong")
    row.add(two_lines(strong, text_label(second, "small")) if second else strong, 1)
    return end_row(row)


class Group(QWidget):
    """A title, what it means, the first rows, and a way to all of them. Sends `opened(Place)`."""

    opened = Signal(object)

    def __init__(self, title: str, meaning: str) -> None:
        super().__init__()
        self.rows: list[tuple[RowButton, Place]] = []
        self._lines: Sequence[tuple[str, str, Place]] = ()
        self.card = RowCard()
        self.more = link_button("", "soft")
        self.more.clicked.connect(self._show_rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(4))
        for part in (SectionTitle(title), text_label(meaning, "small"), self.card, self.more):
            column.addWidget(part)

    def show_lines(self, lines: Sequence[tuple[str, str, Place]]) -> None:
        """Show the first of these; nothing at all when there are none."""
        self._lines = lines
        self._show(SHOWN)
        self.setVisible(bool(lines))

    def _show(self, number: int) -> None:
        self.card.clear()
        self.rows = []
        for first, second, place in self._lines[:number]:
            row = line(first, second)
            row.clicked.connect(partial(self.opened.emit, place))
            self.rows.append((row, place))
            self.card.add_row(row)
        self.more.setText(self.tr("Alle {n} tonen").format(n=len(self._lines)))
        self.more.setVisible(len(self._lines) > number)

    def _show_rest(self) -> None:
        before = len(self.rows)
        self._show(len(self._lines))
        self.rows[before][0].setFocus()


def _most(signals: Iterable[SignalCount]) -> list[SignalCount]:
    """Those with most that still waits first."""
    return sorted(signals, key=lambda one: (-one.open, -one.people))


class Findings(QObject):
    """What stands out, who is together on a theme, and early signs. Sends `opened(Place)`."""

    opened = Signal(object)

    def __init__(self, meaning: Callable[[Verdict], str], parent: QObject) -> None:
        """`meaning` says what a verdict means."""
        super().__init__(parent)
        self.little = Group(self.tr("Weinig te vinden"), meaning(Verdict.LITTLE))
        self.unused = Group(self.tr("Past, maar wordt niet gebruikt"), meaning(Verdict.UNUSED))
        self.unheard = Group(self.tr("Hier hoort niemand van"), meaning(Verdict.UNHEARD))
        self.shared = Group(self.tr("Samen optrekken"), self.tr("Thema's waar meer organisaties mee bezig zijn."))
        self.signals = Group(
            self.tr("Signalen"), self.tr("Niet om te delen: wat jij met de inwoner samen noteerde.")
        )
        for group in self.groups:
            group.opened.connect(self.opened)

    @property
    def first(self) -> tuple[Group, ...]:
        """What stands beside the board."""
        return self.little, self.unused, self.unheard

    @property
    def groups(self) -> tuple[Group, ...]:
        """All of them, in their order."""
        return (*self.first, self.shared, self.signals)

    def show_board(self, board: Board, telling: Telling, signs: Mapping[str, Sequence[str]]) -> None:
        """Show what stands out; `signs` holds the themes under which an early sign counts."""
        little = [self._cell(cell, telling) for cell in board.standing_out(Verdict.LITTLE)]
        unused = [self._cell(cell, telling) for cell in board.standing_out(Verdict.UNUSED)]
        self.little.show_lines(little)
        self.unused.show_lines(unused)
        self.unheard.show_lines([self._offer(offer, telling) for offer in board.unheard()])
        self.shared.show_lines([self._together(cell, telling) for cell in board.shared()])
        self.signals.show_lines([self._signal(one, telling, signs) for one in _most(board.signals)])

    def _cell(self, cell: Cell, telling: Telling) -> tuple[str, str, Place]:
        said = telling.numbers(cell)
        if cell.meaning:
            said = self.tr("{said}. Wil hier iets mee: {who}").format(said=said, who=some_names(cell.meaning))
        where = f"{telling.theme(cell.theme)} · {telling.village(cell.village_id)}"
        return where, said, Place(THEMES, cell.theme, cell.village_id)

    def _offer(self, offer: QuietOffer, telling: Telling) -> tuple[str, str, Place]:
        themes = ", ".join(map(telling.theme, offer.themes))
        return offer.name, f"{offer.organisation} · {themes}", Place(ORGANISATION, offer.organisation_id)

    def _together(self, cell: Cell, telling: Telling) -> tuple[str, str, Place]:
        return telling.theme(cell.theme), some_names(cell.partners), Place(THEMES, cell.theme, ALL)

    def _signal(
        self, one: SignalCount, telling: Telling, signs: Mapping[str, Sequence[str]]
    ) -> tuple[str, str, Place]:
        """Leads to the first theme it counts under; what counts under none says so, and leads to where that is."""
        waiting = counted(one.open, self.tr("1 nog niet opgepakt"), self.tr("{n} nog niet opgepakt"))
        parts = [telling.people(one.people), *([waiting] if one.open else [])]
        if themes := signs.get(one.signal, ()):
            place = Place(THEMES, themes[0], one.village_id or ALL)
        else:
            parts.append(self.tr("hoort nog bij geen thema"))
            place = Place(SETTINGS, one.signal)
        return f"{telling.signal(one.signal)} · {telling.village(one.village_id)}", " · ".join(parts), place
