"""Rules for the empty paper form."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.documents.empty_web import RADIUS
from spinnenweb.domain.instruments import ADULT, SIMPLE, InstrumentKey
from spinnenweb.domain.languages import CODES
from spinnenweb.domain.residents import Address, Level
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.forms import TO_FILL_IN, FormService
from tests.unit.charts.pdf_fonts import embedded_fonts

if TYPE_CHECKING:
    from pathlib import Path

WORKER = WorkSettings(organisation="Welzijn Beekdal", worker="Anna", phone="het nummer van Anna", village_id="v1")
A4_MM = (210, 297)
POINT = 25.4 / 72


def service(resources: Path, settings: WorkSettings = WORKER) -> FormService:
    names = {"v1": "Esdoornhoek"}
    return FormService(
        read_catalogue(resources), resources / "texts", lambda: settings, lambda v: names.get(v, "")
    )


def form(
    resources: Path,
    key: InstrumentKey = ADULT,
    language: str = "nl",
    level: Level = Level.PLAIN,
    address: Address = Address.FORMAL,
    settings: WorkSettings = WORKER,
) -> bytes:
    return service(resources, settings).empty_form(key, language, level, address)


def read(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_that_every_question_stands_on_the_paper_in_the_resident_s_words(resources: Path) -> None:
    text = read(form(resources))
    for words in (
        "Datum",
        "Code",
        "Zet op elke lijn een stip bij het cijfer.",
        "Hoe is het met uw lichaam en met uw energie?",
        "Denk aan slapen, eten, bewegen of pijn.",
        "Welk cijfer past daar nu bij? Zet een rondje om het cijfer.",
        "Wat telt voor u het meest?",
        "Wat is een kleine eerste stap?",
        "Mag ik bewaren wat we hebben besproken? Het blijft bij Anna van Welzijn Beekdal.",
        "meetellen in de cijfers van Esdoornhoek?",
        "Bel Anna: het nummer van Anna.",
        "Gebaseerd op het gedachtegoed Positieve Gezondheid.",
        "Bladzijde 6 van 6",
    ):
        assert words in text
    assert text.count("Welk cijfer past daar nu bij?") == 6
    assert text.count("Ja, dat is goed") == text.count("Nee, liever niet") == 3


def test_that_not_knowing_and_not_saying_are_one_box(resources: Path) -> None:
    text = read(form(resources))
    assert text.count("Weet ik niet / Zeg ik liever niet") == 6
    assert text.count("Weet ik niet") == text.count("Zeg ik liever niet") == 6


def test_that_there_is_a_line_for_the_code_and_none_for_a_name(resources: Path) -> None:
    assert "naam" not in read(form(resources)).lower().replace("zonder naam", "")


def test_that_the_aspects_have_a_page_with_the_codes_to_type_in(resources: Path) -> None:
    text = read(form(resources))
    assert "Samen leuke dingen doen" in text
    assert "MD3" in text
    assert "Samen leuke dingen doen" not in read(form(resources, SIMPLE))


def test_that_sensitive_aspects_are_asked_only_when_switched_on(resources: Path) -> None:
    assert "Seksualiteit" not in read(form(resources))
    assert "Seksualiteit" in read(form(resources, settings=replace(WORKER, sensitive_aspects=True)))


def test_that_what_is_not_known_is_left_to_the_pen(resources: Path) -> None:
    text = read(form(resources, settings=WorkSettings()))
    assert text.count(TO_FILL_IN) == 2
    assert "Bel " not in text


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("level", list(Level))
def test_that_the_form_takes_few_pages_of_a4_in_every_language(
    resources: Path, language: str, level: Level
) -> None:
    for address in Address:
        for key, most in ((ADULT, 6), (SIMPLE, 5)):
            pages = PdfReader(BytesIO(form(resources, key, language, level, address))).pages
            assert len(pages) == most
            assert {tuple(round(float(side) * POINT) for side in p.mediabox[2:]) for p in pages} == {A4_MM}


@pytest.mark.parametrize("language", CODES)
def test_that_all_letters_are_embedded(resources: Path, language: str) -> None:
    for page in PdfReader(BytesIO(form(resources, language=language))).pages:
        fonts = embedded_fonts(page)
        assert fonts
        assert all(inside for _, inside in fonts)


def test_that_the_web_is_large_enough_to_draw_on() -> None:
    assert 2 * RADIUS * POINT >= 120


def test_that_arabic_is_joined_and_stands_from_the_right(resources: Path) -> None:
    data = form(resources, language="ar")
    drawn = PdfReader(BytesIO(data)).pages[0].extract_text()
    assert any(unicodedata.name(sign).endswith("MEDIAL FORM") for sign in drawn if not sign.isspace())
    assert "جميل أن نجلس ونتحدث معا" in unicodedata.normalize("NFKC", drawn)


def test_that_the_same_form_is_the_same_file(resources: Path, tmp_path: Path) -> None:
    made = service(resources)
    name = made.file_name(SIMPLE, "uk", Level.SIMPLE)
    assert name == "formulier_eenvoudig_uk_eenvoudig.pdf"
    made.write(tmp_path / name, SIMPLE, "uk", Level.SIMPLE, Address.FORMAL)
    assert (tmp_path / name).read_bytes() == form(resources, SIMPLE, "uk", Level.SIMPLE)


def test_that_the_own_words_of_the_form_are_there_in_every_language(resources: Path) -> None:
    from spinnenweb.domain.wording import Wording

    for language in CODES:
        own = Wording.read(resources / "texts" / language / "papier.toml")
        assert own.keys() == ("paper.date", "paper.code", "paper.ring", "paper.draw")
