from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.residents import Purpose
from spinnenweb.services.vaults import open_vault
from tests.unit.services.kept_vaults import CONSENT, CONVERSATION, DATA, DRAFT, RESIDENT, VILLAGE
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from pathlib import Path

KEPT = sorted(path.name for path in DATA.glob("format-*.vault"))


def test_that_a_vault_of_every_format_is_kept() -> None:
    assert KEPT == ["format-1.0.vault"]


@pytest.mark.parametrize("name", KEPT)
def test_that_a_vault_of_an_older_format_opens_with_all_that_was_in_it(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    shutil.copytree(DATA / name, folder)
    workspace = open_vault(folder, PASSPHRASE, environment())
    with workspace.database.reading() as work:
        assert VILLAGE in work.villages.all()
        assert work.residents.all() == (RESIDENT,)
        assert work.consents.by_purpose(Purpose.COUNT) == {RESIDENT.id: (CONSENT,)}
        assert work.conversations.of(RESIDENT.id) == (CONVERSATION,)
        assert work.drafts.all() == (DRAFT,)
        assert work.settings.get().organisation == "Welzijn Verzonnen"
    assert workspace.checks.check().sound
    workspace.close()
