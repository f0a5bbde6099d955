"""The moments at which an offer is there, as words and back: "dinsdag en donderdag 10.00–12.00 om de week".

What is said can be read again. What people type may be shorter: "di do 10-12 om de week vanaf 1-9-2026".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.social_map import WEEKDAYS, Every, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spinnenweb.domain.social_map import Offer
    from spinnenweb.domain.wording import Wording

NTHS = (1, 2, 3, 4, -1)
MOST_SLOTS = 60
_SHORTEST = 2
_HOUR = r"(\d{1,2})(?:[.:u](\d{2}))?"
_HOURS = re.compile(rf"(?<!\d){_HOUR}\s*(?:[-–]|tot|to)\s*{_HOUR}(?!\d)")
_UNTIL_HOUR = re.compile(rf"(?<!\d)\s*[-–]\s*{_HOUR}(?!\d)")
_ONE_HOUR = re.compile(r"(?<!\d)(\d{1,2})(?:[.:u](\d{2})(?!\d)|\s*uur)")
_DAY = r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
_PARTS = re.compile(r"[\s,&+/]+")
_FIGURES = re.compile(r"[\d.:–-]*")
_MOMENTS = re.compile(r"[;\n]+")
_MIDNIGHT = 24


@dataclass(frozen=True, slots=True)
class SlotWords:
    """The words of one language. `empty` are words that say nothing: "op", "van", "uur"."""

    days: tuple[str, ...]
    nths: Mapping[int, str]
    every: Mapping[Every, str]
    both: str
    since: str
    until: str
    empty: frozenset[str]


def slot_words(words: Wording) -> SlotWords:
    """The words in the language of a wording."""
    return SlotWords(
        tuple(words.say(f"map_page.day.{day}") for day in WEEKDAYS),
        {nth: words.say(f"map_page.nth.{nth}") for nth in NTHS},
        {every: words.say(f"map.every.{every.value}") for every in Every},
        words.say("map.slot.and"),
        words.say("map.slot.since"),
        words.say("map.slot.until"),
        frozenset(words.items("map.slot.empty")),
    )


def said_slots(slots: Iterable[Slot], words: SlotWords, between: str = "; ") -> str:
    """Moments in words; those that follow each other and differ in the day only are said together."""
    return between.join(_said(group, words) for group in slot_groups(slots))


def said_when(offer: Offer, words: SlotWords, between: str = " · ") -> str:
    """When an offer is there: its moments, and the words about it unless they only say those again."""
    said = said_slots(offer.schedule, words, between)
    days = tuple(words.days[slot.weekday] for slot in offer.schedule if slot.weekday is not None)
    own = [part for part in _PARTS.split(offer.when.casefold()) if part not in words.empty]
    more = any(not (part.startswith(days) or _FIGURES.fullmatch(part)) for part in own) or not said
    known = offer.when.casefold() == said_slots(offer.schedule, words).casefold()
    return between.join(part for part in (said, "" if known or not more else offer.when) if part)


def slot_groups(slots: Iterable[Slot]) -> tuple[tuple[Slot, ...], ...]:
    """Moments that follow each other and differ in the day only, together."""
    groups = groupby(enumerate(slots), key=_but_the_day)
    return tuple(tuple(slot for _, slot in group) for _, group in groups)


def _but_the_day(numbered: tuple[int, Slot]) -> tuple[object, ...]:
    number, slot = numbered
    alone = number if slot.weekday is None else None
    return (slot.begins, slot.ends, slot.every, slot.nth, slot.since, slot.until, alone)


def _said(group: Sequence[Slot], words: SlotWords) -> str:
    first = group[0]
    days = [words.days[slot.weekday] for slot in group if slot.weekday is not None]
    named = f" {words.both} ".join(part for part in (", ".join(days[:-1]), *days[-1:]) if part)
    plain = first.every is Every.WEEK and first.nth is None
    hours = _hours(first)
    parts = (
        "" if first.nth is None else words.nths[first.nth],
        named,
        hours,
        words.every[first.every] if not plain or not (named or hours) else "",
        _from_day(words.since, first.since),
        _from_day(words.until, first.until),
    )
    return " ".join(part for part in parts if part)


def _hours(slot: Slot) -> str:
    begins, ends = (_hour(moment) for moment in (slot.begins, slot.ends))
    return f"{begins}–{ends}" if ends else begins


def _hour(moment: time | None) -> str:
    return "" if moment is None else f"{moment.hour}.{moment.minute:02}"


def _from_day(word: str, day: date | None) -> str:
    return "" if day is None else f"{word} {day.day}-{day.month}-{day.year}"


def slots_in(text: str, words: SlotWords) -> tuple[Slot, ...]:
    """The moments that are meant, parted by semicolons or lines.

    Raises:
        SpinnenwebError: `map.slot` (a word, hour or day that is none), `map.slot_order` (an end before the
            beginning), `map.slots` (more than 60).
    """
    found = tuple(slot for part in _MOMENTS.split(text) if part.strip() for slot in _Moment(part, words).slots())
    if len(found) > MOST_SLOTS:
        raise SpinnenwebError("map.slots", most=MOST_SLOTS)
    return found


def hour_in(text: str) -> time | None:
    """The hour that was typed: 9, 930, 9.30 or 9:30; `SpinnenwebError` `map.slot` for what is none."""
    said = text.strip().replace(":", ".").replace("u", ".").rstrip(".")
    if not said:
        return None
    if "." not in said and len(said) > _SHORTEST:
        said = f"{said[:-2]}.{said[-2:]}"
    hour, _, minutes = said.partition(".")
    if not (hour.isascii() and hour.isdigit() and (not minutes or (minutes.isascii() and minutes.isdigit()))):
        raise SpinnenwebError("map.slot", part=text.strip())
    return _time(hour, minutes)


def _time(hour: str, minutes: str | None) -> time:
    number = int(hour)
    try:
        return time(0 if number == _MIDNIGHT and not int(minutes or 0) else number, int(minutes or 0))
    except ValueError:
        raise SpinnenwebError("map.slot", part=f"{hour}.{minutes}" if minutes else hour) from None


class _Moment:
    """Takes one part after the other out of what was typed."""

    def __init__(self, text: str, words: SlotWords) -> None:
        self._left = " ".join(text.casefold().split())
        self._words = words

    def slots(self) -> Iterator[Slot]:
        """One slot for each day."""
        since, until = self._date(self._words.since), self._date(self._words.until)
        every = self._every()
        begins, ends = self._hours()
        nth, days = self._days()
        if since is not None and until is not None and until < since:
            raise SpinnenwebError("map.slot_order")
        if begins is not None and ends is not None and ends != time(0) and ends <= begins:
            raise SpinnenwebError("map.slot_order")
        if every is None:
            every = Every.WEEK if nth is None else Every.MONTH
        slot = Slot(None, begins, ends, every, nth, since, until)
        yield from [replace(slot, weekday=day) for day in days] or [slot]

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self._left)
        if found is not None:
            self._left = f"{self._left[: found.start()]} {self._left[found.end() :]}"
        return found

    def _date(self, word: str) -> date | None:
        first, *more = word.casefold().split()
        # "tot en met" is written as "t/m"
        short = f"{first[0]}/{more[-1][0]}" if more else first
        found = self._take(re.compile(rf"(?<!\w)(?:{re.escape(word.casefold())}|{re.escape(short)}){_DAY}"))
        if found is None:
            return None
        try:
            return date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            raise SpinnenwebError("map.slot", part=found[0].strip()) from None

    def _every(self) -> Every | None:
        for every, said in self._words.every.items():
            if self._take(re.compile(rf"(?<!\w){re.escape(said.casefold())}(?!\w)")):
                return every
        return None

    def _hours(self) -> tuple[time | None, time | None]:
        if found := self._take(_HOURS):
            return _time(found[1], found[2]), _time(found[3], found[4])
        if found := self._take(_UNTIL_HOUR):
            return None, _time(found[1], found[2])
        found = self._take(_ONE_HOUR)
        return None if found is None else _time(found[1], found[2]), None

    def _days(self) -> tuple[int | None, list[int]]:
        nth: int | None = None
        days: list[int] = []
        for part in filter(None, _PARTS.split(self._left)):
            if part == self._words.both or part in self._words.empty:
                continue
            ordinal = next((one for one, said in self._words.nths.items() if said.casefold() == part), None)
            if ordinal is not None:
                nth = ordinal
            else:
                days.append(self._day(part))
        return nth, days

    def _day(self, part: str) -> int:
        found = [day for day, said in enumerate(self._words.days) if said.casefold().startswith(part)]
        if len(part) < _SHORTEST or len(found) != 1:
            raise SpinnenwebError("map.slot", part=part)
        return found[0]
