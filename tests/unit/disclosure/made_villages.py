"""Invented villages that change from month to month, for the tests of a release. No real person is in them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

from spinnenweb.disclosure.ledger import Ledger, new_ledger
from spinnenweb.disclosure.people import EarlierWeb, FollowUp, Member, Request, Tokens, WebAnswer
from spinnenweb.disclosure.release import Outcome, release
from spinnenweb.domain.instruments import ADULT, DIMENSION_CODES, Mode, Scale
from tests.records import varied

SECRET = bytes(range(32))
THEMES = ("eenzaamheid", "schulden", "mantelzorg", "rouw", "vervoer", "wonen", "bewegen", "slapen")
SIGNALS = ("zorgmijding", "overbelast")
SHARES = (0.42, 0.3, 0.25, 0.2, 0.15, 0.1, 0.6, 0.04)


def token(draw: random.Random) -> int:
    return draw.getrandbits(64)


def some(draw: random.Random, codes: tuple[str, ...], shares: tuple[float, ...]) -> frozenset[str]:
    return frozenset(code for code, share in zip(codes, shares, strict=True) if draw.random() < share)


def member(draw: random.Random, village: str = "Ruinerdal", **told: object) -> Member:
    marks = {code: Fraction(draw.randint(1, 10)) for code in DIMENSION_CODES if draw.random() < 0.9}
    flags = [draw.random() < share for share in (0.6, 0.4, 0.4)]
    made = Member(
        resident=token(draw),
        household=None,
        village=village,
        birth_year=draw.randint(1930, 2004),
        web=WebAnswer(ADULT, Mode.DIRECT, Scale.MARKS, marks),
        themes=some(draw, THEMES, SHARES),
        topics=some(draw, DIMENSION_CODES, (0.3,) * 6),
        signals=some(draw, SIGNALS, (0.3, 0.2)),
        follow_up=FollowUp(flags[0], flags[1], flags[2], flags[2] and draw.random() < 0.5),
        tokens=Tokens(token(draw), token(draw), token(draw)),
    )
    return varied(made, **told)


def people(draw: random.Random, count: int, village: str = "Ruinerdal") -> list[Member]:
    return [member(draw, village) for _ in range(count)]


def spoken_again(draw: random.Random, old: Member) -> Member:
    return member(draw, old.village, resident=old.resident, household=old.household, birth_year=old.birth_year)


def renewed(draw: random.Random, old: Member) -> Member:
    """A new talk in which nothing changed."""
    return replace(old, tokens=Tokens(token(draw), token(draw), token(draw)))


def next_month(draw: random.Random, living: list[Member]) -> list[Member]:
    stay = [each for each in living if draw.random() >= 0.03]
    after = [spoken_again(draw, each) if draw.random() < 0.06 else each for each in stay]
    arriving = sum(draw.random() < 0.04 for _ in living)
    return after + [member(draw, living[0].village) for _ in range(arriving)]


def month(number: int) -> date:
    """The last day that always exists of the month so many months after January 2025."""
    return date(2025 + number // 12, number % 12 + 1, 28)


def asked(until: date, *villages: str) -> Request:
    return Request(villages or ("Ruinerdal",), until, THEMES, SIGNALS)


def made(outcome: Outcome) -> Ledger:
    """The ledger once the files exist; an invented hash stands for that of the manifest."""
    return outcome.ledger.with_manifest(outcome.record.number, f"{outcome.record.number:064x}")


def series(seed: int, count: int, months: int, *villages: str) -> list[Outcome]:
    """A series of monthly releases of villages that start with `count` residents each."""
    draw, ledger = random.Random(seed), new_ledger(SECRET)
    names = villages or ("Ruinerdal",)
    living = {name: people(draw, count, name) for name in names}
    outcomes = []
    for number in range(months):
        everyone = [each for name in names for each in living[name]]
        outcomes.append(release(everyone, ledger, asked(month(number), *names)))
        ledger = made(outcomes[-1])
        living = {name: next_month(draw, living[name]) for name in names}
    return outcomes


def remembered(living: list[Member], past: dict[int, dict[int, Member]]) -> list[Member]:
    """The residents with every web they had before; `past` is brought up to date."""
    found = []
    for each in living:
        webs = past.setdefault(each.resident, {})
        earlier = tuple(EarlierWeb(t, m.web.marks) for t, m in webs.items() if m.web and t != each.tokens.web)
        webs[each.tokens.web] = each
        found.append(replace(each, earlier=earlier))
    return found


def years(seed: int, count: int, months: int) -> list[Outcome]:
    """A series of one village in which earlier webs are known, so that it has yearly changes."""
    draw, ledger, past = random.Random(seed), new_ledger(SECRET), dict[int, dict[int, Member]]()
    living = people(draw, count)
    outcomes = []
    for number in range(months):
        living = remembered(living, past)
        outcomes.append(release(living, ledger, asked(month(number))))
        ledger = made(outcomes[-1])
        living = next_month(draw, living)
    return outcomes
