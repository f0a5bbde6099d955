from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.disclosure.first_tables import counted, release_tables
from spinnenweb.disclosure.rounding import printed
from spinnenweb.domain.releases import CountedPerson, ReleaseRow, ReleaseTables, WhyHidden

if TYPE_CHECKING:
    import random

MOMENT = date(2026, 3, 31)
THEMES = ("eenzaamheid", "mobiliteit", "rouw")
DIMENSIONS = ("LF", "MW", "ZG")


def crowd(size: int, village: str = "Ruinen", age: int | None = 50, *codes: str) -> list[CountedPerson]:
    person = CountedPerson(
        village, age, frozenset(codes) & frozenset(THEMES), frozenset(codes) & frozenset(DIMENSIONS)
    )
    return [person] * size


def tables_of(*groups: list[CountedPerson], villages: tuple[str, ...] = ()) -> ReleaseTables:
    people = [person for group in groups for person in group]
    return release_tables(people, THEMES, DIMENSIONS, MOMENT, villages=villages)


def find(rows: tuple[ReleaseRow, ...], village: str, age_group: str = "totaal", item: str = "") -> ReleaseRow:
    (row,) = (r for r in rows if (r.village, r.age_group, r.item) == (village, age_group, item))
    return row


def count_and_why(row: ReleaseRow) -> tuple[int | None, WhyHidden | None]:
    return row.count, row.why


def test_that_a_village_of_ten_is_printed_and_one_of_nine_is_hidden() -> None:
    persons = tables_of(crowd(10), crowd(9, "Pesse")).persons
    assert count_and_why(find(persons, "Ruinen")) == (10, None)
    assert count_and_why(find(persons, "Pesse")) == (None, WhyHidden.FEW)


def test_that_a_hidden_village_is_one_row() -> None:
    assert [(row.village, row.age_group) for row in tables_of(crowd(9)).persons] == [("Ruinen", "totaal")]


def test_that_a_village_where_nobody_counts_looks_like_one_where_few_do() -> None:
    villages = ("Pesse", "Ruinen")
    assert tables_of(crowd(20), crowd(3, "Pesse"), villages=villages) == tables_of(crowd(20), villages=villages)


def test_that_a_theme_nobody_has_looks_like_one_that_few_have() -> None:
    none = tables_of(crowd(40))
    few = tables_of(crowd(31), crowd(9, "Ruinen", 50, "rouw", "LF"))
    assert none == few


@pytest.mark.parametrize(
    ("with_theme", "without", "expected"),
    [
        (10, 10, (10, None)),
        (9, 11, (None, WhyHidden.FEW)),
        (16, 4, (15, None)),
        (17, 3, (None, WhyHidden.MANY)),
        (20, 0, (None, WhyHidden.MANY)),
    ],
)
def test_that_an_item_of_few_or_of_nearly_everybody_is_hidden(
    with_theme: int, without: int, expected: tuple[int | None, WhyHidden | None]
) -> None:
    tables = tables_of(crowd(with_theme, "Ruinen", 50, "rouw", "LF"), crowd(without))
    assert count_and_why(find(tables.themes, "Ruinen", item="rouw")) == expected
    assert count_and_why(find(tables.topics, "Ruinen", item="LF")) == expected


def test_that_rounding_up_never_makes_an_item_look_like_everybody() -> None:
    # 13 of 17 is 76 %, but 15 beside a printed 15 would say everybody
    themes = tables_of(crowd(13, "Ruinen", 50, "rouw"), crowd(4)).themes
    assert count_and_why(find(themes, "Ruinen", item="rouw")) == (None, WhyHidden.MANY)


def test_that_one_hidden_age_group_takes_the_smallest_other_with_it() -> None:
    persons = tables_of(crowd(9, age=30), crowd(60, age=50), crowd(20, age=70), crowd(40, age=85)).persons
    assert count_and_why(find(persons, "Ruinen", "18-44")) == (None, WhyHidden.FEW)
    assert count_and_why(find(persons, "Ruinen", "65-79")) == (None, WhyHidden.DERIVED)
    assert find(persons, "Ruinen", "45-64").count == 60
    assert find(persons, "Ruinen").count == 130


def test_that_an_empty_age_group_takes_another_with_it_like_a_small_one() -> None:
    some = tables_of(crowd(60, age=50), crowd(9, age=70))
    none = tables_of(crowd(69, age=50))
    assert [row.count for row in some.persons] == [row.count for row in none.persons] == [70, None, None]


def test_that_two_hidden_age_groups_hide_no_third() -> None:
    persons = tables_of(crowd(9, age=30), crowd(60, age=50), crowd(9, age=70), crowd(45, age=85)).persons
    assert [row.count for row in persons] == [125, None, 60, None, 45]


def test_that_one_hidden_age_group_of_a_theme_takes_the_smallest_other_with_it() -> None:
    young = [crowd(20, "Ruinen", 30, "rouw"), crowd(20, "Ruinen", 30)]
    old = [crowd(5, "Ruinen", 70, "rouw"), crowd(35, "Ruinen", 70)]
    themes = tables_of(*young, *old).themes
    assert find(themes, "Ruinen", item="rouw").count == 25
    assert count_and_why(find(themes, "Ruinen", "18-64", "rouw")) == (None, WhyHidden.DERIVED)
    assert count_and_why(find(themes, "Ruinen", "65+", "rouw")) == (None, WhyHidden.FEW)


def test_that_nothing_is_printed_about_a_group_whose_size_is_hidden() -> None:
    groups = [
        crowd(9, age=30),
        crowd(60, age=50),
        crowd(15, age=70),
        crowd(15, "Ruinen", 70, "rouw"),
        crowd(40, age=85),
    ]
    tables = tables_of(*groups)
    assert find(tables.persons, "Ruinen", "65-79").count is None
    assert find(tables.themes, "Ruinen", "65-79", "rouw").count is None


def test_that_a_resident_under_18_is_in_no_table() -> None:
    assert tables_of(crowd(20), crowd(30, age=17)) == tables_of(crowd(20))
    assert len(counted(crowd(3, age=17) + crowd(2, age=18) + crowd(1, age=None))) == 3


def test_that_an_unknown_age_counts_in_the_whole_village_only() -> None:
    persons = tables_of(crowd(20, age=50), crowd(20, age=70), crowd(30, age=None)).persons
    assert [row.count for row in persons] == [70, 20, 20]


def test_that_the_total_is_the_sum_of_what_is_printed() -> None:
    tables = tables_of(crowd(12, "A"), crowd(12, "B"), crowd(9, "C"))
    assert find(tables.persons, "totaal").count == 20
    assert tables.persons[-1].village == "totaal"


def test_that_one_printed_village_has_no_total() -> None:
    tables = tables_of(crowd(50, "A"), crowd(9, "B"))
    assert not any(row.village == "totaal" for row in tables.persons + tables.themes + tables.topics)


def test_that_a_theme_has_a_total_only_where_two_villages_print_it() -> None:
    both = [crowd(12, name, 50, "rouw") + crowd(12, name) for name in ("A", "B")]
    one = crowd(12, "A", 50, "taal", "mobiliteit") + crowd(12, "A")
    themes = tables_of(*both, one).themes
    assert [(row.item, row.count) for row in themes if row.village == "totaal"] == [("rouw", 20)]


def test_that_rows_stand_in_fixed_order() -> None:
    tables = tables_of(crowd(25, "b", 30), crowd(25, "b", 70), crowd(12, "A"))
    assert [(r.village, r.age_group) for r in tables.persons] == [
        ("A", "totaal"),
        ("b", "totaal"),
        ("b", "18-64"),
        ("b", "65+"),
        ("totaal", "totaal"),
    ]
    assert [r.item for r in tables.themes if r.age_group == "18-64"] == list(THEMES)
    assert [r.item for r in tables.topics if r.village == "A"] == list(DIMENSIONS)


def test_that_the_moment_is_printed_as_a_month() -> None:
    assert tables_of().snapshot == "2026-03"


people_lists = st.lists(
    st.tuples(
        st.integers(1, 45),
        st.builds(
            CountedPerson,
            village=st.sampled_from(["A", "B", "C"]),
            age=st.sampled_from([None, 15, 30, 50, 70, 85]),
            themes=st.frozensets(st.sampled_from(THEMES)),
            topics=st.frozensets(st.sampled_from(DIMENSIONS)),
        ),
    ),
    max_size=14,
).map(lambda parts: [person for size, person in parts for _ in range(size)])


def rows_of(people: list[CountedPerson]) -> tuple[ReleaseRow, ...]:
    tables = release_tables(people, THEMES, DIMENSIONS, MOMENT)
    return tables.persons + tables.themes + tables.topics


@given(people_lists)
def test_that_every_printed_count_is_a_multiple_of_five_from_ten(people: list[CountedPerson]) -> None:
    for row in rows_of(people):
        assert (row.count is None) == (row.why is not None) == (row.status.value == "afgeschermd")
        assert row.count is None or (row.count >= 10 and row.count % 5 == 0)


@given(people_lists)
def test_that_every_printed_count_is_about_ten_real_people(people: list[CountedPerson]) -> None:
    adults = counted(people)
    for row in rows_of(people):
        if row.count is None or row.village == "totaal":
            continue
        living = [p for p in adults if p.village == row.village]
        having = [p for p in living if not row.item or row.item in p.themes | p.topics]
        assert len(having) >= 10
        assert row.age_group != "totaal" or row.count == printed(len(having))


@given(people_lists, st.randoms(use_true_random=False))
def test_that_the_order_of_people_changes_nothing(people: list[CountedPerson], chance: random.Random) -> None:
    before = rows_of(people)
    chance.shuffle(people)
    assert rows_of(people) == before


@given(people_lists)
def test_that_never_exactly_one_age_group_of_an_item_is_hidden(people: list[CountedPerson]) -> None:
    hidden: dict[tuple[str, str, int], list[bool]] = {}
    tables = release_tables(people, THEMES, DIMENSIONS, MOMENT)
    for number, table in enumerate((tables.persons, tables.themes, tables.topics)):
        for row in table:
            if row.age_group != "totaal":
                hidden.setdefault((row.village, row.item, number), []).append(row.count is None)
    assert all(sum(marks) != 1 for marks in hidden.values())


@given(people_lists)
def test_that_an_item_is_never_printed_above_80_percent_of_its_group(people: list[CountedPerson]) -> None:
    adults = counted(people)
    tables = release_tables(people, THEMES, DIMENSIONS, MOMENT)
    for row in tables.themes + tables.topics:
        if row.count is not None and row.village != "totaal" and row.age_group == "totaal":
            assert row.count <= 0.8 * sum(p.village == row.village for p in adults)


@given(people_lists)
def test_that_themes_outside_the_vocabulary_change_nothing(people: list[CountedPerson]) -> None:
    odd = [CountedPerson(p.village, p.age, p.themes | {"oud"}, p.topics | {"XX"}) for p in people]
    assert rows_of(odd) == rows_of(people)
