"""A resident who was spoken with for years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.places import RESIDENT, Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

FIRST = date(2025, 1, 1)


def years(village: Village) -> tuple[str, list[str]]:
    """Jannie with twelve talks; the ids, newest first."""
    jannie = village.add("Jannie", "R-021")
    talks = [village.talk(jannie, FIRST + timedelta(days=30 * n), note=f"praatje {n}").id for n in range(12)]
    return jannie.id, talks[::-1]


def test_that_the_newest_talks_are_shown_and_the_rest_when_asked(enter: Enter, village: Village) -> None:
    jannie, talks = years(village)
    house = enter()
    page = house.open(Place(RESIDENT, record=jannie))
    assert isinstance(page, ResidentPage)
    timeline = page.view.timeline
    assert [row.talk_id for row in timeline.talks] == talks[:8]
    (more,) = [button for button in timeline.findChildren(QPushButton) if button.text() == "Nog 4 eerdere tonen"]
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    house.settle()
    assert [row.talk_id for row in timeline.talks] == talks
    assert "eerdere tonen" not in house.texts()
    assert house.frame.focusWidget() is timeline.talks[8].button


def test_that_an_early_talk_that_was_searched_for_is_shown_unfolded(enter: Enter, village: Village) -> None:
    jannie, talks = years(village)
    house = enter()
    page = house.open(Place(RESIDENT, record=jannie, other=talks[-1]))
    assert isinstance(page, ResidentPage)
    assert [row.talk_id for row in page.view.timeline.talks if row.button.isChecked()] == [talks[-1]]


def test_that_the_next_resident_starts_with_the_newest_again(enter: Enter, village: Village) -> None:
    jannie, talks = years(village)
    other = village.add("Bo", "R-022")
    house = enter()
    house.open(Place(RESIDENT, record=jannie, other=talks[-1]))
    house.open(Place(RESIDENT, record=other.id))
    page = house.open(Place(RESIDENT, record=jannie))
    assert isinstance(page, ResidentPage)
    assert len(page.view.timeline.talks) == 8
