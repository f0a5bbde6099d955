"""The envelope on disk is whole at every instant, and the former one is kept."""

from __future__ import annotations

import os
import signal
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.security.envelope import (
    ENVELOPE_NAME,
    FORMER_NAME,
    create,
    envelope_bytes,
    open_with_passphrase,
    read_envelope,
    with_new_passphrase,
    write_envelope,
)
from spinnenweb.security.envelope_format import MAX_BYTES
from spinnenweb.security.recovery_code import new_code
from tests.unit.security.vaults import (
    PASSPHRASE,
    TINY,
    code_of,
    contents,
    make_vault,
    names,
    passable_folder,
    run_as_nobody,
    run_child,
)

if TYPE_CHECKING:
    from pathlib import Path

NEW = "heel andere woorden"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights are lists there, not modes")


def test_that_the_first_envelope_has_no_former_one(tmp_path: Path) -> None:
    envelope, _ = create(PASSPHRASE, new_code(), TINY)
    write_envelope(tmp_path, envelope)
    assert names(tmp_path) == [ENVELOPE_NAME]
    assert read_envelope(tmp_path) == envelope


def test_that_the_former_envelope_is_kept_and_only_that_one(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    second = with_new_passphrase(vault.envelope, vault.data_key, NEW, TINY)
    third = with_new_passphrase(second, vault.data_key, "nog weer andere woorden", TINY)
    write_envelope(vault.folder, second)
    write_envelope(vault.folder, third)
    assert read_envelope(vault.folder) == third
    assert read_envelope(vault.folder, FORMER_NAME) == second
    assert sorted(contents(vault.folder)) == ["dossier-1.db", ENVELOPE_NAME, FORMER_NAME]


@posix_only
def test_that_only_the_owner_may_read_the_envelopes(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    write_envelope(vault.folder, vault.envelope)
    for name in (ENVELOPE_NAME, FORMER_NAME):
        assert stat.S_IMODE((vault.folder / name).stat().st_mode) == 0o600


def test_that_a_damaged_envelope_does_not_push_out_a_whole_former_one(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    write_envelope(vault.folder, vault.envelope)
    (vault.folder / ENVELOPE_NAME).write_bytes(b"{")
    write_envelope(vault.folder, vault.envelope)
    assert read_envelope(vault.folder, FORMER_NAME) == vault.envelope


@posix_only
@pytest.mark.parametrize("replaced", [1, 2])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_that_a_kill_around_either_rename_leaves_one_passphrase_that_opens(
    tmp_path: Path, replaced: int, moment: str
) -> None:
    vault = make_vault(tmp_path)
    changed = with_new_passphrase(vault.envelope, vault.data_key, NEW, TINY)
    (tmp_path / "changed.json").write_bytes(envelope_bytes(changed))
    run_child(
        "import os\n"
        "from pathlib import Path\n"
        "from spinnenweb.security.envelope import parse_envelope, write_envelope\n"
        f"envelope = parse_envelope(Path({str(tmp_path / 'changed.json')!r}).read_bytes())\n"
        "renamed, rename = [], Path.replace\n"
        "def dying(path, target):\n"
        "    renamed.append(path)\n"
        f"    if {moment == 'after'}: rename(path, target)\n"
        f"    if len(renamed) == {replaced}: os.kill(os.getpid(), 9)\n"
        f"    if {moment == 'before'}: rename(path, target)\n"
        "Path.replace = dying\n"
        f"write_envelope(Path({str(vault.folder)!r}), envelope)\n",
        expect=-signal.SIGKILL,
    )
    opens = NEW if (replaced, moment) == (2, "after") else PASSPHRASE
    assert open_with_passphrase(read_envelope(vault.folder), opens) == vault.data_key
    write_envelope(vault.folder, changed)
    assert not list(vault.folder.glob("*.part"))
    assert open_with_passphrase(read_envelope(vault.folder), NEW) == vault.data_key


def test_that_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / ENVELOPE_NAME).open("wb") as handle:
        handle.truncate(MAX_BYTES * 2**14)
    assert code_of(lambda: read_envelope(tmp_path)) == "fault.damaged"


def test_that_what_is_no_file_is_no_envelope(tmp_path: Path) -> None:
    assert code_of(lambda: read_envelope(tmp_path)) == "vault.missing"
    assert code_of(lambda: read_envelope(tmp_path / "weg")) == "vault.missing"
    (tmp_path / ENVELOPE_NAME).mkdir()
    assert code_of(lambda: read_envelope(tmp_path)) == "fault.damaged"


@posix_only
def test_that_a_pipe_in_the_place_of_the_envelope_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / ENVELOPE_NAME)
    assert code_of(lambda: read_envelope(tmp_path)) == "fault.damaged"


def test_that_writing_into_a_missing_folder_makes_none(tmp_path: Path) -> None:
    vault = make_vault(tmp_path)
    assert code_of(lambda: write_envelope(tmp_path / "weg", vault.envelope)) == "vault.missing"
    assert not (tmp_path / "weg").exists()


@posix_only
def test_that_a_folder_without_rights_is_said_and_stays_as_it_was() -> None:
    code = "vault = Path('dorp.vault')\nenvelope.write_envelope(vault, envelope.read_envelope(vault))"
    with passable_folder() as place:
        vault = make_vault(place)
        before = contents(vault.folder)
        assert run_as_nobody(place, "envelope.read_envelope(Path('dorp.vault'))") == "fault.rights"
        for path in (vault.folder, *vault.folder.iterdir()):
            path.chmod(0o755)
        assert run_as_nobody(place, code) == "fault.rights"
        assert contents(vault.folder) == before
        vault.folder.chmod(0o777)
        assert run_as_nobody(place, code + "\nprint('good')") == "good"
