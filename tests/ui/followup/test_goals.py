from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.goals import GoalState, GoalStep, LookBack
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.places import RESIDENT, Place
from tests.ui.followup.conftest import dialog_of
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def _page(house: House, resident: Resident) -> ResidentPage:
    page = house.open(Place(RESIDENT, record=resident.id))
    assert isinstance(page, ResidentPage)
    return page


def test_that_a_goal_is_written_down_in_the_residents_words(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter()
    page = _page(house, resident)
    page.view.goals.goal.setText("Weer naar de kaartclub")
    page.view.goals.take.click()
    house.settle()
    (goal,) = house.workspace.goals.of(resident.id)
    assert (goal.words, goal.state) == ("Weer naar de kaartclub", GoalState.OPEN)
    assert page.view.goals.goal.text() == ""
    assert "Doel: Weer naar de kaartclub" in house.texts()


def test_that_a_step_keeps_confidence_and_comes_back_on_its_day(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    village.workspace.goals.add_goal(resident.id, "Weer naar de kaartclub")
    house = enter()
    part = _page(house, resident).view.goals.parts[0]
    part.more.click()
    form = part.form
    assert form is not None
    form.what.setText("Geesje bellen")
    form.confidence.setCurrentIndex(form.confidence.findData(7))
    form.back.quick.buttons[7].click()
    form.keep.click()
    house.settle()
    (step,) = house.workspace.goals.steps(resident.id)
    (goal,) = house.workspace.goals.of(resident.id)
    assert (step.goal_id, step.confidence, step.due) == (goal.id, 7, TODAY_IS + timedelta(days=7))
    assert "vertrouwen 7 van 10" in house.texts()
    (line,) = house.workspace.agenda.open(TODAY_IS)
    assert line.follow_up.what == "Geesje bellen"


def test_that_confidence_starts_at_no_value(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    house = enter()
    part = _page(house, resident).view.goals.parts[0]
    part.more.click()
    assert part.form is not None
    part.form.what.setText("Geesje bellen")
    part.form.keep.click()
    house.settle()
    assert house.workspace.goals.steps(resident.id)[0].confidence is None


def test_that_a_step_is_looked_back_on_in_the_residents_words_and_can_be_opened_again(
    enter: Enter, village: Village
) -> None:
    resident = village.add("Jannie", "R-021")
    village.workspace.goals.add_step(GoalStep("", resident.id, what="de belbus bellen", made_on=TODAY_IS))
    house = enter()
    page = _page(house, resident)
    entry = page.view.goals.parts[0].entries[0]
    entry.ask.click()
    assert not entry.keep.isEnabled()
    entry.states.buttons[GoalState.OTHERWISE].click()
    entry.said.setText("de lijn was steeds bezet")
    entry.keep.click()
    house.settle()
    assert house.workspace.goals.steps(resident.id)[0].state is GoalState.OTHERWISE
    assert "21 nov, anders gelopen: de lijn was steeds bezet" in house.texts()
    page.view.goals.parts[0].entries[0].ask.click()
    house.settle()
    assert house.workspace.goals.steps(resident.id)[0].state is GoalState.OPEN


def test_that_the_timeline_holds_goals_steps_and_talks_newest_first(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    village.talk(resident, date(2026, 5, 19), step="de belbus bellen")
    village.workspace.goals.add_goal(resident.id, "Weer naar de kaartclub")
    (step,) = village.workspace.goals.steps(resident.id)
    told = LookBack("", resident.id, step.id, None, None, date(2026, 8, 19), GoalState.DONE, "meteen raak")
    village.workspace.goals.look_back(told)
    house = enter()
    page = _page(house, resident)
    rows = [text for text in house.texts().split("\n") if text]
    wanted = ("Doel: Weer naar de kaartclub", "de belbus bellen: gelukt", "stap: de belbus bellen")
    places = [rows.index(text) for text in wanted]
    assert places == sorted(places)
    assert page.view.talks_title.text() == "Gesprekken, doelen en stappen"


def test_that_a_resident_is_put_in_the_household_of_another_and_taken_out_again(
    enter: Enter, village: Village
) -> None:
    jannie, hendrik = village.add("Jannie", "R-021"), village.add("Hendrik", "P-006")
    house = enter()
    page = _page(house, jannie)
    page.view.household.take.click()
    dialog = dialog_of(ChooseResidentDialog)
    assert isinstance(dialog, ChooseResidentDialog)
    assert jannie.id not in dialog.rows.values()
    dialog.field.setText("Hendrik")
    dialog.field.textEdited.emit("Hendrik")
    dialog.keep.click()
    house.settle()
    assert [mate.id for mate in house.workspace.households.housemates(jannie.id)] == [hendrik.id]
    assert "Hendrik (P-006)" in house.texts()
    page.view.household.leave.click()
    house.settle()
    assert house.workspace.households.housemates(jannie.id) == ()
    house.undo[-1]()
    house.settle()
    assert [mate.id for mate in house.workspace.households.housemates(jannie.id)] == [hendrik.id]


def test_that_a_housemate_leads_to_the_own_card(enter: Enter, village: Village) -> None:
    jannie, hendrik = village.add("Jannie", "R-021"), village.add("Hendrik", "P-006")
    village.workspace.households.join(hendrik.id, jannie.id)
    house = enter()
    page = _page(house, jannie)
    next(iter(page.view.household.mates)).click()
    house.settle()
    assert house.went[-1] == Place(RESIDENT, record=hendrik.id)


def test_that_going_elsewhere_keeps_what_was_filled_in_for_this_resident_only(
    enter: Enter, village: Village
) -> None:
    jannie, hendrik = village.add("Jannie", "R-021"), village.add("Hendrik", "P-006")
    house = enter()
    goals = _page(house, jannie).view.goals
    goals.goal.setText("Weer naar de kaartclub")
    goals.parts[0].more.click()
    form = goals.parts[0].form
    assert form is not None
    form.what.setText("Geesje bellen")
    assert _page(house, hendrik).view.goals.goal.text() == ""
    house.settle()
    assert [goal.words for goal in house.workspace.goals.of(jannie.id)] == ["Weer naar de kaartclub"]
    assert [step.what for step in house.workspace.goals.steps(jannie.id)] == ["Geesje bellen"]
    assert house.workspace.goals.of(hendrik.id) == ()
    assert "Hendrik" in house.texts()


def test_that_a_change_elsewhere_leaves_a_step_that_is_being_typed(enter: Enter, village: Village) -> None:
    jannie = village.add("Jannie", "R-021")
    house = enter()
    page = _page(house, jannie)
    page.view.goals.parts[0].more.click()
    form = page.view.goals.parts[0].form
    assert form is not None
    form.what.setText("Geesje bel")
    page.view.visit.click()
    house.settle()
    assert page.view.goals.parts[0].form is form
    assert form.what.text() == "Geesje bel"
    form.clear()
