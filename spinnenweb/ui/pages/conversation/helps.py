"""What the social map has for what this talk is about; folded until it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from spinnenweb.domain.choices import AboutKind, Choice
from spinnenweb.services.looking_along import asked_along
from spinnenweb.ui.proposals import ProposalPanel
from spinnenweb.ui.talk.around_edits import with_help
from spinnenweb.ui.talk.asked import asked_in
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.cards import Card
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.choices import HelpAnswer
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.services.proposals import About
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.talk.edits import Edit
    from spinnenweb.ui.talk.talk import Talk

_NAMED = {AboutKind.THEME: "theme.{}", AboutKind.TOPIC: "label.{}", AboutKind.SIGNAL: "signal.{}"}


def named(words: Wording, about: About) -> str:
    """What it is called on a chip."""
    key = _NAMED.get(about.kind, "").format(about.code)
    return words.say(key) if words.has(key) else words.say(f"proposal.about.{about.kind.value}")


class HelpsCard(Card):
    """Sends `picked(str)` with the id of an offer, and `edited(Edit)` where the answer belongs to the talk.

    While a resident looks along it holds what `services/looking_along` lets through.
    """

    picked = Signal(str)
    edited = Signal(object)
    rearranged = Signal()

    def __init__(self, context: Context, *, wanted: bool = True) -> None:
        super().__init__(context.words.say("proposal.title"))
        self._context = context
        self._wanted = wanted
        self._talk: Talk | None = None
        self._shown: tuple[object, ...] = ()
        self._about: About | None = None
        self._chosen: tuple[str, ...] = ()
        self.chips: dict[ToggleChip, About] = {}
        self.unfold = link_button(self.tr("Kijk op de sociale kaart"), "strong")
        self.unfold.setCheckable(True)
        make_room(self.unfold, self.tr("Kijk op de sociale kaart"), self.tr("Sociale kaart dichtvouwen"))
        self.unfold.toggled.connect(self._fold)
        self.hint = text_label(self.tr("Kies eerst een thema, of wat het belangrijkste is."), "soft")
        self.panel = ProposalPanel(context)
        self.panel.picked.connect(self.picked)
        self.panel.said.connect(self._tell_talk)
        self.panel.rearranged.connect(self.rearranged)
        self._flow = FlowLayout(gap=6)
        self.chosen = text_label("")
        self.chosen.hide()
        self.add(self.chosen)
        self.add(self.unfold)
        self.body.setAlignment(self.unfold, Qt.AlignmentFlag.AlignLeft)
        self.add(self._flow)
        self.add(self.hint)
        self.add(self.panel)
        self._fold(False)

    def show_talk(self, talk: Talk) -> None:
        """Follow what the talk is about; the map is read only while it is unfolded."""
        self._talk = talk
        self.setVisible(self._wanted)
        self._show_chosen(talk)
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
        if self._context.visit.on:
            asked = asked_along(asked)
        about = self._about if self._about in asked else next(iter(asked), None)
        draft = self._talk.draft
        shown = (asked, about, draft.resident, draft.conversation.gift, draft.helps)
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
            self.panel.look_in_talk(draft, about, said)
        self.rearranged.emit()

    def _show_chosen(self, talk: Talk) -> None:
        """Say, also folded, what the resident chose on the screen that both look at."""
        ids = tuple(told.offer_id for told in talk.draft.helps if told.answer is Choice.CHOSEN)
        if ids == self._chosen:
            return
        self._chosen = ids
        work = partial(self._context.workspace.map_along.offer_lines, ids)
        self._context.jobs.run(self, work, partial(self._name_chosen, ids), self._context.hub.fail)

    def _name_chosen(self, ids: tuple[str, ...], lines: tuple[OfferLine, ...]) -> None:
        if ids == self._chosen:
            names = ", ".join(line.offer.name for line in lines)
            self.chosen.setText(self.tr("Gekozen in dit gesprek: {names}").format(names=names))
            self.chosen.setVisible(bool(lines))

    def _tell_talk(self, told: HelpAnswer, on: bool) -> None:
        self._emit_edited(partial(with_help, told=told, on=on))

    def _emit_edited(self, edit: Edit) -> None:
        self.edited.emit(edit)

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
