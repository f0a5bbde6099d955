"""Instrument, scale and way of answering: chosen per resident, faces in the rows, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.conversations import Sureness
from spinnenweb.domain.instruments import SIMPLE, InstrumentKey, Scale
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.domain.ways import Way
from tests.records import varied
from tests.ui.conversation.hands import answer, press

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident
    from tests.ui.conversation.conftest import Desk

EXAMPLE = Path(__file__).parents[3] / "docs" / "voorbeelden" / "buurtkracht.instrument.toml"
OWN = InstrumentKey("buurtkracht", 1)


def simple(desk: Desk, **card: object) -> Resident:
    """Someone who is asked the six questions."""
    liking = replace(desk.resident(), instrument_id=SIMPLE.id, instrument_version=SIMPLE.version)
    liking = varied(liking, **card)
    desk.workspace.residents.change(liking)
    return liking


def faces(desk: Desk) -> Resident:
    return simple(desk, scale="gezichten", way="gezichten")


def own(desk: Desk, **card: object) -> Resident:
    desk.workspace.instruments.load(EXAMPLE)
    liking = replace(desk.resident(), instrument_id=OWN.id, instrument_version=OWN.version)
    liking = varied(liking, **card)
    desk.workspace.residents.change(liking)
    return liking


def key(desk: Desk, code: str, which: Qt.Key) -> None:
    row = desk.page.view.talk.rows.rows[code]
    row.marks.focus()
    QTest.keyClick(row.marks.buttons[0], which)


@pytest.mark.parametrize(("typed", "kept"), [(Qt.Key.Key_1, 2), (Qt.Key.Key_3, 6), (Qt.Key.Key_5, 10)])
def test_that_the_rows_offer_five_faces_with_keys_of_their_own(desk: Desk, typed: Qt.Key, kept: int) -> None:
    desk.open(resident=faces(desk).id)
    row = desk.page.view.talk.rows.rows["LF"]
    assert [button.text() for button in row.marks.buttons] == [""] * 5
    assert row.marks.buttons[3].accessibleName().endswith("gezicht 4 van 5")
    key(desk, "LF", typed)
    assert desk.draft.conversation.entry("LF").answer.mark == kept


@pytest.mark.parametrize("typed", [Qt.Key.Key_0, Qt.Key.Key_6, Qt.Key.Key_T])
def test_that_keys_of_marks_set_no_face(desk: Desk, typed: Qt.Key) -> None:
    desk.open(resident=faces(desk).id)
    key(desk, "LF", typed)
    assert desk.draft.conversation.entry("LF").answer.mark is None


def test_that_the_web_takes_no_marks_for_faces_and_names_them(desk: Desk) -> None:
    desk.open(resident=faces(desk).id)
    key(desk, "LF", Qt.Key.Key_4)
    web = desk.page.view.talk.web
    assert web is not None
    assert web.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "gezicht 4 van 5" in web.accessibleDescription()


def test_that_turning_to_faces_before_the_first_mark_turns_the_rows(desk: Desk) -> None:
    desk.open(resident=simple(desk).id)
    marks = desk.page.view.talk.rows.rows["LF"].marks
    assert len(marks.buttons) == 11
    desk.page.view.mode.ways[Way.FACES].trigger()
    assert desk.draft.conversation.scale is Scale.FACES
    assert len(marks.buttons) == 5


def test_that_the_way_chosen_stands_on_the_card_and_the_next_talk_begins_with_it(desk: Desk) -> None:
    resident = simple(desk)
    desk.open(resident=resident.id)
    desk.page.view.mode.ways[Way.FACES].trigger()
    desk.wait()
    card = desk.workspace.residents.get(resident.id)
    assert (card.way, card.scale) == ("gezichten", "gezichten")
    assert desk.workspace.conversations.begin(card).conversation.scale is Scale.FACES


def test_that_the_instrument_chosen_stands_on_the_card_too(desk: Desk) -> None:
    resident = desk.resident()
    desk.open(resident=resident.id)
    desk.page.view.mode.instruments[SIMPLE].trigger()
    desk.wait()
    assert desk.draft.conversation.instrument == SIMPLE
    card = desk.workspace.residents.get(resident.id)
    assert desk.workspace.conversations.begin(card).conversation.instrument == SIMPLE


def test_that_someone_new_keeps_the_way_in_the_draft(desk: Desk) -> None:
    desk.new()
    desk.page.view.mode.ways[Way.SLIDER].trigger()
    desk.save()
    assert desk.stored()[0].resident.way == "schuif"


def test_that_faces_are_offered_only_where_the_instrument_has_them(desk: Desk) -> None:
    desk.open(resident=desk.resident().id)
    assert not desk.page.view.mode.ways[Way.FACES].isEnabled()
    assert desk.page.view.mode.ways[Way.WEB].isEnabled()


def test_that_after_the_first_mark_the_choice_is_a_word_with_the_reason(desk: Desk) -> None:
    desk.open(resident=faces(desk).id)
    key(desk, "LF", Qt.Key.Key_2)
    mode = desk.page.view.mode
    assert mode.button.isHidden()
    assert mode.fixed.text() == "vijf gezichten · Zes vragen"
    assert "ligt dit nu vast" in mode.fixed.accessibleDescription()


def test_that_an_own_instrument_gives_the_rows_and_the_web_its_words(desk: Desk) -> None:
    desk.open(resident=own(desk).id)
    rows = desk.page.view.talk.rows.rows
    assert [row.label.text() for row in rows.values()] == ["Wonen", "De straat", "De buren", "Vervoer"]
    assert desk.page.view.talk.in_dutch.isHidden()
    assert "Buurtkracht, versie 1" in desk.page.view.mode.button.text()


def test_that_the_page_says_in_which_language_an_own_instrument_is_not(desk: Desk) -> None:
    desk.workspace.languages.switch("tr", True)
    desk.open(resident=own(desk, language="tr").id)
    note = desk.page.view.talk.in_dutch
    assert not note.isHidden()
    assert "Turks" in note.label.text()


# --- will it work


def test_that_a_number_is_another_way_to_say_whether_it_will_work(desk: Desk) -> None:
    desk.open(resident=desk.resident().id)
    spoken = desk.page.view.talk.spoken
    assert spoken is not None
    part = spoken.agreement
    assert part.number.isHidden()
    press(part.sure.buttons[Sureness.MAYBE])
    press(part.by_number)
    part.number.setCurrentIndex(part.number.findData(7))
    part.number.activated.emit(part.number.currentIndex())
    assert (desk.draft.conversation.step.sure, desk.draft.conversation.step.confidence) == (None, 7)
    press(part.sure.buttons[Sureness.YES])
    assert (desk.draft.conversation.step.sure, desk.draft.conversation.step.confidence) == (Sureness.YES, None)


# --- what the resident takes along


def test_that_the_ticks_of_the_summary_survive_going_back_and_leaving(desk: Desk) -> None:
    desk.open(resident=desk.resident().id)
    desk.page.view.finish.click()
    panel = desk.page.ending
    assert panel is not None
    answer(desk, Purpose.RECORD, ConsentAnswer.YES)
    panel.summary.parts.ticks["marks"].click()
    panel.summary.giving.bring.click()
    desk.page.view.back.click()
    desk.save()
    stored = desk.stored()[0]
    assert stored.bring
    assert "marks" not in stored.paper
    desk.page.view.finish.click()
    assert desk.page.ending is not None
    assert desk.page.ending.summary.giving.bring.isChecked()
    assert not desk.page.ending.summary.parts.ticks["marks"].isChecked()
