"""What is found by words, and what is not there any more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.conversations import DimensionEntry, Disagreement, Matter, Step
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.domain.search import HitKind
from spinnenweb.storage.search_store import match_of
from tests.unit.storage.files import DAY, execute, opened, resident, rows, talk, village

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.storage.database import Database

ATTACKS = (
    '"',
    '""',
    '" OR "',
    "'",
    "*",
    "a*",
    "**",
    "NEAR",
    "NEAR(bus tuin)",
    "bus NEAR/2 tuin",
    "-bus",
    "bus -tuin",
    "NOT",
    "bus NOT tuin",
    "AND",
    "OR OR",
    "(",
    ")",
    "((bus",
    "{",
    "words:bus",
    "said : bus",
    "^bus",
    "+",
    "bus + tuin",
    ":",
    ";",
    "--",
    "/*",
    "\\",
    "%",
    "_",
    "🌷",
    "🌷*",
    "👩‍👩‍👧",
    "\0",
    "bus\0tuin",
    "\x1b",
    "\n",
    "\t",
    " ",
    "",
    "\ud800",
    "ﷺ",
    "İ",
    "ß",
    "ĳ",
    "\u202ebus",
    "\u200b",
    "x" * 100_000,
    "bus " * 5_000,
    "'; DROP TABLE resident; --",
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as database:
        yield database


def found(database: Database, text: str) -> list[tuple[HitKind, str]]:
    with database.reading() as work:
        return [(hit.kind, hit.said) for hit in work.search.find(text, 8, 20)]


def test_that_everything_with_words_is_found_where_it_stands(database: Database) -> None:
    said = talk(
        1,
        note="De bus komt niet",
        noticed="Veel tuin",
        gift="Fietsen maken",
        dimensions=(DimensionEntry("LF", note="Knie doet pijn"), DimensionEntry("MW")),
        step=Step("wandelen", "dinsdag", "met Bo"),
        matters=(Matter(words="kleinkinderen zien"), Matter("MD")),
    )
    with database.writing() as work:
        work.villages.add(village())
        work.residents.add(resident(1, calling_name="Jannie", village_id="village-Ruinen"))
        work.conversations.add(said)
        work.goals.add(Goal("goal-1", "resident-1", "weer zwemmen", GoalState.OPEN, DAY))
        work.steps.add(GoalStep("step-1", "resident-1", what="bellen", made_on=DAY))
    assert found(database, "jannie") == [(HitKind.RESIDENT, "Jannie R-001")]
    assert found(database, "bus") == [(HitKind.NOTE, "De bus komt niet")]
    assert found(database, "knie") == [(HitKind.NOTE, "Knie doet pijn")]
    assert found(database, "tuin") == [(HitKind.NOTE, "Veel tuin")]
    assert found(database, "fietsen") == [(HitKind.NOTE, "Fietsen maken")]
    assert found(database, "dinsdag") == [(HitKind.STEP, "wandelen, dinsdag, met Bo")]
    assert found(database, "kleinkind") == [(HitKind.GOAL, "kleinkinderen zien")]
    assert found(database, "zwemmen") == [(HitKind.GOAL, "weer zwemmen")]
    assert found(database, "bellen") == [(HitKind.STEP, "bellen")]
    with database.reading() as work:
        (hit,) = work.search.find("dinsdag", 8, 20)
    assert (hit.resident_id, hit.talk_id, hit.day, hit.village) == ("resident-1", "talk-1", DAY, "Ruinen")


@pytest.mark.parametrize(
    "typed", ["JOSÉ", "jose", "Jose\u0301", "  josé  ünal ", "ün jo", "r 001", "R-001", "001"]
)
def test_that_case_accents_order_and_signs_do_not_matter(database: Database, typed: str) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="José Ünal"))
        work.residents.add(resident(2, calling_name="Bo"))
    assert found(database, typed) == [(HitKind.RESIDENT, "José Ünal R-001")]


def test_that_every_word_has_to_be_there(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add(talk(1, note="de tuin en de bus"))
    assert found(database, "tu bu") == [(HitKind.NOTE, "de tuin en de bus")]
    assert found(database, "tuin trein") == []


def test_that_a_word_is_found_from_its_middle_of_three_letters_on(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
        work.conversations.add(talk(1, note="Naar het dorpsbuurthuis"))
    line = [(HitKind.NOTE, "Naar het dorpsbuurthuis")]
    for typed in ("buurt", "buurthuis", "BÚURT dorps", "uis", "naa huis"):
        assert found(database, typed) == line
    for typed in ("ui", "buurten", "uurtdorp", "huis buurtt"):
        assert found(database, typed) == []


@pytest.mark.parametrize("length", [29, 30, 31, 41, 70, 100_000])
def test_that_a_text_without_blanks_costs_no_more_than_its_length(database: Database, length: int) -> None:
    said = "ab" * length
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
        work.conversations.add(talk(1, note=said))
    assert found(database, "bab") == [(HitKind.NOTE, said)]
    assert found(database, "ba" * (length - 1)) == [(HitKind.NOTE, said)]
    kept = rows(database, "SELECT max(length(words)) AS n FROM search_text")[0]["n"]
    assert kept < 2 * length + 41 * 32


def test_that_everything_with_words_outside_a_talk_is_found_too(database: Database) -> None:
    said = talk(1, disagreements=(Disagreement("LF", "Ik zie hem minder lopen"), Disagreement("MD")))
    step = GoalStep("step-1", "resident-1", what="bellen", made_on=DAY)
    told = LookBack("told-1", "resident-1", "step-1", None, "talk-1", DAY, GoalState.OTHERWISE, "het regende")
    with database.writing() as work:
        work.villages.add(village())
        work.residents.add(resident(1, calling_name="Bo"))
        work.conversations.add(said)
        work.steps.add(step)
        work.look_backs.add(told)
        work.contacts.add(ShortContact("c-1", "village-Ruinen", DAY, line="bij de bakker"))
        work.contacts.add(ShortContact("c-2", None, DAY, line="bij de slager", resident_id="resident-1"))
        work.meetings.add(Meeting("m-1", None, DAY, 23, line="over het plein"))
        work.follow_ups.add(FollowUp("f-1", FollowUpKind.OTHER, "", None, "folder halen", DAY))
    expected = {
        "lopen": (HitKind.DISAGREEMENT, "talk-1", "resident-1", ""),
        "regende": (HitKind.LOOK_BACK, "told-1", "resident-1", ""),
        "bakker": (HitKind.CONTACT, "c-1", "", "Ruinen"),
        "slager": (HitKind.CONTACT, "c-2", "resident-1", ""),
        "plein": (HitKind.MEETING, "m-1", "", ""),
        "folder": (HitKind.AGENDA, "f-1", "", ""),
    }
    with database.reading() as work:
        hits = {word: work.search.find(word, 8, 20) for word in expected}
    seen = {
        word: (one.kind, one.record_id, one.resident_id, one.village)
        for word, found in hits.items()
        for one in found
    }
    assert seen == expected


def test_that_what_is_done_or_made_blank_is_found_no_longer(database: Database) -> None:
    promised, said = FollowUp("f-1", FollowUpKind.OTHER, "", None, "folder halen", DAY), talk(1, note="de bus")
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
        work.follow_ups.add(promised)
        work.conversations.add(said)
    with database.writing() as work:
        work.follow_ups.update(replace(promised, done_on=DAY))
        work.conversations.update(replace(said, note=""))
    assert found(database, "folder") == found(database, "bus") == []
    with database.writing() as work:
        work.follow_ups.update(promised)
    assert found(database, "folder") == [(HitKind.AGENDA, "folder halen")]


def test_that_a_line_of_an_older_program_is_found_as_it_wrote_it(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
    older = (
        "INSERT INTO search_text (rowid, words, said, kind, record_id, resident_id, talk_id)"
        " VALUES (1, 'de bus', 'De bus', 'note', 'talk-9', 'resident-1', '')"
    )
    execute(database, older)
    assert found(database, "bus") == [(HitKind.NOTE, "De bus")]


def test_that_an_older_program_sees_a_kind_it_does_not_know_as_a_note(database: Database) -> None:
    with database.writing() as work:
        work.meetings.add(Meeting("m-1", None, DAY, 23, line="over het plein"))
    assert rows(database, "SELECT kind, exact FROM search_text") == [{"kind": "note", "exact": "meeting"}]


@pytest.mark.parametrize("attack", ATTACKS)
def test_that_no_text_is_an_error_or_a_command(database: Database, attack: str) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))
        work.conversations.add(talk(1, note="de trein"))
    assert found(database, attack) == []
    assert found(database, "trein") == [(HitKind.NOTE, "de trein")]


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if "\0" not in attack and "\ud800" not in attack])
def test_that_any_text_can_be_written_and_what_has_letters_is_found_again(database: Database, attack: str) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add(talk(1, note=attack))
    expected = [(HitKind.NOTE, attack)] if match_of(attack) else []
    assert found(database, attack) == expected


@given(st.text(max_size=30))
def test_that_a_query_holds_only_quoted_words(text: str) -> None:
    word = '"\ue000?([^\\W_]+)"\\*'
    assert re.fullmatch(rf"(({word}|\({word} OR {word}\))( AND (?!$)|$))*", match_of(text))


def test_that_residents_come_first_and_the_newest_first_in_both(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many([resident(n, calling_name="Bus") for n in (1, 2, 3)])
        work.conversations.add(talk(1, "resident-2", note="bus een", held_on=DAY - timedelta(days=9)))
        work.conversations.add(talk(2, "resident-1", note="bus twee", held_on=DAY - timedelta(days=3)))
        work.conversations.add(talk(3, "resident-2", note="bus drie", held_on=DAY - timedelta(days=5)))
    said = [text for _, text in found(database, "bus")]
    assert said == ["Bus R-001", "Bus R-002", "Bus R-003", "bus twee", "bus drie", "bus een"]


def test_that_a_talk_long_ago_does_not_put_a_resident_back(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many([resident(n, calling_name="Bo") for n in (1, 2)])
        work.conversations.add(talk(1, "resident-1", note="nu"))
        work.conversations.add(talk(2, "resident-2", note="gisteren", held_on=DAY - timedelta(days=1)))
        work.conversations.add(talk(3, "resident-1", note="toen", held_on=date(2020, 1, 1)))
    assert [said for _, said in found(database, "bo")] == ["Bo R-001", "Bo R-002"]


def test_that_a_correction_is_searched_instead_of_what_was_wrong(database: Database) -> None:
    person, said = resident(1, calling_name="Jani"), talk(1, note="de bus")
    with database.writing() as work:
        work.residents.add(person)
        work.conversations.add(said)
    with database.writing() as work:
        work.residents.update(replace(person, calling_name="Jannie"))
        work.conversations.update(replace(said, note="de trein"))
    assert found(database, "jani") == []
    assert found(database, "bus") == []
    assert found(database, "trein") == [(HitKind.NOTE, "de trein")]
    with database.reading() as work:
        (hit,) = work.search.find("jannie", 8, 20)
    assert hit.day == DAY


def test_that_what_was_removed_is_not_found_and_leaves_no_byte_in_the_index(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1))
        work.conversations.add(talk(1, note="zonnebloemkwekerij"))
    planted = (
        "SELECT count(*) AS n FROM search_text_data WHERE instr(block, CAST('zonnebloemkwekerij' AS BLOB)) > 0"
    )
    assert rows(database, planted)[0]["n"] == 1
    with database.writing() as work:
        work.conversations.remove("talk-1")
    assert found(database, "zonnebloemkwekerij") == []
    assert rows(database, planted)[0]["n"] == 0
    assert rows(database, "SELECT count(*) AS n FROM search_line")[0]["n"] == 1


def test_that_a_unit_of_work_that_fails_leaves_the_index_as_it_was(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Bo"))

    def fail() -> None:
        with database.writing() as work:
            work.residents.update(resident(1, calling_name="Jannie"))
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert found(database, "bo") == [(HitKind.RESIDENT, "Bo R-001")]
    assert found(database, "jannie") == []


def test_that_no_more_is_given_than_was_asked(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many(resident(n, calling_name="Bo") for n in range(30))
        work.conversations.add_many(talk(n, "resident-1", note="bo") for n in range(30))
    with database.reading() as work:
        hits = work.search.find("bo", 3, 5)
    assert [hit.kind for hit in hits] == [HitKind.RESIDENT] * 3 + [HitKind.NOTE] * 5


def test_that_a_check_of_the_file_finds_the_index_whole(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many(resident(n, calling_name="Bo") for n in range(30))
        work.residents.remove("resident-3")
    assert database.check().sound
