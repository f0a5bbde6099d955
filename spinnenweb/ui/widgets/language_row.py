"""In which language a resident is spoken to, and whether a native speaker has checked its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spinnenweb.domain.languages import BASE
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.languages import Language
    from spinnenweb.domain.wording import Wording


def review_words(language: Language, words: Wording) -> str:
    """Whether a native speaker has checked a language, by whom and when."""
    day = "" if language.reviewed_on is None else full_day(language.reviewed_on)
    return words.say(f"language_review.{language.review.value}", name=language.reviewed_by, date=day)


class LanguageRow(FieldRow):
    """The languages that are on. Sends `chosen(code)` when another one is chosen."""

    chosen = Signal(object)

    def __init__(self, label: str, words: Wording, wide: bool = False) -> None:
        self.box = ChoiceBox()
        super().__init__(label, self.box, wide=wide)
        self._words = words
        self._languages: tuple[Language, ...] = ()
        self.state = text_label("", "small")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.state)
        self.box.activated.connect(self._choose)

    @property
    def code(self) -> str:
        """The language chosen now."""
        return str(self.box.currentData() or BASE)

    def show_languages(self, languages: tuple[Language, ...], code: str) -> None:
        """Offer these, and the own one also when it is off: keeping a card changes nothing by itself."""
        self._languages = languages
        offered = [(self._words.say(f"language.{one.code}"), one.code) for one in languages]
        if code not in {known for _, known in offered}:
            name = self._words.say(f"language.{code}") if self._words.has(f"language.{code}") else code
            offered.append((self.tr("{language} (staat uit)").format(language=name), code))
        if [self.box.itemText(i) for i in range(self.box.count())] != [name for name, _ in offered]:
            self.box.clear()
            for name, known in offered:
                self.box.addItem(name, known)
        self.box.setCurrentIndex(self.box.findData(code))
        self._show_state()

    def _show_state(self) -> None:
        found = next((one for one in self._languages if one.code == self.code), None)
        if found is None:
            text = self.tr("We praten Nederlands, tot deze taal bij Instellingen aan staat.")
        else:
            text = "" if found.code == BASE else review_words(found, self._words)
        self.state.setText(text)
        self.state.setVisible(bool(text))
        self.box.setAccessibleDescription(text)

    def _choose(self) -> None:
        self._show_state()
        self._emit(self.code)

    def _emit(self, code: str) -> None:
        self.chosen.emit(code)
