"""What every page gets: the open vault, the words, the look and the ways to ask and tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import ResidentTexts, Wording
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.asker import Asker
    from spinnenweb.ui.hub import Hub
    from spinnenweb.ui.jobs import Jobs
    from spinnenweb.ui.preferences import Preferences
    from spinnenweb.ui.theme.look import Theme


@dataclass(slots=True)
class Visit:
    """Whether a resident looks along, and who may be shown then. No other name may appear while it is on."""

    on: bool = False
    resident_id: str | None = None


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
