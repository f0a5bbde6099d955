"""The parts `app` puts together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from spinnenweb.app.wiring import DEVICE_NAME, LATER, build_environment, device_id, load_the_rest

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_laptop_keeps_its_name(tmp_path: Path) -> None:
    first = device_id(tmp_path / "data")
    assert device_id(tmp_path / "data") == first


def test_that_a_damaged_name_of_the_laptop_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / DEVICE_NAME).write_text("\n")
    made = device_id(tmp_path)
    assert len(made) == 36
    assert device_id(tmp_path) == made


def test_that_a_real_vault_costs_what_is_measured_on_this_laptop(resources: Path, tmp_path: Path) -> None:
    assert build_environment(resources, tmp_path).cost is None


def test_that_what_opening_needs_is_loaded_beside_the_window() -> None:
    load_the_rest()
    assert all(name in sys.modules for name in LATER)
