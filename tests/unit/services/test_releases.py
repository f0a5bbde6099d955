from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.answers import marked
from spinnenweb.domain.conversations import AspectEntry, DimensionEntry, with_aspect, with_dimension
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import ConsentAnswer, Purpose, Resident
from tests.unit.services.tables import Bench, open_bench, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.releases import ReleaseRow

UNTIL = date(2026, 3, 31)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path) as opened:
        yield opened


def crowd(size: int, start: int = 0, **cells: str) -> list[str]:
    return [row(code=f"R-{start + number:03}", **cells) for number in range(size)]


def figure(bench: Bench, table: str, item: str = "", until: date = UNTIL) -> int | None:
    rows: tuple[ReleaseRow, ...] = getattr(bench.releases.preview(until), table)
    (found,) = (r for r in rows if (r.village, r.age_group, r.item) == ("Ruinen", "totaal", item))
    return found.count


def tick(bench: Bench, size: int, dimension: str = "", aspect: str = "") -> None:
    """Tick a topic in the talks of the first residents."""
    with bench.database.writing() as work:
        for resident in work.residents.all()[:size]:
            (talk,) = work.conversations.of(resident.id)
            if dimension:
                talk = with_dimension(talk, replace(talk.entry(dimension), topic=True))
            if aspect:
                talk = with_aspect(talk, AspectEntry(aspect, topic=True))
            work.conversations.update(talk)


def test_that_only_residents_who_said_yes_count_along(bench: Bench) -> None:
    bench.take(*crowd(12), *crowd(8, 100, meetellen="nee"))
    assert bench.releases.counted(UNTIL) == 12
    assert figure(bench, "persons") == 10


def test_that_a_withdrawn_consent_leaves_the_next_release(bench: Bench) -> None:
    bench.take(*crowd(10))
    assert figure(bench, "persons") == 10
    bench.say("R-003", Purpose.COUNT, ConsentAnswer.WITHDRAWN, date(2026, 6, 1))
    assert bench.releases.counted(UNTIL) == 9
    assert figure(bench, "persons") is None


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_that_who_does_not_want_to_be_kept_counts_nowhere(bench: Bench, answer: ConsentAnswer) -> None:
    bench.take(*crowd(10))
    bench.say("R-003", Purpose.RECORD, answer, date(2026, 6, 1))
    assert bench.releases.counted(UNTIL) == 9


def test_that_a_yes_or_a_later_to_keeping_keeps_counting(bench: Bench) -> None:
    bench.take(*crowd(10))
    bench.say("R-003", Purpose.RECORD, ConsentAnswer.YES, date(2026, 6, 1))
    bench.say("R-004", Purpose.RECORD, ConsentAnswer.LATER, date(2026, 6, 1))
    assert bench.releases.counted(UNTIL) == 10


def test_that_talks_after_the_date_of_the_release_do_not_count(bench: Bench) -> None:
    bench.take(*crowd(11), *crowd(9, 100, datum="2026-04-01"))
    assert bench.releases.counted(UNTIL) == 11
    assert bench.releases.counted(date(2026, 4, 1)) == 20


def test_that_the_last_talk_up_to_the_date_gives_the_themes(bench: Bench) -> None:
    bench.take(*crowd(15, themas="rouw"), *crowd(5, 100, themas=""))
    bench.take(*crowd(15, datum="2026-05-31", themas="taal"))
    may = date(2026, 5, 31)
    assert (figure(bench, "themes", "rouw"), figure(bench, "themes", "taal")) == (15, None)
    assert (figure(bench, "themes", "rouw", may), figure(bench, "themes", "taal", may)) == (None, 15)


def test_that_a_topic_is_a_ticked_dimension_or_a_ticked_aspect_of_it(bench: Bench) -> None:
    bench.take(*crowd(20))
    tick(bench, 12, dimension="LF", aspect="LF2")
    tick(bench, 10, aspect="MW3")
    assert figure(bench, "topics", "LF") == 10
    assert figure(bench, "topics", "MW") == 10
    assert figure(bench, "topics", "ZG") is None


def test_that_an_age_is_the_year_of_the_release_minus_the_birth_year(bench: Bench) -> None:
    bench.take(*crowd(20, geboortejaar="1961"), *crowd(20, 100, geboortejaar="1962"))
    groups = {r.age_group: r.count for r in bench.releases.preview(UNTIL).persons}
    assert groups == {"totaal": 40, "18-64": 20, "65+": 20}


def test_that_a_resident_under_18_is_not_counted(bench: Bench) -> None:
    bench.take(*crowd(10), row(code="R-100", geboortejaar="2009"), row(code="R-101", geboortejaar="2008"))
    assert bench.releases.counted(UNTIL) == 11


def test_that_a_resident_without_a_village_is_not_counted(bench: Bench) -> None:
    bench.take(*crowd(2))
    with bench.database.writing() as work:
        card: Resident = work.residents.all()[0]
        work.residents.update(replace(card, village_id=None))
    assert bench.releases.counted(UNTIL) == 1


def test_that_a_village_without_anybody_counting_along_has_its_hidden_row(bench: Bench) -> None:
    bench.take(*crowd(10), row(code="R-100", kern="Pesse", meetellen="nee"))
    rows = [(r.village, r.count) for r in bench.releases.preview(UNTIL).persons]
    assert rows == [("Pesse", None), ("Ruinen", 10)]


def test_that_somebody_who_does_not_count_along_changes_no_byte(bench: Bench) -> None:
    bench.take(*crowd(30))
    bench.releases.write(UNTIL, bench.folder / "voor")
    bench.take(*crowd(25, 100, meetellen="nee", themas="taal", LF="0"))
    bench.releases.write(UNTIL, bench.folder / "na")
    for file in (bench.folder / "voor").iterdir():
        assert (bench.folder / "na" / file.name).read_bytes() == file.read_bytes()


def test_that_a_release_is_three_tables_and_a_note(bench: Bench) -> None:
    bench.take(*crowd(20))
    target = bench.folder / "cijfers"
    written = bench.releases.write(UNTIL, target)
    assert [path.name for path in written] == ["personen.csv", "themas.csv", "onderwerpen.csv", "LEESMIJ.txt"]
    assert sorted(target.iterdir()) == sorted(written)
    assert all("proefversie, niet verspreiden" in path.read_text("utf-8").lower() for path in written)


def test_that_the_note_names_the_month_and_holds_no_placeholder(bench: Bench) -> None:
    *_, note = bench.releases.write(UNTIL, bench.folder / "cijfers")
    content = note.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfPROEFVERSIE")
    assert b"2026-03." in content
    assert not any(mark in content for mark in (b"{", b"2026-03-31"))
    assert content.count(b"\r\n") == content.count(b"\n")


def test_that_a_village_named_like_a_formula_is_text_in_the_table(bench: Bench) -> None:
    bench.take(*crowd(20, kern="=cmd()", notitie="=cmd()"))
    persons, *_ = bench.releases.write(UNTIL, bench.folder / "cijfers")
    with persons.open(encoding="utf-8-sig", newline="") as handle:
        found = list(csv.DictReader(handle, delimiter=";"))
    assert [(line["kern"], line["aantal"]) for line in found] == [("'=cmd()", "20")]


def test_that_no_note_code_or_day_reaches_a_file(bench: Bench) -> None:
    bench.take(*crowd(20, notitie="Geheime tuin"))
    for path in bench.releases.write(UNTIL, bench.folder / "cijfers"):
        content = path.read_text("utf-8")
        assert not any(secret in content for secret in ("Geheime", "R-0", "2026-03-31", "1948"))


def test_that_a_release_is_written_once_the_folder_is_free(bench: Bench) -> None:
    taken = bench.folder / "cijfers"
    taken.mkdir()
    with pytest.raises(SpinnenwebError) as caught:
        bench.releases.write(UNTIL, taken)
    assert (caught.value.code, caught.value.values) == ("release.folder_exists", {"path": str(taken)})
    assert not list(taken.iterdir())


def test_that_a_link_to_nowhere_is_not_overwritten(bench: Bench) -> None:
    link = bench.folder / "cijfers"
    link.symlink_to(bench.folder / "weg")
    with pytest.raises(SpinnenwebError, match=r"release\.folder_exists"):
        bench.releases.write(UNTIL, link)


def test_that_a_release_needs_the_folder_around_it(bench: Bench) -> None:
    with pytest.raises(SpinnenwebError, match=r"target\.missing"):
        bench.releases.write(UNTIL, bench.folder / "weg" / "cijfers")


def test_that_an_empty_vault_gives_tables_without_rows(bench: Bench) -> None:
    tables = bench.releases.preview(UNTIL)
    assert (tables.persons, tables.themes, tables.topics) == ((), (), ())


def test_that_marks_are_in_no_table(bench: Bench) -> None:
    bench.take(*crowd(20))
    before = bench.releases.preview(UNTIL)
    with bench.database.writing() as work:
        for resident in work.residents.all():
            (talk,) = work.conversations.of(resident.id)
            work.conversations.update(with_dimension(talk, DimensionEntry("LF", marked(0))))
    assert bench.releases.preview(UNTIL) == before
