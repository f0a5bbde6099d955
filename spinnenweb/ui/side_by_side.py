"""A backup and the vault of today next to each other, in the same few numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from spinnenweb.ui.dates import clock_time, full_day, locale
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from datetime import datetime

    from spinnenweb.services.restoring import BackupView, Overview

_MEGABYTE = 1_000_000


def megabytes(size: int) -> str:
    """A number of bytes as megabytes with one decimal, as the language of the screens writes it."""
    return locale().toString(max(0.1, size / _MEGABYTE), "f", 1)


@dataclass(frozen=True, slots=True)
class Pair:
    """What is laid side by side; without `today` the vault of today cannot be read."""

    backup: BackupView
    made: datetime
    today: Overview | None


class SideBySide(QWidget):
    """Two cards; under each other where there is no room."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        columns = Columns((1, 1), narrow=570)
        columns.column(0).addWidget(self._backup_card(pair))
        columns.column(0).addStretch(1)
        columns.column(1).addWidget(self._today_card(pair.today))
        columns.column(1).addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(columns)

    def _backup_card(self, pair: Pair) -> Card:
        card = Card(self.tr("Deze reservekopie"))
        when = self.tr("{day}, {time}").format(day=full_day(pair.made.date()), time=clock_time(pair.made))
        size = megabytes(pair.backup.size)
        first = (self.tr("Gemaakt"), when)
        self._fill(card, first, pair.backup.inside, (self.tr("Grootte"), self.tr("{n} MB").format(n=size)))
        return card

    def _today_card(self, today: Overview | None) -> Card:
        card = Card(self.tr("Je kluis nu"))
        if today is None:
            card.add(text_label(self.tr("Deze kluis gaat niet open. Wat erin zit, is nu niet te tellen."), "soft"))
        else:
            self._fill(card, None, today, None)
        return card

    def _fill(
        self, card: Card, first: tuple[str, str] | None, inside: Overview, last: tuple[str, str] | None
    ) -> None:
        newest = full_day(inside.newest) if inside.newest else self.tr("geen")
        rows = [
            first,
            (self.tr("Inwoners"), str(inside.residents)),
            (self.tr("Gesprekken"), str(inside.conversations)),
            (self.tr("Nieuwste gesprek"), newest),
            last,
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(filter(None, rows)):
            grid.addWidget(text_label(row[0], "soft"), number, 0)
            grid.addWidget(text_label(row[1], "strong"), number, 1)
        card.add(grid)
