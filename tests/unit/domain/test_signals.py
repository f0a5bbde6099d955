from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.signals import read_signals

if TYPE_CHECKING:
    from pathlib import Path


def test_that_the_signals_keep_the_order_of_their_file(resources: Path) -> None:
    assert read_signals(resources / "vocabularies" / "signalen.toml") == (
        "eenzaamheid",
        "overbelasting-mantelzorg",
        "achteruitgang-lichaam",
        "achteruitgang-geest",
        "schulden",
    )
