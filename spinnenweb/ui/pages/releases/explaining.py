"""The line under the table: what a figure is, how fresh it is, and, for the worker only, why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.releases import RowStatus
from spinnenweb.ui.dates import month_of
from spinnenweb.ui.models.release_table import MEANS, month_day

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from spinnenweb.domain.wording import Wording
    from spinnenweb.ui.models.release_table import ReleaseModel, ShownCell

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """A line in words; `private` is for the worker's eyes only."""

    about: str
    text: str
    private: bool = False

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return f"{self.about} {self.text}".strip()


def line_of_table(table: str, words: Wording) -> Line:
    """What holds for all figures of a table."""
    if table == MEANS:
        text = translate("ReleasesPage", "Gemiddelden zijn afgerond. Hoe kleiner de groep, hoe groter de stap.")
        return Line("", text)
    return Line("", words.say("release.rounding"))


def line_of(model: ReleaseModel, index: QModelIndex, words: Wording) -> Line | None:
    """What there is to say about a figure; `None` beside the figures."""
    cell = model.cell(index)
    if cell is None:
        return None
    about = model.about(index)
    if cell.is_shown:
        return Line(f"{about}:", f"{cell.text}. {_how_fresh(cell, words)}")
    return Line(
        translate("ReleasesPage", "Alleen voor jou · {about}:").format(about=about), _why(cell, words), True
    )


def _how_fresh(cell: ShownCell, words: Wording) -> str:
    if cell.row.status is RowStatus.NEW:
        return words.say("release.new_explained")
    return words.say("release.repeated_explained", month=month_of(month_day(cell.row.snapshot)))


def _why(cell: ShownCell, words: Wording) -> str:
    if cell.hidden is None:
        return words.say("release.hidden_explained")
    enough = cell.hidden.enough_from
    return words.say(f"release.why_{cell.hidden.why.value}", n="" if enough is None else enough)
