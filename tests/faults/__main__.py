"""`python -m tests.faults [--quick] [--only NAAM] [--loops N]`: hurts vaults and prints one table.

The exit status is 1 when anything was lost that should not be, or when a vault that was made weak on purpose was
not caught. A long run says on stderr how far it is; what ends it from outside (a closed terminal, `kill`) is named
there too, with what was found until then, and gives the status that a shell gives it.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib
import signal
import sys
from typing import TYPE_CHECKING

from tests.faults.rows import Row, table

if TYPE_CHECKING:
    from types import FrameType

FAULTS = (
    "killed",
    "power_cut",
    "rekey",
    "medium",
    "migrating",
    "damage",
    "backups",
    "older_page",
    "log",
    "clocks",
    "releases",
)


ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Ended(BaseException):
    """Somebody outside ended the run; `number` is that of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--quick", action="store_true", help="fewer tries")
    parser.add_argument("--only", choices=FAULTS)
    parser.add_argument("--loops", type=int, help="tries of each fault")
    asked = parser.parse_args()
    _end_by_name()
    rows: list[Row] = []
    ended = None
    try:
        for name in (asked.only,) if asked.only else FAULTS:
            sys.stderr.write(f"{name} …\n")
            rows += importlib.import_module(f"tests.faults.{name}").measure(quick=asked.quick, loops=asked.loops)
    except Ended as found:
        ended = found
        sys.stderr.write(f"afgebroken door {signal.Signals(found.number).name} tijdens {name}\n")
    sys.stdout.write(table(rows))
    sys.stdout.flush()
    if ended is not None:
        return 128 + ended.number
    return int(not all(row.good for row in rows))


def _end_by_name() -> None:
    """Let no end be silent: a signal comes as `Ended`, a crash of the interpreter with the lines it was at."""
    faulthandler.enable()

    def end(number: int, _frame: FrameType | None) -> None:
        raise Ended(number)

    for number in ENDING:
        # `nohup` made it deaf to the end of its terminal; that is what was asked for
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


if __name__ == "__main__":
    raise SystemExit(main())
