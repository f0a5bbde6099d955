from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.security.envelope import read_envelope
from spinnenweb.security.keys import Purpose, subkey
from spinnenweb.services.restoring import by_emergency_key, by_passphrase
from spinnenweb.services.salvage import SalvageReport, free_folder, salvage
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of
from tests.unit.services.opened_pages import pages_with
from tests.unit.services.rich_person import PLANTED, write_everything
from tests.unit.services.rooms import PASSPHRASE, environment, room
from tests.unit.services.test_own_instruments import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.security.envelope import Envelope

OPENING = by_passphrase(PASSPHRASE)
PEOPLE = 60
PAGE = 4096


@dataclass(frozen=True)
class Closed:
    """A vault that was closed, and the key of its paper."""

    folder: Path
    emergency_key: str


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Closed:
    with room(tmp_path_factory.mktemp("bewoond")) as made:
        for number in range(PEOPLE):
            resident = made.new_resident(calling_name=f"Naam {number}")
            made.talk(resident, note=f"zonnebloem {number} " * 40)
    return Closed(made.folder, made.emergency_key)


@pytest.fixture
def closed(lived_in: Closed, tmp_path: Path) -> Closed:
    """One to hurt, for each test."""
    return Closed(shutil.copytree(lived_in.folder, tmp_path / lived_in.folder.name), lived_in.emergency_key)


def saved(closed: Closed, unwrap: Callable[[Envelope], bytearray] = OPENING) -> SalvageReport:
    return salvage(closed.folder, unwrap, free_folder(closed.folder), environment())


def harm(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * PAGE + 50 : page * PAGE + 60] = bytes(10)
    path.write_bytes(data)


def facts(folder: Path) -> tuple[int, int, int, tuple[str, ...]]:
    workspace = open_vault(folder, PASSPHRASE, environment())
    try:
        lines = workspace.residents.all()
        found = workspace.search.find("zonnebloem 7")
        report = workspace.checks.check()
        return len(lines), sum(line.conversations for line in lines), len(found), report.problems
    finally:
        workspace.close()


def test_that_of_a_whole_vault_everything_is_saved(closed: Closed) -> None:
    report = saved(closed)
    assert report.folder.name == "dorp-gered.vault"
    assert report.lost == report.stand_ins == 0
    people, talks, found, problems = facts(report.folder)
    assert (people, talks) == (PEOPLE, PEOPLE)
    assert found
    assert problems == ()


def test_that_everything_that_was_searched_is_found_again_and_own_instruments_are_there(tmp_path: Path) -> None:
    with room(tmp_path) as made:
        write_everything(made)
        made.workspace.instruments.load(EXAMPLE)
        before = [len(made.workspace.search.find(one)) for one in PLANTED]
        own = made.workspace.instruments.all()
    assert own
    workspace = open_vault(saved(Closed(made.folder, made.emergency_key)).folder, PASSPHRASE, environment())
    try:
        assert [len(workspace.search.find(one)) for one in PLANTED] == before
        assert workspace.instruments.all() == own
        assert workspace.checks.check().problems == ()
    finally:
        workspace.close()


def test_that_the_damaged_vault_is_not_touched(closed: Closed) -> None:
    harm(closed.folder / "dossier-1.db", 9)
    before = {path.name: path.read_bytes() for path in closed.folder.iterdir()}
    saved(closed)
    assert {path.name: path.read_bytes() for path in closed.folder.iterdir()} == before


@pytest.mark.parametrize("seed", range(8))
def test_that_a_damaged_page_costs_what_was_on_it_and_no_more(closed: Closed, seed: int) -> None:
    path = closed.folder / "dossier-1.db"
    key = subkey(OPENING(read_envelope(closed.folder)), Purpose.DATABASE)
    # without the list of the tables nothing can be read at all
    listed = pages_with(path, bytes(key), b"CREATE ")
    assert len(listed) < 16
    pages = [page for page in range(2, path.stat().st_size // PAGE) if page not in listed]
    harm(path, random.Random(seed).choice(pages))
    assert code_of(lambda: open_vault(closed.folder, PASSPHRASE, environment())) == "fault.damaged"
    report = saved(closed)
    people, talks, _, problems = facts(report.folder)
    by_name = {table.table: table for table in report.tables}
    assert people >= PEOPLE - 30
    assert talks >= PEOPLE - 8
    assert by_name["conversation"].kept + by_name["conversation"].lost >= PEOPLE
    assert all(problem.startswith("log_") for problem in problems)


def test_that_people_whose_card_is_lost_get_one_with_a_code(closed: Closed) -> None:
    path = closed.folder / "dossier-1.db"
    whole = path.read_bytes()
    stood_in = 0
    for page in range(2, len(whole) // PAGE):
        path.write_bytes(whole)
        harm(path, page)
        try:
            report = saved(closed)
        except SpinnenwebError:
            continue
        stood_in = max(stood_in, report.stand_ins)
        if report.stand_ins:
            workspace = open_vault(report.folder, PASSPHRASE, environment())
            codes = [line.resident.code for line in workspace.residents.all()]
            assert workspace.audit.lines(kinds=[AuditKind.RESTORED], limit=1)[0].detail == "gered"
            workspace.close()
            assert f"GERED-{report.stand_ins}" in codes
            break
    assert stood_in


def test_that_the_emergency_key_saves_too(closed: Closed) -> None:
    assert saved(closed, by_emergency_key(closed.emergency_key)).lost == 0


@pytest.mark.parametrize("size", [0, 16, 4096])
def test_that_nothing_is_made_of_a_file_of_which_nothing_is_left(closed: Closed, size: int) -> None:
    path = closed.folder / "dossier-1.db"
    path.write_bytes(path.read_bytes()[:size])
    assert code_of(lambda: saved(closed)) == "salvage.nothing"
    assert [one.name for one in closed.folder.parent.iterdir()] == ["dorp.vault"]


def test_that_of_a_file_that_was_cut_off_the_rest_is_saved(closed: Closed) -> None:
    path = closed.folder / "dossier-1.db"
    path.write_bytes(path.read_bytes()[: -10 * PAGE - 100])
    report = saved(closed)
    assert report.lost
    assert facts(report.folder)[0] >= PEOPLE / 2


def test_that_a_wrong_passphrase_or_a_lost_envelope_is_said(closed: Closed) -> None:
    assert code_of(lambda: saved(closed, by_passphrase("niet deze"))) == "fault.passphrase"
    (closed.folder / "sleutel.json").write_bytes(b"{")
    (closed.folder / "sleutel.vorige.json").unlink(missing_ok=True)
    assert code_of(lambda: saved(closed)) == "salvage.nothing"
