"""How a mark is written: "6", or "6,4" for a mean."""

from __future__ import annotations


def mark_text(mark: float) -> str:
    """A mark 0–10 with at most one decimal, with a comma."""
    return f"{mark:.1f}".removesuffix(".0").replace(".", ",")
