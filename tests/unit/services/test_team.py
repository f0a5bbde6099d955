"""How laptops get to know each other: with their own keys, compared by voice, and with nobody else's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.team import TeamRole
from spinnenweb.security.sealing import new_signing_seed, signed
from spinnenweb.services.vaults import open_vault
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import PASSPHRASE, room
from tests.unit.services.teams import LAPTOPS, Team, introduce, team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[Team]:
    with team(tmp_path, joined=False) as found:
        yield found


def test_that_both_sides_show_the_same_codes(strangers: Team, tmp_path: Path) -> None:
    laptop, coordinator = strangers.laptops[0].workspace.team, strangers.coordinator.workspace.team
    laptop.write_introduction(tmp_path / "kaart")
    card = coordinator.read_introduction(tmp_path / "kaart")
    assert card.name == LAPTOPS[0]
    assert card.check_code == laptop.state().check_code
    coordinator.welcome(card)
    coordinator.write_team_file(tmp_path / "bestand")
    theirs = laptop.read_team_file(tmp_path / "bestand")
    assert (theirs.team_name, theirs.check_code) == ("Wijkteam Verzonnen", coordinator.state().check_code)
    laptop.join(tmp_path / "bestand")
    assert laptop.state().joined
    assert laptop.state().coordinator_code == coordinator.state().check_code


def test_that_the_team_file_opens_only_on_laptops_that_were_taken_in(strangers: Team, tmp_path: Path) -> None:
    first, coordinator = strangers.laptops[0].workspace.team, strangers.coordinator.workspace.team
    first.write_introduction(tmp_path / "kaart")
    coordinator.welcome(coordinator.read_introduction(tmp_path / "kaart"))
    coordinator.write_team_file(tmp_path / "bestand")
    assert code_of(lambda: strangers.laptops[1].workspace.team.join(tmp_path / "bestand")) == "team.file"


def test_that_a_changed_introduction_is_refused(strangers: Team, tmp_path: Path) -> None:
    strangers.laptops[0].workspace.team.write_introduction(tmp_path / "kaart")
    content = (tmp_path / "kaart").read_bytes()
    coordinator = strangers.coordinator.workspace.team
    for at in range(0, len(content), 7):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        (tmp_path / "kaart").write_bytes(changed)
        assert code_of(lambda: coordinator.read_introduction(tmp_path / "kaart")) == "team.introduction"


@pytest.mark.parametrize("content", [b"", b"x" * 300_000, signed(new_signing_seed(), "kennismaking", b"{}")])
def test_that_any_other_file_is_refused(strangers: Team, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "iets").write_bytes(content)
    coordinator, laptop = strangers.coordinator.workspace.team, strangers.laptops[0].workspace.team
    assert code_of(lambda: coordinator.read_introduction(tmp_path / "iets")) == "team.introduction"
    assert code_of(lambda: laptop.read_team_file(tmp_path / "iets")) == "team.file"
    assert code_of(lambda: laptop.read_team_file(tmp_path / "niets")) == "team.file"


def test_that_two_laptops_with_one_name_are_refused(strangers: Team, tmp_path: Path) -> None:
    introduce(strangers)
    (tmp_path / "nog").mkdir()
    with room(tmp_path / "nog") as other:
        other.workspace.team.become_laptop(LAPTOPS[0].upper())
        other.workspace.team.write_introduction(tmp_path / "kaart")
        coordinator = strangers.coordinator.workspace.team
        card = coordinator.read_introduction(tmp_path / "kaart")
        assert code_of(lambda: coordinator.welcome(card)) == "team.name_taken"


def test_that_a_laptop_that_is_in_already_changes_nothing(strangers: Team, tmp_path: Path) -> None:
    introduce(strangers)
    coordinator = strangers.coordinator.workspace.team
    again = coordinator.welcome(coordinator.read_introduction(tmp_path / "0.kennismaking"))
    assert not again.touched
    assert len(strangers.coordinator.workspace.contributions.roster()) == 3


def test_that_each_part_can_only_be_played_by_who_has_it(strangers: Team, tmp_path: Path) -> None:
    laptop, coordinator = strangers.laptops[0].workspace, strangers.coordinator.workspace
    out = tmp_path / "uit"
    assert code_of(lambda: laptop.team.become_coordinator("x")) == "team.taken"
    assert code_of(lambda: laptop.team.write_team_file(out)) == "team.not_coordinator"
    assert code_of(lambda: laptop.contributions.merge([out])) == "team.not_coordinator"
    assert code_of(lambda: laptop.contributions.contribute(out)) == "team.not_joined"
    assert code_of(lambda: coordinator.team.write_introduction(out)) == "team.not_laptop"
    assert code_of(lambda: coordinator.contributions.contribute(out)) == "team.not_laptop"
    assert code_of(lambda: coordinator.team.write_team_file(out)) == "team.empty"
    laptop.team.leave()
    assert code_of(lambda: laptop.team.become_laptop("  ")) == "team.nameless"
    assert not out.exists()


def test_that_the_part_in_the_team_stays_when_the_vault_is_closed_and_gets_a_new_lock(
    strangers: Team, tmp_path: Path
) -> None:
    introduce(strangers)
    laptop = strangers.laptops[0]
    before = laptop.workspace.team.state()
    laptop.workspace.keys.rekey(PASSPHRASE)
    laptop.workspace.close()
    again = open_vault(laptop.folder, PASSPHRASE, laptop.environment)
    assert again.team.state() == before
    again.contributions.contribute(tmp_path / "uit")
    again.close()
    strangers.merge(tmp_path / "uit")


def test_that_leaving_forgets_the_keys_and_the_contributions(strangers: Team) -> None:
    introduce(strangers)
    strangers.merge(strangers.contribution(0))
    workspace = strangers.coordinator.workspace
    workspace.team.leave()
    assert workspace.team.state().role is TeamRole.ALONE
    with workspace.database.reading() as work:
        assert not work.team.laptops()
        assert not work.team.contributions()
        assert work.team.own() is None


def test_that_no_secret_enters_a_log_and_every_step_does(strangers: Team) -> None:
    introduce(strangers)
    workspace = strangers.laptops[0].workspace
    with workspace.database.reading() as work:
        own = work.team.own()
        operations = work.team._connection.exec_driver_sql("SELECT group_concat(value) FROM op").scalar()
        lines = work.audit.lines(limit=None)
    assert own is not None
    said = [(line.kind, line.detail) for line in reversed(lines)]
    assert [each for each in said if each[0] in (AuditKind.KEY_CHANGED, AuditKind.SHARED)][-3:] == [
        (AuditKind.KEY_CHANGED, "team_laptop"),
        (AuditKind.SHARED, "kennismaking"),
        (AuditKind.KEY_CHANGED, "team_lid"),
    ]
    assert operations
    assert own.identity not in f"{operations}{lines}"
    assert own.name not in f"{operations}{lines}"
    assert workspace.audit.verify().sound
