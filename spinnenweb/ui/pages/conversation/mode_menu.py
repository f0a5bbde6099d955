"""The chip beside the title: how marks are given and which web is used. Fixed from the first mark on.

What is chosen is also what the next conversation with this resident begins with.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.ways import Way
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.icons import icon
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.instrument_names import instrument_name

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.ui.talk.talk import Talk

T = TypeVar("T")


class ModeChip(QWidget):
    """Shows the way of marking; a button while there is a choice, then only a word.

    Sends `edited(Edit)`, and `liked(Like)` with what is to stand on the resident's card.
    """

    edited = Signal(object)
    liked = Signal(object)

    def __init__(self, words: Wording, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._catalogue = catalogue
        self._talk: Talk | None = None
        self.button = QPushButton()
        set_role(self.button, "chip")
        self.button.setAutoDefault(False)
        self.button.setIcon(icon("chevron-down", "ink_soft"))
        self.button.setIconSize(QSize(px(16), px(16)))
        self.fixed = Chip("", "accent")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.fixed)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menu_of_ways = QMenu(self)
        self.modes: dict[Mode, QAction] = {}
        self.ways: dict[Way, QAction] = {}
        self.instruments: dict[InstrumentKey, QAction] = {}
        self.fill()
        self.button.clicked.connect(self._open)

    def fill(self) -> None:
        """Offer what there is to choose from now: an instrument may have been loaded or switched off."""
        self.menu_of_ways.clear()
        words = self._words
        self.modes = self._group([(mode, words.say(f"mode.{mode.value}")) for mode in (Mode.DIRECT, Mode.ITEMS)])
        self.menu_of_ways.addSection(words.say("way.title"))
        self.ways = self._group([(way, words.say(f"way.{way.value}")) for way in Way])
        self.menu_of_ways.addSeparator()
        keys = self._catalogue.offered()
        self.instruments = self._group([(key, instrument_name(words, key)) for key in keys])
        for actions, choose in (
            (self.modes, self._choose_mode),
            (self.ways, self._choose_way),
            (self.instruments, self._choose_instrument),
        ):
            for action in actions.values():
                action.triggered.connect(choose)

    def _group(self, choices: list[tuple[T, str]]) -> dict[T, QAction]:
        group = QActionGroup(self)
        found = {}
        for value, text in choices:
            action = self.menu_of_ways.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            found[value] = action
        return found

    def show_talk(self, talk: Talk) -> None:
        """Show how marks are given in this conversation."""
        self._talk = talk
        if tuple(self.instruments) != self._catalogue.offered():
            self.fill()
        conversation = talk.draft.conversation
        faces = conversation.scale is Scale.FACES
        said = [self._words.say(f"way.{Way.FACES.value}" if faces else f"mode.{conversation.mode.value}")]
        if conversation.instrument != ADULT:
            said.append(instrument_name(self._words, conversation.instrument))
        self.button.setText(" · ".join(said))
        self.fixed.setText(" · ".join(said))
        self._check(talk)
        self._show_fixed(conversation.has_marks())

    def _check(self, talk: Talk) -> None:
        conversation = talk.draft.conversation
        self.modes[conversation.mode].setChecked(True)
        for mode, action in self.modes.items():
            action.setEnabled(mode in talk.instrument.modes)
        way = Way.of(talk.draft.resident)
        if way.scale is not conversation.scale:
            way = Way.FACES if conversation.scale is Scale.FACES else Way.NUMBERS
        self.ways[way].setChecked(True)
        for way, action in self.ways.items():
            action.setEnabled(way.scale in talk.instrument.scales)
        if conversation.instrument in self.instruments:
            self.instruments[conversation.instrument].setChecked(True)

    def _show_fixed(self, fixed: bool) -> None:
        self.button.setVisible(not fixed)
        self.fixed.setVisible(fixed)
        why = self.tr("Er staat al een cijfer. Daarom ligt dit nu vast: zo blijven webben te vergelijken.")
        choose = self.tr("Kies hoe je cijfers geeft en welk web je gebruikt. Een volgend gesprek begint zo ook.")
        self.fixed.setToolTip(why)
        self.fixed.setAccessibleDescription(why)
        self.button.setToolTip(choose)
        self.button.setAccessibleDescription(choose)

    def _open(self) -> None:
        self.menu_of_ways.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _choose_mode(self) -> None:
        mode = next(mode for mode, action in self.modes.items() if action.isChecked())
        self._emit(partial(edits.with_mode, mode=mode))

    def _choose_way(self) -> None:
        way = next(way for way, action in self.ways.items() if action.isChecked())
        if self._talk is not None:
            instrument = self._talk.instrument
            self._emit(partial(edits.with_scale, scale=way.scale, instrument=instrument))
            self._like(partial(edits.liking, instrument=instrument.key, way=way.value, scale=way.scale))

    def _choose_instrument(self) -> None:
        key = next(key for key, action in self.instruments.items() if action.isChecked())
        if self._talk is not None:
            sensitive = self._talk.settings.sensitive_aspects
            instrument = self._catalogue.instruments[key]
            self._emit(partial(edits.with_instrument, instrument=instrument, sensitive_too=sensitive))
            self._like(partial(edits.liking_instrument, instrument=instrument))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)

    def _like(self, like: edits.Like) -> None:
        self.liked.emit(like)
