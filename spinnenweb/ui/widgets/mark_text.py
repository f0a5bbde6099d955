"""How a mark is written: "6", or "6,4" for a mean; in English "6.4". A face is named, never counted as a mark."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.faces import FACES, face_of
from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.dates import locale

translate = QCoreApplication.translate


def mark_text(mark: float) -> str:
    """A mark 0–10 with at most one decimal, with the comma or point of the language spoken."""
    return f"{mark:.1f}".removesuffix(".0").replace(".", locale().decimalPoint())


def said_mark(mark: float, scale: Scale) -> str:
    """A mark on its scale: "6", or "gezicht 3 van 5"."""
    if scale is Scale.MARKS:
        return mark_text(mark)
    return translate("MarkText", "gezicht {number} van {total}").format(number=face_of(mark), total=len(FACES))
