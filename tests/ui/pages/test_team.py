"""Samen met andere laptops on the page of settings: three views, and every step between two vaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from spinnenweb.domain.residents import ConsentAnswer
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.settings.team_parts import unbroken
from spinnenweb.ui.places import SETTINGS, Place
from tests.unit.services.teams import met, team

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QWidget

    from spinnenweb.ui.pages.settings.team import TeamSection
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


@dataclass
class Saying:
    """Answers every question, and keeps what was asked."""

    yes: bool = True
    title: str = ""
    text: str = ""

    def confirm(self, parent: QWidget, title: str, text: str, verb: str, stay: str) -> bool:
        self.title, self.text = title, text
        return self.yes


def section(house: House) -> TeamSection:
    page = house.open(Place(SETTINGS))
    assert isinstance(page, SettingsPage)
    return page.view.team


def asked(house: House, monkeypatch: pytest.MonkeyPatch, *, yes: bool = True) -> Saying:
    saying = Saying(yes)
    monkeypatch.setattr(house.asker, "confirm", saying.confirm)
    return saying


def become(house: House, button: QPushButton, name: str) -> TeamSection:
    found = section(house)
    found.alone.name.setText(name)
    button.click()
    house.settle()
    return found


def test_that_a_laptop_introduces_itself_and_joins_after_the_codes_were_compared(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    found = section(house)
    assert not found.alone.isHidden()
    become(house, found.alone.as_laptop, "Laptop van Dina")
    assert found.alone.isHidden()
    assert not found.laptop.isHidden()
    assert found.laptop.contribution.isHidden()
    house.asker.target = tmp_path / "dina.kennismaking"
    found.laptop.introduction.click()
    house.settle()
    assert house.asker.suggested == ["laptop.kennismaking"]
    with team(tmp_path, joined=False) as others:
        theirs = others.coordinator.workspace.team
        theirs.welcome(theirs.read_introduction(tmp_path / "dina.kennismaking"))
        theirs.write_team_file(tmp_path / "ons.teambestand")
        code = theirs.state().check_code
    house.asker.file = tmp_path / "ons.teambestand"
    saying = asked(house, monkeypatch, yes=False)
    found.laptop.join.click()
    house.settle()
    assert saying.title == "Hoort deze laptop bij Wijkteam Verzonnen?"
    assert unbroken(code) in saying.text
    assert not house.context.workspace.team.state().joined
    saying.yes = True
    found.laptop.join.click()
    house.settle()
    assert found.report.label.text() == "Deze laptop hoort nu bij Wijkteam Verzonnen."
    assert not found.laptop.contribution.isHidden()
    house.asker.target = tmp_path / "uit.bijdrage"
    found.laptop.contribution.click()
    house.settle()
    assert "inwoners, tot en met 21 november 2026" in found.report.label.text()
    assert house.asker.target.exists()


def test_that_a_coordinator_takes_in_laptops_and_contributions_and_sees_what_is_missing(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter()
    found = section(house)
    become(house, found.alone.as_coordinator, "")
    assert house.context.workspace.team.state().team_name == house.context.workspace.settings.get().organisation
    with team(tmp_path, joined=False) as others:
        mine = others.laptops[0].workspace
        met(others.laptops[0], "Jannie", date(2026, 11, 10), COUNT=ConsentAnswer.YES)
        mine.team.write_introduction(tmp_path / "anna.kennismaking")
        saying = asked(house, monkeypatch)
        house.asker.file = tmp_path / "anna.kennismaking"
        found.coordinator.introduction.click()
        house.settle()
        assert unbroken(mine.team.state().check_code) in saying.text
        house.asker.target = tmp_path / "ons.teambestand"
        found.coordinator.team_file.click()
        house.settle()
        mine.team.join(tmp_path / "ons.teambestand")
        mine.contributions.contribute(tmp_path / "anna.bijdrage")
    house.asker.file = tmp_path / "anna.bijdrage"
    found.coordinator.contribution.click()
    house.settle()
    said = "De bijdrage van Laptop van Anna is ingelezen: 1 inwoner, tot en met 21 november 2026."
    assert found.report.label.text() == said
    found.coordinator.contribution.click()
    house.settle()
    assert found.report.label.text() == "Deze bijdrage van Laptop van Anna had je al. Er is niets veranderd."
    (line,) = house.context.workspace.contributions.roster()
    assert not line.missing
    (remove,) = [each for each in found.coordinator.findChildren(QPushButton) if "Anna" in each.accessibleName()]
    remove.click()
    house.settle()
    assert saying.title == "Laptop van Anna weghalen uit je team?"
    assert house.context.workspace.contributions.roster() == ()
    assert not found.coordinator.none.isHidden()


def test_that_a_refused_file_is_said_in_words_and_changes_nothing(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    found = section(house)
    become(house, found.alone.as_coordinator, "Ons team")
    house.asker.file = tmp_path / "weg.kennismaking"
    found.coordinator.introduction.click()
    house.settle()
    assert found.problem.label.text().startswith("Dit is geen kennismaking. ")
    assert found.report.isHidden()


def test_that_leaving_asks_first(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    house = enter()
    found = section(house)
    become(house, found.alone.as_laptop, "Laptop van Dina")
    saying = asked(house, monkeypatch, yes=False)
    found.laptop.leave.click()
    house.settle()
    assert not found.laptop.isHidden()
    saying.yes = True
    found.laptop.leave.click()
    house.settle()
    assert not found.alone.isHidden()
    assert found.report.label.text() == "Deze kluis werkt weer alleen."
