"""Where it was about, and when we see each other again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinnenweb.domain.conversations import MOST_THEMES
from spinnenweb.domain.dates import said_date
from spinnenweb.domain.wording import Said
from spinnenweb.ui.dates import DUTCH, weekday
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.days import quick_days
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.together.folding import FoldButton
from spinnenweb.ui.together.screen import AskingScreen, Setting
from spinnenweb.ui.widgets.big_buttons import BigAnswers, BigButton, Dress
from spinnenweb.ui.widgets.big_words import QUESTION, SaidLabel
from spinnenweb.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.ui.talk.talk import Talk

_DAY_WIDEST = 520
_DAY = timedelta(days=1)


class ThemesScreen(AskingScreen):
    """The themes that fit, in the same words for both; one touch on or off, at most five. All are within reach."""

    def __init__(self, setting: Setting, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("themes.ask"), parent=parent)
        self._fitting = talk.proposed
        self._chosen: tuple[str, ...] = ()
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        self.choices: dict[str, BigButton] = {}
        for code in self._in_order():
            button = BigButton(setting.spoken.say(f"theme.{code}"), Dress(tick=True))
            button.clicked.connect(self._tick)
            self.choices[code] = button
            flow.addWidget(button)
        self.none = BigButton(setting.spoken.say("themes.none"), Dress("calm", tick=True))
        self.none.clicked.connect(self._say_none)
        flow.addWidget(self.none)
        self.all = FoldButton(setting.spoken.say("themes.all"), setting.spoken.say("themes.fewer"))
        self.all.toggled.connect(self._show_all)
        flow.addWidget(self.all)
        self.add(holder, 16)
        self.body.addStretch(1)

    def _in_order(self) -> tuple[str, ...]:
        """What fits first, best first; then the others as in the vocabulary."""
        codes = [theme.code for theme in self.setting.catalogue.themes]
        return (*self._fitting, *(code for code in codes if code not in self._fitting))

    def show_talk(self, talk: Talk) -> None:
        """Show what was ticked."""
        self._chosen = talk.draft.conversation.themes
        for code, button in self.choices.items():
            button.setChecked(code in self._chosen)
            button.setEnabled(code in self._chosen or len(self._chosen) < MOST_THEMES)
        self.none.setChecked(talk.draft.conversation.no_themes)
        self._show_all(self.all.isChecked())

    def _show_all(self, on: bool) -> None:
        """All of them, or what fits and what was chosen; all where nothing fits."""
        everything = on or not self._fitting
        for code, button in self.choices.items():
            button.setVisible(everything or code in self._fitting or code in self._chosen)
        self.all.setVisible(bool(self._fitting))

    def start(self) -> bool:
        """On the first theme that can be ticked."""
        able = [button for button in self.choices.values() if button.isEnabled() and not button.isHidden()]
        for button in able[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(able)

    def _tick(self, on: bool) -> None:
        sender = self.sender()
        code = next(code for code, button in self.choices.items() if button is sender)
        self.change(partial(edits.with_theme, code=code, on=on))

    def _say_none(self, on: bool) -> None:
        self.change(partial(edits.with_no_themes, on=on))


class AgainScreen(AskingScreen):
    """Three days to choose from, a day earlier or later, or not now. The Dutch stands under it."""

    def __init__(self, setting: Setting, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(setting, setting.spoken.say("again.ask"), "again", parent)
        self._held_on = talk.draft.conversation.held_on
        self._day: date | None = None
        quick = quick_days(self._held_on).values()
        answers = [(day, said_day(setting, day)) for day in quick]
        self.answers = BigAnswers(self.asks, answers, even=True)
        self.answers.chosen.connect(self._set)
        self.none = BigButton(setting.spoken.say("change.not_now"), Dress("calm"))
        self.none.clicked.connect(self._take_away)
        self.day = SaidLabel(Said(""), QUESTION, bold=True)
        self.steps = {
            -_DAY: self._step("minus", self.tr("een dag eerder")),
            _DAY: self._step("plus", self.tr("een dag later")),
        }
        self._chosen = self._make_chosen()
        self.add(self.answers, 16)
        self.add(self._chosen, 16)
        line = QHBoxLayout()
        line.addWidget(self.none)
        line.addStretch(1)
        self.add(line)
        self.body.addStretch(1)

    def _step(self, icon: str, spoken: str) -> BigButton:
        button = BigButton(Said(""), Dress(icon=icon))
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.clicked.connect(self._shift)
        return button

    def _make_chosen(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(12))
        earlier, later = self.steps.values()
        line.addWidget(earlier, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.day, 100)
        line.addWidget(later, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.day.lean(Qt.AlignmentFlag.AlignHCenter)
        self.day.setMaximumWidth(px(_DAY_WIDEST))
        return holder

    def show_talk(self, talk: Talk) -> None:
        """Show the day, or none."""
        self._day = talk.draft.conversation.return_on
        self.answers.show_value(self._day)
        self._chosen.setVisible(self._day is not None)
        if self._day is not None:
            self.day.show_words(said_day(self.setting, self._day))
            for by, button in self.steps.items():
                button.setEnabled(self._day + by > self._held_on)

    def start(self) -> bool:
        """On the first day."""
        self.answers.focus()
        return True

    def _shift(self) -> None:
        sender = self.sender()
        by = next(by for by, button in self.steps.items() if button is sender)
        if self._day is not None:
            self._set(self._day + by)

    def _take_away(self) -> None:
        self._set(None)

    def _set(self, day: date | None) -> None:
        self.change(partial(edits.with_return, day=day))


def said_day(setting: Setting, day: date) -> Said:
    """A day with its weekday in Dutch; in another language the date, with the Dutch under it."""

    def line(texts: ResidentTexts) -> str:
        return weekday(day, DUTCH) if texts.language == "nl" else said_date(day, texts.language)

    return setting.spoken.both(line)
