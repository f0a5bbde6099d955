"""The own vocabulary of themes and signals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.vocabulary import ThemeWord, WordAct, WordChange, WordKind
from spinnenweb.storage import tables
from spinnenweb.storage.record_store import RecordStore
from spinnenweb.storage.shape import Shape

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from spinnenweb.storage.forms import Fields, Row
    from spinnenweb.storage.journal import Journal


def theme_word_fields(word: ThemeWord) -> Fields:
    """A word as JSON values."""
    return {
        "id": word.id,
        "kind": word.kind.value,
        "code": word.code,
        "name": word.name,
        "resident_words": word.resident_words,
        "proposed_by": None if word.proposed_by is None else list(word.proposed_by),
        "outside_code": word.outside_code,
        "active": word.active,
        "history": [
            {"on": one.on.isoformat(), "act": one.act.value, "before": one.before} for one in word.history
        ],
    }


def theme_word_from(row: Row) -> ThemeWord:
    """The word that `theme_word_fields` described."""
    return ThemeWord(
        id=row["id"],
        kind=WordKind(row["kind"]),
        code=row["code"],
        name=row["name"],
        resident_words=row["resident_words"],
        proposed_by=None if row["proposed_by"] is None else tuple(row["proposed_by"]),
        outside_code=row["outside_code"],
        active=row["active"],
        history=tuple(
            WordChange(date.fromisoformat(one["on"]), WordAct(one["act"]), one["before"]) for one in row["history"]
        ),
    )


THEME_WORD = Shape(tables.theme_word, theme_word_fields, theme_word_from)


class VocabularyStore(RecordStore[ThemeWord]):
    """Own words; no two of a kind have the same code. They are retired and never removed."""

    def __init__(self, connection: Connection, journal: Journal | None) -> None:
        super().__init__(connection, journal, THEME_WORD)

    def all(self) -> tuple[ThemeWord, ...]:
        """All words, the first made first; also retired ones."""
        return self._many(self._query().order_by(self._table.c.id))

    def by_code(self, kind: WordKind, code: str) -> ThemeWord | None:
        """The word with this code, or `None`."""
        columns = self._table.c
        return self._one(self._query().where(columns.kind == kind.value, columns.code == code))
