from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QDialog,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.flow_layout import Columns, FlowLayout
from spinnenweb.ui.widgets.header import PageHeader
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.scroll import SETTLE_MS, PageScroll
from spinnenweb.ui.widgets.tab_order import as_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme

    Wear = Callable[..., Theme]
    OnScreen = Callable[[QWidget], None]


def holder_of(layout: QLayout) -> QWidget:
    widget = layout.parentWidget()
    assert widget is not None
    return widget


def place(layout: QLayout, number: int) -> QRect:
    item = layout.itemAt(number)
    assert item is not None
    return item.geometry()


@pytest.fixture
def boxes(wear: Wear, qtbot: QtBot) -> tuple[QWidget, FlowLayout]:
    """Five boxes of 100 by 30 in a flow with gaps of 10."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=10)
    for _ in range(5):
        box = QLabel()
        box.setFixedSize(100, 30)
        layout.addWidget(box)
    return holder, layout


@pytest.mark.parametrize(
    ("width", "lines"), [(1000, 1), (540, 1), (539, 2), (320, 2), (210, 3), (100, 5), (40, 5)]
)
def test_that_a_flow_takes_as_many_lines_as_it_needs(
    boxes: tuple[QWidget, FlowLayout], width: int, lines: int
) -> None:
    assert boxes[1].heightForWidth(width) == lines * 30 + (lines - 1) * 10


def test_that_no_two_items_of_a_flow_overlap(boxes: tuple[QWidget, FlowLayout]) -> None:
    holder, layout = boxes
    holder.resize(250, layout.heightForWidth(250))
    layout.activate()
    places = [place(layout, number) for number in range(layout.count())]
    assert all(holder.rect().contains(area) for area in places)
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_that_a_hidden_item_leaves_no_hole_in_a_flow(boxes: tuple[QWidget, FlowLayout]) -> None:
    holder, layout = boxes
    holder.findChildren(QLabel)[0].hide()
    assert layout.heightForWidth(430) == 30


def test_that_a_flow_reads_from_the_right_where_the_language_does(boxes: tuple[QWidget, FlowLayout]) -> None:
    holder, layout = boxes
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.setGeometry(QRect(0, 0, 600, 30))
    assert place(layout, 0).right() == 599


def test_that_columns_go_under_each_other_when_letters_are_large(wear: Wear, qtbot: QtBot) -> None:
    def second_column_top(scale: float) -> int:
        wear("licht", scale)
        columns = Columns((5, 4))
        qtbot.addWidget(columns)
        for number in (0, 1):
            columns.column(number).addWidget(text_label("Wat staat open"))
        columns.resize(1102, 600)
        columns.show()
        holder = holder_of(columns.column(1))
        columns.hide()
        return holder.y()

    assert second_column_top(1.0) == 0
    assert second_column_top(2.0) > 0


def test_that_columns_share_the_width_by_weight(wear: Wear, qtbot: QtBot) -> None:
    columns = Columns((3, 1), gap=20)
    qtbot.addWidget(columns)
    columns.resize(1020, 400)
    columns.show()
    widths = [holder_of(columns.column(number)).width() for number in (0, 1)]
    assert widths[0] == pytest.approx(3 * widths[1], abs=3)


def test_that_the_actions_of_a_page_go_under_a_title_that_leaves_no_room(wear: Wear, qtbot: QtBot) -> None:
    header = PageHeader("Cijfers van Ruinerdal, tot en met oktober 2026", "Alleen voor jou")
    qtbot.addWidget(header)
    button = QPushButton("Overzicht maken")
    header.add_action(button)
    header.resize(1100, header.heightForWidth(1100))
    header.show()
    assert button.mapTo(header, button.rect().topLeft()).x() > 800
    header.resize(600, header.heightForWidth(600))
    assert button.mapTo(header, button.rect().topLeft()).x() == 0
    assert button.mapTo(header, button.rect().topLeft()).y() >= header.title.height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_that_a_page_is_a_column_in_the_middle_that_only_scrolls_down(
    wear: Wear, qtbot: QtBot, on_screen: OnScreen, scale: float
) -> None:
    wear("licht", scale)
    page = PageScroll()
    qtbot.addWidget(page)
    for _ in range(60):
        page.add(text_label("Alleen wat je nodig hebt. " * 8))
    page.resize(1400, 700)
    on_screen(page)
    column = holder_of(page.body)
    left = column.mapTo(page.viewport(), column.rect().topLeft()).x()
    right = page.viewport().width() - left - column.width()
    assert column.width() <= px(1100)
    assert abs(left - right) <= 1
    assert page.horizontalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() > 0


def test_that_content_stands_at_the_top_of_a_short_page(wear: Wear, qtbot: QtBot) -> None:
    page = PageScroll()
    qtbot.addWidget(page)
    first, second = text_label("een"), text_label("twee")
    page.add(first)
    page.add(second)
    page.resize(800, 900)
    page.show()
    assert second.mapTo(page, second.rect().topLeft()).y() < 120


def test_that_a_page_stays_at_what_was_asked_for_when_more_comes_above_it(wear: Wear, on_screen: OnScreen) -> None:
    page = PageScroll()
    late, wanted = text_label(""), text_label("hier")
    late.setFixedHeight(10)
    for part in (late, wanted):
        page.add(part)
    for _ in range(60):
        page.add(text_label("Alleen wat je nodig hebt. " * 8))
    page.resize(800, 400)
    on_screen(page)
    page.bring_to(wanted)
    QTest.qWait(2 * SETTLE_MS)
    late.setFixedHeight(900)
    QTest.qWait(SETTLE_MS)
    assert not wanted.visibleRegion().isEmpty()
    page.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    late.setFixedHeight(1200)
    QTest.qWait(SETTLE_MS)
    assert page.verticalScrollBar().value() == 0


def test_that_a_dialog_over_a_page_keeps_an_order_of_its_own(wear: Wear, on_screen: OnScreen) -> None:
    page = PageScroll()
    holder, here, there = QWidget(), QPushButton("hier"), QPushButton("daar")
    page.add(holder)
    page.add(here)
    dialog = QDialog(holder)
    QVBoxLayout(dialog).addWidget(there)
    on_screen(page)
    dialog.show()
    assert list(as_read(page)) == [here]


def test_that_a_head_of_a_page_shows_no_window_of_its_own(wear: Wear, qtbot: QtBot) -> None:
    header = PageHeader("Vandaag", "3 afspraken")
    qtbot.addWidget(header)
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    header.show()
    assert header.sub.isVisible()
