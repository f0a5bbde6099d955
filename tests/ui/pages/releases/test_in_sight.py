"""The page with figures on it, with the eyes of the walk: the walk itself has a village too small for figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from spinnenweb.domain.releases import ReleaseChoice
from tests.ui.pages.releases.conftest import go_to, shown
from tests.ui.walk import eyes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

LOOKS = [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)]
LEAST_PAGE = 0.45


@pytest.mark.parametrize(("size", "scale"), LOOKS)
def test_that_every_table_can_be_read_heard_and_walked(
    enter: Enter, three_villages: Workspace, tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    three_villages.releases.make(ReleaseChoice(date(2026, 9, 30)), tmp_path / "een")
    house = enter(size=size, scale=scale)
    found: list[str] = []
    for number in (0, 1):
        page = shown(house, number)
        page.view.check.how.click()
        for table in page.view.tabs.tables:
            go_to(page, table)
            house.settle()
            found += [
                f"{number} {table}: {line}" for line in (*eyes.nameless(house.frame), *eyes.clipped(house.frame))
            ]
        found += [f"{number}: {line}" for line in eyes.keyboard(house.frame, rings=scale == 1.0)]
        found += eyes.shallow(page, LEAST_PAGE)
        page.view.check.how.click()
    assert (house.frame.width(), house.frame.height()) == size
    assert not found, "\n".join(("", *found))


@pytest.mark.parametrize("theme", ["licht", "donker", "contrast"])
def test_that_a_hidden_figure_looks_other_than_an_empty_place(
    enter: Enter, three_villages: Workspace, theme: str
) -> None:
    page = shown(enter(theme=theme))
    table = page.view.table
    hidden = next(index for row in range(page.model.rowCount()) if not (index := page.model.index(row, 1)).data())
    box = table.visualRect(hidden)
    colours = {
        table.viewport().grab(box).toImage().pixelColor(x, box.height() // 2).name()
        for x in range(box.width() - 40, box.width() - 12)
    }
    assert len(colours) > 1


def test_that_the_ring_shows_which_hidden_figure_is_chosen(enter: Enter, three_villages: Workspace) -> None:
    page = shown(enter())
    table = page.view.table
    table.setFocus()
    hidden = next(index for row in range(page.model.rowCount()) if not (index := page.model.index(row, 1)).data())
    before = table.viewport().grab(table.visualRect(hidden)).toImage()
    table.setCurrentIndex(hidden)
    QTest.qWait(1)
    assert table.viewport().grab(table.visualRect(hidden)).toImage() != before
