"""Keywords, ways to answer that are remembered, and what is said aloud."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest

from spinnenweb.domain.answers import SetBy
from spinnenweb.domain.conversations import Matter
from spinnenweb.domain.instruments import SIMPLE, Mode, Scale
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.ways import Way
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.places import CONVERSATION, Place
from spinnenweb.ui.talk import edits
from spinnenweb.ui.together import route
from spinnenweb.ui.together.marks import OnWeb
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screens.subject import SubjectScreen
from spinnenweb.ui.together.screens.wishes import MattersScreen
from spinnenweb.ui.widgets.faces import Faces
from spinnenweb.ui.widgets.mark_slider import MarkSlider
from tests.keys import here
from tests.ui.together.conftest import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.ui.together.aspects import AspectMarks, AspectTopics
    from spinnenweb.ui.together.marks import MarkPart
    from tests.ui.together.conftest import Table

    Sit = Callable[..., Table]


def subject(table: Table, code: str = "LF") -> SubjectScreen:
    table.view.open(Stop(route.SUBJECT, code))
    table.house.settle()
    assert isinstance(table.screen, SubjectScreen)
    return table.screen


def marks(table: Table, code: str = "LF") -> MarkPart:
    part = subject(table, code).marks
    assert part is not None
    return part


def keywords(table: Table, code: str) -> AspectTopics:
    part = subject(table, code).keywords
    assert part is not None
    return part


def rows(table: Table, code: str) -> AspectMarks:
    table.page._change(lambda draft: edits.with_mode(draft, Mode.ITEMS))
    part = subject(table, code).aspects
    assert part is not None
    return part


# keywords


def test_that_keywords_stand_folded_away_until_asked_for(sit: Sit) -> None:
    table = sit()
    part = keywords(table, "MD")
    assert not part.isVisible()
    press(part.more)
    assert part.isVisible()
    assert [button.text() for button in part.choices.values()][:2] == [
        "Sociale contacten",
        "Serieus genomen worden",
    ]
    press(part.more)
    assert not part.isVisible()


def test_that_a_ticked_keyword_is_kept_bold_and_offered_later(sit: Sit) -> None:
    table = sit()
    part = keywords(table, "MD")
    press(part.more)
    press(part.choices["MD1"])
    assert table.talk.topics == ("MD1",)
    assert table.talk.entry("MD").topic is False
    assert table.web._topics == {"MD"}
    assert keywords(table, "MD").isVisible()
    table.to(route.MATTERS)
    assert Matter("MD1") in table.at(MattersScreen).choices
    assert Matter("LF1") not in table.at(MattersScreen).choices


def test_that_a_sensitive_keyword_is_not_asked_until_it_is_switched_on(sit: Sit) -> None:
    table = sit()
    assert "LF6" not in keywords(table, "LF").choices
    instrument = table.house.workspace.catalogue.instruments[table.talk.instrument]
    table.page._change(lambda draft: edits.with_sensitive(draft, instrument, on=True))
    assert "LF6" in keywords(table, "LF").choices


def test_that_an_instrument_without_keywords_has_nothing_to_unfold(sit: Sit) -> None:
    table = sit()
    instrument = table.house.workspace.catalogue.instruments[SIMPLE]
    table.page._change(lambda draft: edits.with_instrument(draft, instrument, sensitive_too=False))
    assert not keywords(table, "LF").more.isVisible()


def test_that_each_keyword_with_a_mark_can_be_discussed_too(sit: Sit) -> None:
    table = sit()
    part = rows(table, "MD")
    press(part.topics["MD2"])
    assert table.talk.topics == ("MD2",)
    assert table.web._topics == {"MD"}
    press(part.topics["MD2"])
    assert "MD2" not in table.talk.topics


def test_that_too_few_answers_make_no_mark_and_it_says_so(sit: Sit) -> None:
    table = sit()
    part = rows(table, "MD")
    assert not part.too_few.isVisible()
    for code in ("MD1", "MD2", "MD3"):
        press(part.rows[code].buttons[6])
    assert part.too_few.isVisible()
    assert table.web.values[4] is None
    press(part.rows["MD4"].buttons[6])
    assert not part.too_few.isVisible()
    assert table.web.values[4] == 6


# ways that are remembered


@pytest.mark.parametrize(("way", "kind"), [(Way.SLIDER, MarkSlider), (Way.WEB, OnWeb)])
def test_that_the_way_someone_likes_is_there_in_the_next_talk(sit: Sit, way: Way, kind: type) -> None:
    table = sit()
    press(marks(table).ways[way])
    table.house.settle()
    resident = table.house.workspace.residents.get(table.draft.resident.id)
    assert resident.way == way.value
    table.leave()
    table.look()
    assert isinstance(marks(table).input, kind)
    next_time = sit(resident=resident)
    assert isinstance(marks(next_time).input, kind)


def test_that_faces_are_there_in_the_next_talk_with_the_simple_web(sit: Sit) -> None:
    table = sit()
    workspace = table.house.workspace
    instrument = workspace.catalogue.instruments[SIMPLE]
    table.page._change(lambda draft: edits.with_instrument(draft, instrument, sensitive_too=False))
    press(marks(table).ways[Way.FACES])
    table.house.settle()
    resident = workspace.residents.get(table.draft.resident.id)
    assert (resident.way, resident.scale) == (Way.FACES.value, Scale.MARKS.value)
    assert isinstance(marks(table).input, Faces)
    workspace.residents.change(replace(resident, instrument_id=SIMPLE.id, instrument_version=SIMPLE.version))
    table.leave()
    next_time = sit(resident=workspace.residents.get(resident.id))
    press(marks(next_time).ways[Way.FACES])
    next_time.house.settle()
    later = sit(resident=workspace.residents.get(resident.id))
    assert later.talk.scale is Scale.FACES
    assert isinstance(marks(later).input, Faces)


def test_that_someone_new_keeps_the_way_with_the_card(sit: Sit) -> None:
    table = sit()
    table.leave()
    page = table.house.open(Place(CONVERSATION))
    assert isinstance(page, ConversationPage)
    table.page = page
    table.look()
    press(marks(table).ways[Way.SLIDER])
    assert table.draft.resident.way == Way.SLIDER.value
    table.page._change(lambda draft: edits.with_permission(draft, Purpose.RECORD, ConsentAnswer.YES))
    finished = table.house.workspace.conversations.finish(table.draft)
    assert table.house.workspace.residents.get(finished.resident.id).way == Way.SLIDER.value


def test_that_with_the_web_as_the_way_it_is_large_and_has_the_keyboard(sit: Sit) -> None:
    table = sit()
    small = subject(table).web.width()
    press(marks(table).ways[Way.WEB])
    table.house.settle()
    assert table.web.width() > small
    assert here() is table.web
    QTest.keyClicks(here(), "7")
    assert table.talk.entry("LF").answer.mark == 7
    assert table.talk.entry("LF").answer.set_by is SetBy.RESIDENT


# said aloud


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers get to say; the events go on to where they went."""
    lines: list[str] = []
    send = QAccessible.updateAccessibility

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            lines.append(event.message())
        send(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return lines


@pytest.mark.parametrize("way", [Way.NUMBERS, Way.SLIDER, Way.WEB])
def test_that_every_change_of_a_mark_is_said_in_each_way(sit: Sit, said: list[str], way: Way) -> None:
    table = sit()
    table.view.way = way
    subject(table, "MD").start()
    table.house.settle()
    QTest.keyClicks(here(), "6")
    QTest.keyClicks(here(), "7")
    QTest.keyClick(here(), Qt.Key.Key_Delete)
    spoken = [line for line in said if (line.startswith("Meedoen ") and "cijfer" in line) or " is nu " in line]
    assert spoken == ["Meedoen is nu 6", "Meedoen is nu 7", "Meedoen heeft nu geen cijfer"]


def test_that_the_mark_of_a_keyword_is_said(sit: Sit, said: list[str]) -> None:
    press(rows(sit(), "MD").rows["MD1"].buttons[6])
    assert "Sociale contacten is nu 6" in said


def test_that_the_worker_s_screen_says_every_change_too(sit: Sit, said: list[str]) -> None:
    table = sit()
    table.leave()
    row = table.page.view.talk.rows.rows["MD"]
    press(row.marks.buttons[6])
    press(row.marks.buttons[6])
    web = table.page.view.talk.web
    assert web is not None
    web.setFocus()
    QTest.keyClicks(web, "5")
    assert {"Meedoen is nu 6", "Meedoen heeft nu geen cijfer"} <= set(said)
    assert any(line.endswith(" is nu 5") for line in said)
