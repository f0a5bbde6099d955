"""Who counts in a release, and what they add to it (reference/anonymisation.md 4.3 to 4.7).

Residents who said yes to counting along, whose file is kept and used, with a village and a finished talk. Each
goes by a random number; what was measured goes by tokens that follow from a salt of the resident and from what
was measured, so that nothing has to be written when a talk is finished.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from spinnenweb.disclosure.columns import MARK_UNIT, NOT_GIVEN, Roll, item_key, stages_of
from spinnenweb.disclosure.people import FollowUp, Member, Tokens, WebAnswer, WebKey
from spinnenweb.domain.handovers import Stages
from spinnenweb.domain.instruments import DIMENSION_CODES, InstrumentKey, Mode, Scale
from spinnenweb.domain.scoring import needed
from spinnenweb.services.handovers import stages_by_resident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.counted_store import TalkRow, WebRow
    from spinnenweb.storage.unit_of_work import UnitOfWork

    Earlier = tuple[int, tuple[int, ...]]
    """Token and marks of a web from before the last one."""

SALT_BYTES = 32
NUMBER_BYTES = 8
_SIGNED = 1 << 63
_ALL = 1 << 64
_NO_MARKS = (NOT_GIVEN,) * len(DIMENSION_CODES)


class Counted(NamedTuple):
    """One resident who counts. `number` and `household` are random; `marks` in 1/2520, in axis order.

    `tokens` are those of people, web and follow-up; `web` is `None` without a mark.
    """

    card: str
    number: int
    household: int | None
    village: str
    birth_year: int | None
    web: WebKey | None
    marks: tuple[int, ...]
    themes: tuple[str, ...]
    topics: tuple[str, ...]
    signals: tuple[str, ...]
    stages: tuple[str, ...]
    tokens: tuple[int, int, int]
    talked_on: str
    web_on: str | None
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class ForRelease:
    """Everybody in one vault who counts, by the name of the village."""

    rolls: Mapping[str, Roll]


def members_for_release(
    work: UnitOfWork, catalogue: Catalogue, until: date, names: Mapping[str, str], days: tuple[date, ...] = ()
) -> ForRelease:
    """Everybody in this vault who counts up to a day.

    `names` says under which name each village (by id) is given out; `days` are those up to which the yearly tables
    of last year counted. Who has no number yet is not in it: call `number_people` first.
    """
    rolls = {name: Roll() for name in names.values()}
    for one in counted_people(work, catalogue, until, names, days):
        web = None if one.web is None else (one.web, one.marks)
        who = (one.number, one.household, one.birth_year)
        rolls[one.village].enter(who, one.tokens, web, _items(one), one.earlier)
    return ForRelease({name: roll for name, roll in rolls.items() if len(roll)})


def member_of(one: Counted) -> Member:
    """The same resident as a record."""
    given = zip(DIMENSION_CODES, one.marks, strict=True)
    marks = {code: None if mark == NOT_GIVEN else Fraction(mark, MARK_UNIT) for code, mark in given}
    web = None if one.web is None else WebAnswer(one.web.instrument, one.web.mode, one.web.scale, marks)
    return Member(
        resident=one.number,
        household=one.household,
        village=one.village,
        birth_year=one.birth_year,
        web=web,
        themes=frozenset(one.themes),
        topics=frozenset(one.topics),
        signals=frozenset(one.signals),
        follow_up=FollowUp(**dict.fromkeys(one.stages, True)),
        tokens=Tokens(*one.tokens),
    )


def number_people(work: UnitOfWork) -> None:
    """Give everybody who said yes to counting a random number, and every household; to be called while writing."""
    agreed, refused = work.counted.answers()
    aliases = work.counted.aliases()
    have, homes = work.series.numbers(), work.series.households()
    new = sorted(card for card in agreed - refused if card not in have and card not in aliases)
    work.series.add_numbers((card, _random_number(), secrets.token_bytes(SALT_BYTES)) for card in new)
    wanted = sorted(set(work.counted.households().values()) - homes.keys())
    work.series.add_households((household, _random_number()) for household in wanted)


def needs_numbers(work: UnitOfWork) -> bool:
    """Whether somebody has no number yet, or a card that was merged still has one of its own."""
    agreed, refused = work.counted.answers()
    have, homes, aliases = work.series.numbers(), work.series.households(), work.counted.aliases()
    people = any(card not in have and card not in aliases for card in agreed - refused)
    return people or any(other in have for other in aliases) or not homes.keys() >= _households(work)


def _households(work: UnitOfWork) -> set[str]:
    return set(work.counted.households().values())


def _random_number() -> int:
    return int.from_bytes(secrets.token_bytes(NUMBER_BYTES), "little", signed=True)


def unsigned(number: int) -> int:
    """A number as the ledger has it; SQLite keeps numbers with a sign."""
    return number % _ALL


def signed(number: int) -> int:
    """A number as SQLite keeps it."""
    return number - _ALL if number >= _SIGNED else number


def counted_people(
    work: UnitOfWork, catalogue: Catalogue, until: date, names: Mapping[str, str], days: tuple[date, ...] = ()
) -> Iterator[Counted]:
    """Everybody in this vault who counts, one by one; as `members_for_release`."""
    agreed, refused = work.counted.answers()
    counts = agreed - refused
    steps, homes = work.counted.steps(until), work.series.households()
    lives_in, passed_on = work.counted.households(), _passed_on(work, until)
    reader = _Reader(catalogue)
    earlier = _earlier(work, reader, days)
    for row in work.counted.talks(until):
        name = names.get(row.village)
        if name is None or row.card not in counts or row.number is None or row.salt is None:
            continue
        home = homes.get(lives_in.get(row.card, ""))
        stages = stages_of(follow_up_of(steps.get(row.card), passed_on.get(row.card, Stages())))
        web, marks = reader.web(row)
        signals = _codes(row.signals)
        yield Counted(
            card=row.card,
            number=unsigned(row.number),
            household=None if home is None else unsigned(home),
            village=name,
            birth_year=row.birth_year,
            web=web,
            marks=marks,
            themes=_codes(row.themes),
            topics=reader.topics(row),
            signals=signals,
            stages=stages,
            tokens=_tokens(row, web, marks, (*sorted(signals), *stages)),
            talked_on=row.held_on,
            web_on=row.web_on if web is not None else None,
            earlier=tuple(earlier.get(row.card, {}).items()),
        )


def _earlier(work: UnitOfWork, reader: _Reader, days: tuple[date, ...]) -> dict[str, dict[int, tuple[int, ...]]]:
    """The webs that stood on some days, by card: token and marks."""
    found: dict[str, dict[int, tuple[int, ...]]] = {}
    for day in days:
        for row in work.counted.webs(day):
            web, marks = reader.web(row)
            if web is not None:
                found.setdefault(row.card, {})[_token(row.salt, _seen(row, marks))] = marks
    return found


def follow_up_of(step_went_well: bool | None, passed_on: Stages) -> FollowUp:
    """How far a resident came.

    `step_went_well` is `None` without any step agreed, else whether one of them went well; `passed_on` tells of
    hand-overs.
    """
    return FollowUp(
        agreed=step_went_well is not None,
        done=bool(step_went_well),
        handover_started=passed_on.handover_started,
        arrived=passed_on.arrived,
        helped=passed_on.helped,
    )


def _passed_on(work: UnitOfWork, until: date) -> dict[str, Stages]:
    """How far hand-overs came, by the card somebody is shown under: of merged cards the furthest."""
    aliases = work.counted.aliases()
    found: dict[str, Stages] = {}
    for whose, stages in stages_by_resident(work, until).items():
        card = aliases.get(whose, whose)
        found[card] = stages | found.get(card, Stages())
    return found


def _items(one: Counted) -> Iterator[str]:
    for table, codes in (
        ("themas", one.themes),
        ("onderwerpen", one.topics),
        ("signalen", one.signals),
        ("opvolging", one.stages),
    ):
        for code in codes:
            yield _key(table, code)


@lru_cache(maxsize=1024)
def _key(table: str, code: str) -> str:
    return item_key(table, code)


@lru_cache(maxsize=4096)
def _codes(text: str) -> tuple[str, ...]:
    """The codes in a JSON list, each once."""
    return tuple(dict.fromkeys(json.loads(text)))


def _tokens(
    row: TalkRow, web: WebKey | None, marks: tuple[int, ...], follow_up: tuple[str, ...]
) -> tuple[int, int, int]:
    """Another talk, or the same talk corrected, is another token; the same marks and stages give the same."""
    talk = f"people|{row.talk}|{row.stamp}"
    seen = _seen(row, marks) if web is not None else "web|"
    return _token(row.salt, talk), _token(row.salt, seen), _token(row.salt, f"follow_up|{'|'.join(follow_up)}")


def _seen(row: TalkRow | WebRow, marks: tuple[int, ...]) -> str:
    return f"web|{row.instrument}|{row.version}|{row.mode}|{row.scale}|{marks}"


def _token(salt: bytes | None, measured: str) -> int:
    digest = blake2b(measured.encode(), digest_size=NUMBER_BYTES, key=salt or b"").digest()
    return int.from_bytes(digest, "little")


class _Reader:
    """Reads the JSON of talks as `domain.scoring` would, with exact means."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._aspects: dict[InstrumentKey, dict[str, tuple[str, ...]]] = {}
        self._dimension_of = {code: code for code in DIMENSION_CODES}
        for key, instrument in catalogue.instruments.items():
            known = [each for each in instrument.dimensions if each.code in DIMENSION_CODES]
            self._aspects[key] = {each.code: tuple(aspect.code for aspect in each.aspects) for each in known}
            self._dimension_of.update((aspect.code, each.code) for each in known for aspect in each.aspects)
        self._keys: dict[tuple[str, int, str, str], WebKey] = {}
        self._on: Callable[[str], frozenset[str]] = lru_cache(maxsize=4096)(_as_set)

    def topics(self, row: TalkRow) -> tuple[str, ...]:
        """The dimensions with something ticked."""
        if row.ticked_dimensions is None and row.ticked_aspects is None:
            return ()
        found = set()
        for text in (row.ticked_dimensions, row.ticked_aspects):
            for entry in json.loads(text) if text else ():
                if entry.get("topic"):
                    found.add(self._dimension_of.get(entry["code"]))
        return tuple(code for code in DIMENSION_CODES if code in found)

    def web(self, row: TalkRow | WebRow) -> tuple[WebKey | None, tuple[int, ...]]:
        """The kind of web and its six marks; `None` when none of them was given."""
        if row.instrument is None:
            return None, _NO_MARKS
        key = self._key(row.instrument, row.version, row.mode, row.scale)
        dimensions = {entry["code"]: entry.get("mark") for entry in json.loads(row.dimensions)}
        if key.mode is Mode.DIRECT:
            marks = tuple(_units(dimensions.get(code)) for code in DIMENSION_CODES)
        else:
            marks = self._means(key.instrument, row, dimensions)
        return (key, marks) if marks != _NO_MARKS else (None, _NO_MARKS)

    def _key(self, name: str, version: int, mode: str, scale: str) -> WebKey:
        told = (name, version, mode, scale)
        if told not in self._keys:
            self._keys[told] = WebKey(InstrumentKey(name, version), Mode(mode), Scale(scale))
        return self._keys[told]

    def _means(
        self, instrument: InstrumentKey, row: TalkRow | WebRow, dimensions: Mapping[str, float | None]
    ) -> tuple[int, ...]:
        answers = {entry["code"]: entry for entry in json.loads(row.aspects)}
        on, marks = self._on(row.switched_on), []
        for code in DIMENSION_CODES:
            asked = [aspect for aspect in self._aspects.get(instrument, {}).get(code, ()) if aspect in on]
            said = [answers[aspect] for aspect in asked if aspect in answers and _touched(answers[aspect])]
            marks.append(_mean(said, len(asked)) if said else _units(dimensions.get(code)))
        return tuple(marks)


def _as_set(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


def _touched(entry: Mapping[str, object]) -> bool:
    return "mark" in entry or "no_mark" in entry


def _mean(said: list[dict[str, float]], asked: int) -> int:
    """The exact mean in 1/2520; none when fewer than half of what was asked has a mark (`scoring.mean_of`)."""
    given = [entry["mark"] for entry in said if "mark" in entry]
    if len(given) < needed(asked):
        return NOT_GIVEN
    return round(sum(map(_units, given)) / len(given))


def _units(mark: float | None) -> int:
    return NOT_GIVEN if mark is None else round(mark * MARK_UNIT)
