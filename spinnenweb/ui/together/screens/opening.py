"""The first two screens: welcome, and where to begin. And the last: thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.screen import AskingScreen, Screen, Setting
from spinnenweb.ui.widgets.big_buttons import TALL, BigButton, Dress
from spinnenweb.ui.widgets.big_words import SaidLabel
from spinnenweb.ui.widgets.even_layout import EvenLayout

if TYPE_CHECKING:
    from spinnenweb.ui.talk.talk import Talk

_GREETING = 36.0
_READING = 24.0
"""Points at 100 % text: there is little on these screens, so it may be large."""
_WIDEST = 940


class WelcomeScreen(Screen):
    """What we are going to do, and that someone writes along."""

    def __init__(self, setting: Setting, subjects: int, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        parts = [
            ("start.welcome", _GREETING, True),
            ("start.what" if subjects == len(DIMENSION_CODES) else "start.what_other", _READING, False),
            ("start.notes", _READING, False),
        ]
        self._asks = " ".join(self.spoken.say(key).text for key, _, _ in parts)
        self.body.addStretch(2)
        for key, points, bold in parts:
            label = SaidLabel(self.spoken.say(key), points, bold)
            label.setMaximumWidth(px(_WIDEST))
            self.add(label)
        self.body.addStretch(3)

    @property
    def asks(self) -> str:
        """All three sentences."""
        return self._asks


class ThanksScreen(Screen):
    """The last thing said."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        said = self.spoken.say("end.thanks")
        self._asks = said.text
        self.body.addStretch(2)
        self.add(SaidLabel(said, _GREETING, bold=True))
        self.body.addStretch(3)

    @property
    def asks(self) -> str:
        """The thanks."""
        return self._asks


class WhereScreen(AskingScreen):
    """Six subjects to point at; the ones we had carry a tick."""

    def __init__(self, setting: Setting, codes: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("start.where"), parent=parent)
        holder = QWidget()
        grid = EvenLayout(holder, 200, 400, 16, columns=3)
        self.tiles: dict[str, BigButton] = {}
        for code in codes:
            tile = BigButton(setting.spoken.say(f"label.{code}"), _tile(code))
            tile.clicked.connect(self._point)
            self.tiles[code] = tile
            grid.addWidget(tile)
        self.add(holder, 16)
        self.body.addStretch(1)
        self._done: tuple[str, ...] = ()

    def show_talk(self, talk: Talk) -> None:
        """Tick the subjects we had."""
        self._done = talk.draft.conversation.order
        for code, tile in self.tiles.items():
            tile.setChecked(code in self._done)

    def start(self) -> bool:
        """On the first subject we did not have yet."""
        rest = [tile for code, tile in self.tiles.items() if code not in self._done]
        for tile in rest[:1]:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(rest)

    def _point(self) -> None:
        sender = self.sender()
        code = next(code for code, tile in self.tiles.items() if tile is sender)
        # a tile is no tick box: what it shows is what we had
        self.tiles[code].setChecked(code in self._done)
        self.pointed.emit(code)


def _tile(code: str) -> Dress:
    # a subject of an organisation's own has no drawing: its words stand in the middle just the same
    drawing = code if code in DIMENSION_CODES else ""
    return Dress(drawing=drawing, above=True, tall=TALL, tick=True, side=72, fill=False)
