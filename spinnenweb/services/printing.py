"""What a printer needs of a paper made in memory: its pages as pictures, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.documents.contents import PagePicture

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PagePicture", "page_pictures"]


def page_pictures(pdf: bytes, dpi: int) -> Iterator[PagePicture]:
    """The pages of a PDF at `dpi` pixels an inch. Nothing is written to the disk."""
    from spinnenweb.documents import pages

    return pages.page_pictures(pdf, dpi)
