"""The log of a bug: enough to mend it, nothing about people."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING

from spinnenweb.app.crash_nets import CRASH_NAME, LOG_NAME, PlainFormatter
from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Jannie zegt dat haar heup zeer doet"

BUGS = """
import sys, threading
from pathlib import Path
from spinnenweb.app.crash_nets import install
install(Path(sys.argv[1]), lambda: sys.stdout.write("gemeld\\n"))
secret = sys.argv[2]
thread = threading.Thread(target=lambda: {secret: 1}[secret + "!"], name="x")
thread.start()
thread.join()
from PySide6.QtCore import qWarning
qWarning("QString::arg: " + secret)
try:
    raise KeyError(secret)
except KeyError as error:
    raise ValueError(secret) from error
"""


def record(name: str, message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error is not None else None
    return logging.LogRecord(name, logging.ERROR, "x.py", 12, message, args, info)


def test_that_values_put_into_a_message_stay_out_of_the_log() -> None:
    line = PlainFormatter().format(record("spinnenweb.storage", "bad mark of %s", SECRET))
    assert SECRET not in line
    assert "spinnenweb.storage:12 bad mark of %s" in line


def test_that_messages_of_other_libraries_stay_out_of_the_log() -> None:
    line = PlainFormatter().format(record("sqlalchemy.engine", SECRET))
    assert SECRET not in line
    assert "sqlalchemy.engine:12" in line


def test_that_an_exception_leaves_its_type_place_and_code_only() -> None:
    try:
        raise SpinnenwebError("text.nul", field=SECRET)
    except SpinnenwebError as error:
        text = PlainFormatter().format(record("spinnenweb.crash", "a bug", error=error))
    assert "spinnenweb.domain.errors.SpinnenwebError text.nul" in text
    assert "test_crash_nets.py:" in text
    assert SECRET not in text


def test_that_bugs_anywhere_reach_the_log_and_the_window_without_a_word_of_anyone(
    root: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUGS, str(tmp_path), SECRET], cwd=root, capture_output=True, text=True, check=False
    )
    log = (tmp_path / LOG_NAME).read_text("utf-8")
    assert done.stdout.splitlines() == ["gemeld", "gemeld"]
    assert SECRET not in log
    for expected in ("builtins.ValueError", "builtins.KeyError", "PySide6_Essentials", "QString"):
        assert expected in log


def test_that_the_trace_of_a_run_that_died_is_kept(root: Path, tmp_path: Path) -> None:
    code = "import sys, faulthandler; from pathlib import Path; from spinnenweb.app.crash_nets import install; "
    code += "install(Path(sys.argv[1]), print); "
    for ending in ("faulthandler._sigabrt()", "pass"):
        subprocess.run([sys.executable, "-c", code + ending, str(tmp_path)], cwd=root, check=False)
    assert "Aborted" in (tmp_path / f"vorige-{CRASH_NAME}").read_text("utf-8")
    assert "the former run died" in (tmp_path / LOG_NAME).read_text("utf-8")
