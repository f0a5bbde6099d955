"""Looks into a PDF: what a page is made of, which fonts it names and whether they are inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

Raw = Any
"""An object of pypdf, whose kind is known only when it is looked at."""


def forms(page: PageObject) -> Raw:
    """What is laid in on a page, by name."""
    resources: Raw = page.get("/Resources")
    return {name: form.get_object() for name, form in resources.get_object().get("/XObject", {}).items()}


def embedded_fonts(page: PageObject) -> list[tuple[str, bool]]:
    """The fonts of a page and of what is laid in on it, each with whether its TrueType file is inside."""
    found: list[tuple[str, bool]] = []
    _collect(page.get("/Resources"), found)
    return found


def _collect(resources: Raw, found: list[tuple[str, bool]]) -> None:
    own = resources.get_object()
    for reference in own.get("/Font", {}).values():
        font = reference.get_object()
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        found.append((str(font["/BaseFont"]), "/FontFile2" in inner.get("/FontDescriptor", {})))
    for reference in own.get("/XObject", {}).values():
        if "/Resources" in reference.get_object():
            _collect(reference.get_object()["/Resources"], found)
