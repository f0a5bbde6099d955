"""Locking and leaving: nothing typed is lost, nothing stays in sight, the vault is given back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.services.vaults import open_vault
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.frame import Frame
from spinnenweb.ui.places import CONVERSATION, SETTINGS, Place
from spinnenweb.ui.preferences import read_preferences
from spinnenweb.ui.qt_asker import QuestionDialog
from spinnenweb.ui.widgets.growing_text import GrowingText
from tests.ui.entrance.conftest import PASSPHRASE

if TYPE_CHECKING:
    import pytest

    from spinnenweb.ui.shell import Shell
    from tests.ui.entrance.conftest import House


def opened(house: House) -> Shell:
    shell = house.shell(house.vault().workspace.folder)
    enter(house, shell)
    return shell


def enter(house: House, shell: Shell) -> Frame:
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.open_button.click()
    return house.wait_for(shell, Frame)


def dialog(house: House) -> QuestionDialog:
    house.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QuestionDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, QuestionDialog)
    return found


def test_that_the_shortcut_locks_at_once_and_says_so(house: House) -> None:
    shell = opened(house)
    frame = shell.view
    QTest.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(shell.view, UnlockView)
    assert shell.view.note.text() == "Je kluis is op slot. Wat je typte, is bewaard."
    house.rest(shell)
    house.bot.waitUntil(lambda: not shiboken6.isValid(frame))
    assert shell.session is None


def test_that_the_lock_button_gives_the_vault_back_and_the_password_opens_it_again(house: House) -> None:
    shell = opened(house)
    frame = shell.view
    assert isinstance(frame, Frame)
    frame.lock_asked.emit()
    house.rest(shell)
    folder = house.setup.vaults / "kluis.vault"
    open_vault(folder, PASSPHRASE, house.environment).close()
    enter(house, shell)


def test_that_what_was_typed_last_is_in_the_draft_after_locking(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    workspace = shell.session.context.workspace
    draft = workspace.conversations.begin(workspace.residents.blank(), resident_is_new=True)
    workspace.conversations.save_draft(draft)
    frame = shell.view
    assert isinstance(frame, Frame)
    frame.open(Place(CONVERSATION, draft.id))
    house.rest(shell)
    QTest.keyClicks(frame.findChildren(GrowingText)[0], "Heup doet zeer")
    shell.lock()
    house.rest(shell)
    again = open_vault(workspace.folder, PASSPHRASE, house.environment)
    kept = again.conversations.draft(draft.id)
    again.close()
    assert "Heup doet zeer" in repr(kept)


def test_that_closing_the_window_gives_the_vault_back(house: House) -> None:
    shell = opened(house)
    house.end(shell)
    open_vault(house.setup.vaults / "kluis.vault", PASSPHRASE, house.environment).close()


def test_that_closing_while_the_vault_opens_gives_it_back(house: House) -> None:
    made = house.vault()
    shell = house.shell(made.workspace.folder)
    view = house.wait_for(shell, UnlockView)
    view.password.setText(PASSPHRASE)
    view.open_button.click()
    house.end(shell)
    open_vault(made.workspace.folder, PASSPHRASE, house.environment).close()


def test_that_the_window_comes_back_where_it_was(house: House) -> None:
    first = house.shell(house.vault().workspace.folder)
    first.resize(700, 520)
    first.close()
    assert house.shell(house.setup.vaults / "kluis.vault").size() == first.size()


def test_that_an_expected_error_is_told_in_words(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    shell.session.context.hub.fail(SpinnenwebError("disk.full"))
    shown = dialog(house)
    assert shown.accessibleName() == "De schijf is vol"
    shown.act.click()
    house.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert shell.isVisible()


def test_that_a_bug_is_told_once_and_ends_in_order(house: House) -> None:
    shell = opened(house)
    shell.bug.emit()
    shell.bug.emit()
    shown = dialog(house)
    assert "Wat je bewaarde, staat er nog." in shown.accessibleDescription()
    shown.act.click()
    house.bot.waitUntil(lambda: not shell.isVisible())
    open_vault(house.setup.vaults / "kluis.vault", PASSPHRASE, house.environment).close()


def test_that_a_bug_on_the_worker_thread_reaches_the_nets(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: caught.append(kind))
    shell = opened(house)
    shell.jobs.run(shell, lambda: 1 // 0)
    house.rest(shell)
    assert caught == [ZeroDivisionError]


def test_that_another_look_is_kept_and_shown_at_once(house: House) -> None:
    shell = opened(house)
    assert shell.session is not None
    wanted = replace(shell.session.context.preferences, theme="donker", text_size=150)
    shell.session.context.hub.prefer(wanted)
    frame = house.wait_for(shell, Frame)
    assert frame.place.page == SETTINGS
    assert frame.context.theme.name == "donker"
    kept = read_preferences(house.setup.preferences)
    assert (kept.theme, kept.text_size, kept.vault) == ("donker", 150, str(house.setup.vaults / "kluis.vault"))
