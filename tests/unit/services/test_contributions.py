"""Contributions between real vaults: three laptops and a coordinator without residents; and what can go wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyrage
import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.exchange.contribution_files import Sending, contribution_bytes, parse_contribution
from spinnenweb.security.sealing import (
    new_identity,
    new_signing_seed,
    opened,
    recipient_of,
    sealed,
    signed,
    unsealed,
)
from spinnenweb.services.team_people import people_for_release
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import NO, YES, Room
from tests.unit.services.teams import LAPTOPS, Team, copied, met, says, team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.team_people import ReleasePeople

DAY = date(2026, 11, 10)
UNTIL = date(2026, 11, 30)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team whose laptops know each other, closed."""
    folder = tmp_path_factory.mktemp("team")
    with team(folder):
        pass
    return folder


@pytest.fixture
def together(tmp_path: Path, template: Path) -> Iterator[Team]:
    with copied(template, tmp_path) as found:
        yield found


def people(room: Room, until: date = UNTIL, previous_of: tuple[str, ...] = ()) -> ReleasePeople:
    with room.workspace.database.reading() as work:
        names = {village.id: village.name for village in work.villages.all()}
        return people_for_release(work, room.workspace.catalogue, until, names, previous_of)


def crowd(room: Room, count: int, name: str, day: date = DAY) -> None:
    for number in range(count):
        met(room, f"{name} {number}", day, COUNT=YES)


def inside(found: Team, file: Path) -> Sending:
    """What stands in a contribution, as the coordinator opens it."""
    with found.coordinator.workspace.database.reading() as work:
        own = work.team.own()
    assert own is not None
    return parse_contribution(opened(unsealed(own.identity, file.read_bytes()) or b"", "bijdrage").body)


def forged(found: Team, at: int, sending: Sending, *, seed: bytes | None = None, to: str = "") -> Path:
    """A contribution that says what a test wants, signed as a laptop would."""
    with found.laptops[at].workspace.database.reading() as work:
        own = work.team.own()
    assert own is not None
    target = found.folder / "vervalst.bijdrage"
    letter = signed(seed or own.sign_seed, "bijdrage", contribution_bytes(sending))
    target.write_bytes(sealed([to or own.recipient], letter))
    return target


def test_that_a_coordinator_without_residents_counts_those_of_three_laptops(together: Team) -> None:
    for at, name in enumerate("abc"):
        crowd(together.laptops[at], 4 + at, name)
    together.merge(*(together.contribution(at) for at in range(3)))
    found = people(together.coordinator)
    assert {name: len(roll) for name, roll in found.rolls.items()} == {"Ruinen": 15}
    assert not found.missing
    assert [village.name for village in together.coordinator.workspace.residents.villages()] == ["Ruinen"]


def test_that_a_resident_two_workers_know_counts_once(together: Team) -> None:
    met(together.laptops[0], "Jannie", DAY, COUNT=YES)
    met(together.laptops[1], "jannie ", DAY + timedelta(days=1), COUNT=YES)
    met(together.laptops[2], "Jannie", DAY, born=1951, COUNT=YES)
    together.merge(*(together.contribution(at) for at in range(3)))
    assert len(people(together.coordinator).rolls["Ruinen"]) == 2


def test_that_who_takes_the_yes_back_on_one_laptop_counts_nowhere(together: Team) -> None:
    here, there = (met(together.laptops[at], "Jannie", DAY, COUNT=YES) for at in range(2))
    met(together.laptops[1], "Piet", DAY, COUNT=YES)
    says(together.laptops[0], here, NO)
    together.merge(together.contribution(0), together.contribution(1))
    assert len(people(together.coordinator).rolls["Ruinen"]) == 1
    assert there.calling_name == here.calling_name


def test_that_an_erased_resident_is_in_the_next_contribution_no_more(together: Team) -> None:
    gone = met(together.laptops[0], "Jannie", DAY, COUNT=YES)
    together.merge(together.contribution(0))
    assert len(people(together.coordinator).rolls["Ruinen"]) == 1
    together.laptops[0].workspace.rights.erase(gone.id)
    together.merge(together.contribution(0, name="later"))
    assert not people(together.coordinator).rolls


def test_that_a_contribution_holds_no_name_and_no_word_somebody_said(together: Team) -> None:
    resident = met(together.laptops[0], "Hendrikje-Aaltje", DAY, COUNT=YES)
    together.laptops[0].talk(resident, DAY, noticed="met de buurvrouw", note="zeer persoonlijk verhaal")
    file = together.contribution(0)
    body = contribution_bytes(inside(together, file)).decode()
    for word in ("hendrikje", "aaltje", "buurvrouw", "persoonlijk", resident.id, resident.code.casefold()):
        assert word not in body.casefold()
    assert re.search(r"naam|name|code|notitie", body) is None
    assert b"Ruinen" not in file.read_bytes()


def test_that_only_the_coordinator_opens_a_contribution(together: Team) -> None:
    crowd(together.laptops[0], 2, "a")
    file = together.contribution(0).read_bytes()
    for room in together.laptops:
        with room.workspace.database.reading() as work:
            own = work.team.own()
        assert own is not None
        assert unsealed(own.identity, file) is None


def test_that_the_program_age_opens_what_was_sealed(together: Team) -> None:
    with together.coordinator.workspace.database.reading() as work:
        own = work.team.own()
    assert own is not None
    identity = pyrage.x25519.Identity.from_str(own.identity)
    assert pyrage.decrypt(together.contribution(0).read_bytes(), [identity]).startswith(b"spinnenweb bijdrage\n")


def test_that_the_size_of_a_file_tells_little_about_how_many_people_are_in_it(together: Team) -> None:
    crowd(together.laptops[0], 1, "a")
    crowd(together.laptops[1], 6, "b")
    sizes = [together.contribution(at).stat().st_size for at in range(2)]
    # age itself adds a line of random length
    assert abs(sizes[0] - sizes[1]) < 1024 < min(sizes)


def test_that_every_changed_byte_is_noticed(together: Team) -> None:
    crowd(together.laptops[0], 1, "a")
    file = together.contribution(0)
    content = file.read_bytes()
    for at in (0, 30, 60, 120, len(content) // 2, len(content) - 1):
        file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert code_of(lambda: together.merge(file)) == "contribution.sealed"
    file.write_bytes(content[:-1])
    assert code_of(lambda: together.merge(file)) == "contribution.sealed"


def test_that_changed_content_sealed_anew_is_noticed(together: Team) -> None:
    crowd(together.laptops[0], 1, "a")
    file = together.contribution(0)
    with together.coordinator.workspace.database.reading() as work:
        own = work.team.own()
    assert own is not None
    letter = unsealed(own.identity, file.read_bytes()) or b""
    file.write_bytes(sealed([own.recipient], letter.replace(b'"jaar":1950', b'"jaar":1951')))
    assert code_of(lambda: together.merge(file)) == "contribution.altered"


def test_that_a_strangers_signature_is_refused(together: Team) -> None:
    sending = inside(together, together.contribution(0))
    file = forged(together, 0, sending, seed=new_signing_seed())
    assert code_of(lambda: together.merge(file)) == "contribution.stranger"


def test_that_a_laptop_cannot_speak_for_another(together: Team) -> None:
    sending = inside(together, together.contribution(1))
    file = forged(together, 0, replace(sending, order=sending.order + 1))
    assert code_of(lambda: together.merge(file)) == "contribution.contents"


def test_that_a_contribution_to_somebody_else_is_refused(together: Team) -> None:
    sending, other = inside(together, together.contribution(0)), recipient_of(new_identity())
    assert code_of(lambda: together.merge(forged(together, 0, sending, to=other))) == "contribution.sealed"
    sent_on = forged(together, 0, replace(sending, recipient=other))
    assert code_of(lambda: together.merge(sent_on)) == "contribution.other_team"


def test_that_a_contribution_for_another_team_is_refused(together: Team) -> None:
    sending = inside(together, together.contribution(0))
    file = forged(together, 0, replace(sending, team="f" * 64))
    assert code_of(lambda: together.merge(file)) == "contribution.other_team"


def test_that_an_older_contribution_put_in_again_is_refused(together: Team) -> None:
    first, second = together.contribution(0, name="eerst"), together.contribution(0, name="dan")
    together.merge(second)
    assert code_of(lambda: together.merge(first)) == "contribution.older"
    (again,), _changes = together.coordinator.workspace.contributions.merge([second])
    assert again.again


def test_that_a_laptop_put_back_from_a_backup_still_sends_newer_ones(together: Team) -> None:
    room = together.laptops[0]
    together.merge(together.contribution(0))
    room.time.moment += timedelta(days=30)
    with room.workspace.database.writing() as work:
        own = work.team.own()
        assert own is not None
        work.team.put_own(replace(own, last_order=0))
    together.merge(together.contribution(0, name="later"))


def test_that_a_clock_that_runs_back_does_not_stop_a_laptop(together: Team) -> None:
    together.merge(together.contribution(0))
    together.laptops[0].time.moment -= timedelta(days=400)
    together.merge(together.contribution(0, name="later"))


def test_that_one_wrong_file_leaves_all_of_them_out(together: Team) -> None:
    crowd(together.laptops[0], 2, "a")
    good, bad = together.contribution(0), together.folder / "kapot.bijdrage"
    bad.write_bytes(b"kapot")
    assert code_of(lambda: together.merge(good, bad)) == "contribution.sealed"
    assert all(line.until is None for line in together.coordinator.workspace.contributions.roster())
    assert not together.coordinator.workspace.residents.villages()


def test_that_the_roster_names_whose_contribution_is_missing(together: Team) -> None:
    together.merge(together.contribution(0, date(2026, 9, 30)), together.contribution(1, date(2026, 11, 1)))
    lines = together.coordinator.workspace.contributions.roster(UNTIL)
    assert [(line.name, line.until, line.missing) for line in lines] == [
        (LAPTOPS[0], date(2026, 9, 30), True),
        (LAPTOPS[1], date(2026, 11, 1), False),
        (LAPTOPS[2], None, True),
    ]
    assert people(together.coordinator).missing == (LAPTOPS[0], LAPTOPS[2])
    assert people(together.coordinator, previous_of=LAPTOPS).missing == (LAPTOPS[2],)


def test_that_a_release_with_a_contribution_missing_is_not_made_unless_the_previous_one_is_chosen(
    together: Team,
) -> None:
    for at, name in enumerate("abc"):
        crowd(together.laptops[at], 5, name, date(2026, 10, 20))
    late = together.contribution(2, date(2026, 10, 31))
    together.merge(together.contribution(0), together.contribution(1), late)
    releases = together.coordinator.workspace.releases
    out = together.folder / "cijfers"
    with pytest.raises(SpinnenwebError) as refused:
        releases.make(ReleaseChoice(UNTIL), out)
    assert (refused.value.code, refused.value.values["worker"]) == ("release.missing_contribution", LAPTOPS[2])
    assert not out.exists()
    assert releases.preview(ReleaseChoice(UNTIL)).missing == (LAPTOPS[2],)
    made = releases.make(ReleaseChoice(UNTIL, previous_of=(LAPTOPS[2],)), out)
    assert made.number == 1
    assert b"Ruinen;totaal;15;" in (out / "personen.csv").read_bytes()


def test_that_a_laptop_taken_out_counts_along_no_more(together: Team) -> None:
    crowd(together.laptops[0], 3, "a")
    together.merge(together.contribution(0))
    workspace = together.coordinator.workspace
    workspace.team.remove(workspace.contributions.roster()[0].laptop)
    assert [line.name for line in workspace.contributions.roster()] == [*LAPTOPS[1:]]
    assert not people(together.coordinator).rolls
    assert code_of(lambda: together.merge(together.contribution(0, name="weer"))) == "contribution.stranger"


def test_that_the_vault_of_one_laptop_makes_no_release(together: Team) -> None:
    crowd(together.laptops[0], 12, "a")
    release = together.laptops[0].workspace.releases
    assert code_of(lambda: release.make(ReleaseChoice(UNTIL), together.folder / "uit")) == "release.unmerged"


def test_that_a_merged_card_on_a_laptop_is_one_resident_for_the_coordinator(together: Team) -> None:
    room = together.laptops[0]
    one, other = (met(room, name, DAY, COUNT=YES) for name in ("Jannie", "Jannie van Dijk"))
    together.merge(together.contribution(0))
    assert len(people(together.coordinator).rolls["Ruinen"]) == 2
    room.workspace.merging.merge(one.id, other.id)
    together.merge(together.contribution(0, name="later"))
    found = people(together.coordinator)
    assert len(found.rolls["Ruinen"]) == 1
    assert found.merged is not None
    assert len(found.merged.same) == 1


def test_that_the_same_village_is_one_however_it_is_written(together: Team) -> None:
    workspace = together.laptops[1].workspace
    village = workspace.residents.villages()[0]
    met(together.laptops[0], "Jannie", DAY, COUNT=YES)
    met(together.laptops[1], "Piet", DAY, COUNT=YES)
    workspace.residents.rename_village(replace(village, name="RUINEN"))
    together.merge(together.contribution(0), together.contribution(1))
    assert [len(roll) for roll in people(together.coordinator).rolls.values()] == [2]


def test_that_the_coordinators_own_residents_count_along(together: Team) -> None:
    workspace = together.coordinator.workspace
    workspace.residents.add_village("Ruinen")
    met(together.coordinator, "Eigen", DAY, COUNT=YES)
    met(together.coordinator, "Jannie", DAY, COUNT=YES)
    met(together.laptops[0], "Jannie", DAY, COUNT=YES)
    together.merge(together.contribution(0))
    workspace.releases.preview(ReleaseChoice(UNTIL))
    assert len(people(together.coordinator).rolls["Ruinen"]) == 2


def test_that_a_second_look_has_nothing_left_to_settle(together: Team) -> None:
    for at in range(2):
        met(together.laptops[at], "Jannie", DAY, COUNT=YES)
    together.merge(together.contribution(0), together.contribution(1))
    assert not people(together.coordinator).settled
    together.coordinator.workspace.releases.preview(ReleaseChoice(UNTIL))
    assert people(together.coordinator).settled


def test_that_who_is_one_resident_goes_along_with_the_series(together: Team) -> None:
    for at in range(2):
        met(together.laptops[at], "Jannie", DAY, COUNT=YES)
    together.merge(together.contribution(0), together.contribution(1))
    workspace = together.coordinator.workspace
    workspace.releases.preview(ReleaseChoice(UNTIL))
    with workspace.database.writing() as work:
        links, copy = work.team.links(), work.series.copy()
        work.team.put_links({})
        work.series.take(copy)
        assert work.team.links() == links
    assert len(links) == 2


def test_that_a_contribution_goes_in_a_folder_and_replaces_nothing_else(together: Team) -> None:
    contributions = together.laptops[0].workspace.contributions
    made = contributions.contribute(together.folder, DAY)
    assert made.file.name.startswith("2026-11-10_")
    assert contributions.contribute(together.folder, DAY).file == made.file
    other = together.folder / "brief.txt"
    other.write_text("van een ander")
    assert code_of(lambda: contributions.contribute(other)) == "target.exists"
    assert code_of(lambda: contributions.contribute(together.laptops[0].folder / "uit")) == "target.in_vault"
    assert code_of(lambda: contributions.contribute(together.folder / "weg" / "uit")) == "target.missing"


def test_that_no_contribution_tells_of_days_to_come(together: Team) -> None:
    made = together.laptops[0].workspace.contributions.contribute(together.folder / "uit", date(2030, 1, 1))
    assert made.until == together.laptops[0].workspace.clock.today()


def test_that_a_contribution_that_could_not_be_written_stands_in_no_log(together: Team) -> None:
    room = together.laptops[0]
    code_of(lambda: room.workspace.contributions.contribute(together.folder / "weg" / "uit"))
    lines = room.workspace.audit.lines(kinds=[AuditKind.SHARED], limit=None)
    assert "bijdrage" not in [line.detail for line in lines]


def test_that_sending_and_taking_in_stand_in_the_log(together: Team) -> None:
    together.merge(together.contribution(0))
    sent = together.laptops[0].workspace.audit.lines(kinds=[AuditKind.SHARED], limit=1)
    taken = together.coordinator.workspace.audit.lines(kinds=[AuditKind.IMPORTED], limit=1)
    assert [line.detail for line in (*sent, *taken)] == ["bijdrage", "bijdrage"]
    assert taken[0].about_id == inside(together, together.folder / "0.bijdrage").contribution.laptop


def test_that_a_file_that_is_not_there_is_called_that(together: Team) -> None:
    """Asking a colleague for a new one would not help."""
    good, nowhere = together.contribution(0), together.folder / "nergens.bijdrage"
    assert code_of(lambda: together.merge(good, nowhere)) == "import.missing"
