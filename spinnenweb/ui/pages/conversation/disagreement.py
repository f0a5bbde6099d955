"""Where worker and resident see a subject differently. The resident's mark stays; both views stand there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from spinnenweb.domain.conversations import LONGEST_LINE, Disagreement
from spinnenweb.ui.talk.around_edits import with_disagreement
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.fields import ChoiceBox
from spinnenweb.ui.widgets.labels import SectionTitle, text_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk


class DisagreementPart(QWidget):
    """One view per subject. Sends `edited(Edit)`; `rearranged()` when lines come or go."""

    edited = Signal(object)
    rearranged = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[Disagreement, ...] = ()
        self.lines: dict[QPushButton, QWidget] = {}
        self._codes: dict[QPushButton, str] = {}
        self.subject = ChoiceBox()
        self.subject.setAccessibleName(self.tr("Onderwerp"))
        self.view = QLineEdit()
        self.view.setMaxLength(LONGEST_LINE)
        self.view.setPlaceholderText(words.say("message.note_hint"))
        self.view.setAccessibleName(self.tr("Hoe jij het ziet"))
        self.take = quiet_button(self.tr("Erbij"))
        self.take.setAccessibleName(self.tr("Hoe jij het ziet: erbij"))
        self.view.returnPressed.connect(self._take)
        self.take.clicked.connect(self._take)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(SectionTitle(self.tr("Zie jij iets anders dan de inwoner?")))
        stays = self.tr("Het cijfer van de inwoner blijft staan. Hier staat jouw kijk ernaast.")
        column.addWidget(text_label(stays, "small"))
        column.addLayout(self._rows)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.subject)
        line.addWidget(self.view, 1)
        line.addWidget(self.take)
        column.addLayout(line)
        column.addWidget(BsnLine(self.view))

    def show_talk(self, talk: Talk) -> None:
        """Show what was written down."""
        codes = talk.instrument.codes
        if tuple(self.subject.itemData(i) for i in range(self.subject.count())) != codes:
            self.subject.clear()
            for code in codes:
                self.subject.addItem(self._words.say(f"label.{code}"), code)
        if talk.draft.conversation.disagreements != self._shown:
            self._show_lines(talk.draft.conversation.disagreements)

    def start_anew(self) -> None:
        """Empty the field: another conversation comes."""
        self.view.clear()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [*self.lines, self.subject, self.view, self.take]

    def _show_lines(self, views: tuple[Disagreement, ...]) -> None:
        self._shown = views
        for old in self.lines.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines, self._codes = {}, {}
        for view in views:
            self._add(view)
        self.rearranged.emit()

    def _add(self, view: Disagreement) -> None:
        name = self._words.say(f"label.{view.code}")
        away = link_button(self.tr("weghalen"), "soft")
        away.setAccessibleName(self.tr("{subject}: weghalen").format(subject=name))
        away.clicked.connect(self._let_go)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(text_label(f"{name}: {view.words}"), 1)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self.lines[away] = holder
        self._codes[away] = view.code
        self._rows.addWidget(holder)

    def _take(self) -> None:
        if self.view.text().strip():
            code = str(self.subject.currentData())
            self._emit(partial(with_disagreement, code=code, words=self.view.text()))
            self.view.clear()

    def _let_go(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.subject.setFocus()
            self._emit(partial(with_disagreement, code=self._codes[sender], words=""))

    def _emit(self, edit: Edit) -> None:
        self.edited.emit(edit)
