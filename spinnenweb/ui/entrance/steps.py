"""The second and third screen of the first start: the emergency key, and the place of the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinnenweb.ui.entrance import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, primary_button, quiet_button
from spinnenweb.ui.widgets.labels import IconMark, PageTitle, text_label

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.entrance.key_sheet import KeySheet

WIDTH = 620


class _Step(Sheet):
    help_key = "first_start"

    def __init__(self, number: int, title: str) -> None:
        super().__init__(WIDTH)
        row = QHBoxLayout()
        row.addWidget(PageTitle(title), 1)
        row.addWidget(Chip(self.tr("Stap {n} van {total}").format(n=number, total=3)))
        self.card = Card()
        self.card.body.setContentsMargins(px(32), px(24), px(32), px(24))
        self.card.body.setSpacing(px(12))
        self.fold(row)
        self.body.addLayout(row)
        self.body.addWidget(self.card)


class KeyStep(_Step):
    """Screen two: the key, shown once."""

    def __init__(self, sheet: KeySheet) -> None:
        super().__init__(2, self.tr("Je noodsleutel"))
        self.sheet = sheet
        self.card.add(sheet)
        self.begin_at(sheet)


class PlaceStep(_Step):
    """Screen three: `folder_asked()` wants to choose, `done()` goes on; the choice is shown with `show_place`."""

    folder_asked = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__(3, self.tr("Je reservekopieën"))
        text = self.tr(
            "Waar zetten we reservekopieën? Dat mag een USB-stick zijn, of een map op de netwerkschijf van je "
            "organisatie. Ook een kopie zit op slot."
        )
        self.card.add(text_label(text))
        self.card.body.addSpacing(px(4))
        self.choose_button = quiet_button(self.tr("Map kiezen"), "folder")
        self.place = text_label(self.tr("Nog geen map gekozen"), "soft")
        self.card.add(self._choice())
        self.card.body.addSpacing(px(12))
        self.open_button = primary_button(self.tr("Naar je kluis"))
        self.later_button = link_button(self.tr("Later kiezen, bij Instellingen"))
        self.card.add(self._answers())
        self.open_button.setEnabled(False)
        self.choose_button.clicked.connect(self.folder_asked)
        self.open_button.clicked.connect(self.done)
        self.later_button.clicked.connect(self.done)
        self.begin_at(self.choose_button)

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(IconMark("usb", "accent_text", 24))
        row.addWidget(self.place, 1)
        row.addWidget(self.choose_button)
        self.fold(row)
        return row

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.open_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        self.fold(row)
        return row

    def show_place(self, folder: Path) -> None:
        """Show the chosen folder and go on from there."""
        self.place.setText(str(folder))
        self.open_button.setEnabled(True)
        self.later_button.hide()
        self.open_button.setFocus()


class WaitView(Sheet):
    """One card that says what is being made."""

    help_key = "first_start"

    def __init__(self, title: str, text: str, busy: QWidget) -> None:
        super().__init__(WIDTH)
        card = Card()
        card.body.setContentsMargins(px(32), px(28), px(32), px(28))
        card.add(PageTitle(title))
        card.add(text_label(text, "soft"))
        card.add(busy)
        self.body.addWidget(card)
