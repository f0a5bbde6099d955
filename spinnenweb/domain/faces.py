"""The five faces: a scale of their own, never averaged with marks (product.md).

A face stands on the rings of the web, 2-4-6-8-10, so that the web can be drawn; no face stands for 0.
"""

from __future__ import annotations

FACES = (2, 4, 6, 8, 10)
"""What each face is kept as, the saddest first."""


def face_of(mark: float) -> int:
    """Which face is kept as this mark: 1 is the saddest and 5 the happiest."""
    return FACES.index(min(FACES, key=lambda face: abs(face - mark))) + 1
