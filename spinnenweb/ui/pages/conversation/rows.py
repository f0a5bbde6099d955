"""The card at the left: the six subjects with their marks, and what unfolds under each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from spinnenweb.domain.scoring import dimension_score
from spinnenweb.ui.pages.conversation.aspects import AspectPanel
from spinnenweb.ui.talk import edits
from spinnenweb.ui.widgets.cards import RowCard
from spinnenweb.ui.widgets.mark_row import MarkRow, RowAnswer, RowNote, RowTopic

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import Dimension, InstrumentKey
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.talk import Talk


class RowsCard(RowCard):
    """Sends `edited(Edit)` and `in_hand(code)` when the keyboard comes to another subject."""

    edited = Signal(object)
    in_hand = Signal(object)
    rearranged = Signal()

    def __init__(self, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._key: InstrumentKey | None = None
        self._held = False
        self._talk: Talk | None = None
        self.rows: dict[str, MarkRow] = {}
        self.panels: dict[str, AspectPanel] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keyboard)

    def hold(self) -> None:
        """Mend what was answered on what was asked: "niet besproken" too, and nothing more is asked."""
        self._held = True

    def show_talk(self, talk: Talk) -> None:
        """Show all answers."""
        self._talk = talk
        if self._key != talk.instrument.key:
            self._build(talk)
        for code, row in self.rows.items():
            self._show_row(talk, code, row)
        for panel in self.panels.values():
            panel.show_talk(talk)

    def _show_row(self, talk: Talk, code: str, row: MarkRow) -> None:
        entry = talk.draft.conversation.entry(code)
        row.show_scale(talk.draft.conversation.scale)
        row.show_answer(entry.answer)
        row.show_topic(entry.topic)
        row.show_note(entry.note)
        score = dimension_score(talk.draft.conversation, talk.instrument, code) if talk.by_aspect else None
        row.show_mean(score)

    def _build(self, talk: Talk) -> None:
        self._key = talk.instrument.key
        self.clear()
        self.rows, self.panels = {}, {}
        for dimension in talk.instrument.dimensions:
            row = self._make_row(talk, dimension)
            self.add_row(row)
            # at once and not when Qt comes to it, so that the keyboard can go there
            row.show()

    def _make_row(self, talk: Talk, dimension: Dimension) -> MarkRow:
        row = MarkRow(dimension.code, self._words.say(f"label.{dimension.code}"), self._words)
        row.fold.setVisible(bool(dimension.aspects))
        if self._held:
            row.offer_skipped()
        row.keep_room_for_fold(bool(talk.instrument.aspects()))
        row.answered.connect(self._answer)
        row.ticked.connect(self._tick)
        row.noted.connect(self._note)
        row.unfolded.connect(self._fold)
        self.rows[dimension.code] = row
        return row

    def start_anew(self) -> None:
        """Fold all aspects away: another conversation comes."""
        for code in tuple(self.panels):
            self.unfold(code)
        for row in self.rows.values():
            row.marks.come_to(row.marks.first)

    def focus(self, code: str) -> None:
        """Bring the keyboard to a subject; an unknown code is the first one."""
        row = self.rows.get(code) or next(iter(self.rows.values()))
        if row.marks.isVisibleTo(row):
            row.marks.focus()
        else:
            row.fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self.light_up(row.code)
        self.in_hand.emit(row.code)

    def unfold(self, code: str) -> None:
        """Show the aspects under a dimension, or fold them away again."""
        if self._talk is None:
            return
        panel = self.panels.pop(code, None)
        if panel is not None:
            panel.hide()
            panel.deleteLater()
        else:
            self._open_panel(self._talk, code)
        self.rows[code].show_folded(code in self.panels)
        self.rearranged.emit()

    def _open_panel(self, talk: Talk, code: str) -> None:
        # Made when asked for: all aspects together are some five hundred buttons.
        panel = AspectPanel(talk.instrument.dimension(code), self._words, held=self._held)
        panel.edited.connect(self._pass_on)
        panel.show_talk(talk)
        self.panels[code] = panel
        self.body.insertWidget(self.body.indexOf(self.rows[code]) + 1, panel)

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        stops: list[QWidget] = []
        for code, row in self.rows.items():
            stops += row.stops()
            if code in self.panels:
                stops += self.panels[code].stops()
        return stops

    def code_at(self, widget: QWidget | None) -> str:
        """The dimension whose row or aspects hold this widget, or an empty text."""
        for code, row in self.rows.items():
            panel = self.panels.get(code)
            if widget is not None and (row.isAncestorOf(widget) or (panel and panel.isAncestorOf(widget))):
                return code
        return ""

    def light_up(self, code: str) -> None:
        """Colour the row that is worked on."""
        for own, row in self.rows.items():
            row.set_in_hand(own == code)

    def _follow_keyboard(self, old: QWidget | None, new: QWidget | None) -> None:
        code = self.code_at(new)
        if code:
            self.light_up(code)
            self.in_hand.emit(code)

    def _answer(self, given: RowAnswer) -> None:
        self._pass_on(partial(edits.with_answer, code=given.code, answer=given.answer))

    def _tick(self, topic: RowTopic) -> None:
        self._pass_on(partial(edits.with_topic, code=topic.code, on=topic.on))

    def _note(self, note: RowNote) -> None:
        self._pass_on(partial(edits.with_note, code=note.code, text=note.text))

    def _fold(self, code: str) -> None:
        self.unfold(code)

    def _pass_on(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)
