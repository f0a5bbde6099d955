"""Whatever goes wrong with what people said, none of it stands in a log, a report, a message or on stderr.

One exception, on purpose: an argument of a command, and a mark, date or theme of a file, is repeated to whoever
typed it.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from spinnenweb.app.crash_nets import LOG_NAME, PlainFormatter
from spinnenweb.app.crash_report import make_report
from spinnenweb.cli import command_line
from spinnenweb.cli.output import line_of
from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.conversations import Matter, Step
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.goals import GoalStep
from spinnenweb.domain.house_rules import UrgentNumber
from spinnenweb.domain.residents import Village
from spinnenweb.domain.wording import Wording
from spinnenweb.services.start_files import read_start_file
from spinnenweb.services.summaries import SummaryChoice
from spinnenweb.ui.errors import told
from tests.unit.cli.driver import HEADER, run
from tests.unit.services.rooms import PASSPHRASE, answered
from tests.unit.services.rooms import room as open_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from spinnenweb.services.workspace import Workspace
    from tests.unit.services.rooms import Room

MARK = "Qzywx"
"""Stands in every planted text, and in nothing else."""
DAY = date(2026, 11, 21)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
SAID = st.builds(lambda before, after: f"{before}{MARK}{after}", WORDS, WORDS)
SPOILT = st.sampled_from(
    (
        "{}",
        "{}\0",
        "\x07{}",
        "{}\ud800",
        "x" * 25_000 + "{}",
        "'; DROP TABLE resident; --{}",
        '"{}*',
        "%{}s",
        "{{{}}}",
    )
)
HOSTILE = st.builds(lambda form, said: form.replace("{}", said), SPOILT, SAID)
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass
class Desk:
    """An open vault, and everything that the program writes when something goes wrong."""

    room: Room
    logs: Path
    messages: Wording
    words: Wording
    logger: logging.Logger

    @property
    def workspace(self) -> Workspace:
        return self.room.workspace

    def attempt(self, act: Callable[[], object]) -> list[str]:
        """Do it; everything that is written anywhere about how it failed."""
        try:
            act()
        except SpinnenwebError as error:
            self.logger.exception("a bug")
            shown = told(error, self.messages, self.words)
            return [
                str(error),
                repr(error),
                shown.title,
                shown.text,
                line_of(error, self.messages),
                *self.written(),
            ]
        except BaseException:
            self.logger.exception("a bug")
        return self.written()

    def written(self) -> list[str]:
        """The log, and the report that is made of it."""
        log = self.logs / LOG_NAME
        return [log.read_text("utf-8") if log.exists() else "", make_report(self.logs, self.words.say)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, resources: Path) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    texts = resources / "texts" / "nl"
    handler = logging.FileHandler(folder / LOG_NAME, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(PlainFormatter())
    # outside the tree: pytest would keep what was planted in its report, and cannot send lone surrogates
    logger = logging.Logger("spinnenweb.test_said")  # noqa: LOG001
    logger.addHandler(handler)
    reports = Wording({f"{key.removeprefix('report.')}": entry for key, entry in _worker(texts).entries.items()})
    with open_room(folder) as room:
        yield Desk(room, folder, Wording.read(texts / "meldingen.toml"), reports, logger)
    logger.removeHandler(handler)
    handler.close()


def _worker(texts: Path) -> Wording:
    return Wording.read(texts / "werker.toml")


def holds(texts: list[str], said: str) -> bool:
    return any(MARK in text or MARK.lower() in text.lower() for text in texts) or any(
        said and said in text for text in texts if len(said) > len(MARK)
    )


# what people do, with every text they can give


def _card(workspace: Workspace, said: str) -> object:
    blank = workspace.residents.blank()
    with suppress(SpinnenwebError):
        workspace.residents.add(replace(blank, calling_name=said))
    return workspace.residents.add(replace(blank, code=said))


def _twice(workspace: Workspace, said: str) -> object:
    for _ in range(2):
        workspace.residents.add(replace(workspace.residents.blank(), code=said[:30]))
    return None


def _change(workspace: Workspace, said: str) -> object:
    return workspace.residents.change(replace(workspace.residents.blank(), calling_name=said))


def _birth_year(workspace: Workspace, said: str) -> object:
    return workspace.residents.add(replace(workspace.residents.blank(), calling_name=said[:20], birth_year=1))


def _talk(workspace: Workspace, said: str) -> object:
    draft = workspace.conversations.begin(workspace.residents.blank(), resident_is_new=True)
    talk = replace(draft.conversation, note=said, step=Step(said, said, said), matters=(Matter(words=said),))
    workspace.conversations.save_draft(replace(draft, conversation=talk))
    return workspace.conversations.finish(answered(replace(draft, conversation=talk)))


def _correct(workspace: Workspace, said: str) -> object:
    draft = workspace.conversations.begin(workspace.residents.blank(), resident_is_new=True)
    return workspace.conversations.correct(replace(draft.conversation, note=said))


def _contact(workspace: Workspace, said: str) -> object:
    return workspace.contacts.add(ShortContact("", None, DAY, line=said))


def _meeting(workspace: Workspace, said: str) -> object:
    return workspace.contacts.add_meeting(Meeting("", None, DAY, -1, line=said))


def _village(workspace: Workspace, said: str) -> object:
    with suppress(SpinnenwebError):
        workspace.residents.rename_village(Village("nergens", said))
    return workspace.residents.add_village(said)


def _goal(workspace: Workspace, said: str) -> object:
    with suppress(SpinnenwebError):
        workspace.goals.add_step(GoalStep("", "nergens", what=said, when=said, with_whom=said, made_on=DAY))
    return workspace.goals.add_goal("nergens", said)


def _promise(workspace: Workspace, said: str) -> object:
    return workspace.agenda.add(FollowUp("", FollowUpKind.BRING, "nergens", "nergens", said, DAY))


def _settings(workspace: Workspace, said: str) -> object:
    now = workspace.settings.get()
    changed = replace(now, worker=said, organisation=said, phone=said, urgent_numbers=(UrgentNumber(said, said),))
    return workspace.settings.save(changed)


def _search(workspace: Workspace, said: str) -> object:
    return workspace.search.find(said), workspace.residents.find(said), workspace.guard.check(said)


def _write(workspace: Workspace, said: str) -> None:
    card = replace(workspace.residents.blank(), calling_name=said[-40:])
    talk = replace(workspace.conversations.begin(card).conversation, note=said[-400:])
    nowhere = workspace.folder / "geen map" / "uit.pdf"
    workspace.summaries.write(nowhere, card, talk, SummaryChoice(note=True))


def _passphrase(workspace: Workspace, said: str) -> None:
    workspace.keys.set_passphrase(said)


WAYS = (
    *(_card, _twice, _change, _birth_year, _talk, _correct, _contact, _meeting, _village, _goal, _promise),
    *(_settings, _search, _write, _passphrase),
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.strip("_"))
@MANY
@given(said=HOSTILE)
def test_that_what_services_refuse_is_repeated_nowhere(
    desk: Desk, way: Callable[[Workspace, str], object], said: str
) -> None:
    assert not holds(desk.attempt(lambda: way(desk.workspace, said)), said)


# files that were given by others


@pytest.mark.parametrize("column", ["code", "kern", "geboortejaar", "wijze", "meetellen", "notitie"])
@MANY
@given(said=SAID)
def test_that_a_refused_file_is_not_quoted(desk: Desk, tmp_path: Path, column: str, said: str) -> None:
    given = {
        "code": "R-1",
        "geboortejaar": "1948",
        "datum": "31-2-2026",
        "wijze": "direct",
        "LF": "7",
        "meetellen": "ja",
    }
    row = {name: given.get(name, "") for name in HEADER.split(";")}
    row[column] = f'"{said.replace(chr(34), "")}"'
    file = tmp_path / "in.csv"
    file.write_text(f"{HEADER}\n{';'.join(row.values())}\n", "utf-8")
    assert not holds(desk.attempt(lambda: desk.workspace.imports.import_csv(file)), said)


@MANY
@given(said=SAID)
def test_that_a_refused_start_file_is_not_quoted(desk: Desk, tmp_path: Path, said: str) -> None:
    file = tmp_path / "start.toml"
    file.write_text(f'startbestand = 1\n[organisatie]\nnaam = "{said}"\ntalen = ["{said}"]\n= {said}\n', "utf-8")
    assert not holds(desk.attempt(lambda: read_start_file(file)), said)


# bugs, with what people said in the message and in every variable


def _raise(kind: type[BaseException], said: str) -> None:
    note = {said: [said]}
    try:
        raise KeyError(said)
    except KeyError as error:
        found = kind(said, note)
        found.add_note(said)
        raise found from error


@pytest.mark.parametrize("kind", [ValueError, KeyError, RuntimeError, OSError, SystemExit, UserWarning])
@MANY
@given(said=HOSTILE)
def test_that_a_bug_leaves_its_type_and_place_only(desk: Desk, kind: type[BaseException], said: str) -> None:
    written = desk.attempt(lambda: _raise(kind, said))
    assert not holds(written, said)
    assert f"builtins.{kind.__name__}" in written[0]
    assert "builtins.KeyError" in written[0]


@MANY
@given(said=SAID)
def test_that_an_error_that_names_itself_as_its_cause_is_told_once(desk: Desk, said: str) -> None:
    def act() -> None:
        error = ValueError(said)
        raise error from error

    assert not holds(desk.attempt(act), said)


@MANY
@given(said=HOSTILE)
def test_that_many_errors_at_once_say_no_more(desk: Desk, said: str) -> None:
    def act() -> None:
        raise ExceptionGroup(said, [ValueError(said), KeyError(said)])

    assert not holds(desk.attempt(act), said)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO village (id, name) VALUES (:said, :said)",
        "INSERT INTO nergens VALUES (:said)",
        "SELECT load_extension(:said)",
        "SELECT * FROM search_line WHERE search_line MATCH :said",
    ],
)
@MANY
@given(said=HOSTILE)
def test_that_what_was_handed_to_the_database_stays_out(desk: Desk, statement: str, said: str) -> None:
    def act() -> None:
        with desk.workspace.database._writer.begin() as connection:
            connection.execute(sql(statement), {"said": said})

    assert not holds(desk.attempt(act), said)


@MANY
@given(said=SAID)
def test_that_a_warning_with_words_in_it_is_a_place_only(desk: Desk, said: str) -> None:
    def act() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.warn(said, UserWarning, stacklevel=1)

    assert not holds(desk.attempt(act), said)


# the command line


@settings(MANY, max_examples=8)
@given(said=SAID)
def test_that_a_bug_in_a_command_says_its_type_only(
    desk: Desk, tmp_path: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(*_: object) -> None:
        raise ValueError(said)

    monkeypatch.setattr(command_line, "_carrier", lambda _: act)
    done = run("residents", tmp_path / "geen.vault")
    assert done.status == command_line.BUG
    assert "ValueError" in done.err
    assert not holds([done.out, done.err, *desk.written()], said)


@settings(MANY, max_examples=6)
@given(said=st.builds(lambda after: f"{MARK}{after}", st.text("abcé 1;", max_size=20)))
def test_that_commands_on_a_vault_of_people_name_nobody_on_stderr(
    tmp_path_factory: pytest.TempPathFactory, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPINNENWEB_PASSPHRASE", PASSPHRASE)
    folder = tmp_path_factory.mktemp("cli")
    with open_room(folder) as room:
        room.new_resident(code="R-9", calling_name=said)
        own = room.new_resident(code="R-1", calling_name=f"{MARK} zelf")
        room.talk(own, step=Step(said), note=said)
        vault = room.folder
    out = folder / "uit"
    for asked in (
        ("summary", vault, "--resident", "R-1", "--pdf", out),
        ("summary", vault, "--resident", "R-1", "--pdf", vault / "x.pdf", "--yes"),
        ("chart", vault, "--resident", "R-1", "--png", folder),
        ("residents", vault, "--nergens"),
        ("release", vault, "--until", "2026-11-21", "--out", vault),
        ("check", vault),
    ):
        done = run(*asked)
        assert not holds([done.err], said)
