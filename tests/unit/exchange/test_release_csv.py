from __future__ import annotations

import csv
import io
from datetime import date

from spinnenweb.domain.releases import ReleaseRow, ReleaseTables, RowStatus, WhyHidden
from spinnenweb.exchange.release_csv import TRIAL, release_files

SHOWN = ReleaseRow("Ruinen", "totaal", "", 25, RowStatus.NEW)
HIDDEN = ReleaseRow("=cmd()", "totaal", "rouw", None, RowStatus.HIDDEN, WhyHidden.MANY)
TABLES = ReleaseTables(date(2026, 3, 31), (SHOWN,), (HIDDEN,), ())


def lines_of(name: str) -> list[str]:
    return release_files(TABLES)[name].decode("utf-8-sig").split("\r\n")


def test_that_the_columns_are_those_of_the_reference_and_one_that_says_it_is_a_trial() -> None:
    assert lines_of("personen.csv")[0] == "kern;leeftijdsgroep;aantal;status;peilmoment;toelichting"
    assert lines_of("themas.csv")[0] == "kern;leeftijdsgroep;thema;aantal;status;peilmoment;toelichting"
    assert lines_of("onderwerpen.csv")[0] == "kern;leeftijdsgroep;dimensie;aantal;status;peilmoment;toelichting"


def test_that_a_printed_figure_carries_its_month_and_never_a_day() -> None:
    assert lines_of("personen.csv")[1] == f"Ruinen;totaal;25;nieuw;2026-03;{TRIAL}"


def test_that_a_hidden_figure_is_a_point_without_its_reason() -> None:
    assert lines_of("themas.csv")[1] == f"'=cmd();totaal;rouw;.;afgeschermd;2026-03;{TRIAL}"


def test_that_every_row_of_every_file_says_it_is_a_trial() -> None:
    for content in release_files(TABLES).values():
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert all(row["toelichting"] == "proefversie, niet verspreiden" for row in rows)


def test_that_the_same_tables_give_the_same_bytes() -> None:
    assert release_files(TABLES) == release_files(TABLES)
