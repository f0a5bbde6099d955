"""An unfinished conversation, kept whole and provisional until the yes to keeping."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose, Resident

if TYPE_CHECKING:
    from datetime import datetime

    from spinnenweb.domain.choices import HelpAnswer
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.goals import LookBack


ON_PAPER = ("web", "marks", "matters", "step", "again")
"""The parts of a summary that stand on it until someone chooses others; notes only when asked for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The conversation as it stands, with the resident's card when that is new too.

    `answers` holds what was said at the end to keeping, counting along and contact; a purpose that was not
    asked is absent. `page` and `question` say where the worker was. `saved_at` is UTC. `look_backs` holds how
    earlier steps went; they are written when the conversation is kept. `paper` names the parts of the summary
    the resident wants, `bring` says that it will be brought along later. `helps` holds what was said about offers;
    it is written when the conversation is kept, an offer stands in it once.
    """

    id: str
    resident: Resident
    resident_is_new: bool
    conversation: Conversation
    answers: dict[Purpose, ConsentAnswer] = field(default_factory=dict)
    answered_by: AnsweredBy = AnsweredBy.SELF
    page: str = ""
    question: str = ""
    saved_at: datetime | None = None
    look_backs: tuple[LookBack, ...] = ()
    paper: tuple[str, ...] = ON_PAPER
    bring: bool = False
    helps: tuple[HelpAnswer, ...] = ()
