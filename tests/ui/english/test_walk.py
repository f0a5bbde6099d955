"""A walk through every page, dialog and view of the entrance in English: no Dutch is left, nothing is cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QTabBar, QTableView, QWidget

from spinnenweb.domain.wording import TwoForms, Wording
from spinnenweb.ui.page import Page
from spinnenweb.ui.places import SETTINGS, Place
from spinnenweb.ui.theme.look import apply_theme, load_theme
from tests.tools.translations import TS, entries
from tests.ui.pages.conftest import visible_texts
from tests.ui.walk import doors, eyes, rooms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]

pytestmark = pytest.mark.usefixtures("english")
OWN_NAMES = {"Nederlands", "Nederlands – \u2068Nederlands\u2069"}
GIVEN = {"FaultView", "UnlockView", "WaitView", "QuestionDialog", "ChooseResidentDialog", "SummaryDialog"} | {
    *("OneLineDialog", "PartDialog", "ChooseSameDialog", "MapPasteDialog"),
}
"""What the walk itself gives Dutch words to; their own words are seen elsewhere."""
GIVEN_LINES = {
    *("Bekijken", "Reservekopie bekijken", "Redden", "Redden wat leesbaar is", "Gesprekken", "Inwoners"),
    "Van 21 november 2026. Kijken verandert niets. Typ het wachtwoord dat je toen had.",
    "Wat er nu van je kluis is, bewaren we in een map ernaast. Daarna redden we wat nieuwer is.",
}
"""The same of screens before a vault is open, of which all other words are their own."""
ANYTHING = re.compile(r"(?:\{\w+\} )?\w{1,3} \{\w+\}|\{\w+\} (?:maand|jaar)")
"""A line as "{place} bij {subject}" or "{age} jaar" that what people write themselves may look like as well."""


LOOKS = [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)]


class Dutch:
    """Knows what is Dutch of the worker's own screens, and what a resident is told in Dutch."""

    def __init__(self, resources: Path) -> None:
        texts = resources / "texts"
        pairs = [(entry.source, entry.english[0]) for entry in entries(TS)]
        for name in ("werker", "hulp", "meldingen"):
            dutch, english = (Wording.read(texts / code / f"{name}.toml") for code in ("nl", "en"))
            for key in dutch.entries.keys() & english.entries.keys():
                pairs += zip(_lines(dutch.entries[key]), _lines(english.entries[key]), strict=True)
        told = {line for level in ("gewoon", "eenvoudig") for line in _said(texts / "nl" / f"{level}.toml")}
        english_too = {english for _, english in pairs}
        kept = {dutch for dutch, english in pairs if dutch != english} - told - english_too - OWN_NAMES
        self._whole = {text.replace("&", "") for text in kept if "{" not in text}
        self._parts = [_pattern(text) for text in kept if "{" in text and not ANYTHING.fullmatch(text)]

    def left(self, where: str, top: QWidget) -> list[str]:
        """What of it can be seen or heard."""
        return [f"{where}: {text}" for text in sorted({*seen(top)}) if self.knows(text)]

    def knows(self, text: str) -> bool:
        """Whether a text is one of them, also with its values filled in."""
        bare = text.replace("&", "").strip()
        return bare in self._whole or any(pattern.fullmatch(bare) for pattern in self._parts)


def _lines(entry: object) -> tuple[str, ...]:
    return entry if isinstance(entry, tuple) else (str(entry),)


def _said(path: Path) -> set[str]:
    entries = Wording.read(path).entries.values()
    forms = ((entry.u, entry.je) if isinstance(entry, TwoForms) else _lines(entry) for entry in entries)
    return {line for lines in forms for line in lines}


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text.replace("&", "").strip())))


def seen(top: QWidget) -> list[str]:
    found = visible_texts(top)
    for widget in top.findChildren(QWidget):
        if isinstance(widget, QComboBox):
            found += [widget.itemText(n) for n in range(widget.count())]
        elif isinstance(widget, QTabBar):
            found += [widget.tabText(n) for n in range(widget.count())]
        elif isinstance(widget, QTableView):
            found += cells(widget)
    return found


def cells(table: QTableView) -> list[str]:
    model = table.model()
    columns = range(model.columnCount())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    rows = [model.index(row, column).data() for row in range(min(20, model.rowCount())) for column in columns]
    return [str(text) for text in (*heads, *rows) if text]


@pytest.fixture(scope="module")
def dutch(resources: Path) -> Dutch:
    return Dutch(resources)


@pytest.mark.usefixtures("dutch_again")
def test_that_the_walk_knows_dutch_when_it_sees_it(dutch: Dutch) -> None:
    assert dutch.knows("Nieuw gesprek")
    assert dutch.knows("Gesprek met Jannie wissen?")
    assert not dutch.knows("New conversation")
    assert not dutch.knows("Heup doet zeer bij traplopen")


@pytest.mark.parametrize(("size", "scale"), LOOKS)
@pytest.mark.parametrize("visit", [False, True], ids=["desk", "visit"])
def test_that_no_page_has_dutch_left_or_is_cut_off(
    enter: Enter, workspace: Workspace, dutch: Dutch, size: tuple[int, int], scale: float, *, visit: bool
) -> None:
    rooms.furnish(workspace)
    places = rooms.visit_places(workspace) if visit else rooms.places(workspace)
    house = enter(visit=visit, size=size, scale=scale)
    found = []
    for name, place in places.items():
        house.open(place)
        found += dutch.left(name, house.frame) + [f"{name}: {line}" for line in eyes.clipped(house.frame)]
    assert not found, "\n".join(found)


def test_that_no_dialog_has_dutch_left_or_is_cut_off(enter: Enter, workspace: Workspace, dutch: Dutch) -> None:
    rooms.furnish(workspace)
    house = enter()
    page = house.open(Place(SETTINGS))
    assert isinstance(page, Page)
    found = []
    for kind, make in rooms.DIALOGS.items():
        dialog = make(house.context, page)
        dialog.open()
        house.settle()
        found += dutch.left(kind.__name__, dialog) if kind.__name__ not in GIVEN else []
        found += [f"{kind.__name__}: {line}" for line in eyes.clipped(dialog)]
        dialog.close()
        dialog.deleteLater()
    assert not found, "\n".join(found)


def test_that_the_entrance_has_no_dutch_left_and_is_not_cut_off(
    qapp: QApplication, qtbot: QtBot, resources: Path, dutch: Dutch
) -> None:
    apply_theme(qapp, load_theme(resources, "licht"))
    found = []
    screens = {kind.__name__: make for kind, make in doors.ENTRANCE.items()} | dict(doors.FURTHER)
    for name, make in screens.items():
        view = make(resources)
        qtbot.addWidget(view)
        view.resize(1366, 768)
        with qtbot.waitExposed(view):
            view.show()
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
        left = dutch.left(name, view) if type(view).__name__ not in GIVEN else []
        found += [line for line in left if line.removeprefix(f"{name}: ") not in GIVEN_LINES]
        found += [f"{name}: {line}" for line in eyes.clipped(view)]
        view.close()
    assert not found, "\n".join(found)
