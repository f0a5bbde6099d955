from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spinnenweb.domain.residents import normal_code
from spinnenweb.storage.draft_codec import draft_fields, draft_from
from spinnenweb.storage.text_keys import folded
from tests.unit.storage import made_up
from tests.unit.storage.files import opened, resident

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.residents import Consent, Resident, Village
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.storage.database import Database

R = TypeVar("R", "Conversation", "Consent", "Resident", "Village")

PERSON = resident(1)
of_person = st.just(PERSON.id)

# one file serves all examples of a test: every example has ids of its own
rounds = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fresh(record: R) -> R:
    """The record under an id that no earlier example had."""
    return replace(record, id=str(uuid4()))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as made:
        with made.writing() as work:
            work.residents.add(PERSON)
        yield made


@rounds
@given(drafts=made_up.drafts)
def test_that_a_draft_survives_being_json(drafts: Draft) -> None:
    assert draft_from(json.loads(json.dumps(draft_fields(drafts)))) == drafts


@rounds
@given(draft=made_up.drafts)
def test_that_a_draft_comes_back_as_it_was_put(database: Database, draft: Draft) -> None:
    with database.writing() as work:
        work.drafts.put(draft)
    with database.reading() as work:
        assert work.drafts.get(draft.id) == draft


@rounds
@given(talk=made_up.conversations(of_person), other=made_up.conversations(of_person))
def test_that_a_conversation_comes_back_as_it_was_added_and_changed(
    database: Database, talk: Conversation, other: Conversation
) -> None:
    talk = fresh(talk)
    later = replace(other, id=talk.id)
    with database.writing() as work:
        work.conversations.add(talk)
        assert work.conversations.get(talk.id) == talk
        work.conversations.update(later)
        assert work.conversations.get(talk.id) == later


@rounds
@given(village=made_up.villages)
def test_that_a_village_comes_back_as_it_was_added(database: Database, village: Village) -> None:
    village = fresh(village)
    with database.writing() as work:
        if work.villages.by_name(village.name) is None:
            work.villages.add(village)
            assert work.villages.by_name(f" {village.name} ") == village
            assert village in work.villages.all()


@rounds
@given(person=made_up.residents)
def test_that_a_resident_comes_back_by_id_and_by_code(database: Database, person: Resident) -> None:
    person = fresh(person)
    with database.writing() as work:
        if work.residents.by_code(person.code) is None:
            work.residents.add(person)
            assert work.residents.get(person.id) == person
            assert work.residents.by_code(person.code) == person
            assert normal_code(person.code) in work.residents.codes()


@rounds
@given(consent=made_up.consents(of_person))
def test_that_a_consent_comes_back_as_it_was_added(database: Database, consent: Consent) -> None:
    consent = fresh(consent)
    with database.writing() as work:
        work.consents.add(consent)
        assert consent in work.consents.of(PERSON.id)
        assert consent in work.consents.by_purpose(consent.purpose)[PERSON.id]


@rounds
@given(chosen=made_up.settings)
def test_that_settings_come_back_as_they_were_put(database: Database, chosen: WorkSettings) -> None:
    with database.writing() as work:
        work.settings.put(chosen)
    with database.reading() as work:
        assert work.settings.get() == chosen


@rounds
@given(person=made_up.residents, words=made_up.texts)
def test_that_no_search_text_is_a_pattern_or_an_error(database: Database, person: Resident, words: str) -> None:
    person = fresh(person)
    with database.writing() as work:
        if work.residents.by_code(person.code) is None:
            work.residents.add(person)
        for found in work.residents.search(words, 50):
            searched = folded(f"{found.calling_name} {found.code}")
            assert all(word in searched for word in folded(words).split())
