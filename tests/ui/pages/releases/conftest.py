"""A vault with residents who count along, and the page over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.ui.pages.releases.page import ReleasesPage
from spinnenweb.ui.places import RELEASES, Place
from tests.ui.pages.helpers_more import csv_file, people

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House


@pytest.fixture
def counted(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Thirty residents who count along since September: for twelve it was about loss, for none about debts."""
    lines = (line.replace("2026-10-05", "2026-09-07") for line in people(30, 12))
    workspace.imports.import_csv(csv_file(tmp_path, *lines))
    return workspace


@pytest.fixture
def three_villages(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Villages of 30, 24 and 6 who count along since September."""
    sizes = (("P", "Esdoornhoek", 30), ("Q", "Beekdal", 24), ("R", "Hogeveld", 6))
    lines = (
        line.replace("2026-10-05", "2026-09-07").replace("P-", f"{letter}-")
        for letter, village, count in sizes
        for line in people(count, 12, village)
    )
    workspace.imports.import_csv(csv_file(tmp_path, *lines))
    return workspace


def shown(house: House, number: int = 0) -> ReleasesPage:
    """The page, or that of an earlier release."""
    page = house.open(Place(RELEASES, str(number) if number else ""))
    assert isinstance(page, ReleasesPage)
    return page


def go_to(page: ReleasesPage, table: str) -> None:
    """Look at another table."""
    page.view.tabs.tabs.setCurrentIndex(page.view.tabs.tables.index(table))


def figure(page: ReleasesPage, words: str, column: int = 1) -> QModelIndex:
    """The figure of a line."""
    row = next(row for row in range(page.model.rowCount()) if page.model.label(row) == words)
    return page.model.index(row, column)
