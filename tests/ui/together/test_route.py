from __future__ import annotations

from dataclasses import replace

import pytest

from spinnenweb.domain.conversations import Matter, Step, WantsChange, new_conversation
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.instruments import ADULT, DIMENSION_CODES, Dimension, Instrument, Mode, Scale
from spinnenweb.domain.residents import ConsentAnswer, Purpose, Resident
from spinnenweb.ui.talk import edits
from spinnenweb.ui.together import route
from spinnenweb.ui.together.route import Stop
from tests.ui.pages.conftest import TODAY_IS

_ALL = tuple(Dimension(code) for code in DIMENSION_CODES)
INSTRUMENT = Instrument(ADULT, _ALL, (Mode.DIRECT,), (Scale.MARKS, Scale.FACES))


@pytest.fixture
def draft() -> Draft:
    return Draft("d", Resident("r", "R-021"), False, new_conversation("c", "r", TODAY_IS, INSTRUMENT))


def names(draft: Draft) -> list[str]:
    return [stop.name for stop in route.stops(draft, DIMENSION_CODES)]


def test_that_subjects_come_as_they_were_pointed_at_and_then_clockwise(draft: Draft) -> None:
    for code in ("MD", "LF"):
        draft = edits.with_pointed(draft, code)
    found = route.subjects(draft.conversation, DIMENSION_CODES)
    assert found == ("MD", "LF", "MW", "ZG", "KL", "DF")


def test_that_pointing_twice_changes_no_order(draft: Draft) -> None:
    once = edits.with_pointed(draft, "MD")
    assert edits.with_pointed(once, "MD") is once
    assert edits.with_pointed(draft, "LF1") is draft


@pytest.mark.parametrize("wants", [None, WantsChange.NOT_NOW, WantsChange.UNKNOWN])
def test_that_a_step_is_spoken_about_only_when_something_should_change(
    draft: Draft, wants: WantsChange | None
) -> None:
    assert route.STEP not in names(edits.with_wants_change(draft, wants))
    assert route.STEP in names(edits.with_wants_change(draft, WantsChange.YES))


def test_that_when_and_whether_it_succeeds_are_asked_about_a_step_only(draft: Draft) -> None:
    willing = edits.with_wants_change(draft, WantsChange.YES)
    assert route.STEP_SURE not in names(willing)
    assert route.STEP_SURE in names(edits.with_step(willing, Step("Bellen")))


@pytest.mark.parametrize(("new", "asked"), [(True, []), (False, [route.MAY_CONTACT])])
def test_that_nothing_counts_along_after_a_no_to_keeping(draft: Draft, new: bool, asked: list[str]) -> None:
    refused = edits.with_permission(replace(draft, resident_is_new=new), Purpose.RECORD, ConsentAnswer.NO)
    found = [name for name in names(refused) if name in (route.MAY_COUNT, route.MAY_CONTACT)]
    assert found == asked


def test_that_a_draft_is_found_again_at_its_screen(draft: Draft) -> None:
    left = edits.where(draft, route.page_of(Stop(route.SUBJECT, "MD")), "MD")
    assert route.stop_of(left, DIMENSION_CODES) == Stop(route.SUBJECT, "MD")
    assert route.stop_of(draft, DIMENSION_CODES) is None


def test_that_a_screen_that_is_no_longer_there_leads_to_the_beginning(draft: Draft) -> None:
    left = edits.where(draft, route.page_of(Stop(route.STEP)), "")
    assert route.stop_of(left, DIMENSION_CODES) == Stop(route.WELCOME)


def test_that_a_scale_is_fixed_from_the_first_mark_on(draft: Draft) -> None:
    from spinnenweb.domain.answers import marked

    faces = edits.with_scale(draft, Scale.FACES, INSTRUMENT)
    assert faces.conversation.scale is Scale.FACES
    given = edits.with_answer(faces, "LF", marked(6))
    assert edits.with_scale(given, Scale.MARKS, INSTRUMENT) is given
    only_marks = replace(INSTRUMENT, scales=(Scale.MARKS,))
    assert edits.with_scale(draft, Scale.FACES, only_marks) is draft


def test_that_help_is_looked_for_once_something_was_said_to_look_for(draft: Draft) -> None:
    assert route.HELPS not in names(draft)
    for said in (
        edits.with_theme(draft, "eenzaamheid", True),
        edits.with_gift(draft, "Ik kook graag"),
        edits.with_matter(draft, Matter("MD")),
    ):
        found = names(said)
        assert found[found.index(route.THEMES) :][:3] == [route.THEMES, route.HELPS, route.AGAIN]
    assert route.HELPS not in names(edits.with_matter(draft, Matter(words="Mijn hond")))
