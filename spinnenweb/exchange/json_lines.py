"""JSON that anybody may have written, read strictly, with the line of every object.

A key twice, NaN, numbers without end and more depth than anything needs are refused. Objects are met in the
order in which they end, by the parser and by the search for lines alike.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

DEEPEST = 40
"""The deepest that is read; HSDS itself goes about seven objects deep."""
MOST_PARTS = 5_000_000
"""Things in lists and objects; 50 MB with less than ten letters for each is no map."""
LONGEST_NUMBER = 25
"""Characters of a number; an identifier of a building takes sixteen."""

_TOKENS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]|NaN|-?Infinity', re.DOTALL)
_HALF = re.compile(rb"(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]|\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])")
_OPENS, _CLOSES = (b"{", b"["), (b"}", b"]")


class JsonObject(dict[str, Any]):
    """An object with the line on which it begins."""

    __slots__ = ("line",)

    def __init__(self, values: dict[str, Any], line: int) -> None:
        super().__init__(values)
        self.line = line


class JsonRefusedError(Exception):
    """What a text is not read for: `kind` is a key under `map_flaw.`, `line` where it stands (0: all of it)."""

    def __init__(self, kind: str, line: int = 0) -> None:
        super().__init__(kind)
        self.kind = kind
        self.line = line


class _WrongError(ValueError):
    """What the parser itself does not mind."""

    def __init__(self, kind: str, line: int = 0) -> None:
        super().__init__(kind)
        self.refused = JsonRefusedError(kind, line)


def load(data: bytes) -> object:
    """The value of a JSON text in UTF-8.

    Raises:
        JsonRefusedError: `json_much`, `json_deep`, `json_letters`, `json_form`, `json_nan`, `json_twice`,
            `json_number`.
    """
    # each takes many times its own size in memory, long before anybody could count rows
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_PARTS:
        raise JsonRefusedError("json_much")
    lines = iter(_object_lines(data))

    def placed(pairs: list[tuple[str, Any]]) -> JsonObject:
        line, values = next(lines, 0), dict(pairs)
        if len(values) != len(pairs):
            raise _WrongError("json_twice", line)
        return JsonObject(values, line)

    try:
        text = data.decode("utf-8-sig")
        value: object = json.loads(
            text, object_pairs_hook=placed, parse_constant=_nan, parse_int=_int, parse_float=_float
        )
        _refuse_half_signs(data, value)
    except UnicodeDecodeError as error:
        raise JsonRefusedError("json_letters", 1 + data.count(b"\n", 0, error.start)) from None
    except json.JSONDecodeError as error:
        raise JsonRefusedError("json_form", error.lineno) from None
    except _WrongError as wrong:
        raise wrong.refused from None
    return value


def _refuse_half_signs(data: bytes, value: object) -> None:
    r"""Half of a sign, written as `\\ud800` with nothing after it, is no text and could never be written again."""
    half = _HALF.search(data)
    if half is None:
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise _WrongError("json_letters", 1 + data.count(b"\n", 0, half.start())) from None


def _int(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _WrongError("json_number")
    return int(text)


def _float(text: str) -> float:
    value = float(text)
    if len(text) > LONGEST_NUMBER or not math.isfinite(value):
        raise _WrongError("json_number")
    return value


def _nan(_text: str) -> float:
    raise _WrongError("json_nan")


def _object_lines(data: bytes) -> list[int]:
    """The line on which each object begins, in the order in which they end; refuses depth and NaN."""
    begun: list[int] = []
    ended: list[int] = []
    line, seen, depth = 1, 0, 0
    for found in _TOKENS.finditer(data):
        line += data.count(b"\n", seen, found.start())
        seen, sign = found.start(), found.group()
        if sign in _OPENS:
            depth += 1
            begun.append(line)
        elif sign in _CLOSES:
            depth -= 1
            start = begun.pop() if begun else line
            if sign == b"}":
                ended.append(start)
        elif not sign.startswith(b'"'):
            raise JsonRefusedError("json_nan", line)
        if depth > DEEPEST:
            raise JsonRefusedError("json_deep", line)
    return ended
