"""How old what we know is: a word with a shape of its own, so that nobody needs the colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from spinnenweb.domain.social_map import Freshness
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.labels import IconMark, line_label

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

SHAPES = {
    Freshness.FRESH: ("check", "ok"),
    Freshness.AGING: ("clock", "accent_text"),
    Freshness.OLD: ("alert", "warn"),
    Freshness.NEVER: ("help", "ink_soft"),
}
"""The icon and the colour of every freshness."""


def freshness_words(words: Wording, freshness: Freshness) -> str:
    """What a freshness is called."""
    return words.say(f"map.freshness.{freshness.value}")


class FreshnessMark(QWidget):
    """A shape and a word on one line; `more` says when and by whom."""

    def __init__(self, words: Wording, freshness: Freshness, more: str = "") -> None:
        super().__init__()
        name, tone = SHAPES[freshness]
        said = freshness_words(words, freshness)
        self.label = line_label(f"{said} · {more}" if more else said, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(IconMark(name, tone, 16))
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
