"""What the comparison shows, read from the vault and put in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.scoring import Score, ScoreState, Trend, comparable, noise, trend
from spinnenweb.ui.dates import locale
from spinnenweb.ui.models.change_table import ChangeRow
from spinnenweb.ui.widgets.mark_text import said_mark

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.scoring import Web
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.places import Place

_NOTHING = Score(None, ScoreState.NOT_DISCUSSED)


@dataclass(frozen=True, slots=True)
class Talk:
    """A finished conversation with its web."""

    conversation: Conversation
    web: Web


@dataclass(frozen=True, slots=True)
class Shelf:
    """A resident, the conversation in hand, and the earlier ones it may be laid over, newest first."""

    resident: Resident
    now: Talk | None
    earlier: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two conversations of one resident."""

    earlier: Talk
    now: Talk

    @property
    def comparable(self) -> bool:
        """Whether one web may lie over the other."""
        now, earlier = self.now.web, self.earlier.web
        return comparable(now, earlier) and now.codes == earlier.codes

    @property
    def with_topics(self) -> bool:
        """Whether the newer web has a subject the resident wants to discuss."""
        return bool(self.now.web.topics)


def read_shelf(workspace: Workspace, place: Place) -> Shelf:
    """The conversations of the resident; `place.other` is the newer one of the pair, else it is the newest.

    The very first conversation has nothing before it: asked for, it is offered under the newest.
    Raises `SpinnenwebError` `resident.gone`.
    """
    resident = workspace.residents.get(place.record)
    told = workspace.conversations.of(place.record)
    talks = tuple(Talk(one, workspace.conversations.web(one)) for one in told)
    start = next((n for n, talk in enumerate(talks) if talk.conversation.id == place.other), 0)
    if start == len(talks) - 1:
        return Shelf(resident, talks[0], _first(talks[1:], place.other))
    return Shelf(resident, talks[start] if talks else None, talks[start + 1 :])


def _first(talks: tuple[Talk, ...], conversation_id: str) -> tuple[Talk, ...]:
    return tuple(sorted(talks, key=lambda talk: talk.conversation.id != conversation_id))


def why_apart(pair: Pair) -> str:
    """Why two webs are not comparable: the key of what differs, `instrument`, `scale` or `mode`."""
    now, earlier = pair.now.web, pair.earlier.web
    if now.instrument.id != earlier.instrument.id or now.codes != earlier.codes:
        return "instrument"
    return "scale" if now.scale is not earlier.scale else "mode"


def mark_words(score: Score, web: Web, words: Wording, empty: str) -> str:
    """A mark or face as it is written, or why there is none; `empty` is said where nothing was answered."""
    if score.value is not None and web.mode is Mode.ITEMS:
        return _said(f"{score.value:.1f}")
    if score.value is not None:
        return said_mark(score.value, web.scale)
    return empty if score.state is ScoreState.EMPTY else words.say(f"state.{score.state.value}")


def noise_words(mode: Mode) -> str:
    """The smallest difference that says something, as it is written: "3" or "1,5"."""
    return _said(f"{noise(mode):g}")


def _said(number: str) -> str:
    return number.replace(".", locale().decimalPoint())


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of the table besides those of the marks."""

    words: Wording
    empty: str
    higher: str
    lower: str
    unknown: str


def change_rows(pair: Pair, labels: dict[str, str], said: TableWords) -> tuple[ChangeRow, ...]:
    """The rows in axis order."""
    before = dict(zip(pair.earlier.web.codes, pair.earlier.web.scores, strict=True))
    scores = zip(pair.now.web.codes, pair.now.web.scores, strict=True)
    return tuple(_row(pair, labels[code], before.get(code, _NOTHING), now, said) for code, now in scores)


def _row(pair: Pair, label: str, earlier: Score, now: Score, said: TableWords) -> ChangeRow:
    found = trend(earlier.value, now.value, pair.now.web.mode)
    in_words = {
        Trend.SAME: said.words.say("state.same"),
        Trend.HIGHER: said.higher,
        Trend.LOWER: said.lower,
        Trend.UNKNOWN: said.unknown,
    }
    return ChangeRow(
        label,
        mark_words(earlier, pair.earlier.web, said.words, said.empty),
        mark_words(now, pair.now.web, said.words, said.empty),
        in_words[found],
    )
