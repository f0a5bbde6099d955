"""Linux: logind tells about sleep, lid, lock and user switch; the screen saver of the desktop about its own lock.

Sources: org.freedesktop.login1(5); the screen saver interfaces of freedesktop.org and GNOME.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

from spinnenweb.ui.locking.watch import SystemWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIN}.Manager", f"{LOGIN}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class LinuxWatch(SystemWatch):
    """Listens on both buses; where there is none it hears nothing."""

    def __init__(
        self,
        parent: QObject,
        system: QDBusConnection | None = None,
        session: QDBusConnection | None = None,
        ask: Callable[[str, str, str], object] | None = None,
    ) -> None:
        """`ask(path, interface, name)` reads a property of logind; a test answers itself."""
        super().__init__(parent)
        self._ask = ask or self._ask_login
        self._own = ""
        self._system = system or QDBusConnection.systemBus()
        self._session = session or QDBusConnection.sessionBus()
        self._heard: list[tuple[QDBusConnection, str, str, str, str, Any]] = []
        if self._system.isConnected():
            self._listen_to_login()
        if self._session.isConnected():
            for name, path in SAVERS:
                self._listen(self._session, name, path, name, "ActiveChanged", "1saver(bool)")

    def _listen_to_login(self) -> None:
        bus = self._system
        self._listen(bus, LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep", "1sleep(bool)")
        self._listen(bus, LOGIN, LOGIN_PATH, PROPERTIES, "PropertiesChanged", "1changed(QString)")
        self._own = own = self._own_session()
        if own:
            self._listen(bus, LOGIN, own, SESSION, "Lock", "1lock()")
            self._listen(bus, LOGIN, own, PROPERTIES, "PropertiesChanged", "1changed(QString)")

    def _own_session(self) -> str:
        manager = QDBusInterface(LOGIN, LOGIN_PATH, MANAGER, self._system)
        answer = manager.call("GetSessionByPID", os.getpid()) if manager.isValid() else None
        found = answer.arguments() if answer is not None else []
        is_path = answer is not None and answer.type() is QDBusMessage.MessageType.ReplyMessage and found
        return str(getattr(found[0], "path", lambda: "")()) if is_path else ""

    def _listen(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> None:
        # PySide takes text here, although its own description says bytes
        said: Any = slot
        if bus.connect(service, path, interface, name, self, said):
            self._heard.append((bus, service, path, interface, name, said))

    def stop(self) -> None:
        """Listen no more."""
        for bus, service, path, interface, name, slot in self._heard:
            bus.disconnect(service, path, interface, name, self, slot)
        self._heard.clear()

    @Slot(bool)
    def sleep(self, begins: bool) -> None:
        """The laptop goes to sleep, or woke up."""
        if begins:
            self.sleeping.emit()

    @Slot(bool)
    def saver(self, shown: bool) -> None:
        """The screen saver came or went."""
        if shown:
            self.locked.emit()

    @Slot()
    def lock(self) -> None:
        """The session is asked to lock."""
        self.locked.emit()

    @Slot(str)
    def changed(self, interface: str) -> None:
        """The lid, or whose turn it is at this laptop; asked, as the message holds no plain value."""
        if interface == MANAGER and self._ask(LOGIN_PATH, MANAGER, "LidClosed") is True:
            self.sleeping.emit()
        elif interface == SESSION and self._left():
            self.locked.emit()

    def _left(self) -> bool:
        locked = self._ask(self._own, SESSION, "LockedHint") is True
        return locked or self._ask(self._own, SESSION, "Active") is False

    def _ask_login(self, path: str, interface: str, name: str) -> object:
        return QDBusInterface(LOGIN, path, interface, self._system).property(name)
