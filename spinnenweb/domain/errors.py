"""Errors that people can do something about.

Anything else that is raised is a bug: it is logged without personal data and the program closes in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class SpinnenwebError(Exception):
    """An expected error: a code and values, never a sentence.

    The Dutch lines stand in `resources/texts/nl/meldingen.toml` under the code; `ui` and `cli` look them up.
    Values never hold what a resident said or is called; line numbers, dates and paths are fine.
    """

    def __init__(self, code: str, /, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, str | int] = values
