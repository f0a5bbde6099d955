from __future__ import annotations

import shutil
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import RowStatus
from spinnenweb.security.vault_folder import BALLAST_NAME
from spinnenweb.services.series_seal import SEAL_NAME
from tests.unit.services.release_rooms import APRIL, MARCH, MAY, Village, bytes_in, found, village
from tests.unit.services.rooms import NO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OTHER = "wimpel lantaarn gordijn perzik anker"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Village]:
    with village(tmp_path) as opened:
        opened.crowd(30)
        yield opened


@contextmanager
def closed(here: Village) -> Iterator[Path]:
    """The folder of the vault while nobody has it open."""
    here.workspace.close()
    yield here.room.folder
    here.open_again()


def put_back_older(here: Village, then: Callable[[], object]) -> None:
    """Do something, and put the database of before it back."""
    kept = here.out / "oud"
    with closed(here) as folder:
        shutil.copytree(folder, kept, ignore=shutil.ignore_patterns(BALLAST_NAME))
    then()
    with closed(here) as folder:
        for path in folder.glob("dossier-*"):
            path.unlink()
        for path in kept.glob("dossier-*"):
            shutil.copy(path, folder / path.name)


def refused(here: Village, code: str = "release.old_vault") -> None:
    for call in (lambda: here.preview(MAY), lambda: here.make(MAY), here.releases.check_series):
        with pytest.raises(SpinnenwebError) as caught:
            call()
        assert caught.value.code == code


def test_that_an_older_database_makes_no_release(here: Village) -> None:
    here.make(MARCH)
    put_back_older(here, lambda: here.make(APRIL))
    refused(here)
    assert [one.number for one in here.releases.earlier()] == [1]


def test_that_a_database_of_before_the_first_release_makes_none(here: Village) -> None:
    put_back_older(here, lambda: here.make(APRIL))
    refused(here)


def test_that_the_sealed_copy_mends_it_and_the_series_goes_on(here: Village) -> None:
    here.make(MARCH)
    put_back_older(here, lambda: here.make(APRIL))
    repair = here.workspace.series_repair
    assert repair.is_needed()
    assert repair.can_use_copy()
    repair.from_sealed_copy()
    assert not repair.is_needed()
    assert [one.number for one in here.releases.earlier()] == [2, 1]
    assert found(here.preview(MAY), "personen").status is RowStatus.REPEATED
    assert here.make(MAY).number == 3
    assert here.workspace.audit.lines(kinds=[AuditKind.RESTORED])[0].detail == "grootboek"
    here.open_again()
    here.releases.check_series(here.out / "2026-05")


def test_that_a_mended_series_still_counts_everybody_as_the_same_people(here: Village) -> None:
    """Without the numbers in the copy all thirty would be new, and one change could be read off."""
    put_back_older(here, lambda: here.make(MARCH))
    here.workspace.series_repair.from_sealed_copy()
    for number in range(4):
        here.say(f"R-{number:03}", answer=NO)
    assert found(here.preview(APRIL), "personen").status is RowStatus.REPEATED


def test_that_the_same_bytes_can_be_made_after_mending(here: Village) -> None:
    put_back_older(here, lambda: here.make(MARCH))
    here.workspace.series_repair.from_sealed_copy()
    first = bytes_in(here.out / "2026-03")
    assert bytes_in(here.make(MARCH, "nog-eens").folder) == first


def test_that_a_newer_backup_mends_it_when_the_copy_is_gone(here: Village) -> None:
    here.make(MARCH)

    def give_out_and_back_up() -> None:
        here.make(APRIL)
        here.workspace.backups.make_as(here.out / "nieuw.reserve")

    put_back_older(here, give_out_and_back_up)
    (here.room.folder / SEAL_NAME).write_bytes(
        (here.room.folder / SEAL_NAME).read_bytes().partition(b"\n")[0] + b"\n"
    )
    refused(here)
    with pytest.raises(SpinnenwebError, match=r"release\.no_copy"):
        here.workspace.series_repair.from_sealed_copy()
    here.workspace.series_repair.from_backup(here.out / "nieuw.reserve")
    assert here.make(MAY).number == 3


def test_that_a_backup_that_was_put_back_is_noticed_too(here: Village) -> None:
    here.make(MARCH)
    old = here.workspace.backups.make_as(here.out / "oud.reserve")
    here.make(APRIL)
    here.workspace.own_backups.put_back(old)
    here.open_again()
    refused(here)
    here.workspace.series_repair.from_sealed_copy()
    assert here.make(MAY).number == 3


def test_that_an_older_backup_mends_nothing(here: Village) -> None:
    here.make(MARCH)
    old = here.workspace.backups.make_as(here.out / "oud.reserve")
    here.make(APRIL)
    with pytest.raises(SpinnenwebError, match=r"release\.copy_older"):
        here.workspace.series_repair.from_backup(old)
    assert here.make(MAY).number == 3


def test_that_a_lost_part_of_the_ledger_is_noticed_and_mended(here: Village) -> None:
    here.make(MARCH)
    with here.workspace.database.writing() as work:
        work.series._connection.exec_driver_sql("DELETE FROM release_ledger")
    refused(here)
    here.open_again()
    here.workspace.series_repair.from_sealed_copy()
    assert here.make(APRIL).number == 2


def test_that_a_lost_number_of_a_resident_is_noticed(here: Village) -> None:
    here.make(MARCH)
    with here.workspace.database.writing() as work:
        work.series._connection.exec_driver_sql(
            "DELETE FROM count_number WHERE card_id = (SELECT min(card_id) FROM count_number)"
        )
    refused(here)


def test_that_another_lock_keeps_the_copy_of_use(here: Village) -> None:
    here.make(MARCH)
    here.workspace.keys.rekey(OTHER)
    with here.workspace.database.writing() as work:
        work.series._connection.exec_driver_sql("DELETE FROM release_ledger")
    here.workspace.series_repair.from_sealed_copy()
    assert here.make(APRIL).number == 2


def test_that_the_sealed_copy_says_nothing_to_who_has_no_key(here: Village) -> None:
    here.make(MARCH)
    with here.workspace.database.reading() as work:
        secret = work.series.secret() or b""
    written = (here.room.folder / SEAL_NAME).read_bytes()
    assert secret
    assert secret not in written
    assert b"Ruinen" not in written


def test_that_a_removed_copy_is_written_again_at_the_next_opening(here: Village) -> None:
    here.make(MARCH)
    with closed(here) as folder:
        (folder / SEAL_NAME).unlink()
    assert here.workspace.series_repair.can_use_copy()


def test_that_erasing_somebody_takes_the_link_out_of_the_copy_as_well(here: Village) -> None:
    here.make(MARCH)
    gone = here.id_of("R-003")
    here.workspace.rights.erase(gone)
    assert (here.room.folder / SEAL_NAME).read_bytes().endswith(b"\n")
    here.open_again()
    with here.workspace.database.reading() as work:
        copy = work.series.copy()
        assert gone not in work.series.numbers()
    assert gone.encode() not in zlib.decompress(copy)
    assert here.workspace.series_repair.can_use_copy()
    assert here.make(APRIL).number == 2


def test_that_no_secret_or_salt_stands_in_the_operation_log(here: Village) -> None:
    here.make(MARCH)
    with here.workspace.database.reading() as work:
        tables = work.operations._connection.exec_driver_sql("SELECT DISTINCT table_name FROM op").scalars().all()
    assert not {name for name in tables if name.startswith(("release_", "count_"))}
