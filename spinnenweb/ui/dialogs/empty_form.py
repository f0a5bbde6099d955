"""The empty paper form: which questions, in which language and level; to the printer or as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from spinnenweb.domain.instruments import ADULT, ADULT_FIRST, SIMPLE
from spinnenweb.domain.residents import Address, Level
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page

_OFFERED = (ADULT, ADULT_FIRST, SIMPLE)


class EmptyFormDialog(Sheet):
    """Open with `open()`. Starts with what is usual in this vault."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(context, page)
        self._page = page
        self.giving = Giving(context, page)
        words, settings = context.words, context.workspace.settings.get()
        self.name(self.tr("Leeg formulier"), words.say("button.print"))
        self.instrument, self.language, self.level, self.address = (QComboBox() for _ in range(4))
        for key in _OFFERED:
            self.instrument.addItem(_name_of(words, key), key)
        for language in context.workspace.languages.offered():
            self.language.addItem(language.dutch_name, language.code)
        for level in Level:
            self.level.addItem(words.say(f"level.{level.value}"), level)
        for form in Address:
            self.address.addItem(words.say(f"form.{form.value}"), form)
        self.level.setCurrentIndex(list(Level).index(settings.level))
        self.address.setCurrentIndex(list(Address).index(settings.address))
        self.save = quiet_button(words.say("button.pdf"), "pdf")
        self.keep.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self._fill()

    def _fill(self) -> None:
        explained = self.tr("Het web en de vragen op papier. Er staat geen naam op, wel een regel voor de code.")
        self.fields.addWidget(text_label(explained, "soft"))
        rows = (
            (self.tr("Formulier"), self.instrument),
            (self.tr("Taal"), self.language),
            (self.tr("Niveau"), self.level),
            (self.context.words.say("form.title"), self.address),
        )
        for title, box in rows:
            self.fields.addWidget(FieldRow(title, box))
        self.fields.addWidget(self.save)

    @property
    def _wanted(self) -> tuple[InstrumentKey, str, Level, Address]:
        boxes = (self.instrument, self.language, self.level, self.address)
        key, language, level, form = (box.currentData() for box in boxes)
        # Qt gives the members of a StrEnum back as plain text
        return key, str(language), Level(level), Address(form)

    def _print(self) -> None:
        forms = self.context.workspace.forms
        self.giving.print_made(partial(forms.empty_form, *self._wanted))
        self.accept()

    def _save(self) -> None:
        context, (key, language, level, form) = self.context, self._wanted
        forms, title = context.workspace.forms, context.words.say("button.pdf")
        name = forms.file_name(key, language, level)
        target = context.asker.save_file(self, title, name, "PDF (*.pdf)")
        if target is None:
            return
        work = partial(forms.write, target, key, language, level, form)
        context.jobs.run(self._page, work, self.giving.tell_form, context.hub.fail)
        self.accept()


def _name_of(words: Wording, key: InstrumentKey) -> str:
    name = words.say(f"instrument.{key.id}")
    return name if key == SIMPLE else words.say("instrument.version", name=name, version=key.version)
