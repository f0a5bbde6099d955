"""The coordinator of a team whose contributions are not all there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import ConsentAnswer
from tests.ui.pages.releases.conftest import shown
from tests.unit.services.teams import LAPTOPS, Team, met, team

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

DAY, OCTOBER, NOVEMBER = date(2026, 10, 6), date(2026, 10, 31), date(2026, 11, 30)


@pytest.fixture
def three_laptops(tmp_path: Path) -> Iterator[Team]:
    """Six people for each; all sent something about October, only the first about November."""
    with team(tmp_path) as found:
        for at, name in enumerate(LAPTOPS):
            for number in range(6):
                met(found.laptops[at], f"{name} {number}", DAY, COUNT=ConsentAnswer.YES)
        found.merge(*(found.contribution(at, OCTOBER) for at in range(3)))
        found.merge(found.contribution(0, NOVEMBER, "november"))
        yield found


@pytest.fixture
def workspace(three_laptops: Team) -> Workspace:
    return three_laptops.coordinator.workspace


def test_that_contributions_together_make_the_figures(enter: Enter) -> None:
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(OCTOBER))
    house.settle()
    assert not page.view.missing.isVisible()
    assert page.view.make.isEnabled()
    assert "18 inwoners tellen mee." in house.texts()


def test_that_whose_contribution_is_missing_is_named_and_nothing_can_be_made(enter: Enter) -> None:
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(NOVEMBER))
    house.settle()
    assert page.view.missing.isVisible()
    assert f"De bijdrage van {LAPTOPS[1]}, {LAPTOPS[2]} is er nog niet." in house.texts()
    assert not page.view.make.isEnabled()


def test_that_the_previous_contribution_may_stand_in(enter: Enter) -> None:
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(NOVEMBER))
    house.settle()
    page.view.missing.use_previous.click()
    house.settle()
    assert not page.view.missing.isVisible()
    assert page.view.make.isEnabled()
    assert "18 inwoners tellen mee." in house.texts()


def test_that_without_any_previous_one_it_is_not_offered_again(enter: Enter, three_laptops: Team) -> None:
    card = three_laptops.folder / "vierde.kennismaking"
    newcomer = three_laptops.laptops[0].workspace
    newcomer.team.leave()
    newcomer.team.become_laptop("Laptop van Dora")
    newcomer.team.write_introduction(card)
    coordinator = three_laptops.coordinator.workspace.team
    coordinator.welcome(coordinator.read_introduction(card))
    house = enter()
    page = shown(house)
    page._choose(ReleaseChoice(OCTOBER))
    house.settle()
    assert page.view.missing.use_previous.isVisible()
    page.view.missing.use_previous.click()
    house.settle()
    assert page.view.missing.isVisible()
    assert not page.view.missing.use_previous.isVisible()
    assert not page.view.make.isEnabled()
