"""What the resident is asked in another language, with the Dutch small underneath."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from spinnenweb.domain.conversations import WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.talk.questions import asked, intro, readers
from tests.ui.conversation.hands import answer, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.ui.pages.conversation.ending import EndingPanel
    from spinnenweb.ui.pages.conversation.layout import SpokenPart
    from tests.ui.conversation.conftest import Desk

RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def someone(desk: Desk, language: str, on: bool = True) -> Resident:
    if on:
        desk.workspace.languages.switch(language, True)
    resident = replace(desk.resident(), language=language)
    desk.workspace.residents.change(resident)
    return resident


def spoken(desk: Desk, language: str, on: bool = True) -> SpokenPart:
    desk.open(resident=someone(desk, language, on).id)
    part = desk.page.view.talk.spoken
    assert part is not None
    return part


def ending(desk: Desk, language: str) -> EndingPanel:
    desk.open(resident=someone(desk, language).id)
    press(desk.page.view.finish)
    desk.settle()
    assert desk.page.ending is not None
    return desk.page.ending


def words(top: QWidget) -> list[str]:
    return [label.text() for label in top.findChildren(QLabel) if label.isVisible()]


def test_that_each_question_and_answer_has_the_dutch_under_it(desk: Desk) -> None:
    part = spoken(desk, "uk")
    seen = words(part)
    texts = desk.workspace.languages.spoken_to(desk.draft.resident).texts
    assert texts.say("change.ask") in seen
    for dutch in ("Is er iets wat u graag anders wilt?", "Ja, graag", "Nu niet", "Denkt u dat het gaat lukken?"):
        assert dutch in seen
    assert part.agreement.change.buttons[WantsChange.YES].text() == texts.say("change.yes")


def test_that_the_answer_says_itself_in_both_languages(desk: Desk) -> None:
    button = spoken(desk, "de").agreement.change.buttons[WantsChange.NOT_NOW]
    assert button.accessibleName() == "Gibt es etwas, das Sie gern anders hätten? Jetzt nicht Nu niet"


def test_that_in_dutch_nothing_stands_underneath(desk: Desk) -> None:
    seen = words(spoken(desk, "nl", on=False))
    assert seen.count("Is er iets wat u graag anders wilt?") == 1
    assert "Nu niet" not in seen


def test_that_a_language_that_is_off_is_not_used(desk: Desk) -> None:
    assert "Is er iets wat u graag anders wilt?" in words(spoken(desk, "uk", on=False))


def test_that_switching_a_language_on_changes_the_words_of_an_open_conversation(desk: Desk) -> None:
    spoken(desk, "de", on=False)
    desk.page.on_changed(desk.workspace.languages.switch("de", True))
    part = desk.page.view.talk.spoken
    assert part is not None
    assert part.agreement.change.buttons[WantsChange.NOT_NOW].text() == "Jetzt nicht"


def test_that_only_what_is_said_in_arabic_goes_from_the_right(desk: Desk) -> None:
    part = spoken(desk, "ar")
    assert part.agreement.change.layoutDirection() is RIGHT_TO_LEFT
    assert part.agreement.what.layoutDirection() is LEFT_TO_RIGHT
    assert desk.page.layoutDirection() is LEFT_TO_RIGHT
    first, *_, last = part.agreement.change.buttons.values()
    assert first.mapTo(part, first.rect().topLeft()).x() > last.mapTo(part, last.rect().topLeft()).x()


def test_that_the_dutch_line_itself_goes_from_the_left(desk: Desk) -> None:
    part = spoken(desk, "ar")
    under = next(label for label in part.findChildren(QLabel) if label.text() == "Denkt u dat het gaat lukken?")
    assert under.layoutDirection() is LEFT_TO_RIGHT


def test_that_names_and_numbers_keep_their_place_in_arabic(desk: Desk) -> None:
    panel = ending(desk, "ar")
    question = panel.permissions.questions[Purpose.COUNT].question.text()
    assert "\u2068Esdoornhoek\u2069" in question
    assert any("\u20683\u2069" in text for text in words(panel))
    assert not any("\u2068" in text for text in words(panel) if "vragen" in text)


@pytest.mark.parametrize(
    ("language", "organisation", "worker", "said"),
    [
        ("de", "Welzijn Beekdal", "Anna", "Anna von Welzijn Beekdal"),
        ("de", "", "", "mir"),
        ("en", "", "Anna", "Anna"),
        ("tr", "Welzijn Beekdal", "Anna", "Anna, Welzijn Beekdal"),
        ("pl", "Welzijn Beekdal", "", "ja"),
    ],
)
def test_that_who_reads_it_is_said_in_the_residents_language(
    desk: Desk, language: str, organisation: str, worker: str, said: str
) -> None:
    texts = desk.workspace.languages.spoken_to(someone(desk, language)).texts
    settings = replace(desk.workspace.settings.get(), organisation=organisation, worker=worker)
    assert readers(texts, settings) == said


def test_that_without_a_village_the_area_is_named_in_the_residents_language(desk: Desk) -> None:
    spoken(desk, "en")
    talk = desk.page.talk
    assert talk is not None
    talk = replace(talk, villages=())
    texts = desk.workspace.languages.spoken_to(talk.draft.resident).texts
    assert asked(texts, "consent.count", talk).startswith("May your answers count in the figures for this area?")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "Noch eine kurze Frage."), (2, "Noch 2 kurze Fragen."), (3, "Noch 3 kurze Fragen.")],
)
def test_that_one_question_is_not_announced_as_more(desk: Desk, count: int, said: str) -> None:
    texts = desk.workspace.languages.spoken_to(someone(desk, "de")).texts
    assert intro(texts, count).startswith(said)


def test_that_a_no_is_answered_in_both_languages(desk: Desk) -> None:
    panel = ending(desk, "de")
    assert panel.nothing_kept.under.isHidden()
    answer(desk, Purpose.RECORD, ConsentAnswer.NO)
    assert panel.nothing_kept.label.text().startswith("Gut, dann bewahre ich nichts auf.")
    assert panel.nothing_kept.under.text().startswith("Goed, dan bewaar ik niets.")


def test_that_someone_new_can_choose_a_language_once_one_is_on(desk: Desk) -> None:
    desk.new()
    row = desk.page.view.talk.card.language
    assert row.isHidden()
    desk.page.on_changed(desk.workspace.languages.switch("pl", True))
    assert row.isVisible()
    row.box.setCurrentIndex(row.box.findData("pl"))
    row.box.activated.emit(row.box.currentIndex())
    assert desk.draft.resident.language == "pl"
    assert row.state.text() == "gemaakt, nog niet nagekeken door een moedertaalspreker"
    part = desk.page.view.talk.spoken
    assert part is not None
    assert part.agreement.change.buttons[WantsChange.NOT_NOW].text() == "Nie teraz"
