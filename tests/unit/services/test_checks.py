from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.services.checks import CheckReport
from spinnenweb.storage.migrations import STEPS
from tests.unit.services.rooms import room
from tests.unit.storage.test_faults import flip

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_whole_vault_is_sound_and_counted(tmp_path: Path) -> None:
    with room(tmp_path) as opened:
        opened.talk(opened.new_resident())
        opened.new_resident()
        assert opened.workspace.checks.check() == CheckReport(True, 2, 1, str(STEPS[-1].info.to), ())


def test_that_a_damaged_vault_is_not_sound_and_says_where(tmp_path: Path) -> None:
    with room(tmp_path) as opened:
        opened.workspace.database.checkpoint()
        for page in range(1, 12):
            flip(opened.folder / "dossier-1.db", page)
        report = opened.workspace.checks.check()
        assert not report.sound
        assert "pages" in report.problems
