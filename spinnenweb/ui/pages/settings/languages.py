"""In which languages residents are spoken to; one that no native speaker has checked is off until switched on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.language_row import review_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from spinnenweb.domain.languages import Language
    from spinnenweb.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class LanguageSwitch:
    """Whether a language may be used from now on."""

    code: str
    on: bool


class LanguagesSection(Card):
    """A tick for each language, with what is known of its texts. Sends `switched(LanguageSwitch)`."""

    switched = Signal(object)

    def __init__(self, languages: tuple[Language, ...], words: Wording) -> None:
        super().__init__(
            self.tr("Talen"),
            self.tr("In deze talen kan een inwoner meelezen. Jij blijft alles ook in het Nederlands zien."),
        )
        self.ticks: dict[str, QCheckBox] = {}
        self.states: dict[str, str] = {}
        for language in languages:
            self.add(self._line(language, words))

    def _line(self, language: Language, words: Wording) -> QWidget:
        dutch = words.say(f"language.{language.code}")
        # the mark keeps the name of an Arabic language from moving the Dutch one
        name = dutch if language.name == dutch else f"{dutch} – \u2068{language.name}\u2069"
        tick = QCheckBox(name)
        state = review_words(language, words)
        tick.setAccessibleName(dutch)
        tick.setAccessibleDescription(state)
        tick.setProperty("code", language.code)
        tick.setEnabled(not language.always_on)
        tick.clicked.connect(self._switch)
        self.ticks[language.code], self.states[language.code] = tick, state
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tick)
        under = text_label(state, "small")
        under.setContentsMargins(px(26), 0, 0, 0)
        column.addWidget(under)
        return holder

    def show_switched_on(self, codes: Collection[str]) -> None:
        """Show which languages are on."""
        for code, tick in self.ticks.items():
            tick.setChecked(code in codes)

    def _switch(self, on: bool) -> None:
        self._emit(LanguageSwitch(str(self.sender().property("code")), on))

    def _emit(self, switch: LanguageSwitch) -> None:
        self.switched.emit(switch)
