"""Whether an organisation or offer that is being typed may be there already."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.domain.likeness import plain_name, sound_of

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR = 0.82
"""How alike two titles are at least (0–1): one or two letters wrong in a name of twelve."""
_SHORTEST = 3
_SAME_MARK, _SAME_TITLE, _SAME_SOUND, _PART = 2.0, 1.0, 0.97, 0.9
_APART = re.compile(r"[\W_]+")
_EMPTY_WORDS = frozenset(
    (
        *("stichting", "st", "vereniging", "ver", "de", "het", "een", "van", "der", "den", "en", "te", "in"),
        *("bv", "nv", "vof", "eo", "cooperatie", "buurtvereniging", "dorpsvereniging"),
    )
)
"""Words that people leave out or put in when they name the same organisation."""
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_DIGITS = re.compile(r"\D+")
_ABROAD = ("0031", "31")
_SHORTEST_NUMBER = 8


class LikeWhy(StrEnum):
    """What two titles have in common."""

    KVK = "kvk"
    WEBSITE = "website"
    PHONE = "telefoon"
    EMAIL = "mail"
    NAME = "naam"
    SOUND = "klank"
    LIKE = "lijkt"


@dataclass(frozen=True, slots=True)
class Title:
    """What an organisation or offer is recognised by. `within` is the organisation of an offer."""

    id: str
    name: str
    kvk: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Likely:
    """One that may be the same, and why; a higher `score` is more likely."""

    id: str
    why: LikeWhy
    score: float


def plain_title(name: str) -> str:
    """A name without what people leave out: "Stichting De Kapstok" is "kapstok"; never empty for a name."""
    words = _APART.sub(" ", plain_name(name)).split()
    kept = [word for word in words if word not in _EMPTY_WORDS]
    return " ".join(kept or words)


def plain_site(website: str) -> str:
    """An address without what is the same everywhere."""
    return _SITE.sub("", website.strip().casefold()).rstrip("/")


def plain_phone(phone: str) -> str:
    """The digits of a number as it is dialled within the country; empty when they are too few."""
    digits = _DIGITS.sub("", phone)
    for abroad in _ABROAD:
        if digits.startswith(abroad) and len(digits) > _SHORTEST_NUMBER:
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
            break
    return digits if len(digits) >= _SHORTEST_NUMBER else ""


def likely_same(titles: Iterable[Title], typed: Title, most: int = 5) -> tuple[Likely, ...]:
    """At most `most` that may be the same as what is typed, most likely first; never itself.

    Of offers only those within the same organisation count, unless none was chosen yet.
    """
    plain = plain_title(typed.name)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)
    found = []
    for title in titles:
        if title.id == typed.id or (typed.within and title.within != typed.within):
            continue
        likely = _same_mark(title, typed) or _same_name(matcher, title, plain)
        if likely is not None:
            found.append(likely)
    return tuple(sorted(found, key=lambda one: (-one.score, one.id))[:most])


def _same_mark(title: Title, typed: Title) -> Likely | None:
    marks = (
        (LikeWhy.KVK, _DIGITS.sub("", title.kvk), _DIGITS.sub("", typed.kvk)),
        (LikeWhy.WEBSITE, plain_site(title.website), plain_site(typed.website)),
        (LikeWhy.PHONE, plain_phone(title.phone), plain_phone(typed.phone)),
        (LikeWhy.EMAIL, title.email.strip().casefold(), typed.email.strip().casefold()),
    )
    why = next((why for why, one, other in marks if one and one == other), None)
    return None if why is None else Likely(title.id, why, _SAME_MARK)


def _same_name(matcher: SequenceMatcher[str], title: Title, plain: str) -> Likely | None:
    other = plain_title(title.name)
    if len(plain) < _SHORTEST or len(other) < _SHORTEST:
        return None
    if other == plain:
        return Likely(title.id, LikeWhy.NAME, _SAME_TITLE)
    if sound_of(other) == sound_of(plain):
        return Likely(title.id, LikeWhy.SOUND, _SAME_SOUND)
    if set(plain.split()) <= set(other.split()) or set(other.split()) <= set(plain.split()):
        return Likely(title.id, LikeWhy.LIKE, _PART)
    matcher.set_seq1(other)
    # the two quick ones are upper bounds: nearly all are done after the first
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return None
    ratio = matcher.ratio()
    return Likely(title.id, LikeWhy.LIKE, ratio) if ratio >= NEAR else None
