"""Where it was about: themes that fit first, all reachable, at most five."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.conversations import MOST_THEMES
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import SectionTitle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.themes import Theme
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.talk import Talk


def order_of(codes: Sequence[str], proposed: Sequence[str], chosen: Sequence[str], all_: bool) -> tuple[str, ...]:
    """Which themes stand there, in order: what fits, then (all, or) what was chosen, as in the vocabulary."""
    rest = (code for code in codes if code not in proposed and (all_ or code in chosen))
    return (*proposed, *rest)


class ThemesPart(QWidget):
    """Sends `edited(Edit)`."""

    edited = Signal(object)
    rearranged = Signal()

    def __init__(self, words: Wording, themes: Sequence[Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk: Talk | None = None
        self._shown: tuple[str, ...] = ()
        self.chips = {theme.code: self._chip(words, theme.code) for theme in themes}
        self.none = ToggleChip(self.tr("geen van deze"))
        self.none.clicked.connect(self._say_none)
        self.all = link_button(self.tr("alle thema's"))
        self.all.setCheckable(True)
        make_room(self.all, self.tr("alle thema's"), self.tr("minder thema's"))
        self.all.toggled.connect(self._show_all)
        self._flow = FlowLayout(gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(SectionTitle(words.say("message.themes")))
        column.addLayout(self._flow)

    def _chip(self, words: Wording, code: str) -> ToggleChip:
        chip = ToggleChip(words.say(f"theme.{code}"), self)
        chip.setProperty("code", code)
        chip.clicked.connect(self._tick)
        chip.hide()
        return chip

    def show_talk(self, talk: Talk) -> None:
        """Show which themes fit and which were ticked."""
        self._talk = talk
        chosen = talk.draft.conversation.themes
        self._put(order_of(tuple(self.chips), talk.proposed, chosen, self.all.isChecked()))
        full = len(chosen) >= MOST_THEMES
        for code, chip in self.chips.items():
            chip.setChecked(code in chosen)
            chip.setEnabled(code in chosen or not full)
            chip.setToolTip(self.tr("Hoogstens vijf") if full and code not in chosen else "")
        self.none.setChecked(talk.draft.conversation.no_themes)

    def start_anew(self) -> None:
        """Fold away what does not fit: another conversation comes."""
        self.all.setChecked(False)

    def _put(self, order: tuple[str, ...]) -> None:
        if order == self._shown and self._flow.count():
            return
        self._shown = order
        while self._flow.takeAt(0) is not None:
            pass
        line: list[QWidget] = [self.chips[code] for code in order]
        line += [self.none, self.all]
        for widget in line:
            self._flow.addWidget(widget)
        for code, chip in self.chips.items():
            chip.setVisible(code in order)
        self.rearranged.emit()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*(self.chips[code] for code in self._shown), self.none, self.all]

    def _show_all(self, on: bool) -> None:
        self.all.setText(self.tr("minder thema's") if on else self.tr("alle thema's"))
        if self._talk is not None:
            self.show_talk(self._talk)

    def _tick(self, on: bool) -> None:
        self.edited.emit(partial(edits.with_theme, code=str(self.sender().property("code")), on=on))

    def _say_none(self, on: bool) -> None:
        self.edited.emit(partial(edits.with_no_themes, on=on))
