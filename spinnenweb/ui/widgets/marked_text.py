"""A text with stretches that ask for attention: bold, underlined and on another ground, so not by colour alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from spinnenweb.ui.theme.look import active_theme, set_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.domain.free_text import Finding, FindingKind


class MarkedText(QLabel):
    """Only to be read. A screen reader hears behind every marked stretch what it is, in the words of `kinds`."""

    def __init__(self, text: str, findings: Iterable[Finding], kinds: Mapping[FindingKind, str]) -> None:
        super().__init__()
        set_role(self, "body")
        marks = sorted(findings)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(_html(text, marks))
        self.setAccessibleName(_spoken(text, marks, kinds))


def _html(text: str, marks: list[Finding]) -> str:
    theme = active_theme()
    look = f"background-color:{theme.warn_soft}; color:{theme.ink}; font-weight:bold; text-decoration:underline"
    parts, at = [], 0
    for mark in marks:
        parts += [
            escape(text[at : mark.start]),
            f'<span style="{look}">{escape(text[mark.start : mark.end])}</span>',
        ]
        at = mark.end
    parts.append(escape(text[at:]))
    return "".join(parts).replace("\n", "<br>")


def _spoken(text: str, marks: list[Finding], kinds: Mapping[FindingKind, str]) -> str:
    parts, at = [], 0
    for mark in marks:
        parts.append(f"{text[at : mark.end]} ({kinds[mark.kind]})")
        at = mark.end
    return "".join((*parts, text[at:]))
