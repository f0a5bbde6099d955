"""The base of the screens, and the parts they are built of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.big_words import QUESTION, TEXT, SaidLabel, large_font, with_picture
from spinnenweb.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QLayout

    from spinnenweb.domain.wording import Said, Spoken
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk


@dataclass(frozen=True, slots=True)
class Setting:
    """What every screen is made with: the words, what there is to choose, and how it moves."""

    spoken: Spoken
    catalogue: Catalogue
    today: date
    calm: bool = False

    def labels(self, codes: tuple[str, ...]) -> list[str]:
        """The words at the axes."""
        return [self.spoken.say(f"label.{code}").text for code in codes]


class Screen(QWidget):
    """One thing on a screen. Sends `edited(Edit)`, and `pointed(code)` when a subject was pointed at."""

    edited = Signal(object)
    pointed = Signal(str)

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(16))

    @property
    def spoken(self) -> Spoken:
        """The resident's words."""
        return self.setting.spoken

    @property
    def asks(self) -> str:
        """What a screen reader says when this screen comes."""
        return ""

    def start(self) -> bool:
        """Bring the keyboard to where this screen begins; `False` leaves it on the way on."""
        return False

    def show_talk(self, talk: Talk) -> None:
        """Show the conversation as it stands."""

    def add(self, part: QWidget | QLayout, space: float = 0) -> None:
        """Put a part under what is there, after `space` more pixels at 100 % text."""
        if space:
            self.body.addSpacing(px(space))
        if isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def change(self, edit: Edit) -> None:
        """Ask for a change of the draft."""
        self.edited.emit(edit)


class AskingScreen(Screen):
    """A screen with one question on top; `drawing` is the pictogram beside it."""

    def __init__(self, setting: Setting, question: Said, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self.question = SaidLabel(question, QUESTION, bold=True)
        self._asks = question.text
        self.add(with_picture(drawing, self.question, 56) if drawing else self.question)

    @property
    def asks(self) -> str:
        """The question."""
        return self._asks


class BigText(GrowingText):
    """A field for what the resident says and the worker types. `written` carries the text."""

    def __init__(self, question: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(question, lines=lines, parent=parent)
        self.setFont(large_font(TEXT))
        # what the worker types is Dutch: it begins at the left beside every language
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grow()


def text_field(question: str, written: Callable[[str], None], lines: int = 2) -> BigText:
    """A large field that tells what was written in it."""
    field = BigText(question, lines)
    field.written.connect(written)
    return field
