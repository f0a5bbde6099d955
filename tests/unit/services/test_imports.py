from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.answers import EMPTY, SetBy, marked
from spinnenweb.domain.changes import Kind
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Source,
    new_conversation,
    with_aspect,
    with_dimension,
)
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import ADULT, SIMPLE, Mode
from spinnenweb.domain.residents import (
    Address,
    ConsentAnswer,
    ConsentWay,
    Level,
    Purpose,
    Resident,
    current_answers,
)
from spinnenweb.domain.scoring import web_of
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.exchange.conversations_csv import COLUMNS
from spinnenweb.services import imports
from tests.unit.services.tables import GOOD, NOON, Bench, open_bench, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path) as opened:
        yield opened


def talks_of(bench: Bench, code: str) -> tuple[Conversation, ...]:
    return bench_talks(bench, resident_of(bench, code).id)


def bench_talks(bench: Bench, resident_id: str) -> tuple[Conversation, ...]:
    with bench.database.reading() as work:
        return work.conversations.of(resident_id)


def resident_of(bench: Bench, code: str) -> Resident:
    with bench.database.reading() as work:
        found = work.residents.by_code(code)
    assert found is not None
    return found


def refused(bench: Bench, *lines: str) -> SpinnenwebError:
    """The error of an import that leaves every table as it was."""
    before = bench.counts()
    with pytest.raises(SpinnenwebError) as caught:
        bench.take(*lines)
    assert bench.counts() == before
    return caught.value


def counts_along(bench: Bench, code: str) -> ConsentAnswer:
    return current_answers(bench.consents(code))[Purpose.COUNT].answer


def hold_talk(bench: Bench, talk: Conversation) -> None:
    with bench.database.writing() as work:
        work.conversations.add(replace(talk, finished_at=NOON))


def test_that_a_row_becomes_a_finished_talk_of_the_adult_instrument(bench: Bench) -> None:
    bench.take(row(notitie="Over de tuin"))
    (talk,) = talks_of(bench, "R-001")
    assert (talk.held_on, talk.mode, talk.instrument) == (date(2026, 3, 31), Mode.DIRECT, ADULT)
    assert (talk.source, talk.finished_at, talk.started_at) == (Source.IMPORT, NOON, None)
    assert (talk.themes, talk.note) == (("eenzaamheid", "rouw"), "Over de tuin")
    assert talk.entry("LF").answer == marked(6, SetBy.IMPORT)
    assert talk.entry("KL").answer == EMPTY
    assert not talk.aspects


def test_that_an_imported_mean_stands_in_the_web_with_its_decimal(bench: Bench) -> None:
    bench.take(row(wijze="items", LF="6,5", MW="7.2", ZG="10,0"))
    (talk,) = talks_of(bench, "R-001")
    instrument = bench.catalogue.instruments[ADULT]
    assert web_of(talk, instrument).values == (6.5, 7.2, 10.0, None, 5.0, 6.0)
    assert talk.switched_on == instrument.switched_on()


def test_that_the_report_counts_what_was_done(bench: Bench) -> None:
    report = bench.take(row(), row(), row(code="R-002", kern="Pesse"), row(datum="2026-11-23"))
    assert (report.rows, report.added, report.skipped) == (4, 3, 1)
    assert (report.new_residents, report.new_villages, report.future) == (2, 2, 1)
    touched = [kind for kind, _ in report.changes.touched]
    kinds = (Kind.CONVERSATION, Kind.RESIDENT, Kind.VILLAGE, Kind.CONSENT)
    assert [touched.count(kind) for kind in kinds] == [3, 2, 2, 2]


def test_that_today_is_not_in_the_future(bench: Bench) -> None:
    assert bench.take(row(datum="2026-11-22")).future == 0


def test_that_the_same_file_twice_adds_nothing(bench: Bench) -> None:
    lines = (row(), row(code="R-002", wijze="items", LF="6,5", meetellen=""), row(datum="2027-01-01"))
    bench.take(*lines)
    before = bench.counts()
    bench.later(days=400)
    report = bench.take(*lines)
    assert (report.added, report.skipped, report.changes.touched) == (0, 3, frozenset())
    assert bench.counts() == before


def test_that_a_row_with_its_themes_in_another_order_is_the_same_row(bench: Bench) -> None:
    assert bench.take(row(), row(themas="rouw|eenzaamheid")).skipped == 1


def test_that_direct_and_items_on_one_date_are_two_talks(bench: Bench) -> None:
    assert bench.take(row(), row(wijze="items")).added == 2


@pytest.mark.parametrize("cells", [{"LF": "9"}, {"KL": "5"}, {"LF": ""}, {"themas": "rouw"}])
def test_that_other_marks_or_themes_on_one_date_are_an_error(bench: Bench, cells: dict[str, str]) -> None:
    error = refused(bench, row(), "", row(**cells))
    assert (error.code, error.values) == ("import.marks_differ", {"line": 4})
    bench.take(row())
    assert refused(bench, row(code="R-002"), row(**cells)).values == {"line": 3}


def test_that_a_talk_held_in_the_program_is_not_imported_again(bench: Bench) -> None:
    bench.take(row(datum="2026-01-01"))
    owner, instrument = resident_of(bench, "R-001"), bench.catalogue.instruments[ADULT]
    talk = replace(new_conversation("talk", owner.id, date(2026, 3, 31), instrument), mode=Mode.ITEMS)
    for code in [a.code for a in instrument.dimension("LF").aspects if a.code in talk.switched_on]:
        talk = with_aspect(talk, AspectEntry(code, marked(6)))
    hold_talk(bench, talk)
    marks = {"LF": "6,0", "MW": "", "ZG": "", "KL": "", "MD": "", "DF": "", "themas": "", "wijze": "items"}
    assert bench.take(row(**marks)).skipped == 1
    assert refused(bench, row(**{**marks, "LF": "6,1"})).code == "import.marks_differ"


def test_that_a_talk_with_the_simple_instrument_is_another_talk(bench: Bench) -> None:
    bench.take(row(datum="2026-01-01"))
    owner, instrument = resident_of(bench, "R-001"), bench.catalogue.instruments[SIMPLE]
    talk = new_conversation("talk", owner.id, date(2026, 3, 31), instrument)
    hold_talk(bench, with_dimension(talk, DimensionEntry("LF", marked(2))))
    assert bench.take(row()).added == 1


def test_that_a_code_is_one_resident_however_it_is_typed(bench: Bench) -> None:
    assert bench.take(row(), row(code=" r-001 ", datum="2026-04-30")).new_residents == 1
    assert resident_of(bench, "R-001").code == "R-001"


def test_that_a_village_is_one_village_however_it_is_typed(bench: Bench) -> None:
    assert bench.take(row(), row(code="R-002", kern=" RUINEN")).new_villages == 1
    assert bench.take(row(code="R-003", kern="ruinen")).new_villages == 0


def test_that_a_new_resident_has_the_defaults_of_the_settings(bench: Bench) -> None:
    with bench.database.writing() as work:
        work.settings.put(WorkSettings(address=Address.INFORMAL, level=Level.SIMPLE))
    bench.take(row())
    found = resident_of(bench, "R-001")
    assert (found.address, found.level, found.birth_year) == (Address.INFORMAL, Level.SIMPLE, 1948)


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"geboortejaar": "1949"}, "import.birth_year_differs"), ({"kern": "Pesse"}, "import.village_differs")],
)
def test_that_one_code_has_one_birth_year_and_one_village(bench: Bench, cells: dict[str, str], code: str) -> None:
    error = refused(bench, row(), row(datum="2026-04-30", **cells))
    assert (error.code, error.values) == (code, {"line": 3})
    bench.take(row())
    assert refused(bench, row(datum="2026-04-30", **cells)).code == code


def test_that_an_empty_birth_year_differs_from_none(bench: Bench) -> None:
    bench.take(row(geboortejaar=""), row(datum="2026-04-30"))
    assert resident_of(bench, "R-001").birth_year == 1948
    bench.take(row(datum="2026-05-31", geboortejaar=""))
    assert resident_of(bench, "R-001").birth_year == 1948


def test_that_a_birth_year_found_in_a_later_batch_completes_the_card(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "BATCH", 1)
    report = bench.take(row(geboortejaar=""), row(datum="2026-04-30"))
    assert resident_of(bench, "R-001").birth_year == 1948
    assert report.new_residents == 1


def test_that_a_resident_without_a_village_gets_the_one_of_the_file(bench: Bench) -> None:
    with bench.database.writing() as work:
        work.residents.add(Resident("someone", "R-001", calling_name="Bep"))
    report = bench.take(row())
    assert resident_of(bench, "R-001").village_id is not None
    assert resident_of(bench, "R-001").calling_name == "Bep"
    assert (Kind.RESIDENT, "someone") in report.changes.touched


@pytest.mark.parametrize("first", [0, 1])
def test_that_the_newest_date_decides_about_counting_along(bench: Bench, first: int) -> None:
    lines = [row(meetellen="ja"), row(datum="2026-04-30", meetellen="")]
    bench.take(lines[first], lines[1 - first])
    (consent,) = bench.consents("R-001")
    assert (consent.purpose, consent.answer) == (Purpose.COUNT, ConsentAnswer.NO)
    assert (consent.way, consent.given_on) == (ConsentWay.IMPORT, date(2026, 4, 30))
    assert consent.recorded_at == NOON


def test_that_on_one_date_a_no_outweighs_a_yes(bench: Bench) -> None:
    bench.take(row(meetellen="nee"), row(wijze="items", meetellen="ja"))
    assert counts_along(bench, "R-001") is ConsentAnswer.NO


def test_that_a_newer_file_changes_the_answer_and_an_older_one_does_not(bench: Bench) -> None:
    bench.take(row(meetellen="nee"))
    bench.take(row(datum="2026-02-28", meetellen="ja"))
    assert counts_along(bench, "R-001") is ConsentAnswer.NO
    bench.take(row(datum="2026-04-30", meetellen="ja"))
    assert counts_along(bench, "R-001") is ConsentAnswer.YES


def test_that_a_withdrawal_outlasts_the_same_file(bench: Bench) -> None:
    bench.take(row())
    bench.say("R-001", Purpose.COUNT, ConsentAnswer.WITHDRAWN, date(2026, 6, 1))
    bench.take(row())
    assert counts_along(bench, "R-001") is ConsentAnswer.WITHDRAWN


def test_that_a_mended_no_takes_back_an_imported_yes(bench: Bench) -> None:
    bench.take(row(meetellen="ja"))
    bench.later(days=1)
    assert bench.take(row(meetellen="nee")).skipped == 1
    assert counts_along(bench, "R-001") is ConsentAnswer.NO
    bench.take(row(meetellen="ja"))
    assert counts_along(bench, "R-001") is ConsentAnswer.NO


def test_that_an_imported_no_leaves_a_yes_given_in_a_talk_that_day(bench: Bench) -> None:
    bench.take(row(datum="2026-02-28", meetellen="nee"))
    bench.say("R-001", Purpose.COUNT, ConsentAnswer.YES, date(2026, 3, 31))
    bench.take(row(meetellen="nee"))
    assert counts_along(bench, "R-001") is ConsentAnswer.YES


@pytest.mark.parametrize("days", [1, 2000])
def test_that_a_yes_dated_ahead_does_not_outlast_what_is_said_later(bench: Bench, days: int) -> None:
    bench.take(row(datum="2030-01-01", meetellen="ja"))
    bench.later(days=1)
    bench.say("R-001", Purpose.COUNT, ConsentAnswer.WITHDRAWN, date(2026, 11, 23))
    bench.later(days=days)
    bench.take(row(datum="2030-01-01", meetellen="ja"))
    assert counts_along(bench, "R-001") is ConsentAnswer.WITHDRAWN


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_that_nothing_is_imported_of_somebody_who_does_not_want_to_be_kept(
    bench: Bench, answer: ConsentAnswer
) -> None:
    bench.take(row())
    bench.say("R-001", Purpose.RECORD, answer, date(2026, 6, 1))
    assert bench.take(row()).skipped == 1
    error = refused(bench, row(code="R-002"), row(datum="2026-04-30"))
    assert (error.code, error.values) == ("import.refused", {"line": 3})


BAD_CELLS = [
    ({"code": ""}, "import.code"),
    ({"kern": ""}, "import.village"),
    ({"kern": "x" * 10_000}, "import.too_long"),
    ({"geboortejaar": "48"}, "import.birth_year"),
    ({"datum": "31-02-2026"}, "import.date"),
    ({"wijze": "beide"}, "import.way"),
    ({"MW": "11"}, "import.mark"),
    ({"MW": "6,5"}, "import.mark_whole"),
    ({"wijze": "items", "MW": "6,55"}, "import.mark_decimal"),
    ({"themas": "verveling"}, "import.theme"),
    ({"meetellen": "soms"}, "import.count_along"),
    ({"notitie": "a\0b"}, "import.nul"),
    ({"notitie": "x" * 20_001}, "import.too_long"),
    ({"notitie": "x" * 200_000}, "import.too_long"),
    ({"notitie": "een;twee"}, "import.columns"),
    ({"notitie": '"open'}, "import.quote"),
]


@pytest.mark.parametrize(("cells", "code"), BAD_CELLS, ids=[code for _, code in BAD_CELLS])
def test_that_one_bad_row_is_named_by_its_line_and_nothing_is_taken_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, cells: dict[str, str], code: str
) -> None:
    monkeypatch.setattr(imports, "BATCH", 2)
    good = [row(code=f"R-{number:03}", notitie='"een\r\ntwee"') for number in range(10)]
    error = refused(bench, *good, row(**cells))
    assert error.code == code
    assert error.values["line"] == 22


def test_that_a_wrong_header_takes_nothing_over(bench: Bench) -> None:
    before = bench.counts()
    with pytest.raises(SpinnenwebError, match=r"import\.column_missing"):
        bench.imports.import_csv(bench.write(row(), header=";".join(COLUMNS).replace("kern", "dorp")))
    assert bench.counts() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_that_an_accent_reaches_the_vault_from_every_encoding(bench: Bench, encoding: str) -> None:
    bench.imports.import_csv(bench.write(row(kern="Één", notitie="café"), encoding=encoding))
    with bench.database.reading() as work:
        assert [village.name for village in work.villages.all()] == ["Één"]
    assert talks_of(bench, "R-001")[0].note == "café"


def test_that_a_comma_file_gives_the_same_talks(bench: Bench) -> None:
    bench.take(row(wijze="items", LF="6,5"))
    cells = {**GOOD, "wijze": "items", "LF": '"6,5"'}
    file = bench.write(",".join(cells[name] for name in COLUMNS), header=",".join(COLUMNS))
    assert bench.imports.import_csv(file).skipped == 1


def test_that_progress_is_told_per_batch(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "BATCH", 2)
    heard: list[int] = []
    bench.imports.import_csv(bench.write(*(row(code=f"R-{n}") for n in range(5))), heard.append)
    assert heard == [2, 4, 5]


def test_that_stopping_halfway_takes_nothing_over(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "BATCH", 2)
    before = bench.counts()

    def stop(rows: int) -> None:
        if rows == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.imports.import_csv(bench.write(*(row(code=f"R-{n}") for n in range(5))), stop)
    assert bench.counts() == before


def test_that_the_template_can_be_imported_as_it_is(bench: Bench) -> None:
    file = bench.folder / "sjabloon.csv"
    file.write_text(bench.imports.template(), "ascii", newline="")
    report = bench.imports.import_csv(file)
    assert (report.added, report.new_villages) == (2, 1)
    assert counts_along(bench, "VOORBEELD-1") is ConsentAnswer.NO


def test_that_the_template_has_the_columns_in_their_order(bench: Bench) -> None:
    assert bench.imports.template().split("\r\n")[0] == (
        "code;kern;geboortejaar;datum;wijze;LF;MW;ZG;KL;MD;DF;themas;meetellen;notitie"
    )


@pytest.mark.slow
def test_that_ten_thousand_talks_take_seconds(bench: Bench) -> None:
    """Slow because the promise is about a long file."""
    lines = [row(code=f"R-{n % 2500}", datum=f"2026-0{1 + n // 2500}-15") for n in range(10_000)]
    file = bench.write(*lines)
    start = time.perf_counter()
    assert bench.imports.import_csv(file).added == 10_000
    assert bench.imports.import_csv(file).skipped == 10_000
    took = time.perf_counter() - start
    assert took < 60
