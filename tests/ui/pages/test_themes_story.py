"""The board of the example village, with more than 120 talks and 150 offers, beside a count by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.goals import GoalState
from spinnenweb.domain.map_filter import works_in
from spinnenweb.domain.residents import Resident
from spinnenweb.domain.social_map import Capacity, OfferKind
from spinnenweb.domain.theme_board import ALL, Verdict
from spinnenweb.domain.themes import GIFT
from spinnenweb.services.demo import make_demo_vault
from spinnenweb.ui.models.theme_board import CELL_ROLE
from spinnenweb.ui.pages.themes.page import ThemesPage
from spinnenweb.ui.places import ORGANISATION, THEMES, Place
from tests.ui.pages.conftest import make_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

PEOPLE, TALKS, OFFERS = 90, 120, 150


@pytest.fixture
def workspace(tmp_path: Path, resources: Path) -> Iterator[Workspace]:
    made = make_demo_vault(
        tmp_path / "dorp.vault",
        make_environment(resources),
        passphrase="vijf woorden om te proeven",
        residents=PEOPLE,
    )
    grow(made)
    yield made
    made.close()


def grow(workspace: Workspace) -> None:
    """Write more offers on the map until there are enough: some full, some of every kind."""
    with workspace.database.reading() as work:
        known = work.offers.all()
    kinds, themes = list(OfferKind), [theme.code for theme in workspace.catalogue.themes]
    for number in range(OFFERS - len(known)):
        like = known[number % len(known)]
        room = Capacity.FULL if number % 7 == 0 else Capacity.ROOM
        blank = workspace.social_map.blank_offer(like.organisation_id)
        theme = themes[number % len(themes)]
        kind = kinds[number % len(kinds)]
        workspace.social_map.add(
            replace(blank, name=f"Verzonnen {number}", themes=(theme,), kind=kind, capacity=room)
        )


def asked(workspace: Workspace) -> dict[tuple[str, str], set[str]]:
    """Who asks for what, resident by resident."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    since = workspace.clock.today() - timedelta(days=365)
    with workspace.database.reading() as work:
        people = work.residents.all()
        held = {one.id: work.conversations.of(one.id) for one in people}
        goals = {
            one.id: [goal for goal in work.goals.of(one.id) if goal.state is GoalState.OPEN] for one in people
        }
    for one in people:
        talks = [talk for talk in held[one.id] if talk.finished]
        themes = {theme for talk in talks if talk.held_on >= since for theme in themes_of(workspace, talk)}
        whose = {goal.conversation_id for goal in goals[one.id]}
        themes |= {theme for talk in talks if talk.id in whose for theme in talk.themes}
        for theme in themes:
            found[one.village_id or "", theme].add(one.id)
            found[ALL, theme].add(one.id)
    return found


def themes_of(workspace: Workspace, talk: Conversation) -> set[str]:
    """What one talk was about."""
    found = set(talk.themes) | {theme for sign in talk.signals for theme in workspace.themes_board.signs[sign]}
    if talk.gift:
        found.add(GIFT)
    if not talk.themes and not talk.no_themes:
        proposed = workspace.catalogue.themes
        found |= {theme.code for theme in proposed if set(theme.proposed_by) & set(talk.topics)}
    return found


def offered(workspace: Workspace) -> dict[tuple[str, str], set[str]]:
    """What takes people where."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    with workspace.database.reading() as work:
        offers, organisations = work.offers.all(), {one.id: one for one in work.organisations.all()}
        everywhere = [village.id for village in work.villages.all()]
    for offer in offers:
        themes = (GIFT,) if offer.kind is OfferKind.SEEKS else offer.themes
        places = works_in(offer, organisations[offer.organisation_id]) or everywhere
        for theme in themes if offer.takes_people else ():
            for place in (*places, ALL):
                found[place, theme].add(offer.id)
    return found


def test_that_the_board_of_a_village_says_what_counting_by_hand_says(enter: Enter, workspace: Workspace) -> None:
    lines = workspace.residents.all()
    assert sum(line.conversations for line in lines) >= TALKS
    assert len(workspace.social_map.find_offers()) >= OFFERS
    assert isinstance(lines[0].resident, Resident)
    house = enter()
    page = house.open(Place(THEMES))
    assert isinstance(page, ThemesPage)
    model = page.view.own.model
    people, places = asked(workspace), offered(workspace)
    seen = set()
    for row in range(model.rowCount()):
        for column in range(1, model.columnCount()):
            cell = model.index(row, column).data(CELL_ROLE)
            where = (cell.village_id, cell.theme)
            assert (cell.demand.people, cell.supply.takes) == (len(people[where]), len(places[where])), where
            seen.add(cell.verdict)
    assert model.columnCount() == 4
    assert {Verdict.FITS, Verdict.UNUSED, Verdict.UNHEARD} <= seen
    first = page.view.own.findings.unused.rows[0][0]
    first.click()
    house.settle()
    theme = house.went[-1]
    assert theme.page == THEMES
    page.view.theme.rows[0].click()
    house.settle()
    assert house.went[-1].page == ORGANISATION
    house.frame.go_back()
    house.settle()
    assert house.frame.place == theme
