from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spinnenweb.cli.usage import COMMANDS, parse
from spinnenweb.domain.errors import SpinnenwebError
from tests.unit.cli.driver import run

RELEASE = ("release", "dorp.vault", "--out", "cijfers", "--until")
WRONG = {
    "an unknown command": ("bestaat-niet",),
    "an unknown option": ("residents", "dorp.vault", "--csv"),
    "an option before the command": ("--json", "residents", "dorp.vault"),
    "a shortened option": ("summary", "dorp.vault", "--res", "R-001", "--pdf", "uit.pdf"),
    "an option twice without its value": ("summary", "dorp.vault", "--resident", "--pdf", "uit.pdf"),
    "one word too many": ("residents", "dorp.vault", "en-nog-een"),
    "an empty vault": ("residents", ""),
    "a blank vault": ("new", "  "),
    "an empty target": ("summary", "dorp.vault", "--resident", "R-001", "--pdf", ""),
    "a seed that is no number": ("demo", "voorbeeld", "--seed", "een"),
    "a seed longer than a number may be": ("demo", "voorbeeld", "--seed", "1" * 5000),
    "an empty password file": ("check", "dorp.vault", "--passphrase-file", ""),
    "pdf for a chart": ("chart", "dorp.vault", "--resident", "R-001", "--pdf", "uit.pdf"),
}
NO_DAYS = (
    *("2026-02-31", "2026-13-01", "0000-01-01", "2026-1-1", "31-03-2026", "20260101", "2026-W01-1"),
    *("", "gisteren", " 2026-01-01", "2026-01-01T00:00", "٢٠٢٦-٠١-٠١"),
)


def code_of(*arguments: str) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        parse(list(arguments))
    return caught.value.code


@pytest.mark.parametrize("name", COMMANDS)
def test_that_a_command_without_its_arguments_is_wrong_usage(name: str) -> None:
    assert code_of(name) == "usage"


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_that_wrong_usage_is_refused(arguments: tuple[str, ...]) -> None:
    assert code_of(*arguments) == "usage"


@pytest.mark.parametrize("text", NO_DAYS)
def test_that_a_date_is_a_day_that_exists(text: str) -> None:
    assert code_of(*RELEASE, text) == "usage.date"


def test_that_a_day_is_read_as_year_month_and_day() -> None:
    assert parse([*RELEASE, "2028-02-29"]).until == date(2028, 2, 29)


@pytest.mark.parametrize("text", ["0", "-1", "abc", "", "1.5", "20001", "٣", " 3", "+3", "1" * 5000])
def test_that_a_number_of_residents_is_whole_and_possible(text: str) -> None:
    assert code_of("demo", "voorbeeld", "--residents", text) == "usage.count"


@pytest.mark.parametrize("text", ["1", "160", "20000"])
def test_that_a_possible_number_of_residents_is_taken(text: str) -> None:
    assert parse(["demo", "voorbeeld", "--residents", text]).residents == int(text)


def test_that_a_seed_may_be_any_whole_number() -> None:
    assert [parse(["demo", "v", "--seed", text]).seed for text in ("0", "-7", "99")] == [0, -7, 99]


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("demo", "--help"), ("residents", "v", "-h")])
def test_that_help_names_every_command(arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.status, said.err) == (0, "")
    assert [name for name in COMMANDS if f"\n  {name} " not in said.out] == []


def test_that_wrong_usage_is_one_dutch_line() -> None:
    assert run("bestaat-niet").refused("main.py --help")


def test_that_what_was_mistyped_is_named_by_its_place_and_never_repeated() -> None:
    name = "Wilhelmina"
    told = {
        "--until": run(*RELEASE, name),
        "--residents": run("demo", "voorbeeld", "--residents", name),
        "main.py --help": run(name),
    }
    for place, said in told.items():
        assert said.refused(place)
        assert name not in said.err + said.out


def test_that_a_path_is_taken_as_it_is() -> None:
    assert parse(["residents", "map met spatie/dorp.vault"]).vault == Path("map met spatie/dorp.vault")
