"""A walk through every page, dialog and screen with the eyes of `eyes.py`, at three sizes of window and letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from spinnenweb.ui import frame as frame_module
from spinnenweb.ui import places as all_places
from spinnenweb.ui.entrance import Sheet
from spinnenweb.ui.help import HelpPanel
from spinnenweb.ui.locking.rest_cover import RestCover
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.places import SETTINGS, URGENT, Place
from spinnenweb.ui.theme.look import apply_theme, load_theme
from spinnenweb.ui.together import route
from spinnenweb.ui.together.catalogue import _MAKERS as SCREENS
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.widgets.scrolling_dialog import ScrollingDialog
from tests.ui.walk import doors, eyes, rooms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House
    from tests.ui.together.conftest import Table

    Enter = Callable[..., House]
    Sit = Callable[..., Table]


@dataclass(frozen=True)
class Look:
    """A window and its letters."""

    size: tuple[int, int]
    scale: float = 1.0

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]} at {self.scale:.0%}"


ORDINARY = Look((1366, 768))
LARGE_LETTERS = Look((1366, 768), 2.0)
SMALL = Look((683, 384))
LOOKS = (ORDINARY, LARGE_LETTERS, SMALL)
SMALL_WITH_LARGE_LETTERS = Look((683, 384), 2.0)
"""The least there is: a small screen of somebody who needs large letters."""
LEAST_PAGE = 0.45
"""So much of the window is for the page itself."""


def seen(name: str, top: QWidget, look: Look, *, by_tab: bool = True) -> list[str]:
    """All that is wrong with what is shown now."""
    found = eyes.nameless(top) + eyes.clipped(top)
    if by_tab:
        found += eyes.keyboard(top, rings=look == ORDINARY)
    size = top.window().width(), top.window().height()
    if size[0] > look.size[0] or size[1] > look.size[1]:
        found.append(f"the window became {size}")
    return [f"{name}: {line}" for line in dict.fromkeys(found)]


def larger(name: str, dialog: QDialog, window: QWidget) -> list[str]:
    """Whether a dialog that scrolls is larger than the window it belongs to."""
    fits = dialog.size().boundedTo(window.size()) == dialog.size()
    return [] if fits else [f"{name}: larger than its window, {dialog.size().toTuple()}"]


def told(found: list[str]) -> str:
    """What was found, a line each."""
    return "\n".join(("", *found))


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("visit", [False, True], ids=["desk", "visit"])
def test_that_every_page_can_be_read_heard_and_walked(
    enter: Enter, workspace: Workspace, look: Look, *, visit: bool
) -> None:
    rooms.furnish(workspace)
    places = rooms.visit_places(workspace) if visit else rooms.places(workspace)
    house = enter(size=look.size, scale=look.scale, visit=visit)
    found = []
    for name, place in places.items():
        page = house.open(place)
        assert house.frame.is_urgent if place.page == URGENT else house.frame.place == place
        found += seen(name, house.frame, look)
        found += [f"{name}: {line}" for line in eyes.shallow(page, LEAST_PAGE)]
    assert not found, told(found)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_that_every_dialog_can_be_read_heard_and_walked(enter: Enter, workspace: Workspace, look: Look) -> None:
    rooms.furnish(workspace)
    house = enter(size=look.size, scale=look.scale)
    page = house.open(Place(SETTINGS))
    assert isinstance(page, Page)
    found = []
    for kind, go_on in (*((kind, None) for kind in rooms.DIALOGS), *rooms.FURTHER):
        dialog = rooms.DIALOGS[kind](house.context, page)
        assert type(dialog) is kind
        dialog.open()
        house.settle()
        if go_on is not None:
            go_on(dialog)
            house.settle()
        name = kind.__name__ if go_on is None else f"{kind.__name__} after {go_on.__name__}"
        if isinstance(dialog, ScrollingDialog):
            found += larger(name, dialog, page.window())
        dialog.resize(dialog.size().boundedTo(page.window().size()))
        house.settle()
        found += seen(name, dialog, look)
        dialog.close()
        dialog.deleteLater()
    assert not found, told(found)


@pytest.mark.parametrize("look", [*LOOKS, SMALL_WITH_LARGE_LETTERS], ids=str)
def test_that_every_screen_of_the_entrance_can_be_read_heard_and_walked(
    qapp: QApplication, qtbot: QtBot, resources: Path, look: Look
) -> None:
    apply_theme(qapp, load_theme(resources, "licht"), look.scale)
    found = []
    for name, make in (*((kind.__name__, make) for kind, make in doors.ENTRANCE.items()), *doors.FURTHER.items()):
        view = make(resources)
        window = QMainWindow()
        window.setCentralWidget(view)
        qtbot.addWidget(window)
        window.resize(*look.size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
        found += seen(name, window, look)
        window.close()
    assert not found, told(found)


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_that_every_screen_for_the_resident_can_be_read_heard_and_walked(
    sit: Sit, workspace: Workspace, look: Look, language: str
) -> None:
    table = sit(language, size=look.size, scale=look.scale)
    found, names = [], set()
    codes = table.page.talk.instrument.codes if table.page.talk is not None else ()
    for stop in (
        *route.stops(table.draft, codes),
        Stop(route.STEP),
        Stop(route.STEP_WHEN),
        Stop(route.STEP_SURE),
        Stop(route.HELPS),
    ):
        if stop.name == route.SUBJECT and stop.code != codes[0]:
            continue
        names.add(stop.name)
        table.view.open(stop)
        table.house.settle()
        found += seen(stop.name, table.view, look)
    assert names == set(SCREENS)
    table.view.hide_all()
    table.house.settle()
    found += seen("pause", table.view, look)
    assert not found, told(found)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_that_help_search_and_photo_can_be_read_heard_and_walked(
    enter: Enter, resources: Path, workspace: Workspace, look: Look
) -> None:
    house = enter(size=look.size, scale=look.scale)
    frame = house.frame
    frame.bar.search.setFocus()
    QTest.keyClicks(frame.bar.search, "de")
    found = seen("zoeken", frame.bar.search.results, look, by_tab=False)
    frame.bar.search.close_results()
    panel = HelpPanel(resources / "texts" / "nl" / "hulp.toml", frame)
    panel.toggle("conversation")
    house.settle()
    found += seen("hulp", panel, look, by_tab=False)
    panel.go()
    page = house.open(rooms.places(workspace)["inwoner"])
    resident = workspace.residents.get(house.frame.place.record)
    assert isinstance(page, ResidentPage)
    page.giving.photo(resident, workspace.conversations.of(resident.id)[0])
    house.settle()
    photo = page.giving.screen
    assert photo is not None
    found += eyes.nameless(photo) + eyes.clipped(photo)
    photo.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found, told(found)


@pytest.mark.parametrize("look", [*LOOKS, SMALL_WITH_LARGE_LETTERS], ids=str)
def test_that_the_cover_over_a_visit_can_be_read_heard_and_walked(enter: Enter, look: Look) -> None:
    frame = enter(size=look.size, scale=look.scale, visit=True).frame
    frame.resize(*look.size)
    cover = RestCover(frame, frame._ordinary)
    cover.resize(*look.size)
    QCoreApplication.sendPostedEvents()
    found = eyes.nameless(cover) + eyes.clipped(cover) + eyes.keyboard(cover)
    cover._lift()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not found, told(found)


def test_that_the_walk_knows_every_page() -> None:
    known = {value for name, value in vars(all_places).items() if name.isupper()}
    assert {*frame_module._MAKERS, URGENT} == known


def test_that_the_walk_goes_to_every_page(workspace: Workspace) -> None:
    walked = {*rooms.places(workspace).values(), *rooms.visit_places(workspace).values()}
    assert {place.page for place in walked} == {*frame_module._MAKERS, URGENT}
    # that for when it is urgent lies over the others: the frame keeps it apart
    assert len(rooms.kinds_of(Page)) == len(frame_module._MAKERS) + 1


def test_that_the_walk_opens_every_dialog() -> None:
    assert rooms.kinds_of(QDialog) == set(rooms.DIALOGS)


def test_that_the_walk_sees_the_whole_entrance() -> None:
    assert rooms.kinds_of(Sheet) == set(doors.ENTRANCE)


def test_that_every_screen_of_the_entrance_is_of_the_kind_it_stands_for(
    qapp: QApplication, qtbot: QtBot, resources: Path
) -> None:
    apply_theme(qapp, load_theme(resources, "licht"))
    views = {kind: make(resources) for kind, make in doors.ENTRANCE.items()}
    for view in views.values():
        qtbot.addWidget(view)
    assert [type(view) for view in views.values()] == list(views)
