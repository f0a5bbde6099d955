"""The button that has a screen read aloud, and which words of a screen are read.

Read are the question, what belongs to it, and the answers to choose from. What stands in a field is never read.
Beside another language the Dutch is passed over, and so is what was typed in it: a Polish voice has no Dutch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from spinnenweb.domain.spoken import spoken_together
from spinnenweb.domain.ways import Way
from spinnenweb.domain.wording import Said
from spinnenweb.ui.together.folding import FoldButton
from spinnenweb.ui.together.marks import MarkPart
from spinnenweb.ui.widgets.big_buttons import BigButton, Dress
from spinnenweb.ui.widgets.big_words import SaidLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QHideEvent

    from spinnenweb.domain.wording import Spoken
    from spinnenweb.ui.speech import Voice

_SILENT = (QLineEdit, QPlainTextEdit, FoldButton)


class ReadAloud(BigButton):
    """Reads the screen it was given; pressed again, or out of sight, it is silent. Hidden without a voice."""

    def __init__(self, spoken: Spoken, voice: Voice, *, slow: bool = False, parent: QWidget | None = None) -> None:
        self._label = spoken.say("talk.read")
        super().__init__(self._label, Dress(icon="speaker"), parent)
        self.setCheckable(True)
        self.setAccessibleName(self._label.text)
        self.setToolTip(self._label.text)
        self._spoken = spoken
        self._voice = voice
        self._slow = slow
        self._screen: QWidget | None = None
        voice.setParent(self)
        voice.speaking.connect(self.setChecked)
        voice.changed.connect(self._show_whether)
        self.clicked.connect(self._turn)
        if not self._has_voice():
            self.hide()

    def show_screen(self, screen: QWidget) -> None:
        """Read this one from now on; what was being read of another stops."""
        self.stop()
        self._screen = screen

    def show_small(self, small: bool) -> None:
        """Only the drawing, where there is little room."""
        self.show_words(Said("") if small else self._label)

    def stop(self) -> None:
        """Be silent at once."""
        self._voice.stop()
        self.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Under the cover, on the worker's screen and when the window goes nothing is read."""
        self.stop()
        super().hideEvent(event)

    def _has_voice(self) -> bool:
        return self._voice.speaks(self._spoken.texts.language)

    def _show_whether(self) -> None:
        # without a parent it would be a window of its own
        if self.parentWidget() is not None:
            self.setVisible(self._has_voice())

    def _turn(self, on: bool) -> None:
        words = "" if self._screen is None else words_of(self._screen, self._spoken)
        if on and words:
            self._voice.say(words, self._spoken.texts.language, slow=self._slow)
        else:
            self.stop()


def words_of(screen: QWidget, spoken: Spoken) -> str:
    """What is read of a screen, from top to bottom, as a voice says it."""
    own = [said.text for said in _said(screen, spoken) if said.under or spoken.dutch is None]
    return spoken_together(own, spoken.texts.language)


def _said(widget: QWidget, spoken: Spoken) -> Iterator[Said]:
    if widget.isHidden() or isinstance(widget, _SILENT):
        return
    if isinstance(widget, MarkPart):
        yield from _of_marks(widget, spoken)
    elif isinstance(widget, SaidLabel):
        yield Said(widget.words.text(), widget.under.text())
    elif isinstance(widget, BigButton):
        yield widget.said
    elif (layout := widget.layout()) is not None:
        yield from _inside(layout, spoken)


def _inside(layout: QLayout, spoken: Spoken) -> Iterator[Said]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _said(widget, spoken)
        elif (inner := item.layout()) is not None:
            yield from _inside(inner, spoken)


def _of_marks(part: MarkPart, spoken: Spoken) -> Iterator[Said]:
    """The question and what both ends mean; the ways to answer are for the eye."""
    yield from _said(part.question, spoken)
    if part.way is not Way.FACES:
        yield spoken.both(
            lambda texts: texts.say("summary.scale", low=texts.say("mark.low"), high=texts.say("mark.high"))
        )
