from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.proposals import CAUTIONS, MOST, Need, Reason, Why, propose
from spinnenweb.domain.social_map import Capacity, Costs, Offer, OfferKind, OfferStatus, WayIn
from tests.records import varied

if TYPE_CHECKING:
    import random

TODAY = date(2026, 11, 22)
HERE, NEXT, FAR = "beekdal", "hogeveld", "verweg"
LONELY = Need(themes=frozenset({"eenzaamheid"}), village_id=HERE, neighbours=frozenset({NEXT}), age=70)
TABLE = Offer(
    "tafel", "o1", "Samen eten", OfferKind.INFORMAL, village_ids=(HERE,), themes=("eenzaamheid",), checked_on=TODAY
)


def names(need: Need, *offers: Offer) -> list[str]:
    return [proposal.offer.name for proposal in propose(need, offers, TODAY)]


def why(need: Need, offer: Offer) -> tuple[set[Reason], set[Reason]]:
    [proposal] = propose(need, [offer], TODAY)
    return set(proposal.reasons), set(proposal.cautions)


def test_that_an_offer_says_why_it_fits() -> None:
    offer = replace(TABLE, costs=Costs.FREE, capacity=Capacity.ROOM, age_from=65)
    reasons, cautions = why(LONELY, offer)
    assert reasons == {
        Reason(Why.THEME, "eenzaamheid"),
        Reason(Why.VILLAGE),
        Reason(Why.INFORMAL),
        Reason(Why.FREE),
        Reason(Why.ROOM),
        Reason(Why.AGE),
        Reason(Why.CHECKED),
    }
    assert cautions == set()


def test_that_an_offer_says_what_to_know_before_going() -> None:
    old = replace(
        TABLE,
        checked_on=TODAY - timedelta(days=400),
        capacity=Capacity.WAITING,
        way_in=WayIn.REFERRAL,
        costs=Costs.PAID,
    )
    _, cautions = why(replace(LONELY, language="pl"), old)
    told = {Reason(Why.OLD), Reason(Why.WAITING), Reason(Why.REFERRAL), Reason(Why.PAID)}
    assert cautions == told | {Reason(Why.OTHER_LANGUAGE, "pl")}
    _, cautions = why(LONELY, replace(TABLE, checked_on=None))
    assert cautions == {Reason(Why.NEVER_CHECKED)}


def test_that_informal_stands_before_formal_where_both_do() -> None:
    formal = replace(TABLE, id="zorg", name="Aaa dagbesteding", kind=OfferKind.FORMAL)
    shop = replace(TABLE, id="winkel", name="Aaa koffie", kind=OfferKind.BUSINESS)
    assert names(LONELY, formal, shop, TABLE) == ["Samen eten", "Aaa koffie", "Aaa dagbesteding"]


def test_that_what_does_more_stands_before_what_is_informal() -> None:
    both = replace(LONELY, themes=frozenset({"eenzaamheid", "rouw"}))
    formal = replace(TABLE, id="f", name="Rouwgroep", kind=OfferKind.FORMAL, themes=("eenzaamheid", "rouw"))
    assert names(both, TABLE, formal) == ["Rouwgroep", "Samen eten"]


def test_that_the_own_village_stands_before_everywhere_and_that_before_the_neighbours() -> None:
    near = replace(TABLE, id="b", name="B")
    everywhere = replace(TABLE, id="a", name="A", village_ids=())
    neighbour = replace(TABLE, id="0", name="0", village_ids=(NEXT,))
    assert names(LONELY, neighbour, everywhere, near) == ["B", "A", "0"]


@pytest.mark.parametrize(
    "change",
    [
        {"village_ids": (FAR,)},
        {"themes": ("schulden",)},
        {"status": OfferStatus.CLOSED},
        {"capacity": Capacity.FULL},
        {"age_from": 71},
        {"age_to": 69},
        {"kind": OfferKind.SEEKS},
    ],
    ids=lambda change: "-".join(change),
)
def test_that_what_cannot_help_is_not_proposed(change: dict[str, object]) -> None:
    assert names(LONELY, TABLE) == ["Samen eten"]
    assert names(LONELY, varied(TABLE, **change)) == []


def test_that_an_unknown_age_leaves_nothing_out() -> None:
    assert names(replace(LONELY, age=None), replace(TABLE, age_from=75)) == ["Samen eten"]


def test_that_who_cannot_pay_is_not_sent_where_it_costs() -> None:
    assert names(replace(LONELY, free_only=True), replace(TABLE, costs=Costs.PAID)) == []
    assert names(replace(LONELY, free_only=True), replace(TABLE, costs=Costs.UNKNOWN)) == ["Samen eten"]


def test_that_what_was_declined_for_this_question_is_not_proposed_again() -> None:
    assert names(replace(LONELY, declined=frozenset({TABLE.id})), TABLE) == []


def test_that_a_gift_finds_places_that_look_for_people_and_nothing_else() -> None:
    cook = replace(TABLE, id="kok", name="Kok gezocht", kind=OfferKind.SEEKS, themes=("bijdragen",))
    gift = Need(village_id=HERE, age=70, gift=True)
    assert names(gift, TABLE, cook) == ["Kok gezocht"]
    assert names(replace(gift, themes=frozenset({"rouw"})), cook) == []


def test_that_a_question_about_nothing_gets_no_proposals() -> None:
    assert names(Need(village_id=HERE), TABLE) == []


def test_that_the_language_of_the_resident_weighs() -> None:
    polish = replace(TABLE, id="z", name="Z", languages=("nl", "pl"))
    assert names(replace(LONELY, language="pl"), TABLE, polish) == ["Z", "Samen eten"]
    assert names(LONELY, TABLE, polish) == ["Samen eten", "Z"]


def test_that_what_was_checked_lately_stands_before_what_is_old() -> None:
    old = replace(TABLE, id="0", name="A", checked_on=TODAY - timedelta(days=500))
    assert names(LONELY, old, TABLE) == ["Samen eten", "A"]


kinds, capacities = st.sampled_from(list(OfferKind)), st.sampled_from(list(Capacity))
offers = st.builds(
    Offer,
    id=st.uuids().map(str),
    organisation_id=st.just("o"),
    name=st.sampled_from(["A", "B", "C"]),
    kind=kinds,
    capacity=capacities,
    village_ids=st.sampled_from([(), (HERE,), (NEXT,), (FAR,)]),
    themes=st.sampled_from([(), ("eenzaamheid",), ("eenzaamheid", "rouw")]),
)


@given(st.lists(offers, max_size=30, unique_by=lambda offer: offer.id), st.booleans(), st.randoms())
def test_that_there_are_never_more_than_five_and_the_order_of_asking_is_all_the_same(
    many: list[Offer], gift: bool, dice: random.Random
) -> None:
    need = replace(LONELY, gift=gift)
    found = propose(need, many, TODAY)
    assert len(found) <= MOST
    assert all((one.offer.kind is OfferKind.SEEKS) == gift for one in found)
    assert all(one.reasons and not {each.why for each in one.reasons} & CAUTIONS for one in found)
    shuffled = list(many)
    dice.shuffle(shuffled)
    assert propose(need, shuffled, TODAY) == found
