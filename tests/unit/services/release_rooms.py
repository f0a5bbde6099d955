"""An open vault with a village of people who count, for tests of giving out figures."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import Purpose
from spinnenweb.exchange.conversations_csv import HEADER
from spinnenweb.services.vaults import open_vault
from tests.records import varied
from tests.unit.services.rooms import PASSPHRASE, YES, Room, same_room
from tests.unit.services.tables import row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.releases import MadeRelease, ReleasePreview, ReleaseRow
    from spinnenweb.domain.residents import ConsentAnswer
    from spinnenweb.services.imports import ImportReport
    from spinnenweb.services.releases import ReleaseService
    from spinnenweb.services.workspace import Workspace

MARCH, APRIL, MAY = date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)


@dataclass
class Village:
    """A room, and what the tests of releases do in it."""

    room: Room
    workspace: Workspace
    out: Path

    @property
    def releases(self) -> ReleaseService:
        return self.workspace.releases

    def take(self, *lines: str) -> ImportReport:
        """Import these rows."""
        file = self.out / "gesprekken.csv"
        file.write_bytes("\r\n".join((HEADER, *lines)).encode())
        return self.workspace.imports.import_csv(file)

    def crowd(self, size: int, start: int = 0, **cells: str) -> None:
        """Residents with one talk each."""
        self.take(*(row(code=f"R-{start + number:03}", **cells) for number in range(size)))

    def preview(self, until: date = MARCH, **choice: object) -> ReleasePreview:
        """The release of a day."""
        return self.releases.preview(varied(ReleaseChoice(until), **choice))

    def make(self, until: date = MARCH, name: str | None = None) -> MadeRelease:
        """Give it out, in a folder named after its month."""
        return self.releases.make(ReleaseChoice(until), self.out / (name or f"{until:%Y-%m}"))

    def id_of(self, code: str) -> str:
        """The id of a resident."""
        return self.workspace.residents.by_code(code).id

    def say(self, code: str, purpose: Purpose = Purpose.COUNT, answer: ConsentAnswer = YES) -> None:
        """Answer a permission question today."""
        self.workspace.residents.say(self.id_of(code), purpose, answer)

    def open_again(self) -> None:
        """Close the vault and open it anew."""
        self.workspace.close()
        self.workspace = open_vault(self.room.folder, PASSPHRASE, self.room.environment)


@contextmanager
def village(parent: Path) -> Iterator[Village]:
    """A new vault, and a folder to give out in."""
    out = parent / "uit"
    out.mkdir()
    with same_room(parent) as made:
        here = Village(made, made.workspace, out)
        try:
            yield here
        finally:
            if here.workspace is not made.workspace:
                here.workspace.close()


def figure(
    preview: ReleasePreview, table: str, item: str = "", name: str = "Ruinen", age: str = "totaal"
) -> object:
    """One figure, `None` when hidden."""
    return found(preview, table, item, name, age).value


def found(
    preview: ReleasePreview, table: str, item: str = "", name: str = "Ruinen", age: str = "totaal"
) -> ReleaseRow:
    """One row."""
    (only,) = (r for r in preview.tables[table] if (r.village, r.age_group, r.item) == (name, age, item))
    return only


def bytes_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
