"""The program that speaks, run on its own beside Spinnenweb; see `speech.py` for why.

It reads one JSON object a line from its input, `{"say": text, "locale": "nl_NL", "rate": 0.0}` or
`{"stop": true}`, and writes what it can and does: `{"locales": [...]}`, and `{"speaking": bool}` at every turn. It
ends with its input. Nothing is written to disk, and only the engines named on its command line are used.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal

if TYPE_CHECKING:
    from types import ModuleType

MODULE = "PySide6.QtTextToSpeech"


class Speaker(QObject):
    """One engine, doing what it is told."""

    told = Signal(str)

    def __init__(self, library: ModuleType, engine: str) -> None:
        super().__init__()
        self._states = library.QTextToSpeech.State
        self._engine = library.QTextToSpeech(engine, self)
        self._engine.stateChanged.connect(self._tell)
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._tell(self._engine.state())

    def listen(self) -> None:
        """Take every line of the input, and end with it; run in a thread of its own."""
        for line in sys.stdin:
            self.told.emit(line)
        # an engine that hangs would keep an orderly end waiting for ever
        os._exit(0)

    def _obey(self, line: str) -> None:
        wanted = json.loads(line)
        self._engine.stop()
        if "say" in wanted:
            self._engine.setLocale(QLocale(wanted["locale"]))
            self._engine.setRate(wanted["rate"])
            self._engine.say(wanted["say"])
        else:
            tell(speaking=False)

    def _tell(self, state: object) -> None:
        if state == self._states.Ready:
            tell(locales=[locale.name() for locale in self._engine.availableLocales()])
        tell(speaking=state in (self._states.Speaking, self._states.Synthesizing))


def tell(**news: object) -> None:
    """Write one line of news."""
    sys.stdout.write(json.dumps(news) + "\n")
    sys.stdout.flush()


def main(engines: list[str]) -> int:
    """Speak with the first of these engines that is there, until the input ends; 1 when none is."""
    library = import_module(MODULE)
    app = QCoreApplication([])
    there = library.QTextToSpeech.availableEngines()
    engine = next((name for name in engines if name in there), "")
    if not engine:
        return 1
    speaker = Speaker(library, engine)
    Thread(target=speaker.listen, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
