"""Two cards of one person: seen together as one, while both stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class Merge:
    """`other_id` is an alias of `kept_id`: what was written under either is shown under the kept card."""

    id: str
    kept_id: str
    other_id: str
    merged_on: date


@dataclass(frozen=True, slots=True)
class Outline:
    """What a person is recognised by on a card."""

    id: str
    calling_name: str
    code: str
    birth_year: int | None
    village_id: str | None


def aliases(merges: Iterable[Merge]) -> dict[str, str]:
    """The card under which each merged card is found, also when that one was merged later itself."""
    kept = {merge.other_id: merge.kept_id for merge in merges}
    return {other: _last(kept, other) for other in kept}


def _last(kept: dict[str, str], other: str) -> str:
    # merges that cross each other on two laptops could make a ring: a card is then passed once
    passed = {other}
    while (found := kept.get(other)) is not None and found not in passed:
        passed.add(found)
        other = found
    return other
