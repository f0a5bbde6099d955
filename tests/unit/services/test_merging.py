"""Two cards of one person, seen as one and apart again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.goals import GoalStep
from spinnenweb.domain.residents import ConsentAnswer, Purpose, allows
from spinnenweb.ui.pages.resident.person import read_person
from tests.unit.services.rooms import Room, answered, same_room
from tests.unit.storage.files import DAY, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

EARLIER = date(2026, 5, 19)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def two(house: Room) -> tuple[Resident, Resident]:
    """Jannie, and Jannie once more, each with a talk, a goal and a step."""
    kept = house.new_resident(calling_name="Jannie", code="R-001")
    other = house.new_resident(calling_name="Janny", code="R-002")
    for who, day, note in ((kept, EARLIER, "de tuin"), (other, DAY, "de bus")):
        house.talk(who, day, note=note)
        house.workspace.goals.add_goal(who.id, f"doel {note}")
        house.workspace.goals.add_step(GoalStep("", who.id, what=f"stap {note}", made_on=day, due=DAY))
    return kept, other


def seen(workspace: Workspace, resident_id: str) -> dict[str, object]:
    person, _line = read_person(workspace, resident_id), workspace.residents.line(resident_id)
    return {
        "who": person.resident.code,
        "notes": [talk.conversation.note for talk in person.talks],
        "goals": {goal.words for goal in person.goals},
        "steps": {step.what for step in person.steps},
        "line": (
            workspace.residents.line(resident_id).conversations,
            workspace.residents.line(resident_id).last_held_on,
        ),
    }


def test_that_everything_of_both_is_seen_under_the_card_that_was_kept(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    workspace.merging.merge(kept.id, other.id)
    both = seen(workspace, kept.id)
    assert both == {
        "who": "R-001",
        "notes": ["de bus", "de tuin"],
        "goals": {"doel de tuin", "doel de bus"},
        "steps": {"stap de tuin", "stap de bus"},
        "line": (2, DAY),
    }
    assert seen(workspace, other.id) == both
    assert [line.resident.code for line in workspace.residents.all()] == ["R-001"]
    assert [line.resident.code for line in workspace.residents.recent()] == ["R-001"]
    assert workspace.residents.find("janny") == ()
    assert {line.resident.code for line in workspace.agenda.open(DAY) if line.resident} == {"R-001"}


def test_that_parting_shows_both_exactly_as_they_were(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    before = [seen(workspace, one.id) for one in (kept, other)]
    records = "SELECT id, resident_id FROM conversation UNION SELECT id, resident_id FROM goal ORDER BY 1"
    lying = rows(workspace.database, records)
    workspace.merging.merge(kept.id, other.id)
    assert rows(workspace.database, records) == lying
    (merged,) = workspace.merging.merges(kept.id)
    assert (merged.other.code, merged.merge.merged_on) == ("R-002", DAY)
    workspace.merging.unmerge(merged.merge.id)
    assert [seen(workspace, one.id) for one in (kept, other)] == before
    assert workspace.merging.merges(kept.id) == ()


def test_that_what_was_written_meanwhile_stays_with_the_card_that_was_kept(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    draft = workspace.conversations.begin(other)
    workspace.merging.merge(kept.id, other.id)
    workspace.conversations.finish(
        answered(replace(draft, conversation=replace(draft.conversation, note="nieuw")))
    )
    workspace.merging.unmerge(workspace.merging.merges(kept.id)[0].merge.id)
    assert "nieuw" in {talk.note for talk in workspace.conversations.of(kept.id)}
    assert "nieuw" not in {talk.note for talk in workspace.conversations.of(other.id)}


def test_that_the_newest_answer_of_both_cards_is_the_one_in_force(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    workspace.residents.say(kept.id, Purpose.COUNT, ConsentAnswer.YES)
    house.time.moment = house.time.moment.replace(hour=13)
    workspace.residents.say(other.id, Purpose.COUNT, ConsentAnswer.WITHDRAWN)
    assert allows(workspace.residents.consents(kept.id), Purpose.COUNT)
    workspace.merging.merge(kept.id, other.id)
    assert not allows(workspace.residents.consents(kept.id), Purpose.COUNT)
    assert not allows(workspace.residents.consents(other.id), Purpose.COUNT)


def test_that_a_no_on_the_kept_card_holds_for_a_talk_begun_under_the_other(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    draft = workspace.conversations.begin(other)
    house.time.moment = house.time.moment.replace(hour=13)
    workspace.residents.say(kept.id, Purpose.RECORD, ConsentAnswer.WITHDRAWN)
    workspace.merging.merge(kept.id, other.id)
    assert not workspace.conversations.finish(draft).kept


def test_that_a_merged_person_counts_once(house: Room) -> None:
    kept, other = two(house)
    workspace = house.workspace
    workspace.merging.merge(kept.id, other.id)
    with workspace.database.reading() as work:
        assert [talk.note for talk in work.conversations.last_finished(DAY)] == ["de bus"]
        assert work.conversations.counts() == {kept.id: 2}
        assert set(work.consents.by_purpose(Purpose.RECORD)) == {kept.id}


def test_that_the_words_and_the_name_of_the_other_card_lead_to_the_kept_one(house: Room) -> None:
    kept, other = two(house)
    house.workspace.merging.merge(kept.id, other.id)
    for typed in ("janny", "r-002", "bus"):
        hits = house.workspace.search.find(typed)
        assert hits
        assert {(hit.resident_id, hit.title) for hit in hits} == {(kept.id, "Jannie")}
    assert house.workspace.residents.by_code("R-002").id == kept.id


def test_that_the_code_of_a_merged_card_stays_taken(house: Room) -> None:
    kept, other = two(house)
    house.workspace.merging.merge(kept.id, other.id)
    with pytest.raises(SpinnenwebError, match=r"resident\.code_taken"):
        house.workspace.residents.change(replace(kept, code="R-002"))
    assert house.workspace.residents.next_code() == "R-003"


def test_that_cards_can_be_merged_in_a_row_and_parted_in_any_order(house: Room) -> None:
    kept, other = two(house)
    third = house.new_resident(calling_name="Jan", code="R-003")
    workspace = house.workspace
    workspace.merging.merge(kept.id, other.id)
    workspace.merging.merge(third.id, kept.id)
    assert len(workspace.conversations.of(third.id)) == 2
    assert workspace.residents.get(other.id).id == third.id
    first = workspace.merging.merges(kept.id)[0].merge.id
    workspace.merging.unmerge(first)
    assert [talk.note for talk in workspace.conversations.of(third.id)] == ["de tuin"]
    assert [talk.note for talk in workspace.conversations.of(other.id)] == ["de bus"]


@pytest.mark.parametrize("around", [(0, 0), (0, 1), (1, 0)])
def test_that_a_card_is_not_merged_with_itself(house: Room, around: tuple[int, int]) -> None:
    pair = two(house)
    if around != (0, 0):
        house.workspace.merging.merge(pair[0].id, pair[1].id)
    with pytest.raises(SpinnenwebError, match=r"merge\.same"):
        house.workspace.merging.merge(pair[around[0]].id, pair[around[1]].id)


def test_that_parting_twice_is_refused(house: Room) -> None:
    kept, other = two(house)
    house.workspace.merging.merge(kept.id, other.id)
    merge_id = house.workspace.merging.merges(kept.id)[0].merge.id
    house.workspace.merging.unmerge(merge_id)
    with pytest.raises(SpinnenwebError, match=r"merge\.unknown"):
        house.workspace.merging.unmerge(merge_id)


def test_that_the_same_resident_is_noticed_and_a_merged_card_is_not_offered(house: Room) -> None:
    kept, other = two(house)
    merging = house.workspace.merging
    assert {line.resident.code for line in merging.likely(" jannie ")} == {"R-001", "R-002"}
    merging.merge(kept.id, other.id)
    assert [line.resident.code for line in merging.likely("Jannie")] == ["R-001"]
    assert merging.likely("  ") == ()


def around_of(workspace: Workspace, resident_id: str) -> dict[str, Any]:
    """What stands around a person: contacts, agenda, household, and what each word finds."""
    open_lines = [line for line in workspace.agenda.open(DAY) if line.follow_up.resident_id == resident_id]
    found = {word: workspace.search.find(word) for word in ("jann", "tuin", "bus", "bakker")}
    return {
        "contacts": workspace.contacts.of(resident_id),
        "agenda": workspace.agenda.of(resident_id),
        "open": open_lines,
        "household": workspace.households.housemates(resident_id),
        "search": found,
    }


def test_that_parting_brings_back_contacts_agenda_household_and_search(house: Room) -> None:
    workspace = house.workspace
    kept, other = two(house)
    mate = house.new_resident(calling_name="Roel", code="R-003")
    workspace.households.join(other.id, mate.id)
    for who, line in ((kept, "bij de slager"), (other, "bij de bakker")):
        day = DAY + timedelta(days=2)
        workspace.contacts.add(ShortContact("", None, DAY, line=line, resident_id=who.id, follow_up_on=day))
    people = (kept.id, other.id, mate.id)
    before = {resident_id: around_of(workspace, resident_id) for resident_id in people}
    workspace.merging.merge(kept.id, other.id)
    assert {contact.line for contact in workspace.contacts.of(kept.id)} == {"bij de slager", "bij de bakker"}
    promised = {one.id for card in (kept, other) for one in before[card.id]["agenda"]}
    assert {one.id for one in workspace.agenda.of(kept.id)} == promised
    assert [one.code for one in workspace.households.housemates(kept.id)] == ["R-003"]
    assert [one.code for one in workspace.households.housemates(mate.id)] == ["R-001"]
    assert {hit.resident_id for hit in workspace.search.find("bakker")} == {kept.id}
    (merge,) = workspace.merging.merges(kept.id)
    workspace.merging.unmerge(merge.merge.id)
    assert {resident_id: around_of(workspace, resident_id) for resident_id in people} == before


def test_that_who_leaves_a_household_leaves_it_with_all_cards(house: Room) -> None:
    households = house.workspace.households
    kept, other = two(house)
    mate, next_door = house.new_resident(calling_name="Roel"), house.new_resident(calling_name="Bo")
    households.join(other.id, mate.id)
    house.workspace.merging.merge(kept.id, other.id)
    households.join(kept.id, next_door.id)
    assert households.housemates(kept.id) == (house.workspace.residents.get(next_door.id),)
    assert households.housemates(mate.id) == ()
    households.leave(kept.id)
    assert households.housemates(kept.id) == households.housemates(next_door.id) == ()
