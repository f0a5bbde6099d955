"""A PDF in memory as pictures of its pages, for a printer; and several as one."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from spinnenweb.documents.contents import PagePicture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

POINTS = 72
A4 = (595, 842)
"""In points."""


def page_pictures(pdf: bytes, dpi: int) -> Iterator[PagePicture]:
    """The pages one by one, at `dpi` pixels an inch; one A4 of 300 dpi takes 26 MB, so let each go in time."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=dpi / POINTS)
            yield PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
    finally:
        document.close()


def bundle(documents: Sequence[bytes]) -> bytes:
    """Several documents as one, each beginning on a new sheet when printed on both sides."""
    made = pikepdf.new()
    for data in documents:
        with pikepdf.open(BytesIO(data)) as document:
            made.pages.extend(document.pages)
            if len(document.pages) % 2:
                made.add_blank_page(page_size=A4)
    buffer = BytesIO()
    made.save(buffer, deterministic_id=True)
    return buffer.getvalue()
