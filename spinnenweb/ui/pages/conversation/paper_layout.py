"""The fields for a paper form, in the order of the paper; what they do stands in `paper_entry.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import MOST_MATTERS, Sureness, WantsChange
from spinnenweb.domain.instruments import ADULT, DIMENSION_CODES, SIMPLE
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.pages.conversation.paper_fields import KeyAnswers, MarkField
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import primary_button, quiet_button, with_shortcut
from spinnenweb.ui.widgets.flow_layout import Columns
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import line_label, text_label
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.catalogue import Catalogue

OFFERED = (ADULT, SIMPLE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PaperLayout:
    """Fills `page` with the fields."""

    def __init__(self, page: QWidget, words: Wording, catalogue: Catalogue) -> None:
        self._page = page
        self.header = PageHeader(words.say("button.conversation_paper"))
        self.saved = line_label("", "soft")
        self.later = quiet_button(words.say("button.conversation_later"))
        self.finish = primary_button(page.tr("Bewaren"))
        with_shortcut(self.finish, "Ctrl+Return")
        self.problem = Note("", "warn")
        self.instrument = QComboBox()
        for key in OFFERED:
            self.instrument.addItem(words.say(f"instrument.{key.id}"), key)
        self.date, self.code = QLineEdit(), QLineEdit()
        self.instrument_row = FieldRow(page.tr("Formulier"), self.instrument)
        self.date_row = FieldRow(page.tr("Datum"), self.date)
        self.code_row = FieldRow(page.tr("Code"), self.code)
        self.who = text_label("", "small")
        self._make_marks(words)
        self._make_rest()
        self._make_answers(words, catalogue)
        self._lay_out()

    def _make_marks(self, words: Wording) -> None:
        topic, none = words.say("state.topic"), words.say("state.unknown")
        self.marks = {code: MarkField(words.say(f"label.{code}"), topic, none) for code in DIMENSION_CODES}

    def _make_rest(self) -> None:
        tr = self._page.tr
        self.aspects = QLineEdit()
        self.aspects_row = FieldRow(
            tr("Aangekruist om te bespreken"),
            self.aspects,
            tr("De codes van het papier, zoals LF4 MD1"),
            wide=True,
        )
        self.named = text_label("", "small")
        self.matters = tuple(self._line(tr("Wat telt, {n}").format(n=n)) for n in range(1, MOST_MATTERS + 1))
        self.gift = self._line(tr("Wat iemand graag doet voor een ander"))
        self.what = self._line(tr("Eerste kleine stap"))
        self.when = self._line(tr("Wanneer"))
        self.with_whom = self._line(tr("Met wie"))
        self.again = QLineEdit()
        self.again_row = FieldRow(tr("Nieuwe afspraak (datum)"), self.again)
        self.note = self._line(tr("Notitie"))

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        return line

    def _make_answers(self, words: Wording, catalogue: Catalogue) -> None:
        tr = self._page.tr
        self.change = KeyAnswers(
            tr("Iets graag anders?"),
            (
                (WantsChange.YES, "j", tr("ja, graag")),
                (WantsChange.NOT_NOW, "n", tr("nu niet")),
                (WantsChange.UNKNOWN, "w", tr("weet nog niet")),
            ),
        )
        self.sure = KeyAnswers(
            tr("Gaat het lukken?"),
            (
                (Sureness.YES, "j", tr("ja")),
                (Sureness.MAYBE, "m", tr("misschien")),
                (Sureness.HARD, "l", tr("lastig")),
            ),
        )
        yes_or_no = ((ConsentAnswer.YES, "j", tr("ja")), (ConsentAnswer.NO, "n", tr("nee")))
        asked = (Purpose.RECORD, Purpose.COUNT, Purpose.CONTACT)
        self.permissions = {
            purpose: KeyAnswers(words.say(f"purpose.{purpose.value}"), yes_or_no) for purpose in asked
        }
        themes = [
            (theme.code, letter, words.say(f"theme.{theme.code}"))
            for theme, letter in zip(catalogue.themes, _LETTERS, strict=False)
        ]
        self.themes = KeyAnswers(tr("Waar ging het over?"), themes, many=True)

    def _lay_out(self) -> None:
        for button in (self.later, self.finish):
            self.header.add_action(button)
        self.header.add_beside(self.saved)
        scroll = PageScroll()
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
        line = Columns((3, 3, 2), gap=12, narrow=420)
        for number, row in enumerate((self.instrument_row, self.date_row, self.code_row)):
            line.column(number).addWidget(row)
        about.add(line)
        about.add(self.who)
        column.addWidget(about)
        marks = Card()
        marks.body.setSpacing(px(2))
        keys = self._page.tr("0 tot en met 10 en door · T tien · B bespreken · W weet niet of zegt liever niet")
        marks.add(text_label(keys, "small"))
        for field in self.marks.values():
            marks.add(field)
        column.addWidget(marks)
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
        agreed.add(self.sure)
        agreed.add(self.again_row)
        column.addWidget(agreed)
        asked = Card(self._page.tr("Mag ik dit…"))
        for question in self.permissions.values():
            asked.add(question)
        column.addWidget(asked)
        about = Card()
        about.add(self.themes)
        about.add(self.note)
        column.addWidget(about)
        column.addStretch(1)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in the order of the paper."""
        return [
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
            self.later,
            self.finish,
        ]

    def show_aspects(self, shown: bool) -> None:
        """The page with aspects is there for one of the forms only."""
        self._aspects.setVisible(shown)

    def show_problem(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self.problem.label.setText(text)
        self.problem.setVisible(bool(text))
