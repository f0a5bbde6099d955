"""Eigen vragenlijsten on the page of settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.places import SETTINGS, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.ui.pages.settings.own_instruments import OwnInstrumentsSection
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

EXAMPLE = Path(__file__).parents[3] / "docs" / "voorbeelden" / "buurtkracht.instrument.toml"


def section(house: House) -> OwnInstrumentsSection:
    page = house.open(Place(SETTINGS))
    assert isinstance(page, SettingsPage)
    return page.view.own_instruments


def load(house: House, found: OwnInstrumentsSection, path: Path) -> None:
    house.asker.file = path
    found.take.click()
    house.settle()


def test_that_a_loaded_one_stands_in_the_list_and_can_be_switched_off(enter: Enter) -> None:
    house = enter()
    found = section(house)
    load(house, found, EXAMPLE)
    (tick,) = found.ticks
    assert (tick.text(), tick.isChecked()) == ("Buurtkracht, versie 1", True)
    assert tick.accessibleDescription() == "4 onderwerpen · Nederlands, Duits"
    assert not found.report.isHidden()
    tick.click()
    house.settle()
    (line,) = house.context.workspace.instruments.all()
    assert not line.active
    (tick,) = found.ticks
    assert not tick.isChecked()


def test_that_every_flaw_is_said_with_its_line_and_nothing_is_loaded(enter: Enter, tmp_path: Path) -> None:
    broken = EXAMPLE.read_text("utf-8").replace("version = 1", "version = 0").replace('WO = "Wonen"\n', "", 1)
    path = tmp_path / "stuk.instrument.toml"
    path.write_text(broken, "utf-8")
    house = enter()
    found = section(house)
    load(house, found, path)
    said = found.problem.label.text().splitlines()
    assert said[0] == "Deze vragenlijst klopt nog niet. Er is niets geladen."
    assert said[1] == "Regel 3: De versie is een heel getal van 1 tot en met 999."
    assert "words.nl.gewoon.label.WO" in said[2]
    assert not found.ticks
    assert found.take.isEnabled()


def test_that_a_refused_file_is_said_in_words(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    found = section(house)
    load(house, found, tmp_path / "weg.instrument.toml")
    assert found.problem.label.text().startswith("Deze vragenlijst is niet geladen. We vinden dit bestand niet")
