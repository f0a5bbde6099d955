"""What is wrong in a file with a social map: where it stands and what it is, never the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_FLAWS = 500
"""So many are told; who mends those tries again."""


@dataclass(frozen=True, slots=True)
class MapFlaw:
    """One thing that is wrong.

    `kind` is a key under `map_flaw.` in werker.toml. `file` is the name of a file in a package, empty when there
    is only one; `line` counts from 1 in a text and is the number of the row in a workbook, 0 for the whole file.
    """

    line: int
    kind: str
    column: str = ""
    file: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)


class Flaws:
    """Writes down what is wrong, up to `MOST_FLAWS`."""

    def __init__(self) -> None:
        self._found: list[MapFlaw] = []
        self._more = False

    def add(self, flaw: MapFlaw) -> None:
        """Write one down."""
        if len(self._found) < MOST_FLAWS:
            self._found.append(flaw)
        else:
            self._more = True

    def __bool__(self) -> bool:
        return bool(self._found)

    def told(self) -> tuple[MapFlaw, ...]:
        """All that was written down by file and line; when there was more, that is said at the end."""
        ordered = sorted(self._found, key=lambda flaw: (flaw.file, flaw.line))
        more = (MapFlaw(0, "more", values={"most": MOST_FLAWS}),) if self._more else ()
        return (*ordered, *more)
