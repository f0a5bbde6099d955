"""Logboek: in whole, or of one resident who asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.services.audit_words import GROUPS, AuditWords
from spinnenweb.ui.dates import clock_time, short_day
from spinnenweb.ui.models.audit_table import AT_ONCE, AuditModel, ShownLine
from spinnenweb.ui.names import display_name
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.audit.layout import Layout
from spinnenweb.ui.places import RESIDENT, RESIDENTS, SETTINGS, Crumb, Place

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.audit import AuditKind, AuditLine
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.audit import AuditReport
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context

_WEEK, _MONTH, _YEAR = 7, 30, 365


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines are shown: of whom (empty: everything), of which kinds, and from which day on."""

    resident_id: str = ""
    kinds: tuple[AuditKind, ...] = ()
    since: date | None = None


def read_lines(
    workspace: Workspace, words: Wording, asked: Asked, before: int | None = None
) -> tuple[ShownLine, ...]:
    """The next lines, said in Dutch."""
    since = None if asked.since is None else datetime.combine(asked.since, time()).astimezone()
    audit = workspace.audit
    lines = audit.lines(asked.resident_id or None, kinds=asked.kinds, since=since, before=before, limit=AT_ONCE)
    people, said = audit.people(lines), AuditWords(words, *audit.worker())
    today = workspace.clock.today()
    return tuple(ShownLine(line.seq, line.at, _moment(line, today), said.said(line, people)) for line in lines)


def _moment(line: AuditLine, today: date) -> str:
    return f"{short_day(line.at.astimezone().date(), today)}, {clock_time(line.at)}"


class AuditPage(Page):
    """`Place.record` is a resident, or empty for the whole log. Reads on while it is scrolled."""

    help_key = "audit"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._resident: Resident | None = None
        self._asked = Asked()
        self.model = AuditModel(self)
        self.view = Layout(self, context.words, self.model)
        for days, name in (
            (None, self.tr("Altijd")),
            (0, self.tr("Vandaag")),
            (_WEEK, self.tr("De laatste 7 dagen")),
            (_MONTH, self.tr("De laatste 30 dagen")),
            (_YEAR, self.tr("Het laatste jaar")),
        ):
            self.view.period.addItem(name, days)
        self.view.group.activated.connect(self._filter)
        self.view.period.activated.connect(self._filter)
        self.view.check.clicked.connect(self._check)
        self.model.wanted.connect(self._read_on)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Instellingen › Logboek, or Inwoners › this resident › Logboek."""
        words = self.context.words
        here = Crumb(words.say("log.title"))
        if self._resident is None:
            return Crumb(words.say("nav.settings"), Place(SETTINGS)), here
        whose = Crumb(display_name(self._resident), Place(RESIDENT, record=self._resident.id))
        return Crumb(words.say("nav.residents"), Place(RESIDENTS)), whose, here

    def open(self, place: Place) -> None:
        """Show the log as it is now, without filters."""
        self._resident = self._known(place.record)
        title = self.context.words.say("log.title")
        if self._resident is not None:
            title = self.tr("Logboek van {name}").format(name=display_name(self._resident))
        self.view.header.set_title(title)
        self.view.group.setCurrentIndex(0)
        self.view.period.setCurrentIndex(0)
        self.view.tell("", "")
        self._asked = Asked(place.record)
        self._read()

    def _known(self, resident_id: str) -> Resident | None:
        return self.context.workspace.audit.resident(resident_id) if resident_id else None

    def _filter(self) -> None:
        days = self.view.period.currentData()
        since = None if days is None else self.context.workspace.clock.today() - timedelta(days=days)
        self._asked = Asked(self._asked.resident_id, GROUPS[self.view.group.currentData()], since)
        self._read()

    def _read(self) -> None:
        self.model.begin()
        self.view.show_state(reading=True, anything=False)
        work = partial(read_lines, self.context.workspace, self.context.words, self._asked)
        self.context.jobs.run(self, work, partial(self._take, self._asked))

    def _read_on(self, before: int) -> None:
        work = partial(read_lines, self.context.workspace, self.context.words, self._asked, before)
        self.context.jobs.run(self, work, partial(self._take, self._asked))

    def _take(self, asked: Asked, lines: tuple[ShownLine, ...]) -> None:
        # what was asked for before the filter changed is not shown any more
        if asked is self._asked:
            self.model.take(lines)
            self.view.show_state(reading=False, anything=self.model.rowCount() > 0)

    def _check(self) -> None:
        self.view.check.setEnabled(False)
        self.context.jobs.run(self, self.context.workspace.audit.verify, self._tell, self._fail)

    def _tell(self, report: AuditReport) -> None:
        self.view.check.setEnabled(True)
        if report.sound:
            text = self.tr("Het logboek klopt: {n} regels, er mist niets en er is niets veranderd.")
            self.view.tell(text.format(n=report.lines), "")
        else:
            found = ", ".join(report.codes)
            self.view.tell("", self.context.messages.say("check.log.text", problems=found))

    def _fail(self, error: Exception) -> None:
        self.view.check.setEnabled(True)
        self.context.hub.fail(error)
