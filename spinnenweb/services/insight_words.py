"""The file of a resident in Dutch words, section by section, from the same values as the JSON file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from spinnenweb.documents.contents import InsightEntry, InsightSection
from spinnenweb.domain.dates import said_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.domain.wording import Wording
    from spinnenweb.storage.forms import Fields, Json, Row

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_SECTIONS = (
    *("resident", "consent", "conversation", "draft", "goal", "goal_step", "look_back", "follow_up"),
    *("short_contact", "handover", "proposal_choice", "signal_follow_up", "merge", "keeping"),
)
_CODES = {
    "purpose": "purpose",
    "answer": "consent_answer",
    "way": "consent_way",
    "answers_with": "way",
    "answered_by": "answered_by",
    "language": "language",
    "level": "level",
    "address": "form",
    "age_band": "age_band",
    "mode": "mode",
    "scale": "scale",
    "themes": "theme",
    "signals": "signal",
    "via": "via",
    "state": "goal_state",
    "sure": "sure",
    "step_sure": "sure",
    "switched_on": "label",
    "subject_order": "label",
    "kind": "insight.follow_up",
    "source": "insight.source",
    "wants_change": "insight.wants_change",
    "set_by": "insight.set_by",
    "no_mark": "insight.no_mark",
    "handover_way": "insight.handover_way",
    "handover_state": "insight.handover_state",
    "handover_fields": "insight.handover_fields",
    "helped": "insight.helped",
    "about_kind": "insight.about_kind",
    "choice": "insight.choice",
    "signal": "signal",
    "signal_state": "insight.signal_state",
    "paper": "insight.paper",
    "page": "insight.at_page",
    "question": "label",
}
"""Where the words of a code stand, by field."""
_MEANT = {
    "handover": {"way": "handover_way", "state": "handover_state", "fields": "handover_fields"},
    "proposal_choice": {"answer": "choice"},
    "signal_follow_up": {"state": "signal_state"},
}
"""Fields that mean something else in these tables than the same name elsewhere."""
_NAMED = {"village_id": "villages", "organisation_id": "organisations", "offer_id": "offers"}
"""Ids that are said by name."""
_NOT_SAID = frozenset(
    (
        *("id", "resident_id", "about_id", "conversation_id", "goal_id", "step_id", "kept_id", "other_id"),
        *("contact_id", "consent_id", "about"),
    )
)
"""Ids say nothing on paper; they stand in the JSON file."""
_TITLES = (
    *("held_on", "given_on", "made_on", "told_on", "due", "merged_on", "kept_on", "chosen_on", "followed_on"),
    *("saved_at", "created_at"),
)


@dataclass(frozen=True, slots=True)
class InsightWords:
    """Says values with the words of `werker.toml`."""

    words: Wording

    def sections(self, data: Fields) -> tuple[InsightSection, ...]:
        """All sections, also those in which there is nothing."""
        found = [self._section(name, self._entries(data, name)) for name in _SECTIONS]
        others = data["household"]["others"]
        lives = (InsightEntry(self.words.say("insight.household", n=others)),) if others else ()
        found.append(self._section("household", lives))
        counts = (InsightEntry(self.words.say("insight.counting")),) if data["counting"]["random_numbers"] else ()
        found.append(self._section("counting", counts))
        found.append(self._section("given_out", self._lines(data["given_out"])))
        found.append(self._section("log", self._lines(data["log"])))
        earlier = (InsightEntry(self.words.say("insight.earlier", n=len(data["earlier"]))),)
        found.append(self._section("earlier", earlier))
        # a table of a later format is told too, with the names of its fields
        known = {*_SECTIONS, "earlier", "given_out", "log"}
        more = [name for name, rows in data.items() if isinstance(rows, list) and rows and name not in known]
        found += [self._section(name, self._entries(data, name)) for name in more]
        return tuple(found)

    def _section(self, name: str, entries: tuple[InsightEntry, ...]) -> InsightSection:
        title, intro = (self._said(f"insight.{part}.{name}", name) for part in ("section", "intro"))
        return InsightSection(title, "" if intro == name else intro, entries)

    def _said(self, key: str, otherwise: str) -> str:
        return self.words.say(key) if self.words.has(key) else otherwise

    def _lines(self, lines: list[Fields]) -> tuple[InsightEntry, ...]:
        return tuple(InsightEntry(f"{self._text('at', line['at'])}: {line['said']}") for line in lines)

    def _entries(self, data: Fields, name: str) -> tuple[InsightEntry, ...]:
        meant = _MEANT.get(name, {})
        rows: list[Row] = data.get(name, [])
        return tuple(self._entry({meant.get(key, key): row[key] for key in row}, data) for row in rows)

    def _entry(self, row: Row, data: Fields) -> InsightEntry:
        flat = dict(self._flat(row))
        for key, names in _NAMED.items():
            if key in flat:
                flat[key] = data[names].get(flat[key], flat[key])
        # a card goes by its code; a draft has a card in it, and goes by its date
        titles = ("code",) if "calling_name" in flat and "held_on" not in flat else _TITLES
        title = next((self._text(name, flat[name]) for name in titles if flat.get(name)), "")
        fields = [
            (self._label(name), text)
            for name, value in flat.items()
            if name not in _NOT_SAID and (text := self._text(name, value))
        ]
        return InsightEntry(title, tuple(fields))

    def _flat(self, row: Row) -> Iterator[tuple[str, Json]]:
        """The fields; those of a draft lie one level deeper."""
        is_card = "calling_name" in row
        for name, value in row.items():
            if is_card and name == "way":
                # of an answer it says how that was given, of a card what its web is filled in with
                yield "answers_with", value
            elif isinstance(value, dict):
                yield from self._flat(value)
            elif name == "history":
                yield name, "; ".join(map(self._moment, value))
            elif name == "look_backs":
                yield name, "; ".join(str(told.get("words", "")) for told in value)
            else:
                yield name, value

    def _moment(self, moment: Row) -> str:
        return f"{self._text('handover_state', moment['state'])}: {self._text('at', moment['at'])}"

    def _label(self, name: str) -> str:
        return self._said(f"insight.field.{name}", self._said(f"log.field.{name}", name))

    def _text(self, name: str, value: Json) -> str:
        if value is None or value == "" or value is False or value == []:
            return ""
        if value is True:
            return self.words.say("insight.yes")
        if isinstance(value, list):
            return self._listed(name, value)
        return self._coded(name, str(value))

    def _listed(self, name: str, values: list[Json]) -> str:
        if not any(isinstance(value, dict) for value in values):
            return ", ".join(self._coded(name, str(value)) for value in values)
        return "; ".join(text for value in values if (text := self._part(value)))

    def _part(self, value: Row) -> str:
        """A mark, a matter or a disagreement with its subject."""
        subject = self._said(f"label.{value.get('code')}", str(value.get("code") or ""))
        mark = value.get("mark")
        said = f"{mark:g}" if isinstance(mark, float | int) else self._text("no_mark", value.get("no_mark"))
        topic = self.words.say("insight.topic") if value.get("topic") else ""
        parts = [part for part in (said, topic, value.get("note", ""), value.get("words", "")) if part]
        if not parts:
            return subject if "code" in value and set(value) <= {"code"} else ""
        return f"{subject}: {', '.join(parts)}" if subject else ", ".join(parts)

    def _coded(self, name: str, value: str) -> str:
        if name == "page":
            # which of the screens for two it was says nothing more
            value = value.partition(":")[0]
        if name in _CODES:
            return self._said(f"{_CODES[name]}.{value}", value)
        if _DAY.fullmatch(value):
            return said_date(date.fromisoformat(value))
        if _MOMENT.fullmatch(value):
            moment = datetime.fromisoformat(value).astimezone()
            return f"{said_date(moment.date())}, {moment:%H:%M}"
        return value
