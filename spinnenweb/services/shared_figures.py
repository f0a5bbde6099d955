"""The figures of themes that were given out, for the view that may be shared.

The one door through which that view gets its numbers: it reads what was printed and never counts anything itself.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.disclosure.tables import ALL_AGES
from spinnenweb.exchange.release_tables import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.services.workspace import Workspace

_FILE = "themas.csv"


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """One figure as it was given out.

    `village` is a name, `count` a multiple of 5 or `None` where it is protected, `snapshot` its month (2026-10).
    """

    village: str
    theme: str
    count: int | None
    snapshot: str


def shared_figures(workspace: Workspace) -> tuple[SharedFigure, ...]:
    """The themes of the last release that was made, of all ages together; nothing when there is none yet."""
    with workspace.database.reading() as work:
        pending = work.series.pending()
        made = [one for one in work.series.releases() if pending is None or one.number != pending.number]
        if not made:
            return ()
        last = made[-1]
        body = work.series.files(last.number).get(_FILE, b"")
    return tuple(_figures(body.decode("utf-8-sig"), last.month))


def _figures(text: str, month: str) -> Iterator[SharedFigure]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    next(rows, None)
    for village, ages, theme, count, _, _, snapshot in rows:
        if ages == ALL_AGES:
            shown = None if count == HIDDEN else int(count)
            yield SharedFigure(village, theme, shown, month if snapshot == HIDDEN else snapshot)
