"""One subject with its mark, its answers without a mark, its tick and its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinnenweb.domain.answers import EMPTY, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.scoring import Score, ScoreState
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.mark_row import MarkRow, RowAnswer, RowNote, RowTopic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.theme.look import Theme


@pytest.fixture
def words(resources: Path) -> Wording:
    return Wording.read(resources / "texts" / "nl" / "werker.toml")


@pytest.fixture
def row(wear: Callable[..., Theme], words: Wording, qtbot: QtBot, on_screen: Callable[[QWidget], None]) -> MarkRow:
    wear()
    row = MarkRow("MD", "Meedoen", words)
    qtbot.addWidget(row)
    row.resize(700, 100)
    on_screen(row)
    return row


def answers_of(row: MarkRow) -> list[RowAnswer]:
    given: list[RowAnswer] = []
    row.answered.connect(given.append)
    return given


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def keyboard(row: MarkRow) -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_that_a_press_gives_the_mark_in_the_hand_of_the_worker(row: MarkRow) -> None:
    given = answers_of(row)
    press(row.marks.buttons[6])
    assert given == [RowAnswer("MD", marked(6, SetBy.WORKER))]


def test_that_a_second_press_on_the_chosen_mark_empties_it(row: MarkRow) -> None:
    given = answers_of(row)
    press(row.marks.buttons[6])
    press(row.marks.buttons[6])
    assert given[-1] == RowAnswer("MD", EMPTY)
    assert not any(button.isChecked() for button in row.marks.buttons)


def test_that_tab_comes_to_the_marks_once_and_arrows_walk_through_them(row: MarkRow) -> None:
    given = answers_of(row)
    row.marks.focus()
    QTest.keyClick(keyboard(row), Qt.Key.Key_Right)
    QTest.keyClick(keyboard(row), Qt.Key.Key_Right)
    assert keyboard(row) is row.marks.buttons[2]
    QTest.keyClick(keyboard(row), Qt.Key.Key_Space)
    assert given == [RowAnswer("MD", marked(2, SetBy.WORKER))]
    QTest.keyClick(keyboard(row), Qt.Key.Key_Tab)
    assert keyboard(row) not in row.marks.buttons
    QTest.keyClick(keyboard(row), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard(row) is row.marks.buttons[2]


def test_that_tab_arrives_at_the_chosen_mark(row: MarkRow) -> None:
    row.note.setFocus()
    row.show_answer(marked(8))
    tabbed = [button.mark for button in row.marks.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [8]


@pytest.mark.parametrize(("key", "mark"), [("0", 0), ("9", 9), ("t", 10)])
def test_that_digits_and_t_set_marks_from_anywhere_in_the_row_of_marks(row: MarkRow, key: str, mark: int) -> None:
    given = answers_of(row)
    row.marks.focus()
    QTest.keyClicks(keyboard(row), key)
    assert given == [RowAnswer("MD", marked(mark, SetBy.WORKER))]
    assert keyboard(row) is row.marks.buttons[mark]


def test_that_delete_empties_the_mark(row: MarkRow) -> None:
    row.show_answer(marked(4))
    given = answers_of(row)
    row.marks.focus()
    QTest.keyClick(keyboard(row), Qt.Key.Key_Delete)
    assert given == [RowAnswer("MD", EMPTY)]


@pytest.mark.parametrize(("link", "reason"), [("unknown", NoMark.UNKNOWN), ("declined", NoMark.DECLINED)])
def test_that_the_words_without_a_mark_take_the_mark_away_and_again_leave_it_empty(
    row: MarkRow, link: str, reason: NoMark
) -> None:
    row.show_answer(marked(4))
    given = answers_of(row)
    press(getattr(row, link))
    assert given == [RowAnswer("MD", without_mark(reason, SetBy.WORKER))]
    assert row.marks.mark is None
    press(getattr(row, link))
    assert given[-1] == RowAnswer("MD", EMPTY)


def test_that_nothing_is_chosen_before_anything_is_said(row: MarkRow) -> None:
    row.show_answer(EMPTY)
    assert not any(button.isChecked() for button in (*row.marks.buttons, row.unknown, row.declined))


def test_that_ticking_tells_and_makes_the_label_bold(row: MarkRow) -> None:
    told: list[RowTopic] = []
    row.ticked.connect(told.append)
    QTest.keyClick(row.topic, Qt.Key.Key_Space)
    assert told == [RowTopic("MD", True)]
    assert row.label.font().bold()


def test_that_writing_tells_and_showing_does_not(row: MarkRow) -> None:
    told: list[RowNote] = []
    row.noted.connect(told.append)
    row.show_note("Mist de kaartclub")
    assert told == []
    QTest.keyClicks(row.note, "!")
    assert told == [RowNote("MD", "!Mist de kaartclub")]


def test_that_the_note_says_that_the_resident_reads_along(row: MarkRow, words: Wording) -> None:
    assert row.note.placeholderText() == words.say("message.note_hint")


def test_that_a_note_grows_with_its_lines_up_to_a_bound(row: MarkRow) -> None:
    low = row.note.height()
    row.show_note("een\ntwee\ndrie")
    three = row.note.height()
    row.show_note("\n".join("abcdefghij"))
    six = row.note.height()
    row.show_note("\n".join("abcdefghijklmnop"))
    assert low < three < six == row.note.height()


def test_that_tab_leaves_the_note(row: MarkRow) -> None:
    row.note.setFocus()
    QTest.keyClick(row.note, Qt.Key.Key_Tab)
    assert keyboard(row) is not row.note
    assert row.note.toPlainText() == ""


def test_that_every_control_has_a_name_with_the_subject_in_it(row: MarkRow) -> None:
    assert row.marks.buttons[6].accessibleName() == "Meedoen, cijfer 6"
    for part in (row.unknown, row.declined, row.topic, row.note, row.fold):
        assert "Meedoen" in part.accessibleName()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_marks_are_large_enough_for_a_finger(
    wear: Callable[..., Theme], words: Wording, qtbot: QtBot, on_screen: Callable[[QWidget], None], scale: float
) -> None:
    wear("licht", scale)
    row = MarkRow("MD", "Meedoen", words)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    on_screen(row)
    sizes = {(button.width(), button.height()) for button in row.marks.buttons}
    assert all(width >= px(32) and height >= px(32) for width, height in sizes)


def test_that_the_label_goes_above_the_marks_where_there_is_little_room(row: MarkRow) -> None:
    wide = row.sizeHint().width()
    row.resize(wide, 100)
    QTest.qWait(1)
    assert row.label.geometry().center().y() in range(row.marks.y(), row.marks.geometry().bottom())
    row.resize(row.minimumSizeHint().width(), 180)
    QTest.qWait(1)
    assert row.label.geometry().bottom() < row.marks.y()
    assert row.marks.width() == row.marks.sizeHint().width()


def test_that_the_links_go_below_the_marks_where_there_is_less_room_still(row: MarkRow) -> None:
    row.resize(row.minimumSizeHint().width(), 260)
    QTest.qWait(1)
    assert row.unknown.geometry().top() >= row.marks.geometry().bottom()
    tops = [part.mapTo(row, QPoint()).y() for part in (row.unknown, row.note, row.declined)]
    assert tops == sorted(tops)
    row.resize(row.sizeHint().width(), 100)
    QTest.qWait(1)
    assert row.unknown.x() > row.marks.geometry().right()


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (Score(6.4, ScoreState.MARK), "6,4"),
        (Score(None, ScoreState.TOO_FEW), "te weinig antwoorden"),
        (Score(None, ScoreState.DECLINED), "zegt liever niet"),
    ],
)
def test_that_a_mean_stands_in_place_of_the_buttons(row: MarkRow, score: Score, said: str) -> None:
    row.show_mean(score)
    assert row.mean.text() == said
    assert not row.marks.isVisible()
    row.show_mean(None)
    assert row.marks.isVisible()
