"""What conversations are held with: instruments and themes, read once from the resources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Instrument, InstrumentKey, read_instruments
from spinnenweb.domain.themes import Theme, read_themes

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The instruments by key and the themes in their order; `folder` is the resources folder they came from."""

    folder: Path
    instruments: dict[InstrumentKey, Instrument]
    themes: tuple[Theme, ...]


def read_catalogue(resources: Path) -> Catalogue:
    """Read the instruments and themes of a resources folder."""
    return Catalogue(
        resources,
        read_instruments(resources / "instruments"),
        read_themes(resources / "vocabularies" / "themas.toml"),
    )
