"""On a small screen with large letters a page scrolls down, and never sideways as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from spinnenweb.ui.pages.conversation.layout import TalkBody
from tests.ui.walk import rooms
from tests.ui.walk.test_every_page import SMALL_WITH_LARGE_LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House


@pytest.mark.parametrize("name", ["inwoner", "organisatie"])
def test_that_a_page_with_rows_does_not_scroll_sideways(
    enter: Callable[..., House], workspace: Workspace, name: str
) -> None:
    rooms.furnish(workspace)
    # what was handed over stands as a row on both
    place = rooms.places(workspace)[name]
    house = enter(size=SMALL_WITH_LARGE_LETTERS.size, scale=SMALL_WITH_LARGE_LETTERS.scale)
    page = house.open(place)
    house.settle()
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0 for _ in areas]


@pytest.mark.parametrize("name", ["gesprek", "gesprek verbeteren"])
def test_that_a_conversation_does_not_scroll_sideways(
    enter: Callable[..., House], workspace: Workspace, name: str
) -> None:
    rooms.furnish(workspace)
    house = enter(size=SMALL_WITH_LARGE_LETTERS.size, scale=SMALL_WITH_LARGE_LETTERS.scale)
    page = house.open(rooms.places(workspace)[name])
    house.settle()
    (body,) = page.findChildren(TalkBody)
    assert body.isVisible()
    assert body.horizontalScrollBar().maximum() == 0
