"""Rules for summaries that are printed later and brought along."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.domain.agenda import FollowUpKind
from spinnenweb.domain.changes import Kind
from spinnenweb.domain.conversations import Source, Step
from spinnenweb.domain.residents import ConsentWay
from spinnenweb.services.bringing import choice_of, chosen_words
from spinnenweb.services.summaries import SummaryChoice
from tests.unit.services.rooms import answered, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def _text(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_that_a_promise_stands_on_the_agenda_of_that_day(place: Room) -> None:
    done = place.talk(place.new_resident(code="R-1", calling_name="Jannie"))
    changes = place.workspace.bringing.promise(done.conversation, SummaryChoice(marks=False))
    assert changes.touches(Kind.FOLLOW_UP)
    (line,) = place.workspace.bringing.waiting()
    assert line.follow_up.kind is FollowUpKind.BRING
    assert line.follow_up.due == place.workspace.clock.today()
    assert line.resident == done.resident
    assert line in place.workspace.agenda.open(place.workspace.clock.today())


def test_that_all_that_waits_is_one_document_with_what_each_chose(place: Room) -> None:
    for code, name in (("R-1", "Jannie"), ("R-2", "Geesje")):
        talk = place.talk(place.new_resident(code=code, calling_name=name), step=Step(f"stap van {name}"))
        chosen = SummaryChoice(step=name == "Jannie", marks=False)
        place.workspace.bringing.promise(talk.conversation, chosen)
    text = _text(place.workspace.bringing.pdf())
    assert "Voor Jannie" in text
    assert "Voor Geesje" in text
    assert "stap van Jannie" in text
    assert "stap van Geesje" not in text
    assert "De cijfers" not in text


def test_that_a_second_promise_takes_the_place_of_the_first(place: Room) -> None:
    done = place.talk(place.new_resident(code="R-1"))
    place.workspace.bringing.promise(done.conversation, SummaryChoice())
    place.workspace.bringing.promise(done.conversation, SummaryChoice(web=False))
    (line,) = place.workspace.bringing.waiting()
    assert not choice_of(line.follow_up.what).web


def test_that_what_was_brought_waits_no_longer(place: Room) -> None:
    done = place.talk(place.new_resident(code="R-1"))
    place.workspace.bringing.promise(done.conversation, SummaryChoice())
    (line,) = place.workspace.bringing.waiting()
    place.workspace.agenda.done(line.follow_up.id, place.workspace.clock.today())
    assert place.workspace.bringing.waiting() == ()
    with pytest.raises(ValueError, match="nothing waits"):
        place.workspace.bringing.pdf()


def test_that_a_corrected_appointment_leaves_the_promise_alone(place: Room) -> None:
    done = place.talk(place.new_resident(code="R-1"))
    place.workspace.bringing.promise(done.conversation, SummaryChoice())
    before = place.workspace.bringing.waiting()
    place.workspace.conversations.correct(replace(done.conversation, return_on=date(2031, 1, 1)))
    assert place.workspace.bringing.waiting() == before


@pytest.mark.parametrize("left_out", [part.name for part in fields(SummaryChoice)])
def test_that_every_choice_survives_its_words(left_out: str) -> None:
    whole = SummaryChoice(**{part.name: part.name != left_out for part in fields(SummaryChoice)})
    assert choice_of(chosen_words(whole)) == whole


def test_that_a_permission_on_paper_is_kept_as_given_on_paper(place: Room) -> None:
    resident = place.new_resident(code="R-1")
    draft = place.workspace.conversations.begin(resident)
    paper = replace(draft, conversation=replace(draft.conversation, source=Source.PAPER))
    place.workspace.conversations.finish(answered(paper))
    assert {said.way for said in place.workspace.residents.consents(resident.id)} == {ConsentWay.CARD}
    (kept,) = place.workspace.conversations.of(resident.id)
    assert kept.source is Source.PAPER
