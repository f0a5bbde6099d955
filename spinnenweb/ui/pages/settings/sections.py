"""The parts of Instellingen: each shows what is set and sends what was changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from spinnenweb.domain.residents import Address, Level
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.ui.preferences import LANGUAGES, TEXT_SIZES, THEMES, Preferences
from spinnenweb.ui.speech import is_installed
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FormSection
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

_LOOK = ("theme", "text_size", "language", "calm", "slow_voice")
_OWN_NAMES = dict(zip(LANGUAGES, ("Nederlands", "English"), strict=True))
"""Each language by its own name, so that someone who chose the wrong one finds the way back."""
Change = Callable[[WorkSettings], WorkSettings]


class LookSection(Card):
    """How this laptop looks and speaks. Sends `preferred(Preferences, name of the field)`."""

    preferred = Signal(object, str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(self.tr("Hoe het eruitziet"), self.tr("Dit geldt voor deze laptop."))
        self._preferences = preferences
        self.theme, self.text_size, self.language = ChoiceBox(), ChoiceBox(), ChoiceBox()
        names = {
            "systeem": self.tr("zoals de laptop"),
            "licht": self.tr("licht"),
            "donker": self.tr("donker"),
            "contrast": self.tr("hoog contrast"),
        }
        for theme in THEMES:
            self.theme.addItem(names[theme], theme)
        for size in TEXT_SIZES:
            self.text_size.addItem(self.tr("{n} procent").format(n=size), size)
        for code in LANGUAGES:
            self.language.addItem(_OWN_NAMES[code], code)
        self.calm = QCheckBox(self.tr("Rustig beeld: niets schuift of beweegt"))
        self.slow_voice = QCheckBox(self.tr("Lees langzaam voor"))
        if not is_installed():
            self.slow_voice.hide()
        form = FormSection()
        form.add_row(self.tr("&Kleuren"), self.theme)
        form.add_row(self.tr("&Grootte van de letters"), self.text_size)
        form.add_row(
            self.tr("Taal van het &programma"),
            self.language,
            self.tr("Dit geldt meteen. Met een inwoner praat je in de taal op de kaart."),
        )
        form.add_widget(self.calm)
        form.add_widget(self.slow_voice)
        self.add(form)
        self._show(preferences)
        self.theme.activated.connect(self._prefer)
        self.text_size.activated.connect(self._prefer)
        self.language.activated.connect(self._prefer)
        self.calm.clicked.connect(self._prefer)
        self.slow_voice.clicked.connect(self._prefer)

    def _show(self, preferences: Preferences) -> None:
        self.theme.setCurrentIndex(self.theme.findData(preferences.theme))
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - preferences.text_size))
        self.text_size.setCurrentIndex(self.text_size.findData(nearest))
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        self.calm.setChecked(preferences.calm)
        self.slow_voice.setChecked(preferences.slow_voice)

    def _prefer(self) -> None:
        wanted = replace(
            self._preferences,
            theme=str(self.theme.currentData()),
            text_size=int(self.text_size.currentData()),
            language=str(self.language.currentData()),
            calm=self.calm.isChecked(),
            slow_voice=self.slow_voice.isChecked(),
        )
        if wanted != self._preferences:
            changed = next(name for name in _LOOK if getattr(wanted, name) != getattr(self._preferences, name))
            self._preferences = wanted
            self.preferred.emit(wanted, changed)

    def take_keyboard(self, name: str) -> None:
        """Bring the keyboard back to the field that was changed, after the window was laid out anew."""
        if name in _LOOK:
            field: QWidget = getattr(self, name)
            field.setFocus(Qt.FocusReason.OtherFocusReason)


class WhoSection(Card):
    """Organisation, name and phone, as they stand on a summary. Sends `edited(Change)`."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Jij en je organisatie"), self.tr("Dit staat op een samenvatting voor een inwoner.")
        )
        self.organisation, self.worker, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self._shown = WorkSettings()
        form = FormSection()
        self.rows = {
            "organisation": form.add_row(self.tr("&Organisatie"), self.organisation),
            "worker": form.add_row(self.tr("Je &naam of voorletters"), self.worker),
            "phone": form.add_row(self.tr("&Telefoon"), self.phone, self.tr("Dit nummer mag een inwoner bellen.")),
        }
        self.add(form)
        for line in (self.organisation, self.worker, self.phone):
            line.editingFinished.connect(self.flush)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show what is set; a field that is being typed in stays as it is."""
        self._shown = settings
        texts = (settings.organisation, settings.worker, settings.phone)
        for row, text in zip(self.rows.values(), texts, strict=True):
            row.set_error("")
            if isinstance(row.field, QLineEdit) and not row.field.hasFocus():
                row.field.setText(text)

    def refuse(self, field: str, text: str) -> bool:
        """Say at its field why a text was not kept; what was typed stays. Whether the field is one of these."""
        row = self.rows.get(field)
        if row is not None:
            row.set_error(text)
        return row is not None

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        typed = replace(
            self._shown,
            organisation=self.organisation.text().strip(),
            worker=self.worker.text().strip(),
            phone=self.phone.text().strip(),
        )
        if typed != self._shown:
            self._shown = typed
            change = partial(_with_who, organisation=typed.organisation, worker=typed.worker, phone=typed.phone)
            self.edited.emit(change)


class TalksSection(Card):
    """With what a new resident begins, and whether the `sensitive` aspects are asked. Sends `edited(Change)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, sensitive: tuple[str, ...]) -> None:
        super().__init__(
            self.tr("Gesprekken"), self.tr("Zo begint een nieuwe inwoner. Per inwoner kun je het aanpassen.")
        )
        self.address, self.level = ChoiceBox(), ChoiceBox()
        for form in Address:
            self.address.addItem(words.say(f"form.{form.value}"), form.value)
        for level in Level:
            self.level.addItem(words.say(f"level.{level.value}"), level.value)
        self.sensitive = QCheckBox(self.tr("Ook gevoelige aspecten vragen"))
        section = FormSection()
        section.add_row(words.say("form.title"), self.address)
        section.add_row(self.tr("&Teksten"), self.level)
        section.add_widget(self.sensitive)
        self.add(section)
        self.add(text_label(", ".join(words.say(f"label.{code}") for code in sensitive), "small"))
        self.address.activated.connect(self._change)
        self.level.activated.connect(self._change)
        self.sensitive.clicked.connect(self._change)

    def show_settings(self, settings: WorkSettings) -> None:
        """Show what is set."""
        self.address.setCurrentIndex(self.address.findData(settings.address.value))
        self.level.setCurrentIndex(self.level.findData(settings.level.value))
        self.sensitive.setChecked(settings.sensitive_aspects)

    def _change(self) -> None:
        change = partial(
            _with_talks,
            address=Address(self.address.currentData()),
            level=Level(self.level.currentData()),
            sensitive=self.sensitive.isChecked(),
        )
        self.edited.emit(change)


def _with_who(settings: WorkSettings, organisation: str, worker: str, phone: str) -> WorkSettings:
    return replace(settings, organisation=organisation, worker=worker, phone=phone)


def _with_talks(settings: WorkSettings, address: Address, level: Level, sensitive: bool) -> WorkSettings:
    return replace(settings, address=address, level=level, sensitive_aspects=sensitive)
