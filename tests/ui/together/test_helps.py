"""What the village has that fits, on the screen both look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.choices import AboutKind, Choice, HelpAnswer
from spinnenweb.domain.social_map import Costs, Freshness, OfferKind, Place, Slot, WayIn
from spinnenweb.domain.wording import Wording
from spinnenweb.services.proposals import About
from spinnenweb.ui.talk import edits
from spinnenweb.ui.talk.around_edits import with_signal
from spinnenweb.ui.together import route
from spinnenweb.ui.together.aloud import words_of
from spinnenweb.ui.together.route import Stop
from spinnenweb.ui.together.screens.helps import HelpsScreen
from spinnenweb.ui.widgets.freshness import SHAPES
from spinnenweb.ui.widgets.labels import IconMark
from tests.records import varied
from tests.ui.pages.map_village import LATELY, organisation, person
from tests.ui.together.conftest import press
from tests.ui.together.test_view import assert_fits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.domain.social_map import Offer
    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House, Village
    from tests.ui.together.conftest import Table

    Sit = Callable[..., Table]
    Enter = Callable[..., House]


def offer(workspace: Workspace, name: str, **known: object) -> Offer:
    made = organisation(workspace, f"Stichting {name}", phone="0000 000000")
    fields = {"themes": ("eenzaamheid",), "checked_on": LATELY, **known}
    one = varied(workspace.social_map.blank_offer(made.id), name=name, **fields)
    workspace.social_map.add(one)
    return one


@pytest.fixture
def table_offer(village: Village) -> Offer:
    return offer(
        village.workspace,
        "Eettafel",
        when="dinsdag 12 uur",
        where=Place(name="Dorpshuis De Beuk", town="Ruinen"),
        costs=Costs.PAID,
        costs_words="5 euro",
        way_in=WayIn.SIGN_UP,
    )


def talked(table: Table, *themes: str) -> HelpsScreen:
    """The screen, after a talk about these themes."""
    for code in themes or ("eenzaamheid",):
        table.page._change(partial(edits.with_theme, code=code, on=True))
    table.view.open(Stop(route.HELPS))
    table.house.settle()
    return table.at(HelpsScreen)


def said_to(table: Table) -> list[HelpAnswer]:
    """What was said about offers in this talk."""
    return list(table.draft.helps)


def told(screen: HelpsScreen) -> str:
    return words_of(screen, screen.spoken)


@pytest.mark.usefixtures("table_offer")
def test_that_what_fits_is_told_with_a_place_a_day_and_a_price(sit: Sit) -> None:
    said = told(talked(sit()))
    for words in ("Eettafel", "Dorpshuis De Beuk", "dinsdag 12 uur", "Wat het kost: 5 euro", "eerst aanmelden"):
        assert words in said
    assert "Past bij: Je alleen voelen" in said
    assert "Dit wil ik" in said
    assert "Nee, dank u" in said


def test_that_moments_that_return_are_told_as_a_day(sit: Sit, village: Village) -> None:
    offer(village.workspace, "Eettafel", schedule=(Slot(1, time(12), time(13, 30)),))
    assert "Wanneer: dinsdag 12.00 tot 13.30" in told(talked(sit()))


def test_that_how_fresh_it_is_has_a_shape_and_a_sentence(sit: Sit, village: Village) -> None:
    offer(village.workspace, "Eettafel")
    offer(village.workspace, "Koffie", checked_on=None)
    screen = talked(sit())
    shapes = {card.name.text: [mark._name for mark in card.findChildren(IconMark)] for card in screen.cards}
    assert shapes == {"Eettafel": [SHAPES[Freshness.FRESH][0]], "Koffie": [SHAPES[Freshness.NEVER][0]]}
    assert "Kort geleden nagekeken" in told(screen)
    assert "Nog niet nagekeken. We bellen eerst." in told(screen)


def test_that_there_are_never_more_than_five_and_each_stands_once(sit: Sit, village: Village) -> None:
    for number in range(7):
        offer(village.workspace, f"Plek {number}", themes=("eenzaamheid", "rouw"))
    screen = talked(sit(), "eenzaamheid", "rouw")
    names = [card.name.text for card in screen.cards]
    assert len(names) == 5
    assert len(set(names)) == 5


def test_that_every_question_gets_its_best_offer_before_one_gets_a_second(sit: Sit, village: Village) -> None:
    for number in range(6):
        offer(village.workspace, f"A {number}")
    offer(village.workspace, "Z rouwcafé", themes=("rouw",))
    screen = talked(sit(), "eenzaamheid", "rouw")
    assert [card.name.text for card in screen.cards][:2] == ["A 0", "Z rouwcafé"]


def test_that_a_yes_is_kept_with_the_talk_and_can_be_taken_back(sit: Sit, table_offer: Offer) -> None:
    table = sit()
    screen = talked(table)
    want = screen.cards[0].answers.buttons[Choice.CHOSEN]
    press(want)
    assert said_to(table) == [HelpAnswer(table_offer.id, AboutKind.THEME, "eenzaamheid", Choice.CHOSEN)]
    assert table.house.workspace.proposals.choices_of(table.draft.resident.id) == ()
    press(want)
    assert said_to(table) == []


@pytest.mark.usefixtures("table_offer")
def test_that_a_yes_becomes_a_no_without_standing_twice(sit: Sit) -> None:
    table = sit()
    buttons = talked(table).cards[0].answers.buttons
    press(buttons[Choice.CHOSEN])
    press(buttons[Choice.DECLINED])
    assert [one.answer for one in table.draft.helps] == [Choice.DECLINED]
    assert not buttons[Choice.CHOSEN].isChecked()


@pytest.mark.usefixtures("table_offer")
def test_that_what_was_said_stands_there_again_after_back(sit: Sit) -> None:
    table = sit()
    press(talked(table).cards[0].answers.buttons[Choice.CHOSEN])
    table.view.go_on()
    table.view.go_back()
    table.house.settle()
    assert table.at(HelpsScreen).cards[0].answers.value is Choice.CHOSEN
    table.leave()
    assert table.page.view.talk.helps.chosen.text() == "Gekozen in dit gesprek: Eettafel"


def test_that_what_was_declined_in_an_earlier_talk_stays_away(
    sit: Sit, village: Village, table_offer: Offer
) -> None:
    table = sit()
    about = About(AboutKind.THEME, "eenzaamheid")
    village.workspace.proposals.decline(table.draft.resident.id, table_offer.id, about, "te ver")
    screen = talked(table)
    assert screen.cards == []
    assert not screen.nothing.isHidden()
    assert screen.question.isHidden()
    assert "te ver" not in table.texts()


def test_that_only_who_agreed_to_be_shared_is_named(sit: Sit, village: Village, table_offer: Offer) -> None:
    made = village.workspace.social_map.card(table_offer.organisation_id).organisation
    secret = person(village.workspace, made, "Corrie Stil", phone="111")
    table = sit()
    assert "Corrie" not in told(talked(table))
    village.workspace.social_map.save(replace(secret, may_share=True))
    talked(table)
    said = table.texts()
    assert "Vraag naar: Corrie Stil" in said
    assert "111" not in said
    village.workspace.social_map.save(replace(secret, may_share=True, direct=True))
    talked(table)
    assert "Vraag naar: Corrie Stil, 111" in table.texts()


def test_that_an_early_signal_is_never_why_something_stands_there(sit: Sit, village: Village) -> None:
    offer(village.workspace, "Alleen voor het signaal", themes=("schulden",))
    table = sit()
    signal = next(
        code for code, themes in village.workspace.catalogue.signal_themes.items() if "schulden" in themes
    )
    table.page._change(lambda draft: with_signal(draft, signal, True))
    talked(table, "zingeving")
    assert "Alleen voor het signaal" not in table.texts()


def test_that_a_gift_shows_places_that_look_for_people(sit: Sit, village: Village) -> None:
    offer(village.workspace, "Gastvrouw gezocht", kind=OfferKind.SEEKS)
    table = sit()
    table.page._change(lambda draft: edits.with_gift(draft, "Ik ontvang graag mensen"))
    table.view.open(Stop(route.HELPS))
    table.house.settle()
    assert [card.name.text for card in table.at(HelpsScreen).cards] == ["Gastvrouw gezocht"]


def test_that_without_a_map_or_a_word_about_it_the_screen_is_passed_over(sit: Sit, village: Village) -> None:
    table = sit()
    table.page._change(lambda draft: edits.with_theme(draft, "eenzaamheid", True))
    assert Stop(route.HELPS) not in table.view._stops()
    offer(village.workspace, "Eettafel")
    table.leave()
    table.look()
    assert Stop(route.HELPS) in table.view._stops()
    table.page._change(lambda draft: edits.with_theme(draft, "eenzaamheid", False))
    assert Stop(route.HELPS) not in table.view._stops()


@pytest.mark.usefixtures("table_offer")
@pytest.mark.parametrize("language", ["ar", "uk"])
def test_that_the_words_around_an_offer_are_the_resident_s(sit: Sit, language: str, resources: Path) -> None:
    table = sit(language)
    card = talked(table).cards[0]
    own = Wording.read(resources / "texts" / language / "gewoon.toml")
    said = table.texts()
    for key in ("help.want", "help.pass", "help.fresh"):
        assert own.say(key) in said
    assert card.answers.buttons[Choice.CHOSEN].said.under == "Dit wil ik"


@pytest.mark.usefixtures("table_offer")
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(("size", "scale"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((683, 384), 1.0)])
def test_that_the_cards_fit_and_can_be_walked(
    sit: Sit, language: str, size: tuple[int, int], scale: float
) -> None:
    table = sit(language, size=size, scale=scale)
    screen = talked(table)
    assert len(screen.cards) == 1
    assert_fits(table)
    names = [button.accessibleName() for button in screen.cards[0].answers.buttons.values()]
    assert all(name.startswith("Eettafel ") for name in names)
