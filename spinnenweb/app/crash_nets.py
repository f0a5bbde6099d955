"""Where a bug lands: a log without personal data, and a word to the window.

The log holds types, modules, line numbers and versions; never the text of an exception, because that may quote
what a resident said. Three nets (reference/codebases.md 4, point 10): Python's hooks, faulthandler, Qt's messages.
"""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import TextIO

    from PySide6.QtCore import QMessageLogContext, QtMsgType

LOG_NAME = "spinnenweb.log"
CRASH_NAME = "vastgelopen.txt"
LONGEST_LOG = 200_000
OURS = "spinnenweb"
NO_HINTS = "This plugin does not support propagateSizeHints"
"""Said for every window that is only photographed."""
VERSIONS = ("spinnenweb", "PySide6_Essentials", "SQLAlchemy", "sqlcipher3")

_log = logging.getLogger("spinnenweb.crash")


class PlainFormatter(logging.Formatter):
    """One line per record: what and where, never the values that were put in."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and for an exception its type and where it came by."""
        # a message of another library may quote anything; of our own only the fixed part is written
        said = str(record.msg) if record.name.partition(".")[0] == OURS else ""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}:{record.lineno} {said}".rstrip()
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([line, *_trail(error)]) if error is not None else line


def _trail(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    now: BaseException | None = error
    # an error may name itself as its cause
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        # only a code of our own: that of SystemExit, for one, is a message
        code = now.code if isinstance(now, SpinnenwebError) else ""
        yield f"  {type(now).__module__}.{type(now).__qualname__} {code}".rstrip()
        yield from _places(now.__traceback__)
        now = now.__cause__ or now.__context__


def _places(step: TracebackType | None) -> Iterator[str]:
    while step is not None:
        code = step.tb_frame.f_code
        yield f"    {Path(code.co_filename).name}:{step.tb_lineno} {code.co_name}"
        step = step.tb_next


def install(folder: Path, report: Callable[[], None]) -> None:
    """Spread the nets. `report` is called after a bug, on whatever thread it happened; it may only send a signal.

    A folder that cannot be written leaves the nets without a log: the program still runs.
    """
    _silence_others()
    file = _open_files(folder)
    if file is not None:
        faulthandler.enable(file)
    _catch_exceptions(report)
    _catch_qt()
    _log.info(", ".join(["start", *(f"{name} {known_version(name)}" for name in VERSIONS)]))


def _silence_others() -> None:
    """Keep Python's own last resorts from writing messages with their values to stderr."""
    logging.raiseExceptions = False
    logging.getLogger().addHandler(logging.NullHandler())
    logging.captureWarnings(capture=True)


def _open_files(folder: Path) -> TextIO | None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=LONGEST_LOG, backupCount=1, encoding="utf-8")
        crash = folder / CRASH_NAME
        died = crash.is_file() and crash.stat().st_size > 0
        if died:
            crash.replace(folder / f"vorige-{CRASH_NAME}")
        file = crash.open("w", encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(PlainFormatter())
    logging.getLogger().addHandler(handler)
    logging.getLogger(OURS).setLevel(logging.INFO)
    if died:
        _log.warning("the former run died; its trace was kept")
    return file


def known_version(name: str) -> str:
    """The version of an installed package, or a question mark."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _catch_exceptions(report: Callable[[], None]) -> None:
    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # may run on the worker thread: log and signal, nothing else (reference/codebases.md 6.3)
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("a bug", exc_info=error)
        report()

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    def caught_at_the_end(args: sys.UnraisableHookArgs) -> None:
        # in a destructor: Python would print the object itself; the program goes on, so no word to the window
        _log.error("a bug that was not raised", exc_info=args.exc_value)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
    sys.unraisablehook = caught_at_the_end


def _catch_qt() -> None:
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # what stands behind the first colon or quote may be a text of the window
    known = re.split(r"[:\"'(]", message, maxsplit=1)[0][:60]
    if known != NO_HINTS:
        logging.getLogger("spinnenweb.qt").warning(" ".join((kind.name, known)))
