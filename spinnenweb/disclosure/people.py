"""What goes into a release: residents as numbers, never as people.

Whoever calls fills these from the vault; nothing in this room reads a database. Rules:
reference/anonymisation.md 4.3 to 4.7.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from spinnenweb.domain.instruments import InstrumentKey, Mode, Scale

FOLLOW_UP_STAGES = ("agreed", "done", "handover_started", "arrived", "helped")
"""The items of `opvolging.csv`; who arrived has also started."""


class Kind(StrEnum):
    """The three snapshots of a group; each keeps its distance on its own (4.7 rule 4)."""

    PEOPLE = "people"
    WEB = "web"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class WebKey:
    """What may share a mean: one instrument, one mode, one scale."""

    instrument: InstrumentKey
    mode: Mode
    scale: Scale


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """The last web of a resident. `marks` by dimension code, each 0 to 10, `None` or absent when not given."""

    instrument: InstrumentKey
    mode: Mode
    scale: Scale
    marks: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class EarlierWeb:
    """A finished web from before the last one, under the token it had as the last; for the yearly tables only."""

    token: int
    marks: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How far somebody came after the talk."""

    agreed: bool = False
    done: bool = False
    handover_started: bool = False
    arrived: bool = False
    helped: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """Random numbers of 64 bits, one a measurement.

    `people` is renewed at every finished talk and correction, whether or not anything changed, `web` at every
    change of the marks, `follow_up` at every change of signals or stages.
    """

    people: int
    web: int
    follow_up: int


@dataclass(frozen=True, slots=True)
class Member:
    """A resident who agreed to be counted, under a random number; so is the household, when one is linked.

    `themes` and `signals` are codes of the vocabularies, `topics` codes of dimensions. `earlier` are webs
    from before the last one; without them the resident is in no yearly change.
    """

    resident: int
    household: int | None
    village: str
    birth_year: int | None
    web: WebAnswer | None
    themes: frozenset[str]
    topics: frozenset[str]
    signals: frozenset[str]
    follow_up: FollowUp
    tokens: Tokens
    earlier: tuple[EarlierWeb, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `until` is the only clock of a release.

    `themes` and `signals` are the vocabularies for designs that start with this release. `clusters` names small
    villages that stand together for the year. `last_manifest` is the SHA-256 (hexadecimal) of `manifest.json` in
    the last folder given out, when somebody could show it. `merged` is false for the vault of one team laptop
    whose contributions were not brought together. `rules` names the table rules the caller expects.
    """

    villages: tuple[str, ...]
    until: date
    themes: tuple[str, ...]
    signals: tuple[str, ...] = ()
    clusters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    last_manifest: str | None = None
    merged: bool = True
    rules: str = "1"

    @property
    def month(self) -> str:
        """Year and month, as in the column `peilmoment`."""
        return f"{self.until:%Y-%m}"
