"""The vocabulary of themes and which themes a conversation proposes."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import MOST_THEMES, Conversation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


GIFT = "bijdragen"
"""The theme under which counts what a resident could do for somebody else."""
_CHOSEN = 2
"""What matters, and what somebody offers to do, was chosen by the resident and counts double."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with the aspects and dimensions that propose it."""

    code: str
    proposed_by: tuple[str, ...] = ()


def read_themes(path: Path) -> tuple[Theme, ...]:
    """The themes of a vocabulary file, in its order."""
    entries = tomllib.loads(path.read_text("utf-8"))["theme"]
    return tuple(Theme(str(entry["code"]), tuple(map(str, entry.get("from", ())))) for entry in entries)


def propose(conversation: Conversation, themes: Iterable[Theme]) -> tuple[str, ...]:
    """At most five themes that fit what was ticked and chosen, the most often named first.

    What matters counts double, because the resident chose it, and so does an offer to do something for others.
    """
    weight = Counter(conversation.topics)
    for matter in conversation.matters:
        weight[matter.code] += _CHOSEN
    given = _CHOSEN if conversation.gift.strip() else 0
    ranked = [
        (sum(weight[code] for code in theme.proposed_by) + (given if theme.code == GIFT else 0), theme.code)
        for theme in themes
    ]
    fitting = [(score, code) for score, code in ranked if score > 0]
    return tuple(code for _, code in sorted(fitting, key=lambda pair: -pair[0])[:MOST_THEMES])
