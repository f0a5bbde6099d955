"""What fits: at a goal, a step, a sign and a gift of a resident, and in a conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from spinnenweb.domain.choices import AboutKind, Choice
from spinnenweb.domain.social_map import OfferKind
from spinnenweb.services.proposals import About
from spinnenweb.ui.dialogs.proposals import ProposalsDialog
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.places import CONVERSATION, HANDOVER, RESIDENT, SETTINGS, Place
from spinnenweb.ui.talk.around_edits import with_signal
from tests.records import varied
from tests.ui.walk import eyes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


@pytest.fixture
def resident(workspace: Workspace) -> Resident:
    card = replace(workspace.residents.blank(), code="R-77", calling_name="Jet")
    workspace.residents.add(card)
    return workspace.residents.get(card.id)


@pytest.fixture
def table(workspace: Workspace) -> str:
    """An eating table; the id of the offer."""
    return add_offer(workspace, "Eettafel", themes=("eenzaamheid",))


def add_offer(workspace: Workspace, name: str, **fields: object) -> str:
    the_map = workspace.social_map
    organisation = replace(the_map.blank_organisation(), name=f"Stichting {name}")
    the_map.add(organisation)
    offer = varied(the_map.blank_offer(organisation.id), name=name, **fields)
    the_map.add(offer)
    return offer.id


def dialog_of(house: House) -> ProposalsDialog:
    house.settle()
    [found] = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, ProposalsDialog) and one.isVisible()
    ]
    return found


def on_page(house: House, resident: Resident) -> ResidentPage:
    page = house.open(Place(RESIDENT, record=resident.id))
    assert isinstance(page, ResidentPage)
    return page


def asked_for_goal(house: House, resident: Resident) -> ProposalsDialog:
    page = on_page(house, resident)
    page.view.goals.parts[0].entries[0].look.click()
    return dialog_of(house)


def test_that_a_goal_shows_what_fits_and_why(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    dialog = asked_for_goal(enter(), resident)
    [entry] = dialog.panel.entries
    said = "\n".join(label.text() for label in entry.findChildren(type(dialog.panel.note)))
    assert "Eettafel" in said
    assert "Past hierbij: lijkt op wat de inwoner zelf zei" in said
    assert "Weet vooraf: nog nooit nagekeken" in said
    assert entry.choose.accessibleName() == "Eettafel: Kiezen"
    assert table


def test_that_choosing_is_remembered_and_goes_to_the_hand_over(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    asked_for_goal(house, resident).panel.entries[0].choose.click()
    house.settle()
    assert house.went[-1] == Place(HANDOVER, record=resident.id, other=table)
    assert [one.answer for one in workspace.proposals.choices_of(resident.id)] == [Choice.CHOSEN]


def test_that_declining_takes_it_away_and_can_be_undone(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    dialog = asked_for_goal(house, resident)
    dialog.panel.entries[0].decline.click()
    house.settle()
    assert dialog.panel.entries == []
    assert dialog.panel.again.isVisible()
    undo = house.undo[-1]
    assert undo is not None
    undo()
    house.settle()
    assert len(dialog.panel.entries) == 1
    assert workspace.proposals.choices_of(resident.id) == ()
    assert table


def test_that_what_did_not_fit_can_be_proposed_again_later(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    dialog = asked_for_goal(house, resident)
    dialog.panel.entries[0].decline.click()
    house.settle()
    [refused] = dialog.panel.refused
    assert refused.isHidden()
    dialog.panel.again.click()
    assert refused.isVisible()
    assert refused.again.accessibleName() == "Eettafel: Weer voorstellen"
    refused.again.click()
    house.settle()
    assert len(dialog.panel.entries) == 1
    assert not dialog.panel.again.isVisible()
    assert table


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_that_one_touch_says_why_it_did_not_fit(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    panel = asked_for_goal(house, resident).panel
    assert panel.why.isHidden()
    panel.entries[0].decline.click()
    house.settle()
    assert panel.why.question.text() == "Waarom past Eettafel niet? Dat mag leeg blijven."
    panel.why.reasons[0].click()
    house.settle()
    assert panel.why.isHidden()
    [choice] = workspace.proposals.choices_of(resident.id)
    assert (choice.offer_id, choice.answer, choice.reason) == (table, Choice.DECLINED, "te ver")
    assert "21 november 2026: te ver" in said_in(panel.refused[0])


def test_that_other_words_say_why_too_and_nobody_has_to(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    panel = asked_for_goal(house, resident).panel
    panel.entries[0].decline.click()
    house.settle()
    assert workspace.proposals.choices_of(resident.id)[0].reason == ""
    assert "zonder reden" in said_in(panel.refused[0])
    panel.why.own.setText("  eet liever thuis ")
    panel.why.keep.click()
    house.settle()
    assert workspace.proposals.choices_of(resident.id)[0].reason == "eet liever thuis"
    assert table


def test_that_undoing_a_no_takes_the_question_away(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    house = enter()
    panel = asked_for_goal(house, resident).panel
    panel.entries[0].decline.click()
    house.settle()
    undo = house.undo[-1]
    assert undo is not None
    undo()
    house.settle()
    assert panel.why.isHidden()
    assert table


def test_that_an_earlier_no_elsewhere_is_told_with_its_reason(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.proposals.decline(resident.id, table, About(AboutKind.THEME, "eenzaamheid"), "te duur")
    workspace.goals.add_goal(resident.id, "Weer aan de eettafel zitten")
    panel = asked_for_goal(enter(), resident).panel
    assert "Bij iets anders paste dit niet, op 21 november 2026: te duur." in said_in(panel.entries[0])


def test_that_what_was_chosen_in_a_talk_stands_at_the_resident_until_something_is_done(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    workspace.proposals.choose(resident.id, table, About(AboutKind.THEME, "eenzaamheid"))
    house = enter()
    card = on_page(house, resident).view.handovers
    assert "nog niets afgesproken" in said_in(card)
    next(iter(card.rows)).click()
    house.settle()
    assert house.went[-1] == Place(HANDOVER, record=resident.id, other=table)


def test_that_doing_something_for_another_shows_places_that_look_for_people(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    add_offer(workspace, "Gastvrouw gezocht", kind=OfferKind.SEEKS)
    house = enter()
    on_page(house, resident).view.handovers.give.click()
    names = [entry.choose.accessibleName() for entry in dialog_of(house).panel.entries]
    assert "Gastvrouw gezocht: Kiezen" in names
    assert "Eettafel: Kiezen" not in names
    assert table


def test_that_a_file_that_is_only_kept_has_no_way_to_proposals(
    enter: Enter, workspace: Workspace, resident: Resident
) -> None:
    workspace.goals.add_goal(resident.id, "Koffie drinken")
    workspace.rights.restrict(resident.id)
    view = on_page(enter(), resident).view
    assert not view.handovers.give.isEnabled()
    assert view.goals.parts[0].entries[0].look.isHidden()


def talk_about_it(house: House, resident: Resident) -> ConversationPage:
    page = house.open(Place(CONVERSATION, other=resident.id))
    assert isinstance(page, ConversationPage)
    return page


def test_that_a_talk_shows_what_fits_the_theme_that_was_ticked(
    enter: Enter, resident: Resident, table: str
) -> None:
    house = enter()
    page = talk_about_it(house, resident)
    helps = page.view.talk.helps
    helps.unfold.click()
    assert not helps.hint.isHidden()
    page.view.talk.themes.chips["eenzaamheid"].click()
    house.settle()
    names = [entry.choose.accessibleName() for entry in helps.panel.entries]
    assert "Eettafel: Kiezen" in names
    helps.panel.entries[names.index("Eettafel: Kiezen")].choose.click()
    house.settle()
    assert house.went[-1] == Place(HANDOVER, record=resident.id, other=table)


def test_that_what_somebody_new_chooses_is_kept_with_the_talk(
    enter: Enter, workspace: Workspace, table: str
) -> None:
    house = enter()
    page = house.open(Place(CONVERSATION))
    assert isinstance(page, ConversationPage)
    helps = page.view.talk.helps
    page.view.talk.themes.chips["eenzaamheid"].click()
    helps.unfold.click()
    house.settle()
    [entry] = [one for one in helps.panel.entries if one.choose.accessibleName() == "Eettafel: Kiezen"]
    entry.choose.click()
    house.settle()
    assert page.talk is not None
    [told] = page.talk.draft.helps
    assert (told.offer_id, told.answer) == (table, Choice.CHOSEN)
    assert helps.chosen.text() == "Gekozen in dit gesprek: Eettafel"
    assert house.went == []
    back = next(one for one in helps.panel.entries if not one.back.isHidden())
    back.back.click()
    house.settle()
    assert page.talk.draft.helps == ()
    assert helps.chosen.isHidden()


def test_that_proposals_on_a_visit_hold_no_signal_and_nobody_who_did_not_agree(
    enter: Enter, workspace: Workspace, resident: Resident, table: str
) -> None:
    the_map = workspace.social_map
    owner = the_map.offer(table).organisation.id
    the_map.add(replace(the_map.blank_contact(owner), name="Corrie Stil"))
    workspace.residents.set_ready(resident.id, True)
    house = enter(visit=True)
    page = talk_about_it(house, resident)
    signal = next(iter(workspace.catalogue.signal_themes))
    page._change(lambda draft: with_signal(draft, signal, True))
    page.view.talk.themes.chips["eenzaamheid"].click()
    helps = page.view.talk.helps
    helps.unfold.click()
    house.settle()
    assert {about.kind for about in helps.chips.values()} == {AboutKind.THEME}
    assert "Eettafel" in said_in(helps)
    assert "Corrie" not in said_in(helps)
    helps.panel.entries[0].choose.click()
    house.settle()
    assert house.frame.place.page == CONVERSATION
    assert page.talk is not None
    assert [told.answer for told in page.talk.draft.helps] == [Choice.CHOSEN]
    assert workspace.proposals.choices_of(resident.id) == ()


def test_that_neighbouring_villages_are_ticked_in_the_settings(enter: Enter, workspace: Workspace) -> None:
    own = workspace.settings.get().village_id
    near, _ = workspace.residents.add_village("Naastdorp")
    house = enter()
    page = house.open(Place(SETTINGS))
    assert isinstance(page, SettingsPage)
    section = page.view.neighbours
    chip = next(chip for chip, village_id in section.chips.items() if village_id == near.id)
    chip.click()
    house.settle()
    assert own is not None
    assert set(workspace.settings.get().neighbours[0]) == {own, near.id}
    chip.click()
    house.settle()
    assert workspace.settings.get().neighbours == ()


@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_proposals_in_a_talk_can_be_read_heard_and_walked(
    enter: Enter, resident: Resident, table: str, size: tuple[int, int], scale: float
) -> None:
    house = enter(size=size, scale=scale)
    page = talk_about_it(house, resident)
    page.view.talk.themes.chips["eenzaamheid"].click()
    page.view.talk.helps.unfold.click()
    house.settle()
    assert page.view.talk.helps.panel.entries
    assert not eyes.nameless(house.frame) + eyes.clipped(house.frame) + eyes.keyboard(house.frame, rings=False)
    assert table
