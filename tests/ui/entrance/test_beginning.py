"""The first start: three screens at most, or a look round in the example village."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.services.vaults import open_vault, open_with_key
from spinnenweb.ui.entrance.key_paper import key_paper
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.making import DEMO_NAME, free_folder
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.preferences import read_preferences
from tests.ui.entrance.conftest import shown_key

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


def welcome(house: House) -> tuple[Shell, WelcomeView]:
    shell = house.shell()
    view = house.wait_for(shell, WelcomeView)
    house.bot.waitUntil(lambda: bool(view.choice.password()))
    return shell, view


def fill(view: WelcomeView) -> None:
    view.organisation.setText("Welzijn Voorbeeldland")
    view.worker.setText("S.")
    view.village.setText("Ruinerdal")
    view.choice.repeat.edit.setText(view.choice.password())


def to_key(house: House) -> tuple[Shell, KeyStep, str]:
    shell, view = welcome(house)
    fill(view)
    passphrase = view.choice.password()
    view.begin_button.click()
    return shell, house.wait_for(shell, KeyStep), passphrase


def test_that_five_words_are_proposed_and_others_on_request(house: House) -> None:
    _, view = welcome(house)
    first = view.choice.password()
    assert len(first.split()) == 5
    view.choice.others.click()
    house.bot.waitUntil(lambda: view.choice.password() != first)


def test_that_nothing_is_made_while_something_is_missing(house: House) -> None:
    _, view = welcome(house)
    view.begin_button.click()
    assert view.worker_row.error
    assert view.village_row.error
    assert view.choice.repeat_row.error
    assert not house.setup.vaults.exists()


def test_that_an_own_password_that_is_easy_to_guess_is_refused(house: House) -> None:
    _, view = welcome(house)
    fill(view)
    view.choice.own_button.click()
    view.choice.own.edit.setText("wachtwoord")
    view.choice.repeat.edit.setText("wachtwoord")
    view.begin_button.click()
    house.bot.waitUntil(lambda: bool(view.choice.own_row.error))
    assert view.begin_button.isEnabled()
    assert not list(house.setup.vaults.glob("*.vault"))


def test_that_an_own_password_opens_the_vault(house: House) -> None:
    shell, view = welcome(house)
    fill(view)
    view.choice.own_button.click()
    view.choice.own.edit.setText("De kat-van de buren slaapt")
    view.choice.repeat.edit.setText("de kat van de buren slaapt")
    view.begin_button.click()
    house.wait_for(shell, KeyStep)
    shell.close()
    shell.finish()
    open_vault(house.setup.vaults / "kluis.vault", "de kat van de buren slaapt", house.environment).close()


def test_that_putting_the_key_off_leaves_a_reminder_of_seven_days(house: House) -> None:
    shell, step, _ = to_key(house)
    assert step.sheet.later_button.text() == "Later doen, uiterlijk 28 november 2026"
    step.sheet.later_button.click()
    house.wait_for(shell, PlaceStep).later_button.click()
    frame = house.wait_for(shell, Frame)
    settings = frame.context.workspace.settings.get()
    assert settings.key_due == date(2026, 11, 28)
    assert (settings.organisation, settings.worker) == ("Welzijn Voorbeeldland", "S.")


def test_that_a_group_typed_back_takes_the_reminder_away(house: House) -> None:
    shell, step, _ = to_key(house)
    groups = shown_key(step.sheet).split()
    step.sheet.write_button.click()
    assert not step.sheet.check_button.isHidden()
    step.sheet.typed.setText(groups[step.sheet.asked % len(groups)])
    step.sheet.check_button.click()
    assert step.sheet.typed_row.error
    step.sheet.typed.setText(groups[step.sheet.asked - 1].lower())
    step.sheet.check_button.click()
    house.wait_for(shell, PlaceStep).later_button.click()
    frame = house.wait_for(shell, Frame)
    assert frame.context.workspace.settings.get().key_due is None


def test_that_the_key_on_the_screen_opens_the_vault(house: House) -> None:
    shell, step, _ = to_key(house)
    key = shown_key(step.sheet)
    shell.close()
    shell.finish()
    open_with_key(house.setup.vaults / "kluis.vault", key, house.environment).close()


def test_that_the_place_of_the_backups_is_kept(house: House, tmp_path: Path) -> None:
    shell, step, passphrase = to_key(house)
    step.sheet.later_button.click()
    place = house.wait_for(shell, PlaceStep)
    assert not place.open_button.isEnabled()
    house.asker.chosen = tmp_path
    place.choose_button.click()
    place.open_button.click()
    frame = house.wait_for(shell, Frame)
    assert frame.context.workspace.settings.get().backup_place == str(tmp_path)
    assert read_preferences(house.setup.preferences).vault == str(house.setup.vaults / "kluis.vault")
    shell.lock()
    view = house.wait_for(shell, UnlockView)
    view.password.setText(passphrase)
    view.open_button.click()
    house.wait_for(shell, Frame)


def test_that_a_vault_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    assert free_folder(tmp_path).name == "kluis.vault"
    (tmp_path / "kluis.vault").mkdir()
    assert free_folder(tmp_path).name == "kluis2.vault"


def test_that_the_example_village_opens_and_is_not_taken_for_the_own_vault(house: House) -> None:
    shell, view = welcome(house)
    view.look_button.click()
    frame = house.wait_for(shell, Frame)
    assert frame.context.workspace.settings.get().demo
    assert frame.context.workspace.folder == house.setup.data / DEMO_NAME
    assert read_preferences(house.setup.preferences).vault == ""
    shell.lock()
    assert "tafel appel fiets molen wolk" in house.wait_for(shell, UnlockView).note.text()


def test_that_the_example_village_is_made_once(house: House) -> None:
    for _ in range(2):
        shell, view = welcome(house)
        view.look_button.click()
        frame = house.wait_for(shell, Frame)
        count = len(frame.context.workspace.residents.all())
        house.end(shell)
    assert count == 160


@pytest.mark.parametrize("printed", [True, False])
def test_that_printing_keeps_the_key_only_when_it_was_printed(qtbot: QtBot, house: House, printed: bool) -> None:
    asked: list[QWidget] = []

    def print_key(parent: QWidget) -> bool:
        asked.append(parent)
        return printed

    sheet = KeySheet(("ABCD", "EFGH"), lambda _number, _typed: False, print_key, "")
    qtbot.addWidget(sheet)
    kept: list[bool] = []
    sheet.kept.connect(lambda: kept.append(True))
    sheet.print_button.click()
    assert asked == [sheet]
    assert bool(kept) is printed
    assert sheet.later_button.isHidden()


def test_that_the_paper_holds_every_group_in_order(qtbot: QtBot) -> None:
    text = key_paper(("ABCD", "EFGH", "1234", "5678")).toPlainText().split()
    assert [word for word in text if word in ("ABCD", "EFGH", "1234", "5678")] == ["ABCD", "EFGH", "1234", "5678"]
