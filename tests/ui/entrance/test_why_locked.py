"""Why a vault locks, what the screen says then, and where the worker comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from spinnenweb.domain.house_rules import IdleTimes
from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.unlock import Closing, UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.locking.guards import quiet_times
from spinnenweb.ui.places import AUDIT, CONVERSATION, RESIDENT, TODAY, Place
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.ui.locking.keeper import Keeper
    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


def enter(house: House, shell: Shell, *, visit: bool = False) -> Frame:
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    (view.visit_button if visit else view.open_button).click()
    return house.wait_for(shell, Frame)


def opened(house: House, *, visit: bool = False) -> Shell:
    shell = house.shell(house.vault().workspace.folder)
    enter(house, shell, visit=visit)
    return shell


def keeper(shell: Shell) -> Keeper:
    found = shell._keeper
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("signal", "said"),
    [
        ("lock_due", "Het was 5 minuten stil. Daarom ging je kluis op slot. Wat je typte, is bewaard."),
        ("slept", "De laptop ging slapen. Daarom ging je kluis op slot. Wat je typte, is bewaard."),
    ],
)
def test_that_quiet_and_sleep_lock_and_say_why(house: House, signal: str, said: str) -> None:
    shell = opened(house)
    getattr(keeper(shell).guards.idle, signal).emit()
    view = house.wait_for(shell, UnlockView)
    assert view.note.text() == said


def test_that_the_lock_of_the_screen_and_sleep_of_the_system_lock_too(house: House) -> None:
    shell = opened(house)
    keeper(shell).guards.system.locked.emit()
    view = house.wait_for(shell, UnlockView)
    assert view.note.text() == "Het scherm ging op slot, en je kluis ook. Wat je typte, is bewaard."
    enter(house, shell)
    keeper(shell).guards.system.sleeping.emit()
    house.wait_for(shell, UnlockView)


def test_that_the_organisations_times_hold_at_once(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    context = shell.session.context
    settings = context.workspace.settings.get()
    changes = context.workspace.settings.save(replace(settings, idle=IdleTimes(desk=2)))
    context.hub.report(changes, shell)
    house.rest(shell)
    keeper(shell).guards.idle.lock_due.emit()
    assert house.wait_for(shell, UnlockView).note.text().startswith("Het was 2 minuten stil.")


def test_that_a_visit_is_covered_after_five_minutes_and_locks_after_thirty() -> None:
    assert (quiet_times(IdleTimes(), True).cover, quiet_times(IdleTimes(), True).lock) == (300, 1800)
    assert (quiet_times(IdleTimes(), False).cover, quiet_times(IdleTimes(), False).lock) == (None, 300)


def test_that_the_last_minute_is_told_and_a_touch_takes_it_back(house: House) -> None:
    shell = opened(house)
    frame = shell.view
    assert isinstance(frame, Frame)
    keeper(shell).guards.idle.warned.emit()
    said = "Over een minuut gaat je kluis op slot. Tik op het scherm om open te blijven."
    assert frame.toast.accessibleName() == said
    keeper(shell).guards.idle.touched_again.emit()
    assert not frame.toast.isVisible()


def test_that_a_quiet_visit_is_covered_and_only_a_long_press_lifts_it(house: House) -> None:
    shell = opened(house, visit=True)
    frame = shell.view
    keeper(shell).guards.idle.cover_due.emit()
    cover = keeper(shell).cover
    assert cover is not None
    assert frame is not None
    assert not frame.isVisible()
    assert not frame.isEnabled()
    assert cover.size() == shell.size()
    QTest.mouseClick(cover.lift, Qt.MouseButton.LeftButton)
    assert cover.isVisible()
    QTest.mousePress(cover.lift, Qt.MouseButton.LeftButton)
    house.bot.waitUntil(lambda: keeper(shell).cover is None)
    assert frame.isVisible()


def test_that_a_dialog_is_out_of_sight_at_once(house: House) -> None:
    shell = opened(house)
    dialog = QDialog(shell)
    dialog.show()
    shell.lock()
    assert not dialog.isVisible()
    house.rest(shell)


def test_that_what_was_copied_is_gone_at_the_lock(house: House) -> None:
    shell = opened(house)
    keeper(shell).guards.clipboard._owns = lambda: True
    QGuiApplication.clipboard().setText("het dak lekt")
    shell.lock()
    assert not QGuiApplication.clipboard().text()
    house.rest(shell)


def test_that_opening_again_returns_to_the_talk_and_its_question(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    workspace = shell.session.context.workspace
    draft = workspace.conversations.begin(workspace.residents.blank(), resident_is_new=True)
    workspace.conversations.save_draft(draft)
    frame = shell.view
    assert isinstance(frame, Frame)
    frame.open(Place(CONVERSATION, draft.id))
    house.rest(shell)
    shell.lock()
    house.rest(shell)
    assert enter(house, shell).place == Place(CONVERSATION, draft.id)


def test_that_a_place_that_is_gone_leads_to_today(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    shell.session.context.workspace.returning.remember(RESIDENT, "weg")
    house.end(shell)
    again = open_vault(house.setup.vaults / "kluis.vault", PASSPHRASE, house.environment)
    again.returning.remember(RESIDENT, "weg")
    again.close()
    assert enter(house, house.shell(house.setup.vaults / "kluis.vault")).place.page == TODAY


def test_that_closing_the_window_begins_with_today_next_time(house: House) -> None:
    shell = opened(house)
    frame = shell.view
    assert isinstance(frame, Frame)
    frame.open(Place(AUDIT))
    house.end(shell)
    assert enter(house, house.shell(house.setup.vaults / "kluis.vault")).place.page == TODAY


def test_that_a_fresh_process_takes_over_when_the_vault_is_closed(house: House) -> None:
    told: list[tuple[str, int, Path]] = []

    def relaunch(reason: str, minutes: int, vault: Path) -> bool:
        open_vault(vault, PASSPHRASE, house.environment).close()
        told.append((reason, minutes, vault))
        return True

    house.setup = replace(house.setup, relaunch=relaunch)
    shell = opened(house)
    shell.lock()
    assert isinstance(shell.view, Closing)
    house.rest(shell)
    assert told == [("by_you", 0, house.setup.vaults / "kluis.vault")]


def test_that_the_password_is_asked_here_when_no_process_can_be_started(house: House) -> None:
    house.setup = replace(house.setup, relaunch=lambda *_: False)
    shell = opened(house)
    shell.lock()
    view = house.wait_for(shell, UnlockView)
    assert view.note.text() == "Je kluis is op slot. Wat je typte, is bewaard."


def test_that_closing_the_window_starts_no_other_process(house: House) -> None:
    told: list[str] = []

    def relaunch(reason: str, _minutes: int, _vault: Path) -> bool:
        told.append(reason)
        return True

    house.setup = replace(house.setup, relaunch=relaunch)
    house.end(opened(house))
    assert told == []


def test_that_nothing_watches_after_the_lock(house: House) -> None:
    shell = opened(house)
    watch = keeper(shell)
    shell.lock()
    house.rest(shell)
    assert shell._keeper is None
    assert not shiboken6.isValid(watch)
    assert not QApplication.activeModalWidget()
