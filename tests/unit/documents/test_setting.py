"""Rules for words in letters of two scripts on one line."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from spinnenweb.documents.blocks import TEXT_WIDTH, text_style
from spinnenweb.documents.letters import ARABIC, ARABIC_BOLD, BOLD, REGULAR, register_letters
from spinnenweb.documents.setting import Letters, draw_line, is_plain, line_width, lines, paragraph, signs_seen

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = Letters(14.0)


@pytest.fixture(autouse=True)
def _registered(resources: Path) -> None:
    register_letters(resources / "fonts")


def parts(text: str, letters: Letters = LETTERS, *, right: bool = False) -> list[tuple[str, str]]:
    found = letters.parts(signs_seen(text, right))
    return [(name, unicodedata.normalize("NFKC", words)) for name, words in found]


def test_that_the_arabic_letter_takes_over_for_arabic_words_only() -> None:
    assert parts("Voor أحمد dus") == [(REGULAR, "Voor "), (ARABIC, "دمحأ "), (REGULAR, "dus")]
    assert parts("أحمد", Letters(14.0, bold=True)) == [(ARABIC_BOLD, "دمحأ")]


@pytest.mark.parametrize("text", ["Şükrü Güneş", "Їжак Ґалаґан", "Łukasz Żółć", "Straße", "06-12 (thuis)"])
def test_that_turkish_ukrainian_polish_and_german_names_need_one_letter(text: str) -> None:
    assert is_plain(text)
    assert parts(text) == [(REGULAR, text)]


def test_that_numbers_and_stops_stay_in_the_letter_of_their_words() -> None:
    assert [name for name, _ in parts("في 12.", right=True)] == [ARABIC]
    assert [name for name, _ in parts("Kamer 12.")] == [REGULAR]


def test_that_a_sign_no_letter_has_becomes_a_question_mark_and_not_an_empty_box() -> None:
    assert parts("Li 李") == [(REGULAR, "Li ?")]
    assert not is_plain("Li 李")
    assert not is_plain("李", bold=True)


def test_that_a_letter_typed_in_two_pieces_is_set_as_one() -> None:
    assert parts("S\u0327u\u0308kru\u0308") == [(REGULAR, "Şükrü")]


def test_that_a_line_is_never_wider_than_its_room() -> None:
    text = "هذه ملاحظة طويلة عن الحديث، وفيها Anna de Vries و12 شخصا (تقريبا). " * 4 + "ب" * 90
    found = lines(text, 180.0, LETTERS, from_the_right=True)
    assert len(found) > 5
    assert all(LETTERS.width(line) <= 180.0 for line in found)
    assert sum(sign.text == "ﺒ" for line in found for sign in line) >= 88


def test_that_what_was_isolated_keeps_its_place_over_the_blank_between() -> None:
    shown = "".join(sign.shown for sign in signs_seen("\u2068Wil\u2069 \u206806-12\u2069", from_the_right=True))
    assert shown == "06-12 Wil"


def test_that_a_drawn_line_is_as_wide_as_it_was_measured() -> None:
    assert line_width("Voor أحمد", LETTERS) == pytest.approx(
        line_width("Voor ", LETTERS) + line_width("أحمد", LETTERS), rel=0.01
    )


def test_that_a_line_drawn_on_paper_can_be_read_back() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    draw_line(canvas, "صفحة واحدة", (100.0, 700.0), LETTERS, from_the_right=True)
    canvas.save()
    read = PdfReader(BytesIO(buffer.getvalue())).pages[0].extract_text()
    assert "صفحة واحدة" in unicodedata.normalize("NFKC", read)


def test_that_the_bold_letter_is_found_by_the_style() -> None:
    made = paragraph("أحمد", text_style(14, bold=True), TEXT_WIDTH, from_the_right=False)
    assert made.style.fontName == BOLD
    assert {frag.fontName for frag in made.frags} == {ARABIC_BOLD}


@given(st.text(max_size=80), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_every_text_is_set_in_its_room(text: str, right: bool) -> None:
    made = paragraph(text, text_style(14, right=right), 120.0, right)
    _, height = made.wrap(120.0, 10_000)
    assert height >= 0
    for line in lines(text, 120.0, LETTERS, right):
        assert LETTERS.width(line) <= 120.0
