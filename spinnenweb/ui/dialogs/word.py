"""A theme or a signal: what it is called, what proposes it, its code elsewhere, and what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spinnenweb.domain.changes import NOTHING
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import ADULT
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.vocabulary import WordAct, WordKind
from spinnenweb.services.vocabulary import LONGEST_CODE
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.chips import ToggleChip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Collection

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.vocabulary import WordChange
    from spinnenweb.services.vocabulary import VocabularyService, WordLine
    from spinnenweb.ui.context import Context


class TopicTicks(QWidget):
    """The subjects of the web, folded away until they are asked for; `chosen` holds their codes."""

    def __init__(self, context: Context, proposed_by: tuple[str, ...]) -> None:
        super().__init__()
        self._words = context.words
        self._kept = proposed_by
        self.chips: dict[str, ToggleChip] = {}
        self.said = text_label("", "soft")
        self.change = link_button(self.tr("Onderwerpen kiezen"))
        self.change.clicked.connect(self._unfold)
        self.all = QWidget()
        inside = QVBoxLayout(self.all)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(10))
        for dimension in context.workspace.catalogue.instruments[ADULT].dimensions:
            codes = (dimension.code, *(aspect.code for aspect in dimension.aspects))
            inside.addWidget(self._group(codes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (text_label(self.tr("Wordt voorgesteld bij"), "strong"), self.said, self.change, self.all):
            column.addWidget(part)
        self.all.hide()
        self._tell()

    def _group(self, codes: tuple[str, ...]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for code in codes:
            chip = ToggleChip(self._words.say(f"label.{code}"))
            chip.setChecked(code in self._kept)
            chip.toggled.connect(self._tell)
            self.chips[code] = chip
            flow.addWidget(chip)
        return holder

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, and what another instrument has that is not shown here."""
        others = tuple(code for code in self._kept if code not in self.chips)
        return (*(code for code, chip in self.chips.items() if chip.isChecked()), *others)

    def _tell(self) -> None:
        named = ", ".join(self.chips[code].text() for code in self.chosen if code in self.chips)
        self.said.setText(named or self.tr("Geen onderwerp. Je kunt het wel zelf aantikken."))

    def _unfold(self) -> None:
        self.all.show()
        self.change.hide()
        next(iter(self.chips.values())).setFocus()


class WordDialog(Sheet):
    """`line` is `None` for a new one. Sends `changed(Changes)` and goes."""

    changed = Signal(object)

    def __init__(self, context: Context, kind: WordKind, line: WordLine | None, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._kind, self._line = kind, line
        self.name(self._title(), self.tr("Bewaren"))
        self.called = _field(line.name if line else "", LONGEST_NAME)
        self.aloud = _field(line.resident_words if line else "", LONGEST_LINE)
        self.outside = _field(line.outside_code if line else "", LONGEST_CODE)
        self.topics = TopicTicks(context, line.proposed_by if line else ())
        self.topics.setVisible(kind is WordKind.THEME)
        self.retire = link_button(self._switch_words(), "soft")
        self.retire.setVisible(line is not None)
        self.history = text_label("\n".join(self._told(one) for one in line.history) if line else "", "small")
        self._fill()
        self.keep.clicked.connect(self._keep)
        self.retire.clicked.connect(self._switch)
        self.called.setFocus()

    def _title(self) -> str:
        if self._line is not None:
            return self._line.name
        return self.tr("Nieuw thema") if self._kind is WordKind.THEME else self.tr("Nieuw signaal")

    def _fill(self) -> None:
        said = self.tr("Laat je dit leeg, dan zeg je dezelfde naam.")
        code = self.tr("Heeft een ander programma hier een code voor? Die gaat mee als je de kaart doorgeeft.")
        shipped = self._line.shipped_name if self._line is not None else ""
        was = self.tr("In het programma heet het {name}.").format(name=shipped) if shipped else ""
        self.fields.addWidget(FieldRow(self.tr("&Naam"), self.called, was, wide=True))
        if self._kind is WordKind.THEME:
            self.fields.addWidget(
                FieldRow(self.tr("Zo zeg je het tegen een inwoner"), self.aloud, said, wide=True)
            )
            self.fields.addWidget(self.topics)
        self.fields.addWidget(FieldRow(self.tr("Code in een andere lijst"), self.outside, code, wide=True))
        if self._line is not None and self._line.history:
            self.fields.addWidget(text_label(self.tr("Wat er gebeurde"), "strong"))
            self.fields.addWidget(self.history)
        self.fields.addWidget(self.retire)

    def _told(self, one: WordChange) -> str:
        acts = {
            WordAct.MADE: self.tr("gemaakt"),
            WordAct.RENAMED: self.tr("andere naam"),
            WordAct.MAPPED: self.tr("andere onderwerpen"),
            WordAct.CODED: self.tr("andere code"),
            WordAct.RETIRED: self.tr("gestopt"),
            WordAct.REVIVED: self.tr("weer in gebruik"),
        }
        said = f"{full_day(one.on)}: {acts[one.act]}"
        before = self._before(one)
        return self.tr("{said}, was {before}").format(said=said, before=before) if before else said

    def _before(self, one: WordChange) -> str:
        if one.act is not WordAct.MAPPED:
            return one.before
        words = self.context.words
        return ", ".join(words.say(f"label.{code}") for code in one.before.split() if words.has(f"label.{code}"))

    def _switch_words(self) -> str:
        active = self._line is None or self._line.active
        return self.tr("Niet meer gebruiken") if active else self.tr("Weer gebruiken")

    # keeping

    def _keep(self) -> None:
        name, said, outside = self.called.text().strip(), self.aloud.text().strip(), self.outside.text().strip()
        service, kind, line, topics = self.context.workspace.vocabulary, self._kind, self._line, self.topics.chosen

        def work() -> Changes:
            if line is None:
                return _made(service, kind, (name, said, outside), topics)
            return _written(service, line, (name, said, outside), topics)

        self.context.jobs.run(self, work, self._done, self._fail)

    def _switch(self) -> None:
        line, service = self._line, self.context.workspace.vocabulary
        if line is not None:
            self.context.jobs.run(
                self, lambda: service.switch(line.kind, line.code, not line.active), self._done, self._fail
            )

    def _done(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.accept()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, SpinnenwebError):
            self.refuse(error)
            self.called.setFocus()
        else:
            self.context.hub.fail(error)


def _field(text: str, longest: int) -> QLineEdit:
    field = QLineEdit(text)
    field.setMaxLength(longest)
    return field


def _made(
    service: VocabularyService, kind: WordKind, texts: tuple[str, str, str], topics: Collection[str]
) -> Changes:
    name, said, outside = texts
    code, changes = service.add(kind, name, resident_words=said, proposed_by=tuple(topics))
    return changes | service.give_outside_code(kind, code, outside) if outside else changes


def _written(
    service: VocabularyService, line: WordLine, texts: tuple[str, str, str], topics: Collection[str]
) -> Changes:
    """Write what differs, so that the history says what really changed."""
    name, said, outside = texts
    changes = NOTHING
    if (name, said) != (line.name, line.resident_words):
        # its own name in the program stays the one of every language
        changes |= service.rename(line.kind, line.code, "" if name == line.shipped_name else name, said)
    if line.kind is WordKind.THEME and set(topics) != set(line.proposed_by):
        changes |= service.connect(line.code, tuple(topics))
    if outside != line.outside_code:
        changes |= service.give_outside_code(line.kind, line.code, outside)
    return changes
