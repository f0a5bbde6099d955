"""What the social map has for one thing a resident asks or wants to do: offers, why each fits, and the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.domain.choices import Choice, HelpAnswer
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.errors import told
from spinnenweb.ui.proposal_entries import DeclinedEntry, ProposalEntry, WhyNot
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.cards import Divider
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.proposals import About, Answered, Declined, Proposals
    from spinnenweb.ui.context import Context

__all__ = ["ProposalEntry", "ProposalPanel"]


class ProposalPanel(QWidget):
    """Shows what fits one thing at a time. Sends `picked(str)` with the id of the offer that was chosen.

    `rearranged` follows whenever other buttons stand there. The answer is written down at once, and declining can
    be undone. In a talk with somebody new, or while a resident looks along, the answer goes to the talk instead:
    `said(HelpAnswer, bool)`, with off to take it back.
    """

    picked = Signal(str)
    said = Signal(object, bool)
    rearranged = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._resident: Resident | None = None
        self._about: About | None = None
        self._draft: Draft | None = None
        self._words = ""
        self._undone = ""
        self.entries: list[ProposalEntry] = []
        self.refused: list[DeclinedEntry] = []
        self.note = text_label("", "soft")
        self.why = WhyNot(context.words)
        self.why.told.connect(self._tell_why)
        self.again = link_button("", "soft")
        self.again.setCheckable(True)
        self.again.toggled.connect(self._unfold)
        self._rows, self._old = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for rows in (self._rows, self._old):
            rows.setSpacing(px(12))
        column.addLayout(self._rows)
        column.addWidget(self.note)
        column.addWidget(self.why)
        column.addWidget(self.again)
        column.addLayout(self._old)
        self.again.hide()

    def look_for(self, resident: Resident, about: About) -> None:
        """Show what fits this for somebody who is on file; answers are written down at once."""
        self._begin(resident, about, None, "")

    def look_in_talk(self, draft: Draft, about: About, said: str = "") -> None:
        """Show what fits this in a talk; `said` are words of the resident that are in no finished talk yet.

        Somebody who is on file answers at once, unless a resident looks along.
        """
        self._begin(draft.resident, about, draft, said)

    def _begin(self, resident: Resident, about: About, draft: Draft | None, said: str) -> None:
        if (resident.id, about) != (self._resident.id if self._resident else "", self._about):
            self.why.hide()
            self._undone = ""
        self._resident, self._about, self._draft, self._words = resident, about, draft, said
        self._read()

    @property
    def _along(self) -> bool:
        return self._draft is not None and self._context.visit.on

    @property
    def _answers_talk(self) -> bool:
        """Whether an answer belongs to the talk, and is kept only when that is."""
        return self._draft is not None and (self._along or self._draft.resident_is_new)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        old = [one.again for one in self.refused]
        return [*(part for one in self.entries for part in one.stops()), *self.why.stops(), self.again, *old]

    def _read(self) -> None:
        if self._resident is None or self._about is None:
            return
        proposals, about, draft = self._context.workspace.proposals, self._about, self._draft
        if draft is not None and self._along:
            work = partial(proposals.one_along, draft, about)
        elif draft is not None and draft.resident_is_new:
            work = partial(proposals.for_card, self._resident, about, self._words)
        else:
            work = partial(proposals.of, self._resident.id, about, self._words)
        self._context.jobs.run(self, work, self._show, self._refuse)

    def _show(self, found: Proposals) -> None:
        # an answer to an earlier question says nothing about this one
        if found.about != self._about:
            return
        self._clear()
        said = {} if self._draft is None else {one.offer_id: one.answer for one in self._draft.helps}
        for number, line in enumerate(found.lines):
            if number:
                self._rows.addWidget(Divider())
            answer = said.get(line.proposal.offer.id)
            entry = ProposalEntry(line, found.village, self._context.words, answerable=True, answer=answer)
            entry.chosen.connect(self._choose)
            entry.declined.connect(self._decline)
            entry.taken_back.connect(self._take_from_talk)
            self.entries.append(entry)
            self._rows.addWidget(entry)
        self._say("" if found.lines else self._nothing())
        self._show_refused(found.refused)
        announce(self, self.tr("{n} keer aanbod van de sociale kaart").format(n=len(found.lines)))
        self.rearranged.emit()

    def _nothing(self) -> str:
        return self.tr("Er staat nu niets op de sociale kaart dat hierbij past, in deze kern of een buurdorp.")

    def _show_refused(self, refused: tuple[Declined, ...]) -> None:
        for one in refused:
            entry = DeclinedEntry(one)
            entry.wanted.connect(self._propose_again)
            entry.setVisible(self.again.isChecked())
            self.refused.append(entry)
            self._old.addWidget(entry)
        self.again.setText(self.tr("Wat eerder niet paste ({n})").format(n=len(refused)))
        make_room(self.again, self.again.text())
        self.again.setVisible(bool(refused))

    def _unfold(self, on: bool) -> None:
        for entry in self.refused:
            entry.setVisible(on)
        self.rearranged.emit()

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
        self.entries, self.refused = [], []
        for rows in (self._rows, self._old):
            while (item := rows.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()

    # answering

    def _choose(self, offer_id: str) -> None:
        if self._resident is None or self._about is None:
            return
        if self._answers_talk:
            self._tell_talk(offer_id, Choice.CHOSEN)
            return
        work = partial(self._context.workspace.proposals.choose, self._resident.id, offer_id, self._about)
        self._context.jobs.run(self, work, partial(self._tell_chosen, offer_id), self._context.hub.fail)

    def _tell_chosen(self, offer_id: str, answered: Answered) -> None:
        self._context.hub.report(answered.changes, self)
        self.picked.emit(offer_id)

    def _decline(self, offer_id: str) -> None:
        if self._resident is None or self._about is None:
            return
        if self._answers_talk:
            self._tell_talk(offer_id, Choice.DECLINED)
            return
        work = partial(self._context.workspace.proposals.decline, self._resident.id, offer_id, self._about)
        self._context.jobs.run(self, work, partial(self._tell_declined, offer_id), self._context.hub.fail)

    def _tell_declined(self, offer_id: str, answered: Answered) -> None:
        self._undone = answered.choice_id
        self.why.ask(answered.name)
        self._take(answered.changes)
        self._context.hub.say(self.tr("Dit stellen we hierbij niet meer voor."), self._undo)

    def _tell_why(self, reason: str) -> None:
        if self._undone:
            work = partial(self._context.workspace.proposals.tell_why, self._undone, reason)
            self._context.jobs.run(self, work, self._take, self._context.hub.fail)

    def _undo(self) -> None:
        choice_id, self._undone = self._undone, ""
        self.why.hide()
        if choice_id:
            work = partial(self._context.workspace.proposals.take_back, choice_id)
            self._context.jobs.run(self, work, self._take, self._context.hub.fail)

    def _propose_again(self, offer_id: str) -> None:
        if self._resident is not None and self._about is not None:
            again = self._context.workspace.proposals.propose_again
            work = partial(again, self._resident.id, self._about, offer_id)
            self.why.hide()
            self._context.jobs.run(self, work, self._take, self._context.hub.fail)

    def _take(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
        self._read()

    # answers that belong to the talk

    def _tell_talk(self, offer_id: str, answer: Choice, *, on: bool = True) -> None:
        if self._about is not None:
            self.said.emit(HelpAnswer(offer_id, self._about.kind, self._about.code, answer), on)

    def _take_from_talk(self, offer_id: str) -> None:
        self._tell_talk(offer_id, Choice.DECLINED, on=False)
