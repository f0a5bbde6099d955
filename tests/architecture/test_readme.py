"""What the README promises is what the program and `.ci/run` do (its list for Debian: tests/unit/app)."""

from __future__ import annotations

import argparse
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from spinnenweb.cli.usage import COMMANDS, HELP, parse
from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.exchange.conversations_csv import COLUMNS, HEADER

if TYPE_CHECKING:
    from pathlib import Path

INSTALL = "python3 -m venv --without-pip .venv && python3 -m pip --python .venv/bin/python install -q"
TEST = f'{INSTALL} -c constraints.txt -e ".[test]" && .venv/bin/python -m pytest'
DEMO = f"{INSTALL} -c constraints.txt -e . && .venv/bin/python main.py demo voorbeeld"
ON_WINDOWS = str.maketrans({"/": "\\"})


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def pipeline(root: Path) -> str:
    return (root / ".ci" / "run").read_text("utf-8")


def code_lines(readme: str) -> list[str]:
    """The lines that are set apart as something to type."""
    return [line.strip() for line in readme.splitlines() if line.startswith("    ")]


# --- the commands


def asked_for(pipeline: str) -> dict[str, str]:
    """The patterns with which the pipeline reads commands out of the README, by the variable they are put in."""
    return dict(re.findall(r"^(\w+)=\$\(readme_line '([^']+)'\)?", pipeline, re.MULTILINE))


def test_that_each_pattern_of_the_pipeline_fits_one_line_of_the_readme(readme: str, pipeline: str) -> None:
    patterns = asked_for(pipeline)
    assert pipeline.count("$(readme_line ") == len(patterns) == 3
    found = {name: [line for line in code_lines(readme) if re.match(patterns[name], line)] for name in patterns}
    assert {name: len(lines) for name, lines in found.items()} == dict.fromkeys(patterns, 1)
    assert (found["test_command"], found["demo_command"]) == ([TEST], [DEMO])


@pytest.mark.parametrize("variable", ["test_command", "demo_command"])
def test_that_the_pipeline_runs_what_it_read(pipeline: str, variable: str) -> None:
    """In a folder without an environment of an earlier run, for the tests, and never only in part."""
    assert re.search(rf'^bash -euo pipefail -c "\${variable}"', pipeline, re.MULTILINE)
    assert pipeline.index("rm -rf .venv") < pipeline.index('-c "$test_command"')


def test_that_windows_gets_the_same_commands(readme: str) -> None:
    """Its `venv` brings pip along; the rest differs in the path only."""
    lines = code_lines(readme)
    for command in (TEST, DEMO):
        ours = command.removeprefix(INSTALL).replace(".venv/bin/", ".venv/Scripts/")
        target, then, program = ours.partition(" && ")
        windows = r"py -m venv .venv && .venv\Scripts\python -m pip install -q" + target + then
        assert windows + program.translate(ON_WINDOWS) in lines


def test_that_the_plain_start_stands_after_the_two_commands(readme: str) -> None:
    lines = code_lines(readme)
    assert lines.index(DEMO) < lines.index(TEST) < lines.index(".venv/bin/python main.py")


def test_that_what_the_readme_asks_before_handing_in_is_asked_by_the_pipeline(readme: str, pipeline: str) -> None:
    [line] = [line for line in code_lines(readme) if line.startswith(".venv/bin/ruff")]
    checks = [part for part in line.split(" && ") if not part.endswith("pytest")]
    assert len(checks) == 3
    assert [check for check in checks if f"\n{check}\n" not in pipeline] == []
    assert "\n.venv/bin/python -m tests.benchmarks" in pipeline


def test_that_what_the_pipeline_runs_exists(root: Path, pipeline: str) -> None:
    for script in re.findall(r"^bash (tests/\S+)", pipeline, re.MULTILINE):
        assert (root / script).is_file()
    assert (root / ".ci" / "run").stat().st_mode & 0o100


# --- the command line


def promised(readme: str) -> dict[str, str]:
    """The usage of every command in the table, without `main.py`, with what it does."""
    rows = re.findall(r"^\| `main\.py ([^`]+)` \| (.+) \|$", readme, re.MULTILINE)
    return dict(rows)


def test_that_the_table_of_commands_is_that_of_the_help(readme: str) -> None:
    helped = dict(re.findall(r"^  (\S.*?) {2,}(.+)$", HELP, re.MULTILINE))
    assert promised(readme) == helped
    assert [command_of(usage) for usage in promised(readme)] == list(COMMANDS)


VALUES = {"AANTAL": "3", "GETAL": "7", "JJJJ-MM-DD": "2026-10-31", "VORM": "html", "GROEP": "Streek=Pesse,Echten"}


def command_of(usage: str) -> str:
    """The command of a usage: the words before its first argument."""
    return " ".join(takewhile(str.islower, usage.split()))


def test_that_every_command_of_the_table_is_understood(readme: str) -> None:
    """With all that may be left out, and with nothing of it."""
    for usage in promised(readme):
        least = re.sub(r" \[[^]]*\]", "", usage)
        for words in (usage.replace("[", "").replace("]", ""), least):
            given = parse([VALUES.get(word, word) for word in words.split()])
            assert given.command == command_of(usage)


def test_that_every_option_stands_in_the_table_or_above_it(readme: str) -> None:
    for name, declare in COMMANDS.items():
        parser = argparse.ArgumentParser(add_help=False)
        declare(parser)
        [usage] = [usage for usage in promised(readme) if command_of(usage) == name]
        known = {option for action in parser._actions for option in action.option_strings}
        assert known == set(re.findall(r"--[a-z-]+", usage)), name
    assert "`--passphrase-file`" in readme


# --- the files


def test_that_the_header_of_an_import_is_the_one_in_the_readme(readme: str, root: Path) -> None:
    assert code_lines(readme).count(HEADER) == 1
    template = (root / "resources" / "templates" / "gesprekken-sjabloon.csv").read_text("utf-8")
    assert template.splitlines()[0] == HEADER


def test_that_every_column_of_an_import_is_explained(readme: str) -> None:
    table = readme.partition("| Kolom | Betekenis |")[2].partition("\n\n")[0]
    cells = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
    assert re.findall(r"`([^`]+)`", " ".join(cells)) == [c for c in COLUMNS if c not in DIMENSION_CODES[1:-1]]
    assert f"`{DIMENSION_CODES[0]}` … `{DIMENSION_CODES[-1]}`" in cells


def test_that_the_readme_names_every_theme(readme: str, root: Path) -> None:
    themes = tomllib.loads((root / "resources" / "vocabularies" / "themas.toml").read_text("utf-8"))["theme"]
    [listed] = re.findall(r"De themacodes: ([^.]+)\.", readme)
    assert re.split(r",\s+", listed) == [theme["code"] for theme in themes]


def test_that_every_picture_and_page_the_readme_names_is_there(root: Path, readme: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert links
    assert [link for link in links if not (root / link).exists()] == []


# --- what is installed


def pins(root: Path) -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for line in (root / "constraints.txt").read_text("utf-8").splitlines():
        pin = Requirement(line)
        found.setdefault(canonicalize_name(pin.name), []).append(pin)
    return found


def declared(root: Path) -> list[Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    extra = project["project"]["optional-dependencies"]["test"]
    lines = [*project["project"]["dependencies"], *extra, *project["build-system"]["requires"]]
    return [Requirement(line) for line in lines]


def test_that_every_pin_is_one_version_without_host_or_hash(root: Path) -> None:
    text = (root / "constraints.txt").read_text("utf-8")
    assert re.findall(r"://|--|#|@|\\", text) == []
    for versions in pins(root).values():
        for pin in versions:
            assert [clause.operator for clause in pin.specifier] == ["=="]
            assert not any(clause.version.endswith("*") for clause in pin.specifier)


def test_that_every_dependency_is_pinned_within_its_range(root: Path) -> None:
    pinned = pins(root)
    for wanted in declared(root):
        versions = [clause.version for pin in pinned[canonicalize_name(wanted.name)] for clause in pin.specifier]
        assert versions
        assert all(wanted.specifier.contains(version) for version in versions), wanted


def needs(name: str) -> list[str]:
    """What an installed package needs on this machine; nothing for one that is for other machines."""
    try:
        found = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        return []
    return [canonicalize_name(r.name) for r in found if r.marker is None or r.marker.evaluate({"extra": ""})]


def test_that_what_a_dependency_needs_is_pinned_too(root: Path) -> None:
    pinned = pins(root)
    assert [(name, other) for name in pinned for other in needs(name) if other not in pinned] == []
