"""The screen is hidden at once, and stays hidden for fingers, keys and those who listen, until a long press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from spinnenweb.domain.house_rules import UrgentNumber
from spinnenweb.ui.together import route
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.together.screens.wishes import GiveScreen
from tests.keys import here
from tests.ui.together.conftest import HELD_MS, press, touch, touch_and_hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAccessibleInterface, QPointingDevice

    from tests.ui.pages.conftest import Village
    from tests.ui.together.conftest import Table

    Sit = Callable[..., Table]

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = (
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_5, Qt.Key.Key_T, Qt.Key.Key_Delete)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Right)),
    *((key, CONTROL) for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_Return)),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
)


def covered(sit: Sit) -> Table:
    table = sit()
    table.to(route.SUBJECT)
    press(table.web, table.spot("LF", 6))
    press(table.view.pause)
    table.house.settle()
    return table


def test_that_no_key_does_anything_under_the_cover(sit: Sit) -> None:
    table = covered(sit)
    before = table.draft
    for key, modifier in KEYS:
        QTest.keyClick(here(), key, modifier)
        table.house.settle()
        assert table.is_covered(), key
    assert table.draft == before


def test_that_holding_f11_leads_nowhere_from_under_the_cover(sit: Sit) -> None:
    table = covered(sit)
    QTest.keyPress(here(), Qt.Key.Key_F11)
    QTest.qWait(HELD_MS)
    QTest.keyRelease(here(), Qt.Key.Key_F11)
    assert table.is_looking()
    assert table.is_covered()


def test_that_tab_stays_on_the_cover(sit: Sit) -> None:
    table = covered(sit)
    for _ in range(6):
        QTest.keyClick(here(), Qt.Key.Key_Tab)
        assert table.view.cover.isAncestorOf(here())


def test_that_a_tap_does_not_uncover_and_a_long_touch_does(sit: Sit, finger: QPointingDevice) -> None:
    table = covered(sit)
    touch(finger, table.view.cover.lift)
    table.house.settle()
    assert table.is_covered()
    touch_and_hold(finger, table.view.cover.lift)
    table.house.settle()
    assert not table.is_covered()
    assert table.view.stop.name == route.SUBJECT


def test_that_the_corner_button_covers_by_touch(sit: Sit, finger: QPointingDevice) -> None:
    table = sit()
    table.to(route.SUBJECT)
    touch(finger, table.view.pause)
    assert table.is_covered()


@pytest.mark.parametrize("name", [route.SUBJECT, route.GIVE])
def test_that_who_listens_hears_nothing_of_what_is_covered(sit: Sit, name: str) -> None:
    table = sit()
    table.to(name)
    assert "Welk cijfer" in heard(table) or isinstance(table.screen, GiveScreen)
    if isinstance(table.screen, GiveScreen):
        QTest.keyClicks(table.screen.gift, "Een geheim")
        assert "Een geheim" in heard(table)
    QTest.keyClick(here(), Qt.Key.Key_Escape)
    table.house.settle()
    assert "Even pauze. We gaan zo verder." in heard(table)
    for word in ("Welk cijfer", "Lichaamsfuncties", "Een geheim", "Wat doet u graag", "Onderwerp"):
        assert word not in heard(table)


def heard(table: Table) -> str:
    """What a screen reader can come by in the window."""
    top = QAccessible.queryAccessibleInterface(table.house.frame)
    return "\n".join(_texts(top))


def _texts(face: QAccessibleInterface) -> Iterator[str]:
    if face.state().invisible:
        return
    kinds = QAccessible.Text
    yield from (face.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value))
    for number in range(face.childCount()):
        yield from _texts(face.child(number))


# whom to call


def test_that_whom_to_call_is_two_touches_away_and_nothing_is_uncovered(
    sit: Sit, village: Village, finger: QPointingDevice
) -> None:
    settings = village.workspace.settings
    settings.save(replace(settings.get(), urgent_numbers=(UrgentNumber("Achterwacht", "toestel 12"),)))
    table = sit("ar")
    table.to(route.SUBJECT)
    touch(finger, table.view.pause)
    touch(finger, table.view.cover.urgent)
    table.house.settle()
    assert table.view.cover.numbers.layoutDirection() is Qt.LayoutDirection.LeftToRight
    for number in ("112", "113 of 0800-0113", "0800-2000", "toestel 12"):
        assert number in heard(table)
    assert table.is_covered()
    assert "Jannie" not in heard(table)
    touch(finger, table.view.cover.numbers.back)
    table.house.settle()
    assert "112" not in heard(table)
    assert table.is_covered()


def test_that_esc_leads_from_the_numbers_to_the_cover_only(sit: Sit) -> None:
    table = covered(sit)
    press(table.view.cover.urgent)
    QTest.keyClick(here(), Qt.Key.Key_Escape)
    table.house.settle()
    assert here() is table.view.cover.lift
    assert table.is_covered()


# undo


def test_that_a_mark_is_taken_back_and_set_again_by_key(sit: Sit) -> None:
    table = sit()
    table.to(route.SUBJECT)
    press(table.web, table.spot("LF", 6))
    assert isinstance(table.screen, SubjectScreen)
    assert table.screen.marks is not None
    table.screen.marks.input.focus()
    QTest.keyClick(here(), Qt.Key.Key_Z, CONTROL)
    assert table.talk.entry("LF").answer.mark is None
    assert table.web.values[0] is None
    QTest.keyClick(here(), Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert table.talk.entry("LF").answer.mark == 6
