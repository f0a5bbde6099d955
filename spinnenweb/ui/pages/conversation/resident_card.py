"""The card of someone new, on top of the conversation: everything on it may wait."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from spinnenweb.domain.residents import Address
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import AnswerButtons
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.language_row import LanguageRow

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.talk import Talk

_YEAR_DIGITS = 4
_WIDTHS = (104, 236, 236, 120, 148)
"""Of code, name, village, year and form of address; what does not fit on the line goes to the next."""


class ResidentCard(Card):
    """Code, calling name, village, birth year, u or je. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(self, words: Wording, messages: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._messages = messages
        self._resident: Resident | None = None
        self.code = _field(80)
        self.name = _field(140)
        self.village = ChoiceBox()
        self.village.setMinimumWidth(px(150))
        self.birth_year = _field(80)
        self.address = AnswerButtons(
            words.say("form.title"), [(form, words.say(f"form.{form.value}")) for form in Address]
        )
        self.code_row = FieldRow(self.tr("Code"), self.code, wide=True)
        self.name_row = FieldRow(self.tr("Roepnaam (mag leeg)"), self.name, wide=True)
        self.village_row = FieldRow(self.tr("Kern"), self.village, wide=True)
        self.year_row = FieldRow(self.tr("Geboortejaar"), self.birth_year, wide=True)
        self.address_row = FieldRow(words.say("form.title"), self.address, wide=True)
        self.language = LanguageRow(self.tr("Taal"), words)
        self._below: list[QWidget] = []
        self.problem = text_label("", "error")
        self.problem.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = SectionTitle(self.tr("Nieuwe inwoner"))
        title.setWordWrap(False)
        self.add(title)
        line = FlowLayout(gap=12)
        rows = (self.code_row, self.name_row, self.village_row, self.year_row, self.address_row)
        for row, width in zip(rows, _WIDTHS, strict=True):
            row.setFixedWidth(px(width))
            line.addWidget(row)
        # as high as the fields, so that all stand on one line
        self.address.setMinimumHeight(self.code.sizeHint().height())
        self.add(line)
        self.add(self.language)
        self.add(self.problem)

    def _connect(self) -> None:
        self.code.textEdited.connect(self._write_code)
        self.name.textEdited.connect(self._write_name)
        self.birth_year.textEdited.connect(self._write_year)
        self.village.activated.connect(self._choose_village)
        self.address.chosen.connect(self._choose_address)
        self.language.chosen.connect(self._choose_language)

    def show_talk(self, talk: Talk) -> None:
        """Show the card; hidden for someone who has one already."""
        self.setVisible(talk.draft.resident_is_new)
        resident = self._resident = talk.draft.resident
        self._show_villages(talk)
        self.address.show_value(resident.address)
        self.language.show_languages(talk.languages, resident.language)
        # no choice while there is only one
        self.language.setVisible(self.language.box.count() > 1)
        for line, text in ((self.code, resident.code), (self.name, resident.calling_name)):
            if line.text() != text:
                line.setText(text)
        year = "" if resident.birth_year is None else str(resident.birth_year)
        if year and self.birth_year.text() != year:
            self.birth_year.setText(year)
        self._show_problem(self._messages.say("resident.too_young.text") if talk.too_young else "")

    def start_anew(self) -> None:
        """Forget what was typed: another conversation comes."""
        self.birth_year.clear()
        self.year_row.set_error("")
        self.code_row.set_error("")

    def _show_villages(self, talk: Talk) -> None:
        offered = [(self.tr("nog niet gekozen"), None), *((v.name, v.id) for v in talk.villages)]
        if [self.village.itemText(i) for i in range(self.village.count())] != [name for name, _ in offered]:
            self.village.clear()
            for name, village_id in offered:
                self.village.addItem(name, village_id)
        self.village.setCurrentIndex(max(0, self.village.findData(talk.draft.resident.village_id)))

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        fields: list[QWidget] = [self.code, self.name, self.village, self.birth_year]
        return [*fields, *self.address.buttons.values(), self.language.box, *self._below]

    def put_below(self, widget: QWidget, *stops: QWidget) -> None:
        """Show something under the fields; Tab comes to `stops` after them."""
        self.add(widget)
        self._below += stops

    def show_code_taken(self, taken: bool) -> None:
        """Say that another resident has this code."""
        self.code_row.set_error(self._messages.say("resident.code_taken.text") if taken else "")

    def _write_code(self, text: str) -> None:
        if self._resident is not None:
            self._change(replace(self._resident, code=text))

    def _write_name(self, text: str) -> None:
        if self._resident is not None:
            self._change(replace(self._resident, calling_name=text))

    def _write_year(self, text: str) -> None:
        typed = text.strip()
        whole = typed.isascii() and typed.isdigit() and len(typed) == _YEAR_DIGITS
        finished = not typed or len(typed) >= _YEAR_DIGITS
        wrong = finished and bool(typed) and not whole
        self.year_row.set_error(self.tr("Vier cijfers, zoals 1951") if wrong else "")
        if finished and self._resident is not None:
            self._change(replace(self._resident, birth_year=int(typed) if whole else None))

    def _choose_village(self) -> None:
        if self._resident is not None:
            self._change(replace(self._resident, village_id=self.village.currentData()))

    def _choose_language(self, code: str) -> None:
        if self._resident is not None:
            self._change(replace(self._resident, language=code))

    def _choose_address(self, form: Address | None) -> None:
        if self._resident is not None:
            # one of the two always holds
            self.address.show_value(form or self._resident.address)
            self._change(replace(self._resident, address=form or self._resident.address))

    def _change(self, resident: Resident) -> None:
        self._emit(partial(edits.with_resident, resident=resident))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)


def _field(width: int) -> QLineEdit:
    field = QLineEdit()
    field.setMinimumWidth(px(width))
    return field
