"""Who counts as one for 10 and for 5 when several laptops know a household, or nobody can tell who is who."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from spinnenweb.team.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spinnenweb.disclosure.contributions import Contributed

    Records = Sequence[tuple[str, Contributed]]
    Key = int | bytes
    """The number of a household on a laptop, or the mark of people who share one for want of better."""

_NUMBER_BYTES = 8


class Households:
    """The households of a team, each under the smallest of its numbers."""

    def __init__(self, groups: Iterable[Records]) -> None:
        kept = [*groups]
        self._alike = _alike(record for group in kept for record in group)
        self._tied: Groups[Key] = Groups()
        for group in kept:
            keys = [*self._keys(group)]
            for key in keys[1:]:
                self._tied.tie(keys[0], key)
        self._inside: defaultdict[Key, set[Key]] = defaultdict(set)
        for group in kept:
            for key in self._keys(group):
                self._inside[self._tied.head(key)].add(key)

    def of(self, group: Records) -> int | None:
        """The number of the household of one resident, or `None`."""
        inside = self._of(group)
        return min(map(_as_number, inside)) if inside else None

    def _of(self, group: Records) -> set[Key]:
        key = next(self._keys(group), None)
        return set() if key is None else self._inside[self._tied.head(key)]

    def _keys(self, group: Records) -> Iterator[Key]:
        for _laptop, record in group:
            if record.member.household is not None:
                yield record.member.household
            if record.mark in self._alike:
                yield record.mark


def _alike(records: Iterable[tuple[str, Contributed]]) -> frozenset[bytes]:
    """The marks that more than one resident of the same laptop has."""
    counts: Mapping[tuple[str, bytes], int] = Counter((laptop, record.mark) for laptop, record in records)
    return frozenset(mark for (_laptop, mark), count in counts.items() if count > 1)


def _as_number(key: Key) -> int:
    return key if isinstance(key, int) else int.from_bytes(key[:_NUMBER_BYTES], "big")
