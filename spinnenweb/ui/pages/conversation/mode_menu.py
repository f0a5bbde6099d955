"""The chip beside the title: how marks are given and which web is used. Fixed from the first mark on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from spinnenweb.domain.instruments import ADULT, ADULT_FIRST, SIMPLE, InstrumentKey, Mode
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import set_role
from spinnenweb.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.ui.talk.talk import Talk

T = TypeVar("T")

_OFFERED = (ADULT, ADULT_FIRST, SIMPLE)


class ModeChip(QWidget):
    """Shows the way of marking; a button while there is a choice, then only a word. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._catalogue = catalogue
        self._talk: Talk | None = None
        self.button = QPushButton()
        set_role(self.button, "chip")
        self.button.setAutoDefault(False)
        self.button.setIcon(icon("chevron-down", "ink_soft"))
        self.fixed = Chip("", "accent")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.fixed)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menu_of_ways = QMenu(self)
        self.modes = self._group([(mode, words.say(f"mode.{mode.value}")) for mode in (Mode.DIRECT, Mode.ITEMS)])
        self.menu_of_ways.addSeparator()
        self.instruments = self._group([(key, self._name(key)) for key in _OFFERED])
        self.button.clicked.connect(self._open)
        for action in self.modes.values():
            action.triggered.connect(self._choose_mode)
        for action in self.instruments.values():
            action.triggered.connect(self._choose_instrument)

    def _group(self, choices: list[tuple[T, str]]) -> dict[T, QAction]:
        group = QActionGroup(self)
        found = {}
        for value, text in choices:
            action = self.menu_of_ways.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            found[value] = action
        return found

    def _name(self, key: InstrumentKey) -> str:
        name = self._words.say(f"instrument.{key.id}")
        if key == SIMPLE:
            return name
        return self._words.say("instrument.version", name=name, version=key.version)

    def show_talk(self, talk: Talk) -> None:
        """Show how marks are given in this conversation."""
        self._talk = talk
        conversation = talk.draft.conversation
        text = self._words.say(f"mode.{conversation.mode.value}")
        web = "" if conversation.instrument == ADULT else f" · {self._name(conversation.instrument)}"
        self.button.setText(text + web)
        self.fixed.setText(text + web)
        self.modes[conversation.mode].setChecked(True)
        for mode, action in self.modes.items():
            action.setEnabled(mode in talk.instrument.modes)
        if conversation.instrument in self.instruments:
            self.instruments[conversation.instrument].setChecked(True)
        self._show_fixed(conversation.has_marks())

    def _show_fixed(self, fixed: bool) -> None:
        self.button.setVisible(not fixed)
        self.fixed.setVisible(fixed)
        why = self.tr("Er staat al een cijfer. Daarom ligt dit nu vast: zo blijven webben te vergelijken.")
        choose = self.tr("Kies hoe je cijfers geeft en welk web je gebruikt")
        self.fixed.setToolTip(why)
        self.fixed.setAccessibleDescription(why)
        self.button.setToolTip(choose)
        self.button.setAccessibleDescription(choose)

    def _open(self) -> None:
        self.menu_of_ways.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _choose_mode(self) -> None:
        mode = next(mode for mode, action in self.modes.items() if action.isChecked())
        self._emit(partial(edits.with_mode, mode=mode))

    def _choose_instrument(self) -> None:
        key = next(key for key, action in self.instruments.items() if action.isChecked())
        if self._talk is not None:
            sensitive = self._talk.settings.sensitive_aspects
            instrument = self._catalogue.instruments[key]
            self._emit(partial(edits.with_instrument, instrument=instrument, sensitive_too=sensitive))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)
