"""The web large enough to look at together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.big_words import TEXT
from spinnenweb.ui.widgets.web_input import WebInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.ui.talk.talk import Talk
    from spinnenweb.ui.together.screen import Setting

HEIGHT = 420
_HIGH = 0.72
"""Height against width."""


class LargeWeb(WebInput):
    """As high as it is wide, more or less, and never higher than there is on a small screen."""

    def __init__(self, codes: Sequence[str], labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(codes, labels, parent)
        self._highest: float = HEIGHT
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """A narrow web is a low web."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the rings and the words above and below."""
        return min(px(self._highest), round(width * _HIGH))

    def set_highest(self, height: float) -> None:
        """Leave room for what stands around it; in pixels at 100 % text."""
        self._highest = height
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for large letters on a small screen."""
        return QSize(px(260), px(200))


def large_web(setting: Setting, talk: Talk) -> LargeWeb:
    """The web of a talk, only to look at."""
    web = LargeWeb(talk.instrument.codes, setting.labels(talk.instrument.codes))
    web.set_letters(TEXT)
    web.set_read_only(True)
    web.set_calm(setting.calm)
    web.set_scale(talk.web.scale)
    web.set_values(talk.web.values)
    web.set_topics(talk.spoken_of)
    return web
