"""After a talk was kept: what the resident chose in it, and the way to arrange it together now or later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from spinnenweb.domain.choices import Choice
from spinnenweb.ui.pages.conversation.ending import KeptPanel
from spinnenweb.ui.places import HANDOVER, RESIDENT, TODAY, VISIT, Place

if TYPE_CHECKING:
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.records import Finished
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page
    from spinnenweb.ui.pages.conversation.layout import Layout


class Kept(QObject):
    """Goes on from a finished talk: at once, or past what was chosen when there is something to arrange."""

    def __init__(self, context: Context, view: Layout, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._view = view
        self._resident_id = ""
        self._next = Place(TODAY)
        self.panel: KeptPanel | None = None

    @property
    def next(self) -> Place:
        """Where the person goes from here."""
        return self._next

    def take(self, finished: Finished, draft: Draft) -> None:
        """Show what was chosen in a talk that was kept, else go on."""
        visit = self._context.visit
        if finished.kept and draft.resident_is_new:
            visit.keeps(finished.resident.id)
        after = Place(RESIDENT, record=finished.resident.id) if finished.kept else Place(TODAY)
        self._next, self._resident_id = Place(VISIT) if visit.on else after, finished.resident.id
        if not (finished.kept and self._show_chosen(draft)):
            self.go_on()

    def _show_chosen(self, draft: Draft) -> bool:
        chosen = {told.offer_id for told in draft.helps if told.answer is Choice.CHOSEN}
        if not chosen:
            return False
        waiting = self._context.workspace.proposals.wishes(self._resident_id)
        wishes = tuple(wish for wish in waiting if wish.offer_id in chosen)
        if wishes:
            self.panel = KeptPanel(self._context.words, wishes)
            self.panel.arranged.connect(self._arrange)
            self._view.show_kept(self.panel)
            self.panel.chosen.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(wishes)

    def go_on(self) -> None:
        """To where a finished talk leads."""
        self._context.hub.open(self._next)

    def close(self) -> None:
        """Another talk comes; whoever shows it takes the panel away."""
        self.panel = None

    def _arrange(self, offer_id: str) -> None:
        self._context.hub.open(Place(HANDOVER, record=self._resident_id, other=offer_id))
