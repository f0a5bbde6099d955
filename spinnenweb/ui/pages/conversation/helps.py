"""What the social map has for what this talk is about; folded until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.themes import GIFT
from spinnenweb.services.proposals import About
from spinnenweb.ui.proposals import ProposalPanel
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.talk import Talk

_NAMED = {AboutKind.THEME: "theme.{}", AboutKind.TOPIC: "label.{}", AboutKind.SIGNAL: "signal.{}"}


def asked_in(talk: Talk) -> tuple[About, ...]:
    """What offers can be looked for: themes that were ticked, else that fit; what matters; signs; a gift."""
    said = talk.draft.conversation
    asked = [About(AboutKind.THEME, code) for code in said.themes or talk.proposed]
    asked += [About(AboutKind.TOPIC, matter.code) for matter in said.matters if matter.code]
    asked += [About(AboutKind.SIGNAL, code) for code in said.signals]
    if said.gift.strip():
        asked.append(About(AboutKind.GIFT, GIFT))
    return tuple(dict.fromkeys(asked))


def named(words: Wording, about: About) -> str:
    """What it is called on a chip."""
    key = _NAMED.get(about.kind, "").format(about.code)
    return words.say(key) if words.has(key) else words.say(f"proposal.about.{about.kind.value}")


class HelpsCard(Card):
    """Sends `picked(str)` with the id of an offer. On a visit it is not there: names of others stand in it."""

    picked = Signal(str)
    rearranged = Signal()

    def __init__(self, context: Context, *, wanted: bool = True) -> None:
        super().__init__(context.words.say("proposal.title"))
        self._context = context
        self._wanted = wanted
        self._talk: Talk | None = None
        self._shown: tuple[object, ...] = ()
        self._about: About | None = None
        self.chips: dict[ToggleChip, About] = {}
        self.unfold = link_button(self.tr("Kijk op de sociale kaart"), "strong")
        self.unfold.setCheckable(True)
        make_room(self.unfold, self.tr("Kijk op de sociale kaart"), self.tr("Sociale kaart dichtvouwen"))
        self.unfold.toggled.connect(self._fold)
        self.hint = text_label(self.tr("Kies eerst een thema, of wat het belangrijkste is."), "soft")
        self.panel = ProposalPanel(context)
        self.panel.picked.connect(self.picked)
        self.panel.rearranged.connect(self.rearranged)
        self._flow = FlowLayout(gap=6)
        self.add(self.unfold)
        self.body.setAlignment(self.unfold, Qt.AlignmentFlag.AlignLeft)
        self.add(self._flow)
        self.add(self.hint)
        self.add(self.panel)
        self._fold(False)

    def show_talk(self, talk: Talk) -> None:
        """Follow what the talk is about; the map is read only while it is unfolded."""
        self._talk = talk
        self.setVisible(self._wanted and not self._context.visit.on)
        if self.unfold.isChecked():
            self._look()

    def start_anew(self) -> None:
        """Fold it: another conversation comes."""
        self._about, self._shown = None, ()
        self.unfold.setChecked(False)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        return [self.unfold, *self.chips, *self.panel.stops()] if self._wanted else []

    def _fold(self, on: bool) -> None:
        self.unfold.setText(self.tr("Sociale kaart dichtvouwen") if on else self.tr("Kijk op de sociale kaart"))
        self._shown = ()
        self._look() if on else self._put((), None)

    def _look(self) -> None:
        if self._talk is None:
            return
        asked = asked_in(self._talk)
        about = self._about if self._about in asked else next(iter(asked), None)
        draft = self._talk.draft
        shown = (asked, about, draft.resident, draft.conversation.gift)
        if shown != self._shown:
            self._shown = shown
            self._put(asked, about)

    def _put(self, asked: tuple[About, ...], about: About | None) -> None:
        unfolded = self.unfold.isChecked()
        self._about = about
        if tuple(self.chips.values()) != asked:
            self._make_chips(asked)
        for chip, one in self.chips.items():
            chip.setChecked(one == about)
        self.hint.setVisible(unfolded and about is None)
        self.panel.setVisible(unfolded and about is not None)
        if about is not None and self._talk is not None:
            draft = self._talk.draft
            said = draft.conversation.gift if about.kind is AboutKind.GIFT else ""
            self.panel.look_for(draft.resident, about, stored=not draft.resident_is_new, said=said)
        self.rearranged.emit()

    def _make_chips(self, asked: tuple[About, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {ToggleChip(named(self._context.words, about)): about for about in asked}
        for chip in self.chips:
            chip.clicked.connect(self._choose)
            self._flow.addWidget(chip)

    def _choose(self) -> None:
        sender = self.sender()
        self._about = next(about for chip, about in self.chips.items() if chip is sender)
        self._shown = ()
        self._look()
