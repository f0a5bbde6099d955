from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.services.vaults import (
    FirstSteps,
    create_vault,
    emergency_key_groups,
    open_vault,
    open_with_key,
    passphrase_too_weak,
    propose_passphrase,
)
from tests.unit.security.vaults import code_of, contents, passable_folder, run_child
from tests.unit.services.rooms import FIRST, PASSPHRASE, Room, environment, room
from tests.unit.storage.files import NOON
from tests.unit.storage.test_faults import flip, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OTHER = "wimpel lantaarn gordijn perzik anker"
HERE = environment()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as made:
        yield made


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A closed vault."""
    with room(tmp_path) as made:
        made.new_resident(calling_name="Bo")
    return made.folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_that_a_new_vault_is_open_and_knows_the_first_steps(opened: Room) -> None:
    (village,) = opened.workspace.residents.villages()
    assert village.name == "Ruinen"
    assert opened.workspace.settings.get() == WorkSettings(
        organisation="Welzijn Verzonnen",
        worker="AB",
        village_id=village.id,
        key_due=NOON.date() + timedelta(days=7),
    )


def test_that_a_vault_is_one_private_folder(vault: Path) -> None:
    assert names(vault) == ["anker.json", "ballast", "dossier-1.db", "sleutel.json", "sleutel.vorige.json", "slot"]
    assert vault.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in vault.iterdir()} == {0o600}


def test_that_a_demo_vault_says_so_and_asks_for_no_key(tmp_path: Path) -> None:
    with room(tmp_path, demo=True) as made:
        settings = made.workspace.settings.get()
    assert (settings.demo, settings.key_due) == (True, None)


def test_that_a_vault_opens_with_its_passphrase_however_it_is_typed(vault: Path) -> None:
    workspace = open_vault(vault, " Molen-Kastanje  FLUIT drempel – wolk ", HERE)
    assert [line.resident.calling_name for line in workspace.residents.all()] == ["Bo"]
    workspace.close()


def test_that_a_vault_opens_with_its_emergency_key(opened: Room) -> None:
    opened.workspace.close()
    typed = opened.emergency_key.lower().replace("-", " ")
    workspace = open_with_key(opened.folder, typed, HERE)
    assert workspace.residents.villages()[0].name == "Ruinen"
    workspace.close()
    assert len(emergency_key_groups(opened.emergency_key)) == 9


def test_that_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "folder").mkdir()
    for name in ("mine", "folder"):
        assert code_of(partial(create_vault, tmp_path / name, PASSPHRASE, FIRST, HERE)) == ("vault.exists")
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.parametrize(
    "weak", ["", "welkom01", "Wachtwoord-Wachtwoord", "kapster zomerreis", "aaaaaaaaaaaaaaaaaa"]
)
def test_that_a_weak_passphrase_makes_no_vault(tmp_path: Path, weak: str) -> None:
    assert code_of(lambda: create_vault(tmp_path / "dorp.vault", weak, FIRST, HERE)) == "passphrase.weak"
    assert names(tmp_path) == []


def test_that_the_proposed_passphrase_is_five_words_and_strong() -> None:
    one, other = propose_passphrase(HERE), propose_passphrase(HERE)
    assert len(one.split()) == 5
    assert one != other
    assert not passphrase_too_weak(one, HERE)


@pytest.mark.parametrize(
    ("first", "code"),
    [
        (FirstSteps("Welzijn", "AB", "  "), "village.name_missing"),
        (FirstSteps("Welzijn", "A\0B", "Ruinen"), "text.nul"),
        (FirstSteps("W" * 201, "AB", "Ruinen"), "text.too_long"),
    ],
)
def test_that_first_steps_that_cannot_be_kept_leave_no_half_vault(
    tmp_path: Path, first: FirstSteps, code: str
) -> None:
    assert code_of(lambda: create_vault(tmp_path / "dorp.vault", PASSPHRASE, first, HERE)) == code
    assert names(tmp_path) == []


KILLED_WHILE_MAKING = """
import os, signal
from pathlib import Path
from spinnenweb.services import vaults
from tests.unit.services.rooms import FIRST, PASSPHRASE, environment
vaults.write_envelope = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
vaults.create_vault(Path({folder!r}), PASSPHRASE, FIRST, environment())
"""


def test_that_a_killed_creation_leaves_no_vault_and_is_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "dorp.vault"
    run_child(KILLED_WHILE_MAKING.format(folder=str(folder)), expect=-9)
    assert names(tmp_path) == ["dorp.vault.part"]
    create_vault(folder, PASSPHRASE, FIRST, HERE).workspace.close()
    assert names(tmp_path) == ["dorp.vault"]


def cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def newer_envelope(folder: Path) -> None:
    text = (folder / "sleutel.json").read_text("utf-8")
    (folder / "sleutel.json").write_text(text.replace("spinnenweb/1", "spinnenweb/2"), "utf-8")


FAULTS: dict[str, Callable[[Path], None]] = {
    "fault.plaintext": lambda folder: plain(folder / "dossier-1.db"),
    "fault.empty": lambda folder: cut_to_nothing(folder / "dossier-1.db"),
    "fault.damaged": lambda folder: flip(folder / "dossier-1.db", 5),
    "fault.newer": newer_envelope,
    "vault.missing": shutil.rmtree,
}


@pytest.mark.parametrize("code", FAULTS)
@pytest.mark.parametrize("with_lock_file", [True, False])
def test_that_a_vault_with_a_fault_is_named_and_left_as_it_is(
    vault: Path, code: str, with_lock_file: bool
) -> None:
    if not with_lock_file:
        (vault / "slot").unlink()
    FAULTS[code](vault)
    before = contents(vault)
    assert code_of(lambda: open_vault(vault, PASSPHRASE, HERE)) == code
    assert contents(vault) == before


@pytest.mark.parametrize("with_lock_file", [True, False])
def test_that_a_wrong_passphrase_changes_nothing_and_keeps_nobody_out(vault: Path, with_lock_file: bool) -> None:
    if not with_lock_file:
        (vault / "slot").unlink()
    before = contents(vault)
    assert code_of(lambda: open_vault(vault, OTHER, HERE)) == "fault.passphrase"
    assert [name for name in contents(vault) if name not in before] == ["pogingen.json"]
    (vault / "pogingen.json").unlink()
    assert contents(vault) == before
    open_vault(vault, PASSPHRASE, HERE).close()


OPEN_AS_NOBODY = """
import os
from pathlib import Path
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_vault
from tests.unit.services.rooms import PASSPHRASE, environment
here = environment()
os.geteuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534))
try:
    open_vault(Path({folder!r}), PASSPHRASE, here)
except SpinnenwebError as error:
    print(error.code)
"""


@pytest.mark.parametrize("mode", [0o755, 0o700])
def test_that_a_vault_one_may_not_change_is_named_and_left_as_it_is(mode: int) -> None:
    with passable_folder() as place:
        with room(place) as made:
            made.workspace.close()
        before = contents(made.folder)
        made.folder.chmod(mode)
        assert run_child(OPEN_AS_NOBODY.format(folder=str(made.folder))) == "fault.rights"
        assert contents(made.folder) == before


def test_that_a_newer_format_of_the_database_names_the_program(vault: Path) -> None:
    workspace = open_vault(vault, PASSPHRASE, HERE)
    with workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 2000")
        connection.exec_driver_sql("UPDATE app_meta SET value = '3.1.0' WHERE name = 'program'")
    workspace.close()
    before = contents(vault)
    with pytest.raises(SpinnenwebError) as caught:
        open_vault(vault, PASSPHRASE, HERE)
    assert (caught.value.code, caught.value.values["version"]) == ("fault.newer", "3.1.0")
    assert contents(vault) == before


def test_that_the_database_of_another_vault_does_not_open(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with room(tmp_path / "other") as other:
        pass
    shutil.copy(other.folder / "dossier-1.db", vault / "dossier-1.db")
    assert code_of(lambda: open_vault(vault, PASSPHRASE, HERE)) == "fault.damaged"


def test_that_a_vault_is_open_once(opened: Room) -> None:
    assert code_of(lambda: open_vault(opened.folder, PASSPHRASE, HERE)) == "lock.already_open"
    assert opened.workspace.residents.villages()


TRY_TO_OPEN = """
from pathlib import Path
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_vault
from tests.unit.services.rooms import PASSPHRASE, environment
try:
    open_vault(Path({folder!r}), PASSPHRASE, environment()).close()
    print("open")
except SpinnenwebError as error:
    print(error.code)
"""


def test_that_another_program_is_kept_out_until_the_vault_is_closed(opened: Room) -> None:
    attempt = TRY_TO_OPEN.format(folder=str(opened.folder))
    assert run_child(attempt) == "lock.already_open"
    opened.workspace.close()
    assert run_child(attempt) == "open"


def test_that_what_the_envelope_does_not_name_goes_when_the_vault_opened_well(vault: Path) -> None:
    for name in ("dossier-2.db", "dossier-2.db-wal", "dossier-1.db.part", "aantekening.txt"):
        (vault / name).write_bytes(b"left over")
    code_of(lambda: open_vault(vault, OTHER, HERE))
    assert "dossier-2.db" in names(vault)
    open_vault(vault, PASSPHRASE, HERE).close()
    assert names(vault) == [
        "aantekening.txt",
        "anker.json",
        "ballast",
        "dossier-1.db",
        "sleutel.json",
        "sleutel.vorige.json",
        "slot",
    ]


def test_that_a_new_passphrase_replaces_the_old_one_only(opened: Room) -> None:
    opened.workspace.set_passphrase(OTHER)
    opened.workspace.close()
    assert code_of(lambda: open_vault(opened.folder, PASSPHRASE, HERE)) == "fault.passphrase"
    open_vault(opened.folder, OTHER, HERE).close()
    open_with_key(opened.folder, opened.emergency_key, HERE).close()


def test_that_a_weak_new_passphrase_is_refused(opened: Room) -> None:
    assert code_of(lambda: opened.workspace.set_passphrase("welkom")) == "passphrase.weak"
    opened.workspace.close()
    open_vault(opened.folder, PASSPHRASE, HERE).close()


def test_that_a_new_emergency_key_replaces_the_old_one_only(opened: Room) -> None:
    fresh = opened.workspace.new_emergency_key()
    opened.workspace.set_passphrase(OTHER)
    opened.workspace.close()
    assert code_of(lambda: open_with_key(opened.folder, opened.emergency_key, HERE)) == "key.wrong"
    open_with_key(opened.folder, fresh, HERE).close()
    open_vault(opened.folder, OTHER, HERE).close()


def test_that_closing_wipes_the_keys_and_may_be_done_twice(opened: Room) -> None:
    data_key = opened.workspace._opened.data_key
    database_key = opened.workspace.database._key
    opened.workspace.close()
    opened.workspace.close()
    assert set(data_key) == set(database_key) == {0}


def test_that_opening_loads_nothing_that_draws_or_prints(vault: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom spinnenweb.services.vaults import open_vault\n"
        "from tests.unit.services.rooms import PASSPHRASE, environment\n"
        f"workspace = open_vault(Path({str(vault)!r}), PASSPHRASE, environment())\n"
        "workspace.residents.all(), workspace.conversations.drafts(), workspace.close()\n"
        "heavy = {'matplotlib', 'reportlab', 'numpy', 'pikepdf', 'PySide6', 'sqlalchemy.orm'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert run_child(code) == "[]"
