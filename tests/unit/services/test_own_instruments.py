"""An organisation's own instruments: loaded into the vault, known at once, and never changed once used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.answers import SetBy, marked
from spinnenweb.domain.conversations import with_dimension
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import ADULT, InstrumentKey, Mode, Scale
from spinnenweb.domain.releases import ReleaseChoice
from spinnenweb.domain.residents import Address, ConsentAnswer, Level, Purpose
from spinnenweb.services.vaults import open_vault
from tests.records import varied
from tests.unit.services.counting import count_along
from tests.unit.services.rooms import PASSPHRASE, Room, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.records import Finished
    from spinnenweb.services.workspace import Workspace

EXAMPLE = Path(__file__).parents[3] / "docs" / "voorbeelden" / "buurtkracht.instrument.toml"
KEY = InstrumentKey("buurtkracht", 1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def workspace(opened: Room) -> Workspace:
    return opened.workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "buurtkracht.instrument.toml"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def rewritten(file: Path, old: str, new: str) -> Path:
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return file


def someone(workspace: Workspace, **card: object) -> Resident:
    begun = replace(workspace.residents.blank(), code="R-021", birth_year=1948)
    resident = replace(begun, instrument_id=KEY.id, instrument_version=KEY.version)
    resident = varied(resident, **card)
    workspace.residents.add(resident)
    return resident


def talked(workspace: Workspace, resident: Resident, mark: int = 6) -> Finished:
    draft = workspace.conversations.begin(resident, held_on=date(2026, 11, 20))
    code = draft.conversation.dimensions[0].code
    entry = replace(draft.conversation.entry(code), answer=marked(mark, SetBy.WORKER), topic=True)
    said = {Purpose.RECORD: ConsentAnswer.YES, Purpose.COUNT: ConsentAnswer.YES}
    return workspace.conversations.finish(
        replace(draft, conversation=with_dimension(draft.conversation, entry), answers=said)
    )


def test_that_a_loaded_instrument_is_offered_at_once_and_known_after_opening_again(
    opened: Room, file: Path
) -> None:
    workspace = opened.workspace
    loaded = workspace.instruments.load(file)
    assert loaded.line is not None
    assert (loaded.line.name, loaded.line.dimensions, loaded.line.languages) == ("Buurtkracht", 4, ("nl", "de"))
    assert KEY in workspace.catalogue.offered()
    workspace.close()
    again = open_vault(opened.folder, PASSPHRASE, opened.environment)
    known, read = [line.key for line in again.instruments.all()], KEY in again.catalogue.instruments
    again.close()
    assert (known, read) == ([KEY], True)


def test_that_a_file_with_a_flaw_leaves_nothing_behind(workspace: Workspace, file: Path) -> None:
    loaded = workspace.instruments.load(rewritten(file, 'WO = "Wonen"\n', ""))
    assert loaded.line is None
    assert [flaw.kind for flaw in loaded.flaws] == ["missing"]
    assert workspace.instruments.all() == ()
    with workspace.database.reading() as work:
        assert work.instruments.all() == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xff\xfe\xfa", "instrument.encoding"), (b"#" * 900_000, "instrument.too_large")],
)
def test_that_what_is_no_text_of_this_size_is_refused(
    workspace: Workspace, file: Path, content: bytes, code: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(SpinnenwebError) as refused:
        workspace.instruments.load(file)
    assert refused.value.code == code


def test_that_a_file_that_is_not_there_is_told(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(SpinnenwebError) as refused:
        workspace.instruments.load(tmp_path / "weg.instrument.toml")
    assert refused.value.code == "instrument.missing"


def test_that_a_version_no_one_used_may_be_mended(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    workspace.instruments.load(rewritten(file, 'WO = "Wonen"', 'WO = "Je huis"'))
    assert workspace.catalogue.entries("nl", "gewoon")["label.buurtkracht-1:WO"] == "Je huis"
    assert len(workspace.instruments.all()) == 1


@pytest.mark.parametrize("finished", [True, False])
def test_that_a_used_version_never_changes_and_a_new_one_can_come(
    workspace: Workspace, file: Path, finished: bool
) -> None:
    workspace.instruments.load(file)
    resident = someone(workspace)
    if finished:
        talked(workspace, resident)
    else:
        workspace.conversations.save_draft(workspace.conversations.begin(resident))
    with pytest.raises(SpinnenwebError) as refused:
        workspace.instruments.load(rewritten(file, 'WO = "Wonen"', 'WO = "Je huis"'))
    assert (refused.value.code, refused.value.values["next"]) == ("instrument.used", 2)
    assert workspace.catalogue.entries("nl", "gewoon")["label.buurtkracht-1:WO"] == "Wonen"
    workspace.instruments.load(rewritten(file, "version = 1", "version = 2"))
    words = workspace.catalogue.entries("nl", "gewoon")
    assert (words["label.buurtkracht-1:WO"], words["label.buurtkracht-2:WO"]) == ("Wonen", "Je huis")


def test_that_one_switched_off_begins_no_talk_and_stays_readable(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    resident = someone(workspace)
    kept = talked(workspace, resident).conversation
    workspace.instruments.switch(KEY, on=False)
    assert KEY not in workspace.catalogue.offered()
    assert workspace.conversations.begin(resident).conversation.instrument == ADULT
    assert workspace.conversations.web(kept).values[0] == 6
    workspace.instruments.load(rewritten(file, "version = 1", "version = 2"))
    assert workspace.conversations.begin(resident).conversation.instrument == InstrumentKey(KEY.id, 2)


def test_that_a_talk_begins_in_the_way_on_the_card(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    begun = workspace.conversations.begin(someone(workspace, scale="gezichten", way="gezichten")).conversation
    assert (begun.instrument, begun.scale, begun.mode) == (KEY, Scale.FACES, Mode.DIRECT)


def test_that_a_language_it_lacks_is_dutch_and_known_to_be(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    catalogue = workspace.catalogue
    assert catalogue.entries("de", "eenvoudig")["label.buurtkracht-1:WO"] == "Wohnen"
    assert catalogue.entries("tr", "gewoon")["label.buurtkracht-1:WO"] == "Wonen"
    assert catalogue.speaks(KEY, "de")
    assert not catalogue.speaks(KEY, "tr")
    assert catalogue.speaks(ADULT, "tr")


def test_that_its_questions_are_in_the_words_of_the_resident(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    workspace.languages.switch("de", on=True)
    said = workspace.languages.spoken_to(someone(workspace, language="de")).say("buurtkracht-1:WO.ask")
    assert (said.text, said.under) == ("Wie wohnen Sie hier?", "Hoe woont u hier?")


def test_that_versions_and_instruments_never_lie_over_each_other(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    resident = someone(workspace)
    first = talked(workspace, resident).conversation
    workspace.instruments.load(rewritten(file, "version = 1", "version = 2"))
    second = talked(workspace, replace(resident, instrument_version=2)).conversation
    adult = talked(workspace, replace(resident, instrument_id=ADULT.id, instrument_version=2)).conversation
    assert workspace.pictures.can_compare(first, first)
    assert not workspace.pictures.can_compare(first, second)
    assert not workspace.pictures.can_compare(first, adult)


def test_that_its_subjects_stand_in_no_release(workspace: Workspace, file: Path) -> None:
    workspace.instruments.load(file)
    talked(workspace, someone(workspace, village_id=workspace.residents.villages()[0].id))
    tables = workspace.releases.preview(ReleaseChoice(date(2026, 11, 21))).tables
    assert count_along(workspace.releases, date(2026, 11, 21)) == 1
    assert not any(":" in row.item for rows in tables.values() for row in rows)


@pytest.mark.parametrize("scale", list(Scale))
def test_that_its_paper_form_and_summary_are_made(workspace: Workspace, file: Path, scale: Scale) -> None:
    from spinnenweb.services.summaries import SummaryChoice

    workspace.instruments.load(file)
    form = workspace.forms.empty_form(KEY, "tr", Level.PLAIN, Address.FORMAL, scale)
    kept = talked(workspace, someone(workspace, scale=scale.value))
    summary = workspace.summaries.pdf(kept.resident, kept.conversation, SummaryChoice())
    assert form.startswith(b"%PDF")
    assert summary.startswith(b"%PDF")
