"""Inzage (AVG art. 15 and 20): everything about one resident as a PDF to read and a JSON file to take elsewhere.

Both are made from the same rows, so that neither can leave out what the other tells. Names of other residents in
free texts are found first; a person decides of each whether it stays, and what nobody looked at is covered.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.free_text import FindingKind, find
from spinnenweb.domain.residents import display_name
from spinnenweb.security.private_files import FILE_MODE, write_private
from spinnenweb.services.audit_words import GROUPS, AuditWords
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.insight_words import InsightWords
from spinnenweb.services.residents import known
from spinnenweb.storage.text_keys import words as words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.audit import AuditService
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.forms import Fields, Json
    from spinnenweb.storage.unit_of_work import UnitOfWork

KIND = "inzage"
FORMAT = 1
"""Of the JSON file; described in docs/inzage.md."""
PDF_NAME, JSON_NAME = "inzage.pdf", "gegevens.json"
FREE_TEXTS = frozenset(
    (
        *("note", "noticed", "gift", "words", "step_what", "step_when", "step_with", "what", "when_said"),
        *("with_whom", "line", "receiver", "reason", "calling_name"),
    )
)
"""The fields in which somebody writes what they like."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A stretch of a text in which a name of somebody else stands, from `start` up to `end`."""

    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """The words themselves."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class InsightReview:
    """What has to be looked at before anything is written: the names of others, text by text."""

    resident: Resident
    spots: tuple[Spot, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts in which something was found, each once."""
        return tuple(dict.fromkeys(spot.text for spot in self.spots))


class InsightService:
    """Makes the files of one resident."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, audit: AuditService) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._audit = audit

    def review(self, resident_id: str) -> InsightReview:
        """The names of others in what is kept about a resident.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        with self._database.reading() as work:
            resident = known(work, resident_id)
            data = self._rows(work, resident.id)
            return InsightReview(resident, _spots(data, *_names(work, resident.id)))

    def file_name(self, resident: Resident) -> str:
        """Kind, code and date, never a name: inzage_R-014_2026-11-21.zip."""
        code = "".join(sign for sign in resident.code if sign.isascii() and (sign.isalnum() or sign in "-_"))
        return f"{KIND}_{code or 'inwoner'}_{self._clock.today():%Y-%m-%d}.zip"

    def write(self, target: Path, resident_id: str, shown: Collection[Spot] = ()) -> None:
        """Write both files in one zip, for its owner's eyes only, whole or not at all.

        `shown` are the names of others that may stay; all others are covered.

        Raises:
            SpinnenwebError: `resident.gone`, `disk.full`, `target.no_rights`, `target.missing`,
                `target.exists`.
        """
        # first the line, so that it stands in what it is about
        self._audit.noted(AuditKind.EXPORTED, resident_id, KIND)
        write_private(target, self._zip(self.data(resident_id, shown), resident_id))

    def data(self, resident_id: str, shown: Collection[Spot] = ()) -> Fields:
        """Everything about a resident as JSON values; the format is described in docs/inzage.md.

        Raises:
            SpinnenwebError: `resident.gone`.
        """
        with self._database.reading() as work:
            resident = known(work, resident_id)
            rows = self._rows(work, resident.id)
            covered = {spot for spot in _spots(rows, *_names(work, resident.id)) if spot not in shown}
            lines = [*reversed(work.audit.lines(resident.id, limit=None))]
            named = {
                "villages": villages_of(rows, {village.id: village.name for village in work.villages.all()}),
                "organisations": work.organisations.names_of(_pointed_at(rows, "organisation_id")),
                "offers": work.offers.names_of(_pointed_at(rows, "offer_id")),
            }
            settings = work.settings.get()
            mates = work.whole_file.housemates(resident.id)
            numbers = work.whole_file.count_numbers(resident.id)
        said = AuditWords(self._words(), *self._audit.worker())
        people = dict.fromkeys((line.subject or "" for line in lines), resident)
        return {
            "format": FORMAT,
            "made_at": self._clock.now().isoformat(),
            "organisation": settings.organisation,
            "example": settings.demo,
            **_covering(rows, covered, self._words().say("insight.covered")),
            **named,
            "household": {"others": mates},
            "counting": {"random_numbers": numbers},
            "given_out": [_line(line, said.said(line, people)) for line in lines if line.kind in GROUPS["given"]],
            "log": [_line(line, said.said(line, people)) for line in lines],
        }

    def pdf(self, data: Fields, resident: Resident) -> bytes:
        """The same on paper."""
        from spinnenweb.documents.contents import InsightContent
        from spinnenweb.documents.insight import make_insight

        words = self._words()
        said = InsightWords(words)
        return make_insight(
            InsightContent(
                words=words,
                fonts=self._catalogue.folder / "fonts",
                name=display_name(resident),
                code=resident.code,
                made_on=self._clock.today(),
                organisation=str(data["organisation"]),
                sections=said.sections(data),
                example=bool(data["example"]),
            )
        )

    def _zip(self, data: Fields, resident_id: str) -> bytes:
        with self._database.reading() as work:
            resident = known(work, resident_id)
        made = self._clock.now().astimezone()
        moment = (made.year, made.month, made.day, made.hour, made.minute, 0)
        written = json.dumps(data, ensure_ascii=False, indent=2).encode()
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in ((PDF_NAME, self.pdf(data, resident)), (JSON_NAME, written)):
                about = zipfile.ZipInfo(name, moment)
                about.external_attr = FILE_MODE << 16
                archive.writestr(about, content, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _rows(self, work: UnitOfWork, resident_id: str) -> Fields:
        return {**work.whole_file.of(resident_id), "earlier": work.whole_file.earlier(resident_id)}

    def _words(self) -> Wording:
        return dutch_words(self._catalogue.folder)


def villages_of(rows: Fields, names: dict[str, str]) -> dict[str, str]:
    """The names of the villages the person's rows speak of, by id."""
    ids = {row.get("village_id") for some in rows.values() for row in some}
    return {village: name for village, name in names.items() if village in ids}


def _pointed_at(rows: Fields, column: str) -> set[str]:
    return {row[column] for some in rows.values() for row in some if row.get(column)}


def _line(line: AuditLine, said: str) -> Fields:
    return {
        "number": line.seq,
        "at": line.at.isoformat(),
        "kind": line.kind.value,
        "about": line.about_table,
        "about_id": line.about_id,
        "fields": list(line.fields),
        "detail": line.detail,
        "said": said,
    }


def _names(work: UnitOfWork, resident_id: str) -> tuple[list[str], list[str]]:
    """The names and codes of others, and the person's own."""
    own_cards = work.erasures.cards(resident_id)
    others: list[str] = []
    own: list[str] = []
    for card, name, code in work.residents.names():
        (own if card in own_cards else others).extend((name, code))
    return others, own


def _spots(rows: Fields, others: list[str], own: list[str]) -> tuple[Spot, ...]:
    texts = [text for _, text in _free_texts(rows)]
    said = {word for text in dict.fromkeys(texts) for word in words_in(text)}
    said |= {word[:-1] for word in said if word.endswith("s")}
    # of thousands of names a file holds a few
    near = [name for name in others if said & set(words_in(name))]
    mine = {word for name in own for word in words_in(name)}
    found = (
        Spot(text, one.start, one.end)
        for text in dict.fromkeys(texts)
        for one in find(text, near)
        if one.kind is FindingKind.NAME and not set(words_in(text[one.start : one.end])) <= mine
    )
    return tuple(found)


def _free_texts(value: Json, key: str = "") -> Iterator[tuple[str, str]]:
    """Every free text with the name of its field; a line of the log has the field's name beside the value."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _free_texts(part, str(value.get("field") or "") if name == "value" else name)
    elif isinstance(value, list):
        for part in value:
            yield from _free_texts(part, key)
    elif isinstance(value, str) and key in FREE_TEXTS and value:
        yield key, value


def _covering(rows: Fields, covered: set[Spot], instead: str) -> Fields:
    by_text: dict[str, list[Spot]] = {}
    for spot in covered:
        by_text.setdefault(spot.text, []).append(spot)
    covering: Fields = _replaced(rows, lambda text: _covered(text, by_text.get(text, []), instead))
    return covering


def _replaced(value: Json, cover: Callable[[str], str], key: str = "") -> Json:
    if isinstance(value, dict):
        return {
            name: _replaced(part, cover, str(value.get("field") or "") if name == "value" else name)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_replaced(part, cover, key) for part in value]
    return cover(value) if isinstance(value, str) and key in FREE_TEXTS else value


def _covered(text: str, spots: list[Spot], instead: str) -> str:
    for spot in sorted(spots, reverse=True):
        text = text[: spot.start] + instead + text[spot.end :]
    return text
