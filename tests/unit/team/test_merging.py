"""Records of several laptops become residents; nobody counts twice, and no old number is forgotten."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from spinnenweb.disclosure.columns import numbers, unit_of
from spinnenweb.disclosure.ledger import State, VillageLedger, new_ledger
from spinnenweb.disclosure.people import Kind
from spinnenweb.team.merging import Merged, merge
from spinnenweb.team.recognition import mark_of
from tests.unit.team.made_laptops import TEAM_KEY, known, sent

if TYPE_CHECKING:
    from spinnenweb.disclosure.contributions import Contribution

LATER = date(2026, 10, 2)


def residents(merged: Merged) -> list[int]:
    return [member.resident for member in merged.members]


def state(*people: int) -> State:
    packed = b"".join(number.to_bytes(8, "little") for number in people)
    return State(Kind.PEOPLE, "", 2026, "2026-03", packed, packed, packed, bytes(len(people)), {}, {})


def test_that_residents_of_several_laptops_stand_beside_each_other() -> None:
    merged = merge([sent("b", known(2, "Bea")), sent("a", known(1, "Ada"), known(3, "Cor"))], {})
    assert residents(merged) == [1, 2, 3]
    assert not merged.same
    assert not merged.links


def test_that_a_resident_known_to_two_workers_counts_once_with_the_last_measurement() -> None:
    first, last = known(9, "Jannie"), known(4, " JANNÍE ", LATER, mark=3)
    merged = merge([sent("a", first), sent("b", last)], {})
    (member,) = merged.members
    assert member.resident == 4
    assert member.themes == {"thema-4"}
    assert member.web == last.member.web
    assert member.tokens == last.member.tokens
    assert [(each.gone, each.kept) for each in merged.same] == [(9, 4)]


def test_that_the_last_web_counts_also_when_the_last_talk_had_none() -> None:
    drawn, talked = known(1, "Jannie"), known(2, "Jannie", LATER, mark=None)
    (member,) = merge([sent("a", drawn), sent("b", talked)], {}).members
    assert member.themes == {"thema-2"}
    assert member.web == drawn.member.web
    assert member.tokens.web == drawn.member.tokens.web
    assert member.tokens.people == talked.member.tokens.people


def test_that_another_birth_year_or_village_is_another_resident() -> None:
    others = (known(2, "Jan", born=1951), known(3, "Jan", village="Hogeveld"), known(4, "Jan", born=None))
    assert residents(merge([sent("a", known(1, "Jan")), sent("b", *others)], {})) == [1, 2, 3, 4]


def test_that_nobody_is_recognised_without_a_name() -> None:
    assert residents(merge([sent("a", known(1, "")), sent("b", known(2, " "))], {})) == [1, 2]


def test_that_the_number_of_a_resident_stays_when_laptops_come_and_go() -> None:
    one, other = known(9, "Jannie"), known(4, "Jannie", LATER)
    month_1 = merge([sent("a", one)], {})
    month_2 = merge([sent("a", one), sent("b", other)], month_1.links)
    month_3 = merge([sent("a", one)], month_2.links)
    assert residents(month_2) == residents(month_3) == [4]
    assert not month_3.same


def test_that_every_earlier_set_holds_the_resident_under_the_number_that_stays() -> None:
    ledger = new_ledger(bytes(32)).plus(VillageLedger("Beekdal", states=(state(4, 9, 12),)))
    merged = merge([sent("a", known(9, "Jannie")), sent("b", known(4, "Jannie"))], {})
    (renamed,) = merged.in_ledger(ledger).of("Beekdal").states
    assert numbers(renamed.residents).tolist() == [4, 4, 12]
    assert numbers(renamed.units).tolist() == [4, 4, 12]


def test_that_cards_a_laptop_merged_are_one_resident_in_earlier_sets_too() -> None:
    merged = merge([sent("a", known(7, "Jannie", former=(3, 8)))], {})
    assert residents(merged) == [3]
    assert {(each.gone, each.kept) for each in merged.same} == {(7, 3), (8, 3)}
    assert merge([sent("a", known(7, "Jannie", former=(3, 8)))], merged.links).same == ()


def test_that_two_who_were_taken_for_one_are_two_again_and_one_keeps_the_number() -> None:
    month_1 = merge([sent("a", known(9, "Jan")), sent("b", known(4, "Jan"))], {})
    month_2 = merge([sent("a", known(9, "Jan", born=1949)), sent("b", known(4, "Jan"))], month_1.links)
    assert residents(month_2) == [4, 9]
    assert not month_2.same
    month_3 = merge([sent("a", known(9, "Jan", born=1949)), sent("b", known(4, "Jan"))], month_2.links)
    assert residents(month_3) == [4, 9]


def test_that_a_copied_vault_does_not_double_anybody() -> None:
    merged = merge([sent("a", known(5, "Jannie")), sent("b", known(5, "Jannie van Dijk", LATER))], {})
    assert residents(merged) == [5]
    assert merged.members[0].tokens == known(5, "x", LATER).member.tokens


def test_that_namesakes_on_one_laptop_stay_two_people_who_count_as_one_for_ten_and_five() -> None:
    merged = merge([sent("a", known(1, "Jan"), known(2, "Jan")), sent("b", known(3, "Jan"))], {})
    assert residents(merged) == [1, 2]
    units = {unit_of(member.resident, member.household) for member in merged.members}
    assert len(units) == 1


def test_that_a_household_that_two_laptops_know_is_one() -> None:
    one = sent("a", known(1, "Jannie", household=70), known(2, "Piet", household=70))
    other = sent("b", known(3, "Jannie", household=60), known(4, "Kees", household=60))
    merged = merge([one, other], {})
    assert [member.household for member in merged.members] == [60, 60, 60]
    assert merged.households == ((frozenset({1, 2, 4}), 60),)
    ledger = new_ledger(bytes(32)).plus(VillageLedger("Beekdal", states=(state(1, 4, 12),)))
    (counted,) = merged.in_ledger(ledger).of("Beekdal").states
    assert numbers(counted.units).tolist() == [unit_of(0, 60), unit_of(0, 60), 12]


def test_that_a_no_on_one_laptop_holds_on_all_of_them() -> None:
    no = frozenset({mark_of(TEAM_KEY, "Jannie", 1950, "Beekdal", 0)})
    merged = merge([sent("a", known(1, "Jannie"), known(2, "Piet")), sent("b", refused=no)], {})
    assert residents(merged) == [2]


def test_that_a_no_of_a_namesake_on_the_same_laptop_leaves_the_other_in() -> None:
    no = frozenset({mark_of(TEAM_KEY, "Jan", 1950, "Beekdal", 0)})
    assert residents(merge([sent("a", known(1, "Jan"), refused=no)], {})) == [1]


def test_that_a_mark_says_nothing_without_the_key_of_the_team() -> None:
    ours = mark_of(TEAM_KEY, "Jannie", 1950, "Beekdal", 1)
    assert ours == mark_of(TEAM_KEY, "jannie", 1950, " beekdal", 2)
    assert ours != mark_of(bytes(32), "Jannie", 1950, "Beekdal", 1)
    assert mark_of(TEAM_KEY, "Jan 19", 50, "x", 1) != mark_of(TEAM_KEY, "Jan", 1950, "x", 1)


names = st.sampled_from(["Ada", "Bea", "Cor", ""])
laptops = st.lists(
    st.lists(
        st.tuples(st.integers(1, 30), names, st.sampled_from([None, 50, 51])), max_size=6, unique_by=lambda x: x[0]
    ),
    min_size=1,
    max_size=3,
)


@settings(deadline=None, max_examples=60)
@given(laptops, laptops)
def test_that_everybody_is_there_once_whatever_the_order_and_the_history(
    before: list[list[tuple[int, str, int | None]]], now: list[list[tuple[int, str, int | None]]]
) -> None:
    def told(rows: list[list[tuple[int, str, int | None]]]) -> list[Contribution]:
        return [
            sent(str(at), *(known(number, name, household=home) for number, name, home in people))
            for at, people in enumerate(rows)
        ]

    links = merge(told(before), {}).links
    merged = [merge(order, links) for order in permutations(told(now))]
    assert all(each == merged[0] for each in merged)
    found = residents(merged[0])
    assert found == sorted(set(found))
    assert not {each.gone for each in merged[0].same} & set(found)
    again = merge(told(now), merged[0].links)
    assert again.members == merged[0].members
    assert not again.same
