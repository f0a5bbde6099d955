"""A crash leaves no picture of the memory on disk."""

from __future__ import annotations

import sys

import pytest

from tests.unit.security.vaults import run_child

REPORT = (
    "import ctypes, resource\n"
    "dumpable = ctypes.CDLL(None).prctl(3)\n"
    "print(resource.getrlimit(resource.RLIMIT_CORE), dumpable)\n"
)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_that_the_kernel_dumps_nothing_after_switching_off_and_would_have_before() -> None:
    switched = "from spinnenweb.security.hardening import switch_core_dumps_off\nswitch_core_dumps_off()\n"
    assert run_child(REPORT).endswith(" 1")
    assert run_child(switched + REPORT) == "(0, 0) 0"
    assert run_child(switched * 2 + REPORT) == "(0, 0) 0"
