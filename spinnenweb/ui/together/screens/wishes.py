"""What matters most, what someone likes doing, and whether something should change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from spinnenweb.domain.conversations import MOST_MATTERS, Matter, WantsChange
from spinnenweb.domain.wording import Said
from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.screen import AskingScreen, Setting, text_field
from spinnenweb.ui.widgets.big_buttons import BigAnswers, BigButton, Dress
from spinnenweb.ui.widgets.big_words import TEXT, large_font
from spinnenweb.ui.widgets.bsn_line import BsnLine
from spinnenweb.ui.widgets.even_layout import EvenLayout

if TYPE_CHECKING:
    from spinnenweb.ui.talk.talk import Talk

_CHANGE_WORDS = {
    WantsChange.YES: "change.yes",
    WantsChange.NOT_NOW: "change.not_now",
    WantsChange.UNKNOWN: "change.unknown",
}


class MattersScreen(AskingScreen):
    """At most three of the subjects, of what belongs to a ticked one, or in own words."""

    def __init__(self, setting: Setting, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("matters.ask"), "matters", parent)
        self._full = False
        self._offers = QWidget()
        self._grid = EvenLayout(self._offers, 220, 420, 12, columns=3)
        self.choices: dict[Matter, BigButton] = {}
        self.own = QLineEdit()
        self.own.setFont(large_font(TEXT))
        self.own.setPlaceholderText(self.spoken.say("matters.own").text)
        self.own.setAccessibleName(self.tr("Wat telt, in eigen woorden"))
        # what the worker types is Dutch: it begins at the left beside every language
        self.own.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.take = BigButton(Said(""), Dress(icon="plus"))
        self.take.setAccessibleName(self.tr("Eigen woorden erbij"))
        self.own.returnPressed.connect(self._take_own)
        self.take.clicked.connect(self._take_own)
        for matter in _offered(talk):
            self._offer(matter)
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._offers, 8)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.own, 1)
        line.addWidget(self.take)
        self.add(line)
        self.add(BsnLine(self.own))
        self.body.addStretch(1)

    def _offer(self, matter: Matter) -> None:
        dress = Dress(drawing=matter.code if len(matter.code) == 2 else "", tick=True, side=40)
        said = Said(matter.words) if matter.words else self.spoken.say(f"label.{matter.code}")
        button = BigButton(said, dress)
        button.clicked.connect(self._choose)
        self.choices[matter] = button
        self._grid.addWidget(button)
        button.show()

    def show_talk(self, talk: Talk) -> None:
        """Show what was chosen; three is full."""
        chosen = talk.draft.conversation.matters
        for matter in chosen:
            if matter not in self.choices:
                self._offer(matter)
        self._full = len(chosen) >= MOST_MATTERS
        for matter, button in self.choices.items():
            button.setChecked(matter in chosen)
            button.setEnabled(matter in chosen or not self._full)
        self.own.setEnabled(not self._full)
        self.take.setEnabled(not self._full)

    def start(self) -> bool:
        """On the first choice that can be made."""
        for button in self.choices.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _choose(self, on: bool) -> None:
        sender = self.sender()
        matter = next(matter for matter, button in self.choices.items() if button is sender)
        edit = edits.with_matter if on else edits.without_matter
        self.change(partial(edit, matter=matter))

    def _take_own(self) -> None:
        words = self.own.text().strip()
        if words:
            self.own.clear()
            self.change(partial(edits.with_matter, matter=Matter(words=words)))


def _offered(talk: Talk) -> tuple[Matter, ...]:
    """The subjects, then what was asked under the ones the resident wants to talk about."""
    conversation = talk.draft.conversation
    ticked = [d for d in talk.instrument.dimensions if _about(conversation.topics, d.code)]
    under = [a.code for d in ticked for a in d.aspects if a.code in conversation.switched_on]
    return tuple(Matter(code) for code in (*talk.instrument.codes, *under))


def _about(topics: tuple[str, ...], code: str) -> bool:
    return any(topic.startswith(code) for topic in topics)


class GiveScreen(AskingScreen):
    """What someone likes doing and could do for another."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("give.ask"), "give", parent)
        self.gift = text_field(self.asks, self._write, lines=3)
        self.add(self.gift, 8)
        self.add(BsnLine(self.gift))
        self.body.addStretch(1)

    def show_talk(self, talk: Talk) -> None:
        """Show what was written."""
        self.gift.show_text(talk.draft.conversation.gift)

    def start(self) -> bool:
        """In the field."""
        self.gift.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _write(self, text: str) -> None:
        self.change(partial(edits.with_gift, text=text))


class ChangeScreen(AskingScreen):
    """Yes, not now and "I do not know yet" are all fine."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        say = setting.spoken.say
        super().__init__(setting, say("change.ask"), "change", parent)
        self.answers = BigAnswers(
            self.asks, [(value, say(key)) for value, key in _CHANGE_WORDS.items()], even=True
        )
        self.answers.chosen.connect(self._want)
        self.add(self.answers, 16)
        self.body.addStretch(1)

    def show_talk(self, talk: Talk) -> None:
        """Show the answer."""
        self.answers.show_value(talk.draft.conversation.wants_change)

    def start(self) -> bool:
        """On the answer that holds, or the first."""
        self.answers.focus()
        return True

    def _want(self, value: WantsChange | None) -> None:
        self.change(partial(edits.with_wants_change, wants=value))
