"""The report a person may send to who mends the program: what went wrong where, and nothing anybody said.

Nothing is sent by the program. Every line is built anew from parts that can only be names of code, numbers and
versions; a line of the log that has another form is left out, and counted (reference/security.md 3).
"""

from __future__ import annotations

import platform
import re
from typing import TYPE_CHECKING

from spinnenweb.app.crash_nets import CRASH_NAME, LOG_NAME, VERSIONS, known_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_LINES = 400
"""Lines of the log, counted from its end."""
_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,119}"
_DOTTED = rf"{_NAME}(?:\.(?:{_NAME}|<locals>))*"
_FORMS = (
    # moment, level, module and line; the words behind it stay out
    re.compile(rf"(\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ ([A-Z]{{4,8}}) ({_DOTTED}:\d{{1,6}})(?: .*)?"),
    # the type of an error; a code only behind our own
    re.compile(rf"(  {_DOTTED})"),
    re.compile(r"(  spinnenweb\.domain\.errors\.SpinnenwebError [a-z_]{1,30}(?:\.[a-z_]{1,40}){0,2})"),
    # a step of the way it took
    re.compile(rf"(    (?:{_NAME}\.pyx?|<[a-z ]{{1,40}}>):\d{{1,6}} (?:{_NAME}|<[a-z]{{1,20}}>))"),
)
_DIED = re.compile(rf'  File "(?:[^"]*[/\\])?({_NAME}\.py)", line (\d{{1,6}}) in ({_NAME}|<[a-z]{{1,20}}>)')
_FATAL = re.compile(r"Fatal Python error: ([A-Za-z ]{1,40})|(?:Current thread|Thread) 0x[0-9a-f]+.*")


def make_report(logs: Path, said: Callable[[str], str]) -> str:
    """The report as text. `said` gives the Dutch words of the keys `report.*`; an absent log is no error."""
    lines = _log_lines(logs)
    known = [form for line in lines if (form := _rebuilt(line))]
    left_out = sum(1 for line in lines if line.strip()) - len(known)
    parts = [
        [said("title"), said("nobody")],
        [f"{name} {known_version(name)}" for name in VERSIONS] + [_machine()],
        [said("log"), *known] if known else [said("no_log")],
        [f"{said('left_out')} {left_out}"] if left_out else [],
        *_died(logs, said("died")),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _machine() -> str:
    # the kind of system only: the name of a laptop may be that of its owner
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _log_lines(logs: Path) -> list[str]:
    found: list[str] = []
    for name in (f"{LOG_NAME}.1", LOG_NAME):
        found += _read(logs / name)
    return found[-MOST_LINES:]


def _read(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def _rebuilt(line: str) -> str:
    for form in _FORMS:
        match = form.fullmatch(line)
        if match is not None:
            return " ".join(match.groups())
    return ""


def _died(logs: Path, title: str) -> Iterator[list[str]]:
    """The traces of runs that were ended by the system: file, line and function of each step."""
    for name in (f"vorige-{CRASH_NAME}", CRASH_NAME):
        steps = [step for line in _read(logs / name) if (step := _step(line))]
        if steps:
            yield [title, *steps]


def _step(line: str) -> str:
    match = _DIED.fullmatch(line)
    if match is not None:
        return "    {}:{} {}".format(*match.groups())
    fatal = _FATAL.fullmatch(line)
    return "" if fatal is None else f"  {fatal[1] or 'thread'}"
