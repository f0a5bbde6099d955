"""What a chart needs to know of a web, and how its marks are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.scoring import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.domain.scoring import Web


TOPIC_SIGN = "\u00a0•"
"""A dot behind the words, bound to them by a fixed blank."""


@dataclass(frozen=True, slots=True)
class LabelledWeb:
    """A web with the words that tell it from another, usually a date. The label may be empty."""

    web: Web
    label: str = ""


def wanted(web: Web) -> frozenset[str]:
    """The dimensions the resident wants to discuss, themselves or by one of their aspects.

    The code of an aspect is that of its dimension with a number (reference/domain.md 1.3).
    """
    return frozenset(code for code in web.codes if any(_belongs(topic, code) for topic in web.topics))


def _belongs(topic: str, code: str) -> bool:
    return topic == code or (topic.startswith(code) and topic[len(code) :].isdigit())


def axis_label(web: Web, code: str, labels: Mapping[str, str]) -> str:
    """The words at an axis, with a dot where the resident wants to discuss it."""
    words = labels.get(code, code)
    return f"{words}{TOPIC_SIGN}" if code in wanted(web) else words


def mark_text(value: float, mode: Mode, point: str = ",") -> str:
    """A mark as it is written: 7, or 7,0 for a mean. `point` is the decimal sign, in Dutch a comma."""
    return f"{value:.1f}".replace(".", point) if mode is Mode.ITEMS else f"{value:.0f}"


def check_comparable(one: Web, other: Web) -> None:
    """Refuse two webs that may not lie over each other; a `ValueError`, because the page had to look first."""
    if not comparable(one, other) or one.codes != other.codes:
        raise ValueError("webs of different modes, scales or instruments are never mixed")
