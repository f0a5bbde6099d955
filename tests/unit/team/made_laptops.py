"""Made-up contributions: who is known to which laptop, without a vault."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from spinnenweb.disclosure.contributions import Contributed, Contribution
from spinnenweb.disclosure.people import FollowUp, Member, Tokens, WebAnswer
from spinnenweb.domain.instruments import DIMENSION_CODES, InstrumentKey, Mode, Scale
from spinnenweb.team.recognition import mark_of

TEAM_KEY = bytes(range(32))
DAY = date(2026, 9, 30)


def web_of(mark: int) -> WebAnswer:
    """A web with one mark for all dimensions."""
    marks = dict.fromkeys(DIMENSION_CODES, Fraction(mark))
    return WebAnswer(InstrumentKey("volwassenen", 2), Mode.DIRECT, Scale.MARKS, marks)


def known(
    number: int,
    name: str,
    talked_on: date = DAY,
    *,
    mark: int | None = 7,
    household: int | None = None,
    born: int | None = 1950,
    village: str = "Beekdal",
    former: tuple[int, ...] = (),
) -> Contributed:
    """One resident as a laptop knows them; the tokens follow from the number and the day."""
    stamp = (number * 1000 + talked_on.toordinal() % 1000) % (1 << 63)
    member = Member(
        resident=number,
        household=household,
        village=village,
        birth_year=born,
        web=None if mark is None else web_of(mark),
        themes=frozenset({f"thema-{number}"}),
        topics=frozenset(),
        signals=frozenset(),
        follow_up=FollowUp(),
        tokens=Tokens(stamp, stamp + 1, stamp + 2),
    )
    web_on = None if mark is None else talked_on
    return Contributed(member, mark_of(TEAM_KEY, name, born, village, number), talked_on, web_on, former)


def sent(laptop: str, *people: Contributed, refused: frozenset[bytes] = frozenset()) -> Contribution:
    """What a laptop sent."""
    return Contribution(laptop, DAY, people, refused)
