"""What the system says about the person. Linux is asked on a real bus of its own; the others by what they tell."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from spinnenweb.ui.locking.linux import LOGIN, LOGIN_PATH, MANAGER, PROPERTIES, SAVERS, SESSION, LinuxWatch
from spinnenweb.ui.locking.macos import MacWatch
from spinnenweb.ui.locking.system import watch_system
from spinnenweb.ui.locking.windows import POWER, SESSION_CHANGE, WindowsWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from spinnenweb.ui.locking.watch import SystemWatch

DAEMON = shutil.which("dbus-daemon")


def _heard(watch: SystemWatch) -> list[str]:
    said: list[str] = []
    watch.locked.connect(lambda: said.append("locked"))
    watch.sleeping.connect(lambda: said.append("sleeping"))
    return said


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def bus() -> Iterator[QDBusConnection]:
    if DAEMON is None:
        pytest.skip("no dbus-daemon on this machine")
    command = [DAEMON, "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        made = QDBusConnection.connectToBus(daemon.stdout.readline().strip(), "proef")
        for name in (LOGIN, *{saver for saver, _ in SAVERS}):
            assert made.registerService(name)
        yield made
        QDBusConnection.disconnectFromBus("proef")
        daemon.terminate()


def _tell(bus: QDBusConnection, path: str, interface: str, name: str, *values: object) -> None:
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(values))
    assert bus.send(message)


@pytest.mark.parametrize(
    ("path", "interface", "name", "values", "expected"),
    [
        (LOGIN_PATH, MANAGER, "PrepareForSleep", [True], ["sleeping"]),
        (LOGIN_PATH, MANAGER, "PrepareForSleep", [False], []),
        (LOGIN_PATH, PROPERTIES, "PropertiesChanged", [MANAGER], ["sleeping"]),
        (LOGIN_PATH, PROPERTIES, "PropertiesChanged", [SESSION], ["locked"]),
        (LOGIN_PATH, PROPERTIES, "PropertiesChanged", ["iets.anders"], []),
        *[(path, name, "ActiveChanged", [True], ["locked"]) for name, path in SAVERS],
        (SAVERS[0][1], SAVERS[0][0], "ActiveChanged", [False], []),
    ],
)
def test_that_sleep_lid_lock_and_user_switch_are_heard_on_linux(
    bus: QDBusConnection,
    owner: QObject,
    qtbot: QtBot,
    path: str,
    interface: str,
    name: str,
    values: list[object],
    expected: list[str],
) -> None:
    watch = LinuxWatch(owner, bus, bus, lambda _path, _interface, name: name == "LidClosed")
    said = _heard(watch)
    _tell(bus, path, interface, name, *values)
    # a second word on the same bus: when it was heard, the first one was too
    _tell(bus, LOGIN_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: len(said) == len(expected) + 1)
    assert said == [*expected, "sleeping"]
    watch.stop()


def test_that_a_watch_that_stopped_hears_nothing(bus: QDBusConnection, owner: QObject, qtbot: QtBot) -> None:
    stopped, other = LinuxWatch(owner, bus, bus), LinuxWatch(owner, bus, bus)
    said, also = _heard(stopped), _heard(other)
    stopped.stop()
    _tell(bus, LOGIN_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: also == ["sleeping"])
    assert said == []
    other.stop()


@pytest.mark.parametrize(
    ("message", "about", "expected"),
    [
        (SESSION_CHANGE, 0x7, ["locked"]),
        (SESSION_CHANGE, 0x2, ["locked"]),
        (SESSION_CHANGE, 0x8, []),
        (POWER, 0x4, ["sleeping"]),
        (POWER, 0x7, []),
        (0x0100, 0x7, []),
    ],
)
def test_that_what_windows_tells_is_understood(
    owner: QObject, message: int, about: int, expected: list[str]
) -> None:
    watch = WindowsWatch(owner, None)
    said = _heard(watch)
    watch.hear(message, about)
    watch.stop()
    assert said == expected


def test_that_macos_is_heard_once_each_time_the_session_is_left(owner: QObject) -> None:
    answers = iter([False, True, True, False, True])
    watch = MacWatch(owner, lambda: next(answers))
    said = _heard(watch)
    for _ in range(5):
        watch.look()
    watch.stop()
    assert said == ["locked", "locked"]


def test_that_a_machine_without_any_of_it_still_gets_a_watch(owner: QObject) -> None:
    watch = watch_system(owner, None)
    watch.stop()
