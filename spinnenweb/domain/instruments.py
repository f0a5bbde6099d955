"""Instruments: which dimensions and aspects a web has, as data without wording.

Structure from `resources/instruments/*.toml`; the words stand in the text files, keyed by code
(reference/domain.md 1.1 and 1.3).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class Mode(StrEnum):
    """How a dimension gets its value. Stored with each conversation and never mixed (product.md)."""

    ITEMS = "items"
    DIRECT = "direct"


class Scale(StrEnum):
    """What a resident points at. Marks and faces never share an average."""

    MARKS = "cijfers"
    FACES = "gezichten"


@dataclass(frozen=True, slots=True)
class Aspect:
    """A keyword under a dimension; `sensitive` ones are off until they are switched on."""

    code: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis of the web with its aspects."""

    code: str
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class InstrumentKey:
    """Name and version of an instrument; stored with each conversation."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """Dimensions clockwise from the top, the modes and the scales the instrument knows."""

    key: InstrumentKey
    dimensions: tuple[Dimension, ...]
    modes: tuple[Mode, ...]
    scales: tuple[Scale, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the dimensions, in axis order."""
        return tuple(dimension.code for dimension in self.dimensions)

    def dimension(self, code: str) -> Dimension:
        """The dimension with this code; `KeyError` when there is none."""
        for dimension in self.dimensions:
            if dimension.code == code:
                return dimension
        raise KeyError(code)

    def aspects(self) -> tuple[Aspect, ...]:
        """All aspects in order."""
        return tuple(aspect for dimension in self.dimensions for aspect in dimension.aspects)

    def switched_on(self, sensitive_too: bool = False) -> tuple[str, ...]:
        """The aspects that are asked: all, without the sensitive ones unless these were switched on."""
        return tuple(aspect.code for aspect in self.aspects() if sensitive_too or not aspect.sensitive)


@dataclass(frozen=True, slots=True)
class OwnInstrument:
    """An instrument that an organisation loaded: `body` is the TOML text, of which `parse_instrument` makes one.

    One that is not `active` is offered for no new conversation; what was talked about with it stays readable.
    """

    id: str
    instrument_id: str
    version: int
    body: str
    active: bool = True


_OF = ":"


def own_code(key: InstrumentKey, code: str) -> str:
    """The stored code of a dimension or aspect of an own instrument: no other instrument or version has it."""
    return f"{key.id}-{key.version}{_OF}{code}"


def short_code(code: str) -> str:
    """The code as people see it, on paper and in lists."""
    return code.rpartition(_OF)[2]


ADULT = InstrumentKey("volwassenen", 2)
ADULT_FIRST = InstrumentKey("volwassenen", 1)
SIMPLE = InstrumentKey("eenvoudig", 1)

DIMENSION_CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")


def parse_instrument(data: Mapping[str, Any]) -> Instrument:
    """The instrument a TOML table describes; `KeyError` or `ValueError` for a table that is not one."""
    return Instrument(
        key=InstrumentKey(str(data["id"]), int(data["version"])),
        dimensions=tuple(_parse_dimension(entry) for entry in data["dimension"]),
        modes=tuple(Mode(mode) for mode in data["modes"]),
        scales=tuple(Scale(scale) for scale in data["scales"]),
    )


def _parse_dimension(entry: Mapping[str, Any]) -> Dimension:
    aspects = tuple(Aspect(str(a["code"]), bool(a.get("sensitive", False))) for a in entry.get("aspect", ()))
    return Dimension(str(entry["code"]), aspects)


def read_instruments(folder: Path) -> dict[InstrumentKey, Instrument]:
    """All instruments in a folder of TOML files, by key."""
    return _by_key(
        parse_instrument(tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml"))
    )


def _by_key(instruments: Iterable[Instrument]) -> dict[InstrumentKey, Instrument]:
    return {instrument.key: instrument for instrument in instruments}
