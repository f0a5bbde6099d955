"""What the first screens of the first start share: the step, two cards, and choosing a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from spinnenweb.ui.entrance import BusyLine, Sheet
from spinnenweb.ui.entrance.password_choice import PasswordChoice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import primary_button
from spinnenweb.ui.widgets.labels import PageTitle, text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.entrance.turning import Foot

WIDTH = 980
SIDE_BY_SIDE = 800
LONGEST = 200
"""Characters of a name that is asked."""


class FirstSheet(Sheet):
    """Give it its parts with `lay_out`; in `password_card` somebody chooses a password and begins."""

    help_key = "first_start"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self.choice = PasswordChoice()
        self.begin_button = primary_button(self.tr("Beginnen"))
        self.busy = BusyLine(self.tr("Je kluis wordt gemaakt…"))
        self.busy.hide()

    def lay_out(self, intro: str, under: list[QWidget], cards: tuple[Card, Card], foot: Foot) -> None:
        """Lay the parts out: what this is, `under` that what else can be done, the cards, and the way on."""
        self.body.addLayout(self._head(intro, under))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(20))
        for card in cards:
            self._cards.addWidget(card, 1)
        self.body.addLayout(self._cards)
        self.body.addWidget(self.busy)
        self._foot = foot
        self.body.addLayout(foot)

    def _head(self, intro: str, under: list[QWidget]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(PageTitle(self.tr("Welkom bij Spinnenweb")), 1)
        row.addWidget(Chip(self.tr("Stap {n} van {total}").format(n=1, total=3)))
        column.addLayout(row)
        self.fold(row)
        column.addWidget(text_label(intro, "soft"))
        for part in under:
            column.addWidget(part)
        return column

    def password_card(self, *before: QWidget) -> Card:
        """The card that asks for a password, after what else is asked there."""
        card = Card(self.tr("Kies je wachtwoord"))
        for part in before:
            card.add(part)
            card.body.addSpacing(px(8))
        card.add(self.choice)
        card.body.addStretch(1)
        return card

    def where_it_stands(self) -> QWidget:
        """Where the vault comes, and why there."""
        said = self.tr(
            "Je kluis komt op deze laptop te staan, niet in OneDrive. Daar kan een open kluis stukgaan."
        )
        return text_label(said, "small")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the two cards under each other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(direction)
        self._foot.turn(wide)
