"""The documents of the example village: three summaries, charts and the anonymised tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.security.private_files import make_private_folder, write_private
from spinnenweb.services.summaries import SummaryChoice

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.workspace import Workspace

SUMMARIES = 3


def write_papers(workspace: Workspace, folder: Path, passphrase: str) -> None:
    """Write `wachtwoord.txt`, `samenvattingen/`, `grafieken/` and `cijfers/` in `folder`."""
    write_private(folder / "wachtwoord.txt", f"{passphrase}\n".encode())
    chosen = _worth_showing(workspace)
    for name in ("samenvattingen", "grafieken"):
        make_private_folder(folder / name)
    for resident in chosen:
        _write_of(workspace, folder, resident)
    workspace.releases.make(ReleaseChoice(workspace.clock.today()), folder / "cijfers")


def _worth_showing(workspace: Workspace) -> list[Resident]:
    """Residents with two talks and a step, so that every part of a document is seen."""
    lines = workspace.residents.all()
    ranked = sorted(lines, key=lambda line: (-line.conversations, line.next_step.empty, line.resident.code))
    return [line.resident for line in ranked[:SUMMARIES]]


def _write_of(workspace: Workspace, folder: Path, resident: Resident) -> None:
    talk, *earlier = workspace.conversations.of(resident.id)
    summary = folder / "samenvattingen" / workspace.summaries.file_name(resident, talk)
    workspace.summaries.write(summary, resident, talk, SummaryChoice())
    workspace.pictures.write_web_png(folder / "grafieken" / f"web_{resident.code}.png", resident, talk)
    if earlier and workspace.pictures.can_compare(earlier[0], talk):
        change = folder / "grafieken" / f"verandering_{resident.code}.png"
        workspace.pictures.write_change_png(change, resident, earlier[0], talk)
