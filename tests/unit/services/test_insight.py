from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from sqlalchemy import select

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.services.insight import JSON_NAME, PDF_NAME, Spot
from spinnenweb.storage.bundles import owned
from spinnenweb.storage.whole_file import OF_OTHERS, TECHNICAL
from tests.unit.services.rich_person import DAY, PLANTED, word, write_everything
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def written(here: Room, resident_id: str, shown: tuple[Spot, ...] = ()) -> tuple[dict[str, Any], str]:
    """What both files of an inzage say."""
    target = here.folder.parent / "inzage.zip"
    here.workspace.insight.write(target, resident_id, shown)
    assert target.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [PDF_NAME, JSON_NAME]
        data, pdf = archive.read(JSON_NAME), archive.read(PDF_NAME)
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    return json.loads(data), text


def test_that_no_field_of_any_row_of_a_person_is_left_out(here: Room) -> None:
    rich = write_everything(here)
    data, _ = written(here, rich.resident.id)
    with here.workspace.database.reading() as work:
        for table in owned():
            rows = work.residents._connection.execute(select(table)).mappings().all()
            assert rows, table.name
            told = {row["id"]: row for row in data[table.name]}
            for row in rows:
                expected = {name: row[name] for name in row if name not in TECHNICAL | OF_OTHERS}
                assert told[row["id"]] == expected


def test_that_every_planted_word_stands_in_the_file_and_the_current_ones_on_paper(here: Room) -> None:
    rich = write_everything(here)
    data, paper = written(here, rich.resident.id)
    everything = json.dumps(data)
    assert [one for one in PLANTED if one not in everything] == []
    flat = paper.replace("\n", "").replace("\r", "").replace("￾", "")
    # what was overwritten later stands in the JSON file only
    assert [one for one in PLANTED if one not in flat] == [word("vorige")]


def test_that_paper_says_in_words_what_a_card_and_a_short_talk_hold(here: Room) -> None:
    rich = write_everything(here)
    data, paper = written(here, rich.resident.id)
    assert [row["line"] for row in data["short_contact"]] == [word("praatje"), word("aliaspraatje")]
    assert data["resident"][0]["way"] == "knoppen"
    for said in ("Korte praatjes", "antwoorden met", "elf knoppen", "terugvertellen mag", "terugkomen op"):
        assert said in paper
    for code in ("short_contact", "tell_back", "follow_up_on"):
        assert code not in paper


def test_that_paper_says_in_words_where_an_unfinished_talk_stands_and_what_goes_on_its_summary(here: Room) -> None:
    resident = here.new_resident(calling_name="Bo")
    draft = here.workspace.conversations.begin(resident)
    parts = ("web", "marks", "matters", "step", "again", "note")
    for page, said in (
        ("talk", "het gesprek"),
        ("ending", "het afronden"),
        ("together:look", "samen op het scherm"),
    ):
        here.workspace.conversations.save_draft(replace(draft, paper=parts, page=page, question="MD"))
        paper = " ".join(written(here, resident.id)[1].split())
        assert f"laatste bladzijde {said}" in paper
        assert "laatste vraag Meedoen" in paper
        assert "het web, de cijfers, wat telt, de eerste stap, de nieuwe afspraak, de notities" in paper
        (here.folder.parent / "inzage.zip").unlink()


def test_that_what_the_organisation_itself_keeps_is_not_in_it(here: Room) -> None:
    rich = write_everything(here)
    settings = here.workspace.settings.get()
    checks = (LanguageCheck("tr", "Nagekeken door Zeynep", DAY),)
    here.workspace.settings.save(replace(settings, language_checks=checks))
    data, paper = written(here, rich.resident.id)
    assert "Zeynep" not in json.dumps(data) + paper
    assert not {"own_instrument", "setting", "meeting"} & set(data)


def test_that_both_cards_of_a_merged_person_are_in_it(here: Room) -> None:
    rich = write_everything(here)
    data, _ = written(here, rich.alias.id)
    assert {row["code"] for row in data["resident"]} == {"R-901", "R-902"}
    assert len(data["conversation"]) == 2
    assert len(data["merge"]) == 1


def test_that_nobody_else_is_in_it(here: Room) -> None:
    rich = write_everything(here)
    talk = here.workspace.conversations.get(rich.talk_id)
    here.workspace.conversations.correct(
        replace(talk, note=f"{talk.note} ging met Wilhelmina en Wilhelmina's hond")
    )
    data, paper = written(here, rich.resident.id)
    everything = json.dumps(data) + paper
    for other in (rich.housemate.id, "R-903", "Wilhelmina", str(rich.resident.household_id)):
        assert other not in everything
    assert data["household"] == {"others": 1}
    assert "(naam van een ander)" in paper


def test_that_a_name_may_stay_where_a_person_decided_so(here: Room) -> None:
    rich = write_everything(here)
    here.workspace.goals.add_goal(rich.resident.id, "Met Wilhelmina naar Wilhelmina")
    review = here.workspace.insight.review(rich.resident.id)
    assert [(spot.text, spot.start, spot.name) for spot in review.spots] == [
        ("Met Wilhelmina naar Wilhelmina", 4, "Wilhelmina"),
        ("Met Wilhelmina naar Wilhelmina", 20, "Wilhelmina"),
    ]
    assert review.texts == ("Met Wilhelmina naar Wilhelmina",)
    data, _ = written(here, rich.resident.id, review.spots[:1])
    assert "Met Wilhelmina naar (naam van een ander)" in {row["words"] for row in data["goal"]}


def test_that_a_name_somebody_shares_with_another_is_their_own(here: Room) -> None:
    who = here.new_resident(calling_name="Bo", code="R-001")
    here.new_resident(calling_name="Bo Jansen", code="R-002")
    here.workspace.goals.add_goal(who.id, "Bo wil fietsen met Jansen")
    assert [spot.name for spot in here.workspace.insight.review(who.id).spots] == ["Jansen"]


def test_that_it_tells_who_looked_and_what_went_out_when(here: Room) -> None:
    rich = write_everything(here)
    here.workspace.audit.noted(AuditKind.SHARED, rich.resident.id, "foto")
    data, paper = written(here, rich.resident.id)
    assert [line["detail"] for line in data["given_out"]] == ["samenvatting", "foto", "inzage"]
    assert any(line["said"].startswith("AB bekeek de kaart") for line in data["log"])
    assert "AB bekeek de kaart" in paper
    lines = here.workspace.audit.lines(rich.resident.id, limit=None)
    assert [line["number"] for line in data["log"]] == [line.seq for line in reversed(lines)]


def test_that_it_names_the_worker_where_the_name_is_known(here: Room) -> None:
    who = here.new_resident(calling_name="Bo")
    settings = here.workspace.settings
    settings.save(replace(settings.get(), worker="Anna"))
    here.workspace.audit.noted(AuditKind.SHARED, who.id, "foto")
    data, paper = written(here, who.id)
    assert [line["said"].partition(" ")[0] for line in data["given_out"]] == ["Anna", "Anna"]
    assert "Anna" in paper


def test_that_it_tells_of_the_random_number_of_who_counts_without_giving_it(here: Room) -> None:
    who = here.new_resident(calling_name="Bo")
    data, paper = written(here, who.id)
    assert data["counting"] == {"random_numbers": 0}
    assert "willekeurig nummer" not in paper
    number, salt = 0x5EC2E7C0DE, bytes(range(16))
    with here.workspace.database.writing() as work:
        work.series.add_numbers([(who.id, number, salt)])
    (here.folder.parent / "inzage.zip").unlink()
    data, paper = written(here, who.id)
    assert data["counting"] == {"random_numbers": 1}
    assert "willekeurig nummer" in paper
    for secret in (str(number), f"{number:x}", salt.hex()):
        assert secret not in json.dumps(data) + paper


def test_that_another_resident_of_whom_little_is_kept_gets_a_file_too(here: Room) -> None:
    rich = write_everything(here)
    data, paper = written(here, rich.housemate.id)
    assert data["conversation"] == []
    assert "Hierover is niets bewaard." in paper
    assert "zzqx" not in json.dumps(data)


def test_that_nobody_unknown_gets_a_file(here: Room, tmp_path: Path) -> None:
    with pytest.raises(SpinnenwebError) as refused:
        here.workspace.insight.review("niemand")
    assert refused.value.code == "resident.gone"


def test_that_the_file_name_holds_no_name(here: Room) -> None:
    who = here.new_resident(calling_name="Bo", code="R-001/..")
    assert here.workspace.insight.file_name(who) == "inzage_R-001_2026-11-21.zip"


def test_that_paper_says_where_somebody_was_handed_over_to_and_how_that_went(here: Room) -> None:
    rich = write_everything(here)
    data, paper = written(here, rich.resident.id)
    assert (data["organisations"], data["offers"]) == ({"org": "Dorpshuis De Hooikamp"}, {"offer": "Eettafel"})
    flat = " ".join(paper.split())
    for said in (
        "Overdrachten",
        "Dorpshuis De Hooikamp",
        "de buurtwerker belt",
        "gestopt",
        "een beetje",
        "opgepakt",
    ):
        assert said in flat
    for code in ("handover_way", "contact_id", "een_beetje", "proposal_choice"):
        assert code not in flat
