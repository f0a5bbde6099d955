from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.exchange.conversations_csv import HEADER
from spinnenweb.services.audit import AuditReport
from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.services.unlock_attempts import Attempts, failures, remember_failure
from spinnenweb.services.vaults import open_vault, open_with_key
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import PASSPHRASE, Room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.services.workspace import Workspace

ANCHOR, ATTEMPTS = "anker.json", "pogingen.json"
DROP_GUARDS = ("DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_removed")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def of_kind(workspace: Workspace, *kinds: AuditKind) -> list[AuditLine]:
    """The lines of some kinds, from old to new."""
    return [*reversed(workspace.audit.lines(kinds=kinds, limit=None))]


def again(opened: Room) -> Workspace:
    """The same vault, closed and opened."""
    opened.workspace.close()
    return open_vault(opened.folder, PASSPHRASE, opened.environment)


def forge(workspace: Workspace, *statements: str) -> None:
    """Change the log past the program."""
    with workspace.database._writer.begin() as connection:
        for statement in (*DROP_GUARDS, *statements):
            connection.execute(text(statement))


# unlocking and locking


def test_that_a_vault_tells_how_it_was_opened_and_when_it_went_on_lock(opened: Room) -> None:
    opened.workspace.close()
    open_with_key(opened.folder, opened.emergency_key, opened.environment).close()
    last = open_vault(opened.folder, PASSPHRASE, opened.environment)
    told = [(line.kind, line.detail) for line in of_kind(last, AuditKind.UNLOCKED, AuditKind.LOCKED)]
    last.close()
    assert told == [
        (AuditKind.UNLOCKED, "passphrase"),
        (AuditKind.LOCKED, ""),
        (AuditKind.UNLOCKED, "recovery"),
        (AuditKind.LOCKED, ""),
        (AuditKind.UNLOCKED, "passphrase"),
    ]


def test_that_failed_attempts_are_counted_and_written_down_at_the_next_good_one(opened: Room) -> None:
    opened.workspace.close()
    for minute in range(3):
        opened.time.moment = NOON + timedelta(minutes=minute)
        assert code_of(lambda: open_vault(opened.folder, "fout", opened.environment)) == "fault.passphrase"
    assert failures(opened.folder) == Attempts(3, "2026-11-21T12:02:00+00:00")
    good = open_vault(opened.folder, PASSPHRASE, opened.environment)
    (line,) = of_kind(good, AuditKind.UNLOCK_FAILED)
    good.close()
    assert line.detail == "3 2026-11-21T12:02:00+00:00"
    assert not (opened.folder / ATTEMPTS).exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"count": "veel", "last": 1}', b"\xff" * 5000])
def test_that_a_counter_that_cannot_be_read_begins_anew_and_keeps_nobody_out(opened: Room, content: bytes) -> None:
    (opened.folder / ATTEMPTS).write_bytes(content)
    again(opened).close()
    remember_failure(opened.folder, NOON)
    assert failures(opened.folder) == Attempts(1, "2026-11-21T12:00:00+00:00")


def test_that_a_failure_is_passed_over_where_nothing_can_be_written(tmp_path: Path) -> None:
    remember_failure(tmp_path / "weg", NOON)
    assert failures(tmp_path / "weg") is None


# looking


def test_that_looking_at_somebody_is_one_line_with_the_page(opened: Room) -> None:
    bo = opened.new_resident(calling_name="Bo")
    opened.workspace.audit.seen(bo.id, "kaart")
    (line,) = of_kind(opened.workspace, AuditKind.SEEN)
    assert (line.subject, line.detail) == (bo.id, "kaart")
    assert opened.workspace.audit.people([line])[bo.id].calling_name == "Bo"


def test_that_looking_at_nobody_on_file_is_no_line(opened: Room) -> None:
    audit = opened.workspace.audit
    audit.seen("onbekend", "kaart")
    audit.draft_seen("onbekend", "gesprek")
    new = opened.workspace.conversations.begin(opened.workspace.residents.blank(), resident_is_new=True)
    opened.workspace.conversations.save_draft(new)
    audit.draft_seen(new.id, "gesprek")
    assert of_kind(opened.workspace, AuditKind.SEEN) == []


def test_that_opening_an_unfinished_talk_is_looking_at_its_resident(opened: Room) -> None:
    bo = opened.new_resident()
    draft: Draft = opened.workspace.conversations.begin(bo)
    opened.workspace.conversations.save_draft(draft)
    opened.workspace.audit.draft_seen(draft.id, "gesprek")
    assert [line.subject for line in of_kind(opened.workspace, AuditKind.SEEN)] == [bo.id]


# what leaves and enters


def test_that_every_file_about_a_resident_is_a_line_before_it_is_written(opened: Room, tmp_path: Path) -> None:
    bo = opened.new_resident()
    first, second = (opened.talk(bo).conversation for _ in range(2))
    workspace = opened.workspace
    workspace.summaries.write(tmp_path / "uit.pdf", bo, first, SummaryChoice())
    workspace.pictures.write_web_png(tmp_path / "web.png", bo, first)
    workspace.pictures.write_change_png(tmp_path / "verschil.png", bo, first, second)
    code_of(lambda: workspace.summaries.write(tmp_path / "weg" / "uit.pdf", bo, first, SummaryChoice()))
    found = of_kind(workspace, AuditKind.EXPORTED)
    assert [line.detail for line in found] == ["samenvatting", "web", "vergelijking", "samenvatting"]
    assert {line.subject for line in found} == {bo.id}


def test_that_a_summary_of_somebody_who_is_not_kept_names_nobody(opened: Room, tmp_path: Path) -> None:
    workspace = opened.workspace
    stranger = workspace.residents.blank()
    draft = workspace.conversations.begin(stranger, resident_is_new=True)
    workspace.summaries.write(tmp_path / "uit.pdf", stranger, draft.conversation, SummaryChoice(), kept=False)
    assert [line.subject for line in of_kind(workspace, AuditKind.EXPORTED)] == [None]


def test_that_tables_backups_and_imports_are_lines(opened: Room, tmp_path: Path) -> None:
    workspace = opened.workspace
    source = tmp_path / "oud.csv"
    source.write_text(f"{HEADER}\r\nR-9;Ruinen;1950;2024-05-01;direct;7;6;5;4;3;2;;ja;\r\n", "utf-8")
    workspace.imports.import_csv(source)
    workspace.releases.make(ReleaseChoice(opened.time.moment.date()), tmp_path / "cijfers")
    workspace.backups.make(tmp_path)
    told = of_kind(workspace, AuditKind.IMPORTED, AuditKind.EXPORTED, AuditKind.BACKED_UP)
    assert [(line.kind, line.detail) for line in told] == [
        (AuditKind.IMPORTED, "1"),
        (AuditKind.EXPORTED, "cijfers 1"),
        (AuditKind.BACKED_UP, ""),
    ]


# the anchor and the check


def test_that_a_vault_in_use_is_whole_from_its_first_minute(opened: Room) -> None:
    opened.new_resident()
    assert opened.workspace.audit.verify() == AuditReport(
        lines=len(opened.workspace.audit.lines(limit=None)), problems=(), broken=()
    )
    later = again(opened)
    assert later.audit.verify().sound
    later.close()


def test_that_locking_holds_the_end_of_the_log_fast(opened: Room) -> None:
    opened.new_resident()
    opened.workspace.close()
    later = open_vault(opened.folder, PASSPHRASE, opened.environment)
    forge(later, "DELETE FROM audit WHERE seq >= (SELECT max(seq) FROM audit) - 1")
    assert later.audit.verify().problems == ("tail",)
    later.close()


def test_that_a_tail_cut_off_while_closed_stays_known_however_often_it_is_opened(opened: Room) -> None:
    opened.new_resident()
    opened.workspace.close()
    kept = (opened.folder / ANCHOR).read_bytes()
    later = open_vault(opened.folder, PASSPHRASE, opened.environment)
    forge(later, "DELETE FROM audit WHERE seq > 3")
    for _ in range(4):
        later.close()
        later = open_vault(opened.folder, PASSPHRASE, opened.environment)
    assert later.audit.verify().problems == ("tail",)
    assert (opened.folder / ANCHOR).read_bytes() == kept
    later.close()


def test_that_changed_lines_are_named(opened: Room) -> None:
    forge(opened.workspace, "UPDATE audit SET detail = 'anders' WHERE seq = 1")
    report = opened.workspace.audit.verify()
    assert (report.sound, report.problems, report.broken) == (False, ("line",), (1,))


def test_that_a_missing_anchor_is_said(opened: Room) -> None:
    (opened.folder / ANCHOR).unlink()
    assert opened.workspace.audit.verify().problems == ("anchor_missing",)


def test_that_putting_back_a_backup_is_a_line_and_anchors_anew(opened: Room) -> None:
    opened.new_resident()
    (opened.folder / ANCHOR).write_bytes(b"van een nieuwere kluis")
    opened.workspace.audit.anchor()
    assert opened.workspace.audit.verify().problems == ("anchor_bad",)
    opened.workspace.audit.restored("2026-11-20")
    assert opened.workspace.audit.verify().sound
    assert [line.detail for line in of_kind(opened.workspace, AuditKind.RESTORED)] == ["2026-11-20"]
