"""The audit log: what is written in it by itself, and what can and cannot be changed in it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
from sqlalchemy.exc import IntegrityError

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.merges import Merge
from spinnenweb.storage.audit_anchor import Hold
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.storage.migrations import STEPS
from spinnenweb.storage.migrations.step import Format
from tests.unit.storage.files import (
    DAY,
    NOON,
    WHO,
    SetTime,
    consent,
    create,
    execute,
    opened,
    reopen,
    resident,
    rows,
    talk,
    village,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.storage.database import Database

LOG = "SELECT * FROM audit ORDER BY seq"
ERASURE = "INSERT INTO erasure VALUES ('e-1', x'00', '2026-11-21', 'verzoek')"
NO_GUARD = ("DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_removed")


@pytest.fixture
def time() -> SetTime:
    return SetTime()


@pytest.fixture
def database(tmp_path: Path, time: SetTime) -> Iterator[Database]:
    with opened(tmp_path, time) as made:
        yield made


def lines(database: Database, **asked: object) -> list[AuditLine]:
    """The lines from old to new, without the one with which a file begins."""
    with database.reading() as work:
        found = work.audit.lines(**cast("dict[str, Any]", {"limit": None, **asked}))
    return [line for line in reversed(found) if line.kind is not AuditKind.BEGUN]


def broken(database: Database) -> tuple[int, ...]:
    with database.reading() as work:
        return work.audit.broken()


def anchor(database: Database) -> bytes:
    with database.reading() as work:
        return work.audit.anchor(NOON)


def hold(database: Database, held: bytes | None) -> Hold:
    with database.reading() as work:
        return work.audit.hold(held)


def two_people(database: Database) -> None:
    with database.writing() as work:
        work.residents.add_many([resident(1, calling_name="Bo"), resident(2)])
        work.consents.add(consent(1))
        work.conversations.add(talk(1))


def forge(database: Database, statement: str) -> None:
    """Change the log as somebody would who has the key of the file and another program."""
    for without in NO_GUARD:
        execute(database, without)
    execute(database, statement)


# what is written down


def test_that_a_new_file_begins_its_log_and_says_that_it_is_new(database: Database) -> None:
    with database.reading() as work:
        (first,) = work.audit.lines()
    assert (first.seq, first.kind, first.detail, first.device) == (1, AuditKind.BEGUN, "nieuw", WHO.device)
    assert first.at == NOON


def test_that_a_file_from_before_the_log_says_when_it_was_begun_and_once_only(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    create(path, steps=tuple(step for step in STEPS if step.info.to < Format(1, 4))).close()
    for _ in range(2):
        database = reopen(path)
        with database.reading() as work:
            assert [(line.kind, line.detail) for line in work.audit.lines()] == [(AuditKind.BEGUN, "bijgewerkt")]
        database.close()


def test_that_a_record_is_one_line_with_names_of_fields_and_no_values(database: Database) -> None:
    with database.writing() as work:
        work.residents.add(resident(1, calling_name="Jannie"))
        work.residents.update(resident(1, calling_name="Mientje", birth_year=1950))
        work.residents.remove("resident-1")
    assert [(line.kind, line.subject, line.about_table, set(line.fields)) for line in lines(database)] == [
        (AuditKind.MADE, "resident-1", "resident", set()),
        (AuditKind.CHANGED, "resident-1", "resident", {"calling_name", "birth_year"}),
        (AuditKind.REMOVED, "resident-1", "resident", set()),
    ]
    written = str([tuple(row.values()) for row in rows(database, LOG)])
    assert "Jannie" not in written
    assert "Mientje" not in written
    assert "1950" not in written


def test_that_a_line_says_whose_a_record_is(database: Database) -> None:
    with database.writing() as work:
        work.villages.add(village())
        work.residents.add_many([resident(1), resident(2)])
        work.conversations.add(talk(1))
        work.merges.add(Merge("merge-1", "resident-1", "resident-2", DAY))
    about = [(line.about_table, line.subject, line.about_id) for line in lines(database)]
    assert about == [
        ("village", None, "village-Ruinen"),
        ("resident", "resident-1", "resident-1"),
        ("resident", "resident-2", "resident-2"),
        ("conversation", "resident-1", "talk-1"),
        ("merge", "resident-1", "merge-1"),
    ]


def test_that_a_setting_is_named_and_its_value_is_not(database: Database) -> None:
    with database.writing() as work:
        work.settings.put(replace(work.settings.get(), worker="Annet"))
    first = len(lines(database))
    with database.writing() as work:
        work.settings.put(replace(work.settings.get(), worker="Berend"))
    (changed,) = lines(database)[first:]
    assert (changed.kind, changed.fields, changed.subject) == (AuditKind.SETTING, ("worker",), None)


def test_that_a_draft_is_a_line_when_it_begins_and_when_it_goes_and_none_in_between(database: Database) -> None:
    with database.writing() as work:
        for _ in range(3):
            work.drafts.put(Draft("draft-1", resident(1), False, talk(1)))
        work.drafts.remove("draft-1")
        work.drafts.remove("draft-1")
    assert [(line.kind, line.about_id, line.subject) for line in lines(database)] == [
        (AuditKind.MADE, "draft-1", "resident-1"),
        (AuditKind.REMOVED, "draft-1", "resident-1"),
    ]


def test_that_a_draft_of_somebody_who_is_not_on_file_names_nobody(database: Database) -> None:
    with database.writing() as work:
        work.drafts.put(Draft("draft-1", resident(1), True, talk(1)))
        work.drafts.remove("draft-1")
    assert {line.subject for line in lines(database)} == {None}


def test_that_what_was_undone_is_not_in_the_log_and_leaves_no_gap(database: Database) -> None:
    with suppress(KeyError), database.writing() as work:
        work.residents.add(resident(1))
        raise KeyError
    two_people(database)
    assert [row["seq"] for row in rows(database, LOG)] == [1, 2, 3, 4, 5]
    assert broken(database) == ()


# asking


def test_that_lines_come_newest_first_in_portions(database: Database, time: SetTime) -> None:
    for number in range(1, 8):
        time.moment += timedelta(minutes=1)
        with database.writing() as work:
            work.audit.note(Entry(AuditKind.SEEN, "resident-1", detail=str(number)))
    with database.reading() as work:
        first = work.audit.lines(limit=3)
        second = work.audit.lines(before=first[-1].seq, limit=3)
    assert [line.detail for line in first + second] == ["7", "6", "5", "4", "3", "2"]


def test_that_lines_are_filtered_by_kind_person_and_period(database: Database, time: SetTime) -> None:
    two_people(database)
    time.moment = NOON + timedelta(days=2)
    with database.writing() as work:
        work.audit.note(Entry(AuditKind.SEEN, "resident-2"))
    later = NOON + timedelta(days=1)
    assert [line.subject for line in lines(database, since=later)] == ["resident-2"]
    assert len(lines(database, until=later)) == 4
    assert {line.kind for line in lines(database, resident_id="resident-2")} == {AuditKind.MADE, AuditKind.SEEN}
    assert len(lines(database, kinds=[AuditKind.SEEN])) == 1


def test_that_lines_of_a_merged_card_are_found_under_both(database: Database) -> None:
    two_people(database)
    with database.writing() as work:
        work.merges.add(Merge("merge-1", "resident-1", "resident-2", DAY))
    both = {line.about_id for line in lines(database, resident_id="resident-2")}
    assert {"resident-1", "resident-2", "merge-1"} <= both


# the chain


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit SET kind = 'bekeken' WHERE seq = 3", (3,)),
        ("UPDATE audit SET at = '2020' WHERE seq = 3", (3,)),
        ("UPDATE audit SET fields = '[\"code\"]' WHERE seq = 3", (3,)),
        ("UPDATE audit SET detail = 'x' WHERE seq = 2", (2,)),
        ("UPDATE audit SET subject = 'resident-2' WHERE seq = 2", (2,)),
        ("UPDATE audit SET subject = 'gewist:e-1:0123456789abcdef' WHERE seq = 2", (2,)),
        ("UPDATE audit SET subject = NULL WHERE seq = 2", (2,)),
        ("UPDATE audit SET mac = zeroblob(32) WHERE seq = 3", (3, 4)),
        ("DELETE FROM audit WHERE seq = 3", (4,)),
        ("DELETE FROM audit WHERE seq = 1", (2,)),
        ("INSERT INTO audit SELECT 9, at, device, kind, subject, subject_mark, about_table, about_id, about_mark,"
         " fields, detail, mac FROM audit WHERE seq = 5", (9,)),
    ],
)  # fmt: skip
def test_that_a_changed_or_removed_or_added_line_is_found(
    database: Database, statement: str, found: tuple[int, ...]
) -> None:
    two_people(database)
    assert broken(database) == ()
    forge(database, statement)
    assert broken(database) == found


def test_that_two_lines_that_changed_places_are_found(database: Database) -> None:
    two_people(database)
    forge(database, "UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)")
    execute(database, "UPDATE audit SET seq = -seq WHERE seq < 0")
    assert broken(database) == (2, 3, 4)


def test_that_the_chain_goes_on_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "dossier-1.db"
    first = create(path)
    two_people(first)
    first.close()
    again = reopen(path)
    with again.writing() as work:
        work.residents.add(resident(3))
    assert broken(again) == ()
    assert len(rows(again, LOG)) == 6
    again.close()


# the anchor


def test_that_a_longer_log_holds_to_its_anchor(database: Database) -> None:
    held = anchor(database)
    two_people(database)
    assert hold(database, held) is hold(database, anchor(database)) is Hold.GOOD


def test_that_a_cut_off_tail_is_seen_by_the_anchor_only(database: Database) -> None:
    two_people(database)
    held = anchor(database)
    forge(database, "DELETE FROM audit WHERE seq > 3")
    assert broken(database) == ()
    assert hold(database, held) is Hold.SHORTER


def test_that_a_tail_written_anew_after_cutting_is_seen(database: Database) -> None:
    two_people(database)
    held = anchor(database)
    forge(database, "DELETE FROM audit WHERE seq > 3")
    with database.writing() as work:
        work.villages.add(village("Ansen"))
        work.villages.add(village("Echten"))
        work.villages.add(village("Pesse"))
    assert broken(database) == ()
    assert hold(database, held) is Hold.DIFFERENT


@pytest.mark.parametrize(
    "spoil",
    [
        lambda about: about | {"lines": 1},
        lambda about: about | {"at": "2020"},
        lambda about: about | {"more": True},
        lambda about: {"lines": 1},
        lambda about: about | {"mac": "zz"},
        lambda about: about | {"mac": None},
        lambda about: [about],
    ],
)
def test_that_an_anchor_somebody_wrote_is_not_believed(
    database: Database, spoil: Callable[[dict[str, object]], object]
) -> None:
    two_people(database)
    assert hold(database, json.dumps(spoil(json.loads(anchor(database)))).encode()) is Hold.UNREADABLE


@pytest.mark.parametrize("anchor", [b"", b"{", b"\xff", b"[" * 100_000])
def test_that_an_anchor_that_cannot_be_read_is_said(database: Database, anchor: bytes) -> None:
    assert hold(database, anchor) is Hold.UNREADABLE


def test_that_an_anchor_that_is_not_there_is_said(database: Database) -> None:
    assert hold(database, None) is Hold.MISSING


# what the file refuses, and what an erasure may


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit",
        "UPDATE audit SET detail = 'x'",
        "UPDATE audit SET subject = 'resident-2' WHERE seq = 2",
        "UPDATE audit SET subject = NULL WHERE seq = 2",
        "UPDATE audit SET subject = 'gewist:e-2:x' WHERE seq = 2",
        "UPDATE audit SET subject = 'gewist:e-1:x', subject_mark = x'00' WHERE seq = 2",
        "UPDATE audit SET subject = 'gewist:e-1:x' WHERE seq = 1",
        "UPDATE audit SET about_id = 'gewist:e-1:x', kind = 'bekeken' WHERE seq = 2",
        "REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
        "UPDATE op SET value = '\"gewist\"'",
        "UPDATE op SET record_id = 'gewist:e-1:x'",
        "UPDATE op SET value = '\"gewist\"', record_id = 'gewist:e-2:x'",
        "UPDATE op SET value = '\"gewist\"', record_id = 'gewist:e-1:x', parents = '[]', hlc = 'x'",
        "DELETE FROM op",
    ],
)
def test_that_the_logs_refuse_all_but_an_erasure(database: Database, statement: str) -> None:
    two_people(database)
    execute(database, ERASURE)
    before = rows(database, LOG), rows(database, "SELECT * FROM op")
    with pytest.raises(IntegrityError, match="append-only"):
        execute(database, statement)
    assert (rows(database, LOG), rows(database, "SELECT * FROM op")) == before


def test_that_redacting_without_a_registered_erasure_is_refused(database: Database) -> None:
    two_people(database)
    with pytest.raises(IntegrityError, match="append-only"), database.writing() as work:
        work.audit.redact("e-1", "resident-1")
    with pytest.raises(IntegrityError, match="append-only"), database.writing() as work:
        work.operations.redact("e-1", ["resident-1"])


def test_that_after_an_erasure_the_log_verifies_and_names_nobody(database: Database) -> None:
    two_people(database)
    with database.writing() as work:
        work.audit.note(Entry(AuditKind.SEEN, "resident-1", detail="kaart"))
    held = anchor(database)
    execute(database, ERASURE)
    with database.writing() as work:
        assert work.audit.redact("e-1", "resident-1", ["consent-1", "talk-1"]) == 4
    written = str([tuple(row.values()) for row in rows(database, LOG)])
    assert all(name not in written for name in ("resident-1", "consent-1", "talk-1"))
    assert "resident-2" in written
    assert lines(database, resident_id="resident-1") == []
    assert {line.subject for line in lines(database) if line.about_table == "consent"} == {
        line.subject for line in lines(database) if line.kind is AuditKind.SEEN
    }
    assert broken(database) == ()
    assert hold(database, held) is Hold.GOOD


def test_that_an_erased_line_is_still_held_fast(database: Database) -> None:
    two_people(database)
    execute(database, ERASURE)
    with database.writing() as work:
        work.audit.redact("e-1", "resident-1")
    forge(database, "UPDATE audit SET detail = 'x' WHERE seq = 2")
    assert broken(database) == (2,)


def test_that_a_line_without_a_person_about_an_erased_record_is_redacted_too(database: Database) -> None:
    with database.writing() as work:
        work.audit.note(Entry(AuditKind.MADE, None, "draft", "draft-1"))
    execute(database, ERASURE)
    with database.writing() as work:
        work.audit.redact("e-1", "resident-1", ["draft-1"])
    (line,) = lines(database)
    assert line.about_id is not None
    assert line.about_id.startswith("gewist:e-1:")
    assert broken(database) == ()


def test_that_an_erasure_wipes_values_in_the_operation_log_and_keeps_their_order(database: Database) -> None:
    two_people(database)
    with database.writing() as work:
        work.residents.update(resident(1, calling_name="Jannie"))
    before = rows(database, "SELECT seq, device, devseq, hlc, kind, field, parents FROM op ORDER BY seq")
    execute(database, ERASURE)
    with database.writing() as work:
        assert work.operations.redact("e-1", ["resident-1", "consent-1", "talk-1"]) == 4
        assert work.operations.redact("e-1", []) == 0
    after = rows(database, "SELECT seq, device, devseq, hlc, kind, field, parents FROM op ORDER BY seq")
    assert after == before
    kept = rows(database, "SELECT record_id, value FROM op ORDER BY seq")
    gone = [row for row in kept if row["record_id"].startswith("gewist:e-1:")]
    assert {row["value"] for row in gone} == {'"gewist"'}
    assert len({row["record_id"] for row in gone}) == 3
    assert "resident-1" not in str([tuple(row.values()) for row in kept])
