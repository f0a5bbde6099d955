"""Noting a talk with an organisation from Vandaag: which one it was, and then the form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.map_filter import EVERYTHING, MapFilter
from spinnenweb.ui.dialogs.map_same import MOST, ChooseSameDialog
from spinnenweb.ui.dialogs.organisation_talk import OrganisationTalkDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.map_records import Saved
    from spinnenweb.ui.context import Context


@dataclass(frozen=True, slots=True)
class AnyOrganisation:
    """Every organisation on the map."""

    context: Context

    def at_first(self) -> list[tuple[str, str, str]]:
        """The first few."""
        return self._rows(EVERYTHING)

    def named(self, text: str) -> list[tuple[str, str, str]]:
        """Those in which this is found."""
        return self._rows(MapFilter(text=text))

    def _rows(self, wanted: MapFilter) -> list[tuple[str, str, str]]:
        the_map, words = self.context.workspace.social_map, self.context.words
        lines = the_map.organisation_lines(the_map.find_organisations(wanted)[:MOST])
        found = [line.organisation for line in lines]
        return [(one.id, one.name, words.say(f"map.kind.{one.kind.value}")) for one in found]


class OrganisationTalks(QObject):
    """Sends `changed(Changes)` when a talk that was just noted was taken back."""

    changed = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._saved: Saved | None = None

    def write(self) -> None:
        """Ask with which organisation it was; an empty map says what to do first."""
        choices = AnyOrganisation(self._context)
        if not choices.at_first():
            self._context.hub.say(self._context.words.say("empty.map"))
            return
        dialog = ChooseSameDialog(self._context, self.tr("Met wie sprak je?"), choices, self._page)
        dialog.chosen.connect(self._write_with)
        dialog.open()

    def _write_with(self, organisation_id: str) -> None:
        the_map = self._context.workspace.social_map
        organisation = the_map.card(organisation_id).organisation
        talk = the_map.blank_talk(organisation.id)
        dialog = OrganisationTalkDialog(self._context, organisation, talk, self._page, new=True)
        dialog.kept.connect(partial(self._tell, organisation.name))
        dialog.open()

    def _tell(self, name: str, saved: Saved) -> None:
        self._saved = saved
        self._context.hub.say(self.tr("Het gesprek met {name} is bewaard.").format(name=name), self._undo)

    def _undo(self) -> None:
        saved, self._saved = self._saved, None
        if saved is not None:
            work = partial(self._context.workspace.social_map.undo, saved)
            self._context.jobs.run(self, work, self._emit_changed, self._context.hub.fail)

    def _emit_changed(self, changes: Changes) -> None:
        self.changed.emit(changes)
