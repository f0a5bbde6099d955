"""A whole conversation at the table: by touch, by keyboard, in Arabic, and with everything skipped."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import TYPE_CHECKING

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from spinnenweb.domain.answers import NoMark, SetBy
from spinnenweb.domain.conversations import MOST_THEMES, Matter, Sureness, WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.ui.places import RESIDENT
from spinnenweb.ui.talk import edits
from spinnenweb.ui.together import route
from spinnenweb.ui.together.screens.agreeing import AgainScreen, ThemesScreen
from spinnenweb.ui.together.screens.closing import MayScreen
from spinnenweb.ui.together.screens.look import LookScreen
from spinnenweb.ui.together.screens.opening import WhereScreen
from spinnenweb.ui.together.screens.step import StepScreen, StepSureScreen
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.together.screens.wishes import ChangeScreen, GiveScreen, MattersScreen
from spinnenweb.ui.widgets.big_marks import BigMarks
from tests.keys import go_to, here, key, tick, write
from tests.ui.together.conftest import press, touch, touch_and_hold

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPointingDevice

    from spinnenweb.domain.conversations import Conversation
    from tests.ui.together.conftest import Table

    Sit = Callable[..., Table]

CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
MARKS = (6, 5, 7, 7, 4, 6)


def test_that_a_whole_conversation_needs_only_a_finger(sit: Sit, finger: QPointingDevice) -> None:
    table = sit()
    tap = table.house.settle

    touch(finger, table.view.on)
    tap()
    assert isinstance(table.screen, WhereScreen)
    touch(finger, table.screen.tiles["LF"])
    tap()
    for code, mark in zip(CODES, MARKS, strict=True):
        assert table.view.stop.code == code
        touch(finger, table.web, table.spot(code, mark))
        tap()
        touch(finger, table.view.on)
        tap()
    for _ in range(3):
        touch(finger, table.view.on)
        tap()
    assert isinstance(table.screen, ChangeScreen)
    touch(finger, table.screen.answers.buttons[WantsChange.NOT_NOW])
    tap()
    for _ in range(3):
        touch(finger, table.view.on)
        tap()
    for purpose in (Purpose.RECORD, Purpose.COUNT, Purpose.CONTACT):
        assert isinstance(table.screen, MayScreen)
        touch(finger, table.screen.answers.buttons[ConsentAnswer.YES])
        tap()
        assert table.draft.answers[purpose] is ConsentAnswer.YES
        touch(finger, table.view.on)
        tap()
    assert [entry.answer.mark for entry in table.talk.dimensions] == list(MARKS)
    assert {entry.answer.set_by for entry in table.talk.dimensions} == {SetBy.RESIDENT}
    assert table.talk.order == CODES
    touch(finger, table.view.on)
    tap()
    assert table.view.stop.name == route.THANKS
    touch_and_hold(finger, table.view.my_screen)
    tap()
    assert not table.is_looking()
    touch(finger, table.page.view.finish)
    assert _kept(table).finished


def _kept(table: Table) -> Conversation:
    """The conversation as it was kept, once the program has gone on to the resident."""
    house = table.house
    house.bot.waitUntil(lambda: bool(house.went))
    assert house.went[-1].page == RESIDENT
    (talk,) = house.workspace.conversations.of(house.went[-1].record)
    assert house.workspace.conversations.drafts() == ()
    return talk


def test_that_a_whole_conversation_needs_only_the_keyboard(sit: Sit) -> None:
    table = sit()
    key(Qt.Key.Key_Return)
    tick("Meedoen")
    assert table.view.stop.code == "MD"
    write("4")
    tick("Dit wil ik bespreken")
    for mark in ("6", "t", "0", "7", "5"):
        _next(table)
        write(mark)
    _next(table)
    write("Meer mensen dan ik dacht")
    _next(table)
    tick("Samen leuke dingen doen")
    _next(table)
    write("Taarten bakken")
    _next(table)
    tick("Ja, graag")
    _next(table)
    write("De kaartclub bellen")
    _next(table)
    write("dinsdag")
    key(Qt.Key.Key_Tab)
    write("buurvrouw")
    _next(table)
    tick("Misschien")
    _next(table)
    tick("Mensen zien en spreken")
    _next(table)
    tick("zaterdag 5 december")
    for answer in ("Ja, dat is goed", "Nee, liever niet", "Vraag het later"):
        _next(table)
        tick(answer)
    _assert_heard(table)
    _next(table)
    _next(table)
    held = here()
    QTest.keyPress(held, Qt.Key.Key_F11)
    table.house.bot.waitUntil(lambda: not table.is_looking(), timeout=3000)
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = _kept(table)
    assert [entry.answer.mark for entry in kept.dimensions] == [10, 0, 7, 5, 4, 6]
    assert {entry.answer.set_by for entry in kept.dimensions} == {SetBy.RESIDENT}


def _next(table: Table) -> None:
    go_to("Verder")
    key(Qt.Key.Key_Space)
    table.house.settle()


def _assert_heard(table: Table) -> None:
    talk = table.talk
    assert talk.order == ("MD", "DF", "LF", "MW", "ZG", "KL")
    assert [entry.answer.mark for entry in talk.dimensions] == [10, 0, 7, 5, 4, 6]
    assert talk.topics == ("MD",)
    assert talk.noticed == "Meer mensen dan ik dacht"
    assert talk.matters == (Matter("MD3"),)
    assert talk.gift == "Taarten bakken"
    assert talk.wants_change is WantsChange.YES
    assert (talk.step.what, talk.step.when, talk.step.with_whom) == ("De kaartclub bellen", "dinsdag", "buurvrouw")
    assert talk.step.sure is Sureness.MAYBE
    assert talk.themes == ("sociale-contacten",)
    assert talk.return_on is not None
    assert talk.return_on.isoformat() == "2026-12-05"
    assert list(table.draft.answers.values()) == [ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.LATER]


def test_that_a_whole_conversation_is_held_in_arabic(sit: Sit) -> None:
    table = sit("ar")
    seen = []
    for _ in range(40):
        stop = table.view.stop
        seen.append(stop.name)
        _assert_from_the_right(table)
        _answer_in_arabic(table)
        if stop.name == route.THANKS:
            break
        table.on()
    assert seen.count(route.SUBJECT) == 6
    assert {route.STEP, route.STEP_SURE, route.THEMES, route.MAY_CONTACT} <= set(seen)
    table.leave()
    press(table.page.view.finish)
    kept = _kept(table)
    assert [entry.answer.mark for entry in kept.dimensions] == [8] * 6
    assert kept.step.what == "De kaartclub"
    consents = table.house.workspace.residents.consents(kept.resident_id)
    assert {said.language for said in consents} == {"ar"}
    assert len(consents) == 3


def _assert_from_the_right(table: Table) -> None:
    """Reading begins at the right; what the worker types is Dutch and begins at the left."""
    view = table.view
    assert table.house.frame.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert view.pause.x() < view.my_screen.x()
    if view.back.isVisible() and view.on.isVisible():
        assert view.on.x() < view.back.x()
    for field in (*table.screen.findChildren(QLineEdit), *table.screen.findChildren(QPlainTextEdit)):
        assert field.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert re.search("[\u0621-\u064a]", table.texts())


def _answer_in_arabic(table: Table) -> None:
    screen = table.screen
    if isinstance(screen, SubjectScreen):
        press(table.web, table.spot(screen.code, 8))
    elif isinstance(screen, ChangeScreen):
        press(screen.answers.buttons[WantsChange.YES])
    elif isinstance(screen, StepScreen):
        QTest.keyClicks(screen.what, "De kaartclub")
    elif isinstance(screen, MayScreen):
        press(screen.answers.buttons[ConsentAnswer.YES])
    table.house.settle()


def test_that_arabic_stands_from_the_right_and_the_web_as_always(sit: Sit) -> None:
    table = sit("ar")
    assert table.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert table.house.frame.layoutDirection() is Qt.LayoutDirection.LeftToRight
    table.to(route.SUBJECT)
    press(table.web, table.spot("MW", 8))
    table.house.settle()
    assert table.talk.entry("MW").answer.mark == 8
    part = table.at(SubjectScreen).marks
    assert part is not None
    assert isinstance(part.input, BigMarks)
    buttons = part.input.buttons
    assert buttons[0].x() > buttons[10].x()
    assert [button.text() for button in buttons] == [str(mark) for mark in range(11)]
    buttons[8].setFocus()
    key(Qt.Key.Key_Left)
    assert buttons[9].hasFocus()


def test_that_the_worker_reads_the_dutch_of_every_sentence(sit: Sit) -> None:
    texts = sit("uk").texts()
    assert "Fijn dat we samen praten." in texts
    assert "Добре" in texts


def test_that_all_may_be_skipped(sit: Sit) -> None:
    table = sit()
    table.on(2)
    for _ in CODES:
        press(table.view.skip)
        table.house.settle()
    assert table.view.stop.name == route.LOOK
    assert [entry.answer.no_mark for entry in table.talk.dimensions] == [NoMark.NOT_DISCUSSED] * 6
    table.to(route.THANKS)
    assert not table.talk.has_marks()
    assert table.talk.wants_change is None
    assert table.draft.answers == {}


def test_that_what_was_skipped_is_a_gap_and_the_summary_says_so(sit: Sit) -> None:
    table = sit()
    table.on(2)
    for _ in CODES:
        press(table.view.skip)
        table.house.settle()
    assert isinstance(table.screen, LookScreen)
    assert list(table.screen.web.values) == [None] * 6
    table.to(route.MAY_RECORD)
    press(table.at(MayScreen).answers.buttons[ConsentAnswer.YES])
    table.to(route.THANKS)
    table.leave()
    press(table.page.view.finish)
    kept = _kept(table)
    assert {entry.answer.mark for entry in kept.dimensions} == {None}
    workspace = table.house.workspace
    person = workspace.residents.get(kept.resident_id)
    paper = PdfReader(io.BytesIO(workspace.summaries.pdf(person, kept, SummaryChoice())))
    words = " ".join(" ".join(page.extract_text().split()) for page in paper.pages)
    assert "Een streepje betekent: geen cijfer." in words
    assert words.count("–") >= len(CODES)


def test_that_back_leads_all_the_way_and_keeps_what_was_said(sit: Sit) -> None:
    table = sit()
    table.to(route.SUBJECT)
    press(table.web, table.spot("LF", 6))
    table.to(route.THANKS)
    for _ in range(40):
        if not table.view.back.isVisible():
            break
        press(table.view.back)
        table.house.settle()
    assert table.view.stop.name == route.WELCOME
    assert table.talk.entry("LF").answer.mark == 6


def test_that_a_hard_step_is_made_smaller(sit: Sit) -> None:
    table = sit()
    table.to(route.CHANGE)
    press(table.at(ChangeScreen).answers.buttons[WantsChange.YES])
    table.on()
    QTest.keyClicks(table.at(StepScreen).what, "Verhuizen")
    table.on(2)
    sure = table.at(StepSureScreen)
    assert not sure.smaller.isVisibleTo(sure)
    press(sure.answers.buttons[Sureness.HARD])
    assert sure.smaller.isVisible()
    press(sure.again)
    table.house.settle()
    step = table.at(StepScreen)
    assert step.smaller.isVisible()
    assert step.what.toPlainText() == "Verhuizen"


def to_sure(table: Table) -> StepSureScreen:
    table.to(route.CHANGE)
    press(table.at(ChangeScreen).answers.buttons[WantsChange.YES])
    table.on()
    QTest.keyClicks(table.at(StepScreen).what, "Verhuizen")
    table.on(2)
    return table.at(StepSureScreen)


def test_that_who_likes_numbers_says_how_sure_with_one(sit: Sit) -> None:
    table = sit()
    screen = to_sure(table)
    assert not screen.marks.isVisible()
    press(screen.other)
    assert screen.marks.isVisible()
    assert not screen.answers.isVisible()
    QTest.keyClicks(here(), "7")
    assert (table.talk.step.confidence, table.talk.step.sure) == (7, None)
    assert not screen.smaller.isVisible()
    QTest.keyClicks(here(), "4")
    assert screen.smaller.isVisible()
    press(screen.other)
    press(screen.answers.buttons[Sureness.MAYBE])
    assert (table.talk.step.confidence, table.talk.step.sure) == (None, Sureness.MAYBE)


def test_that_a_number_stands_there_again_after_back(sit: Sit) -> None:
    table = sit()
    press(to_sure(table).other)
    QTest.keyClicks(here(), "3")
    press(table.view.back)
    table.house.settle()
    table.on()
    screen = table.at(StepSureScreen)
    assert screen.marks.isVisible()
    assert screen.marks.row.mark == 3


def test_that_at_most_three_things_matter(sit: Sit) -> None:
    table = sit()
    table.to(route.MATTERS)
    screen = table.screen
    assert isinstance(screen, MattersScreen)
    QTest.keyClicks(screen.own, "Mijn tuin")
    QTest.keyClick(screen.own, Qt.Key.Key_Return)
    for code in ("LF", "MD"):
        press(screen.choices[Matter(code)])
    assert table.talk.matters == (Matter(words="Mijn tuin"), Matter("LF"), Matter("MD"))
    assert not screen.choices[Matter("DF")].isEnabled()
    assert not screen.own.isEnabled()
    press(screen.choices[Matter("LF")])
    assert screen.choices[Matter("DF")].isEnabled()


def test_that_themes_that_fit_come_first_and_all_are_within_reach(sit: Sit) -> None:
    table = sit()
    table.page._change(partial(edits.with_topic, code="MD1", on=True))
    table.to(route.THEMES)
    screen = table.at(ThemesScreen)
    fitting = [code for code, button in screen.choices.items() if button.isVisible()]
    assert "sociale-contacten" in fitting
    assert "rouw" not in fitting
    press(screen.all)
    assert all(button.isVisible() for button in screen.choices.values())
    others = [code for code in screen.choices if code not in fitting]
    for code in others[:MOST_THEMES]:
        press(screen.choices[code])
    assert table.talk.themes == tuple(others[:MOST_THEMES])
    assert not screen.choices[fitting[0]].isEnabled()
    press(screen.all)
    assert [code for code, button in screen.choices.items() if button.isVisible()] == [
        *fitting,
        *others[:MOST_THEMES],
    ]


def test_that_none_of_these_is_an_answer(sit: Sit) -> None:
    table = sit()
    table.to(route.THEMES)
    screen = table.screen
    assert isinstance(screen, ThemesScreen)
    press(screen.choices["rouw"])
    press(screen.none)
    assert table.talk.no_themes
    assert table.talk.themes == ()
    press(screen.choices["rouw"])
    assert not screen.none.isChecked()


def test_that_another_day_is_a_day_earlier_or_later(sit: Sit) -> None:
    table = sit()
    table.to(route.AGAIN)
    screen = table.screen
    assert isinstance(screen, AgainScreen)
    assert not screen.day.isVisible()
    press(next(iter(screen.answers.buttons.values())))
    table.house.settle()
    for button in screen.steps.values():
        press(button)
    press(tuple(screen.steps.values())[1])
    assert table.talk.return_on is not None
    assert table.talk.return_on.isoformat() == "2026-12-06"
    press(screen.none)
    assert table.talk.return_on is None


def test_that_a_no_to_keeping_is_answered_at_once(sit: Sit) -> None:
    table = sit()
    table.to(route.MAY_RECORD)
    screen = table.screen
    assert isinstance(screen, MayScreen)
    assert not screen.nothing_kept.isVisible()
    press(screen.answers.buttons[ConsentAnswer.NO])
    assert screen.nothing_kept.isVisible()
    table.on()
    assert table.view.stop.name == route.MAY_CONTACT


def test_that_what_was_typed_is_in_the_worker_s_screen_too(sit: Sit) -> None:
    table = sit()
    table.to(route.GIVE)
    assert isinstance(table.screen, GiveScreen)
    QTest.keyClicks(table.screen.gift, "Voorlezen")
    table.on()
    table.leave()
    assert table.talk.gift == "Voorlezen"


def test_that_looking_without_touching_writes_nothing(sit: Sit) -> None:
    table = sit()
    press(table.view.on)
    table.house.settle()
    table.page.leave()
    table.house.settle()
    assert table.house.workspace.conversations.drafts() == ()


def test_that_the_first_web_has_nothing_to_stand_beside(sit: Sit) -> None:
    table = sit()
    table.to(route.LOOK)
    assert isinstance(table.screen, LookScreen)
    assert table.screen.before is None
