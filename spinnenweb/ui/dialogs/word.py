"""A theme or a signal: what it is called, what proposes it, its code elsewhere, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from spinnenweb.domain.changes import NOTHING
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.vocabulary import WordAct, WordKind
from spinnenweb.services.vocabulary import LONGEST_CODE
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.dialogs.word_ticks import ConnectedTicks
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.forms import FieldRow
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from spinnenweb.domain.changes import Changes
    from spinnenweb.domain.vocabulary import WordChange
    from spinnenweb.services.vocabulary import VocabularyService, WordLine
    from spinnenweb.ui.context import Context


@dataclass(frozen=True, slots=True)
class WordDone:
    """What was written, in words, and what takes it back."""

    changes: Changes
    said: str
    back: Callable[[], Changes]


class WordDialog(Sheet):
    """`line` is `None` for a new one. Sends `changed(WordDone)` when something was written, and goes."""

    changed = Signal(object)

    def __init__(self, context: Context, kind: WordKind, line: WordLine | None, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._kind, self._line = kind, line
        self.name(self._title(), self.tr("Bewaren"))
        self.called = _field(line.name if line else "", LONGEST_NAME)
        self.aloud = _field(line.resident_words if line else "", LONGEST_LINE)
        self.outside = _field(line.outside_code if line else "", LONGEST_CODE)
        shipped = None if line is None or line.own else line.shipped_by
        self.topics = ConnectedTicks(context, kind, line.proposed_by if line else (), shipped)
        self.retire = link_button(self._switch_words(), "soft")
        self.retire.setVisible(line is not None)
        self.history = text_label("\n".join(self._told(one) for one in line.history) if line else "", "small")
        self._fill()
        self.keep.clicked.connect(self._keep)
        self.retire.clicked.connect(self._switch)
        self.called.setFocus()

    def _title(self) -> str:
        if self._line is not None:
            said = self.tr("Thema: {name}") if self._kind is WordKind.THEME else self.tr("Signaal: {name}")
            return said.format(name=self._line.name)
        return self.tr("Nieuw thema") if self._kind is WordKind.THEME else self.tr("Nieuw signaal")

    def _fill(self) -> None:
        said = self.tr("Laat je dit leeg, dan zeg je dezelfde naam.")
        code = self._outside_said()
        shipped = self._line.shipped_name if self._line is not None else ""
        renamed = shipped and self._line is not None and self._line.name != shipped
        was = self.tr("In het programma heet het {name}.").format(name=shipped) if renamed else ""
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

    def _outside_said(self) -> str:
        if self._kind is WordKind.THEME:
            return self.tr("Heeft een ander programma hier een code voor? Die gaat mee als je de kaart doorgeeft.")
        return self.tr("Heeft een ander programma hier een code voor?")

    def _told(self, one: WordChange) -> str:
        theme = self._kind is WordKind.THEME
        acts = {
            WordAct.MADE: self.tr("gemaakt"),
            WordAct.RENAMED: self.tr("andere naam"),
            WordAct.MAPPED: self.tr("andere onderwerpen") if theme else self.tr("andere thema's"),
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
        words, part = self.context.words, "label" if self._kind is WordKind.THEME else "theme"
        keys = [f"{part}.{code}" for code in one.before.split()]
        return ", ".join(words.say(key) for key in keys if words.has(key))

    def _switch_words(self) -> str:
        active = self._line is None or self._line.active
        return self.tr("Niet meer gebruiken") if active else self.tr("Weer gebruiken")

    # keeping

    def _keep(self) -> None:
        name, said, outside = self.called.text().strip(), self.aloud.text().strip(), self.outside.text().strip()
        service, kind, line, topics = self.context.workspace.vocabulary, self._kind, self._line, self.topics.chosen

        def work() -> WordDone:
            if line is None:
                added = self.tr("{name} staat erbij.").format(name=name)
                return _made(service, kind, (name, said, outside), topics, added)
            altered = self.tr("{name} is aangepast.").format(name=name or line.shipped_name)
            return _changed(service, line, altered, lambda: _written(service, line, (name, said, outside), topics))

        self.context.jobs.run(self, work, self._done, self._fail)

    def _switch(self) -> None:
        line, service = self._line, self.context.workspace.vocabulary
        if line is None:
            return
        stopped, again = self.tr("{name} wordt niet meer aangeboden."), self.tr("{name} wordt weer aangeboden.")
        said = (stopped if line.active else again).format(name=line.name)
        work = partial(service.switch, line.kind, line.code, not line.active)
        self.context.jobs.run(self, partial(_changed, service, line, said, work), self._done, self._fail)

    def _done(self, done: WordDone) -> None:
        if done.changes != NOTHING:
            self.changed.emit(done)
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
    service: VocabularyService, kind: WordKind, texts: tuple[str, str, str], topics: Collection[str], told: str
) -> WordDone:
    name, said, outside = texts
    code, changes = service.add(kind, name, resident_words=said, proposed_by=tuple(topics))
    if outside:
        changes |= service.give_outside_code(kind, code, outside)
    return WordDone(changes, told, partial(service.switch, kind, code, on=False))


def _changed(service: VocabularyService, line: WordLine, told: str, change: Callable[[], Changes]) -> WordDone:
    """Do all of a change or nothing of it, and know the way back."""
    was = service.as_it_stands(line.kind, line.code)
    try:
        return WordDone(change(), told, partial(service.put_back, was))
    except SpinnenwebError:
        service.put_back(was)
        raise


def _written(
    service: VocabularyService, line: WordLine, texts: tuple[str, str, str], topics: Collection[str]
) -> Changes:
    """Write what differs, so that the history says what really changed."""
    name, said, outside = texts
    changes = NOTHING
    if (name, said) != (line.name, line.resident_words):
        # its own name in the program stays the one of every language
        changes |= service.rename(line.kind, line.code, "" if name == line.shipped_name else name, said)
    if set(topics) != set(line.proposed_by):
        # as the program has it is told by nothing of its own, so that it goes along with a newer program
        shipped = not line.own and set(topics) == set(line.shipped_by)
        changes |= service.connect(line.kind, line.code, None if shipped else tuple(topics))
    if outside != line.outside_code:
        changes |= service.give_outside_code(line.kind, line.code, outside)
    return changes
