"""The fields for a paper form, in the order of the paper; what they do stands in `paper_entry.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import MOST_MATTERS, Sureness, WantsChange
from spinnenweb.domain.instruments import ADULT, ADULT_FIRST, InstrumentKey, Scale
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.pages.conversation.paper_fields import KeyAnswers, MarkField
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.instrument_names import instrument_name
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue

translate = QCoreApplication.translate

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form as it was printed: which instrument, with marks or with faces."""

    key: InstrumentKey = ADULT
    scale: Scale = Scale.MARKS


class PaperLayout:
    """Fills `page` with the fields."""

    def __init__(self, page: QWidget, words: Wording, catalogue: Catalogue) -> None:
        self._page = page
        self.header = PageHeader(words.say("button.conversation_paper"))
        self.saved = line_label("", "soft")
        self.later = quiet_button(words.say("button.conversation_later"))
        self.finish = primary_button(translate("PaperPage", "Bewaren"))
        with_shortcut(self.finish, "Ctrl+Return")
        self.problem = Note("", "warn")
        self.instrument = ChoiceBox()
        self._words, self._catalogue = words, catalogue
        self.date, self.code = QLineEdit(), QLineEdit()
        self.instrument_row = FieldRow(translate("PaperPage", "Formulier"), self.instrument)
        self.date_row = FieldRow(translate("PaperPage", "Datum"), self.date)
        self.code_row = FieldRow(translate("PaperPage", "Code"), self.code)
        self.who = text_label("", "small")
        self.marks: dict[str, MarkField] = {}
        self._make_rest()
        self._make_answers(words, catalogue)
        self._lay_out()

    def offer(self) -> None:
        """Offer the forms there are now, each with marks or with faces."""
        self.instrument.clear()
        for key in self._catalogue.offered():
            for scale in self._catalogue.instruments[key].scales if key != ADULT_FIRST else ():
                self.instrument.addItem(self._name(key, scale), PaperForm(key, scale))

    def _name(self, key: InstrumentKey, scale: Scale) -> str:
        shipped = f"instrument.{key.id}"
        name = self._words.say(shipped) if self._words.has(shipped) else instrument_name(self._words, key)
        faces = self._words.say(f"scale.{scale.value}")
        return name if scale is Scale.MARKS else f"{name}, {faces}"

    def show_form(self, form: PaperForm) -> None:
        """Show a field for each subject of a form."""
        codes = self._catalogue.instruments[form.key].codes
        if tuple(self.marks) != codes:
            self._make_marks(codes)
        for field in self.marks.values():
            field.show_scale(form.scale)
        marks = translate(
            "PaperPage", "0 tot en met 10 en door · T tien · B bespreken · W weet niet of zegt liever niet"
        )
        faces = translate("PaperPage", "1 tot en met 5 en door · B bespreken · W weet niet of zegt liever niet")
        self._keys.setText(marks if form.scale is Scale.MARKS else faces)

    def _make_marks(self, codes: tuple[str, ...]) -> None:
        topic, none = self._words.say("state.topic"), self._words.say("state.unknown")
        for old in self.marks.values():
            old.hide()
            old.deleteLater()
        self.marks = {code: MarkField(self._words.say(f"label.{code}"), topic, none) for code in codes}
        for field in self.marks.values():
            self._marks_card.add(field)
            field.show()

    def _make_rest(self) -> None:
        self.aspects = QLineEdit()
        self.aspects_row = FieldRow(
            translate("PaperPage", "Aangekruist om te bespreken"),
            self.aspects,
            translate("PaperPage", "De codes van het papier, zoals LF4 MD1"),
            wide=True,
        )
        self.named = text_label("", "small")
        self.matters = tuple(
            self._line(translate("PaperPage", "Wat telt, {n}").format(n=n)) for n in range(1, MOST_MATTERS + 1)
        )
        self.gift = self._line(translate("PaperPage", "Wat iemand graag doet voor een ander"))
        self.what = self._line(translate("PaperPage", "Eerste kleine stap"))
        self.when = self._line(translate("PaperPage", "Wanneer"))
        self.with_whom = self._line(translate("PaperPage", "Met wie"))
        self.again = QLineEdit()
        self.again_row = FieldRow(translate("PaperPage", "Nieuwe afspraak (datum)"), self.again)
        self.note = self._line(translate("PaperPage", "Notitie"))

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        return line

    def _make_answers(self, words: Wording, catalogue: Catalogue) -> None:
        self.change = KeyAnswers(
            translate("PaperPage", "Iets graag anders?"),
            (
                (WantsChange.YES, "j", translate("PaperPage", "ja, graag")),
                (WantsChange.NOT_NOW, "n", translate("PaperPage", "nu niet")),
                (WantsChange.UNKNOWN, "w", translate("PaperPage", "weet nog niet")),
            ),
        )
        self.sure = KeyAnswers(
            translate("PaperPage", "Gaat het lukken?"),
            (
                (Sureness.YES, "j", translate("PaperPage", "ja")),
                (Sureness.MAYBE, "m", translate("PaperPage", "misschien")),
                (Sureness.HARD, "l", translate("PaperPage", "lastig")),
            ),
        )
        yes_or_no = (
            (ConsentAnswer.YES, "j", translate("PaperPage", "ja")),
            (ConsentAnswer.NO, "n", translate("PaperPage", "nee")),
        )
        asked = (Purpose.RECORD, Purpose.COUNT, Purpose.CONTACT)
        self.permissions = {
            purpose: KeyAnswers(words.say(f"purpose.{purpose.value}"), yes_or_no) for purpose in asked
        }
        themes = [
            (theme.code, letter, words.say(f"theme.{theme.code}"))
            for theme, letter in zip(catalogue.themes, _LETTERS, strict=False)
        ]
        self.themes = KeyAnswers(translate("PaperPage", "Waar ging het over?"), themes, many=True)

    def _lay_out(self) -> None:
        for button in (self.later, self.finish):
            self.header.add_action(button)
        self.header.add_beside(self.saved)
        scroll = PageScroll(ordered=True)
        scroll.add(self.header)
        scroll.add(self.problem)
        columns = Columns((1, 1), gap=16)
        scroll.add(columns)
        self._fill_left(columns.column(0))
        self._fill_right(columns.column(1))
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.problem.hide()

    def _fill_left(self, column: QVBoxLayout) -> None:
        about = Card()
        about.add(self.instrument_row)
        line = Columns((1, 1), gap=12, narrow=300)
        for number, row in enumerate((self.date_row, self.code_row)):
            line.column(number).addWidget(row)
        about.add(line)
        about.add(self.who)
        column.addWidget(about)
        self._marks_card = Card()
        self._marks_card.body.setSpacing(px(2))
        self._keys = text_label("", "small")
        self._marks_card.add(self._keys)
        column.addWidget(self._marks_card)
        self._aspects = Card()
        self._aspects.add(self.aspects_row)
        self._aspects.add(self.named)
        column.addWidget(self._aspects)
        column.addStretch(1)

    def _fill_right(self, column: QVBoxLayout) -> None:
        agreed = Card()
        for matter in (*self.matters, self.gift):
            agreed.add(matter)
        agreed.add(self.change)
        agreed.add(self.what)
        line = Columns((1, 1), gap=12, narrow=300)
        line.column(0).addWidget(self.when)
        line.column(1).addWidget(self.with_whom)
        agreed.add(line)
        agreed.add(BsnLine(*self.matters, self.gift, self.what, self.when, self.with_whom))
        agreed.add(self.sure)
        agreed.add(self.again_row)
        column.addWidget(agreed)
        asked = Card(translate("PaperPage", "Mag ik dit…"))
        for question in self.permissions.values():
            asked.add(question)
        column.addWidget(asked)
        about = Card()
        about.add(self.themes)
        about.add(self.note)
        about.add(BsnLine(self.note))
        column.addWidget(about)
        column.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Where Tab comes: the head of the page, then in the order of the paper."""
        return [
            self.later,
            self.finish,
            self.instrument,
            self.date,
            self.code,
            *self.marks.values(),
            self.aspects,
            *self.matters,
            self.gift,
            self.change,
            self.what,
            self.when,
            self.with_whom,
            self.sure,
            self.again,
            *self.permissions.values(),
            self.themes,
            self.note,
        ]

    def show_aspects(self, shown: bool) -> None:
        """The page with aspects is there for one of the forms only."""
        self._aspects.setVisible(shown)

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self.problem.label.setText(text)
        self.problem.setVisible(bool(text))
