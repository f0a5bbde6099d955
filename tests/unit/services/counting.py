"""How many residents count along, for tests of what lets somebody count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.releases import ReleaseChoice

if TYPE_CHECKING:
    from datetime import date

    from spinnenweb.services.releases import ReleaseService


def count_along(releases: ReleaseService, until: date) -> int:
    """Everybody who counts, those whose age leaves them out of the figures too."""
    preview = releases.preview(ReleaseChoice(until))
    return sum(preview.counted.values()) + sum(preview.left_out.values())
