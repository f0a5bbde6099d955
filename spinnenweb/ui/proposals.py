"""What the social map has for one thing a resident asks or wants to do: offers, why each fits, and the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.proposal_words import caution_words, where_when_words, why_words
from spinnenweb.ui.errors import told
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Divider
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button, quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import ContactPerson
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.proposals import About, Answered, ProposalLine, Proposals
    from spinnenweb.ui.context import Context


class ProposalEntry(QWidget):
    """One offer with its reasons. Sends `chosen(str)` and `declined(str)` with its id."""

    chosen = Signal(str)
    declined = Signal(str)

    def __init__(self, line: ProposalLine, village: str, words: Wording, *, answerable: bool) -> None:
        super().__init__()
        self._offer_id, name = line.proposal.offer.id, line.proposal.offer.name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(text_label(name, "strong"), 1)
        if line.chosen:
            head.addWidget(Chip(self.tr("gekozen"), "ok"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        told_lines = (
            (where_when_words(line), ""),
            (self._told(self.tr("Past hierbij: {why}."), why_words(words, line, village)), ""),
            (self._told(self.tr("Weet vooraf: {why}."), caution_words(words, line)), "warn"),
            (self._reach(line.contact), ""),
        )
        for text, tone in told_lines:
            if text:
                column.addWidget(text_label(text, "small", tone))
        self.choose = quiet_button(self.tr("Kiezen"))
        self.decline = link_button(self.tr("Past niet"), "soft")
        for button in (self.choose, self.decline):
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setVisible(answerable)
        self.choose.clicked.connect(self._emit_chosen)
        self.decline.clicked.connect(self._emit_declined)
        acts = FlowLayout(gap=16)
        acts.addWidget(self.choose)
        acts.addWidget(self.decline)
        column.addSpacing(px(3))
        column.addLayout(acts)

    def _told(self, sentence: str, why: str) -> str:
        return sentence.format(why=why[:1].lower() + why[1:]) if why else ""

    def _reach(self, contact: ContactPerson | None) -> str:
        if contact is None:
            return ""
        who = " · ".join(part for part in (contact.name, contact.role, contact.phone) if part)
        return self.tr("Vraag naar {who}").format(who=who) if who else ""

    def _emit_chosen(self) -> None:
        self.chosen.emit(self._offer_id)

    def _emit_declined(self) -> None:
        self.declined.emit(self._offer_id)


class ProposalPanel(QWidget):
    """Shows what fits one thing at a time. Sends `picked(str)` with the id of the offer that was chosen.

    `rearranged` follows whenever other buttons stand there. The answer is written down at once, and declining can
    be undone. Of somebody who is not in the vault yet nothing can be written down.
    """

    picked = Signal(str)
    rearranged = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._resident: Resident | None = None
        self._about: About | None = None
        self._stored = False
        self._said = ""
        self._undone = ""
        self.entries: list[ProposalEntry] = []
        self.note = text_label("", "soft")
        self.again = link_button("", "soft")
        self.again.clicked.connect(self._propose_again)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(self._rows)
        column.addWidget(self.note)
        column.addWidget(self.again)
        self.again.hide()

    def look_for(self, resident: Resident, about: About, *, stored: bool = True, said: str = "") -> None:
        """Show what fits this; `said` are words of the resident that are in no finished talk yet."""
        self._resident, self._about, self._stored, self._said = resident, about, stored, said
        self._read()

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        buttons: list[QWidget] = [part for one in self.entries for part in (one.choose, one.decline)]
        return [*buttons, self.again] if self._stored else []

    def _read(self) -> None:
        if self._resident is None or self._about is None:
            return
        proposals, about = self._context.workspace.proposals, self._about
        if self._stored:
            work = partial(proposals.of, self._resident.id, about, self._said)
        else:
            work = partial(proposals.for_card, self._resident, about, self._said)
        self._context.jobs.run(self, work, self._show, self._refuse)

    def _show(self, found: Proposals) -> None:
        # an answer to an earlier question says nothing about this one
        if found.about != self._about:
            return
        self._clear()
        for number, line in enumerate(found.lines):
            if number:
                self._rows.addWidget(Divider())
            entry = ProposalEntry(line, found.village, self._context.words, answerable=self._stored)
            entry.chosen.connect(self._choose)
            entry.declined.connect(self._decline)
            self.entries.append(entry)
            self._rows.addWidget(entry)
        self._say(self._note(found))
        self.again.setText(self.tr("Wat niet paste weer voorstellen ({n})").format(n=found.declined))
        self.again.setVisible(self._stored and found.declined > 0)
        announce(self, self.tr("{n} keer aanbod van de sociale kaart").format(n=len(found.lines)))
        self.rearranged.emit()

    def _note(self, found: Proposals) -> str:
        if not found.lines:
            return self.tr("Er staat nu niets op de sociale kaart dat hierbij past, in deze kern of een buurdorp.")
        return "" if self._stored else self.tr("Kiezen kan als het gesprek is bewaard.")

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, SpinnenwebError):
            self._context.hub.fail(error)
            return
        self._clear()
        self.again.hide()
        self._say(told(error, self._context.messages, self._context.words).text)
        self.rearranged.emit()

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _clear(self) -> None:
        self.entries = []
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    # answering

    def _choose(self, offer_id: str) -> None:
        if self._resident is not None and self._about is not None:
            work = partial(self._context.workspace.proposals.choose, self._resident.id, offer_id, self._about)
            self._context.jobs.run(self, work, partial(self._tell_chosen, offer_id), self._context.hub.fail)

    def _tell_chosen(self, offer_id: str, answered: Answered) -> None:
        self._context.hub.report(answered.changes, self)
        self.picked.emit(offer_id)

    def _decline(self, offer_id: str) -> None:
        if self._resident is not None and self._about is not None:
            work = partial(self._context.workspace.proposals.decline, self._resident.id, offer_id, self._about)
            self._context.jobs.run(self, work, self._tell_declined, self._context.hub.fail)

    def _tell_declined(self, answered: Answered) -> None:
        self._undone = answered.choice_id
        self._take(answered.changes)
        self._context.hub.say(self.tr("Dit stellen we hierbij niet meer voor."), self._undo)

    def _undo(self) -> None:
        choice_id, self._undone = self._undone, ""
        if choice_id:
            work = partial(self._context.workspace.proposals.take_back, choice_id)
            self._context.jobs.run(self, work, self._take, self._context.hub.fail)

    def _propose_again(self) -> None:
        if self._resident is not None and self._about is not None:
            work = partial(self._context.workspace.proposals.propose_again, self._resident.id, self._about)
            self._context.jobs.run(self, work, self._take, self._context.hub.fail)

    def _take(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
        self._read()
