"""What a resident is called on the worker's own screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from spinnenweb.domain.residents import Resident

translate = QCoreApplication.translate


def display_name(resident: Resident) -> str:
    """The calling name, else "Inwoner" and the code, in the language of the screens (words.nl.md 1)."""
    return resident.calling_name or nameless(resident.code)


def nameless(code: str) -> str:
    """Who gave no calling name, by the code."""
    return translate("Names", "Inwoner {code}").format(code=code)
