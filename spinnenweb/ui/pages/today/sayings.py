"""How a promise is said on Vandaag: since when or when, what, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.agenda import Bucket, FollowUpKind
from spinnenweb.ui.dates import coming_day, short_day
from spinnenweb.ui.names import display_name
from spinnenweb.ui.widgets.labels import mixed, plain, strong

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from spinnenweb.services.records import AgendaLine, ResidentLine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """A row in words. `urgent` when its day has gone by."""

    lead: str
    before: str
    name: str
    after: str
    sub: str
    urgent: bool

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(part for part in (self.lead, f"{self.before}{self.name}{self.after}", self.sub) if part)

    @property
    def label(self) -> QLabel:
        """The first line, with the name in bold."""
        return mixed(plain(self.before), strong(self.name), plain(self.after))


def said(line: AgendaLine, today: date, known: ResidentLine | None, only_kept: str) -> Said:
    """A line of the agenda in words; `known` is what was last agreed with the resident.

    `only_kept` is what is said of somebody whose file is only kept.
    """
    before, name, after = _first(line)
    late = line.bucket is Bucket.OVERDUE
    mark = only_kept if line.resident is not None and line.resident.restricted else ""
    sub = " · ".join(part for part in (mark, _sub(line, today, known)) if part)
    return Said(_lead(line, today), before, name, after, sub, late)


def _lead(line: AgendaLine, today: date) -> str:
    due = line.follow_up.due
    if line.bucket is Bucket.OVERDUE:
        return translate("Sayings", "Sinds {day}").format(day=short_day(due, today))
    day = translate("Sayings", "Vandaag") if due == today else coming_day(due, today)
    return ", ".join(part for part in (day, line.follow_up.at) if part)


def _first(line: AgendaLine) -> tuple[str, str, str]:
    what = line.follow_up.what
    name = "" if line.resident is None else display_name(line.resident)
    about = f": {what}" if what else ""
    if name and line.follow_up.kind is FollowUpKind.CONVERSATION:
        return translate("Sayings", "Vervolggesprek met "), name, ""
    if name:
        return {
            FollowUpKind.STEP: (translate("Sayings", "Stap van "), name, about),
            FollowUpKind.GOAL: (translate("Sayings", "Doel van "), name, about),
            FollowUpKind.CONTACT: (translate("Sayings", "Terugkomen op een praatje met "), name, about),
            FollowUpKind.BRING: (translate("Sayings", "Samenvatting langsbrengen bij "), name, ""),
            FollowUpKind.HANDOVER: (translate("Sayings", "Overdracht van "), name, about),
            FollowUpKind.HELPED: (translate("Sayings", "Hielp het? Vraag het aan "), name, about),
        }.get(line.follow_up.kind, ("", name, about))
    return _without_name(line.follow_up.kind), "", about or ""


def _without_name(kind: FollowUpKind) -> str:
    return {
        FollowUpKind.CONTACT: translate("Sayings", "Terugkomen op een praatje"),
        FollowUpKind.MEETING: translate("Sayings", "Bijeenkomst"),
    }.get(kind, translate("Sayings", "Afspraak"))


def _sub(line: AgendaLine, today: date, known: ResidentLine | None) -> str:
    kind = line.follow_up.kind
    if kind in (FollowUpKind.STEP, FollowUpKind.GOAL):
        return translate("Sayings", "hoe ging het?")
    if kind is FollowUpKind.HANDOVER:
        return translate("Sayings", "hoe ver is het?")
    if kind is FollowUpKind.BRING:
        return line.follow_up.what
    if kind is not FollowUpKind.CONVERSATION:
        return ""
    if line.follow_up.what:
        return translate("Sayings", "stap: {what}").format(what=line.follow_up.what)
    held = None if known is None else known.last_held_on
    return "" if held is None else translate("Sayings", "vorige keer was {day}").format(day=short_day(held, today))
