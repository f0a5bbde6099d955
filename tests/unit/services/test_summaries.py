"""Rules for making the paper from records."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.domain.conversations import AspectEntry, Matter, with_aspect
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import Address, Level
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.services.catalogue import read_catalogue
from spinnenweb.services.summaries import SummaryChoice, SummaryService
from tests.unit.services.talks_on_paper import RESIDENT, talk

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident

DAY = date(2026, 11, 21)


@pytest.fixture
def service(resources: Path) -> SummaryService:
    settings = WorkSettings(worker="Wil de Werker", demo=True)
    return SummaryService(read_catalogue(resources), resources / "texts", lambda: settings)


@pytest.fixture
def conversation(resources: Path) -> Conversation:
    return talk(read_catalogue(resources), DAY, 6, 5, 7, 7, 4)


def _read(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_that_marks_matters_and_agreements_come_from_the_records(
    service: SummaryService, conversation: Conversation
) -> None:
    read = _read(service.pdf(RESIDENT, conversation, SummaryChoice()))
    for words in (
        "Voor Verzonnen Vrouw",
        "Lichaamsfuncties 6",
        "Dagelijks functioneren –",
        "Samen leuke dingen doen • Naar buiten",
        "De belbus bellen",
        "4 december 2026",
        "Wil de Werker",
        "Verzonnen voorbeeldgegevens",
    ):
        assert words in read


def test_that_notes_leave_only_when_chosen(service: SummaryService, conversation: Conversation) -> None:
    without = _read(service.pdf(RESIDENT, conversation, SummaryChoice()))
    chosen = _read(service.pdf(RESIDENT, conversation, SummaryChoice(note=True)))
    for note in ("Mist de kaartclub.", "We dronken koffie."):
        assert note not in without
        assert note in chosen


def test_that_the_paper_speaks_the_residents_level_and_form(
    service: SummaryService, conversation: Conversation
) -> None:
    resident = replace(RESIDENT, level=Level.SIMPLE, address=Address.INFORMAL)
    read = _read(service.pdf(resident, conversation, SummaryChoice()))
    assert "Je cijfers" in read
    assert "Waar ik voor leef 7" in read


def test_that_a_language_without_texts_gets_dutch(service: SummaryService, conversation: Conversation) -> None:
    assert "De cijfers" in _read(service.pdf(replace(RESIDENT, language="xx"), conversation, SummaryChoice()))


def test_that_an_aspect_to_discuss_is_named_and_its_axis_marked(
    service: SummaryService, conversation: Conversation
) -> None:
    wanted = with_aspect(conversation, AspectEntry("LF4", topic=True))
    read = _read(service.pdf(RESIDENT, wanted, SummaryChoice()))
    assert "• Slapen" in read
    assert "Lichaamsfuncties • 6" in read


def test_that_a_code_without_words_is_shown_as_it_is(service: SummaryService, conversation: Conversation) -> None:
    own = replace(conversation, matters=(Matter(code="XX9"),))
    assert "• XX9" in _read(service.pdf(RESIDENT, own, SummaryChoice()))


def test_that_a_resident_without_a_calling_name_goes_by_code(
    service: SummaryService, conversation: Conversation
) -> None:
    read = _read(service.pdf(replace(RESIDENT, calling_name=""), conversation, SummaryChoice()))
    assert "Voor Inwoner R-014" in read


def test_that_a_talk_that_is_not_kept_can_still_be_taken_home(
    service: SummaryService, conversation: Conversation
) -> None:
    unfinished = replace(conversation, finished_at=None)
    read = _read(service.pdf(RESIDENT, unfinished, SummaryChoice(), kept=False))
    assert "We hebben dit gesprek niet bewaard." in read


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("R-014", "samenvatting_R-014_2026-11-21.pdf"),
        ("../../etc/passwd", "samenvatting_etcpasswd_2026-11-21.pdf"),
        ("a b\u00e9\0:*", "samenvatting_ab_2026-11-21.pdf"),
        ("\u0416", "samenvatting_inwoner_2026-11-21.pdf"),
    ],
)
def test_that_the_file_name_holds_kind_safe_code_and_date_only(
    service: SummaryService, conversation: Conversation, code: str, name: str
) -> None:
    resident: Resident = replace(RESIDENT, code=code)
    assert service.file_name(resident, conversation) == name


def test_that_the_file_is_for_its_owner_only_and_leaves_no_part(
    service: SummaryService, conversation: Conversation, tmp_path: Path
) -> None:
    target = tmp_path / service.file_name(RESIDENT, conversation)
    service.write(target, RESIDENT, conversation, SummaryChoice())
    assert [path.name for path in tmp_path.iterdir()] == ["samenvatting_R-014_2026-11-21.pdf"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == service.pdf(RESIDENT, conversation, SummaryChoice())


def test_that_a_folder_that_is_not_there_is_said_in_plain_words(
    service: SummaryService, conversation: Conversation, tmp_path: Path
) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        service.write(tmp_path / "weg" / "a.pdf", RESIDENT, conversation, SummaryChoice())
    assert caught.value.code == "target.missing"
