"""The only page to choose from during a visit: the one resident made ready, or someone new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.ui.dates import clock_time
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.visit.layout import Layout
from spinnenweb.ui.places import CONVERSATION, HANDOVER, Crumb, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.context import Context


class VisitPage(Page):
    """Shows one name at most. `context.visit.resident_id` tells the other parts whose it is.

    Under it stands, without a name, what the resident at the table chose and what runs.
    """

    help_key = "visit"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._place = Place(CONVERSATION)
        self._resumed = ""
        self._known = {draft.id for draft in context.workspace.conversations.drafts()}
        self.view = Layout(self, context.words)
        self.view.begin.clicked.connect(self._begin)
        self.view.resume.clicked.connect(self._resume)
        self.view.new.clicked.connect(self._begin_new)
        self.view.chosen.opened.connect(self._arrange)

    def crumbs(self) -> tuple[Crumb, ...]:
        """No way to anywhere else."""
        return ()

    def open(self, place: Place) -> None:
        """Show who was made ready, and the talk of this visit that is not finished yet."""
        ready = self.context.workspace.residents.ready()
        resident = ready[0].resident if ready else None
        self.context.visit.resident_id = resident.id if resident is not None else None
        self._show(resident)
        self._show_chosen(self.context.visit.whose)

    def on_changed(self, changes: Changes) -> None:
        """Read again."""
        self.open(Place(""))

    def _show(self, resident: Resident | None) -> None:
        drafts = self.context.workspace.conversations.drafts()
        own = next((draft for draft in drafts if self._is_of(draft, resident)), None)
        added = next((draft for draft in drafts if draft.resident_is_new and draft.id not in self._known), None)
        self._place = self._place_of(resident, own)
        self._resumed = added.id if added is not None else ""
        self.view.show_ready(
            "" if resident is None else display_name(resident),
            self._resume_words(own),
            self._resume_words(added),
        )

    def _is_of(self, draft: Draft, resident: Resident | None) -> bool:
        return resident is not None and draft.resident.id == resident.id

    def _place_of(self, resident: Resident | None, own: Draft | None) -> Place:
        if own is not None:
            return Place(CONVERSATION, record=own.id)
        return Place(CONVERSATION, other=resident.id if resident is not None else "")

    def _resume_words(self, draft: Draft | None) -> str:
        if draft is None or draft.saved_at is None:
            return ""
        return self.context.words.say("message.resume", time=clock_time(draft.saved_at))

    def _show_chosen(self, resident_id: str | None) -> None:
        if resident_id is None:
            self.view.show_chosen((), ())
            return
        workspace = self.context.workspace
        running = tuple(line for line in workspace.handovers.of(resident_id) if line.open)
        self.view.show_chosen(workspace.proposals.wishes(resident_id), running)

    def _arrange(self, target: str) -> None:
        self.context.hub.open(Place(HANDOVER, record=self.context.visit.whose or "", other=target))

    def _begin(self) -> None:
        self.context.hub.open(self._place)

    def _resume(self) -> None:
        self.context.hub.open(Place(CONVERSATION, record=self._resumed))

    def _begin_new(self) -> None:
        self.context.hub.open(Place(CONVERSATION))
