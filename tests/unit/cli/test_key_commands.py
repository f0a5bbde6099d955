"""`passwd` and `rekey`."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.cli import command_line
from spinnenweb.cli.passphrases import NEW_VARIABLE
from spinnenweb.services.vaults import open_vault, open_with_key
from tests.unit.cli.driver import Screen, run, streams, text_of
from tests.unit.security.vaults import code_of, names
from tests.unit.services.rooms import PASSPHRASE, environment

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "wimpel lantaarn gordijn perzik anker"


@pytest.fixture
def new_word(tmp_path: Path) -> Path:
    file = tmp_path / "nieuw.txt"
    file.write_text(f"{OTHER}\n", "utf-8")
    return file


def opens(vault: Path, word: str) -> bool:
    open_vault(vault, word, environment()).close()
    return True


def test_that_passwd_changes_the_password_and_nothing_else(vault: Path, new_word: Path) -> None:
    said = run("passwd", vault, "--new-passphrase-file", new_word)
    assert (said.status, said.out) == (0, "")
    assert OTHER not in said.err
    assert opens(vault, OTHER)
    assert code_of(lambda: open_vault(vault, PASSPHRASE, environment())) == "fault.passphrase"


def test_that_the_new_password_may_come_from_the_environment(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEW_VARIABLE, OTHER)
    assert run("passwd", vault).status == 0
    assert opens(vault, OTHER)


def test_that_passwd_without_a_new_password_changes_nothing(vault: Path) -> None:
    assert run("passwd", vault).refused("Er is geen wachtwoord gegeven")
    assert opens(vault, PASSPHRASE)


@pytest.mark.parametrize("command", ["passwd", "rekey"])
def test_that_a_weak_new_password_is_refused(vault: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEW_VARIABLE, "welkom01")
    assert run(command, vault).refused("te makkelijk te raden")
    assert opens(vault, PASSPHRASE)


def test_that_rekey_prints_the_new_emergency_key_and_keeps_the_password(vault: Path) -> None:
    said = run("rekey", vault)
    assert (said.status, said.out.count("\n")) == (0, 1)
    assert said.out.strip() not in said.err
    assert "100 procent" in said.err
    open_with_key(vault, said.out.strip(), environment()).close()
    assert opens(vault, PASSPHRASE)
    assert [name for name in names(vault) if name.startswith("dossier")] == ["dossier-2.db"]
    assert len(run("residents", vault, "--json").rows) == 2


def test_that_rekey_takes_a_new_password_too(vault: Path, new_word: Path) -> None:
    assert run("rekey", vault, "--new-passphrase-file", new_word).status == 0
    assert opens(vault, OTHER)
    assert code_of(lambda: open_vault(vault, PASSPHRASE, environment())) == "fault.passphrase"


def test_that_an_emergency_key_nobody_saw_is_said(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with streams() as (_, err):
        monkeypatch.setattr(sys, "stdout", None)
        status = command_line.run(["rekey", str(vault)], environment(), Screen().tools)
        assert (status, "opent met je wachtwoord" in text_of(err)) == (2, True)
    assert opens(vault, PASSPHRASE)


def test_that_at_a_terminal_the_new_password_is_asked_twice_and_may_stay(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter([OTHER, OTHER, "", ""])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", answer)
    assert run("passwd", vault).status == 0
    monkeypatch.setenv("SPINNENWEB_PASSPHRASE", OTHER)
    assert run("rekey", vault).status == 0
    assert opens(vault, OTHER)
    assert asked == [
        "Nieuw wachtwoord: ",
        "Nog een keer: ",
        "Nieuw wachtwoord (leeg: hetzelfde): ",
        "Nog een keer: ",
    ]


@pytest.mark.parametrize("command", ["passwd", "rekey"])
def test_that_what_is_no_vault_is_refused(tmp_path: Path, command: str) -> None:
    assert run(command, tmp_path / "weg").status == 2
