from __future__ import annotations

import os
from pathlib import Path

import pytest

from spinnenweb.cli.passphrases import VARIABLE, given_passphrase, passphrase
from spinnenweb.domain.errors import SpinnenwebError

WORDS = "molen kastanje fluit drempel wolk"
GOOD = {
    "one line": WORDS.encode(),
    "a line end": f"{WORDS}\n".encode(),
    "the line end of Windows": f"{WORDS}\r\n".encode(),
    "a byte order mark": f"\ufeff{WORDS}\r\n".encode(),
    "utf-16": f"{WORDS}\r\n".encode("utf-16"),
    "more lines": f"{WORDS}\nDit is het wachtwoord.\n".encode(),
    "blanks round it": f"  {WORDS} \t\n".encode(),
}
BAD = {
    "empty": b"",
    "blank": b" \n",
    "an empty first line": f"\n{WORDS}\n".encode(),
    "binary": bytes(range(256)),
    "text with a NUL": b"molen\0kastanje fluit drempel",
    "half a letter": b"\xc3",
    "half of utf-16": b"\xff\xfea",
}


def code_of(file: Path) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        given_passphrase(file)
    return caught.value.code


@pytest.mark.parametrize("content", GOOD.values(), ids=GOOD)
def test_that_a_password_is_the_first_line_of_its_file(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "wachtwoord.txt"
    file.write_bytes(content)
    assert passphrase(file) == WORDS


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_that_a_file_without_a_password_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "wachtwoord.txt"
    file.write_bytes(content)
    assert code_of(file) == "passphrase.file"


def test_that_a_missing_file_or_a_folder_holds_no_password(tmp_path: Path) -> None:
    assert [code_of(tmp_path / "weg.txt"), code_of(tmp_path)] == ["passphrase.file"] * 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_that_a_device_without_an_end_is_refused() -> None:
    assert code_of(Path("/dev/zero")) == "passphrase.file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_that_a_password_may_come_through_a_pipe(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, f"{WORDS}\n".encode())
    os.close(writing)
    assert given_passphrase(Path(f"/dev/fd/{reading}")) == WORDS
    os.close(reading)


def test_that_the_file_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "een heel ander wachtwoord")
    file = tmp_path / "wachtwoord.txt"
    file.write_text(WORDS, "utf-8")
    assert passphrase(file) == WORDS
    assert passphrase(None) == "een heel ander wachtwoord"


@pytest.mark.parametrize("value", ["", "  ", "\udcff", "a\x01b"])
def test_that_an_environment_without_a_password_asks_for_one(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits at a test, so the question ends in a refusal."""
    monkeypatch.setenv(VARIABLE, value)
    with pytest.raises(SpinnenwebError) as caught:
        passphrase(None)
    assert caught.value.code == "passphrase.none"
