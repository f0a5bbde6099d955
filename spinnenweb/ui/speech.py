"""A voice of this computer, for whoever would rather listen than read (the extra `voorlezen`, decision 007).

Only engines that speak on the computer itself are taken; nothing that is said ever leaves it. Where the extra, an
engine or a voice for the language is missing there is no voice, and nothing on the screen speaks of one.

The voice is a program of its own, `speaker.py`: opening a speech service takes seconds, and one without a sound
device was seen to hang for ever in a call (speech-dispatcher 0.11 under Qt 6.11). Here that costs the voice, never
the conversation.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MODULE = "PySide6.QtTextToSpeech"
SPEAKER = Path(__file__).with_name("speaker.py")
OFFLINE = ("speechd", "flite", "winrt", "sapi", "darwin", "macos")
"""The engines of Qt that speak with voices installed on the computer; any other is left alone."""
LOCALES: Mapping[str, tuple[str, ...]] = {
    "nl": ("nl_NL", "nl_BE"),
    "en": ("en_GB", "en_US"),
    "de": ("de_DE", "de_AT", "de_CH"),
    "ar": ("ar_EG", "ar_SA", "ar_SY", "ar_MA"),
    "tr": ("tr_TR",),
    "pl": ("pl_PL",),
    "uk": ("uk_UA",),
}
"""The languages of residents with the countries whose voice is taken first."""
SLOW, NORMAL = -0.4, 0.0
"""Of Qt's range from −1 to 1."""
PATIENCE_MS = 400
"""How long a voice may take to fall silent before its program is ended."""


class Voice(QObject):
    """What a voice can do. This one has no language and says nothing.

    Sends `speaking(bool)` when it begins and when it falls silent, `changed()` when its languages became known.
    """

    speaking = Signal(bool)
    changed = Signal()

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for the language with this code."""
        return False

    def say(self, text: str, language: str, *, slow: bool = False) -> None:
        """Say a text, instead of what is being said."""

    def stop(self) -> None:
        """Fall silent at once."""


class ProcessVoice(Voice):
    """The voice of `speaker.py`, or of another program that understands the same lines.

    It has no languages until that program tells them, and none any more when it ends.
    """

    def __init__(self, command: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locales: tuple[QLocale, ...] = ()
        self._on = self._began = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._process = QProcess(self)
        # what an engine complains about is not for our log: it may repeat what was said
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._patience.timeout.connect(self._process.kill)
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end)
        self.destroyed.connect(partial(_put_away, self._process))
        self._process.start(*_split(command))

    def speaks(self, language: str) -> bool:
        """Whether the program told of a voice for it."""
        return best_locale(language, self._locales) is not None

    def say(self, text: str, language: str, *, slow: bool = False) -> None:
        """Say a text in the voice of its language; nothing where there is none."""
        locale = best_locale(language, self._locales)
        if locale is not None:
            self._on, self._began = True, False
            self._patience.stop()
            self._send({"say": text, "locale": locale.name(), "rate": SLOW if slow else NORMAL})

    def stop(self) -> None:
        """Fall silent at once, in the middle of a word if need be; a program that does not obey is ended."""
        if self._on:
            self._on = False
            self._send({"stop": True})
            self._patience.start()
            self.speaking.emit(False)

    def _send(self, wanted: dict[str, object]) -> None:
        self._process.write(f"{json.dumps(wanted)}\n".encode())

    def _listen(self) -> None:
        while self._process.canReadLine():
            news: dict[str, Any] = json.loads(bytes(self._process.readLine().data()))
            if "locales" in news:
                self._know(tuple(QLocale(name) for name in news["locales"]))
            elif news["speaking"]:
                self._began = True
                self.speaking.emit(self._on)
            else:
                self._fall_silent()

    def _fall_silent(self) -> None:
        # the silence before the first word, or of what was said before, is not the end of it
        if self._patience.isActive():
            self._patience.stop()
        elif self._on and self._began:
            self.speaking.emit(False)

    def _know(self, locales: tuple[QLocale, ...]) -> None:
        if locales != self._locales:
            self._locales = locales
            self.changed.emit()

    def _end(self) -> None:
        self._on = False
        self._patience.stop()
        self._know(())
        self.speaking.emit(False)


def _put_away(process: QProcess) -> None:
    # killed, not asked: an engine that hangs answers nothing
    process.blockSignals(True)
    process.kill()
    process.waitForFinished(PATIENCE_MS)


def _split(command: list[str]) -> tuple[str, list[str]]:
    program, *arguments = command
    return program, arguments


def best_locale(language: str, available: Iterable[QLocale]) -> QLocale | None:
    """Of the voices there are the one for a language, from the country it is best known from first."""
    wanted = QLocale(language).language()
    fitting = {locale.name(): locale for locale in available if locale.language() == wanted}
    if not fitting or language not in LOCALES:
        return None
    first = next((name for name in LOCALES[language] if name in fitting), min(fitting))
    return fitting[first]


def is_installed() -> bool:
    """Whether the extra is there; says nothing about voices."""
    return find_spec(_MODULE) is not None


def find_voice(parent: QObject | None = None, engines: tuple[str, ...] = OFFLINE) -> Voice:
    """The voice of this computer, which tells its languages after a moment; or one that says nothing."""
    if not is_installed():
        return Voice(parent)
    # -P: the folder of the program itself is no place to import from
    return ProcessVoice([sys.executable, "-P", str(SPEAKER), *engines], parent)
