"""What is done with the talks of an organisation and with the hand-overs that reached it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.ui.dialogs.organisation_talk import OrganisationTalkDialog
from spinnenweb.ui.pages.organisation.further import ReachedPart, TalksPart
from spinnenweb.ui.places import HANDOVER, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from spinnenweb.domain.social_map import Organisation, OrganisationTalk
    from spinnenweb.services.handovers import HandoverLine
    from spinnenweb.services.map_records import OrganisationCard
    from spinnenweb.ui.context import Context


class Past(QObject):
    """Fills `column` with the talks and the hand-overs of the organisation that is shown."""

    def __init__(self, context: Context, column: QVBoxLayout, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._organisation: Organisation | None = None
        self.talks = TalksPart()
        self.reached = ReachedPart(context.words)
        column.addWidget(self.talks)
        column.addWidget(self.reached)
        self.talks.asked.connect(self._note)
        self.talks.opened.connect(self._change)
        self.reached.opened.connect(self._open)

    def show_card(self, card: OrganisationCard) -> None:
        """Show what belongs to this organisation."""
        workspace, self._organisation = self._context.workspace, card.organisation
        today = workspace.clock.today()
        if self._context.visit.on:
            # what residents are part of, and what was said in confidence, is not even read then
            self.talks.hide()
            self.reached.hide()
            return
        self.talks.show()
        self.talks.show_talks(card.talks, today)
        lines = workspace.handovers.reached(card.organisation.id)
        ids = {line.handover.resident_id for line in lines}
        people = {resident_id: workspace.residents.get(resident_id) for resident_id in ids}
        self.reached.show_lines(lines, people, today)

    def _note(self) -> None:
        if self._organisation is not None:
            talk = self._context.workspace.social_map.blank_talk(self._organisation.id)
            self._form(talk, new=True)

    def _change(self, talk: OrganisationTalk) -> None:
        self._form(talk, new=False)

    def _form(self, talk: OrganisationTalk, *, new: bool) -> None:
        if self._organisation is not None:
            OrganisationTalkDialog(self._context, self._organisation, talk, self._page, new=new).open()

    def _open(self, line: HandoverLine) -> None:
        handover = line.handover
        self._context.hub.open(Place(HANDOVER, record=handover.resident_id, other=handover.id))
