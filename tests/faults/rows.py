"""What a fault did, and the one table all faults end in."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

SILENT = 60.0
"""Seconds that a long run may say nothing."""
HEAD = ("fout", "pogingen", "heel", "kwijt", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One fault: how often it was tried, after how many tries the vault was whole, and how many saves were lost.

    `bites` marks a run on a vault that was made weak on purpose: the bench must find a loss there,
    or it finds none anywhere. `possible` is off where this machine does not allow the fault at all.
    """

    fault: str
    tries: int
    survived: int
    lost: int
    bites: bool = False
    possible: bool = True

    @property
    def good(self) -> bool:
        """Whether it went as it has to."""
        if not self.possible:
            return True
        harmed = self.lost > 0 or self.survived < self.tries
        return self.tries > 0 and harmed is self.bites

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        return self.fault, str(self.tries), str(self.survived), str(self.lost), self._verdict()

    def _verdict(self) -> str:
        if not self.possible:
            return "niet mogelijk hier"
        if self.bites:
            return "gevonden" if self.good else "NIET GEVONDEN"
        return "goed" if self.good else "FOUT"


def not_here(fault: str) -> Row:
    """The line of a fault that this machine does not allow."""
    return Row(fault, 0, 0, 0, possible=False)


def counted(fault: str, tries: Sequence[T]) -> Iterator[T]:
    """Each try of a fault; a run of hours says on stderr now and then how many were done."""
    said = monotonic()
    for done, one in enumerate(tries):
        if monotonic() - said > SILENT:
            said = monotonic()
            sys.stderr.write(f"  {fault}: {done} van {len(tries)}\n")
            sys.stderr.flush()
        yield one


def table(rows: Sequence[Row]) -> str:
    """All lines under one head, as a Markdown table."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "".join(f"| {' | '.join(map(str.ljust, line, widths))} |\n" for line in lines)
