"""The same services from the command line, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spinnenweb.cli.tools import Tools
    from spinnenweb.services.environment import Environment


def main(arguments: list[str], environment: Environment, tools: Tools) -> int:
    """Carry out one command; exit status 0 when done, 2 with one Dutch line on an expected error, 1 on a bug."""
    from spinnenweb.cli.command_line import run

    return run(arguments, environment, tools)
