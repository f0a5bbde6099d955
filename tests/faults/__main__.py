"""`python -m tests.faults [--quick] [--only NAAM] [--loops N]`: hurts vaults and prints one table.

The exit status is 1 when anything was lost that should not be, or when a vault that was made weak on purpose was
not caught.
"""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.faults.rows import Row, table

FAULTS = (
    "killed",
    "power_cut",
    "rekey",
    "medium",
    "damage",
    "backups",
    "older_page",
    "log",
    "clocks",
)


def main() -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--quick", action="store_true", help="fewer tries")
    parser.add_argument("--only", choices=FAULTS)
    parser.add_argument("--loops", type=int, help="tries of each fault")
    asked = parser.parse_args()
    rows: list[Row] = []
    for name in (asked.only,) if asked.only else FAULTS:
        sys.stderr.write(f"{name} …\n")
        rows += importlib.import_module(f"tests.faults.{name}").measure(quick=asked.quick, loops=asked.loops)
    sys.stdout.write(table(rows))
    return int(not all(row.good for row in rows))


raise SystemExit(main())
