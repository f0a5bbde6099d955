"""What a resident may ask about their file: see it, have it only kept, have it put away or erased."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.erasure import ErasureReason
from spinnenweb.ui.dialogs.insight_review import InsightDialog
from spinnenweb.ui.dialogs.mend_consent import MendConsentDialog
from spinnenweb.ui.erasing import Erasing
from spinnenweb.ui.names import display_name
from spinnenweb.ui.places import RESIDENTS, Place
from spinnenweb.ui.putting_away import PuttingAway
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.controls import link_button

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.goals import Goal
    from spinnenweb.domain.residents import Consent
    from spinnenweb.services.insight import InsightReview, Spot
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.resident.person import Person


class RightsCard(Card):
    """The log and four rights, each one link."""

    def __init__(self) -> None:
        super().__init__(self.tr("Rechten van de inwoner"))
        self.log = link_button(self.tr("Logboek van deze inwoner"))
        self.insight = link_button(self.tr("Inzage geven: alles in één bestand"))
        self.restrict = link_button("")
        self.put_away = link_button(self.tr("Naar de prullenbak"))
        self.erase = link_button(self.tr("Alles wissen"))
        for button in (self.log, self.insight, self.restrict, self.put_away, self.erase):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_restricted(self, restricted: bool) -> None:
        """Offer the one or the other; who is only kept is put away by nobody."""
        self.restrict.setText(
            self.tr("Weer gebruiken") if restricted else self.tr("Alleen bewaren, niet gebruiken")
        )
        self.put_away.setVisible(not restricted)


class Rights(QObject):
    """Does what the card asks. Sends `changed(Changes)`.

    Sends `leaving()` before somebody is put away or only kept, so that what was typed is written first, and
    `erased()` before the page of who is gone is left.
    """

    changed = Signal(object)
    leaving = Signal()
    erased = Signal()

    def __init__(self, context: Context, card: RightsCard, page: QWidget) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._page = page
        self._person: Person | None = None
        self._erasing = Erasing(context, self)
        self.bin = PuttingAway(context, self)
        self._erasing.changed.connect(self._leave)
        self.bin.changed.connect(self._emit)
        card.insight.clicked.connect(self._review)
        card.restrict.clicked.connect(self._restrict)
        card.put_away.clicked.connect(self._put_away)
        card.erase.clicked.connect(self._erase)

    def show_person(self, person: Person) -> None:
        """Do it for this resident from now on."""
        self._person = person
        self._card.show_restricted(person.resident.restricted)

    # inzage

    def _review(self) -> None:
        if self._person is not None:
            work = partial(self._context.workspace.insight.review, self._person.resident.id)
            self._context.jobs.run(self, work, self._show_review, self._context.hub.fail)

    def _show_review(self, review: InsightReview) -> None:
        if not review.spots:
            self._write(())
            return
        dialog = InsightDialog(review, self._context, self._page)
        dialog.decided.connect(self._write)
        dialog.open()

    def _write(self, shown: tuple[Spot, ...]) -> None:
        if self._person is None:
            return
        insight, resident = self._context.workspace.insight, self._person.resident
        title, name = self.tr("Waar komt de inzage?"), insight.file_name(resident)
        target = self._context.asker.save_file(self._page, title, name, "ZIP (*.zip)")
        if target is not None:
            work = partial(insight.write, target, resident.id, shown)
            self._context.jobs.run(self, work, partial(self._tell_written, target), self._context.hub.fail)

    def _tell_written(self, target: Path, _: object) -> None:
        self._context.hub.say(self._context.words.say("insight.written", name=target.name))

    # correction

    def mend_consent(self, consent: Consent) -> None:
        """Mend an answer that was written down wrongly."""
        dialog = MendConsentDialog(self._context, consent, self._page)
        dialog.kept.connect(self._emit)
        dialog.open()

    # restriction

    def _restrict(self) -> None:
        if self._person is not None:
            self.leaving.emit()
            rights, resident = self._context.workspace.rights, self._person.resident
            act = rights.unrestrict if resident.restricted else rights.restrict
            self._context.jobs.run(self, partial(act, resident.id), self._emit, self._context.hub.fail)

    # bin and erasure

    def _put_away(self) -> None:
        if self._person is not None:
            self.leaving.emit()
            resident = self._person.resident
            self.bin.put_away(BinKind.RESIDENT, resident.id, display_name(resident))
            self._context.hub.open(Place(RESIDENTS))

    def put_talk_away(self, talk_id: str) -> None:
        """Put a conversation in the bin."""
        self.bin.put_away(BinKind.CONVERSATION, talk_id, self.tr("Het gesprek"))

    def put_goal_away(self, goal: Goal) -> None:
        """Put a goal in the bin, with its steps."""
        self.bin.put_away(BinKind.GOAL, goal.id, self.tr("Het doel"))

    def _erase(self) -> None:
        if self._person is not None:
            self._erasing.ask(self._page, self._person.resident, ErasureReason.ASKED)

    def _leave(self, changes: Changes) -> None:
        self._person = None
        self.erased.emit()
        self._context.hub.open(Place(RESIDENTS))
        self._emit(changes)

    def _emit(self, changes: Changes) -> None:
        self.changed.emit(changes)
