from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.changes import Kind
from spinnenweb.domain.residents import Address
from spinnenweb.services.vaults import open_vault
from tests.records import varied
from tests.unit.security.vaults import code_of
from tests.unit.services.rooms import PASSPHRASE, Room, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def test_that_settings_travel_with_the_vault(opened: Room) -> None:
    service = opened.workspace.settings
    chosen = replace(
        service.get(), worker=" C  D ", address=Address.INFORMAL, key_due=None, backup_place="/mnt/usb  1"
    )
    assert service.save(chosen).touches(Kind.SETTINGS)
    opened.workspace.close()
    again = open_vault(opened.folder, PASSPHRASE, opened.environment)
    assert again.settings.get() == replace(chosen, worker="C D")
    again.close()


@pytest.mark.parametrize("field", ["organisation", "worker", "phone", "backup_place"])
def test_that_a_setting_that_cannot_be_kept_changes_nothing(opened: Room, field: str) -> None:
    service = opened.workspace.settings
    before = service.get()
    assert code_of(lambda: service.save(varied(before, **{field: "a\0"}))) == "text.nul"
    assert code_of(lambda: service.save(varied(before, **{field: "a" * 5000}))) == "text.too_long"
    assert service.get() == before
