"""A contribution as bytes: canonical JSON, so that the same people always give the same bytes, and read strictly.

Whoever reads one must not trust it: its size, every key and every value are checked, and anything unclear is
refused with `ValueError`. Nothing in it is a name or words somebody said (reference/anonymisation.md 4.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from spinnenweb.disclosure.contributions import MARK_BYTES, Contributed, Contribution
from spinnenweb.disclosure.people import FOLLOW_UP_STAGES, FollowUp, Member, Tokens, WebAnswer
from spinnenweb.domain.instruments import DIMENSION_CODES, InstrumentKey, Mode, Scale
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.security.strict_json import canonical, load_object, mapping, text, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Json = Mapping[str, object]

FORMAT = 1
MOST_BYTES = 64 * 1024 * 1024
MOST_PEOPLE = 100_000
_STEP = 64 * 1024
_MOST_CODES = 200
_HIGHEST_MARK = 10
_YEARS = range(1880, 2200)
_NUMBER = r"[0-9a-f]{16}"
_MARK = rf"[0-9a-f]{{{2 * MARK_BYTES}}}"
_KEY = r"[0-9a-f]{64}"
_CODE = r"[a-zA-Z0-9_.-]{1,80}"
_FRACTION = re.compile(r"([0-9]{1,9})(?:/([1-9][0-9]{0,8}))?")
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PRINTED = rf"[^\x00-\x1f\x7f]{{1,{LONGEST_NAME}}}"
_HEAD = ("aan", "bijdrage", "mensen", "team", "tot", "van", "volgnummer", "weigeren")
_PERSON = (
    *("eerder", "gesprek", "huishouden", "jaar", "kern", "merk", "nummer", "onderwerpen", "opvolging"),
    *("signalen", "tekens", "themas", "web"),
)
_WEB = ("cijfers", "op", "schaal", "versie", "vorm", "vragenlijst")


class NewerError(ValueError):
    """Another version of the format than this program knows."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A contribution on its way: which team it is for, which public key it goes to, and which number it has.

    `order` goes up with every contribution of a laptop, so that an older one put in again is noticed.
    """

    team: str
    recipient: str
    order: int
    contribution: Contribution


def contribution_bytes(sending: Sending) -> bytes:
    """The bytes, filled up with line ends to a multiple of 64 KiB: the size tells little about how many people."""
    given = sending.contribution
    body = canonical(
        {
            "bijdrage": FORMAT,
            "team": sending.team,
            "aan": sending.recipient,
            "van": given.laptop,
            "volgnummer": sending.order,
            "tot": given.until.isoformat(),
            "mensen": [_person(each) for each in sorted(given.people, key=lambda one: one.member.resident)],
            "weigeren": sorted(mark.hex() for mark in given.refused),
        }
    )
    return body + b"\n" * (-len(body) % _STEP)


def parse_contribution(data: bytes) -> Sending:
    """What `contribution_bytes` wrote.

    Raises:
        NewerError: of another version.
        ValueError: it is too big, or anything in it is not as it should be.
    """
    if len(data) > MOST_BYTES:
        raise ValueError("too big")
    body = data.rstrip(b"\n")
    told = load_object(body)
    if whole(told, "bijdrage") != FORMAT:
        raise NewerError(FORMAT)
    _refuse_other_keys(told, _HEAD)
    if canonical(told) != body:
        raise ValueError("not canonical")
    order = whole(told, "volgnummer")
    if not 0 < order < 1 << 53:
        raise ValueError("volgnummer")
    return Sending(text(told, "team", _KEY), text(told, "aan", _CODE), order, _contribution(told))


def _contribution(told: Json) -> Contribution:
    people = tuple(_as_person(mapping(each)) for each in _list(told, "mensen", MOST_PEOPLE))
    numbers = [number for each in people for number in each.numbers]
    if len(set(numbers)) != len(numbers):
        raise ValueError("mensen")
    refused = frozenset(bytes.fromhex(mark) for mark in _texts(told, "weigeren", _MARK, MOST_PEOPLE))
    return Contribution(text(told, "van", _KEY), _day(told, "tot"), people, refused)


def _person(one: Contributed) -> Json:
    member = one.member
    tokens = (member.tokens.people, member.tokens.web, member.tokens.follow_up)
    return {
        "nummer": _hex(member.resident),
        "eerder": sorted(map(_hex, one.former)),
        "huishouden": None if member.household is None else _hex(member.household),
        "kern": member.village,
        "jaar": member.birth_year,
        "merk": one.mark.hex(),
        "gesprek": one.talked_on.isoformat(),
        "web": None if member.web is None else _web(member.web, one.web_on or one.talked_on),
        "themas": sorted(member.themes),
        "onderwerpen": sorted(member.topics),
        "signalen": sorted(member.signals),
        "opvolging": sorted(stage for stage in FOLLOW_UP_STAGES if getattr(member.follow_up, stage)),
        "tekens": [*map(_hex, tokens)],
    }


def _web(answer: WebAnswer, day: date) -> Json:
    given = {code: str(mark) for code in DIMENSION_CODES if (mark := answer.marks.get(code)) is not None}
    return {
        "vragenlijst": answer.instrument.id,
        "versie": answer.instrument.version,
        "vorm": answer.mode.value,
        "schaal": answer.scale.value,
        "op": day.isoformat(),
        "cijfers": given,
    }


def _as_person(told: Json) -> Contributed:
    _refuse_other_keys(told, _PERSON)
    web = None if told["web"] is None else mapping(told["web"])
    stages = _texts(told, "opvolging", "|".join(FOLLOW_UP_STAGES))
    people, drawn, follow_up = _three(told)
    member = Member(
        resident=_number(text(told, "nummer", _NUMBER)),
        household=_maybe(told, "huishouden", lambda: _number(text(told, "huishouden", _NUMBER))),
        village=text(told, "kern", _PRINTED),
        birth_year=_maybe(told, "jaar", lambda: _year(told)),
        web=None if web is None else _as_web(web),
        themes=frozenset(_texts(told, "themas", _CODE)),
        topics=frozenset(_texts(told, "onderwerpen", "|".join(DIMENSION_CODES))),
        signals=frozenset(_texts(told, "signalen", _CODE)),
        follow_up=FollowUp(**dict.fromkeys(stages, True)),
        tokens=Tokens(people, drawn, follow_up),
    )
    mark = bytes.fromhex(text(told, "merk", _MARK))
    former = tuple(map(_number, _texts(told, "eerder", _NUMBER)))
    return Contributed(member, mark, _day(told, "gesprek"), None if web is None else _day(web, "op"), former)


def _three(told: Json) -> Sequence[int]:
    tokens = _list(told, "tekens", 3)
    if len(tokens) != 3:
        raise ValueError("tekens")
    return [_number(text({"teken": each}, "teken", _NUMBER)) for each in tokens]


def _as_web(told: Json) -> WebAnswer:
    _refuse_other_keys(told, _WEB)
    marks = mapping(told["cijfers"])
    if not marks.keys() <= set(DIMENSION_CODES):
        raise ValueError("cijfers")
    version = whole(told, "versie")
    if not 0 < version < 1 << 31:
        raise ValueError("versie")
    return WebAnswer(
        InstrumentKey(text(told, "vragenlijst", _CODE), version),
        Mode(text(told, "vorm", _CODE)),
        Scale(text(told, "schaal", _CODE)),
        {code: _fraction(marks, code) for code in marks},
    )


def _fraction(marks: Json, code: str) -> Fraction:
    found = _FRACTION.fullmatch(text(marks, code, r"[0-9/]{1,20}"))
    if found is None:
        raise ValueError(code)
    mark = Fraction(int(found[1]), int(found[2] or 1))
    if mark > _HIGHEST_MARK or str(mark) != marks[code]:
        raise ValueError(code)
    return mark


def _year(told: Json) -> int:
    year = whole(told, "jaar")
    if year not in _YEARS:
        raise ValueError("jaar")
    return year


def _maybe(told: Json, key: str, read: Callable[[], int]) -> int | None:
    return None if told[key] is None else read()


def _day(told: Json, key: str) -> date:
    return date.fromisoformat(text(told, key, _DAY))


def _list(told: Json, key: str, most: int) -> list[object]:
    value = told.get(key)
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(key)
    return value


def _texts(told: Json, key: str, pattern: str, most: int = _MOST_CODES) -> list[str]:
    found = [text({key: each}, key, pattern) for each in _list(told, key, most)]
    if found != sorted(set(found)):
        raise ValueError(key)
    return found


def _refuse_other_keys(told: Json, known: Iterable[str]) -> None:
    if told.keys() != set(known):
        raise ValueError("keys")


def _hex(number: int) -> str:
    return f"{number:016x}"


def _number(written: str) -> int:
    return int(written, 16)
