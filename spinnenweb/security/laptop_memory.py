"""How much memory this laptop has."""

from __future__ import annotations

import ctypes
import os
import sys


def physical_memory() -> int | None:
    """Bytes of memory in this laptop, or `None` where the system does not tell."""
    try:
        return _asked() or None
    except (OSError, ValueError, AttributeError):
        return None


if sys.platform == "win32":

    class _MemoryStatus(ctypes.Structure):
        # MEMORYSTATUSEX of sysinfoapi.h
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 6),
        )

    def _asked() -> int:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        answered = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.total) if answered else 0

elif sys.platform == "darwin":

    def _asked() -> int:
        found = ctypes.c_uint64(0)
        size = ctypes.c_size_t(ctypes.sizeof(found))
        call = ctypes.CDLL(None).sysctlbyname
        failed = call(b"hw.memsize", ctypes.byref(found), ctypes.byref(size), None, ctypes.c_size_t(0))
        return 0 if failed else found.value

else:

    def _asked() -> int:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
