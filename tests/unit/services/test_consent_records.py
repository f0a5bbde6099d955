"""What is kept of an answer: which words were shown, in which language and level, and who answered."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Level, Purpose
from spinnenweb.domain.wording import TwoForms, Wording
from spinnenweb.services.consents import TEXT_VERSION
from tests.unit.services.rooms import RESOURCES, answered
from tests.unit.services.rooms import same_room as open_room

if TYPE_CHECKING:
    from pathlib import Path

WHO = AnsweredBy.REPRESENTATIVE
KNOWN = {"1": "3787773e579e6e66"}
"""The sum of the permission questions of every version of the texts. A changed sum asks for another version."""


@pytest.mark.parametrize(("switched_on", "asked_in"), [(True, "ar"), (False, "nl")])
@pytest.mark.parametrize("at_the_end", [True, False], ids=["end", "card"])
def test_that_an_answer_keeps_version_language_level_and_who_gave_it(
    tmp_path: Path, switched_on: bool, asked_in: str, at_the_end: bool
) -> None:
    with open_room(tmp_path) as room:
        room.workspace.languages.switch("ar", switched_on)
        resident = room.new_resident(code="R-1", language="ar", level=Level.SIMPLE)
        if at_the_end:
            draft = answered(room.workspace.conversations.begin(resident))
            room.workspace.conversations.finish(replace(draft, answered_by=WHO))
        else:
            room.workspace.residents.say(resident.id, Purpose.RECORD, ConsentAnswer.YES, answered_by=WHO)
        (kept,) = room.workspace.residents.consents(resident.id)
    assert (kept.purpose, kept.answer) == (Purpose.RECORD, ConsentAnswer.YES)
    told = (kept.text_version, kept.language, kept.level, kept.answered_by)
    assert told == (TEXT_VERSION, asked_in, Level.SIMPLE, WHO)


def test_that_other_words_in_the_questions_ask_for_another_version() -> None:
    assert KNOWN[TEXT_VERSION] == _sum_of_questions()


def _sum_of_questions() -> str:
    said = []
    for level in ("gewoon", "eenvoudig"):
        entries = Wording.read(RESOURCES / "texts" / "nl" / f"{level}.toml").entries
        for key, entry in sorted(entries.items()):
            if key.startswith("consent."):
                said.append(f"{level} {key} {(entry.u, entry.je) if isinstance(entry, TwoForms) else entry}")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
