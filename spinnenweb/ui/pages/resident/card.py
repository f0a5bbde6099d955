"""The card of a resident: read, and changed in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.residents import Address, AgeBand, Level, Resident
from spinnenweb.domain.ways import Way
from spinnenweb.ui.pages.resident.likes import Likes, key_of
from spinnenweb.ui.theme.look import px, set_role
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow, FormSection
from spinnenweb.ui.widgets.instrument_names import instrument_name
from spinnenweb.ui.widgets.labels import SectionTitle, text_label
from spinnenweb.ui.widgets.language_row import LanguageRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.errors import SpinnenwebError
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.pages.resident.person import Person

_OLDEST_BIRTH_YEAR = 1900
_YEAR_DIGITS = 4


class CardView(QWidget):
    """The card as it is read."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)

    def show_person(self, person: Person) -> None:
        """Show what is known; what is not known has no line."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, value) in enumerate(self._lines(person)):
            self._grid.addWidget(text_label(name, "soft"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text_label(value), number, 1)

    def _lines(self, person: Person) -> list[tuple[str, str]]:
        resident, words = person.resident, self._words
        lines = [
            (self.tr("Code"), resident.code),
            (self.tr("Roepnaam"), resident.calling_name),
            (self.tr("Kern"), person.village),
            (self.tr("Leeftijd"), self._age(person)),
            (self.tr("Taal"), words.say(f"language.{resident.language}")),
            (self.tr("Teksten"), words.say(f"level.{resident.level.value}")),
            (words.say("form.title"), words.say(f"form.{resident.address.value}")),
            (self.tr("Vragenlijst"), instrument_name(words, key_of(resident))),
            (words.say("way.title"), words.say(f"way.{Way.of(resident).value}")),
        ]
        return [(name, value) for name, value in lines if value]

    def _age(self, person: Person) -> str:
        resident = person.resident
        age = resident.age_in(person.today.year)
        if age is not None:
            return self.tr("{age} of {next}, geboren in {year}").format(
                age=max(0, age - 1), next=age, year=resident.birth_year
            )
        return "" if resident.age_band is None else self._words.say(f"age_band.{resident.age_band.value}")


class CardForm(QWidget):
    """The fields of the card."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self.code, self.name, self.birth_year = QLineEdit(), QLineEdit(), QLineEdit()
        self.village, self.age_band = ChoiceBox(), ChoiceBox()
        self.language = LanguageRow(self.tr("&Taal"), words)
        self.level, self.address = ChoiceBox(), ChoiceBox()
        self._parts = (FormSection(), FormSection())
        first, second = self._parts
        self.code_row = first.add_row(self.tr("&Code"), self.code)
        self.name_row = first.add_row(self.tr("&Roepnaam"), self.name, self.tr("Mag leeg blijven."))
        first.add_row(self.tr("&Kern"), self.village)
        first.add_row(words.say("form.title"), self.address)
        or_band = self.tr("Of kies een leeftijdsgroep.")
        self.year_row = second.add_row(self.tr("&Geboortejaar"), self.birth_year, or_band)
        second.add_row(self.tr("&Leeftijdsgroep"), self.age_band)
        second.add_widget(self.language)
        second.add_row(self.tr("T&eksten"), self.level)
        self.likes = Likes(words)
        first.add_row(self.tr("&Vragenlijst"), self.likes.instrument)
        second.add_row(words.say("way.title"), self.likes.way)
        self._lay_out()
        self._fill(words)

    def _lay_out(self) -> None:
        columns = Columns((1, 1), gap=24, narrow=560)
        for number, part in enumerate(self._parts):
            columns.column(number).addWidget(part)
            columns.column(number).addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for part in self._parts:
            part.clear_errors()

    def focus_first_error(self) -> bool:
        """Bring the keyboard to the first field with an error; whether there was one."""
        return any(part.focus_first_error() for part in self._parts)

    def _fill(self, words: Wording) -> None:
        self.age_band.addItem(self.tr("niet bekend"), None)
        _offer(self.age_band, ((words.say(f"age_band.{band.value}"), band.value) for band in AgeBand))
        _offer(self.level, ((words.say(f"level.{level.value}"), level.value) for level in Level))
        _offer(self.address, ((words.say(f"form.{form.value}"), form.value) for form in Address))

    def show_person(self, person: Person) -> None:
        """Show the card as it is kept."""
        resident = person.resident
        self.clear_errors()
        self.village.clear()
        self.village.addItem(self.tr("nog niet gekozen"), None)
        _offer(self.village, ((village.name, village.id) for village in person.villages))
        self.code.setText(resident.code)
        self.name.setText(resident.calling_name)
        self.birth_year.setText("" if resident.birth_year is None else str(resident.birth_year))
        _choose(self.village, resident.village_id)
        _choose(self.age_band, None if resident.age_band is None else resident.age_band.value)
        self.language.show_languages(person.languages, resident.language)
        _choose(self.level, resident.level.value)
        _choose(self.address, resident.address.value)
        self.likes.show_resident(resident, person.catalogue)

    def filled_in(self, resident: Resident, this_year: int) -> Resident | None:
        """The card with what was filled in; `None` when a field has an error, which then has the keyboard."""
        self.clear_errors()
        if not self.code.text().strip():
            self.code_row.set_error(self.tr("Elke inwoner heeft een code. Die mag je zelf kiezen."))
        if not self._year_fits(this_year):
            problem = self.tr("Hier hoort een jaartal van vier cijfers, zoals 1950. Leeg laten mag ook.")
            self.year_row.set_error(problem)
        return None if self.focus_first_error() else self._card(resident)

    def fitting(self, resident: Resident, this_year: int) -> Resident | None:
        """The same without a word about what does not fit."""
        fits = bool(self.code.text().strip()) and self._year_fits(this_year)
        return self._card(resident) if fits else None

    def half_typed(self, resident: Resident) -> Resident:
        """By what someone is recognised, as far as it was typed."""
        year = self.birth_year.text().strip()
        whole = year.isascii() and year.isdigit() and len(year) == _YEAR_DIGITS
        return replace(
            resident,
            code=self.code.text(),
            calling_name=self.name.text(),
            village_id=self.village.currentData(),
            birth_year=int(year) if whole else None,
        )

    def _card(self, resident: Resident) -> Resident:
        year = int(self.birth_year.text()) if self.birth_year.text().strip() else None
        band = self.age_band.currentData()
        return replace(
            self.likes.card(resident),
            code=self.code.text(),
            calling_name=self.name.text(),
            village_id=self.village.currentData(),
            birth_year=year,
            age_band=AgeBand(band) if band and year is None else None,
            language=self.language.code,
            level=Level(self.level.currentData()),
            address=Address(self.address.currentData()),
        )

    def _year_fits(self, this_year: int) -> bool:
        text = self.birth_year.text().strip()
        whole = text.isascii() and text.isdigit() and len(text) == _YEAR_DIGITS
        return not text or (whole and _OLDEST_BIRTH_YEAR <= int(text) <= this_year)

    def show_error(self, error: SpinnenwebError, words: str) -> None:
        """Show what the vault refused beside the field it is about."""
        fields = {"resident.birth_year": self.year_row, "calling_name": self.name_row}
        row: FieldRow = fields.get(error.code) or fields.get(str(error.values.get("field", ""))) or self.code_row
        row.set_error(words)
        self.focus_first_error()


def _offer(box: QComboBox, entries: Iterable[tuple[str, str]]) -> None:
    for text, value in entries:
        box.addItem(text, value)


def _choose(box: QComboBox, value: str | None) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))


class ResidentCard(Card):
    """Sends `saved(Resident)` with what was filled in, and `left` when someone new was not kept.

    `typed_on(Resident)` goes after every key that changes by what someone is recognised.
    """

    saved = Signal(object)
    left = Signal()
    typed_on = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._person: Person | None = None
        self.view = CardView(words)
        self.form = CardForm(words)
        self.change = link_button(self.tr("Aanpassen"))
        self.keep = quiet_button(self.tr("Bewaren"))
        self.leave = link_button(self.tr("Niet bewaren"), "soft")
        self.buttons = QWidget()
        self._lay_out()
        self.change.clicked.connect(self.edit)
        self.keep.clicked.connect(self._save)
        self.leave.clicked.connect(self._leave)
        for field in (self.form.code, self.form.name, self.form.birth_year):
            field.textEdited.connect(self._type_on)
        self.form.village.activated.connect(self._type_on)

    def _lay_out(self) -> None:
        title = self.tr("Gegevens")
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(title), 1)
        head.addWidget(self.change)
        foot = QHBoxLayout(self.buttons)
        foot.setContentsMargins(0, px(8), 0, 0)
        foot.setSpacing(px(12))
        foot.addWidget(self.keep)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        for part in (head, self.view, self.form, self.buttons):
            self.add(part)

    @property
    def editing(self) -> bool:
        """Whether the fields are open."""
        return not self.form.isHidden()

    def show_person(self, person: Person, is_new: bool) -> None:
        """Show someone; fields that are open for the same person stay as they are."""
        same = self._person is not None and self._person.resident.id == person.resident.id
        self._person = person
        self.view.show_person(person)
        # one filled button on a screen: for someone new this is what it is for
        set_role(self.keep, "primary" if is_new else "quiet")
        if is_new:
            self.edit()
        elif not (same and self.editing):
            self._show_fields(False)

    def typed(self) -> Resident | None:
        """What was filled in and not kept yet, when it fits; the fields close."""
        if self._person is None or not self.editing:
            return None
        filled = self.form.fitting(self._person.resident, self._person.today.year)
        self._show_fields(False)
        return None if filled == self._person.resident else filled

    def edit(self) -> None:
        """Open the fields."""
        if self._person is not None:
            self.form.show_person(self._person)
            self._show_fields(True)
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_fields(self) -> None:
        """Go back to reading."""
        self._show_fields(False)

    def _show_fields(self, shown: bool) -> None:
        self.view.setVisible(not shown)
        self.change.setVisible(not shown)
        self.form.setVisible(shown)
        self.buttons.setVisible(shown)

    def _save(self) -> None:
        if self._person is not None:
            filled = self.form.filled_in(self._person.resident, self._person.today.year)
            if filled is not None:
                self._emit_saved(filled)

    def _type_on(self) -> None:
        if self._person is not None:
            self._emit_typed_on(self.form.half_typed(self._person.resident))

    def _emit_typed_on(self, resident: Resident) -> None:
        self.typed_on.emit(resident)

    def put_above(self, widget: QWidget) -> None:
        """Show something between the fields and their buttons."""
        self.body.insertWidget(self.body.indexOf(self.buttons), widget)

    def _emit_saved(self, resident: Resident) -> None:
        self.saved.emit(resident)

    def _leave(self) -> None:
        self._show_fields(False)
        self.left.emit()
