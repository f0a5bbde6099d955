from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.releases import RowStatus
from spinnenweb.ui.models.release_table import HIDDEN_ROLE, STATUS_ROLE
from spinnenweb.ui.pages.releases.page import ReleasesPage, free_folder, months_up_to
from spinnenweb.ui.places import RELEASES, Place
from tests.ui.pages.helpers_more import csv_file, people

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


@pytest.fixture
def counted(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Thirty residents who count along: for twelve it was about loss, for none about debts."""
    workspace.imports.import_csv(csv_file(tmp_path, *people(30, 12)))
    return workspace


def shown(house: House) -> ReleasesPage:
    page = house.open(Place(RELEASES))
    assert isinstance(page, ReleasesPage)
    return page


def row_of(page: ReleasesPage, words: str) -> int:
    return next(row for row in range(page.model.rowCount()) if page.model.label(row) == words)


def cell(page: ReleasesPage, words: str, column: int = 1) -> tuple[str, bool]:
    index = page.model.index(row_of(page, words), column)
    return str(index.data()), bool(index.data(HIDDEN_ROLE))


def test_that_themes_come_first_with_rounded_figures(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    assert page.view.tabs.tabText(0) == "Thema’s"
    assert cell(page, "Verlies en rouw") == ("10", False)
    assert cell(page, "Geld en schulden") == ("", True)
    assert page.model.label(0) == "Verlies en rouw"
    assert page.view.header.title.text() == "Cijfers van Esdoornhoek, tot en met november 2026"
    assert "Alleen voor jou: 30 inwoners tellen mee" in house.texts()


def test_that_the_last_column_says_how_a_row_stands(enter: Enter, counted: Workspace) -> None:
    page = shown(enter())
    last = page.model.columnCount() - 1
    told = page.model.index(row_of(page, "Verlies en rouw"), last)
    hidden = page.model.index(row_of(page, "Geld en schulden"), last)
    assert (told.data(), told.data(STATUS_ROLE)) == ("nieuw", RowStatus.NEW)
    assert (hidden.data(), hidden.data(STATUS_ROLE)) == ("afgeschermd", RowStatus.HIDDEN)


def test_that_a_chosen_hidden_figure_tells_its_reason_to_the_worker(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    table = page.view.table
    table.setFocus()
    table.setCurrentIndex(page.model.index(row_of(page, "Geld en schulden"), 1))
    assert "Alleen voor jou · Geld en schulden, Iedereen:" in page.view.reason.text()
    assert "Het gaat om te weinig mensen." in page.view.reason.text()
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert "afgerond op vijf" in page.view.reason.text()


def test_that_the_reason_stays_on_the_screen_with_the_table(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    foot = page.view.foot
    assert foot.mapTo(page, foot.rect().bottomLeft()).y() <= page.height()
    assert page.view.scroll.verticalScrollBar().maximum() == 0


def test_that_the_other_tables_are_a_tab_away(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    page.view.tabs.setFocus()
    QTest.keyClick(page.view.tabs, Qt.Key.Key_Right)
    assert [page.model.label(row) for row in range(2)] == ["Lichaamsfuncties", "Mentaal welbevinden"]
    QTest.keyClick(page.view.tabs, Qt.Key.Key_Right)
    assert cell(page, "Iedereen") == ("30", False)


def test_that_an_earlier_moment_counts_what_was_there_then(enter: Enter, counted: Workspace) -> None:
    house = enter()
    page = shown(house)
    page.view.month.setCurrentIndex(2)
    page.view.month.activated.emit(2)
    house.settle()
    assert page.until == date(2026, 9, 30)
    assert page.view.empty.isVisible()
    assert not page.view.make.isEnabled()
    assert "zodra tien inwoners meetellen" in house.texts()


def test_that_moments_are_today_and_the_last_days_of_months() -> None:
    assert months_up_to(date(2026, 3, 5))[:4] == (
        date(2026, 3, 5),
        date(2026, 2, 28),
        date(2026, 1, 31),
        date(2025, 12, 31),
    )


def test_that_without_figures_in_any_village_nothing_can_be_made(
    enter: Enter, workspace: Workspace, tmp_path: Path
) -> None:
    two = (*people(8, 0, "Esdoornhoek"), *(line.replace("P-", "Q-") for line in people(8, 0, "Beukendal")))
    workspace.imports.import_csv(csv_file(tmp_path, *two))
    page = shown(enter())
    assert page.view.too_few.isVisible()
    assert not page.view.make.isEnabled()


def test_that_making_writes_a_new_folder_and_names_the_files(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = shown(house)
    house.asker.place = tmp_path
    (tmp_path / "cijfers_2026-11").mkdir()
    QTest.mouseClick(page.view.make, Qt.MouseButton.LeftButton)
    assert not page.view.make.isEnabled()
    house.settle()
    made = {path.name for path in (tmp_path / "cijfers_2026-11_2").iterdir()}
    assert made == {"personen.csv", "themas.csv", "onderwerpen.csv", "LEESMIJ.txt"}
    assert all(name in page.view.made_text.text() for name in made)
    assert page.view.made.isVisible()
    assert page.view.make.isEnabled()
    assert list((tmp_path / "cijfers_2026-11").iterdir()) == []


def test_that_a_place_without_rights_is_told_and_leaves_nothing(
    enter: Enter, counted: Workspace, tmp_path: Path
) -> None:
    house = enter()
    page = shown(house)
    house.asker.place = tmp_path / "weg"
    QTest.mouseClick(page.view.make, Qt.MouseButton.LeftButton)
    house.settle()
    assert [getattr(error, "code", "") for error in house.failed] == ["target.missing"]
    assert page.view.make.isEnabled()
    assert not page.view.made.isVisible()


def test_that_leaving_the_chooser_writes_nothing(enter: Enter, counted: Workspace, tmp_path: Path) -> None:
    house = enter()
    page = shown(house)
    QTest.mouseClick(page.view.make, Qt.MouseButton.LeftButton)
    house.settle()
    assert not list(tmp_path.glob("cijfers_*"))
    assert page.view.make.isEnabled()


def test_that_the_page_says_that_it_is_a_trial(enter: Enter, counted: Workspace) -> None:
    house = enter()
    shown(house)
    assert "Proefversie, niet verspreiden" in house.texts()
    assert "Controle geslaagd" not in house.texts()


def test_that_a_free_folder_is_one_that_does_not_exist(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "2026-10").name == "cijfers_2026-10"
    (tmp_path / "cijfers_2026-10").write_text("")
    (tmp_path / "cijfers_2026-10_2").symlink_to(tmp_path / "nergens")
    assert free_folder(tmp_path, "2026-10").name == "cijfers_2026-10_3"
