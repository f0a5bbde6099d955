from __future__ import annotations

import pytest

from spinnenweb.domain.theme_board import (
    ALL,
    EVERYWHERE,
    MUCH,
    PEOPLE_PER_OFFER,
    Board,
    Counted,
    Demand,
    Partner,
    QuietOffer,
    Supply,
    Verdict,
    make_board,
    verdict,
)

HERE, THERE = "hier", "daar"


def board(counted: Counted, *quiet: QuietOffer) -> Board:
    return make_board((HERE, THERE), ("rouw", "taal"), counted, quiet=quiet)


@pytest.mark.parametrize(
    ("people", "takes", "passed_on", "wanted"),
    [
        (0, 0, 0, Verdict.QUIET),
        (1, 0, 0, Verdict.LITTLE),
        (1, 0, 3, Verdict.LITTLE),
        (1, 1, 0, Verdict.UNUSED),
        (1, 1, 1, Verdict.FITS),
        (0, 1, 0, Verdict.UNHEARD),
        (0, 1, 1, Verdict.FITS),
        (0, 0, 2, Verdict.QUIET),
    ],
)
def test_that_the_verdict_follows_from_people_places_and_ways(
    people: int, takes: int, passed_on: int, wanted: Verdict
) -> None:
    assert verdict(people, takes, passed_on) is wanted


def test_that_much_asked_with_too_few_places_is_little_also_when_they_are_used() -> None:
    enough = 2 * PEOPLE_PER_OFFER
    assert verdict(enough, 2, 4) is Verdict.FITS
    assert verdict(enough + 1, 2, 4) is Verdict.LITTLE
    assert verdict(MUCH - 1, 1, 0) is Verdict.UNUSED


def test_that_what_is_there_for_everywhere_is_there_in_each_village_and_counts_once_for_all() -> None:
    supply = {
        (EVERYWHERE, "rouw"): Supply(1, 1),
        (HERE, "rouw"): Supply(2, 1, unsure=1),
        (ALL, "rouw"): Supply(3, 2, unsure=1),
    }
    found = board(Counted(supply=supply))
    assert found.cell(HERE, "rouw").supply == Supply(3, 2, unsure=1)
    assert found.cell(THERE, "rouw").supply == Supply(1, 1)
    assert found.cell(ALL, "rouw").supply == Supply(3, 2, unsure=1)
    assert found.cell(HERE, "taal").supply == Supply()


def test_that_an_organisation_that_does_and_means_to_stands_once() -> None:
    partners = {
        (HERE, "taal"): (Partner("b", "Bieb", does=True),),
        (EVERYWHERE, "taal"): (Partner("b", "Bieb", means=True), Partner("a", "Aanloop", means=True)),
    }
    cell = board(Counted(partners=partners)).cell(HERE, "taal")
    assert cell.partners == (Partner("a", "Aanloop", means=True), Partner("b", "Bieb", does=True, means=True))
    assert [one.name for one in cell.meaning] == ["Aanloop", "Bieb"]


def test_that_what_stands_out_begins_with_what_is_asked_most() -> None:
    demand = {(HERE, "rouw"): Demand(2), (THERE, "taal"): Demand(7), (ALL, "taal"): Demand(7)}
    little = board(Counted(demand)).standing_out(Verdict.LITTLE)
    assert [(cell.village_id, cell.theme) for cell in little] == [(THERE, "taal"), (HERE, "rouw")]


def test_that_a_theme_is_shared_from_two_organisations_on() -> None:
    one, two = Partner("a", "A", does=True), Partner("b", "B", means=True)
    found = board(Counted(partners={(ALL, "rouw"): (one,), (ALL, "taal"): (one, two)}))
    assert [cell.theme for cell in found.shared()] == ["taal"]


def test_that_a_quiet_offer_is_unused_where_its_theme_is_asked_and_unheard_of_where_not() -> None:
    demand = {(HERE, "rouw"): Demand(1), (ALL, "rouw"): Demand(1)}
    near = QuietOffer("1", "Rouwcafé", "a", "A", (HERE,), ("rouw",))
    far = QuietOffer("2", "Rouwgroep", "a", "A", (THERE,), ("rouw",))
    wide = QuietOffer("3", "Rouwlijn", "a", "A", (), ("rouw", "taal"))
    other = QuietOffer("4", "Taalles", "a", "A", (HERE,), ("taal",))
    found = board(Counted(demand), near, far, wide, other)
    assert found.unused() == (near, wide)
    assert found.unheard() == (far, other)


def test_that_a_board_without_people_and_offers_is_empty() -> None:
    assert board(Counted()).empty
    assert not board(Counted(supply={(HERE, "rouw"): Supply(1, 1)})).empty
    assert not board(Counted(partners={(HERE, "rouw"): (Partner("a", "A", means=True),)})).empty
