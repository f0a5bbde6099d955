"""Strictness for all tests: no collector inside Qt events, nothing left over, no real settings touched."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.quick_disk import remove_folders, share_font_list, use_quick_disk

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # a shell starts what it puts in the background deaf to Ctrl-C; programs the tests start must hear it
    signal.signal(signal.SIGINT, signal.default_int_handler)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("SPINNENWEB_PASSPHRASE", None)
use_quick_disk()
share_font_list()

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Keep the cycle collector from running inside Qt events, where it crashes (reference/codebases.md 7).

    What stays after a test is set apart, so that the next collection looks at the next test's objects only.
    """
    if item.get_closest_marker("gui") is None:
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        _deliver_deferred_deletes()
        gc.collect()
        gc.freeze()


def _deliver_deferred_deletes() -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say in one line what this machine lacks, before Qt's own loader fails with a page of text."""
    from spinnenweb.app.libraries import install_command
    from spinnenweb.app.start import qt_loads

    if not qt_loads("offscreen"):
        pytest.exit(f"De tests hebben onderdelen voor het venster nodig: {install_command()}", returncode=2)
    from tests import shared_sql

    shared_sql.share()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """A worker is ended without the farewells of Python."""
    remove_folders()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Only where the tests run on several workers."""
    from tests.scheduling import shared_out

    return shared_out(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the Qt application carries the marker `gui`."""
    from tests.scheduling import longest_first

    longest_first(items)
    for item in items:
        if {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def resources() -> Path:
    return RESOURCES


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders, by number: a name that is looked for among thousands takes longer than many a test."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _own_folders(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = next(_homes)
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    yield
    shutil.rmtree(home, ignore_errors=True)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "matplotlib.font_manager":
            # says only that a busy machine takes long to look through its fonts
            return
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_log_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test on any logged warning it did not ask for with `caplog`."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert not handler.seen


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves top-level widgets, threads or timers behind."""
    threads_before = set(threading.enumerate())
    yield
    left = [t.name for t in set(threading.enumerate()) - threads_before if t.is_alive() and not t.daemon]
    assert not left, f"threads left: {left}"
    if "qtbot" in request.fixturenames:
        _assert_no_widgets(request.getfixturevalue("qapp"))


def _assert_no_widgets(app: QApplication) -> None:
    import shiboken6
    from PySide6.QtCore import QTimer

    _deliver_deferred_deletes()
    gc.collect()
    _deliver_deferred_deletes()
    windows: list[Any] = [w for w in app.topLevelWidgets() if w.isVisible()]
    assert not windows, f"windows left: {windows}"
    timers = [t for t in gc.get_objects() if isinstance(t, QTimer) and shiboken6.isValid(t) and t.isActive()]
    # those without a parent are pytest-qt's own
    ours = [t.parent() for t in timers if t.parent() is not None]
    assert not ours, f"timers left: {ours}"
