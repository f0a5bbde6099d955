"""Which voice is taken, and that a computer without one is served all the same."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QObject

from spinnenweb.domain.languages import CODES
from spinnenweb.ui.speech import (
    LOCALES,
    OFFLINE,
    PATIENCE_MS,
    ProcessVoice,
    Voice,
    best_locale,
    find_voice,
    is_installed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MODULE = "PySide6.QtTextToSpeech"


def test_that_every_language_of_a_resident_has_a_country_of_its_own() -> None:
    assert set(LOCALES) == set(CODES)
    for code, names in LOCALES.items():
        assert {QLocale(name).language() for name in names} == {QLocale(code).language()}


@pytest.mark.parametrize(
    ("language", "there", "taken"),
    [
        ("nl", ("nl_BE", "nl_NL", "de_DE"), "nl_NL"),
        ("nl", ("nl_BE", "de_DE"), "nl_BE"),
        ("ar", ("ar_MR", "ar_EG"), "ar_EG"),
        ("ar", ("ar_MR",), "ar_MR"),
        ("uk", ("ru_RU", "uk_UA"), "uk_UA"),
    ],
)
def test_that_the_best_known_country_is_taken_and_else_another(
    language: str, there: tuple[str, ...], taken: str
) -> None:
    found = best_locale(language, [QLocale(name) for name in there])
    assert found is not None
    assert found.name() == taken


def test_that_a_voice_of_another_language_is_never_taken() -> None:
    assert best_locale("uk", [QLocale("ru_RU")]) is None
    assert best_locale("nl", []) is None
    assert best_locale("fr", [QLocale("fr_FR")]) is None


def test_that_without_the_extra_there_is_a_voice_that_says_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, MODULE, None)
    voice = find_voice()
    assert type(voice) is Voice
    assert not any(voice.speaks(code) for code in CODES)
    with qtbot.assertNotEmitted(voice.speaking):
        voice.say("Hallo", "nl")
        voice.stop()


def test_that_no_engine_of_tests_or_of_the_network_is_taken() -> None:
    assert "mock" not in OFFLINE


# --- the program that speaks

OBEDIENT = """
import json, sys
def tell(**news):
    print(json.dumps(news), flush=True)
tell(locales=["nl_NL", "ar_EG"])
tell(speaking=False)
for line in sys.stdin:
    wanted = json.loads(line)
    if "say" not in wanted:
        tell(speaking=False)
        continue
    tell(speaking=True)
    assert wanted["rate"] <= 0
    if wanted["say"] == "kort":
        tell(speaking=False)
    if wanted["say"] == "weg":
        sys.exit(1)
"""
_STOPS = 'if "say" not in wanted:'
STUBBORN = OBEDIENT.replace(_STOPS, f"{_STOPS}\n        import time; time.sleep(60)")


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], ProcessVoice]]:
    """Starts a voice over a small program and waits until it told its languages."""
    owner = QObject()

    def start(program: str) -> ProcessVoice:
        file = tmp_path / "spreker.py"
        file.write_text(program, "utf-8")
        voice = ProcessVoice([sys.executable, str(file)], owner)
        assert not voice.speaks("nl")
        qtbot.waitUntil(lambda: voice.speaks("nl"), timeout=10_000)
        return voice

    yield start
    shiboken6.delete(owner)


def test_that_a_voice_tells_its_languages_speaks_and_is_done(
    qtbot: QtBot, run: Callable[[str], ProcessVoice]
) -> None:
    voice = run(OBEDIENT)
    assert voice.speaks("ar")
    assert not voice.speaks("tr")
    heard: list[bool] = []
    voice.speaking.connect(heard.append)
    voice.say("kort", "nl", slow=True)
    qtbot.waitUntil(lambda: heard == [True, False])


def test_that_a_silence_that_comes_late_is_not_the_end_of_what_is_said(
    qtbot: QtBot, run: Callable[[str], ProcessVoice]
) -> None:
    late = OBEDIENT.replace("    tell(speaking=True)", "    tell(speaking=False)\n    tell(speaking=True)")
    voice = run(late)
    heard: list[bool] = []
    voice.speaking.connect(heard.append)
    voice.say("kort", "nl", slow=True)
    qtbot.waitUntil(lambda: heard == [True, False])


def test_that_a_language_without_a_voice_is_not_sent(qtbot: QtBot, run: Callable[[str], ProcessVoice]) -> None:
    voice = run(OBEDIENT)
    with qtbot.assertNotEmitted(voice.speaking, wait=100):
        voice.say("Merhaba", "tr")


def test_that_silence_is_told_before_the_program_answers(qtbot: QtBot, run: Callable[[str], ProcessVoice]) -> None:
    voice = run(OBEDIENT)
    with qtbot.waitSignal(voice.speaking):
        voice.say("lang", "nl")
    heard: list[bool] = []
    voice.speaking.connect(heard.append)
    voice.stop()
    assert heard == [False]
    qtbot.wait(PATIENCE_MS + 100)
    assert heard == [False]
    assert voice.speaks("nl")


def test_that_a_program_that_does_not_fall_silent_is_ended(
    qtbot: QtBot, run: Callable[[str], ProcessVoice]
) -> None:
    voice = run(STUBBORN)
    with qtbot.waitSignal(voice.speaking):
        voice.say("lang", "nl")
    with qtbot.waitSignal(voice.changed, timeout=PATIENCE_MS + 3000):
        voice.stop()
    assert not voice.speaks("nl")


def test_that_a_program_that_ends_takes_its_languages_along(
    qtbot: QtBot, run: Callable[[str], ProcessVoice]
) -> None:
    voice = run(OBEDIENT)
    with qtbot.waitSignal(voice.changed, timeout=5000):
        voice.say("weg", "nl")
    assert not voice.speaks("nl")


def test_that_a_voice_that_goes_ends_its_program_even_a_stubborn_one(
    qtbot: QtBot, run: Callable[[str], ProcessVoice]
) -> None:
    voice = run(STUBBORN)
    with qtbot.waitSignal(voice.speaking):
        voice.say("lang", "nl")
    number = voice._process.processId()
    voice.stop()
    shiboken6.delete(voice)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_that_a_program_that_cannot_be_started_is_no_voice(qtbot: QtBot) -> None:
    voice = ProcessVoice(["/geen/programma"])
    qtbot.wait(50)
    assert not voice.speaks("nl")


@pytest.mark.skipif(not is_installed(), reason="the extra voorlezen is not installed")
def test_that_an_engine_of_qt_speaks_and_falls_silent(qtbot: QtBot) -> None:
    owner = QObject()
    voice = find_voice(owner, engines=("mock",))
    qtbot.waitUntil(lambda: voice.speaks("en"), timeout=20_000)
    assert not voice.speaks("nl")
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: on):
        voice.say("One two three four five six seven", "en", slow=True)
    with qtbot.waitSignal(voice.speaking, check_params_cb=lambda on: not on):
        voice.stop()
    shiboken6.delete(owner)


@pytest.mark.skipif(not is_installed(), reason="the extra voorlezen is not installed")
def test_that_without_one_of_the_engines_there_is_no_language(qtbot: QtBot) -> None:
    owner = QObject()
    voice = find_voice(owner, engines=("geen",))
    with qtbot.waitSignal(voice.speaking, timeout=20_000):
        pass
    assert not voice.speaks("en")
    shiboken6.delete(owner)
