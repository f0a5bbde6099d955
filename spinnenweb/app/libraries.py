"""The shared libraries Qt wants on Linux, and the Debian packages that bring them.

Loaded only when Qt's own plugin does not open. The list for X stands once more in the README; a test compares.
Libraries that another package of the list brings along are left out.
"""

from __future__ import annotations

import ctypes

COMMAND = "apt-get install -y"
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_X = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def wanted(platform: str) -> dict[str, str]:
    """The libraries a Qt platform wants, with the Debian package of each."""
    return ALWAYS | {"xcb": FOR_X, "wayland": FOR_WAYLAND}.get(platform, {})


def missing_packages(platform: str) -> tuple[str, ...]:
    """The Debian packages whose library cannot be opened here."""
    return tuple(package for library, package in wanted(platform).items() if not _opens(library))


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_command(platform: str = "xcb") -> str:
    """What to type to get what is missing; the whole list when every library of it opens and Qt still does not."""
    packages = missing_packages(platform) or tuple(wanted(platform).values())
    return " ".join((COMMAND, *packages))
