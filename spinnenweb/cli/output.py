"""Where lines go: results to stdout, progress and messages to stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from typing import TYPE_CHECKING, TextIO

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from spinnenweb.domain.wording import Wording

Row = Mapping[str, str | int | bool | None]

NO_ROOM = (ENOSPC, EDQUOT)


def prepare() -> None:
    """Let both streams write any name or path, whatever the machine can show of it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def result(text: str) -> None:
    """One or more lines of the result, at once.

    Raises:
        BrokenPipeError: nobody reads any more.
        SpinnenwebError: `disk.full` or `disk.failed`: the file that stdout was sent to takes no more.
    """
    if sys.stdout is None:
        raise BrokenPipeError
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        hush(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise SpinnenwebError("disk.full" if error.errno in NO_ROOM else "disk.failed") from None


def hush(stream: TextIO | None) -> None:
    """Send what still waits for a stream nowhere: one that broke must not speak again when the program ends."""
    if stream is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def message(text: str) -> None:
    """One line for the person who waits; work never stops because nobody reads it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        hush(sys.stderr)


def listing(rows: Sequence[Row]) -> None:
    """The rows as one JSON array and nothing else; in ASCII where stdout is not UTF-8."""
    plain = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "") != "utf8"
    result(json.dumps([dict(row) for row in rows], ensure_ascii=plain, indent=2))


def table(rows: Sequence[Row]) -> None:
    """The rows with their columns below each other."""
    if not rows:
        return
    texts = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in texts)
    result("\n".join(lines))


def _cell(value: str | int | bool | None) -> str:
    return "" if value is None else str(value)


def line_of(error: SpinnenwebError, messages: Wording) -> str:
    """The one Dutch line of an expected error, from `meldingen.toml`."""
    title = f"{error.code}.title"
    values = {name: _shown(value) for name, value in error.values.items()}
    parts = [messages.say(title) + "."] if messages.has(title) else []
    parts.append(messages.say(text_key(error, messages), **values))
    return " ".join(" ".join(parts).split())


def _shown(value: str | int) -> str:
    """A path may hold anything, also what would move the cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(value))


def text_key(error: SpinnenwebError, messages: Wording) -> str:
    """The key of the sentence: one for this place first, then one without a date that is not known here."""
    wanted = ("text_line", "text" if "date" in error.values else "text_no_backup", "text")
    keys = (f"{error.code}.{name}" for name in wanted)
    return next(filter(messages.has, keys), "fallback.text")
