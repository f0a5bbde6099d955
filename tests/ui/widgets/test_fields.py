"""Scrolling over a field moves the page and leaves what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from spinnenweb.ui.widgets.fields import ChoiceBox, DayBox, MomentBox, NumberBox
from spinnenweb.ui.widgets.mark_slider import MarkSlider
from spinnenweb.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


def choice() -> tuple[QWidget, Callable[[], object]]:
    field = ChoiceBox()
    field.addItems(["een", "twee", "drie"])
    field.setCurrentIndex(1)
    return field, field.currentIndex


def day() -> tuple[QWidget, Callable[[], object]]:
    field = DayBox()
    field.setDate(QDate(2026, 11, 22))
    return field, field.date


def moment() -> tuple[QWidget, Callable[[], object]]:
    field = MomentBox()
    field.setDateTime(QDateTime(2026, 11, 22, 14, 5, 0))
    return field, field.dateTime


def number() -> tuple[QWidget, Callable[[], object]]:
    field = NumberBox()
    field.setValue(7)
    return field, field.value


def slider() -> tuple[QWidget, Callable[[], object]]:
    field = MarkSlider("Meedoen")
    return field, lambda: field.mark


def turn(window: QWidget, over: QWidget) -> None:
    """One notch downwards with the pointer over a field, as the system sends it."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, QPointF(over.mapTo(window, over.rect().center())), QPoint(0, -120))


@pytest.mark.parametrize("make", [choice, day, moment, number, slider])
def test_that_the_wheel_moves_the_page_and_never_what_stands_in_a_field(
    qtbot: QtBot, wear: Wear, on_screen: OnScreen, make: Callable[[], tuple[QWidget, Callable[[], object]]]
) -> None:
    wear("licht")
    field, said = make()
    page = PageScroll()
    page.add(field)
    tall = QLabel("veel")
    tall.setFixedHeight(2000)
    page.add(tall)
    qtbot.addWidget(page)
    page.resize(700, 400)
    on_screen(page)
    before = said()
    turn(page, field)
    assert said() == before
    assert page.verticalScrollBar().value() > 0
