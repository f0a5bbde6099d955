"""From answers to the value of a dimension, and from two values to a change (product.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from spinnenweb.domain.answers import Answer, NoMark
from spinnenweb.domain.instruments import Instrument, InstrumentKey, Mode, Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spinnenweb.domain.conversations import Conversation

NOISE_ITEMS = 1.5
"""Smallest change of a mean that says something (reference/domain.md 2.2, rule 2)."""
NOISE_DIRECT = 3.0
"""The same for a single mark (reference/domain.md 2.2, rule 2)."""


class ScoreState(StrEnum):
    """Why a dimension has a value or none."""

    MARK = "mark"
    TOO_FEW = "too_few"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_DISCUSSED = "not_discussed"


@dataclass(frozen=True, slots=True)
class Score:
    """The value of a dimension, 0–10 with at most one decimal, or `None` with the reason."""

    value: float | None
    state: ScoreState


@dataclass(frozen=True, slots=True)
class Web:
    """The six values of one conversation in axis order, with what may not be mixed."""

    codes: tuple[str, ...]
    scores: tuple[Score, ...]
    topics: tuple[str, ...]
    instrument: InstrumentKey
    mode: Mode
    scale: Scale

    @property
    def values(self) -> tuple[float | None, ...]:
        """The marks in axis order; `None` is a gap."""
        return tuple(score.value for score in self.scores)


class Trend(StrEnum):
    """How a value stands to an earlier one. "Lower" is no judgement and gets no colour of its own."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    UNKNOWN = "unknown"


def needed(switched_on: int) -> int:
    """How many answers a mean needs: half of the switched-on aspects, rounded up, and at least one."""
    return max(1, (switched_on + 1) // 2)


def mean_of(answers: Sequence[Answer], switched_on: int) -> Score:
    """The plain mean of the given marks, to one decimal; no imputation.

    `answers` are those of the switched-on aspects of one dimension; `switched_on` is how many were asked.
    """
    marks = [answer.mark for answer in answers if answer.mark is not None]
    if not any(answer.touched for answer in answers):
        return Score(None, ScoreState.EMPTY)
    if switched_on < 1 or len(marks) < needed(switched_on):
        return Score(None, ScoreState.TOO_FEW)
    return Score(_one_decimal(sum(marks) / len(marks)), ScoreState.MARK)


def _one_decimal(value: float) -> float:
    # half up, as people round by hand; the small term undoes binary fractions such as 6.35 = 6.3499…
    return int(value * 10 + 0.5 + 1e-9) / 10


def score_of(answer: Answer) -> Score:
    """The value of a directly given answer."""
    if answer.mark is not None:
        return Score(answer.mark, ScoreState.MARK)
    return Score(None, ScoreState((answer.no_mark or NoMark.EMPTY).value))


def dimension_score(conversation: Conversation, instrument: Instrument, code: str) -> Score:
    """The value of one dimension by the conversation's own mode."""
    entry = conversation.entry(code)
    if conversation.mode is Mode.DIRECT:
        return score_of(entry.answer)
    asked = [a.code for a in instrument.dimension(code).aspects if a.code in conversation.switched_on]
    given = mean_of([conversation.aspect(aspect).answer for aspect in asked], len(asked))
    # An imported mean, or a "weet ik niet" on the whole dimension, stands where no aspect was answered.
    return score_of(entry.answer) if given.state is ScoreState.EMPTY else given


def web_of(conversation: Conversation, instrument: Instrument) -> Web:
    """The web of a conversation."""
    scores = tuple(dimension_score(conversation, instrument, code) for code in instrument.codes)
    return Web(
        instrument.codes,
        scores,
        conversation.topics,
        conversation.instrument,
        conversation.mode,
        conversation.scale,
    )


def noise(mode: Mode) -> float:
    """The smallest difference that is more than "ongeveer gelijk"."""
    return NOISE_ITEMS if mode is Mode.ITEMS else NOISE_DIRECT


def comparable(one: Web, other: Web) -> bool:
    """Whether two webs may lie over each other: same mode, scale and kind of instrument.

    The two adult versions share their dimensions; other instruments, and versions of an own one, stand apart.
    """
    same = one.instrument.id == other.instrument.id and one.codes == other.codes
    return same and one.mode is other.mode and one.scale is other.scale


def trend(earlier: float | None, later: float | None, mode: Mode) -> Trend:
    """How the later value stands to the earlier one, with the noise rule of its mode."""
    if earlier is None or later is None:
        return Trend.UNKNOWN
    # to one decimal, so that 6.5 - 5.0 is not 1.4999…
    difference = round(later - earlier, 1)
    if abs(difference) < noise(mode):
        return Trend.SAME
    return Trend.HIGHER if difference > 0 else Trend.LOWER
