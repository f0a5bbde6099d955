"""Figures as bytes: PNG for a screen or a photo, PDF with real text for paper. Nothing touches the disk."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib import rc_context

from spinnenweb.charts.sheet import POINTS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PNG_DPI = 200
_TRUETYPE = 42


@dataclass(frozen=True, slots=True)
class ChartPdf:
    """A chart as a PDF of one page, with the size of that page in points."""

    data: bytes
    width_pt: float
    height_pt: float


def as_png(figure: Figure, dpi: int = PNG_DPI) -> bytes:
    """The figure as PNG; the same figure gives the same bytes, without a word about the maker or the time."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi, facecolor=figure.get_facecolor(), metadata={"Software": None})
    return buffer.getvalue()


def as_pdf(figure: Figure) -> ChartPdf:
    """The figure as vector PDF with TrueType text that can be selected; the same figure gives the same bytes."""
    buffer = BytesIO()
    silent = {"Creator": None, "Producer": None, "CreationDate": None}
    with rc_context({"pdf.fonttype": _TRUETYPE}):
        figure.savefig(buffer, format="pdf", facecolor=figure.get_facecolor(), metadata=silent)
    width, height = figure.get_size_inches()
    return ChartPdf(buffer.getvalue(), float(width) * POINTS, float(height) * POINTS)


def finished_png(figure: Figure, dpi: int = PNG_DPI) -> bytes:
    """The figure as PNG; the figure itself is let go."""
    try:
        return as_png(figure, dpi)
    finally:
        close(figure)


def finished_pdf(figure: Figure) -> ChartPdf:
    """The figure as PDF; the figure itself is let go."""
    try:
        return as_pdf(figure)
    finally:
        close(figure)


def close(figure: Figure) -> None:
    """Let go of everything a figure holds, so that it is freed at once and not by a later sweep."""
    figure.clear()
