"""How the tests are shared out: each by itself, but those that look at one costly thing on one worker.

The marks of pytest-xdist for this (`xdist_group`) write into a field that pytest 9.2 no longer reads, so that the
thing was made on every worker. What belongs together is named here instead, by file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    import pytest
    from xdist.remote import Producer

TOGETHER = frozenset(
    {
        "tests/end_to_end/test_afternoon.py",
        "tests/unit/services/test_salvage.py",
        "tests/unit/cli/test_demo.py",
    }
)
"""Files with something that takes seconds to make and that each of their tests looks at."""

FIRST = frozenset(
    {
        "tests/end_to_end/test_afternoon.py",
        "tests/unit/services/test_killed_keys.py",
        "tests/end_to_end/test_command_line.py",
    }
)
"""Files of which one test takes as long as a hundred others: begun last, they would keep one worker busy alone."""


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests of `FIRST` in front; all others stay in their order."""
    items.sort(key=lambda item: item.nodeid.partition("::")[0] not in FIRST)


def shared_out(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """The files of `TOGETHER` each on one worker, every other test wherever there is room."""
    made = LoadScopeScheduling(config, log)
    made._split_scope = scope_of
    return made


def scope_of(nodeid: str) -> str:
    """What a test is handed out with."""
    file = nodeid.partition("::")[0]
    return file if file in TOGETHER else nodeid
