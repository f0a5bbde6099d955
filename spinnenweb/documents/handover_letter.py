"""The letter of a hand-over: only what the resident agreed to, and until when it may be used."""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pikepdf
from reportlab.platypus import KeepTogether, Spacer

from spinnenweb.documents.blocks import TEXT_WIDTH, Flowable, line, paragraphs, rows, section, text_style
from spinnenweb.documents.letters import register_letters
from spinnenweb.documents.paper import About, make_pdf
from spinnenweb.documents.texts import dutch_date

if TYPE_CHECKING:
    from spinnenweb.documents.contents import LetterContent

_TEXT = 11.5
AES_256: Final = 6
"""The revision of the PDF standard that locks with AES-256 (ISO 32000-2)."""
_OWNER_BYTES = 24


def make_letter(content: LetterContent) -> bytes:
    """The letter as PDF; the same content gives the same bytes."""
    register_letters(content.fonts)
    words = content.words
    about = About(
        words.say("handover_letter.file"),
        "nl",
        lambda page, pages: words.say("handover_letter.page", n=page, total=pages),
        words.say("handover_letter.example") if content.example else "",
    )
    return make_pdf(lambda _: _story(content), about)


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """The same document, to be opened with a password only: AES-256, also over what it says about itself."""
    made = BytesIO()
    # nobody knows the owner's password: whoever may open it may do everything with it
    encryption = pikepdf.Encryption(
        owner=secrets.token_urlsafe(_OWNER_BYTES), user=password, R=AES_256, aes=True, metadata=True
    )
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(made, encryption=encryption)
    return made.getvalue()


def _story(content: LetterContent) -> list[Flowable]:
    plain, soft = text_style(_TEXT), text_style(_TEXT, soft=True)
    story: list[Flowable] = [line(one, soft) for one in content.sender]
    story += [Spacer(0, _TEXT * 1.6), *(line(one, plain) for one in content.receiver)]
    story += [
        Spacer(0, _TEXT * 1.6),
        line(dutch_date(content.made_on), soft),
        Spacer(0, _TEXT * 1.6),
        line(content.subject, text_style(_TEXT * 1.5, bold=True)),
        Spacer(0, _TEXT * 0.8),
    ]
    story += [line(one, text_style(_TEXT, before=_TEXT * 0.4)) for one in content.opening]
    story += section(content.words.say("handover_letter.fields"), _fields(content), _TEXT)
    closing = [line(one, text_style(_TEXT, before=_TEXT * 0.4)) for one in content.closing]
    return [*story, Spacer(0, _TEXT * 1.4), KeepTogether(closing)]


def _fields(content: LetterContent) -> list[Flowable]:
    short = [(name, text) for name, text in content.rows if "\n" not in text]
    long = [(name, text) for name, text in content.rows if "\n" in text]
    body: list[Flowable] = [rows(short, TEXT_WIDTH, _TEXT)] if short else []
    for name, text in long:
        body += [line(name, text_style(_TEXT, soft=True, before=_TEXT * 0.5))]
        body += paragraphs(text, text_style(_TEXT, bold=True))
    return body
