"""The ways into an open vault can be changed, and what was there before no longer opens anything."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security import envelope as envelopes
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.security.slots import SecretSlot, SlotKind
from spinnenweb.services import keys
from spinnenweb.services.passphrases import Hint
from spinnenweb.services.vaults import open_vault, open_with_key, open_with_organisation
from spinnenweb.storage.engine import keyed
from tests.unit.security.vaults import code_of, contents, names
from tests.unit.services.rooms import PASSPHRASE, Room, environment, room, same_room
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

OTHER = "wimpel lantaarn gordijn perzik anker"
HERE = environment()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        resident = made.new_resident(calling_name="Bo")
        made.talk(resident, note="Praat graag over de zonnebloem.")
        yield made


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what re-keying itself writes."""
    own = {"app_meta", "setting", "op", "audit"}
    connection = keyed(workspace.database.path, workspace.database._key, "mode=ro")
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: list(connection.execute(f'SELECT * FROM "{name}"')) for name in tables if name not in own}  # noqa: S608
    finally:
        connection.close()


def about(workspace: Workspace) -> list[object]:
    connection = keyed(workspace.database.path, workspace.database._key, "mode=ro")
    try:
        pragmas = ("user_version", "application_id")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    finally:
        connection.close()


def opening(folder: Path, passphrase: str) -> list[str]:
    """The envelopes in a folder that open with a passphrase."""
    found = [name for name in (envelopes.ENVELOPE_NAME, envelopes.FORMER_NAME) if (folder / name).exists()]
    return [name for name in found if _opens(folder, name, passphrase)]


def _opens(folder: Path, name: str, passphrase: str) -> bool:
    try:
        envelopes.open_with_passphrase(envelopes.read_envelope(folder, name), passphrase)
    except SpinnenwebError as error:
        if error.code != "fault.passphrase":
            raise
        return False
    return True


def test_that_after_a_change_the_old_passphrase_opens_no_envelope_at_all(opened: Room) -> None:
    opened.workspace.set_passphrase(OTHER)
    assert opening(opened.folder, PASSPHRASE) == []
    assert opening(opened.folder, OTHER) == [envelopes.ENVELOPE_NAME, envelopes.FORMER_NAME]


def test_that_a_former_envelope_left_by_a_kill_goes_at_the_next_opening(opened: Room, tmp_path: Path) -> None:
    shutil.copy(opened.folder / envelopes.ENVELOPE_NAME, tmp_path / "old.json")
    opened.workspace.set_passphrase(OTHER)
    opened.workspace.close()
    shutil.copy(tmp_path / "old.json", opened.folder / envelopes.FORMER_NAME)
    assert opening(opened.folder, PASSPHRASE) == [envelopes.FORMER_NAME]
    open_vault(opened.folder, OTHER, HERE).close()
    assert opening(opened.folder, PASSPHRASE) == []


def test_that_a_new_emergency_key_leaves_no_envelope_for_the_old_one(opened: Room) -> None:
    opened.workspace.new_emergency_key()
    for name in (envelopes.ENVELOPE_NAME, envelopes.FORMER_NAME):
        found = envelopes.read_envelope(opened.folder, name)
        assert code_of(partial(envelopes.open_with_recovery, found, opened.emergency_key)) == ("key.wrong")


def test_that_re_keying_keeps_every_row_and_the_format(opened: Room) -> None:
    opened.workspace.database.checkpoint()
    before, facts = dump(opened.workspace), about(opened.workspace)
    old_data_key = bytes(opened.workspace._opened.data_key)
    opened.workspace.keys.rekey(OTHER)
    opened.workspace.database.checkpoint()
    assert dump(opened.workspace) == before
    assert about(opened.workspace) == facts
    assert opened.workspace.checks.check().sound
    assert [hit.resident_id for hit in opened.workspace.search.find("zonnebloem")]
    assert bytes(opened.workspace._opened.data_key) != old_data_key


def test_that_after_re_keying_nothing_old_opens_anything(opened: Room) -> None:
    old = bytearray(opened.workspace._opened.data_key)
    fresh = opened.workspace.keys.rekey(OTHER)
    opened.workspace.close()
    assert opening(opened.folder, PASSPHRASE) == []
    assert names(opened.folder).count("dossier-1.db") == 0
    new = opened.folder / "dossier-2.db"
    key = subkey(old, Purpose.DATABASE)
    assert code_of(lambda: keyed(new, key, "mode=ro")) == "fault.damaged"
    assert code_of(lambda: open_vault(opened.folder, PASSPHRASE, HERE)) == "fault.passphrase"
    assert code_of(lambda: open_with_key(opened.folder, opened.emergency_key, HERE)) == "key.wrong"
    open_vault(opened.folder, OTHER, HERE).close()
    open_with_key(opened.folder, fresh, HERE).close()


def test_that_work_goes_on_in_the_new_file_at_once(opened: Room) -> None:
    kept = opened.workspace.residents
    opened.workspace.keys.rekey(OTHER)
    opened.new_resident(calling_name="Kim")
    assert sorted(line.resident.calling_name for line in kept.all()) == ["Bo", "Kim"]
    opened.workspace.keys.rekey(OTHER)
    opened.new_resident(calling_name="Sam")
    opened.workspace.close()
    workspace = open_vault(opened.folder, OTHER, HERE)
    assert sorted(line.resident.calling_name for line in workspace.residents.all()) == ["Bo", "Kim", "Sam"]
    assert workspace.database.path.name == "dossier-3.db"
    workspace.close()


def test_that_the_log_of_before_still_verifies(opened: Room) -> None:
    opened.workspace.keys.rekey(OTHER)
    opened.new_resident(calling_name="Kim")
    opened.workspace.close()
    workspace = open_vault(opened.folder, OTHER, HERE)
    with workspace.database.reading() as work:
        assert work.audit.head().seq > 3
        assert work.audit.broken() == ()
    workspace.close()


def test_that_every_change_of_a_way_in_stands_in_the_log(opened: Room) -> None:
    opened.workspace.set_passphrase(OTHER)
    opened.workspace.new_emergency_key()
    opened.workspace.keys.rekey(PASSPHRASE)
    with opened.workspace.database.reading() as work:
        lines = work.audit.lines(kinds=[AuditKind.WORD_CHANGED, AuditKind.KEY_CHANGED])
        assert work.audit.broken() == ()
    assert [(line.kind, line.detail) for line in reversed(lines)] == [
        (AuditKind.WORD_CHANGED, ""),
        (AuditKind.KEY_CHANGED, keys.PAPER),
        (AuditKind.WORD_CHANGED, ""),
        (AuditKind.KEY_CHANGED, keys.EVERYTHING),
    ]


def test_that_a_backup_after_re_keying_holds_the_new_lock(opened: Room, tmp_path: Path) -> None:
    opened.workspace.keys.rekey(OTHER)
    place = tmp_path / "stick"
    place.mkdir()
    made = opened.workspace.backups.make(place)
    shutil.unpack_archive(made, tmp_path / "back.vault", "zip")
    workspace = open_vault(tmp_path / "back.vault", OTHER, HERE)
    assert [line.resident.calling_name for line in workspace.residents.all()] == ["Bo"]
    workspace.close()


def test_that_the_new_emergency_key_is_asked_for_on_paper(opened: Room) -> None:
    opened.time.moment += timedelta(days=30)
    opened.workspace.keys.rekey(OTHER)
    assert opened.workspace.settings.get().key_due == NOON.date() + timedelta(days=37)


def test_that_progress_goes_from_0_to_100_and_never_back(opened: Room) -> None:
    told: list[int] = []
    opened.workspace.keys.rekey(OTHER, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 100)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_that_who_stops_before_the_change_has_changed_nothing(opened: Room, after: int) -> None:
    opened.workspace.database.checkpoint()
    before = {name: data for name, data in contents(opened.folder).items() if "-shm" not in name}
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > after

    assert code_of(lambda: opened.workspace.keys.rekey(OTHER, cancelled=cancelled)) == "rekey.cancelled"
    now = {name: data for name, data in contents(opened.folder).items() if "-shm" not in name}
    assert now == before
    opened.new_resident(calling_name="Kim")
    opened.workspace.close()
    open_vault(opened.folder, PASSPHRASE, HERE).close()


def test_that_a_leftover_of_an_earlier_attempt_is_no_obstacle(opened: Room) -> None:
    for name in ("dossier-2.db", "dossier-2.db-wal", "dossier-2.db-journal"):
        (opened.folder / name).write_bytes(b"left over")
    opened.workspace.keys.rekey(OTHER)
    assert opened.workspace.checks.check().sound


def test_that_who_wants_to_write_meanwhile_waits_and_writes_in_the_new_file(opened: Room) -> None:
    copied, started = threading.Event(), threading.Event()

    def write() -> None:
        copied.wait(10)
        started.set()
        opened.new_resident(calling_name="Kim")

    def progress(percent: int) -> None:
        if percent >= 80:
            copied.set()
            started.wait(10)

    writer = threading.Thread(target=write)
    writer.start()
    opened.workspace.keys.rekey(OTHER, progress)
    writer.join(10)
    opened.workspace.close()
    workspace = open_vault(opened.folder, OTHER, HERE)
    assert sorted(line.resident.calling_name for line in workspace.residents.all()) == ["Bo", "Kim"]
    workspace.close()


def test_that_an_error_after_the_change_does_not_bring_the_old_file_back(
    opened: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = envelopes.write_envelope

    def late(folder: Path, envelope: envelopes.Envelope) -> None:
        write(folder, envelope)
        raise SpinnenwebError("disk.failed")

    monkeypatch.setattr(keys, "write_envelope", late)
    opened.workspace.keys.rekey(OTHER)
    opened.new_resident(calling_name="Kim")
    opened.workspace.close()
    # until the disk is known to hold the new name, the old file stays
    assert {"dossier-1.db", "dossier-2.db"} <= set(names(opened.folder))
    workspace = open_vault(opened.folder, OTHER, HERE)
    assert len(workspace.residents.all()) == 2
    workspace.close()
    assert "dossier-1.db" not in names(opened.folder)


def test_that_an_error_before_the_change_leaves_the_old_key_and_no_copy(
    opened: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path, _envelope: envelopes.Envelope) -> None:
        raise SpinnenwebError("disk.full")

    monkeypatch.setattr(keys, "write_envelope", full)
    assert code_of(lambda: opened.workspace.keys.rekey(OTHER)) == "disk.full"
    assert "dossier-2.db" not in names(opened.folder)
    opened.new_resident(calling_name="Kim")
    opened.workspace.close()
    open_vault(opened.folder, PASSPHRASE, HERE).close()


@pytest.mark.parametrize("weak", ["welkom", "Ruinen verzonnen 1", "bo bo bo bo ruinen"])
def test_that_names_of_the_vault_are_weak_here(opened: Room, weak: str) -> None:
    assert not opened.workspace.keys.strength(weak).enough
    for action in (opened.workspace.keys.rekey, opened.workspace.keys.set_passphrase):
        assert code_of(partial(action, weak)) == "passphrase.weak"


def test_that_the_name_of_a_resident_is_called_personal(opened: Room) -> None:
    opened.new_resident(calling_name="Zonneroosje")
    assert opened.workspace.keys.strength("zonneroosje 83").hint is Hint.PERSONAL


def test_that_a_demo_is_never_asked_for_paper(tmp_path: Path) -> None:
    with room(tmp_path, demo=True) as made:
        made.workspace.keys.rekey(OTHER)
        assert made.workspace.settings.get().key_due is None


def test_that_the_organisation_keeps_its_way_in_and_it_is_told(opened: Room, tmp_path: Path) -> None:
    assert not opened.workspace.keys.organisation_key_state().on
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    found = envelopes.read_envelope(opened.folder)
    opened.workspace.close()
    data_key = envelopes.open_with_passphrase(found, PASSPHRASE)
    envelopes.write_envelope(opened.folder, envelopes.with_organisation(found, data_key, recipient))
    file = tmp_path / "sleutel.txt"
    file.write_text(f"# mijn sleutel\n{identity}\n", "ascii")
    workspace = open_vault(opened.folder, PASSPHRASE, HERE)
    state = workspace.keys.organisation_key_state()
    assert (state.on, state.organisation, state.public_key) == (True, "Welzijn Verzonnen", recipient)
    due = workspace.settings.get().key_due
    workspace.keys.rekey(OTHER)
    assert workspace.settings.get().key_due == due
    workspace.close()
    again = open_with_organisation(opened.folder, file, HERE)
    assert again.opened_with is SlotKind.ORGANISATION
    again.set_passphrase(PASSPHRASE)
    again.close()
    open_vault(opened.folder, PASSPHRASE, HERE).close()
    assert (
        code_of(lambda: open_with_organisation(opened.folder, tmp_path / "weg", HERE)) == "organisation.identity"
    )


def test_that_a_new_passphrase_gets_the_cost_of_this_laptop_and_the_emergency_key_the_floor(
    opened: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear = envelopes.KdfCost(9000, 2, 2)
    monkeypatch.setattr(keys, "passphrase_cost", lambda _environment: dear)
    opened.workspace.keys.rekey(OTHER)
    costs = {
        slot.kind: slot.cost
        for slot in envelopes.read_envelope(opened.folder).slots
        if isinstance(slot, SecretSlot)
    }
    assert costs[SlotKind.PASSPHRASE] == dear
    assert costs[SlotKind.RECOVERY].memory_kib <= envelopes.FLOOR.memory_kib


def test_that_an_organisation_gets_a_key_later_and_loses_it_again(opened: Room, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    file = tmp_path / "organisatie.txt"
    file.write_text(str(identity), "ascii")
    service = opened.workspace.keys
    service.set_organisation(str(identity.to_public()), "Welzijn Later")
    state = service.organisation_key_state()
    assert (state.on, state.organisation, state.public_key) == (True, "Welzijn Later", str(identity.to_public()))
    opened.workspace.close()
    again = open_with_organisation(opened.folder, file, HERE)
    again.settings.save(replace(again.settings.get(), key_due=None))
    again.keys.remove_organisation()
    assert not again.keys.organisation_key_state().on
    # the key on paper may never have been made: it is asked for again
    assert again.settings.get().key_due == NOON.date() + timedelta(days=7)
    said = [line.detail for line in again.audit.lines() if line.kind is AuditKind.KEY_CHANGED]
    assert said == [keys.ORGANISATION_OFF, keys.ORGANISATION_ON]
    again.close()
    assert code_of(lambda: open_with_organisation(opened.folder, file, HERE)) == "organisation.none"
    open_vault(opened.folder, PASSPHRASE, HERE).close()


def test_that_what_is_no_key_of_an_organisation_changes_nothing(opened: Room) -> None:
    before = contents(opened.folder)["sleutel.json"]
    assert code_of(lambda: opened.workspace.keys.set_organisation("age1onzin", "X")) == "organisation.recipient"
    assert contents(opened.folder)["sleutel.json"] == before


def test_that_only_the_passphrase_of_now_is_let_through(opened: Room) -> None:
    opened.workspace.keys.refuse_other(PASSPHRASE.title())
    assert code_of(lambda: opened.workspace.keys.refuse_other(OTHER)) == "fault.passphrase"
