"""What every view of the entrance has: names for those who listen, a way by keyboard, room at large text."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from spinnenweb.domain.house_rules import UrgentNumber
from spinnenweb.domain.start_file import StartFile, StartVillage
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.entrance.fault import FaultView, offered
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.entrance.start_file import StartFileView
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.errors import Told
from spinnenweb.ui.theme.look import apply_theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.entrance import Sheet

SIZE = (1366, 768)
KEY = ("ABCD", "EFGH", "JKMN", "PQRS", "TVWX", "YZ01", "2345", "6789", "0000")


def make_fault(resources: Path) -> Sheet:
    said = Told("Je mag niet bij deze kluis", "Er is niets veranderd.", ("button.retry", "button.vault_other"))
    return FaultView(said, Wording.read(resources / "texts" / "nl" / "werker.toml"))


def make_key_step(resources: Path) -> Sheet:
    return KeyStep(KeySheet(KEY, lambda _number, _typed: True, lambda _parent: True, "29 november 2026"))


def make_start_file(resources: Path) -> Sheet:
    start = StartFile(
        "Welzijn Verzonnen",
        public_key="age1" + "q" * 58,
        villages=tuple(StartVillage(f"Verzonnen kern {number}") for number in range(12)),
        backup_place="/media/stick/met een lange naam/reservekopieën",
        languages=("pl", "uk"),
        urgent_numbers=(UrgentNumber("Wijkteam Verzonnen", "000"),),
    )
    return StartFileView(start, Wording.read(resources / "texts" / "nl" / "werker.toml"))


MAKERS = {
    "unlock": lambda _: UnlockView("Je kluis is op slot. Wat je typte, is bewaard."),
    "welcome": lambda _: WelcomeView("/thuis/anna/Spinnenweb"),
    "key entry": lambda _: KeyEntryView(),
    "key entry of an organisation": lambda _: KeyEntryView(organisation=True),
    "new password": lambda _: NewPasswordView(),
    "new password by the organisation": lambda _: NewPasswordView(by_organisation=True),
    "start file": make_start_file,
    "key": make_key_step,
    "place": lambda _: PlaceStep(),
    "fault": make_fault,
}


@pytest.fixture(params=MAKERS)
def view(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, resources: Path) -> Sheet:
    apply_theme(qapp, load_theme(resources, "licht"))
    return shown(MAKERS[request.param](resources), qtbot)


def shown(sheet: Sheet, qtbot: QtBot) -> Sheet:
    sheet.resize(*SIZE)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def stops(view: QWidget) -> Iterator[QWidget]:
    """The widgets the Tab key visits, in its order."""
    start = view.window()
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if by_tab and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()


def spoken_name(widget: QWidget) -> str:
    label = next((label for label in widget.window().findChildren(QLabel) if label.buddy() is widget), None)
    return widget.accessibleName() or (label.text() if label else "") or str(widget.property("text") or "")


def test_that_everything_the_keyboard_reaches_has_a_name(view: Sheet) -> None:
    nameless = [widget for widget in stops(view) if not spoken_name(widget)]
    assert nameless == []


def test_that_tab_goes_down_the_page_and_never_back_up(view: Sheet) -> None:
    heights = [widget.mapTo(view.window(), QPoint(0, widget.height())).y() for widget in stops(view)]
    columns = [widget.mapTo(view.window(), QPoint(0, 0)).x() for widget in stops(view)]
    places = list(zip(heights, columns, strict=True))
    assert len(places) > 1
    back = [pair for pair in itertools.pairwise(places) if pair[1][0] < pair[0][0] - 24]
    assert all(later[1] > earlier[1] for earlier, later in back), places


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", MAKERS)
def test_that_nothing_is_cut_off_at_any_text_size(
    name: str, scale: float, qapp: QApplication, qtbot: QtBot, resources: Path
) -> None:
    apply_theme(qapp, load_theme(resources, "donker"), scale)
    view = shown(MAKERS[name](resources), qtbot)
    qtbot.wait(20)
    room = view.viewport().width()
    for label in view.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.mapTo(view, QPoint(label.width(), 0)).x() <= room
            assert label.height() >= label.heightForWidth(label.width())
    apply_theme(qapp, load_theme(resources, "licht"))


def test_that_a_fault_without_buttons_offers_another_vault() -> None:
    known = Told("", "", ("button.backup_restore", "button.salvage"))
    assert offered(known) == known.buttons
    assert offered(Told("", "")) == ("button.vault_other",)
