from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.answers import marked
from spinnenweb.domain.choices import AboutKind, Choice, HelpAnswer
from spinnenweb.domain.conversations import DimensionEntry, Step
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.storage.draft_codec import draft_fields, draft_from
from tests.unit.storage.files import DAY, NOON, consent, opened, resident, rows, talk, village

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.storage.database import Database

LATER = DAY + timedelta(days=30)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as made:
        yield made


def add_residents(database: Database, *people: Resident) -> None:
    with database.writing() as work:
        work.residents.add_many(people)


def found(database: Database, text: str, limit: int = 8) -> list[str]:
    with database.reading() as work:
        return [person.code for person in work.residents.search(text, limit)]


def test_that_villages_come_in_the_order_a_dutch_reader_expects(database: Database) -> None:
    with database.writing() as work:
        work.villages.add_many(map(village, ("Zuidwolde", "élshof", "Ansen", "Echten")))
        assert [one.name for one in work.villages.all()] == ["Ansen", "Echten", "élshof", "Zuidwolde"]


def test_that_a_village_is_found_whatever_its_capitals_and_blanks(database: Database) -> None:
    with database.writing() as work:
        work.villages.add(village("Oud  Ruinen"))
        assert work.villages.by_name(" oud ruinen ") == village("Oud  Ruinen")
        assert work.villages.by_name("Ruinen") is None


def test_that_a_code_is_found_whatever_its_capitals_and_width(database: Database) -> None:
    add_residents(database, resident(7, code="R-007"))
    with database.reading() as work:
        assert work.residents.by_code("\u3000ｒ-００７ ") == resident(7, code="R-007")
        assert work.residents.by_code("R-070") is None
        assert work.residents.codes() == {"r-007"}


def test_that_residents_come_in_the_order_of_their_codes(database: Database) -> None:
    add_residents(database, resident(3), resident(1), resident(2))
    with database.reading() as work:
        assert [person.code for person in work.residents.all()] == ["R-001", "R-002", "R-003"]


def test_that_search_finds_parts_of_names_without_regard_to_accents(database: Database) -> None:
    add_residents(database, resident(1, calling_name="José Ünal"), resident(2, calling_name="Joost"))
    assert found(database, "jose") == ["R-001"]
    assert found(database, "UNAL jos") == ["R-001"]
    assert found(database, "jo") == ["R-002", "R-001"]
    assert found(database, "002") == ["R-002"]


def test_that_search_puts_what_starts_with_the_word_first(database: Database) -> None:
    add_residents(database, resident(1, calling_name="Anna"), resident(2, calling_name="Nanne"))
    assert found(database, "nan") == ["R-002"]
    assert found(database, "n") == ["R-002", "R-001"]


def test_that_search_gives_no_more_than_asked_and_nothing_for_blanks(database: Database) -> None:
    add_residents(database, *map(resident, range(1, 6)))
    assert len(found(database, "R-", 3)) == 3
    assert found(database, "  ") == []


@pytest.mark.parametrize("sign", ["%", "_", "\\"])
def test_that_signs_of_patterns_mean_themselves_in_a_search(database: Database, sign: str) -> None:
    add_residents(database, resident(1, calling_name="Anna"), resident(2, calling_name=f"A{sign}a"))
    assert found(database, sign) == ["R-002"]


def test_that_only_residents_made_ready_are_ready(database: Database) -> None:
    add_residents(database, resident(1), resident(2, ready_for_visit=True))
    with database.reading() as work:
        assert work.residents.ready() == (resident(2, ready_for_visit=True),)


def test_that_answers_come_oldest_first_and_by_purpose(database: Database) -> None:
    add_residents(database, resident(1), resident(2))
    first = consent(1, given_on=DAY)
    withdrawn = consent(2, given_on=LATER, answer=ConsentAnswer.WITHDRAWN)
    again = consent(3, given_on=LATER, recorded_at=NOON + timedelta(hours=1))
    other = consent(4, "resident-2", purpose=Purpose.RECORD)
    with database.writing() as work:
        work.consents.add_many([again, other, withdrawn, first])
        assert work.consents.of("resident-1") == (first, withdrawn, again)
        assert work.consents.by_purpose(Purpose.RECORD) == {"resident-2": (other,)}
        assert set(work.consents.by_purpose(Purpose.COUNT)["resident-1"]) == {first, withdrawn, again}


def test_that_conversations_of_a_resident_come_newest_first(database: Database) -> None:
    add_residents(database, resident(1), resident(2))
    old, new = talk(1), talk(2, held_on=LATER)
    same_day = talk(3, held_on=LATER, finished_at=NOON + timedelta(hours=2))
    with database.writing() as work:
        work.conversations.add_many([old, new, same_day, talk(4, "resident-2")])
        assert work.conversations.of("resident-1") == (same_day, new, old)


def test_that_the_last_finished_conversation_is_by_date_then_by_finish(database: Database) -> None:
    add_residents(database, resident(1), resident(2), resident(3))
    with database.writing() as work:
        work.conversations.add_many(
            [
                talk(1, held_on=DAY, finished_at=NOON + timedelta(days=90)),
                talk(2, held_on=LATER),
                talk(3, held_on=LATER, finished_at=NOON + timedelta(hours=2)),
                talk(4, held_on=LATER, finished_at=None),
                talk(5, "resident-2", held_on=LATER + timedelta(days=1)),
                talk(6, "resident-3", finished_at=None),
            ]
        )
        assert [one.id for one in work.conversations.last_finished(LATER)] == ["talk-3"]
        assert [one.id for one in work.conversations.last_finished(DAY)] == ["talk-1"]
        assert [one.id for one in work.conversations.last_finished(date.max)] == ["talk-3", "talk-5"]


def test_that_conversations_of_a_removed_resident_count_nowhere(database: Database) -> None:
    add_residents(database, resident(1), resident(2))
    with database.writing() as work:
        work.conversations.add_many([talk(1), talk(2, "resident-2")])
        work.residents.remove("resident-1")
        assert [one.id for one in work.conversations.last_finished(date.max)] == ["talk-2"]
        assert work.conversations.recent(5) == ("resident-2",)
        assert set(work.conversations.latest()) == {"resident-2"}


def test_that_lists_show_the_step_of_the_last_finished_conversation(database: Database) -> None:
    add_residents(database, resident(1), resident(2), resident(3))
    walk = Step("wandelen", "dinsdag", "met Bo")
    with database.writing() as work:
        work.conversations.add_many(
            [
                talk(1, step=Step("lezen")),
                talk(2, held_on=LATER, step=walk, return_on=LATER + timedelta(days=7)),
                talk(3, held_on=LATER + timedelta(days=1), finished_at=None),
                talk(4, "resident-2", held_on=LATER + timedelta(days=2)),
            ]
        )
        line = work.conversations.latest(["resident-1"])["resident-1"]
        assert (line.held_on, line.conversations, line.step) == (LATER, 2, walk)
        assert line.return_on == LATER + timedelta(days=7)
        assert set(work.conversations.latest()) == {"resident-1", "resident-2"}
        assert work.conversations.counts() == {"resident-1": 2, "resident-2": 1}
        assert work.conversations.recent(5) == ("resident-2", "resident-1")
        assert work.conversations.recent(1) == ("resident-2",)


def test_that_all_conversations_of_many_residents_are_found(database: Database) -> None:
    people = [resident(number) for number in range(1, 1202)]
    add_residents(database, *people)
    with database.writing() as work:
        work.conversations.add_many(talk(n, f"resident-{n}") for n in range(1, 1202))
        wanted = [person.id for person in people[:1100]]
        assert {one.resident_id for one in work.conversations.existing(wanted)} == set(wanted)
        assert work.conversations.existing([]) == ()


def test_that_themes_and_topics_are_counted_in_sql(database: Database) -> None:
    add_residents(database, resident(1))
    ticked = (DimensionEntry("LF", marked(3), topic=True), DimensionEntry("MW"))
    with database.writing() as work:
        work.conversations.add(talk(1, themes=("rouw", "taal"), dimensions=ticked))
        work.conversations.add(talk(2, themes=("rouw",)))
    themes = rows(
        database,
        "SELECT value, count(*) AS n FROM conversation, json_each(themes) GROUP BY value ORDER BY value",
    )
    topics = rows(
        database,
        "SELECT part.value ->> 'code' AS code, part.value ->> 'mark' AS mark "
        "FROM conversation, json_each(dimensions) AS part WHERE part.value ->> 'topic'",
    )
    assert [(row["value"], row["n"]) for row in themes] == [("rouw", 2), ("taal", 1)]
    assert [(row["code"], row["mark"]) for row in topics] == [("LF", 3.0)]


def test_that_a_mark_of_zero_is_no_blank(database: Database) -> None:
    add_residents(database, resident(1))
    zero = talk(1, dimensions=(DimensionEntry("LF", marked(0)),))
    with database.writing() as work:
        work.conversations.add(zero)
    with database.reading() as work:
        assert work.conversations.get(zero.id) == zero


def test_that_the_last_saved_draft_comes_first_and_replaces_its_earlier_state(database: Database) -> None:
    first = Draft("draft-1", resident(1), True, talk(1), saved_at=NOON)
    second = Draft("draft-2", resident(2), True, talk(2), saved_at=NOON + timedelta(seconds=1))
    again = replace(first, page="themes", saved_at=NOON + timedelta(seconds=2))
    with database.writing() as work:
        for draft in (first, second, again):
            work.drafts.put(draft)
        assert work.drafts.all() == (again, second)
        work.drafts.remove("draft-1")
        work.drafts.remove("draft-1")
        assert work.drafts.all() == (second,)
        assert work.drafts.get("draft-1") is None


def test_that_what_was_said_about_offers_comes_back_with_its_draft(database: Database) -> None:
    told = (
        HelpAnswer("offer-1", AboutKind.THEME, "eenzaamheid", Choice.CHOSEN),
        HelpAnswer("offer-2", AboutKind.GIFT, "bijdragen", Choice.DECLINED, "te ver"),
    )
    with database.writing() as work:
        work.drafts.put(Draft("draft-1", resident(1), True, talk(1), saved_at=NOON, helps=told))
    with database.reading() as work:
        draft = work.drafts.get("draft-1")
    assert draft is not None
    assert draft.helps == told


def test_that_a_draft_of_before_offers_could_be_answered_opens(database: Database) -> None:
    fields = draft_fields(Draft("draft-1", resident(1), True, talk(1), saved_at=NOON))
    del fields["helps"]
    assert draft_from(fields).helps == ()


def test_that_a_setting_this_version_does_not_know_is_left_alone(database: Database) -> None:
    with database.writing() as work:
        work.settings.put(WorkSettings(worker="AB"))
    database_execute(database)
    with database.writing() as work:
        work.settings.put(replace(work.settings.get(), worker="CD"))
        assert work.settings.get() == WorkSettings(worker="CD")
    assert len(rows(database, "SELECT 1 FROM setting WHERE name = 'later_invention'")) == 1


def database_execute(database: Database) -> None:
    with database._writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO setting SELECT 'other', 'later_invention', '5', created_at, updated_at, hlc, NULL, "
            "owner_id, team_id FROM setting LIMIT 1"
        )


def test_that_changing_or_removing_what_is_not_there_is_an_error(database: Database) -> None:
    with pytest.raises(KeyError), database.writing() as work:
        work.residents.update(resident(9))
    with pytest.raises(KeyError), database.writing() as work:
        work.residents.remove("resident-9")


def test_that_a_unit_of_work_that_reads_refuses_to_write(database: Database) -> None:
    with pytest.raises(RuntimeError), database.reading() as work:
        work.residents.add(resident(1))
    with pytest.raises(RuntimeError), database.reading() as work:
        work.drafts.put(Draft("draft-1", resident(1), True, talk(1)))
    with pytest.raises(RuntimeError), database.reading() as work:
        work.drafts.remove("draft-1")
