"""Rules for the paper a resident takes home (look.md, Paper)."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import fields, replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from spinnenweb.documents.contents import SummaryChoice, WrittenNote
from spinnenweb.documents.summary import make_summary
from spinnenweb.domain.conversations import LONGEST_LINE, LONGEST_NOTE, Step
from spinnenweb.domain.instruments import Mode, Scale
from spinnenweb.domain.scoring import ScoreState
from tests.unit.charts.pdf_fonts import embedded_fonts, forms
from tests.unit.charts.sample_webs import web
from tests.unit.documents.sample_papers import content, pages, text

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = SummaryChoice(*[False] * len(fields(SummaryChoice)))


def test_that_what_was_said_and_agreed_can_be_read_back(resources: Path) -> None:
    read = text(make_summary(content(resources)))
    for words in (
        "Ons gesprek van 21 november 2026",
        "Voor Verzonnen Vrouw",
        "Lichaamsfuncties 6",
        "Mentaal welbevinden 5",
        "Meedoen • 4",
        "Dit wilde u bespreken • Meedoen",
        "Wat voor u het meest telt • Samen leuke dingen doen • Naar de kaartclub",
        "Eerste stap De belbus bellen",
        "Wanneer dinsdag",
        "Met wie de buurvrouw",
        "We zien elkaar weer op 4 december 2026.",
        "Stel die aan Wil de Werker.",
    ):
        assert words in read


def test_that_the_order_is_that_of_the_screen(resources: Path) -> None:
    note = (WrittenNote("", "Mist de bus."),)
    read = text(make_summary(content(resources, notes=note, choice=SummaryChoice(note=True))))
    titles = (
        "De cijfers",
        "Wat voor u het meest telt",
        "Wat we hebben afgesproken",
        "Wanneer we elkaar weer zien",
    )
    places = [read.index(title) for title in (*titles, "Wat we hebben opgeschreven")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("level", "form", "words"),
    [
        ("gewoon", "u", "Wat voor u het meest telt"),
        ("gewoon", "je", "Wat voor jou het meest telt"),
        ("eenvoudig", "u", "Wat het belangrijkst is voor u"),
        ("eenvoudig", "je", "Wat het belangrijkst is voor jou"),
    ],
)
def test_that_the_words_are_in_the_residents_level_and_form(
    resources: Path, level: str, form: str, words: str
) -> None:
    assert words in text(make_summary(content(resources, level, form)))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("marks", "De cijfers"),
        ("matters", "kaartclub"),
        ("step", "belbus"),
        ("again", "4 december"),
        ("note", "Mist de bus."),
    ],
)
def test_that_only_what_the_resident_chose_is_on_it(resources: Path, part: str, words: str) -> None:
    whole = content(resources, notes=(WrittenNote("Meedoen", "Mist de bus."),))
    chosen = replace(NOTHING, **{part: True})
    with_part, without = (replace(whole, choice=choice) for choice in (chosen, NOTHING))
    assert words in text(make_summary(with_part))
    assert words not in text(make_summary(without))


def test_that_the_web_is_on_it_only_when_chosen(resources: Path) -> None:
    with_web, without = replace(NOTHING, web=True), replace(SummaryChoice(), web=False)
    for choice, count in ((with_web, 1), (without, 0)):
        data = make_summary(content(resources, choice=choice))
        assert sum(len(forms(page)) for page in PdfReader(BytesIO(data)).pages) == count


def test_that_an_empty_choice_still_says_what_the_paper_is(resources: Path) -> None:
    read = text(make_summary(content(resources, choice=NOTHING)))
    assert "Het is geen test en geen meting." in read
    assert "Niet gemaakt door en niet verbonden aan iPH." in read


@pytest.mark.parametrize("reason", [ScoreState.UNKNOWN, ScoreState.DECLINED, ScoreState.EMPTY])
def test_that_every_reason_for_no_mark_looks_the_same(resources: Path, reason: ScoreState) -> None:
    gap = web(6, 5, 7, 7, 4, None, gap=reason)
    unknown = web(6, 5, 7, 7, 4, None)
    assert make_summary(content(resources, web=gap)) == make_summary(content(resources, web=unknown))


def test_that_a_missing_mark_is_a_dash_that_is_explained_only_then(resources: Path) -> None:
    explained = "Een streepje betekent: geen cijfer."
    gap = text(make_summary(content(resources)))
    assert "Dagelijks functioneren –" in gap
    assert explained in gap
    assert explained not in text(make_summary(content(resources, web=web(1, 2, 3, 4, 5, 6))))


def test_that_too_few_answers_never_become_a_number(resources: Path) -> None:
    means = web(6.5, 5, 7, 7, 4, None, mode=Mode.ITEMS, gap=ScoreState.TOO_FEW)
    read = text(make_summary(content(resources, web=means)))
    assert "Dagelijks functioneren te weinig antwoorden" in read
    assert "Lichaamsfuncties 6,5" in read
    assert "Mentaal welbevinden 5,0" in read


def test_that_no_step_and_no_date_are_said_kindly(resources: Path) -> None:
    read = text(make_summary(content(resources, step=Step(), return_on=None)))
    assert "We hebben deze keer niets afgesproken. Dat is ook goed." in read
    assert "We hebben nog geen nieuwe afspraak." in read


def test_that_a_paper_of_a_talk_that_is_not_kept_says_so(resources: Path) -> None:
    said = "We hebben dit gesprek niet bewaard."
    assert said in text(make_summary(content(resources, kept=False)))
    assert said not in text(make_summary(content(resources)))


def test_that_the_phone_is_named_only_when_there_is_one(resources: Path) -> None:
    assert "Bel Wil de Werker: 0000." in text(make_summary(content(resources, phone="0000")))
    assert "Bel" not in text(make_summary(content(resources, phone="")))


def test_that_an_example_says_so_on_every_page(resources: Path) -> None:
    found = pages(make_summary(content(resources, example=True)))
    assert all("Verzonnen voorbeeldgegevens" in page for page in found)


def test_that_every_page_says_which_of_how_many(resources: Path) -> None:
    long = content(resources, notes=(WrittenNote("", "woord " * 3000),), choice=SummaryChoice(note=True))
    found = pages(make_summary(long))
    assert len(found) > 2
    assert all(f"Bladzijde {n} van {len(found)}" in page for n, page in enumerate(found, 1))


def test_that_marks_and_web_share_the_first_page_at_both_levels(resources: Path) -> None:
    means = web(6.5, None, 7, 7, 4, 8, mode=Mode.ITEMS)
    for level in ("gewoon", "eenvoudig"):
        first, *_ = pages(make_summary(content(resources, level, web=means)))
        assert "Een streepje betekent" in " ".join(first.split())


def test_that_the_longest_texts_are_there_to_the_last_word(resources: Path) -> None:
    words = [f"w{n}" for n in range(LONGEST_NOTE // 6)]
    line = ("lang" * LONGEST_LINE)[:LONGEST_LINE]
    full = content(
        resources,
        matters=("m" * 200,) * 3,
        step=Step(line, line, line),
        notes=(WrittenNote("Meedoen", " ".join(words)),),
        choice=SummaryChoice(note=True),
    )
    read = text(make_summary(full))
    assert set(words) <= set(read.split())
    assert read.replace(" ", "").count("lang" * 20) >= 3 * (LONGEST_LINE // 80 - 1)
    assert read.count("m" * 30) >= 3


def test_that_signs_in_a_note_are_shown_as_they_are(resources: Path) -> None:
    note = "<b>niet vet</b> & <para>1 < 2 &amp; &#65;"
    paper = content(resources, notes=(WrittenNote("<i>", note),), matters=("<u>&", "<br/>"))
    read = text(make_summary(replace(paper, choice=SummaryChoice(note=True))))
    assert note in read
    assert "• <u>& • <br/>" in read


def test_that_the_file_names_no_one_and_no_time(resources: Path) -> None:
    data = make_summary(content(resources))
    about = PdfReader(BytesIO(data)).metadata
    assert about is not None
    assert about.title == "Samenvatting van ons gesprek"
    assert set(about) == {"/Title", "/Producer"}
    for secret in (b"Verzonnen", b"Werker", b"2026"):
        assert secret not in data


def test_that_the_file_is_dutch_and_shows_its_title(resources: Path) -> None:
    root = PdfReader(BytesIO(make_summary(content(resources)))).root_object
    assert str(root["/Lang"]) == "nl-NL"
    shown = root["/ViewerPreferences"].get_object()
    assert "'/DisplayDocTitle': True" in str(shown)


def test_that_all_letters_are_embedded_and_nothing_is_a_picture(resources: Path) -> None:
    for page in PdfReader(BytesIO(make_summary(content(resources)))).pages:
        assert not list(page.images)
        assert all("NotoSans" in name and embedded for name, embedded in embedded_fonts(page))


def test_that_the_web_is_laid_in_where_room_was_left(resources: Path) -> None:
    from pypdf.generic import ContentStream

    reader = PdfReader(BytesIO(make_summary(content(resources))))
    page = reader.pages[0]
    operations = ContentStream(page.get_contents(), reader).operations
    at = next(number for number, operation in enumerate(operations) if operation == (["/Web0"], b"Do"))
    x, y = (float(value) for value in operations[at - 1][0][4:])
    form = forms(page)["/Web0"]
    width, height = (float(value) for value in form["/BBox"][2:])
    assert height >= 120 / 25.4 * 72
    assert x >= 0
    assert x + width <= float(page.mediabox.width)
    assert 0 <= y <= float(page.mediabox.height) - height


def test_that_the_same_talk_gives_the_same_bytes_in_another_process(resources: Path) -> None:
    code = (
        "import hashlib, pathlib\n"
        "from spinnenweb.documents.summary import make_summary\n"
        "from tests.unit.documents.sample_papers import content\n"
        f"data = make_summary(content(pathlib.Path({str(resources)!r})))\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=resources.parent
    )
    assert made.stdout.strip() == hashlib.sha256(make_summary(content(resources))).hexdigest()


@given(st.text(max_size=300))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_any_text_can_be_put_on_paper(resources: Path, words: str) -> None:
    paper = content(resources, name=words, matters=(words,), step=Step(words), worker=words, phone=words)
    chosen = replace(SummaryChoice(note=True), web=False)
    assert make_summary(replace(paper, notes=(WrittenNote(words, words),), choice=chosen)).startswith(b"%PDF")


@pytest.mark.parametrize("level", ["gewoon", "eenvoudig"])
def test_that_above_faces_no_word_says_marks(resources: Path, level: str) -> None:
    faces = replace(web(2, 4, 6, 8, 10, None), scale=Scale.FACES)
    read = text(make_summary(content(resources, level, web=faces)))
    assert " Gezicht " in read
    assert "geen gezicht gekozen" in read
    assert "cijfer" not in read.lower()
