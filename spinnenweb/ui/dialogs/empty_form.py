"""The empty paper form: which questions, in which language and level; to the printer or as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Scale
from spinnenweb.domain.residents import Address, Level
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.giving import Giving
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.instrument_names import instrument_name, language_missing_words
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import InstrumentKey
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page


class EmptyFormDialog(Sheet):
    """Open with `open()`. Starts with what is usual in this vault."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(context, page)
        self._page = page
        self.giving = Giving(context, page)
        words, settings = context.words, context.workspace.settings.get()
        self.name(self.tr("Leeg formulier"), words.say("button.print"))
        self.instrument, self.scale, self.language, self.level, self.address = (ChoiceBox() for _ in range(5))
        for key in context.workspace.catalogue.offered():
            self.instrument.addItem(instrument_name(words, key), key)
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
        self.in_dutch = text_label("", "small")
        self.instrument.currentIndexChanged.connect(self._offer_scales)
        self._offer_scales()
        self._fill()
        for box in (self.instrument, self.language):
            box.currentIndexChanged.connect(self._say_language)
        self._say_language()

    def _fill(self) -> None:
        explained = self.tr("Het web en de vragen op papier. Er staat geen naam op, wel een regel voor de code.")
        self.fields.addWidget(text_label(explained, "soft"))
        words = self.context.words
        rows = (
            (self.tr("Formulier"), self.instrument),
            (words.say("way.title"), self.scale),
            (self.tr("Taal"), self.language),
            (self.tr("Niveau"), self.level),
            (words.say("form.title"), self.address),
        )
        for title, box in rows:
            self.fields.addWidget(FieldRow(title, box))
        self.fields.addWidget(self.in_dutch)
        self.fields.addWidget(self.save)

    def _offer_scales(self) -> None:
        self.scale.clear()
        for scale in self.context.workspace.catalogue.instruments[self.instrument.currentData()].scales:
            self.scale.addItem(self.context.words.say(f"scale.{scale.value}"), scale)
        # no choice while there is only one
        self.scale.setEnabled(self.scale.count() > 1)

    def _say_language(self) -> None:
        key, language, *_ = self._wanted
        speaks = self.context.workspace.catalogue.speaks(key, language)
        self.in_dutch.setText("" if speaks else language_missing_words(self.context.words, key, language))
        self.in_dutch.setHidden(speaks)

    @property
    def _wanted(self) -> tuple[InstrumentKey, str, Level, Address, Scale]:
        boxes = (self.instrument, self.language, self.level, self.address, self.scale)
        key, language, level, form, scale = (box.currentData() for box in boxes)
        # Qt gives the members of a StrEnum back as plain text
        return key, str(language), Level(level), Address(form), Scale(scale)

    def _print(self) -> None:
        forms = self.context.workspace.forms
        self.giving.print_made(partial(forms.empty_form, *self._wanted))
        self.accept()

    def _save(self) -> None:
        context, (key, language, level, form, scale) = self.context, self._wanted
        forms, title = context.workspace.forms, context.words.say("button.pdf")
        name = forms.file_name(key, language, level)
        target = context.asker.save_file(self, title, name, "PDF (*.pdf)")
        if target is None:
            return
        work = partial(forms.write, target, key, language, level, form, scale)
        context.jobs.run(self._page, work, self.giving.tell_form, context.hub.fail)
        self.accept()
