"""The strength of an own password, said while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.ui.entrance.strength_meter import guess_time
from spinnenweb.ui.entrance.welcome import WelcomeView

if TYPE_CHECKING:
    from tests.ui.entrance.conftest import House

YEAR = 365.25 * 86_400


@pytest.fixture
def view(house: House) -> WelcomeView:
    view = house.wait_for(house.shell(), WelcomeView)
    view.choice.own_button.click()
    return view


def type_own(house: House, view: WelcomeView, text: str) -> None:
    before = view.choice.meter.hint.text()
    view.choice.own.edit.setText(text)
    house.bot.waitUntil(lambda: view.choice.meter.hint.text() != before)


def test_that_the_meter_says_what_is_wrong_and_how_long_guessing_takes(house: House, view: WelcomeView) -> None:
    type_own(house, view, "welkom123")
    meter = view.choice.meter
    assert meter.isVisible()
    assert meter.blocks.filled < 3
    assert meter.hint.text()
    assert "Sterkte" in meter.time.text()
    weak = meter.time.text()
    type_own(house, view, "de kat van de buren slaapt altijd op zolder")
    assert meter.blocks.filled >= 3
    assert meter.time.text() != weak


def test_that_names_typed_beside_it_make_a_password_weak(house: House, view: WelcomeView) -> None:
    view.village.setText("Zwammerveenderdijk")
    type_own(house, view, "zwammerveenderdijk")
    assert "Namen van je organisatie" in view.choice.meter.hint.text()


def test_that_the_five_words_need_no_meter(view: WelcomeView) -> None:
    view.choice.own_button.click()
    assert not view.choice.meter.isVisible()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.1, "minder dan een seconde"),
        (3000, "minder dan een uur"),
        (86_400 * 20, "minder dan een maand"),
        (5 * YEAR, "een paar jaar"),
        (12 * YEAR, "tientallen jaren"),
        (1e9 * YEAR, "meer dan een miljoen jaar"),
    ],
)
def test_that_a_time_is_said_in_words(seconds: float, said: str) -> None:
    assert guess_time(seconds) == said
