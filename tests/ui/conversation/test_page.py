"""The conversation page over a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.answers import NoMark, SetBy, marked
from spinnenweb.domain.conversations import Matter, Sureness, WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.places import RESIDENT, TODAY, Place
from tests.ui.conversation.hands import answer, finish_button, press, shown, tap

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conversation.conftest import Desk

YES, NO, LATER = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.LATER


# What is written, and when


def test_that_opening_and_looking_writes_nothing(desk: Desk) -> None:
    desk.new()
    desk.page.view.talk.rows.unfold("MD")
    desk.save()
    assert desk.stored() == ()
    assert desk.page.view.saved.text() == ""


def test_that_a_first_mark_is_in_the_vault_within_a_second(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.talk.rows.rows["MD"].marks.buttons[4])
    desk.bot.waitUntil(lambda: desk.page.view.saved.text() != "", timeout=3000)
    (draft,) = desk.stored()
    assert draft.conversation.entry("MD").answer == marked(4, SetBy.WORKER)
    assert desk.page.view.saved.text().startswith("Bewaard om ")
    assert len(desk.reported) == 1


def test_that_leaving_writes_what_was_not_written_yet(desk: Desk) -> None:
    desk.new()
    QTest.keyClicks(desk.page.view.talk.rows.rows["LF"].note, "Heup")
    desk.save()
    assert desk.stored()[0].conversation.entry("LF").note == "Heup"


def test_that_a_stored_draft_comes_back_as_it_was_left(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.talk.rows.rows["ZG"].marks.buttons[7])
    press(desk.page.view.talk.rows.rows["ZG"].topic, QPoint(8, 12))
    draft_id = desk.draft.id
    desk.save()
    desk.new()
    assert desk.draft.id != draft_id
    assert desk.page.view.talk.rows.rows["ZG"].marks.mark is None
    desk.open(draft_id)
    row = desk.page.view.talk.rows.rows["ZG"]
    assert row.marks.mark == 7
    assert row.topic.isChecked()
    assert desk.page.view.talk.web is not None
    assert desk.page.view.talk.web.values == (None, None, 7, None, None, None)


def test_that_coming_back_to_the_same_draft_shows_what_is_not_written_yet(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.talk.rows.rows["ZG"].marks.buttons[7])
    desk.save()
    QTest.keyClicks(desk.page.view.talk.note, "nog niet geschreven")
    desk.open(desk.draft.id)
    assert desk.page.view.talk.note.toPlainText() == "nog niet geschreven"


def test_that_later_goes_home_and_keeps_the_draft(desk: Desk) -> None:
    desk.new()
    tap(desk, "MD", 4)
    press(desk.page.view.later)
    desk.wait()
    assert desk.went == [Place(TODAY)]
    assert len(desk.stored()) == 1


def test_that_a_draft_that_is_gone_is_told_in_words(desk: Desk) -> None:
    desk.open("weg")
    assert "staat er niet meer" in desk.page.view.talk.problem.label.text()
    assert not desk.page.view.finish.isVisible()
    desk.new()
    assert desk.page.view.finish.isVisible()


# The web and the rows are one


def test_that_a_touch_on_the_web_shows_in_the_row_and_the_other_way_round(desk: Desk) -> None:
    desk.new()
    tap(desk, "MD", 4)
    rows = desk.page.view.talk.rows.rows
    assert rows["MD"].marks.mark == 4
    press(rows["LF"].marks.buttons[8])
    assert shown(desk) == [8, None, None, None, 4, None]
    press(rows["LF"].unknown)
    assert shown(desk) == [None, None, None, None, 4, None]
    assert desk.draft.conversation.entry("LF").answer.no_mark is NoMark.UNKNOWN


def test_that_the_six_rows_and_the_web_fit_on_a_small_laptop_without_scrolling_sideways(desk: Desk) -> None:
    desk.page.resize(1366 - 208, 768 - 60)
    desk.open(resident=desk.resident().id)
    desk.bot.wait(50)
    talk = desk.page.view.talk
    assert talk.horizontalScrollBar().maximum() == 0
    last = talk.rows.rows["DF"]
    assert last.mapTo(desk.page, QPoint(0, last.height())).y() <= desk.page.height()
    assert talk.web is not None
    assert talk.web.mapTo(desk.page, QPoint(0, 0)).x() > talk.rows.width()
    buttons = talk.rows.rows["LF"].marks
    assert buttons.width() == buttons.sizeHint().width()


# By mouse from the first touch to the end


def test_that_a_conversation_with_someone_known_is_held_by_mouse_and_kept(desk: Desk) -> None:
    jannie = desk.resident()
    desk.open(resident=jannie.id)
    for code, mark in zip(("LF", "MW", "ZG", "KL", "MD"), (6, 5, 7, 7, 4), strict=True):
        tap(desk, code, mark)
    talk = desk.page.view.talk
    press(talk.rows.rows["DF"].declined)
    press(talk.rows.rows["MD"].topic, QPoint(8, 12))
    press(talk.themes.chips["eenzaamheid"])
    press(talk.matters.more)
    press(next(chip for chip, matter in talk.matters.offers.items() if matter == Matter("MD3")))
    assert talk.spoken is not None
    press(talk.spoken.agreement.change.buttons[WantsChange.YES])
    QTest.keyClicks(talk.spoken.agreement.what, "De belbus bellen")
    press(talk.spoken.agreement.sure.buttons[Sureness.YES])
    press(talk.spoken.again.quick.buttons["weeks"])
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, YES)
    answer(desk, Purpose.COUNT, NO)
    assert finish_button(desk) == "Afronden en bewaren"
    press(desk.page.view.finish)
    desk.wait()
    assert desk.went == [Place(RESIDENT, record=jannie.id)]
    (kept,) = desk.workspace.conversations.of(jannie.id)
    assert [entry.answer.mark for entry in kept.dimensions] == [6, 5, 7, 7, 4, None]
    assert kept.themes == ("eenzaamheid",)
    assert kept.matters == (Matter("MD3"),)
    assert kept.step.what == "De belbus bellen"
    assert kept.return_on == date(2026, 12, 5)
    assert desk.stored() == ()
    said = {c.purpose: c.answer for c in desk.workspace.residents.consents(jannie.id)}
    assert said == {Purpose.RECORD: YES, Purpose.COUNT: NO}


# The end


def test_that_without_a_yes_the_button_names_the_consequence_and_nothing_is_kept(desk: Desk) -> None:
    desk.new()
    tap(desk, "MD", 4)
    desk.save()
    press(desk.page.view.finish)
    assert finish_button(desk) == "Afronden en niets bewaren"
    answer(desk, Purpose.RECORD, NO)
    assert desk.page.ending is not None
    assert desk.page.ending.nothing_kept.label.text() == "Goed, dan bewaar ik niets. U krijgt het web wel mee."
    press(desk.page.view.finish)
    desk.wait()
    assert desk.went == [Place(TODAY)]
    assert desk.stored() == ()
    assert desk.workspace.residents.all() == ()


def test_that_later_is_no_yes(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, YES)
    assert finish_button(desk) == "Afronden en bewaren"
    answer(desk, Purpose.RECORD, LATER)
    assert finish_button(desk) == "Afronden en niets bewaren"


def test_that_an_earlier_yes_holds_and_is_shown_with_its_day(desk: Desk) -> None:
    jannie = desk.resident()
    desk.workspace.residents.say(jannie.id, Purpose.RECORD, YES)
    desk.open(resident=jannie.id)
    press(desk.page.view.finish)
    assert desk.page.ending is not None
    question = desk.page.ending.permissions.questions[Purpose.RECORD]
    assert question.earlier.text() == "eerder: ja op 21 november 2026"
    assert finish_button(desk) == "Afronden en bewaren"
    answer(desk, Purpose.RECORD, NO)
    assert finish_button(desk) == "Afronden en niets bewaren"


def test_that_the_questions_are_in_the_words_of_the_resident(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.finish)
    assert desk.page.ending is not None
    questions = desk.page.ending.permissions.questions
    asked = questions[Purpose.RECORD].question.text()
    assert asked == "Mag ik bewaren wat we hebben besproken? Het blijft bij Anna van Welzijn Beekdal."
    assert (
        questions[Purpose.COUNT]
        .question.text()
        .startswith("Mogen uw antwoorden meetellen in de cijfers van Esdoornhoek?")
    )


def test_that_a_number_to_call_is_named_only_when_there_is_one(desk: Desk) -> None:
    from PySide6.QtWidgets import QLabel

    def lines() -> str:
        assert desk.page.ending is not None
        return " ".join(label.text() for label in desk.page.ending.findChildren(QLabel))

    desk.new()
    press(desk.page.view.finish)
    assert "Bel Anna" not in lines()
    press(desk.page.view.back)
    desk.workspace.settings.save(replace(desk.workspace.settings.get(), phone="het kantoor"))
    desk.new()
    press(desk.page.view.finish)
    assert "Bel Anna: het kantoor." in lines()


def test_that_esc_goes_from_the_end_back_to_the_talk_and_loses_nothing(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, YES)
    QTest.keyClick(desk.page.focusWidget(), Qt.Key.Key_Escape)
    assert desk.page.ending is None
    assert desk.draft.answers == {Purpose.RECORD: YES}
    press(desk.page.view.finish)
    assert finish_button(desk) == "Afronden en bewaren"


def test_that_a_refused_finish_keeps_the_talk_and_says_why(desk: Desk) -> None:
    desk.resident(code="Jan-1")
    desk.new()
    card = desk.page.view.talk.card
    card.code.clear()
    QTest.keyClicks(card.code, "jan-1")
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, YES)
    press(desk.page.view.finish)
    desk.wait()
    assert desk.went == []
    assert desk.page.ending is not None
    assert "al van een andere inwoner" in desk.page.ending.problem.label.text()
    desk.save()
    assert len(desk.stored()) == 1


@pytest.mark.parametrize("said", [YES, NO])
def test_that_the_summary_can_be_taken_along_whether_or_not_it_is_kept(
    desk: Desk, tmp_path: Path, said: ConsentAnswer
) -> None:
    desk.new()
    tap(desk, "MD", 4)
    press(desk.page.view.finish)
    answer(desk, Purpose.RECORD, said)
    assert desk.page.ending is not None
    desk.asker.target = tmp_path / "samenvatting.pdf"
    press(desk.page.ending.summary.giving.pdf)
    desk.bot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.asker.target.read_bytes().startswith(b"%PDF")
    assert desk.asker.suggested == ["samenvatting_R-001_2026-11-21.pdf"]
    assert desk.said == [desk.context.words.say("message.pdf_open")]


def test_that_only_what_was_ticked_is_asked_for(desk: Desk) -> None:
    desk.new()
    press(desk.page.view.finish)
    assert desk.page.ending is not None
    press(desk.page.ending.summary.parts.ticks["marks"], QPoint(8, 12))
    choice = desk.page.ending.summary.choice()
    assert (choice.web, choice.marks, choice.note) == (True, False, False)
