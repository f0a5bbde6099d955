"""`python -m tests.benchmarks [--quick] [--only NAME]`: prints one table of medians.

Targets are shown as met or not met and never asserted: on a shared machine a figure is no verdict. The exit status
is 1 only when a measurement could not be made.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import traceback
from datetime import UTC, datetime

from tests.benchmarks.figures import Row, table

BENCHES = (
    *("start", "unlock", "redraw", "vault", "search", "map", "proposals", "board", "paper", "audit", "release"),
)


def main() -> int:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument("--only", choices=BENCHES)
    asked = parser.parse_args()
    rows: list[Row] = []
    failed = False
    for name in (asked.only,) if asked.only else BENCHES:
        sys.stderr.write(f"{name} …\n")
        try:
            rows += importlib.import_module(f"tests.benchmarks.{name}").measure(quick=asked.quick)
        except Exception:  # the other measurements still tell something
            traceback.print_exc()
            failed = True
    sys.stdout.write(f"{about()}\n\n{table(rows)}" if rows else "")
    return int(failed)


def about() -> str:
    """When and on what kind of machine."""
    day = datetime.now(UTC).astimezone().date().isoformat()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{day}, {platform.system()}, {cores} kernen, Python {platform.python_version()}; medianen"


raise SystemExit(main())
