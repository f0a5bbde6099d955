"""What a release reads of residents: one query per table, as bare rows, because a million conversations are read.

Each resident comes with the last finished talk up to a day and the last one with a mark in it; the index on
resident, day and finish finds both without sorting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.storage import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

_OF_ONE = "= r.id"
_OF_SEVERAL = "IN (SELECT r.id UNION ALL SELECT a.other_id FROM alias a WHERE a.kept_id = r.id)"
_ALONE = "r.id NOT IN (SELECT kept_id FROM alias)"
_MERGED = "r.id IN (SELECT kept_id FROM alias)"
# a mark is written when it was given and only then (see conversation_form), and quotes in words are escaped
_HAS_MARK = """AND (instr(c.dimensions, '"mark":') > 0 OR instr(c.aspects, '"mark":') > 0)"""
_TICKED = """'"topic":true'"""
_DONE = "gelukt"


def _last(whose: str, also: str = "") -> str:
    return " ".join(
        (
            "(SELECT c.rowid FROM conversation c WHERE c.resident_id",
            whose,
            "AND c.held_on <= ? AND c.finished_at IS NOT NULL AND c.deleted_at IS NULL",
            also,
            "ORDER BY c.held_on DESC, c.finished_at DESC, c.id DESC LIMIT 1)",
        )
    )


def _talks(whose: str, which: str) -> str:
    return " ".join(
        (
            "SELECT r.id, r.village_id, r.birth_year, n.number, n.salt,",
            "t.id, t.hlc, t.held_on, t.themes, t.signals,",
            f"CASE WHEN instr(t.dimensions, {_TICKED}) > 0 THEN t.dimensions END,",
            f"CASE WHEN instr(t.aspects, {_TICKED}) > 0 THEN t.aspects END,",
            "w.instrument_id, w.instrument_version, w.mode, w.scale, w.held_on, w.switched_on,",
            "w.dimensions, w.aspects FROM resident r",
            f"JOIN conversation t ON t.rowid = {_last(whose)}",
            f"LEFT JOIN conversation w ON w.rowid = {_last(whose, _HAS_MARK)}",
            "LEFT JOIN count_number n ON n.card_id = r.id",
            "WHERE r.deleted_at IS NULL AND r.restricted_on IS NULL AND r.village_id IS NOT NULL",
            "AND r.id NOT IN (SELECT other_id FROM alias) AND",
            which,
        )
    )


def _webs(whose: str, which: str) -> str:
    return " ".join(
        (
            "SELECT r.id, n.salt, w.instrument_id, w.instrument_version, w.mode, w.scale, w.switched_on,",
            "w.dimensions, w.aspects FROM resident r",
            "JOIN count_number n ON n.card_id = r.id",
            f"JOIN conversation w ON w.rowid = {_last(whose, _HAS_MARK)}",
            "WHERE r.deleted_at IS NULL AND r.restricted_on IS NULL",
            "AND r.id NOT IN (SELECT other_id FROM alias) AND",
            which,
        )
    )


_TALKS = (_talks(_OF_ONE, _ALONE), _talks(_OF_SEVERAL, _MERGED))
_WEBS = (_webs(_OF_ONE, _ALONE), _webs(_OF_SEVERAL, _MERGED))
"""Whole before anybody opens a vault: no word of a person gets into a query."""


class TalkRow(NamedTuple):
    """One resident with the columns that count; JSON as it lies there, `None` where nothing is ticked."""

    card: str
    village: str
    birth_year: int | None
    number: int | None
    salt: bytes | None
    talk: str
    stamp: str
    held_on: str
    themes: str
    signals: str
    ticked_dimensions: str | None
    ticked_aspects: str | None
    instrument: str | None
    version: int
    mode: str
    scale: str
    web_on: str
    switched_on: str
    dimensions: str
    aspects: str


class WebRow(NamedTuple):
    """One resident with the last web up to a day."""

    card: str
    salt: bytes
    instrument: str
    version: int
    mode: str
    scale: str
    switched_on: str
    dimensions: str
    aspects: str


class CountedStore:
    """Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def talks(self, until: date) -> Iterator[TalkRow]:
        """Every resident with a village and a finished talk whose file is used, merged cards as one."""
        for query in _TALKS:
            rows = self._connection.exec_driver_sql(query, (until.isoformat(), until.isoformat()))
            yield from map(TalkRow._make, rows)

    def webs(self, until: date) -> Iterator[WebRow]:
        """Of every resident with a number the last finished talk up to a day in which a mark was given."""
        for query in _WEBS:
            rows = self._connection.exec_driver_sql(query, (until.isoformat(),))
            yield from map(WebRow._make, rows)

    def answers(self) -> tuple[set[str], set[str]]:
        """Who agreed to be counted, and who does not want to be kept, by the card they are shown under."""
        aliases, answer = self.aliases(), tables.consent.c
        query = select(answer.resident_id, answer.purpose, answer.answer).where(
            answer.deleted_at.is_(None), answer.purpose.in_((Purpose.COUNT.value, Purpose.RECORD.value))
        )
        last: dict[str, dict[str, str]] = {Purpose.COUNT.value: {}, Purpose.RECORD.value: {}}
        for whose, purpose, said in self._connection.execute(
            query.order_by(answer.given_on, answer.recorded_at, answer.id)
        ):
            last[purpose][aliases.get(whose, whose)] = said
        refusals = (ConsentAnswer.NO.value, ConsentAnswer.WITHDRAWN.value)
        agreed = {whose for whose, said in last[Purpose.COUNT.value].items() if said == ConsentAnswer.YES.value}
        return agreed, {whose for whose, said in last[Purpose.RECORD.value].items() if said in refusals}

    def aliases(self) -> dict[str, str]:
        """Under which card each merged one is shown."""
        alias = tables.alias.c
        return {row[0]: row[1] for row in self._connection.execute(select(alias.other_id, alias.kept_id))}

    def steps(self, until: date) -> dict[str, bool]:
        """Who has a step agreed up to a day, and whether one of them went well."""
        aliases, step = self.aliases(), tables.goal_step.c
        query = select(step.resident_id, step.state).where(
            step.deleted_at.is_(None), step.made_on <= until.isoformat()
        )
        found: dict[str, bool] = {}
        for whose, state in self._connection.execute(query):
            card = aliases.get(whose, whose)
            found[card] = found.get(card, False) or state == _DONE
        return found

    def households(self) -> dict[str, str]:
        """In which household everybody lives who lives in one; of several merged cards the first that tells."""
        aliases, card = self.aliases(), tables.resident.c
        query = select(card.id, card.household_id).where(card.deleted_at.is_(None), card.household_id.is_not(None))
        found: dict[str, str] = {}
        for whose, household in self._connection.execute(query.order_by(card.id)):
            found.setdefault(aliases.get(whose, whose), household)
        return found
