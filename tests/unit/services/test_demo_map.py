from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.social_map import Access, Freshness, OfferKind
from spinnenweb.services.demo import make_demo_vault
from tests.unit.services.rooms import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.services.workspace import Workspace


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("demo") / "dorp.vault"
    made = make_demo_vault(folder, environment(), residents=3)
    yield made
    made.close()


def test_that_every_code_of_the_invented_map_is_one_the_program_knows(village: Workspace) -> None:
    codes = {theme.code for theme in village.catalogue.themes}
    called = village.social_map.names()
    for line in village.social_map.offer_lines(village.social_map.find_offers()):
        offer = line.offer
        assert set(offer.themes) <= codes
        assert set(offer.dimensions) <= {"LF", "MW", "ZG", "KL", "MD", "DF"}
        assert set(offer.accessible) <= {one.value for one in Access}
        assert set(offer.languages) <= set(called.of["languages"])


def test_that_the_invented_map_holds_every_kind_theme_and_freshness(village: Workspace) -> None:
    lines = village.social_map.offer_lines(village.social_map.find_offers())
    assert {line.offer.kind for line in lines} == set(OfferKind)
    offered = Counter(code for line in lines for code in line.offer.themes)
    assert set(offered) == {theme.code for theme in village.catalogue.themes}
    assert {line.freshness for line in lines} == set(Freshness)
    for place in village.residents.villages():
        assert len(village.social_map.find_offers(MapFilter(village_id=place.id))) >= 20


def test_that_nobody_on_the_invented_map_has_a_number_or_an_address(village: Workspace) -> None:
    for organisation in village.social_map.organisations():
        card = village.social_map.card(organisation.id)
        assert not (organisation.phone)
        assert not (organisation.email)
        assert not (organisation.website)
        assert not (organisation.kvk)
        assert not any(person.phone or person.email for person in (*card.persons, *card.former))
        assert not any(line.offer.where.street or line.offer.where.postcode for line in card.offers)


def test_that_there_is_somebody_who_left_and_one_that_stands_there_twice(village: Workspace) -> None:
    the_map = village.social_map
    cards = [the_map.card(one.id) for one in the_map.organisations()]
    assert any(card.former for card in cards)
    assert any(village.map_merging.like_organisation(card.organisation) for card in cards)
