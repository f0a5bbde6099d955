"""One figure: from a true count or sum to what is printed, or why it is not.

Rounding is random, but the draw is fixed by the people behind the group: the same people always give the same
figure, whatever the row is called (4.4, 4.7 rule 5). Values and steps in hundredths.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import MARK_UNIT
from spinnenweb.disclosure.ledger import Decision
from spinnenweb.disclosure.tables import Why

if TYPE_CHECKING:
    from spinnenweb.disclosure.columns import Numbers
    from spinnenweb.disclosure.people import Kind

HUNDREDTHS = 100
BASE = 5
SMALLEST = 10
SMALLEST_WITH_ITEM = 20
SMALLEST_WITH_CLASSES = 50
"""From so many residents who gave a mark the classes of that mark are counted."""
SMALLEST_PAIRED = 20
NEARLY_ALL = 80
STEPS = (10, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Steps of a mean in hundredths, finest first."""
LOWEST_MEAN = 100
HIGHEST_MEAN = 900
LARGEST_CHANGE = 400
_DRAW_RANGE = 1 << 64


@dataclass(frozen=True, slots=True)
class Head:
    """How many residents, and how many units, are in a group or have an item."""

    residents: int
    units: int


def digest_of(kind: Kind, tokens: Numbers) -> str:
    """The name of a set of people: a hash over its sorted tokens, without the name of any group."""
    return hashlib.sha256(kind.value.encode() + b"|" + tokens.astype("<u8").tobytes()).hexdigest()


def draw(secret: bytes, digest: str, item: str) -> int:
    """The draw of one figure, 0 up to 2^64."""
    told = hmac.new(secret, f"{item}|{digest}".encode(), hashlib.sha256).digest()
    return int.from_bytes(told[:8], "big")


def rounded(value: int, whole: int, drawn: int) -> int:
    """How often `whole` goes into `value`, one more with a chance of what is left over."""
    below, rest = divmod(value, whole)
    return below + (drawn * whole < rest * _DRAW_RANGE)


def head_figure(group: Head, drawn: int) -> Decision:
    """The number of residents in a group."""
    if group.units < SMALLEST:
        return Decision(None, None, Why.FEW)
    return _count(rounded(group.residents, BASE, drawn))


def item_figure(group: Head, having: Head, drawn: int) -> Decision:
    """The number of residents with an item: a theme, topic, signal or stage."""
    if group.units < SMALLEST_WITH_ITEM:
        return Decision(None, None, Why.SMALL_GROUP)
    if min(having.units, having.residents) < SMALLEST:
        return Decision(None, None, Why.FEW)
    shown = rounded(having.residents, BASE, drawn)
    if nearly_all(max(having.residents, BASE * shown), group):
        return Decision(None, None, Why.MANY)
    return _count(shown)


def class_figure(group: Head, having: Head, drawn: int) -> Decision:
    """The number of residents whose mark is in a class (4.7 rule 15)."""
    if group.units < SMALLEST_WITH_CLASSES:
        return Decision(None, None, Why.SMALL_GROUP)
    return item_figure(group, having, drawn)


def nearly_all(count: int, group: Head) -> bool:
    """Whether a count says it of nearly everybody in the group."""
    return 100 * count > NEARLY_ALL * group.residents


def other_neighbour(figure: Decision, group: Head, having: Head) -> Decision | None:
    """The count rounded the other way, `None` when that may not be printed or does not exist."""
    below, rest = divmod(having.residents, BASE)
    if figure.value is None or rest == 0:
        return None
    other = 2 * below + 1 - figure.value // (BASE * HUNDREDTHS)
    if BASE * other < SMALLEST or nearly_all(BASE * other, group):
        return None
    return _count(other)


def _count(fives: int) -> Decision:
    return Decision(BASE * fives * HUNDREDTHS, BASE * HUNDREDTHS, None)


def step_for(units: int) -> int:
    """The finest step (in hundredths) on which no single mark moves the mean by more than one step."""
    return next(step for step in STEPS if step * units >= SMALLEST * HUNDREDTHS)


def mean_figure(group: Head, total: int, drawn: int) -> Decision:
    """The mean of marks; `total` is their sum in 1/2520, `group` those who gave it."""
    if group.units < SMALLEST:
        return Decision(None, None, Why.FEW)
    step = step_for(group.units)
    shown = step * rounded(total * HUNDREDTHS, step * group.residents * MARK_UNIT, drawn)
    if not LOWEST_MEAN < shown < HIGHEST_MEAN:
        return Decision(None, None, Why.EXTREME)
    return Decision(shown, step, None)


def change_figure(group: Head, total: int, drawn: int) -> Decision:
    """The mean change of residents with a mark in both years; `total` is what was added in 1/2520.

    One mark may rise or fall by ten at most twice over, so the step is twice that of a mean (4.3).
    """
    if group.units < SMALLEST_PAIRED:
        return Decision(None, None, Why.SMALL_GROUP)
    step = next(step for step in STEPS if step * group.units >= SMALLEST_PAIRED * HUNDREDTHS)
    shown = step * rounded(total * HUNDREDTHS, step * group.residents * MARK_UNIT, drawn)
    if abs(shown) > LARGEST_CHANGE:
        return Decision(None, None, Why.EXTREME)
    return Decision(shown, step, None)
