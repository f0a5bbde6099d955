"""The texts of a conversation, as they may enter the vault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.conversations import LONGEST_LINE, LONGEST_NOTE
from spinnenweb.domain.text_rules import clean, clean_line

if TYPE_CHECKING:
    from spinnenweb.domain.conversations import Conversation, Step


def cleaned_conversation(conversation: Conversation) -> Conversation:
    """The conversation with all its texts cleaned.

    Raises:
        SpinnenwebError: `text.nul`, `text.control`, `text.too_long` with the name of the field.
    """
    return replace(
        conversation,
        note=clean(conversation.note, LONGEST_NOTE, "note"),
        worker=clean_line(conversation.worker, LONGEST_LINE, "worker"),
        step=_cleaned_step(conversation.step),
        noticed=clean(conversation.noticed, LONGEST_NOTE, "noticed"),
        gift=clean(conversation.gift, LONGEST_LINE, "gift"),
        via=clean_line(conversation.via, LONGEST_LINE, "via"),
        disagreements=tuple(
            replace(one, words=clean(one.words, LONGEST_LINE, "disagreement"))
            for one in conversation.disagreements
        ),
        dimensions=tuple(
            replace(entry, note=clean(entry.note, LONGEST_NOTE, "note")) for entry in conversation.dimensions
        ),
        matters=tuple(
            replace(matter, words=clean_line(matter.words, LONGEST_LINE, "matter"))
            for matter in conversation.matters
        ),
    )


def _cleaned_step(step: Step) -> Step:
    return replace(
        step,
        what=clean(step.what, LONGEST_LINE, "step"),
        when=clean_line(step.when, LONGEST_LINE, "step"),
        with_whom=clean_line(step.with_whom, LONGEST_LINE, "step"),
    )
