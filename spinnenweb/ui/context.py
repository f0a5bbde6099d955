"""What every page gets: the open vault, the words, the look and the ways to ask and tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.ui.places import CONVERSATION, HANDOVER, MAP, ORGANISATION, VISIT

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import ResidentTexts, Wording
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.hub import Hub
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.places import Place
    from spinnenweb.ui.preferences import Preferences
    from spinnenweb.ui.theme.look import Theme


_SHOWN_TO_ALL = (VISIT, CONVERSATION, MAP, ORGANISATION)
"""On them during a visit: the resident at the table, and of the map what `services/looking_along` lets through."""


@dataclass(slots=True)
class Visit:
    """Whether a resident looks along, and who may be shown then. No other name may appear while it is on.

    `resident_id` is the one made ready. `someone_new` says that the last talk of this visit was begun with
    somebody else, and `new_id` who that is, once it was kept.
    """

    on: bool = False
    resident_id: str | None = None
    someone_new: bool = False
    new_id: str | None = None

    @property
    def whose(self) -> str | None:
        """The resident at the table: made ready, or new and kept in this visit; `None` while nobody is."""
        return self.new_id if self.someone_new else self.resident_id

    def talks_with(self, resident_id: str) -> None:
        """A talk is in sight: from now on nothing of somebody else is shown, also of who sat there before."""
        self.someone_new, self.new_id = resident_id != self.resident_id, None

    def keeps(self, resident_id: str) -> None:
        """The talk with somebody new was kept in this visit."""
        if self.someone_new:
            self.new_id = resident_id

    def end(self) -> None:
        """Nobody looks along any more."""
        self.on, self.resident_id, self.someone_new, self.new_id = False, None, False, None

    def shows(self, place: Place) -> bool:
        """Whether a place may be shown now: during a visit few may, and hand-overs of who is at the table only."""
        if place.page == HANDOVER:
            return not self.on or (bool(place.record) and place.record == self.whose)
        return not self.on or place.page in _SHOWN_TO_ALL


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every page by the frame."""

    workspace: Workspace
    words: Wording
    messages: Wording
    texts: Path
    theme: Theme
    preferences: Preferences
    jobs: Jobs
    asker: Asker
    hub: Hub
    visit: Visit = field(default_factory=Visit)

    def resident_words(self, resident: Resident) -> ResidentTexts:
        """The resident's own texts, in level and form of address, in Dutch where the language is not on."""
        return self.workspace.languages.spoken_to(resident).texts
