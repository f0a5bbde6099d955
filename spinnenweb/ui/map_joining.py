"""Making two on the social map one, from any page: choose the other, look at both, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from spinnenweb.domain.map_history import MapKind
from spinnenweb.ui.dialogs.map_merge import MapMergeDialog, read_beside
from spinnenweb.ui.dialogs.map_same import ChooseSameDialog, OneOfThese, SameOffer, SameOrganisation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.social_map import Offer, Organisation
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.map_merge import Beside
    from spinnenweb.ui.dialogs.map_same import Choices
    from spinnenweb.ui.map_undo import MapUndo


class MapJoining(QObject):
    """What one page does about doubles; each merge is a step of `undo`."""

    def __init__(self, context: Context, undo: MapUndo, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._undo, self._page = context, undo, page

    def choose_organisation(self, one: Organisation) -> None:
        """Ask which organisation is the same as this one."""
        choices = SameOrganisation(self._context, one)
        self._ask(self.tr("Welke organisatie is dezelfde?"), choices, MapKind.ORGANISATION, one.id)

    def choose_offer(self, one: Offer) -> None:
        """Ask which offer is the same as this one."""
        title = self.tr("Welk aanbod is hetzelfde als {name}?").format(name=one.name)
        self._ask(title, SameOffer(self._context, one), MapKind.OFFER, one.id)

    def choose_among(self, lines: tuple[OfferLine, ...]) -> None:
        """Ask which of these offers is there twice; nobody is asked of a single one."""
        if len(lines) == 1:
            self.choose_offer(lines[0].offer)
            return
        title = self.tr("Welk aanbod staat er twee keer?")
        dialog = ChooseSameDialog(self._context, title, OneOfThese(lines), self._page)
        dialog.chosen.connect(self._choose_for)
        dialog.open()

    def _choose_for(self, offer_id: str) -> None:
        self.choose_offer(self._context.workspace.social_map.offer(offer_id).offer)

    def _ask(self, title: str, choices: Choices, kind: MapKind, kept: str) -> None:
        dialog = ChooseSameDialog(self._context, title, choices, self._page)
        dialog.chosen.connect(partial(self.compare, kind, kept))
        dialog.open()

    def compare(self, kind: MapKind, kept: str, other: str) -> None:
        """Lay two side by side."""
        work = partial(read_beside, self._context.workspace.social_map, kind, kept, other)
        self._context.jobs.run(self, work, self._show, self._context.hub.fail)

    def _show(self, beside: Beside) -> None:
        names = self._context.workspace.social_map.names(self._context.words)
        dialog = MapMergeDialog(self._context, beside, names, self._page)
        dialog.merged.connect(self._merged)
        dialog.open()

    def _merged(self, kept: str, changes: Changes) -> None:
        merging = self._context.workspace.map_merging
        back = partial(merging.unmerge, merging.merges(kept)[-1].id)
        self._undo.did(back, changes, self.tr("Ze zijn samengevoegd."))
