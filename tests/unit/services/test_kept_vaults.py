from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import Purpose
from spinnenweb.domain.search import HitKind
from spinnenweb.services.erasures import is_sound, read_register
from spinnenweb.services.vaults import open_vault
from spinnenweb.storage.migrations import STEPS
from tests.unit.services.kept_vaults import (
    CONSENT,
    CONTENTS,
    CONVERSATION,
    DATA,
    RESIDENT,
    VILLAGE,
    Kept,
    releases_of,
)
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace

KEPT = sorted(path.name for path in DATA.glob("format-*.vault"))


def test_that_a_vault_of_every_format_is_kept() -> None:
    assert [f"format-{step.info.to}.vault" for step in STEPS] == KEPT


@pytest.fixture(params=KEPT)
def kept_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def kept(kept_name: str) -> Kept:
    return CONTENTS[kept_name]


@pytest.fixture
def workspace(tmp_path: Path, kept_name: str) -> Iterator[Workspace]:
    shutil.copytree(DATA / kept_name, tmp_path / kept_name)
    made = open_vault(tmp_path / kept_name, PASSPHRASE, environment())
    yield made
    made.close()


def test_that_a_vault_of_an_older_format_opens_with_all_that_was_in_it(workspace: Workspace, kept: Kept) -> None:
    with workspace.database.reading() as work:
        assert VILLAGE in work.villages.all()
        assert work.residents.all() == kept.residents
        assert work.consents.by_purpose(Purpose.COUNT) == {RESIDENT.id: (CONSENT,)}
        for resident in kept.residents:
            held = tuple(talk for talk in kept.conversations if talk.resident_id == resident.id)
            assert work.conversations.of(resident.id) == held
        assert work.drafts.all() == kept.drafts
        assert work.settings.get().organisation == "Welzijn Verzonnen"
        assert work.settings.get().language_checks == kept.checks
        assert work.instruments.all() == kept.instruments
    assert workspace.checks.check().sound


def test_that_the_log_of_an_older_format_begins_at_the_first_opening_and_says_so(
    workspace: Workspace, kept: Kept
) -> None:
    opened, *_, begun = workspace.audit.lines(limit=None)
    assert (begun.kind, begun.detail) == (AuditKind.BEGUN, "nieuw" if kept.logged else "bijgewerkt")
    assert opened.kind is AuditKind.UNLOCKED
    assert bool(workspace.audit.lines(kinds=[AuditKind.SEEN])) is kept.logged
    assert workspace.audit.verify().sound


def test_that_what_was_put_away_kept_on_or_erased_still_is(workspace: Workspace, kept: Kept) -> None:
    assert [one.item.id for one in workspace.bin.items()] == [goal.id for goal in kept.in_bin]
    with workspace.database.reading() as work:
        assert work.keepings.until() == {one.resident_id: one.until for one in kept.keepings}
        assert {one.mark for one in work.erasures.all()} == {work.erasures.mark(one.id) for one in kept.erased}
    for goal in kept.in_bin:
        workspace.bin.put_back(BinKind.GOAL, goal.id)
        assert workspace.goals.of(goal.resident_id)[0] == goal
    assert is_sound(workspace.database, read_register(workspace.folder)) is kept.logged


def test_that_the_social_map_and_hand_overs_come_back_whole(workspace: Workspace, kept: Kept) -> None:
    the_map = kept.the_map
    with workspace.database.reading() as work:
        if the_map is None:
            assert (work.organisations.all(), work.handovers.all(), work.vocabulary.all()) == ((), (), ())
            return
        assert tuple(work.organisations.by_ids(one.id for one in the_map.organisations).values()) == (
            the_map.organisations
        )
        assert work.organisations.all() == the_map.organisations[:1]
        assert (work.offers.all(), work.contact_persons.all()) == (the_map.offers, the_map.persons)
        assert work.organisation_talks.all() == the_map.talks
        assert work.map_merges.into(the_map.organisations[0].id) == the_map.merges
        assert (work.import_batches.recent(), work.column_mappings.all()) == (the_map.batches, the_map.columns)
        assert work.vocabulary.all() == the_map.words
        assert work.handovers.of(RESIDENT.id) == the_map.handovers
        assert work.choices.of(RESIDENT.id) == the_map.choices
        assert work.signal_follow_ups.of(RESIDENT.id) == the_map.signals


def test_that_goals_agenda_and_contacts_of_an_older_format_come_back(workspace: Workspace, kept: Kept) -> None:
    with workspace.database.reading() as work:
        steps, promised = work.steps.of(RESIDENT.id), work.follow_ups.of(RESIDENT.id)
        assert work.goals.of(RESIDENT.id) == kept.goals
        assert work.look_backs.of(RESIDENT.id) == kept.told
        assert (work.contacts.recent(9), work.meetings.recent(9)) == (kept.contacts, kept.meetings)
    assert [hit.kind for hit in workspace.search.find("akker")] == [HitKind.CONTACT] * len(kept.contacts[-1:])
    if kept.made_over:
        assert [step.what for step in steps] == [CONVERSATION.step.what]
        assert [one.due for one in promised] == [CONVERSATION.return_on]
    else:
        assert (steps, promised) == (kept.steps, kept.promised)


def test_that_the_releases_of_an_older_format_are_listed_and_the_series_goes_on(
    workspace: Workspace, kept: Kept, tmp_path: Path
) -> None:
    releases = releases_of(workspace)
    assert tuple(one.month for one in releases.earlier()) == kept.released
    made = releases.make(ReleaseChoice(date(2026, 12, 31)), tmp_path / "cijfers")
    assert made.number == len(kept.released) + 1
    releases.check_series(tmp_path / "cijfers")
