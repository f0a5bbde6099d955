"""Where a person can be in the program."""

from __future__ import annotations

from dataclasses import dataclass

TODAY = "today"
RESIDENTS = "residents"
RESIDENT = "resident"
CONVERSATION = "conversation"
COMPARISON = "comparison"
RELEASES = "releases"
SETTINGS = "settings"
VISIT = "visit"
PAPER = "paper"
AUDIT = "audit"
BIN = "bin"
RETENTION = "retention"
URGENT = "urgent"
LOST = "lost"
CORRECTION = "correction"
MAP = "map"
ORGANISATION = "organisation"
HANDOVER = "handover"
THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and the record it shows.

    `record` is the id of a resident (`RESIDENT`, `COMPARISON`, `AUDIT`, `HANDOVER`), of a draft (`CONVERSATION`),
    of a finished conversation (`CORRECTION`) or of an organisation (`ORGANISATION`), the number of an earlier
    release (`RELEASES`), the code of a theme (`THEMES`) or of a signal (`SETTINGS`); `other` is free for the page,
    for example a talk of that resident.
    """

    page: str
    record: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One word of the breadcrumb; without a place it is where the person is now."""

    text: str
    place: Place | None = None
