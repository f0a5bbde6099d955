"""An invented resident's paper, and how to read it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from spinnenweb.documents.contents import SummaryContent
from spinnenweb.domain.conversations import Step
from spinnenweb.domain.wording import read_resident_texts
from tests.unit.charts.sample_webs import GAP, LABELS

if TYPE_CHECKING:
    from pathlib import Path


Changed = Any
"""A value for any field."""


def content(resources: Path, level: str = "gewoon", form: str = "u", **changes: Changed) -> SummaryContent:
    """A summary with everything on it but a note."""
    made = SummaryContent(
        texts=read_resident_texts(resources / "texts", "nl", level, form),
        fonts=resources / "fonts",
        name="Verzonnen Vrouw",
        held_on=date(2026, 11, 21),
        web=GAP,
        labels=LABELS,
        topics=("Meedoen",),
        matters=("Samen leuke dingen doen", "Naar de kaartclub"),
        step=Step("De belbus bellen", "dinsdag", "de buurvrouw"),
        return_on=date(2026, 12, 4),
        worker="Wil de Werker",
    )
    return replace(made, **changes)


def pages(data: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def text(data: bytes) -> str:
    """All text, with every run of blanks and line ends as one blank."""
    return " ".join(" ".join(pages(data)).split())
