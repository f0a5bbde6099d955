from __future__ import annotations

import errno
import io
import json
import sys
from contextlib import redirect_stdout

import pytest

from spinnenweb.cli.output import line_of, listing, message, prepare, result, table
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.wording import Wording
from tests.conftest import RESOURCES
from tests.unit.cli.driver import streams, text_of

MESSAGES = Wording.read(RESOURCES / "texts" / "nl" / "meldingen.toml")


class Full(io.RawIOBase):
    """A file that takes no more."""

    def __init__(self, number: int) -> None:
        self._number = number

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise OSError(self._number, "full")


def writing_to(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(Full(number)), write_through=True)


def test_that_a_table_has_its_columns_below_each_other() -> None:
    with streams() as (out, _):
        table([{"code": "R-1", "kern": "Esdal"}, {"code": "R-1000", "kern": None}])
        assert text_of(out) == "code    kern\nR-1     Esdal\nR-1000\n"


def test_that_a_table_without_rows_is_nothing() -> None:
    with streams() as (out, _):
        table([])
        assert text_of(out) == ""


@pytest.mark.parametrize(("encoding", "raw"), [("utf-8", "Zoë"), ("cp1252", "Zo\\u00eb"), ("ascii", "Zo\\u00eb")])
def test_that_a_listing_is_json_in_every_encoding(encoding: str, raw: str) -> None:
    with streams(encoding) as (out, _):
        listing([{"roepnaam": "Zoë", "jaar": None}])
        text = text_of(out)
    assert json.loads(text) == [{"roepnaam": "Zoë", "jaar": None}]
    assert raw in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_that_a_name_the_terminal_cannot_show_stops_nothing(encoding: str) -> None:
    with streams(encoding) as (out, err):
        prepare()
        result("Şükrü \udcff")
        message("Łukasz")
        assert "kr" in text_of(out)
        assert "ukasz" in text_of(err)


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EDQUOT, "disk.full"), (errno.EIO, "disk.failed")]
)
def test_that_a_full_disk_behind_stdout_is_named(number: int, code: str) -> None:
    with redirect_stdout(writing_to(number)), pytest.raises(SpinnenwebError) as caught:
        result("regel")
    assert caught.value.code == code


def test_that_a_broken_pipe_stays_one() -> None:
    with redirect_stdout(writing_to(errno.EPIPE)), pytest.raises(BrokenPipeError):
        result("regel")


def test_that_no_stdout_at_all_is_a_broken_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(BrokenPipeError):
        result("regel")


def test_that_nobody_reading_messages_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for stream in (None, writing_to(errno.EPIPE), writing_to(errno.ENOSPC)):
        monkeypatch.setattr(sys, "stderr", stream)
        message("bezig")
        said.append("verder")
    assert len(said) == 3


def test_that_an_error_is_one_line_whatever_the_path() -> None:
    line = line_of(SpinnenwebError("vault.missing", path="map\nmet\tregels\x1b[2J\udcff"), MESSAGES)
    assert line.startswith("We vinden geen kluis. Hier is geen kluis: map?met?regels?[2J?.")
    assert line.isprintable()


def test_that_a_path_with_braces_is_only_a_path() -> None:
    assert "{line}" in line_of(SpinnenwebError("vault.missing", path="{line}"), MESSAGES)


def test_that_an_error_without_a_text_of_its_own_says_that_nothing_is_lost() -> None:
    assert "er is niets kwijt" in line_of(SpinnenwebError("nieuw.nog_onbekend"), MESSAGES)


def test_that_the_line_fits_what_is_known_of_a_backup() -> None:
    assert "van 1 mei" in line_of(SpinnenwebError("fault.damaged", date="1 mei"), MESSAGES)
    assert "geen reservekopie" in line_of(SpinnenwebError("fault.damaged"), MESSAGES)


def test_that_the_line_names_nothing_that_only_a_window_has() -> None:
    assert "oogje" not in line_of(SpinnenwebError("fault.passphrase"), MESSAGES)
