from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from spinnenweb.domain.instruments import ADULT, Mode, Scale
from spinnenweb.domain.scoring import Score, ScoreState, Web
from spinnenweb.ui.jobs import Jobs
from spinnenweb.ui.theme.look import apply_theme, load_theme
from spinnenweb.ui.widgets.figure_view import SETTLE_MS, FigureView, screen_style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from spinnenweb.charts.style import ChartStyle
    from spinnenweb.ui.widgets.figure_view import Chart, Size

CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
SENTENCE = "Web van 21 november 2026: Lichaamsfuncties 6."


class _Drawer:
    """Draws a web and remembers for which size and letter."""

    def __init__(self) -> None:
        self.asked: list[tuple[Size, float]] = []
        self.figures: list[Chart] = []

    def draw(self, size: Size, style: ChartStyle, points: float) -> Chart:
        from spinnenweb.charts.radar import radar_figure
        from spinnenweb.charts.webs import LabelledWeb

        self.asked.append((size, points))
        scores = (Score(6.0, ScoreState.MARK),) * 6
        web = Web(CODES, scores, (), ADULT, Mode.DIRECT, Scale.MARKS)
        figure = radar_figure([LabelledWeb(web)], {code: code for code in CODES}, style, size, text_size=points)
        self.figures.append(figure)
        return figure


def _high(width: int) -> int:
    return width // 2


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, resources: Path) -> Iterator[tuple[FigureView, _Drawer]]:
    apply_theme(qapp, load_theme(resources, "licht"))
    view, drawer = FigureView(), _Drawer()
    view.resize(400, 300)
    view.show_figure(drawer.draw, SENTENCE, _high)
    yield view, drawer
    view.close()
    view.deleteLater()
    apply_theme(qapp, load_theme(resources, "licht"))


def _shown(view: FigureView, qtbot: QtBot) -> QColor:
    qtbot.waitUntil(lambda: view.has_picture, timeout=20_000)
    return view.grab().toImage().pixelColor(2, 2)


def test_that_a_chart_is_drawn_when_it_is_seen_and_not_before(
    view: tuple[FigureView, _Drawer], qtbot: QtBot
) -> None:
    figure_view, drawer = view
    qtbot.wait(50)
    assert drawer.asked == []
    figure_view.show()
    _shown(figure_view, qtbot)
    assert len(drawer.asked) == 1
    assert figure_view.accessibleName() == SENTENCE


def test_that_a_chart_takes_the_size_of_its_place_and_the_letter_of_the_page(
    view: tuple[FigureView, _Drawer], qtbot: QtBot
) -> None:
    figure_view, drawer = view
    figure_view.show()
    _shown(figure_view, qtbot)
    dots = figure_view.logicalDpiX()
    assert drawer.asked[-1] == ((400 / dots, 300 / dots), 10.5)
    with qtbot.waitSignal(figure_view.drawn):
        figure_view.resize(500, 300)
    assert drawer.asked[-1][0] == (500 / dots, 300 / dots)
    assert figure_view.heightForWidth(500) == 250


def test_that_a_chart_follows_the_theme(
    view: tuple[FigureView, _Drawer], qtbot: QtBot, qapp: QApplication, resources: Path
) -> None:
    figure_view, _ = view
    figure_view.show()
    assert _shown(figure_view, qtbot) == QColor("#ffffff")
    dark = load_theme(resources, "donker")
    with qtbot.waitSignal(figure_view.drawn):
        apply_theme(qapp, dark)
    assert _shown(figure_view, qtbot) == dark.colour("card")
    assert screen_style().now == dark.data_now


def test_that_only_the_picture_of_a_chart_stays(view: tuple[FigureView, _Drawer], qtbot: QtBot) -> None:
    figure_view, drawer = view
    figure_view.show()
    _shown(figure_view, qtbot)
    assert [figure.axes for figure in drawer.figures] == [[]]


def test_that_a_chart_that_gets_its_size_late_is_drawn_once(
    view: tuple[FigureView, _Drawer], qtbot: QtBot
) -> None:
    figure_view, drawer = view
    figure_view.show()
    for width in (420, 460, 500):
        figure_view.resize(width, 300)
    _shown(figure_view, qtbot)
    qtbot.wait(SETTLE_MS + 40)
    assert len(drawer.asked) == 1


def test_that_a_chart_is_drawn_beside_the_window_and_an_old_picture_never_shown(
    qapp: QApplication, qtbot: QtBot, resources: Path
) -> None:
    apply_theme(qapp, load_theme(resources, "licht"))
    jobs, drawer, threads = Jobs(), _Drawer(), []

    def noted(size: Size, style: ChartStyle, points: float) -> Chart:
        threads.append(threading.current_thread())
        return drawer.draw(size, style, points)

    view = FigureView(jobs)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_figure(noted, SENTENCE, _high)
    view.show()
    qtbot.waitUntil(lambda: bool(threads), timeout=20_000)
    view.show_figure(noted, "een ander web", _high)
    assert not view.has_picture
    qtbot.waitUntil(lambda: view.has_picture, timeout=20_000)
    assert len(threads) == 2
    assert threading.main_thread() not in threads
    jobs.close()
