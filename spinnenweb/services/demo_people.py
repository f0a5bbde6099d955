"""Invented residents and conversations for the example village.

The recipe is that of reference/domain.md 2.3: means of people visited at home, a spread of 1.6, dimensions that
go together (correlation about 0.6), aspects round their dimension, a second talk for half of the people with
small changes (spread 1.3), about a quarter of them downwards.

A mark is made of three parts: what a person has on all dimensions, what they have on this one, and the day. The
day alone differs between two talks, so that webs of one person resemble each other as those of real people do.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from math import sqrt
from typing import TYPE_CHECKING, Any

from spinnenweb.domain.answers import HIGHEST_MARK, LOWEST_MARK, Answer, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Matter,
    Step,
    Sureness,
    WantsChange,
    new_conversation,
    with_aspect,
    with_dimension,
)
from spinnenweb.domain.instruments import Aspect, Instrument, Mode
from spinnenweb.domain.residents import Address, Consent, ConsentAnswer, Purpose, Resident, Village
from spinnenweb.domain.themes import Theme, propose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.ids import IdSource

MEANS = {"LF": 5.8, "MW": 6.4, "ZG": 6.3, "KL": 6.5, "MD": 6.2, "DF": 6.9}
SPREAD = 1.6
TOGETHER = 0.6
"""Correlation between two dimensions of one talk."""
SPREAD_OF_CHANGE = 1.3
OF_THE_PERSON = SPREAD * sqrt(TOGETHER)
OF_THE_DAY = SPREAD_OF_CHANGE / sqrt(2)
OF_THE_DIMENSION = sqrt(SPREAD**2 - OF_THE_PERSON**2 - OF_THE_DAY**2)
OF_THE_ASPECT = 1.4
GAIN_WHERE_CHOSEN, GAIN_ELSEWHERE = 0.6, 0.2
LOW = 5.5
"""Below this level people more often want to discuss a dimension."""
SKIPPED, SKIPPED_WHEN_PRIVATE = 0.07, 0.2
YES_SHARES = {Purpose.RECORD: 1.0, Purpose.COUNT: 0.86, Purpose.CONTACT: 0.8}
AGES = ((0.05, 19, 34), (0.03, 35, 44), (0.16, 45, 54), (0.36, 55, 64), (0.28, 65, 79), (0.12, 80, 94))


@dataclass(frozen=True, slots=True)
class DemoVillage:
    """The words of the example village, from `resources/demo/dorp.toml`."""

    passphrase: str
    organisation: str
    worker: str
    villages: tuple[tuple[str, float], ...]
    names: tuple[str, ...]
    notes: dict[str, tuple[str, ...]]
    steps: tuple[Step, ...]
    whole: tuple[str, ...]
    goals: tuple[str, ...]
    lines: tuple[str, ...]
    meeting: str


def read_demo_village(path: Path) -> DemoVillage:
    """The words in a demo file."""
    raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return DemoVillage(
        raw["passphrase"],
        raw["organisation"],
        raw["worker"],
        tuple((village["name"], float(village["share"])) for village in raw["village"]),
        tuple(raw["people"]["names"]),
        {code: tuple(lines) for code, lines in raw["notes"].items()},
        tuple(Step(step["what"], step["when"], step["with_whom"]) for step in raw["step"]),
        tuple(raw["whole"]["notes"]),
        tuple(raw["goals"]["words"]),
        tuple(raw["contacts"]["lines"]),
        raw["contacts"]["meeting"],
    )


def chance(seed: int) -> random.Random:
    """The dice of one village."""
    return random.Random(seed)  # noqa: S311 – invented people need no secrets


@dataclass(frozen=True, slots=True)
class Inventor:
    """Invents people and talks. The same seed invents the same ones, on another day relative to that day."""

    chance: random.Random
    ids: IdSource
    words: DemoVillage
    instrument: Instrument
    themes: tuple[Theme, ...]
    today: date

    def residents(self, villages: tuple[Village, ...], count: int) -> Iterator[Resident]:
        """`count` residents, spread over the villages by their share."""
        edge = round(count * self.words.villages[0][1])
        for number in range(1, count + 1):
            yield self._resident(number, villages[0 if number <= edge else 1])

    def _resident(self, number: int, village: Village) -> Resident:
        # every fifth person chose to be known by a code only
        name = "" if number % 5 == 0 else self.words.names[(number - 1) % len(self.words.names)]
        return Resident(
            id=self.ids.new(),
            code=f"R-{number:03d}",
            calling_name=name,
            village_id=village.id,
            birth_year=self.today.year - self._age(),
            address=self.chance.choices([Address.FORMAL, Address.INFORMAL], [3, 1])[0],
        )

    def _age(self) -> int:
        _, low, high = self.chance.choices(AGES, [part for part, _, _ in AGES])[0]
        return self.chance.randint(low, high)

    def talks(self, resident: Resident) -> Iterator[Conversation]:
        """One talk, or two with three to eight months between, oldest first."""
        level = self._level()
        mode = Mode.ITEMS if self.chance.random() < 0.2 else Mode.DIRECT
        twice = self.chance.random() < 0.5
        between = self.chance.randint(90, 240)
        last = self.today - timedelta(days=self.chance.randint(1, 120))
        first = self._talk(resident, last - timedelta(days=between) if twice else last, mode, level)
        yield first
        if twice:
            yield self._talk(resident, last, mode, _later(level, first.topics))

    def consents(self, talks: list[Conversation]) -> Iterator[Consent]:
        """What each resident said to keeping, counting along and contact, at the last talk."""
        last = {talk.resident_id: talk for talk in sorted(talks, key=lambda talk: talk.held_on)}
        for talk in last.values():
            for purpose, share in YES_SHARES.items():
                answer = ConsentAnswer.YES if self.chance.random() < share else ConsentAnswer.NO
                moment = talk.finished_at or datetime.combine(talk.held_on, time(14), UTC)
                yield Consent(self.ids.new(), talk.resident_id, purpose, answer, talk.held_on, moment)

    def _level(self) -> dict[str, float]:
        """What a person has, apart from the day."""
        whole = self.chance.gauss(0, OF_THE_PERSON)
        return {code: mean + whole + self.chance.gauss(0, OF_THE_DIMENSION) for code, mean in MEANS.items()}

    def _talk(self, resident: Resident, day: date, mode: Mode, level: dict[str, float]) -> Conversation:
        talk = replace(new_conversation(self.ids.new(), resident.id, day, self.instrument), mode=mode)
        for code, usual in level.items():
            talk = self._fill(talk, code, usual)
        talk = self._agree(self._choose(talk))
        # as after any talk: themes the ticks propose, kept a little short
        themes = propose(talk, self.themes)[: self.chance.randint(1, 3)]
        start = datetime.combine(day, time(13, self.chance.randint(0, 59)), UTC)
        end = start + timedelta(minutes=45)
        return replace(talk, themes=themes, started_at=start, finished_at=end, worker=self.words.worker)

    def _fill(self, talk: Conversation, code: str, usual: float) -> Conversation:
        topic = self.chance.random() < (0.45 if usual < LOW else 0.12)
        note = self.chance.choice(self.words.notes[code]) if self.chance.random() < 0.25 else ""
        today = usual + self.chance.gauss(0, OF_THE_DAY)
        if talk.mode is Mode.DIRECT:
            return with_dimension(talk, DimensionEntry(code, self._answer(today, SKIPPED), topic, note))
        for aspect in self.instrument.dimension(code).aspects:
            if aspect.code in talk.switched_on:
                mark = self._answer(today + self.chance.gauss(0, OF_THE_ASPECT), _skipped(aspect))
                talk = with_aspect(talk, AspectEntry(aspect.code, mark))
        return with_dimension(talk, DimensionEntry(code, topic=topic, note=note))

    def _answer(self, value: float, skipped: float) -> Answer:
        if self.chance.random() < skipped:
            return without_mark(self.chance.choice([NoMark.UNKNOWN, NoMark.DECLINED, NoMark.NOT_DISCUSSED]))
        return marked(min(HIGHEST_MARK, max(LOWEST_MARK, round(value))), SetBy.WORKER)

    def _choose(self, talk: Conversation) -> Conversation:
        topics = [code for code in talk.topics if len(code) == 2]
        aspects = [a.code for code in topics for a in self.instrument.dimension(code).aspects if not a.sensitive]
        chosen = self.chance.sample(aspects, min(len(aspects), self.chance.randint(0, 2)))
        return replace(talk, matters=tuple(Matter(code) for code in chosen))

    def _agree(self, talk: Conversation) -> Conversation:
        wants = self.chance.choices(list(WantsChange), [5, 4, 2])[0]
        whole = self.chance.choice(self.words.whole) if self.chance.random() < 0.2 else ""
        if wants is not WantsChange.YES:
            return replace(talk, wants_change=wants, note=whole)
        step = replace(
            self.chance.choice(self.words.steps), sure=self.chance.choices(list(Sureness), [5, 3, 1])[0]
        )
        again = talk.held_on + timedelta(days=self.chance.choice([14, 28, 42, 91, 140]))
        return replace(talk, wants_change=wants, step=step, return_on=again, note=whole)


def _later(level: dict[str, float], topics: tuple[str, ...]) -> dict[str, float]:
    """The level after some months: what was chosen to work on rose most."""
    return {c: v + (GAIN_WHERE_CHOSEN if c in topics else GAIN_ELSEWHERE) for c, v in level.items()}


def _skipped(aspect: Aspect) -> float:
    return SKIPPED_WHEN_PRIVATE if aspect.sensitive else SKIPPED
