"""What the page asks of the vault, on the worker thread: the figures as they will be, and how they are made."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from spinnenweb.domain.releases import MadeRelease, ReleaseChoice, ReleasePreview, ReleaseSummary
    from spinnenweb.services.workspace import Workspace

OLD_VAULT = "release.old_vault"


@dataclass(frozen=True, slots=True)
class Look:
    """What is shown: the figures of a choice, or why there are none; and the releases made before.

    `home` is the worker's own village, `names` goes from the id of a village to its name; `has_copy` tells whether
    an old vault can go on from the copy of the series that lies beside it, `asked` is that of an earlier one.
    `groups` are the villages that stand together in this series, by the name of their group.
    """

    choice: ReleaseChoice
    preview: ReleasePreview | None
    refusal: SpinnenwebError | None
    earlier: tuple[ReleaseSummary, ...]
    names: Mapping[str, str]
    home: str
    has_copy: bool = False
    asked: int = 0
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of what is looked at when it was made already; 0 for a release to be."""
        return self.asked or (self.preview.number if self.preview is not None and self.preview.again else 0)

    def made(self, number: int) -> ReleaseSummary | None:
        """An earlier release."""
        return next((one for one in self.earlier if one.number == number), None)


def read_look(workspace: Workspace, choice: ReleaseChoice | None, number: int) -> Look:
    """The release of a choice, or with a `number` an earlier one; without either what is usual here."""
    releases = workspace.releases
    names = {village.id: village.name for village in workspace.residents.villages()}
    home = names.get(workspace.settings.get().village_id or "", "")
    known, groups = releases.earlier(), releases.groups()
    wanted = choice or releases.usual_choice()
    try:
        wanted = releases.choice_of(number) if number else wanted
        return Look(wanted, releases.preview(wanted), None, known, names, home, asked=number, groups=groups)
    except SpinnenwebError as refusal:
        copy = refusal.code == OLD_VAULT and workspace.series_repair.can_use_copy()
        return Look(wanted, None, refusal, known, names, home, copy, number, groups)


def free_folder(inside: Path, month: str) -> Path:
    """A folder that is not there yet: cijfers_2026-10, else with a number behind it."""
    number, folder = 2, inside / f"cijfers_{month}"
    while os.path.lexists(folder):
        folder, number = inside / f"cijfers_{month}_{number}", number + 1
    return folder


class Making(QObject):
    """One release in the making: tells how far it is and can be stopped."""

    stepped = Signal(int, int)

    def __init__(
        self, workspace: Workspace, choice: ReleaseChoice, number: int, folder: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._choice = choice
        self._number = number
        self._folder = folder
        self._stop = Event()

    def stop(self) -> None:
        """Make nothing; what was begun is taken away."""
        self._stop.set()

    def run(self) -> MadeRelease:
        """Make it, on the worker thread; with a number the files of that earlier release once more."""
        releases = self._workspace.releases
        if self._number:
            return releases.make_again(self._number, self._folder)
        return releases.make(self._choice, self._folder, progress=self._tell, cancelled=self._stop.is_set)

    def _tell(self, _what: str, done: int, total: int) -> None:
        self.stepped.emit(done, total)
