"""A vault that was put back from before the last release, one of a team, and what the page offers then."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.services.series_seal import SEAL_NAME
from spinnenweb.services.vaults import FirstSteps, create_vault, open_vault
from spinnenweb.ui.places import SETTINGS, Place
from tests.ui.pages.conftest import make_environment
from tests.ui.pages.helpers_more import csv_file, people
from tests.ui.pages.releases.conftest import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

PASSPHRASE = "vijf woorden om te proeven"
SEPTEMBER = date(2026, 9, 30)


@pytest.fixture
def workspace(tmp_path: Path, resources: Path) -> Iterator[Workspace]:
    """The file from before the last release, beside the sealed copy that knows of it."""
    vault, kept, here = tmp_path / "proef.vault", tmp_path / "eerder", make_environment(resources)
    first = FirstSteps("Welzijn Beekdal", "Anna", "Esdoornhoek")
    made = create_vault(vault, PASSPHRASE, first, here).workspace
    lines = (line.replace("2026-10-05", "2026-09-07") for line in people(30, 12))
    made.imports.import_csv(csv_file(tmp_path, *lines))
    made.releases.preview(ReleaseChoice(SEPTEMBER))
    made.close()
    shutil.copytree(vault, kept, ignore=shutil.ignore_patterns(SEAL_NAME))
    newer = open_vault(vault, PASSPHRASE, here)
    newer.releases.make(ReleaseChoice(SEPTEMBER), tmp_path / "een")
    (tmp_path / "stick").mkdir()
    newer.backups.make(tmp_path / "stick")
    newer.close()
    shutil.copytree(kept, vault, dirs_exist_ok=True)
    old = open_vault(vault, PASSPHRASE, here)
    yield old
    old.close()


def test_that_an_old_vault_is_refused_without_any_figure(enter: Enter) -> None:
    house = enter()
    page = shown(house)
    assert page.view.refused.isVisible()
    assert "Deze kluis kent het laatste overzicht niet." in house.texts()
    assert not page.view.card.isVisible()
    assert not page.view.make.isVisible()


def test_that_an_old_vault_goes_on_from_its_own_copy(enter: Enter) -> None:
    house = enter()
    page = shown(house)
    assert page.view.refused.act.text() == "Reeks herstellen"
    page.view.refused.act.click()
    house.settle()
    assert not page.view.refused.isVisible()
    assert page.view.card.isVisible()
    assert "dit is overzicht 1" in page.view.header.sub.text()
    assert house.said == ["De reeks is weer heel. Aan inwoners en gesprekken is niets veranderd."]


def test_that_an_old_vault_goes_on_from_a_newer_backup(enter: Enter, workspace: Workspace, tmp_path: Path) -> None:
    (workspace.folder / SEAL_NAME).write_bytes(b"")
    house = enter()
    page = shown(house)
    house.asker.file = next((tmp_path / "stick").glob("*.reserve"))
    page.view.refused.backup.click()
    house.settle()
    assert page.view.card.isVisible()
    assert [one.number for one in workspace.releases.earlier()] == [1]


def test_that_a_file_that_is_no_backup_is_told_in_place(enter: Enter, tmp_path: Path) -> None:
    house = enter()
    page = shown(house)
    house.asker.file = tmp_path / "een" / "manifest.json"
    page.view.refused.backup.click()
    house.settle()
    assert page.view.refused.isVisible()
    assert page.view.refused.problem.isVisible()
    assert page.view.refused.problem.text()
    assert not house.failed


def test_that_leaving_the_chooser_mends_nothing(enter: Enter, workspace: Workspace) -> None:
    house = enter()
    page = shown(house)
    page.view.refused.backup.click()
    house.settle()
    assert page.view.refused.isVisible()
    assert workspace.series_repair.is_needed()


def test_that_a_laptop_of_a_team_is_sent_to_where_it_gives_its_contribution(
    enter: Enter, workspace: Workspace
) -> None:
    workspace.series_repair.from_sealed_copy()
    workspace.team.become_laptop("Laptop van Anna")
    house = enter()
    page = shown(house)
    assert "Deze kluis is van één laptop van een team." in house.texts()
    assert not page.view.make.isVisible()
    page.view.refused.act.click()
    house.settle()
    assert house.went[-1] == Place(SETTINGS)
