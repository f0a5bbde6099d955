"""What points at a person in words about to leave the vault, shown where it stands. The worker decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from spinnenweb.domain.free_text import FindingKind
from spinnenweb.ui.dialogs.sheet import Sheet
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.cards import Note
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.marked_text import MarkedText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.guarding import Passage
    from spinnenweb.ui.context import Context

LONGEST_SHOWN = 40
LONGEST_TICK = 20
"""Characters of a finding in the first sentence and beside its tick; its own place shows all of it."""
MOST_NAMED = 3
"""Findings that the first sentence names; more are told apart below."""


class GuardDialog(Sheet):
    """Open with `open()`. Accepted: everything may go along. Rejected: nothing leaves.

    Findings are ticked one by one, or all at once where there are several; the same word counts once.
    """

    def __init__(self, passages: tuple[Passage, ...], context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Kijk nog even naar de tekst"), self.tr("Toch meenemen"))
        self.not_now.setText(self.tr("Aanpassen"))
        found = distinct(passages)
        self.ticks = [self._tick(kind, text) for kind, text in found]
        self.all = QCheckBox(self.tr("Alles mag mee"))
        self.all.setHidden(len(found) < 2)
        self._fill(passages, found)
        for tick in self.ticks:
            tick.toggled.connect(self._weigh)
        self.all.clicked.connect(self._tick_all)
        self.keep.clicked.connect(self.accept)
        self._weigh()
        first = self.ticks[0] if self.all.isHidden() else self.all
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, kind: FindingKind, text: str) -> QCheckBox:
        said = self.tr("{finding} mag mee")
        tick = QCheckBox(said.format(finding=f'"{cut(text, LONGEST_TICK)}"').replace("&", "&&"))
        tick.setAccessibleName(said.format(finding=said_finding(self.context.words, kind, text)))
        return tick

    def _fill(self, passages: tuple[Passage, ...], found: list[tuple[FindingKind, str]]) -> None:
        words = self.context.words
        named = [said_finding(words, kind, text) for kind, text in found[:MOST_NAMED]]
        if len(found) > MOST_NAMED:
            named.append(self.tr("en nog {n}").format(n=len(found) - MOST_NAMED))
        self.fields.addWidget(text_label(words.say("message.guard", finding=", ".join(named))))
        kinds = {kind: words.say(f"guard.kind.{kind.name.lower()}") for kind in FindingKind}
        for passage in passages:
            part = QVBoxLayout()
            part.setSpacing(px(2))
            part.addWidget(text_label(said_place(words, passage), "strong"))
            part.addWidget(MarkedText(passage.text, passage.findings, kinds))
            self.fields.addLayout(part)
        if any(kind is FindingKind.BSN for kind, _ in found):
            self.fields.addWidget(Note(words.say("guard.bsn"), "warn"))
        self.fields.addWidget(self.all)
        for tick in self.ticks:
            self.fields.addWidget(tick)

    def _tick_all(self, on: bool) -> None:
        for tick in self.ticks:
            tick.setChecked(on)

    def _weigh(self) -> None:
        everything = all(tick.isChecked() for tick in self.ticks)
        self.all.setChecked(everything)
        self.keep.setEnabled(everything)


def distinct(passages: Iterable[Passage]) -> list[tuple[FindingKind, str]]:
    """Every finding once, in the order of the text; capitals make no difference."""
    found: dict[tuple[FindingKind, str], str] = {}
    for passage in passages:
        for one in passage.findings:
            text = " ".join(passage.text[one.start : one.end].split())
            found.setdefault((one.kind, text.casefold()), text)
    return [(kind, text) for (kind, _), text in found.items()]


def said_finding(words: Wording, kind: FindingKind, text: str) -> str:
    """A finding in words: 'de naam "Bo"'."""
    return words.say(f"guard.finding.{kind.name.lower()}", text=cut(text, LONGEST_SHOWN))


def cut(text: str, longest: int) -> str:
    """The text, or the beginning of one that is longer."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def said_place(words: Wording, passage: Passage) -> str:
    """Where a passage stands: "Notitie bij Meedoen", with whose paper it is where there are several."""
    place = words.say(f"guard.where.{passage.kind.value}")
    if passage.about:
        place = words.say("guard.note_at", place=place, subject=words.say(f"label.{passage.about}"))
    return f"{passage.whose}: {place}" if passage.whose else place
