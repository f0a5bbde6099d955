"""`sleutel.json` has a second copy from the first day on; a damaged one is made anew from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.security.envelope import ENVELOPE_NAME, FORMER_NAME
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of, contents
from tests.unit.services.rooms import PASSPHRASE, environment, room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEW = "wimpel lantaarn gordijn perzik anker"
HERE = environment()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    with room(tmp_path) as made:
        made.new_resident(calling_name="Bo")
        made.workspace.set_passphrase(NEW)
    return made.folder


def _turn_a_bit(envelope: Path) -> None:
    data = bytearray(envelope.read_bytes())
    data[len(data) // 2] ^= 1
    envelope.write_bytes(data)


def _empty(envelope: Path) -> None:
    envelope.write_bytes(b"")


def _cut(envelope: Path) -> None:
    envelope.write_bytes(envelope.read_bytes()[:100])


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    with room(tmp_path) as made:
        made.new_resident(calling_name="Bo")
    return made.folder


SPOILS = [_turn_a_bit, _empty, _cut, lambda envelope: envelope.unlink()]


@pytest.mark.parametrize("spoil", SPOILS)
def test_that_a_vault_in_which_nothing_changed_yet_survives_a_damaged_envelope(
    fresh: Path, spoil: Callable[[Path], None]
) -> None:
    whole = (fresh / ENVELOPE_NAME).read_bytes()
    assert (fresh / FORMER_NAME).read_bytes() == whole
    spoil(fresh / ENVELOPE_NAME)
    workspace = open_vault(fresh, PASSPHRASE, HERE)
    assert workspace.repaired
    workspace.close()
    assert (fresh / ENVELOPE_NAME).read_bytes() == whole


def test_that_a_vault_from_before_gets_its_second_copy_when_it_opens(fresh: Path) -> None:
    (fresh / FORMER_NAME).unlink()
    open_vault(fresh, PASSPHRASE, HERE).close()
    assert (fresh / FORMER_NAME).read_bytes() == (fresh / ENVELOPE_NAME).read_bytes()


@pytest.mark.parametrize("spoil", SPOILS)
def test_that_a_damaged_envelope_is_made_anew_and_told(vault: Path, spoil: Callable[[Path], None]) -> None:
    whole = (vault / ENVELOPE_NAME).read_bytes()
    spoil(vault / ENVELOPE_NAME)
    workspace = open_vault(vault, NEW, HERE)
    assert workspace.repaired
    assert [line.resident.calling_name for line in workspace.residents.all()] == ["Bo"]
    workspace.close()
    assert (vault / ENVELOPE_NAME).read_bytes() == (vault / FORMER_NAME).read_bytes() == whole
    again = open_vault(vault, NEW, HERE)
    assert not again.repaired
    again.close()


def test_that_a_wrong_password_repairs_nothing(vault: Path) -> None:
    _turn_a_bit(vault / ENVELOPE_NAME)
    before = contents(vault)
    assert code_of(lambda: open_vault(vault, PASSPHRASE, HERE)) == "fault.passphrase"
    assert {name: data for name, data in contents(vault).items() if name != "pogingen.json"} == before


def test_that_a_newer_program_is_not_taken_for_damage(vault: Path) -> None:
    text = (vault / ENVELOPE_NAME).read_text("utf-8")
    (vault / ENVELOPE_NAME).write_text(text.replace('"spinnenweb/1"', '"spinnenweb/9"'), "utf-8")
    assert code_of(lambda: open_vault(vault, NEW, HERE)) == "fault.newer"


def test_that_a_second_database_is_never_guessed_away(vault: Path) -> None:
    _turn_a_bit(vault / ENVELOPE_NAME)
    (vault / "dossier-2.db").write_bytes(bytes(8192))
    before = contents(vault)
    assert code_of(lambda: open_vault(vault, NEW, HERE)) == "fault.damaged"
    assert contents(vault) == before
