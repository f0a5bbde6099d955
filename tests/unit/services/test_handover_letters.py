from __future__ import annotations

from dataclasses import replace
from datetime import time
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pikepdf
import pypdfium2
import pytest

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.conversations import Step
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.free_text import FindingKind
from spinnenweb.domain.handovers import FieldCode, HandoverState, WayOut
from spinnenweb.domain.residents import Level
from spinnenweb.domain.social_map import Every, Slot
from tests.unit.services.handed_over import accepted, add_club, agree, begin
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.handover_letters import HandoverLetterService
    from tests.unit.services.handed_over import Club
    from tests.unit.services.rooms import Room

REACH = "zie het bord in de hal"
WORDS = "Zoekt gezelschap op dinsdag."


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def jannie(here: Room) -> Resident:
    made = here.new_resident(calling_name="Jannie", birth_year=1948)
    here.talk(made, themes=("eenzaamheid",), step=Step("Een keer koffie drinken"))
    return made


@pytest.fixture
def club(here: Room) -> Club:
    return add_club(here.workspace)


@pytest.fixture
def letters(here: Room) -> HandoverLetterService:
    return here.workspace.handover_letters


def text_of(pdf: bytes, password: str | None = None) -> str:
    document = pypdfium2.PdfDocument(pdf, password=password)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def agreed(here: Room, resident: Resident, club: Club, *fields: FieldCode, words: str = WORDS) -> str:
    one = begin(here.workspace, resident, club)
    agree(here.workspace, one, fields or (FieldCode.NAME, FieldCode.QUESTION), words)
    return one


def test_that_only_what_was_ticked_stands_in_the_letter(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = agreed(here, jannie, club, FieldCode.AGE, FieldCode.STEP)
    said = text_of(letters.pdf(one, REACH))
    assert "78 jaar" in said
    assert "Een keer koffie drinken" in said
    for kept in ("Jannie", jannie.code, WORDS, REACH, "Eenzaamheid", "Ruinen"):
        assert kept not in said, kept


def test_that_everything_ticked_stands_in_the_letter_with_its_last_day(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = agreed(here, jannie, club, *FieldCode)
    said = text_of(letters.pdf(one, REACH))
    theme = here.workspace.catalogue.words.get("theme.eenzaamheid", "Eenzaamheid")
    for told in ("Jannie", "78 jaar", "Nederlands", REACH, WORDS, str(theme), "Een keer koffie drinken"):
        assert told in said, told
    for told in ("Corrie Verzonnen", "Dorpshuis De Kapstok", "Koffieochtend", "tot en met"):
        assert told in said, told
    assert jannie.code not in said


def test_that_the_file_opens_with_its_password_only_and_is_locked_with_aes_256(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService, tmp_path: Path
) -> None:
    one, password, target = agreed(here, jannie, club), letters.propose_password(), tmp_path / "brief.pdf"
    letters.write(target, one, password)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target, password=f"{password}x")
    with pikepdf.open(target, password=password) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert str(document.encryption.stream_method).endswith("aesv3")
        assert "Jannie" not in str(document.docinfo)
    assert "Jannie" in text_of(target.read_bytes(), password)
    assert b"Jannie" not in target.read_bytes()
    assert "Jannie" not in target.name
    lines = here.workspace.audit.lines(jannie.id, kinds=[AuditKind.EXPORTED])
    assert [line.detail for line in lines] == ["overdracht"]


def test_that_a_short_password_is_refused_and_a_proposed_one_is_four_words(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService, tmp_path: Path
) -> None:
    one, target = agreed(here, jannie, club), tmp_path / "brief.pdf"
    with pytest.raises(SpinnenwebError, match=r"handover\.password"):
        letters.write(target, one, "welkom")
    assert not target.exists()
    assert len(letters.propose_password().split()) == 4


def test_that_after_a_withdrawal_nothing_can_be_made_any_more(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService, tmp_path: Path
) -> None:
    one, target = agreed(here, jannie, club), tmp_path / "brief.pdf"
    assert letters.pdf(one).startswith(b"%PDF")
    here.workspace.handovers.withdraw(one)
    for made in (
        lambda: letters.pdf(one),
        lambda: letters.found(one),
        lambda: letters.mail_address(one),
        lambda: letters.write(target, one, "vier woorden voor brief"),
        lambda: letters.write_mail(target, one),
    ):
        with pytest.raises(SpinnenwebError, match=r"handover\.withdrawn"):
            made()
    assert not target.exists()
    assert here.workspace.audit.lines(jannie.id, kinds=[AuditKind.EXPORTED, AuditKind.PRINTED]) == ()


def test_that_no_letter_is_made_for_a_restricted_file_a_tip_or_before_the_yes(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = agreed(here, jannie, club)
    tip, waits = begin(here.workspace, jannie, club, WayOut.ALONE), begin(here.workspace, jannie, club)
    for handover_id, code in ((tip, "handover.tip"), (waits, "handover.not_agreed")):
        with pytest.raises(SpinnenwebError, match=code):
            letters.pdf(handover_id)
    here.workspace.rights.restrict(jannie.id)
    with pytest.raises(SpinnenwebError, match=r"resident\.restricted"):
        letters.pdf(one)


def test_that_the_guard_finds_others_always_and_the_own_name_when_it_was_not_ticked(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    here.new_resident(calling_name="Wilhelmina")
    words = "Jannie komt met Wilhelmina."
    with_name = agreed(here, jannie, club, FieldCode.NAME, FieldCode.QUESTION, words=words)
    without = agreed(here, jannie, club, FieldCode.QUESTION, words=words)
    not_told = agreed(here, jannie, club, FieldCode.NAME, words=words)

    def found(handover_id: str) -> list[str]:
        return [
            passage.text[one.start : one.end]
            for passage in letters.found(handover_id)
            for one in passage.findings
            if one.kind is FindingKind.NAME
        ]

    assert found(with_name) == ["Wilhelmina"]
    assert found(without) == ["Jannie", "Wilhelmina"]
    assert found(not_told) == []


def test_that_how_to_reach_somebody_may_be_a_number_and_never_a_citizen_service_number(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = agreed(here, jannie, club, FieldCode.REACH)
    assert letters.found(one, "mail naar bo@voorbeeld.example") == ()
    (passage,) = letters.found(one, "111222333")
    assert [finding.kind for finding in passage.findings] == [FindingKind.BSN]


def test_that_the_mail_tells_nothing_about_the_resident(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService, tmp_path: Path
) -> None:
    one, target = agreed(here, jannie, club, *FieldCode), tmp_path / "mail.eml"
    letters.write_mail(target, one)
    draft, written = letters.mail(one), target.read_text("utf-8")
    address = unquote(letters.mail_address(one))
    assert address.startswith("mailto:kapstok@voorbeeld.example?subject=")
    assert "X-Unsent: 1" in written
    for said in (written, address, draft.subject, draft.body):
        for kept in ("Jannie", jannie.code, WORDS, "78", "Eenzaamheid", "koffie drinken", "inwoner"):
            assert kept not in said, kept
    assert "\r\n" in target.read_bytes().decode()


def test_that_a_line_break_in_a_name_puts_no_line_in_the_mail(
    here: Room, jannie: Resident, letters: HandoverLetterService, tmp_path: Path
) -> None:
    strange = add_club(here.workspace, "Club & Co?", "Wandelen & praten? = 100%")
    one, target = agreed(here, jannie, strange), tmp_path / "mail.eml"
    letters.write_mail(target, one)
    address = letters.mail_address(one)
    assert address.count("?") == 1
    assert address.count("&") == 1
    assert "Wandelen & praten? = 100%" in unquote(address)


@pytest.mark.parametrize("language", ["nl", "en", "de", "ar", "tr", "pl", "uk"])
@pytest.mark.parametrize("level", list(Level))
def test_that_the_slip_is_in_the_language_and_level_of_the_resident(
    here: Room, club: Club, letters: HandoverLetterService, language: str, level: Level
) -> None:
    if language not in here.workspace.languages.switched_on():
        here.workspace.languages.switch(language, True)
    one = agreed(here, here.new_resident(calling_name="Bo", language=language, level=level), club)
    slip = letters.slip(one)
    with pikepdf.open(BytesIO(slip)) as document:
        assert str(document.Root.Lang).startswith(language)
    said = text_of(slip)
    assert "Koffieochtend" in said
    assert "Dinsdagochtend" in said
    assert WORDS not in said
    if language == "de":
        assert "Das geben wir weiter" in said


def test_that_the_slip_tells_fixed_times_that_nobody_wrote_in_words(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    weekly = Slot(1, time(10), time(12), Every.WEEK)
    here.workspace.social_map.save(replace(club.offer, when="", schedule=(weekly,)))
    said = text_of(letters.slip(agreed(here, jannie, club)))
    assert "dinsdag 10.00–12.00" in said


def test_that_the_slip_names_the_contact_person_only_when_that_person_agreed(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = begin(here.workspace, jannie, club, WayOut.ALONE)
    assert "Corrie" not in text_of(letters.slip(one))
    agreed_to_share = replace(club.person, may_share=True, agreed_on=here.workspace.clock.today())
    here.workspace.social_map.save(agreed_to_share)
    assert "Corrie Verzonnen" in text_of(letters.slip(one))


def test_that_the_slip_of_a_tip_says_that_nothing_is_passed_on(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    said = text_of(letters.slip(begin(here.workspace, jannie, club, WayOut.ALONE)))
    assert "We geven niets door." in said
    assert "Dit geven we door" not in said


def test_that_the_opening_lines_are_about_the_offer_and_nobody(here: Room, letters: HandoverLetterService) -> None:
    lines = letters.opening_lines("Koffieochtend")
    assert "Koffieochtend" in lines.first
    assert "Welzijn Verzonnen" in lines.first
    assert lines.second


def test_that_a_letter_may_still_leave_after_it_was_accepted_and_not_after_the_first_contact(
    here: Room, jannie: Resident, club: Club, letters: HandoverLetterService
) -> None:
    one = begin(here.workspace, jannie, club)
    accepted(here.workspace, one)
    assert letters.pdf(one)
    here.workspace.handovers.move(one, HandoverState.FIRST_CONTACT)
    with pytest.raises(SpinnenwebError, match=r"handover\.closed"):
        letters.pdf(one)
