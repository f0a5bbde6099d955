"""What unfolds under a subject: keywords to tick when marks are per dimension, rows of marks when per aspect."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinnenweb.ui.talk import edits
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.answer_buttons import make_room
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.mark_row import MarkRow, RowAnswer, RowTopic

if TYPE_CHECKING:
    from spinnenweb.domain.instruments import Dimension, Instrument
    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.talk.talk import Talk


class AspectPanel(QWidget):
    """The aspects of one dimension. Sends `edited(Edit)`."""

    edited = Signal(object)

    def __init__(
        self, dimension: Dimension, words: Wording, parent: QWidget | None = None, *, held: bool = False
    ) -> None:
        """With `held` the talk is over: answers are mended, and nothing more is asked."""
        super().__init__(parent)
        self._dimension = dimension
        self._words = words
        self._held = held
        self._instrument: Instrument | None = None
        self._built: tuple[object, ...] = ()
        self.chips: dict[str, ToggleChip] = {}
        self.rows: dict[str, MarkRow] = {}
        self.sensitive = link_button(self.tr("gevoelige aspecten tonen"), "soft")
        self.sensitive.setCheckable(True)
        make_room(self.sensitive, self.sensitive.text())
        self.sensitive.clicked.connect(self._ask_sensitive)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.addLayout(self._body)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(10), 0, 0, 0)
        foot.addWidget(self.sensitive)
        foot.addStretch(1)
        column.addLayout(foot)
        self.sensitive.setVisible(not held and any(aspect.sensitive for aspect in dimension.aspects))

    def show_talk(self, talk: Talk) -> None:
        """Show the aspects that are asked, as chips or as rows."""
        self._instrument = talk.instrument
        conversation = talk.draft.conversation
        asked = tuple(a.code for a in self._dimension.aspects if a.code in conversation.switched_on)
        if self._built != (talk.by_aspect, asked):
            self._build(talk.by_aspect, asked)
        for code, chip in self.chips.items():
            chip.setChecked(conversation.aspect(code).topic)
        for code, row in self.rows.items():
            row.show_scale(conversation.scale)
            row.show_answer(conversation.aspect(code).answer)
            row.show_topic(conversation.aspect(code).topic)
        self.sensitive.setChecked(self._all_sensitive_asked(asked))

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in reading order."""
        inside = [stop for row in self.rows.values() for stop in row.stops()]
        return [*self.chips.values(), *inside, self.sensitive]

    def _all_sensitive_asked(self, asked: tuple[str, ...]) -> bool:
        return all(aspect.code in asked for aspect in self._dimension.aspects if aspect.sensitive)

    def _build(self, by_aspect: bool, asked: tuple[str, ...]) -> None:
        self._built = (by_aspect, asked)
        self.chips, self.rows = {}, {}
        while (item := self._body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if by_aspect:
            self._build_rows(asked)
        else:
            self._build_chips(asked)

    def _build_rows(self, asked: tuple[str, ...]) -> None:
        for code in asked:
            row = MarkRow(code, self._words.say(f"label.{code}"), self._words, small=True)
            if self._held:
                row.offer_skipped()
            row.answered.connect(self._answer)
            row.ticked.connect(self._tick)
            self.rows[code] = row
            self._body.addWidget(row)

    def _build_chips(self, asked: tuple[str, ...]) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(14), 0, px(10), 0)
        column.addWidget(text_label(self.tr("Tik aan waar het over gaat."), "small"))
        flow = FlowLayout(gap=6)
        column.addLayout(flow)
        for code in asked:
            label = self._words.say(f"label.{code}")
            chip = ToggleChip(label)
            chip.setAccessibleName(f"{label}, {self._words.say('state.topic')}")
            chip.setProperty("code", code)
            chip.clicked.connect(self._tick_chip)
            self.chips[code] = chip
            flow.addWidget(chip)
        self._body.addWidget(holder)

    def _answer(self, given: RowAnswer) -> None:
        self._emit(partial(edits.with_answer, code=given.code, answer=given.answer))

    def _tick(self, topic: RowTopic) -> None:
        self._emit(partial(edits.with_topic, code=topic.code, on=topic.on))

    def _tick_chip(self, on: bool) -> None:
        code = str(self.sender().property("code"))
        self._emit(partial(edits.with_topic, code=code, on=on))

    def _ask_sensitive(self, on: bool) -> None:
        if self._instrument is not None:
            self._emit(partial(edits.with_sensitive, instrument=self._instrument, on=on))

    def _emit(self, edit: edits.Edit) -> None:
        self.edited.emit(edit)
