"""From a story to the bytes of an A4 document: pages, charts laid in, and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from spinnenweb.documents.blocks import MM, SIDE, SOFT, TEXT_WIDTH, Flowable, Placed
from spinnenweb.documents.letters import REGULAR
from spinnenweb.documents.setting import Letters, draw_line, line_width
from spinnenweb.documents.texts import language_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE_WIDTH, PAGE_HEIGHT = A4
TOP, BOTTOM = 14 * MM, 17 * MM
_UNTRUE = {"/Author", "/CreationDate", "/Creator", "/Keywords", "/ModDate", "/Subject", "/Trapped"}
"""What reportlab fills in for itself: made-up dates and empty names. Title and producer stay."""
_FOOT, _FOOT_SIZE = 9 * MM, 10.0


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself: a title without names, the language, and the lines at the foot.

    `page_line` gets the number of the page and how many there are; `foot` stands on every page on the side where
    a line begins.
    """

    title: str
    language: str
    page_line: Callable[[int, int], str]
    foot: str = ""
    from_the_right: bool = False


def make_pdf(story: Callable[[list[Placed]], list[Flowable]], about: About) -> bytes:
    """An A4 document; the same story gives the same bytes, on any day.

    The story is told twice: how many pages there are is known only after the first time.
    """
    _, pages = _typeset(story([]), about, 0)
    placed: list[Placed] = []
    data, _ = _typeset(story(placed), about, pages)
    return _finish(data, placed, about)


def _typeset(story: Sequence[Flowable], about: About, pages: int) -> tuple[bytes, int]:
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title=about.title,
        author="",
        lang=language_tag(about.language),
        displayDocTitle=True,
        invariant=1,
        pageCompression=1,
        # else every page would name Helvetica, which is not embedded
        initialFontName=REGULAR,
    )
    frame = Frame(SIDE, BOTTOM, TEXT_WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)

    def foot(canvas: Flowable, document: Flowable) -> None:
        _draw_foot(canvas, document.page, pages, about)

    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=foot))
    document.build(list(story))
    return buffer.getvalue(), int(document.page)


def _draw_foot(canvas: Flowable, page: int, pages: int, about: About) -> None:
    canvas.setFillColor(SOFT)
    number, right = about.page_line(page, pages), about.from_the_right
    for text, at_the_end in ((about.foot, right), (number, not right)):
        letters = Letters(_FOOT_SIZE)
        width = line_width(text, letters, from_the_right=right)
        x = PAGE_WIDTH - SIDE - width if at_the_end else SIDE
        draw_line(canvas, text, (x, _FOOT), letters, from_the_right=right)


def _finish(data: bytes, placed: Sequence[Placed], about: About) -> bytes:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        for number, place in enumerate(placed):
            _lay_in(document, place, pikepdf.Name(f"/Web{number}"))
        for field in _UNTRUE & {str(key) for key in document.docinfo}:
            del document.docinfo[field]
        if about.from_the_right:
            document.Root.ViewerPreferences.Direction = pikepdf.Name.R2L
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _lay_in(document: pikepdf.Pdf, place: Placed, name: pikepdf.Name) -> None:
    with pikepdf.open(BytesIO(place.chart.data)) as chart:
        form = document.copy_foreign(chart.pages[0].as_form_xobject())
    page = document.pages[place.page]
    page.add_resource(form, pikepdf.Name.XObject, name)
    page.contents_add(f"q 1 0 0 1 {place.x:.2f} {place.y:.2f} cm {name} Do Q".encode())
