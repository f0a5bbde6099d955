"""Reading a screen aloud: what is read, in which voice, and when it is silent at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from spinnenweb.domain.languages import CODES
from spinnenweb.ui.speech import Voice
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together import route
from spinnenweb.ui.together.screens.step import StepScreen
from spinnenweb.ui.together.screens.wishes import GiveScreen
from tests.ui.together.conftest import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from tests.ui.together.conftest import Table

SECRET = "Zoon in de gevangenis"


class FakeVoice(Voice):
    """Says nothing and writes down what it was asked to say."""

    def __init__(self, languages: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.languages = languages
        self.said: list[tuple[str, str, bool]] = []
        self.busy = False

    def is_busy(self) -> bool:
        """Whether it would be heard now."""
        return self.busy

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def say(self, text: str, language: str, *, slow: bool = False) -> None:
        self.said.append((text, language, slow))
        self._turn(on=True)

    def stop(self) -> None:
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        self.busy = on
        self.speaking.emit(on)


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> FakeVoice:
    """The voice of this computer, which has every language but Turkish."""
    made = FakeVoice(tuple(code for code in CODES if code != "tr"))
    monkeypatch.setattr("spinnenweb.ui.together.view.find_voice", lambda: made)
    return made


def last(voice: FakeVoice) -> str:
    return voice.said[-1][0]


def test_that_without_a_voice_nothing_speaks_of_reading_aloud(sit: Callable[..., Table]) -> None:
    table = sit()
    assert table.view.aloud.isHidden()
    assert "Lees voor" not in table.texts()


def test_that_a_language_without_a_voice_has_no_button(sit: Callable[..., Table], voice: FakeVoice) -> None:
    voice.languages = ("en",)
    assert sit().view.aloud.isHidden()


def test_that_the_button_comes_when_the_voice_turns_out_to_be_there(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    voice.languages = ()
    table = sit()
    voice.languages = ("nl",)
    voice.changed.emit()
    assert table.view.aloud.isVisible()


def test_that_every_screen_can_be_read_with_a_target_for_a_finger(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    table = sit()
    for _ in range(20):
        button = table.view.aloud
        assert min(button.width(), button.height()) >= px(48)
        press(button)
        assert last(voice)
        press(button)
        if table.view.stop.name == route.THANKS:
            break
        table.on()
    assert table.view.stop.name == route.THANKS
    assert len(voice.said) >= 12


def test_that_a_subject_is_read_in_the_order_of_the_screen(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    table.to(route.SUBJECT)
    press(table.view.aloud)
    say = table.view.setting.spoken.texts.say
    code = table.view.stop.code
    parts = (f"label.{code}", f"{code}.ask", f"{code}.hint", "mark.ask", "mark.low", "mark.high", "answer.unknown")
    places = [last(voice).index(say(key).rstrip(".")) for key in (*parts, "answer.topic")]
    assert places == sorted(places)
    assert "0 betekent" in last(voice)
    assert "0 tot 10" not in last(voice)


def test_that_the_answers_to_a_question_are_read_behind_it(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    table.to(route.CHANGE)
    press(table.view.aloud)
    said = table.view.setting.spoken.texts.say
    places = [last(voice).index(said(key)) for key in ("change.ask", "change.yes", "change.not_now")]
    assert places == sorted(places)


def test_that_it_is_read_in_the_residents_language_and_the_dutch_is_not(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    table = sit("ar")
    press(table.view.aloud)
    text, language, _ = voice.said[-1]
    assert language == "ar"
    assert "جميل أن نجلس ونتحدث معا." in text
    assert not any(sign.isascii() and sign.isalpha() for sign in text)


def test_that_what_was_typed_in_a_field_is_never_read(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    table.to(route.GIVE)
    QTest.keyClicks(table.at(GiveScreen).gift, SECRET)
    press(table.view.aloud)
    assert SECRET not in last(voice)


def test_that_a_step_typed_in_dutch_is_not_read_by_another_voice(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    table = sit("uk")
    table.to(route.CHANGE)
    press(table.screen.findChildren(type(table.view.on))[0])
    table.house.settle()
    table.to(route.STEP)
    QTest.keyClicks(table.at(StepScreen).what, "De belbus bellen")
    table.house.settle()
    table.to(route.STEP_WHEN)
    press(table.view.aloud)
    assert "belbus" in table.texts()
    assert "belbus" not in last(voice)


def test_that_pressing_again_is_silence(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    press(table.view.aloud)
    assert voice.is_busy()
    assert table.view.aloud.isChecked()
    press(table.view.aloud)
    assert not voice.is_busy()
    assert len(voice.said) == 1


def test_that_the_button_is_up_again_when_all_was_read(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    press(table.view.aloud)
    voice.stop()
    assert not table.view.aloud.isChecked()


def test_that_going_on_covering_and_leaving_are_silence_at_once(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    table = sit()
    for leave in (table.view.go_on, table.view.go_back, table.view.hide_all):
        press(table.view.aloud)
        assert voice.is_busy()
        leave()
        assert not voice.is_busy()
    table.view.show_again()
    assert not voice.is_busy()
    press(table.view.aloud)
    assert voice.is_busy()
    ends: list[bool] = []
    voice.speaking.connect(ends.append)
    table.leave()
    assert ends[:1] == [False]


def test_that_the_laptop_may_read_slowly(sit: Callable[..., Table], voice: FakeVoice) -> None:
    table = sit()
    table.view.aloud._slow = True
    press(table.view.aloud)
    assert voice.said[-1][2]


def test_that_a_small_window_keeps_the_drawing_and_the_spoken_name(
    sit: Callable[..., Table], voice: FakeVoice
) -> None:
    table = sit(size=(683, 384))
    button = table.view.aloud
    assert button.isVisible()
    assert button.accessibleName() == "Lees voor"
    assert button.text() == ""
    assert button.geometry().right() <= table.view.width()
