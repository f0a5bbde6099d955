"""In which languages residents are spoken to, who checked their texts, and which of them are on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from spinnenweb.domain.languages import ReviewState
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button
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


class LanguageLine(QWidget):
    """One language. Sends `switched(LanguageSwitch)` and `check_asked(code)`."""

    switched = Signal(object)
    check_asked = Signal(str)

    def __init__(self, language: Language, words: Wording) -> None:
        super().__init__()
        self._language, self._words = language, words
        dutch = words.say(f"language.{language.code}")
        # the mark keeps the name of an Arabic language from moving the Dutch one
        name = dutch if language.name == dutch else f"{dutch} – \u2068{language.name}\u2069"
        self.tick = QCheckBox(name)
        self.tick.setAccessibleName(dutch)
        self.tick.setEnabled(not language.always_on)
        self.tick.clicked.connect(self._switch)
        self.state = text_label("", "small")
        self.check = link_button("")
        self.check.setVisible(not language.always_on)
        self.check.clicked.connect(self._ask)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self.state.setContentsMargins(px(26), 0, 0, 0)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self.check, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.state, 1, 0, 1, 2)
        self.show_language(language)

    def show_language(self, language: Language) -> None:
        """Show what is known of its texts now."""
        self._language = language
        state = review_words(language, self._words)
        self.state.setText(state)
        self.tick.setAccessibleDescription(state)
        made = language.review is ReviewState.MADE
        self.check.setText(self.tr("Nakijken vastleggen") if made else self.tr("Aanpassen"))
        self.check.setAccessibleName(f"{self.tick.accessibleName()}: {self.check.text()}")

    def _switch(self, on: bool) -> None:
        self._emit(LanguageSwitch(self._language.code, on))

    def _emit(self, switch: LanguageSwitch) -> None:
        self.switched.emit(switch)

    def _ask(self) -> None:
        self.check_asked.emit(self._language.code)


class LanguagesSection(Card):
    """A line for each language. Sends `switched(LanguageSwitch)` and `check_asked(Language)`."""

    switched = Signal(object)
    check_asked = Signal(object)

    def __init__(self, languages: tuple[Language, ...], words: Wording) -> None:
        super().__init__(
            self.tr("Talen"),
            self.tr("In deze talen kan een inwoner meelezen. Jij blijft alles ook in het Nederlands zien."),
        )
        self._languages = {language.code: language for language in languages}
        self.lines = {language.code: LanguageLine(language, words) for language in languages}
        for line in self.lines.values():
            line.switched.connect(self.switched)
            line.check_asked.connect(self._ask)
            self.add(line)
        advice = self.tr(
            "Laat een taal nalezen door iemand die haar van huis uit spreekt, voordat je haar gebruikt."
            " Wie dat deed, staat alleen in je kluis."
        )
        self.add(text_label(advice, "small"))

    @property
    def ticks(self) -> dict[str, QCheckBox]:
        """The ticks by language."""
        return {code: line.tick for code, line in self.lines.items()}

    @property
    def states(self) -> dict[str, str]:
        """What is known of the texts, by language."""
        return {code: line.state.text() for code, line in self.lines.items()}

    def show_languages(self, languages: tuple[Language, ...], on: Collection[str]) -> None:
        """Show what is known of each language, and which are on."""
        self._languages = {language.code: language for language in languages}
        for language in languages:
            self.lines[language.code].show_language(language)
        self.show_switched_on(on)

    def show_switched_on(self, codes: Collection[str]) -> None:
        """Show which languages are on."""
        for code, line in self.lines.items():
            line.tick.setChecked(code in codes)

    def _ask(self, code: str) -> None:
        self._emit_asked(self._languages[code])

    def _emit_asked(self, language: Language) -> None:
        self.check_asked.emit(language)
