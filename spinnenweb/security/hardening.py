"""Keeping the memory of this process, which holds keys and records, to itself."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def switch_core_dumps_off() -> None:
    """No picture of this process on disk when it crashes; on Linux no reading of it by the user's other programs.

    What the system refuses is left as it was: a laptop that does not know the request still opens its vault.
    Nothing happens on Windows, where crash reports are switched off by the organisation's policy.
    Source: KeePassXC does the same (`reference/security.md` 2).
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, ctypes.c_ulong(0))
