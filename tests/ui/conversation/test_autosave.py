"""The draft is written in time, and not before."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.changes import NOTHING, Changes
from spinnenweb.domain.conversations import new_conversation
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.instruments import ADULT, read_instruments
from spinnenweb.domain.residents import Resident
from spinnenweb.ui.jobs import Jobs
from spinnenweb.ui.pages.conversation.autosave import DELAY_MS, Autosave
from spinnenweb.ui.talk import edits

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def draft(resources: Path) -> Draft:
    instrument = read_instruments(resources / "instruments")[ADULT]
    return Draft("d", Resident("r", "R-001"), True, new_conversation("c", "r", date(2026, 11, 21), instrument))


class Shelf:
    """Remembers what was written, and when."""

    def __init__(self) -> None:
        self.written: list[tuple[float, Draft]] = []

    def save(self, draft: Draft) -> Changes:
        self.written.append((time.monotonic(), draft))
        return NOTHING


def test_that_later_keys_do_not_put_off_the_writing(draft: Draft, qtbot: QtBot) -> None:
    jobs, shelf = Jobs(), Shelf()
    autosave = Autosave(jobs, shelf.save)
    begun = time.monotonic()
    while not shelf.written and time.monotonic() - begun < 3:
        autosave.note(edits.with_note(draft, "LF", f"{time.monotonic()}"))
        qtbot.wait(40)
    jobs.close()
    assert shelf.written
    assert shelf.written[0][0] - begun < DELAY_MS / 1000 + 0.5


def test_that_the_newest_draft_is_written_once(draft: Draft, qtbot: QtBot) -> None:
    jobs, shelf = Jobs(), Shelf()
    autosave = Autosave(jobs, shelf.save)
    autosave.note(draft)
    newest = edits.with_note(draft, "LF", "laatste")
    autosave.note(newest)
    autosave.flush()
    autosave.flush()
    jobs.close()
    assert [written for _, written in shelf.written] == [newest]
    assert not autosave.pending


def test_that_a_dropped_draft_is_never_written(draft: Draft, qtbot: QtBot) -> None:
    jobs, shelf = Jobs(), Shelf()
    autosave = Autosave(jobs, shelf.save)
    autosave.note(draft)
    autosave.drop()
    qtbot.wait(DELAY_MS + 100)
    autosave.flush()
    jobs.close()
    assert shelf.written == []
