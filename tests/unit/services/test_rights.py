from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.conversations import Step
from spinnenweb.domain.erasure import ErasureReason, gone_from_backups
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import ConsentAnswer, ConsentWay, Purpose
from spinnenweb.services.backup_files import ERASED_NAME
from spinnenweb.services.erasures import (
    erasures_in,
    is_sound,
    read_register,
    reapply_erasures,
    register_bytes,
)
from spinnenweb.storage import tables
from spinnenweb.storage.bundles import owned
from tests.unit.services.counting import count_along
from tests.unit.services.opened_pages import twin_of
from tests.unit.services.rich_person import DAY, END, PLANTED, word, write_everything
from tests.unit.services.rooms import room, same_room
from tests.unit.storage.files import rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def words_in(twin: bytes) -> list[str]:
    return [word for word in PLANTED if word.encode() in twin]


# erasure


def test_that_no_byte_of_an_erased_person_is_left_in_the_file_or_its_log(here: Room) -> None:
    rich = write_everything(here)
    workspace = here.workspace
    # everything that was planted is really there, else the rest says nothing
    assert words_in(twin_of(workspace)) == list(PLANTED)
    workspace.rights.erase(rich.resident.id)
    twin = twin_of(workspace)
    assert words_in(twin) == []
    assert END.encode() not in twin
    for one in (rich.resident.id, rich.alias.id, rich.talk_id, "R-901", "R-902"):
        assert one.encode() not in twin
    assert b"Wilhelmina" in twin
    assert workspace.database.path.with_name(workspace.database.path.name + "-wal").stat().st_size == 0


def test_that_no_row_of_an_erased_person_is_left_in_any_table(here: Room) -> None:
    rich = write_everything(here)
    before = {table.name: count(here.workspace, table.name) for table in owned()}
    assert all(before.values())
    here.workspace.rights.erase(rich.resident.id)
    assert {table.name: count(here.workspace, table.name) for table in owned()} == dict.fromkeys(before, 0)
    assert count(here.workspace, "draft") == 0
    assert count(here.workspace, "alias") == 0
    assert [row["code"] for row in rows(here.workspace.database, "SELECT code FROM resident")] == ["R-903"]


def count(workspace: Workspace, table: str) -> int:
    with workspace.database.reading() as work:
        connection = work.residents._connection
        return len(connection.execute(select(tables.metadata.tables[table].c[0])).all())


def test_that_the_operation_log_keeps_its_lines_without_who_and_what(here: Room) -> None:
    rich = write_everything(here)
    database = here.workspace.database
    before = rows(database, "SELECT seq, hlc, kind, table_name, field FROM op ORDER BY seq")
    here.workspace.rights.erase(rich.resident.id)
    after = rows(database, "SELECT seq, hlc, kind, table_name, field FROM op ORDER BY seq")
    # one line more: the household that ended
    assert [dict(row) for row in after[:-1]] == [dict(row) for row in before]
    gone = rows(database, "SELECT record_id, value FROM op WHERE value = '\"gewist\"'")
    assert gone
    assert all(row["record_id"].startswith("gewist:") for row in gone)


def test_that_the_log_of_use_stays_whole_and_tells_nobody_who_it_was(here: Room) -> None:
    rich = write_everything(here)
    lines = len(here.workspace.audit.lines(limit=None))
    here.workspace.rights.erase(rich.resident.id, ErasureReason.ASKED)
    assert here.workspace.audit.verify().sound
    assert len(here.workspace.audit.lines(limit=None)) == lines + 2
    assert here.workspace.audit.lines(rich.resident.id) == ()
    erased = here.workspace.audit.lines(kinds=[AuditKind.ERASED])
    assert [(line.subject, line.about_id, line.detail) for line in erased] == [(None, None, "gevraagd")]


def test_that_a_household_of_one_is_no_household_any_more(here: Room) -> None:
    rich = write_everything(here)
    assert here.workspace.residents.get(rich.housemate.id).household_id is not None
    here.workspace.rights.erase(rich.resident.id)
    assert here.workspace.residents.get(rich.housemate.id).household_id is None


def test_that_a_card_that_was_taken_apart_is_erased_alone(here: Room) -> None:
    rich = write_everything(here)
    merge = here.workspace.merging.merges(rich.resident.id)[0].merge
    here.workspace.merging.unmerge(merge.id)
    here.workspace.rights.erase(rich.resident.id)
    assert [line.resident.code for line in here.workspace.residents.all()] == ["R-902", "R-903"]
    assert len(here.workspace.conversations.of(rich.alias.id)) == 1
    assert here.workspace.checks.check().sound


def test_that_a_vault_is_whole_after_an_erasure(here: Room) -> None:
    rich = write_everything(here)
    here.workspace.rights.erase(rich.resident.id)
    assert here.workspace.checks.check().problems == ()
    assert here.workspace.search.find(PLANTED[1]) == ()


def test_that_nobody_unknown_is_erased(here: Room) -> None:
    with pytest.raises(SpinnenwebError) as refused:
        here.workspace.rights.erase("niemand")
    assert refused.value.code == "resident.gone"
    assert count(here.workspace, "erasure") == 0


@pytest.mark.parametrize("place", ["praatje", "terugblik", "anders", "afspraak", "losstap", "doel", "notitie"])
def test_that_a_restricted_or_erased_file_is_searched_as_much_as_it_should(here: Room, place: str) -> None:
    rich = write_everything(here)
    inside = word(place)[2:-2]
    here.workspace.rights.restrict(rich.resident.id)
    assert [hit.resident_id for hit in here.workspace.search.find(inside)][:1] == [rich.resident.id]
    here.workspace.rights.unrestrict(rich.resident.id)
    here.workspace.rights.erase(rich.resident.id)
    assert here.workspace.search.find(inside) == ()
    # the housemate, an organisation and its offer are still found
    assert count(here.workspace, "search_line") == 3


def test_that_the_register_beside_the_vault_names_nobody(here: Room) -> None:
    rich = write_everything(here)
    here.workspace.rights.erase(rich.resident.id)
    register = read_register(here.folder)
    assert len(erasures_in(register)) == 2
    assert is_sound(here.workspace.database, register)
    assert rich.resident.id.encode() not in register
    assert (here.folder / ERASED_NAME).stat().st_mode & 0o777 == 0o600
    changed = register.replace(b"gevraagd", b"prullenbak")
    assert not is_sound(here.workspace.database, changed)


@pytest.mark.parametrize("register", [b"", b"{", b"[]", b'{"erased": 3}', b'{"erased": [{"mark": "zz"}, 4]}'])
def test_that_a_register_that_is_none_holds_no_erasures(here: Room, register: bytes) -> None:
    assert erasures_in(register) == ()
    assert not is_sound(here.workspace.database, register)


def test_that_what_was_erased_is_erased_again_from_a_backup(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        rich = write_everything(here)
        copy = tmp_path / "oud.db"
        here.workspace.database.copy_into(copy)
        here.workspace.rights.erase(rich.resident.id)
        register = register_bytes(here.workspace.database)
        database = here.workspace.database
        with database.alone():
            # the former file with the same key, as a backup that was put back
            database.move(copy, bytearray(database._key))
        assert words_in(twin_of(here.workspace)) != []
        assert reapply_erasures(database, erasures_in(register)) == 1
        assert words_in(twin_of(here.workspace)) == []
        assert reapply_erasures(database, erasures_in(register)) == 0
        assert here.workspace.audit.verify().broken == ()
        assert len(erasures_in(register_bytes(database))) == 2


def test_that_old_backups_hold_it_for_three_months_more(here: Room) -> None:
    assert here.workspace.rights.erased_until() == date(2027, 2, 21)
    assert gone_from_backups(date(2026, 11, 30)) == date(2027, 2, 28)


# restriction


def test_that_a_restricted_file_is_not_changed(here: Room) -> None:
    rich = write_everything(here)
    workspace, who = here.workspace, rich.resident
    draft = workspace.conversations.drafts()[0]
    workspace.rights.restrict(who.id)
    talk = workspace.conversations.get(rich.talk_id)
    acts = (
        lambda: workspace.residents.change(replace(who, calling_name="Anders")),
        lambda: workspace.residents.set_ready(who.id, True),
        lambda: workspace.conversations.begin(workspace.residents.get(who.id)),
        lambda: workspace.conversations.finish(replace(draft, answers={Purpose.RECORD: ConsentAnswer.YES})),
        lambda: workspace.conversations.correct(replace(talk, step=Step("iets anders"))),
        lambda: workspace.goals.add_goal(who.id, "een doel"),
        lambda: workspace.households.leave(who.id),
        lambda: workspace.contacts.add(ShortContact("", None, DAY, resident_id=who.id)),
        lambda: workspace.contacts.add(ShortContact("", None, DAY, resident_id=rich.alias.id)),
        lambda: workspace.bin.put_away(BinKind.CONTACT, workspace.contacts.of(who.id)[0].id),
        lambda: workspace.merging.merge(rich.housemate.id, who.id),
    )
    for act in acts:
        with pytest.raises(SpinnenwebError) as refused:
            act()
        assert refused.value.code == "resident.restricted"
    assert workspace.residents.get(who.id) == replace(who, restricted_on=DAY)
    assert workspace.conversations.get(rich.talk_id) == talk
    assert workspace.conversations.drafts() == (draft,)


def test_that_a_restricted_file_is_used_again_when_that_ends(here: Room) -> None:
    rich = write_everything(here)
    here.workspace.rights.restrict(rich.resident.id)
    here.workspace.rights.unrestrict(rich.resident.id)
    here.workspace.residents.change(replace(rich.resident, calling_name="Anders"))
    assert here.workspace.residents.get(rich.resident.id).calling_name == "Anders"
    kinds = [line.fields for line in here.workspace.audit.lines(rich.resident.id, kinds=[AuditKind.CHANGED])]
    assert kinds.count(("restricted_on",)) == 4


def test_that_an_older_card_in_hand_does_not_end_a_restriction(here: Room) -> None:
    who = here.new_resident(calling_name="Bo")
    here.workspace.rights.restrict(who.id)
    with pytest.raises(SpinnenwebError):
        here.workspace.residents.change(who)
    assert here.workspace.residents.get(who.id).restricted


def test_that_an_answer_can_be_withdrawn_under_restriction(here: Room) -> None:
    who = here.new_resident(calling_name="Bo")
    here.workspace.rights.restrict(who.id)
    here.workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.WITHDRAWN)
    assert here.workspace.residents.consents(who.id)[-1].answer is ConsentAnswer.WITHDRAWN


def test_that_a_restricted_file_counts_in_no_table_and_a_withdrawal_holds_at_once(here: Room) -> None:
    workspace = here.workspace
    village = workspace.residents.villages()[0].id
    people = [here.new_resident(village_id=village, birth_year=1950) for _ in range(3)]
    for who in people:
        here.talk(who)
        workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES)
    until = here.time.clock.today() + timedelta(days=1)
    assert count_along(workspace.releases, until) == 3
    workspace.residents.say(people[0].id, Purpose.COUNT, ConsentAnswer.WITHDRAWN)
    assert count_along(workspace.releases, until) == 2
    workspace.rights.restrict(people[1].id)
    assert count_along(workspace.releases, until) == 1
    workspace.rights.unrestrict(people[1].id)
    assert count_along(workspace.releases, until) == 2


def test_that_the_tables_with_a_resident_are_known_to_the_erasure() -> None:
    whose = {table.name for table in tables.metadata.sorted_tables if "resident_id" in table.c}
    assert whose <= {table.name for table in owned()}
    assert "keeping" in whose


# correction


def test_that_an_answer_is_mended_and_the_log_says_which_fields(here: Room) -> None:
    who = here.new_resident()
    here.workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES)
    said = here.workspace.residents.consents(who.id)[0]
    earlier = DAY - timedelta(days=2)
    here.workspace.residents.correct_consent(
        said.id, answer=said.answer, given_on=earlier, way=ConsentWay.CARD, answered_by=said.answered_by
    )
    assert here.workspace.residents.consents(who.id) == (replace(said, given_on=earlier, way=ConsentWay.CARD),)
    changed = here.workspace.audit.lines(who.id, kinds=[AuditKind.CHANGED])
    assert [(line.about_table, line.fields) for line in changed] == [("consent", ("given_on", "way"))]


@pytest.mark.parametrize(("ahead", "known", "code"), [(1, True, "consent.future"), (0, False, "consent.unknown")])
def test_that_an_answer_of_tomorrow_or_of_nobody_is_not_mended(
    here: Room, ahead: int, known: bool, code: str
) -> None:
    who = here.new_resident()
    here.workspace.residents.say(who.id, Purpose.COUNT, ConsentAnswer.YES)
    said = here.workspace.residents.consents(who.id)[0]
    with pytest.raises(SpinnenwebError) as refused:
        here.workspace.residents.correct_consent(
            said.id if known else "geen",
            answer=ConsentAnswer.NO,
            given_on=DAY + timedelta(days=ahead),
            way=said.way,
            answered_by=said.answered_by,
        )
    assert refused.value.code == code
    assert here.workspace.residents.consents(who.id) == (said,)
