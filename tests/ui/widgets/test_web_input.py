"""The web under the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.geometry import point_at
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.web_input import SLIDE_MS, ZONE, AxisMark, WebInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
LABELS = (
    "Lichaamsfuncties",
    "Mentaal welbevinden",
    "Zingeving",
    "Kwaliteit van leven",
    "Meedoen",
    "Dagelijks functioneren",
)
GAPS = (None,) * 6


@pytest.fixture
def web(wear: Callable[..., Theme], qtbot: QtBot, on_screen: Callable[[QWidget], None]) -> WebInput:
    wear()
    web = WebInput(CODES, LABELS)
    qtbot.addWidget(web)
    web.resize(400, 340)
    web.set_calm(True)
    on_screen(web)
    return web


def given_by(web: WebInput) -> list[AxisMark]:
    given: list[AxisMark] = []
    web.mark_set.connect(given.append)
    return given


def spot(web: WebInput, axis: int, mark: float, aside: float = 0.0) -> QPoint:
    """Where a mark lies, moved aside from its axis by so many pixels."""
    along = web._placed().at(point_at(axis, mark))
    x, y = point_at(axis, 10)
    return QPointF(along.x() + y * aside, along.y() + x * aside).toPoint()


def tap(web: WebInput, place: QPoint) -> None:
    QTest.mouseClick(web, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_that_a_tap_sets_the_nearest_whole_mark_once(web: WebInput) -> None:
    given = given_by(web)
    tap(web, spot(web, 2, 6.8))
    assert given == [AxisMark("ZG", 7)]
    assert web.values == (None, None, 7, None, None, None)


@pytest.mark.parametrize("axis", range(6))
def test_that_a_tap_beside_an_axis_still_counts_within_a_zone_of_a_finger(web: WebInput, axis: int) -> None:
    given = given_by(web)
    for aside in (-(ZONE / 2 - 1), ZONE / 2 - 1):
        tap(web, spot(web, axis, 8, aside))
    assert given == [AxisMark(CODES[axis], 8)] * 2


def test_that_a_tap_far_from_every_axis_sets_nothing(web: WebInput) -> None:
    given = given_by(web)
    tap(web, QPoint(3, 3))
    assert given == []
    assert web.values == GAPS


def test_that_a_drag_follows_the_finger_and_is_told_once_when_it_lets_go(web: WebInput) -> None:
    given = given_by(web)
    QTest.mousePress(web, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(web, 4, 3))
    QTest.mouseMove(web, spot(web, 4, 8))
    assert web._shown[4] == 8
    assert given == []
    QTest.mouseRelease(web, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(web, 4, 9))
    assert given == [AxisMark("MD", 9)]


def test_that_a_drag_stays_on_its_axis_when_the_finger_wanders(web: WebInput) -> None:
    given = given_by(web)
    QTest.mousePress(web, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(web, 0, 9))
    QTest.mouseRelease(web, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(web, 1, 10))
    assert given == [AxisMark("LF", 5)]


def test_that_a_touch_sets_a_mark(web: WebInput) -> None:
    given = given_by(web)
    device = QTest.createTouchDevice()
    QTest.touchEvent(web, device).press(0, spot(web, 1, 4), web).commit()
    QTest.touchEvent(web, device).move(0, spot(web, 1, 6), web).commit()
    QTest.touchEvent(web, device).release(0, spot(web, 1, 6), web).commit()
    assert given == [AxisMark("MW", 6)]


@pytest.mark.parametrize(("key", "mark"), [("0", 0), ("7", 7), ("t", 10), ("T", 10)])
def test_that_a_digit_sets_a_mark_and_t_sets_ten(web: WebInput, key: str, mark: int) -> None:
    given = given_by(web)
    web.setFocus()
    QTest.keyClicks(web, key)
    assert given == [AxisMark("LF", mark)]


def test_that_arrows_go_round_the_axes_without_setting_anything(web: WebInput) -> None:
    given = given_by(web)
    web.setFocus()
    QTest.keyClick(web, Qt.Key.Key_Left)
    assert web.axis == "DF"
    QTest.keyClick(web, Qt.Key.Key_Right)
    QTest.keyClick(web, Qt.Key.Key_Right)
    assert web.axis == "MW"
    assert given == []


def test_that_delete_empties_the_axis(web: WebInput) -> None:
    web.set_values((5, 6, None, None, None, None))
    given = given_by(web)
    web.setFocus()
    QTest.keyClick(web, Qt.Key.Key_Delete)
    assert given == [AxisMark("LF", None)]
    assert web.values == (None, 6, None, None, None, None)


def test_that_a_shortcut_with_a_digit_is_no_mark(web: WebInput) -> None:
    given = given_by(web)
    web.setFocus()
    QTest.keyClick(web, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert given == []


def test_that_a_web_to_look_at_takes_no_marks_and_no_keyboard(web: WebInput) -> None:
    given = given_by(web)
    web.set_read_only(True)
    tap(web, spot(web, 2, 7))
    QTest.keyClicks(web, "7")
    assert given == []
    assert web.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_that_a_first_mark_stands_at_once_and_a_changed_one_slides(web: WebInput, qtbot: QtBot) -> None:
    web.set_calm(False)
    web.set_values((2, None, None, None, None, None))
    assert web._shown[0] == 2
    web.set_values((8, None, None, None, None, None))
    between = web._shown[0]
    assert between is not None
    assert between < 8
    qtbot.waitUntil(lambda: web._shown[0] == 8, timeout=SLIDE_MS * 10)


def test_that_a_calm_web_jumps(web: WebInput) -> None:
    web.set_values((2, None, None, None, None, None))
    web.set_values((8, None, None, None, None, None))
    assert web._shown[0] == 8


def test_that_what_is_shown_is_also_said(web: WebInput) -> None:
    web.set_values((6, 6.4, None, 7, 4, None))
    web.set_topics(("MD", "LF4"))
    said = web.accessibleDescription()
    assert "Lichaamsfuncties 6," in said
    assert "Mentaal welbevinden 6,4," in said
    assert "Zingeving geen cijfer" in said
    assert "Meedoen 4 (bespreken)" in said
    assert web.accessibleName() == "Het web van vandaag"


def test_that_rings_and_labels_are_drawn_once_until_something_about_them_changes(
    web: WebInput, qtbot: QtBot
) -> None:
    web.grab()
    first = web._backdrop
    web.set_values((6, 5, 7, 7, 4, 3))
    web.grab()
    assert web._backdrop is first
    web.set_topics(("MD",))
    web.grab()
    second = web._backdrop
    assert second is not first
    web.resize(420, 360)
    web.grab()
    assert web._backdrop is not second


def test_that_another_theme_redraws_the_rings(web: WebInput, wear: Callable[..., Theme]) -> None:
    web.grab()
    light = web._backdrop
    wear("donker")
    web.grab()
    assert web._backdrop is not light


def _inside(web: WebInput, one: int, other: int) -> QPoint:
    first, second = web._placed().at(point_at(one, 3)), web._placed().at(point_at(other, 3))
    # off the middle between two axes, where no ring or axis is drawn
    return (first * 0.52 + second * 0.48 + QPointF(1, 1)).toPoint()


def _colour(web: WebInput, place: QPoint) -> QColor:
    picture: QImage = web.grab().toImage()
    return picture.pixelColor(place * picture.devicePixelRatio())


def test_that_only_the_room_between_neighbouring_answered_axes_is_filled(web: WebInput) -> None:
    empty = [_colour(web, _inside(web, axis, (axis + 1) % 6)) for axis in range(6)]
    web.set_values((8, 8, None, 8, 8, 8))
    full = [_colour(web, _inside(web, axis, (axis + 1) % 6)) for axis in range(6)]
    assert [a != b for a, b in zip(empty, full, strict=True)] == [True, False, False, True, True, True]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_that_no_label_is_cut_and_none_lies_on_the_web(
    wear: Callable[..., Theme], qtbot: QtBot, scale: float
) -> None:
    from spinnenweb.ui.widgets import web_painting as paint

    wear("licht", scale)
    web = WebInput(CODES, LABELS)
    qtbot.addWidget(web)
    web.resize(px(370), px(330))
    space = web._placed()
    for axis, box in enumerate(paint.label_boxes(space, web._labels)):
        assert web.rect().toRectF().contains(box), LABELS[axis]
        assert not box.contains(space.at(point_at(axis, 10)))
    assert space.radius >= px(60)


def test_that_hovering_shows_where_a_mark_would_come_and_leaving_takes_it_away(web: WebInput) -> None:
    QTest.mouseMove(web, spot(web, 3, 5))
    assert web._ghost == (3, 5)
    QTest.mouseMove(web, QPoint(2, 2))
    assert web._ghost is None
