"""What a resident can take along, in which order, and that a screen for a photo shows nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.photo_screen import LONG_PRESS_MS, PhotoScreen
from spinnenweb.ui.printing import for_a4
from spinnenweb.ui.widgets.giving_buttons import GivingButtons
from tests.ui.conversation.hands import answer, press, tap

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.pages.conversation.ending import SummaryCard
    from tests.ui.conversation.conftest import Desk

PHONE = "het nummer van Anna"


def _at_the_end(desk: Desk, said: ConsentAnswer = ConsentAnswer.YES) -> SummaryCard:
    desk.workspace.settings.save(replace(desk.workspace.settings.get(), phone=PHONE))
    desk.open(resident=desk.resident("Jannie", "R-021").id)
    tap(desk, "MD", 4)
    agreement = desk.page.view.talk.spoken
    assert agreement is not None
    QTest.keyClicks(agreement.agreement.what, "naar de kaartclub")
    agreement.again._set(date(2026, 12, 5))
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, said)
    assert desk.page.ending is not None
    desk.settle()
    return desk.page.ending.summary


def _photo(desk: Desk) -> PhotoScreen:
    _at_the_end(desk).giving.photo.click()
    desk.settle()
    screen = desk.page.giving.screen
    assert screen is not None
    return screen


def test_that_a_file_is_the_last_choice_and_says_where_it_lies(desk: Desk) -> None:
    giving = _at_the_end(desk).giving
    shown = [button.text() for button in giving.findChildren(QPushButton)]
    assert shown == ["Laat een foto maken", "Afdrukken", "Breng ik langs", "Bewaren als PDF"]
    tops = [button.y() for button in giving.buttons]
    assert tops == sorted(tops)
    assert "ligt niet in je kluis" in giving.pdf.accessibleDescription()


def test_that_the_photo_shows_web_step_date_and_number_and_no_name(desk: Desk) -> None:
    screen = _photo(desk)
    said = screen.accessibleName()
    for words in ("Meedoen: 4", "naar de kaartclub", "5 december 2026", PHONE):
        assert words in said
    assert "Jannie" not in said
    assert "R-021" not in said
    assert screen.words.document(1.0).toPlainText().count("kaartclub") == 1
    assert screen.geometry() == desk.page.window().rect()


def test_that_nothing_of_the_page_is_seen_through_the_photo(desk: Desk) -> None:
    screen = _photo(desk)
    window = desk.page.window()
    children = [child for child in window.children() if isinstance(child, QWidget) and child.isVisible()]
    assert children[-1] is screen
    corners = [QPoint(2, 2), QPoint(screen.width() - 3, 2), QPoint(2, screen.height() - 3)]
    picture = window.grab().toImage()
    assert {picture.pixelColor(corner * picture.devicePixelRatio()).name() for corner in corners} == {"#ffffff"}
    assert not screen.findChildren(QPushButton)


def test_that_the_keys_of_the_page_are_dead_under_the_photo(desk: Desk) -> None:
    screen = _photo(desk)
    assert QApplication.focusWidget() is screen
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(screen, key, modifier)
    desk.settle()
    assert desk.page.talk is not None
    assert desk.went == []
    assert QApplication.focusWidget() is screen


def test_that_locking_goes_on_under_the_photo(desk: Desk) -> None:
    screen = _photo(desk)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    lock = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_L, both)
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    lock.ignore()
    other.ignore()
    QApplication.sendEvent(screen, lock)
    QApplication.sendEvent(screen, other)
    assert not lock.isAccepted()
    assert other.isAccepted()


def test_that_esc_leads_back_to_where_the_worker_was(desk: Desk) -> None:
    screen = _photo(desk)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.giving.screen is None
    assert not desk.page.window().isFullScreen()
    assert desk.page.ending is not None


def test_that_only_a_long_press_leads_back(desk: Desk) -> None:
    screen = _photo(desk)
    press(screen)
    assert desk.page.giving.screen is screen
    QTest.mousePress(screen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    desk.bot.waitUntil(lambda: desk.page.giving.screen is None, timeout=LONG_PRESS_MS * 4)


def test_that_the_photo_goes_with_the_page(desk: Desk) -> None:
    _photo(desk)
    desk.page.hide()
    assert desk.page.giving.screen is None
    desk.page.show()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (683, 384), (500, 900)])
def test_that_the_words_fit_beside_or_under_the_web(desk: Desk, width: int, height: int) -> None:
    screen = _photo(desk)
    screen.setGeometry(0, 0, width, height)
    desk.settle()
    sizes = [screen.words.document(size).size().height() for size in (0.85, 2.4)]
    assert sizes[0] <= screen.words.height()
    beside = screen.words.x() > screen.web.geometry().right()
    assert beside == (width > height * 1.25)


def _paper(desk: Desk, target: Path) -> Path:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    desk.asker.paper = for_a4(printer)
    return target


@pytest.mark.parametrize("said", [ConsentAnswer.YES, ConsentAnswer.NO])
def test_that_printing_makes_no_file_of_its_own(desk: Desk, tmp_path: Path, said: ConsentAnswer) -> None:
    summary = _at_the_end(desk, said)
    paper = _paper(desk, tmp_path / "papier.pdf")
    before = set(tmp_path.rglob("*.pdf"))
    summary.giving.print.click()
    desk.bot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.said == ["Het is naar de printer."]
    assert set(tmp_path.rglob("*.pdf")) - before == {paper}
    assert desk.asker.suggested == []


def test_that_no_printer_chosen_is_nothing_printed(desk: Desk) -> None:
    _at_the_end(desk).giving.print.click()
    desk.wait()
    assert desk.said == []


def test_that_bringing_along_is_put_on_the_agenda_when_the_talk_is_kept(desk: Desk) -> None:
    summary = _at_the_end(desk)
    summary.parts.ticks["marks"].click()
    summary.giving.bring.click()
    assert desk.workspace.bringing.waiting() == ()
    press(desk.page.view.finish)
    desk.bot.waitUntil(lambda: bool(desk.went))
    desk.wait()
    (line,) = desk.workspace.bringing.waiting()
    assert line.resident is not None
    assert line.resident.code == "R-021"
    assert "cijfers" not in line.follow_up.what


def test_that_what_is_not_kept_cannot_be_brought_later(desk: Desk) -> None:
    summary = _at_the_end(desk, ConsentAnswer.NO)
    assert not summary.giving.bring.isEnabled()
    assert "mag bewaren" in summary.giving.bring_hint.text()
    assert summary.giving.photo.isEnabled()
    assert isinstance(summary.giving, GivingButtons)
