"""The words of the worker in Dutch: for what leaves the vault and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.languages import BASE
from spinnenweb.domain.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path


def dutch_words(resources: Path) -> Wording:
    """These words, whatever language the window has: who reads them lives in the village."""
    return Wording.read(resources / "texts" / BASE / "werker.toml")
