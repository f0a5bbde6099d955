"""The instruments of the organisation itself: loading one, and which are offered for new conversations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.ui.errors import told
from spinnenweb.ui.theme.look import px
from spinnenweb.ui.widgets.announce import announce
from spinnenweb.ui.widgets.cards import Card, Note
from spinnenweb.ui.widgets.controls import quiet_button
from spinnenweb.ui.widgets.flow_layout import FlowLayout
from spinnenweb.ui.widgets.instrument_names import instrument_name
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from spinnenweb.domain.changes import Changes
    from spinnenweb.services.own_instruments import Flaw, Loaded, OwnLine
    from spinnenweb.ui.context import Context

MOST_FLAWS = 12
"""As many as fit on a screen; the others come when these are mended."""


class OwnInstrumentsSection(Card):
    """A tick for each own instrument and version. Sends `loaded()` when there is another one."""

    loaded = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(
            self.tr("Eigen vragenlijsten"),
            self.tr("Een web met jullie eigen onderwerpen. Zet je het uit, dan begint er geen gesprek meer mee."),
        )
        self._context = context
        self.ticks: dict[QCheckBox, OwnLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(px(8))
        self.take = quiet_button(self.tr("Vragenlijst laden"), "file")
        self.report = Note("", "ok")
        self.problem = Note("", "warn")
        self.add(self._list)
        line = FlowLayout(gap=12)
        line.addWidget(self.take)
        self.add(line)
        self.add(self.report)
        self.add(self.problem)
        self.report.hide()
        self.problem.hide()
        self.take.clicked.connect(self._ask)
        self.show_all()

    def show_all(self) -> None:
        """Show what is there now."""
        lines = self._context.workspace.instruments.all()
        if tuple(self.ticks.values()) == lines:
            return
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.ticks = {}
        for line in lines:
            self._list.addWidget(self._line(line))

    def _line(self, line: OwnLine) -> QWidget:
        tick = QCheckBox(instrument_name(self._context.words, line.key))
        tick.setChecked(line.active)
        about = self._about(line)
        tick.setAccessibleDescription(about)
        tick.clicked.connect(self._switch)
        self.ticks[tick] = line
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tick)
        under = text_label(about, "small")
        under.setContentsMargins(px(26), 0, 0, 0)
        column.addWidget(under)
        return holder

    def _about(self, line: OwnLine) -> str:
        words = self._context.words
        languages = ", ".join(words.say(f"language.{code}") for code in line.languages)
        return self.tr("{n} onderwerpen · {languages}").format(n=line.dimensions, languages=languages)

    def _switch(self, on: bool) -> None:
        sender = self.sender()
        if isinstance(sender, QCheckBox):
            work = partial(self._context.workspace.instruments.switch, self.ticks[sender].key, on)
            self._context.jobs.run(self, work, self._tell_switched, self._context.hub.fail)

    def _tell_switched(self, changes: Changes) -> None:
        self._context.hub.report(changes, self)
        self.show_all()

    # loading

    def _ask(self) -> None:
        title, pattern = self.tr("Welke vragenlijst laad je?"), self.tr("Vragenlijsten (*.instrument.toml *.toml)")
        path = self._context.asker.open_file(self, title, pattern)
        if path is not None:
            self.report.hide()
            self.problem.hide()
            self.take.setEnabled(False)
            work = partial(self._context.workspace.instruments.load, path)
            self._context.jobs.run(self, work, self._tell_loaded, self._tell_refused)

    def _tell_loaded(self, loaded: Loaded) -> None:
        self.take.setEnabled(True)
        if loaded.line is None:
            self._show(self.problem, self._flaw_words(loaded.flaws))
            return
        name = instrument_name(self._context.words, loaded.line.key)
        self.show_all()
        self._show(self.report, self.tr("{name} is geladen en staat nu in je kluis.").format(name=name))
        self._context.hub.report(loaded.changes, self)
        self.loaded.emit()

    def _flaw_words(self, flaws: tuple[Flaw, ...]) -> str:
        lines = [self.tr("Deze vragenlijst klopt nog niet. Er is niets geladen.")]
        lines += [self._say(flaw) for flaw in flaws[:MOST_FLAWS]]
        if len(flaws) > MOST_FLAWS:
            lines.append(self.tr("En nog {n} andere.").format(n=len(flaws) - MOST_FLAWS))
        return "\n".join(lines)

    def _say(self, flaw: Flaw) -> str:
        words = self._context.words
        text = words.say(f"own_flaw.{flaw.kind}", "u", **flaw.values)
        return words.say("own_flaw.line", line=flaw.line, text=text) if flaw.line else text

    def _tell_refused(self, error: Exception) -> None:
        self.take.setEnabled(True)
        if isinstance(error, SpinnenwebError):
            words = told(error, self._context.messages, self._context.words)
            self._show(self.problem, f"{words.title}. {words.text}")
        else:
            self._context.hub.fail(error)

    def _show(self, note: Note, text: str) -> None:
        note.label.setText(text)
        note.show()
        announce(self.take, text)
