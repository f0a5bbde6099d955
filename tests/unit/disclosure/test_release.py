"""What one release answers, refuses and repeats."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.disclosure.ledger import Ledger, new_ledger
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.disclosure.tables import ALL_AGES, Row, Why
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import Scale
from tests.records import varied
from tests.unit.disclosure.made_villages import SECRET, asked, made, member, month, people, series

if TYPE_CHECKING:
    from spinnenweb.disclosure.people import Member, Request


def table(outcome: Outcome, name: str) -> tuple[Row, ...]:
    return next(each.rows for each in outcome.tables if each.name == name)


def with_faces(living: list[Member]) -> list[Member]:
    return [replace(each, web=each.web and replace(each.web, scale=Scale.FACES)) for each in living]


def refusal(ledger: Ledger, request: Request) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        release((), ledger, request)
    return caught.value.code


def test_that_the_same_release_asked_again_is_the_same_release() -> None:
    living = people(random.Random(1), 30)
    first = release(living, new_ledger(SECRET), asked(month(0)))
    again = release(living[10:], made(first), asked(month(0)))
    assert (again.record.number, again.tables) == (first.record.number, first.tables)
    assert again.ledger == made(first)


def test_that_an_earlier_month_is_never_computed_anew() -> None:
    draw = random.Random(1)
    ledger = made(release(people(draw, 30), new_ledger(SECRET), asked(month(0))))
    later = made(release(people(draw, 30), ledger, asked(month(5))))
    between = release(people(draw, 30), later, asked(month(2)))
    assert {row.snapshot for row in table(between, "personen")} == {"2025-01"}
    assert between.ledger.villages == later.villages


def test_that_a_month_before_the_first_release_shows_nothing() -> None:
    ledger = made(release(people(random.Random(1), 30), new_ledger(SECRET), asked(month(3))))
    assert all(not each.rows for each in release((), ledger, asked(month(0))).tables)


def test_that_children_and_unknown_ages_are_left_out() -> None:
    draw = random.Random(4)
    living = [*people(draw, 12), member(draw, birth_year=2010), member(draw, birth_year=None)]
    outcome = release(living, new_ledger(SECRET), asked(month(0)))
    assert outcome.counted == {"Ruinerdal": 12}
    assert outcome.left_out == {"Ruinerdal": 2}


def test_that_only_one_kind_of_web_stands_behind_the_means() -> None:
    draw = random.Random(4)
    living = people(draw, 20)
    faces = with_faces(people(draw, 12))
    outcome = release([*living, *faces], new_ledger(SECRET), asked(month(0)))
    [states] = [found for key, found in outcome.behind.items() if key[0] == "web"]
    assert sum(state.size for state in states) == 20


def test_that_villages_with_different_webs_have_no_total_mean() -> None:
    draw = random.Random(4)
    faces = [
        replace(each, web=each.web and replace(each.web, scale=Scale.FACES)) for each in people(draw, 20, "B")
    ]
    outcome = release([*people(draw, 20, "A"), *faces], new_ledger(SECRET), asked(month(0), "A", "B"))
    assert {row.value for row in table(outcome, "dimensies") if row.village == "totaal"} == {None}


def test_that_the_age_groups_stay_for_the_year() -> None:
    names = [{row.age_group for row in table(each, "personen")} for each in series(7, 62, 12)]
    assert all(each == {ALL_AGES, "18-64", "65+"} for each in names)


def test_that_reasons_say_from_how_many_it_will_be_enough() -> None:
    outcome = release(people(random.Random(1), 12), new_ledger(SECRET), asked(month(0)))
    themes = [each for each in outcome.reasons if each.table == "themas"]
    assert {(each.why, each.enough_from) for each in themes} == {(Why.SMALL_GROUP, 20)}
    assert len(outcome.reasons) == sum(row.value is None for each in outcome.tables for row in each.rows)


def test_that_a_cluster_shows_themes_together_and_its_villages_none() -> None:
    draw = random.Random(6)
    living = [each for name in "ABC" for each in people(draw, 14, name)]
    request = replace(asked(month(0), "A", "B", "C"), clusters={"Samen": ("A", "B", "C")})
    outcome = release(living, new_ledger(SECRET), request)
    assert {row.village for row in table(outcome, "themas")} == {"Samen", "totaal"}
    assert {row.village for row in table(outcome, "personen")} == {"A", "B", "C", "totaal"}
    assert any(row.value is not None for row in table(outcome, "themas"))


def test_that_a_village_of_sixty_joins_no_cluster() -> None:
    draw = random.Random(6)
    request = replace(asked(month(0), "A", "B"), clusters={"Samen": ("A", "B")})
    with pytest.raises(SpinnenwebError, match=r"release\.cluster"):
        release([*people(draw, 60, "A"), *people(draw, 12, "B")], new_ledger(SECRET), request)


def test_that_an_unmerged_vault_gives_nothing_out() -> None:
    assert refusal(new_ledger(SECRET), replace(asked(month(0)), merged=False)) == "release.unmerged"


def test_that_a_ledger_older_than_the_last_folder_gives_nothing_out() -> None:
    old, new = (each.ledger for each in series(1, 20, 2))
    newest = new.with_manifest(2, "ab" * 32)
    asked_now = replace(asked(month(4)), last_manifest=newest.last_manifest)
    assert refusal(old.with_manifest(1, f"{1:064x}"), asked_now) == "release.old_vault"


def test_that_an_older_folder_is_not_taken_for_the_last() -> None:
    ledger = made(series(1, 20, 2)[-1])
    shown = ledger.releases[0].manifest
    assert refusal(ledger, replace(asked(month(4)), last_manifest=shown)) == "release.predecessor_missing"


def test_that_a_missing_predecessor_stops_the_series() -> None:
    ledger = made(series(1, 20, 3)[-1])
    gap = replace(ledger, releases=(ledger.releases[0], ledger.releases[2]))
    assert refusal(gap, asked(month(4))) == "release.predecessor_missing"


def test_that_a_release_without_files_stops_the_series() -> None:
    assert refusal(series(1, 20, 1)[-1].ledger, asked(month(4))) == "release.predecessor_missing"


@pytest.mark.parametrize("change", [{"rules": "2"}, {"clusters": {"Samen": ("Ruinerdal", "West")}}])
def test_that_a_changed_design_stops_the_series(change: dict[str, object]) -> None:
    ledger = made(series(1, 20, 1)[-1])
    request = varied(asked(month(4)), **change)
    assert refusal(ledger, request) == "release.design_changed"


def test_that_other_files_under_the_same_number_are_refused() -> None:
    ledger = made(series(1, 20, 1)[-1])
    with pytest.raises(SpinnenwebError, match=r"release\.chain_broken"):
        ledger.with_manifest(1, "cd" * 32)


def test_that_a_new_year_starts_new_age_groups_only_at_a_distance() -> None:
    draw = random.Random(9)
    living = people(draw, 45)
    ledger = made(release(living, new_ledger(SECRET), asked(date(2025, 12, 31))))
    unchanged = release(living, ledger, asked(date(2026, 1, 31))).ledger.of("Ruinerdal").design
    everybody_new = release(people(draw, 45), ledger, asked(date(2026, 1, 31))).ledger.of("Ruinerdal").design
    assert unchanged is not None
    assert everybody_new is not None
    assert (unchanged.year, everybody_new.year) == (2025, 2026)
