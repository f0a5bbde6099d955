"""What holds for every screen: covering, leaving, seeing nobody else, size and names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from spinnenweb.domain.answers import NoMark, SetBy
from spinnenweb.domain.conversations import Step, WantsChange
from spinnenweb.domain.instruments import SIMPLE, Mode, Scale
from spinnenweb.domain.ways import Way
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, RESIDENTS, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.together import route
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screens.look import LookScreen
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.together.screens.wishes import MattersScreen
from spinnenweb.ui.widgets.big_marks import BigMarks
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT
from spinnenweb.ui.widgets.faces import Faces
from spinnenweb.ui.widgets.mark_slider import MarkSlider
from tests.ui.together.conftest import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.ui.together.marks import MarkPart
    from tests.ui.pages.conftest import House, Village
    from tests.ui.together.conftest import Table

    Sit = Callable[..., Table]
    Enter = Callable[..., House]

CODES = ("LF", "MW", "ZG", "KL", "MD", "DF")
SMALLEST_TARGET = 48


def subject(table: Table, code: str = "LF") -> MarkPart:
    table.view.open(Stop(route.SUBJECT, code))
    table.house.settle()
    assert isinstance(table.screen, SubjectScreen)
    assert table.screen.marks is not None
    return table.screen.marks


def every_stop(table: Table) -> list[Stop]:
    return list(route.stops(table.draft, CODES))


# covering


@pytest.mark.parametrize("way", ["key", "button"])
def test_that_everything_is_covered_at_once(sit: Sit, way: str) -> None:
    table = sit()
    table.to(route.SUBJECT)
    if way == "key":
        QTest.keyClick(table.view, Qt.Key.Key_Escape)
    else:
        press(table.view.pause)
    assert table.is_covered()
    assert "Lichaamsfuncties" not in table.texts()
    assert "Even pauze. We gaan zo verder." in table.texts()


def test_that_escape_covers_while_someone_types(sit: Sit) -> None:
    table = sit()
    table.to(route.LOOK)
    assert isinstance(table.screen, LookScreen)
    QTest.keyClick(table.screen.noticed, Qt.Key.Key_Escape)
    assert table.is_covered()


def test_that_only_a_long_press_uncovers(sit: Sit) -> None:
    table = sit()
    table.to(route.SUBJECT)
    QTest.keyClick(table.view, Qt.Key.Key_Escape)
    press(table.view.cover.lift)
    QTest.keyClick(table.view, Qt.Key.Key_Escape)
    QTest.keyClick(table.view.cover.lift, Qt.Key.Key_Return)
    assert table.is_covered()
    table.hold(table.view.cover.lift)
    assert not table.is_covered()
    assert table.view.stop == Stop(route.SUBJECT, "LF")


def test_that_the_blank_held_down_uncovers_too(sit: Sit) -> None:
    table = sit()
    press(table.view.pause)
    QTest.keyPress(table.view.cover.lift, Qt.Key.Key_Space)
    table.house.bot.waitUntil(lambda: not table.is_covered(), timeout=3000)


# leaving


def test_that_a_short_press_does_not_lead_to_the_worker_s_screen(sit: Sit) -> None:
    table = sit()
    press(table.view.my_screen)
    assert table.is_looking()
    assert table.view.hint.isVisible()


def test_that_f11_leads_back_only_when_held(sit: Sit) -> None:
    table = sit()
    QTest.keyClick(table.view, Qt.Key.Key_F11)
    assert table.is_looking()
    QTest.keyPress(table.view, Qt.Key.Key_F11)
    table.house.bot.waitUntil(lambda: not table.is_looking(), timeout=3000)


def test_that_f11_opens_the_view(sit: Sit) -> None:
    table = sit()
    table.leave()
    assert not table.is_looking()
    QTest.keyClick(table.page, Qt.Key.Key_F11)
    table.house.bot.waitUntil(lambda: table.is_looking())


def test_that_the_worker_can_leave_from_under_the_cover(sit: Sit) -> None:
    table = sit()
    press(table.view.pause)
    table.hold(table.view.cover.leave)
    assert not table.is_looking()


def test_that_nothing_is_lost_between_the_two_views(sit: Sit) -> None:
    table = sit()
    subject(table, "MD")
    press(table.web, table.spot("MD", 4))
    table.leave()
    assert table.page.view.talk.web is not None
    assert table.page.view.talk.web.values[4] == 4
    press(table.page.view.talk.rows.rows["LF"].marks.buttons[7])
    table.look()
    assert table.view.stop == Stop(route.SUBJECT, "MD")
    assert list(table.web.values) == [7, None, None, None, 4, None]
    assert [table.talk.entry(code).answer.set_by for code in ("LF", "MD")] == [SetBy.WORKER, SetBy.RESIDENT]


def test_that_a_killed_conversation_goes_on_at_the_same_screen(sit: Sit, enter: Enter) -> None:
    table = sit()
    table.to(route.SUBJECT)
    press(table.web, table.spot("LF", 6))
    table.on()
    table.page.leave()
    table.house.settle()
    (draft,) = table.house.workspace.conversations.drafts()
    again = enter(Place(CONVERSATION, record=draft.id)).frame.page
    assert isinstance(again, ConversationPage)
    assert again.looking.stop == Stop(route.SUBJECT, "MW")


def test_that_after_the_permissions_the_worker_comes_to_the_end(sit: Sit) -> None:
    table = sit()
    table.to(route.HOME)
    table.leave()
    assert table.page.ending is not None


# nobody else


def test_that_nothing_of_another_resident_is_in_the_window(sit: Sit, village: Village) -> None:
    other = village.add("Berend", "R-099")
    village.talk(other, note="Een geheim van Berend")
    table = sit()
    for stop in every_stop(table):
        table.view.open(stop)
        table.house.settle()
        for word in ("Berend", "R-099", "Jannie", "R-021", "Inwoners", "Schrijf alsof"):
            assert word not in table.texts(), stop


def test_that_the_pages_are_out_of_reach(sit: Sit) -> None:
    table = sit()
    house = table.house
    QTest.keyClick(house.frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(house.frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(house.frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    house.settle()
    assert house.frame.place.page == CONVERSATION
    assert table.view.isVisible()
    assert not house.frame.bar.isVisible()


def test_that_a_message_about_someone_waits_outside(sit: Sit) -> None:
    table = sit()
    table.house.context.hub.say("Berend ligt in de prullenbak.")
    assert not table.house.frame.toast.isVisible()
    table.leave()
    table.house.context.hub.say("Klaar.")
    assert table.house.frame.toast.isVisible()


def test_that_a_page_opened_meanwhile_stays_behind(sit: Sit) -> None:
    table = sit()
    table.house.frame.open(Place(RESIDENTS))
    table.house.settle()
    assert "R-021" not in table.texts()
    assert table.view.isVisible()


# answering


def test_that_a_mark_is_taken_back_by_pressing_it_again(sit: Sit) -> None:
    table = sit()
    part = subject(table)
    assert isinstance(part.input, BigMarks)
    press(part.input.buttons[6])
    assert table.talk.entry("LF").answer.mark == 6
    assert not table.view.skip.isVisible()
    press(part.input.buttons[6])
    assert not table.talk.entry("LF").answer.touched
    assert table.view.skip.isVisible()


def test_that_not_knowing_and_not_saying_are_two_answers(sit: Sit) -> None:
    table = sit()
    subject(table)
    assert isinstance(table.screen, SubjectScreen)
    for reason in (NoMark.UNKNOWN, NoMark.DECLINED):
        press(table.screen.none.buttons[reason])
        assert table.talk.entry("LF").answer.no_mark is reason
        assert table.talk.entry("LF").answer.set_by is SetBy.RESIDENT
    assert table.web.values[0] is None


def test_that_a_touch_on_another_axis_leads_to_that_subject(sit: Sit) -> None:
    table = sit()
    subject(table, "LF")
    press(table.web, table.spot("KL", 7))
    table.house.settle()
    assert table.view.stop == Stop(route.SUBJECT, "KL")
    assert table.talk.entry("KL").answer.mark == 7
    assert table.talk.order == ("KL",)


def test_that_the_slider_starts_without_a_value_and_moves_by_touch_and_button(sit: Sit) -> None:
    table = sit()
    part = subject(table)
    press(part.ways[Way.SLIDER])
    table.house.settle()
    slider = part.input
    assert isinstance(slider, MarkSlider)
    assert slider.mark is None
    assert not table.talk.has_marks()
    press(slider.track, slider.track.place_of(7).toPoint())
    assert table.talk.entry("LF").answer.mark == 7
    press(slider.more)
    press(slider.less)
    press(slider.less)
    assert table.talk.entry("LF").answer.mark == 6
    QTest.keyClick(slider.track, Qt.Key.Key_Delete)
    assert not table.talk.entry("LF").answer.touched
    assert isinstance(subject(table, "MW").input, MarkSlider)


@pytest.mark.parametrize(("button", "end"), [("more", 0), ("less", 10)])
def test_that_the_slider_comes_in_from_the_end_it_moves_from(sit: Sit, button: str, end: int) -> None:
    table = sit()
    part = subject(table)
    press(part.ways[Way.SLIDER])
    press(getattr(part.input, button))
    assert table.talk.entry("LF").answer.mark == end


def simple(table: Table) -> None:
    instrument = table.house.workspace.catalogue.instruments[SIMPLE]
    table.page._change(lambda draft: edits.with_instrument(draft, instrument, sensitive_too=False))


def test_that_faces_are_for_the_simple_web_and_a_scale_of_their_own(sit: Sit) -> None:
    table = sit()
    assert not subject(table).ways[Way.FACES].isVisible()
    simple(table)
    part = subject(table)
    press(part.ways[Way.FACES])
    table.house.settle()
    assert table.talk.scale is Scale.FACES
    assert isinstance(part.input, Faces)
    QTest.keyClicks(part.input.buttons[0], "4")
    assert table.talk.entry("LF").answer.mark == 8
    assert not any(button.isVisible() for button in part.ways.values())
    assert isinstance(subject(table, "MW").input, Faces)


def test_that_by_aspect_each_keyword_has_its_own_mark(sit: Sit) -> None:
    table = sit()
    table.page._change(lambda draft: edits.with_mode(draft, Mode.ITEMS))
    table.view.open(Stop(route.SUBJECT, "MD"))
    table.house.settle()
    assert isinstance(table.screen, SubjectScreen)
    assert table.screen.aspects is not None
    press(table.screen.aspects.rows["MD1"].buttons[3])
    assert table.talk.aspect("MD1").answer.mark == 3
    assert table.talk.aspect("MD1").answer.set_by is SetBy.RESIDENT


# the earlier web


def test_that_the_earlier_web_appears_only_after_the_marks(sit: Sit, village: Village) -> None:
    person = village.add("Jannie", "R-021")
    village.talk(person, date(2026, 5, 12), (5, 5, 3, 8, 4, 2))
    table = sit(resident=person)
    table.view.open(Stop(route.LOOK))
    assert isinstance(table.screen, LookScreen)
    assert table.screen.before is None
    subject(table, "LF")
    press(table.web, table.spot("LF", 6))
    assert table.web._earlier is None
    table.view.open(Stop(route.LOOK))
    screen = table.screen
    assert isinstance(screen, LookScreen)
    assert screen.before is not None
    assert screen.before.words.text() == "Zo was het op 12 mei 2026."
    assert screen.change_since is not None
    assert screen.change_since.same == ("LF",)
    assert table.texts().count("Dat is ongeveer gelijk.") == 1


# size and sound


@pytest.mark.parametrize("language", ["nl", "ar", "uk"])
@pytest.mark.parametrize("level", ["gewoon", "eenvoudig"])
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_every_screen_fits_its_window_and_scrolls_down_only(
    sit: Sit, language: str, level: str, size: tuple[int, int], scale: float
) -> None:
    table = sit(language, level, size=size, scale=scale)
    for stop in every_stop(table):
        table.view.open(stop)
        table.house.settle()
        frame = table.house.frame
        assert (frame.width(), frame.height()) == size, stop
        paper = table.view.paper
        inside = paper.widget()
        assert inside is not None
        assert inside.width() <= paper.viewport().width(), stop
        cut = [label.text() for label in inside.findChildren(QLabel) if label.isVisible() and _is_cut(label)]
        assert cut == [], stop


def test_that_the_field_for_own_words_speaks_the_language_of_the_resident(sit: Sit) -> None:
    table = sit("uk")
    table.view.open(Stop(route.MATTERS))
    assert table.at(MattersScreen).own.placeholderText() == "Своїми словами"


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_what_unfolds_fits_too(sit: Sit, language: str, size: tuple[int, int], scale: float) -> None:
    table = sit(language, size=size, scale=scale)
    subject(table, "MD")
    assert isinstance(table.screen, SubjectScreen)
    assert table.screen.keywords is not None
    table.screen.keywords.more.click()
    assert_fits(table)
    table.page._change(lambda draft: edits.with_mode(draft, Mode.ITEMS))
    table.view.open(Stop(route.SUBJECT, "MD"))
    assert_fits(table)
    table.page._change(lambda draft: edits.with_wants_change(draft, WantsChange.YES))
    table.page._change(lambda draft: edits.with_step(draft, Step("Bellen", confidence=3)))
    table.view.open(Stop(route.STEP_SURE))
    assert_fits(table)


def assert_fits(table: Table) -> None:
    """Nothing is cut, nothing lies beside the window, and what can be pressed is wide enough."""
    table.house.settle()
    inside = table.view.paper.widget()
    assert inside is not None
    room = table.view.paper.viewport().width()
    assert inside.width() <= room
    for button in inside.findChildren(QAbstractButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= SMALLEST_TARGET, button.text()
            assert button.mapTo(inside, button.rect().topRight()).x() <= room
    assert [label.text() for label in inside.findChildren(QLabel) if label.isVisible() and _is_cut(label)] == []


def _is_cut(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() < needed


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_words_are_large_and_targets_wide(sit: Sit, size: tuple[int, int], scale: float) -> None:
    table = sit(size=size, scale=scale)
    for stop in every_stop(table):
        table.view.open(stop)
        table.house.settle()
        for button in table.view.findChildren(QAbstractButton):
            if button.isVisible():
                assert min(button.width(), button.height()) >= SMALLEST_TARGET, (stop, button.text())
        question = getattr(table.screen, "question", None)
        if question is not None:
            assert question.words.font().pointSizeF() >= QUESTION
        for field in (*table.screen.findChildren(QLineEdit), *table.screen.findChildren(QPlainTextEdit)):
            assert field.font().pointSizeF() >= TEXT


def test_that_every_control_has_a_name_and_tab_reads_the_screen_first(sit: Sit) -> None:
    table = sit()
    for stop in every_stop(table):
        table.view.open(stop)
        table.house.settle()
        for widget in table.view.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert _spoken(widget), (stop, widget)


def _spoken(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return "" if face is None else face.text(QAccessible.Text.Name)


def test_that_the_question_and_the_mark_are_said_aloud(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    table = sit()
    part = subject(table, "MD")
    assert isinstance(part.input, BigMarks)
    press(part.input.buttons[6])
    assert "Meedoen. Wie ziet of spreekt u? En wat doet u samen?" in said
    assert "Meedoen is nu 6" in said


def test_that_progress_stands_on_the_subjects_only(sit: Sit) -> None:
    table = sit()
    for stop in every_stop(table):
        table.view.open(stop)
        assert ("Onderwerp" in table.texts()) == (stop.name == route.SUBJECT), stop
    table.view.open(Stop(route.SUBJECT, "ZG"))
    assert "Onderwerp 3 van 6" in table.texts()
