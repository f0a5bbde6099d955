"""The paper in each of the languages: all of it there, every sign drawn, Arabic from the right."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from matplotlib.font_manager import get_font
from pypdf import PdfReader

from spinnenweb.documents.contents import SummaryChoice, SummaryContent, WrittenNote
from spinnenweb.documents.summary import make_summary
from spinnenweb.documents.texts import language_tag
from spinnenweb.domain.conversations import Step
from spinnenweb.domain.languages import CODES
from spinnenweb.domain.wording import read_resident_texts
from tests.unit.charts.sample_webs import GAP
from tests.unit.documents.sample_papers import content, pages

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("gewoon", "eenvoudig")
TITLES = {
    "nl": "Samenvatting van ons gesprek",
    "en": "Summary of our conversation",
    "de": "Zusammenfassung unseres Gesprächs",
    "ar": "ملخص حديثنا",
    "tr": "Konuşmamızın özeti",
    "pl": "Podsumowanie naszej rozmowy",
    "uk": "Підсумок нашої розмови",
}
NAMES = "Şükrü Їжак Łucja أحمد"
LONG = "ذهبنا معا إلى السوق (يوم الثلاثاء) مع Anna de Vries. "


def paper(resources: Path, language: str, level: str = "gewoon") -> SummaryContent:
    """A whole summary in a language, with names and notes typed in others."""
    texts = read_resident_texts(resources / "texts", language, level)
    made = content(
        resources,
        texts=texts,
        name=NAMES,
        labels={code: texts.say(f"label.{code}") for code in GAP.codes},
        topics=(texts.say("label.MD"),),
        matters=(texts.say("label.MD3"), "Naar de kaartclub", "الذهاب إلى السوق"),
        step=Step("De belbus bellen: 06-12 34", "dinsdag 24-11 om 10:00", "أحمد"),
        phone="06-12 34 56 78",
        example=True,
        notes=(WrittenNote(texts.say("label.MD"), LONG * 8),),
    )
    return replace(made, choice=SummaryChoice(note=True))


def read(data: bytes) -> str:
    """All words in plain letters."""
    return unicodedata.normalize("NFKC", " ".join(" ".join(pages(data)).split()))


@cache
def _known(file: Path) -> frozenset[int]:
    return frozenset(get_font(str(file)).get_charmap())


def undrawn(data: bytes, fonts: Path) -> set[str]:
    """The signs that were set in a letter that has them not, so that a box would be seen."""
    found: set[str] = set()

    def look(words: str, _cm: object, _tm: object, font: dict[str, object] | None, _size: float) -> None:
        if font is not None:
            name = str(font["/BaseFont"]).rsplit("+", 1)[-1]
            known = _known(fonts / f"{name}.ttf")
            found.update(sign for sign in words if not sign.isspace() and ord(sign) not in known)

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("level", LEVELS)
def test_that_the_paper_speaks_one_language_and_draws_every_sign(
    resources: Path, language: str, level: str
) -> None:
    made = paper(resources, language, level)
    data = make_summary(made)
    words = read(data)
    for key in ("summary.marks", "summary.agreed", "summary.matters", "summary.notes", "line.resident"):
        assert made.texts.say(key) in words
    for code in GAP.codes:
        assert all(word in words for word in made.labels[code].split())
    assert "Naar de kaartclub" in words
    assert "De belbus bellen: 06-12 34" in words
    assert "أحمد" in words
    assert undrawn(data, resources / "fonts") == set()
    assert "□" not in words


@pytest.mark.parametrize("language", CODES)
def test_that_the_file_names_its_language_and_its_title_in_it(resources: Path, language: str) -> None:
    reader = PdfReader(BytesIO(make_summary(paper(resources, language))))
    assert str(reader.root_object["/Lang"]) == language_tag(language)
    about = reader.metadata
    assert about is not None
    assert about.title == TITLES[language]


def test_that_only_an_arabic_file_is_bound_on_the_right(resources: Path) -> None:
    for language in CODES:
        root = PdfReader(BytesIO(make_summary(paper(resources, language)))).root_object
        assert ("/R2L" in str(root["/ViewerPreferences"].get_object())) is (language == "ar")


def starts(data: bytes, word: str) -> list[float]:
    """How far from the left, in points, the pieces of text with a word begin."""
    found: list[float] = []

    def look(words: str, cm: list[float], tm: list[float], *_: object) -> None:
        if word in unicodedata.normalize("NFKC", words):
            found.append(cm[4] + tm[4])

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=look)
    return found


def test_that_the_words_of_a_row_stand_right_of_what_belongs_to_them_in_arabic(resources: Path) -> None:
    made = paper(resources, "ar")
    data = make_summary(made)
    (what,) = starts(data, "De belbus")
    (named,) = starts(data, made.texts.say("summary.step"))
    assert what < named


def test_that_numbers_and_dutch_words_stay_in_order_in_arabic(resources: Path) -> None:
    words = read(make_summary(paper(resources, "ar")))
    for kept in ("06-12 34 56 78", "Wil de Werker", "dinsdag 24-11 om 10:00", "Anna de Vries"):
        assert kept in words


def test_that_the_web_stands_in_the_same_order_in_arabic(resources: Path) -> None:
    dutch, arabic = (paper(resources, language) for language in ("nl", "ar"))
    right_of_the_web, left_of_the_web = "MW", "DF"
    for made in (dutch, arabic):
        chosen = replace(made, choice=replace(SummaryChoice(*[False] * 6), web=True))
        data = make_summary(chosen)
        first = [made.labels[code].split()[0] for code in (left_of_the_web, right_of_the_web)]
        left, right = (min(starts(data, word)) for word in first)
        assert left < right


def test_that_a_long_note_in_arabic_flows_over_pages_to_its_last_word(resources: Path) -> None:
    made = replace(paper(resources, "nl"), notes=(WrittenNote("", LONG * 60 + "النهاية"),))
    data = make_summary(made)
    assert len(pages(data)) > 2
    words = read(data)
    assert words.count("السوق") >= 60
    assert "النهاية" in words


def test_that_a_long_step_in_arabic_is_whole(resources: Path) -> None:
    made = replace(paper(resources, "ar"), step=Step((LONG * 9)[:500], "غدا", "النهاية"))
    words = read(make_summary(made))
    assert words.count("السوق") >= 8
    assert "النهاية" in words
