"""The memory of a series: every set ever published, every decision, every release.

Frozen values; whoever adds something gets a new ledger. It holds random numbers and counts, no names: a number
outlives the erasure of the resident it once stood for (reference/anonymisation.md 4.7 rule 12).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.disclosure.bands import Band
    from spinnenweb.disclosure.people import Kind, WebKey
    from spinnenweb.disclosure.tables import Row, Why

RULES = "1"
"""Version of the table rules and age boundaries; another one within a calendar year is refused."""


@dataclass(frozen=True, slots=True)
class Design:
    """How the tables of one village look for a calendar year.

    `year` is the year ages are counted in; `adopted` the year of the release that last confirmed it. `bands` is
    empty for a village without age groups. `split_items`: themes and topics are given by age group as well.
    `cluster` is the cluster that shows the themes of this village, if any. `web` is the one kind of web whose
    means are given, `None` until there is one. `villages` is filled for a cluster only: the villages in it.
    """

    village: str
    year: int
    adopted: int
    bands: tuple[Band, ...]
    cluster: str | None
    themes: tuple[str, ...]
    signals: tuple[str, ...]
    split_items: bool = False
    web: WebKey | None = None
    villages: tuple[str, ...] = ()
    rules: str = RULES


@dataclass(frozen=True, slots=True)
class State:
    """A published snapshot of one part (an age group, the whole village, or a village in a cluster) and kind.

    `residents`, `units` and `tokens` are numbers of 64 bits (little-endian) that belong together by position, in
    ascending order of token. A unit is a household, or a resident who is linked to none. `given` has one byte
    each: for the kind web one bit per dimension whose mark was given, otherwise 0. `counts` holds per item the
    residents and the units with it; `sums` per dimension the sum of the marks in 1/2520.

    Of the kind web also, against the yearly tables of the year `against` (0: none): `then` the token each resident
    had in them (0: none, or the same measurement), `both` like `given` for the dimensions given both times,
    `changes` per dimension the sum of what was added since.
    """

    kind: Kind
    part: str
    year: int
    month: str
    residents: bytes
    units: bytes
    tokens: bytes
    given: bytes
    counts: Mapping[str, tuple[int, int]]
    sums: Mapping[str, int]
    against: int = 0
    then: bytes = b""
    both: bytes = b""
    changes: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many measurements, and so residents, it holds."""
        return len(self.given)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was printed for one item of one set of people; it never changes later. `value` in hundredths."""

    value: int | None
    step: int | None
    why: Why | None


@dataclass(frozen=True, slots=True)
class Moment:
    """The states (by index) of all parts of one kind that were in force from `month` on."""

    kind: Kind
    month: str
    states: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearMoment:
    """The states (by index) behind the yearly tables of a calendar year, and the kind of web they are of."""

    year: int
    month: str
    states: tuple[int, ...]
    web: WebKey


@dataclass(frozen=True, slots=True)
class Printed:
    """One row as it left the house, without its village. `table` is the name of its file."""

    table: str
    row: Row


@dataclass(frozen=True, slots=True)
class VillageLedger:
    """Everything ever published of one village or cluster.

    `moments` stand in order of time; every union of the states of one moment counts as published. `decisions` goes
    from a set of people and an item to what was printed. `printed` keeps the rows of each month. `years` are the
    moments of the yearly tables.
    """

    name: str
    design: Design | None = None
    states: tuple[State, ...] = ()
    moments: tuple[Moment, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    printed: Mapping[str, tuple[Printed, ...]] = field(default_factory=dict)
    years: tuple[YearMoment, ...] = ()

    def moments_of(self, kind: Kind) -> tuple[Moment, ...]:
        """The moments of one kind, oldest first."""
        return tuple(moment for moment in self.moments if moment.kind is kind)

    def in_force(self, kind: Kind) -> tuple[State, ...]:
        """The states that stand now; empty before the first."""
        moments = self.moments_of(kind)
        return self.states_of(moments[-1]) if moments else ()

    def states_of(self, moment: Moment | YearMoment) -> tuple[State, ...]:
        """The states of one moment."""
        return tuple(self.states[index] for index in moment.states)


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """One release given out. `manifest` is the SHA-256 of its manifest, empty until its files were made."""

    number: int
    month: str
    villages: tuple[str, ...]
    previous: str
    manifest: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole series. `secret` is 32 random bytes that fix how figures are rounded."""

    secret: bytes
    villages: Mapping[str, VillageLedger] = field(default_factory=dict)
    releases: tuple[ReleaseRecord, ...] = ()

    @property
    def last_manifest(self) -> str:
        """The SHA-256 of the last manifest, empty before the first release."""
        return self.releases[-1].manifest if self.releases else ""

    def of(self, village: str) -> VillageLedger:
        """What was published of one village; an empty one for a village that is new."""
        return self.villages.get(village) or VillageLedger(village)

    def plus(self, village: VillageLedger) -> Ledger:
        """The ledger with one village as it now stands."""
        return replace(self, villages={**self.villages, village.name: village})

    def plus_release(self, record: ReleaseRecord) -> Ledger:
        """The ledger with one release more."""
        return replace(self, releases=(*self.releases, record))

    def with_manifest(self, number: int, manifest: str) -> Ledger:
        """The ledger once the files of release `number` exist; `manifest` is the SHA-256 of its manifest.

        Making the same files again changes nothing. Raises `SpinnenwebError` `release.chain_broken` when other
        files were made under this number before.
        """
        return replace(self, releases=tuple(_signed(each, number, manifest) for each in self.releases))


def _signed(record: ReleaseRecord, number: int, manifest: str) -> ReleaseRecord:
    if record.number != number:
        return record
    if record.manifest not in ("", manifest):
        raise SpinnenwebError("release.chain_broken", number=number)
    return replace(record, manifest=manifest)


def new_ledger(secret: bytes) -> Ledger:
    """An empty ledger; `secret` must be 32 random bytes (`ValueError` otherwise)."""
    if len(secret) != 32:
        raise ValueError("the secret has 32 bytes")
    return Ledger(secret)
