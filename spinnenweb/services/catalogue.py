"""What conversations are held with: instruments, themes and signals, read once from the resources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Instrument, InstrumentKey, read_instruments
from spinnenweb.domain.signals import read_signals
from spinnenweb.domain.themes import Theme, read_themes

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The instruments by key, the themes and signals in their order, and the `folder` they came from."""

    folder: Path
    instruments: dict[InstrumentKey, Instrument]
    themes: tuple[Theme, ...]
    signals: tuple[str, ...]


def read_catalogue(resources: Path) -> Catalogue:
    """Read the instruments and vocabularies of a resources folder."""
    return Catalogue(
        resources,
        read_instruments(resources / "instruments"),
        read_themes(resources / "vocabularies" / "themas.toml"),
        read_signals(resources / "vocabularies" / "signalen.toml"),
    )
