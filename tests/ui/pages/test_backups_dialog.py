"""The backups of an open vault: look into one, put it back, and the vault goes on lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from spinnenweb.ui.dialogs.backups import BackupsDialog
from spinnenweb.ui.places import SETTINGS, Place
from spinnenweb.ui.widgets.rows import RowButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.ui.pages.conftest import House

    Enter = Callable[..., House]


def opened(house: House) -> BackupsDialog:
    dialog = BackupsDialog(house.context, house.frame)
    dialog.put_back.connect(house.context.hub.lock)
    dialog.open()
    house.settle()
    return dialog


def with_backup(house: House, stick: Path) -> int:
    """A backup of everybody, and one person more since; how many there were."""
    settings = house.workspace.settings
    settings.save(replace(settings.get(), backup_place=str(stick)))
    people = len(house.workspace.residents.all())
    house.workspace.backups.make(stick)
    house.workspace.residents.add(house.workspace.residents.blank())
    return people


def test_that_a_backup_is_shown_beside_the_vault_of_today(enter: Enter, tmp_path: Path) -> None:
    house = enter(Place(SETTINGS))
    people = with_backup(house, tmp_path)
    dialog = opened(house)
    assert dialog.keep.isHidden()
    dialog.rows.findChildren(RowButton)[0].click()
    house.settle()
    assert dialog.pair is not None
    said = [label.text() for label in dialog.pair.findChildren(QLabel)]
    assert {str(people), str(people + 1)} <= {*said}
    dialog.reject()


def test_that_putting_back_asks_first_and_then_locks(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = enter(Place(SETTINGS))
    people = with_backup(house, tmp_path)
    locked: list[bool] = []
    house.context.hub.lock_wanted.connect(lambda: locked.append(True))
    dialog = opened(house)
    dialog.rows.findChildren(RowButton)[0].click()
    house.settle()
    dialog.keep.click()
    house.settle()
    assert not locked
    assert len(house.workspace.residents.all()) == people + 1
    monkeypatch.setattr(type(house.context.asker), "confirm", lambda *_: True)
    dialog.keep.click()
    house.settle()
    assert locked
    assert len(house.workspace.residents.all()) == people


def test_that_an_empty_place_says_where_to_look(enter: Enter) -> None:
    house = enter(Place(SETTINGS))
    dialog = opened(house)
    assert "USB-stick" in dialog.intro.text()
    dialog.reject()
