"""A start file fills in everything but the password."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.domain.house_rules import FileKind, IdleTimes, UrgentNumber
from spinnenweb.services.start_files import create_from_start, read_start_file
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault, open_with_organisation
from tests.unit.security.vaults import code_of, names
from tests.unit.services.rooms import PASSPHRASE, environment
from tests.unit.storage.files import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.services.environment import Environment

HERE = environment()
IDENTITY = pyrage.x25519.Identity.generate()
TEXT = f"""\
startbestand = 1
[organisatie]
naam = "Welzijn Verzonnen"
sleutel = "{IDENTITY.to_public()}"
[[kern]]
naam = "Beekdal"
cbs = ["BU16990101"]
[[kern]]
naam = "Hogeveld"
[bewaren]
gesprekken = 36
[reservekopie]
plek = 'N:\\Reserve'
[vergrendelen]
bureau = 10
[talen]
aan = ["pl"]
[[nummer]]
naam = "Wijkteam"
telefoon = "000 000"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "verzonnen.start.toml"
    file.write_text(TEXT, "utf-8")
    return file


def test_that_everything_but_the_password_is_filled_in(tmp_path: Path, file: Path) -> None:
    start = read_start_file(file)
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", start, HERE, village="hogeveld")
    made.workspace.close()
    workspace = open_vault(tmp_path / "v", PASSPHRASE, HERE)
    villages = {village.name: village for village in workspace.residents.villages()}
    settings = workspace.settings.get()
    assert {name: village.cbs_codes for name, village in villages.items()} == {
        "Beekdal": ("BU16990101",),
        "Hogeveld": (),
    }
    assert settings.village_id == villages["Hogeveld"].id
    assert (settings.organisation, settings.worker) == ("Welzijn Verzonnen", "AB")
    assert settings.backup_place == "N:\\Reserve"
    assert settings.languages == ("pl",)
    assert settings.idle == IdleTimes(desk=10)
    assert settings.retention.months[FileKind.CONVERSATIONS] == 36
    assert settings.urgent_numbers == (UrgentNumber("Wijkteam", "000 000"),)
    workspace.close()


def test_that_the_organisation_can_open_it_and_paper_is_then_a_choice(tmp_path: Path, file: Path) -> None:
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", read_start_file(file), HERE)
    assert made.workspace.settings.get().key_due is None
    assert made.workspace.keys.organisation_key_state().on
    made.workspace.close()
    identity = tmp_path / "organisatie.txt"
    identity.write_text(f"{IDENTITY}\n", "ascii")
    open_with_organisation(tmp_path / "v", identity, HERE).close()


def test_that_without_a_key_in_it_only_the_worker_can(tmp_path: Path, file: Path) -> None:
    file.write_text(TEXT.replace("sleutel", "# sleutel"), "utf-8")
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", read_start_file(file), HERE)
    assert not made.workspace.keys.organisation_key_state().on
    assert made.workspace.settings.get().key_due == NOON.date() + timedelta(days=7)
    made.workspace.close()


def test_that_a_village_of_ones_own_comes_beside_those_of_the_organisation(tmp_path: Path, file: Path) -> None:
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", read_start_file(file), HERE, village="Dorp")
    villages = {village.id: village.name for village in made.workspace.residents.villages()}
    assert sorted(villages.values()) == ["Beekdal", "Dorp", "Hogeveld"]
    chosen = made.workspace.settings.get().village_id
    assert chosen is not None
    assert villages[chosen] == "Dorp"
    made.workspace.close()


def test_that_with_several_villages_and_no_choice_none_is_taken(tmp_path: Path, file: Path) -> None:
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", read_start_file(file), HERE)
    assert made.workspace.settings.get().village_id is None
    made.workspace.close()


def test_that_what_was_typed_goes_before_the_file(tmp_path: Path, file: Path) -> None:
    first = FirstSteps("Ander Welzijn", "AB", None, "/stick", read_start_file(file))
    made = create_vault(tmp_path / "v", PASSPHRASE, first, HERE)
    settings = made.workspace.settings.get()
    assert (settings.organisation, settings.backup_place) == ("Ander Welzijn", "/stick")
    made.workspace.close()


def test_that_names_of_the_file_make_a_weak_password(tmp_path: Path, file: Path) -> None:
    start = read_start_file(file)
    weak = "Hogeveld Beekdal 2026"
    assert code_of(lambda: create_from_start(tmp_path / "v", weak, "AB", start, HERE)) == "passphrase.weak"


def test_that_a_key_that_is_none_makes_no_vault(tmp_path: Path, file: Path) -> None:
    file.write_text(TEXT.replace(str(IDENTITY.to_public()), "age1" + "q" * 58), "utf-8")
    assert code_of(lambda: read_start_file(file)) == "organisation.recipient"
    assert names(tmp_path) == [file.name]


def test_that_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for place in (tmp_path / "weg.start.toml", tmp_path):
        assert code_of(partial(read_start_file, place)) == "start.unreadable"


def test_that_the_settings_of_before_have_the_rules_by_default(tmp_path: Path) -> None:
    here: Environment = HERE
    made = create_vault(tmp_path / "v", PASSPHRASE, FirstSteps("", "", None), here)
    settings = made.workspace.settings.get()
    assert (settings.idle, settings.urgent_numbers) == (IdleTimes(), ())
    assert set(settings.retention.months.values()) == {24}
    made.workspace.close()


def test_that_it_is_kept_whose_rules_and_whose_key_these_are(tmp_path: Path, file: Path) -> None:
    made = create_from_start(tmp_path / "v", PASSPHRASE, "AB", read_start_file(file), HERE)
    settings = made.workspace.settings.get()
    state = made.workspace.keys.organisation_key_state()
    made.workspace.close()
    assert (settings.rules_by, settings.key_of) == ("Welzijn Verzonnen", "Welzijn Verzonnen")
    assert (state.on, state.organisation) == (True, "Welzijn Verzonnen")
