"""The report about errors says what and where, and nothing anybody said."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from spinnenweb.app.crash_nets import CRASH_NAME, LOG_NAME, PlainFormatter
from spinnenweb.app.crash_report import MOST_LINES, make_report
from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "Zeynep Yıldız 0612"


def said(key: str) -> str:
    return f"<{key}>"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[logging.Logger]:
    """A logger that writes where the program does, in the program's own form."""
    handler = logging.FileHandler(tmp_path / LOG_NAME, encoding="utf-8")
    handler.setFormatter(PlainFormatter())
    logger = logging.getLogger("spinnenweb.test_report")
    logger.propagate = False
    logger.addHandler(handler)
    yield logger
    logger.removeHandler(handler)
    handler.close()
    logger.propagate = True


def test_that_the_report_names_type_module_line_code_and_versions(logged: logging.Logger, tmp_path: Path) -> None:
    try:
        raise SpinnenwebError("text.nul", field=SECRET)
    except SpinnenwebError:
        logged.exception("a bug")
    report = make_report(tmp_path, said)
    assert "spinnenweb.domain.errors.SpinnenwebError text.nul" in report
    assert "test_crash_report.py:" in report
    assert re.search(r"PySide6_Essentials \d", report)
    assert re.search(r"Python 3\.\d+", report)
    assert "<left_out>" not in report


def test_that_no_words_of_the_log_reach_the_report(logged: logging.Logger, tmp_path: Path) -> None:
    logged.error("fixed words")
    logged.error(SECRET)
    report = make_report(tmp_path, said)
    assert report.count("spinnenweb.test_report:") == 2
    assert SECRET not in report
    assert "fixed words" not in report


@pytest.mark.parametrize(
    "line",
    [
        SECRET,
        f"  {SECRET}",
        "  builtins.ValueError Zeynep",
        f"    pages.py:12 {SECRET}",
        f'  File "/home/{SECRET}/x.py", line 3 in f',
        f"2026-11-21 10:00:00,123 ERROR {SECRET}:3 x",
        "2026-11-21 10:00:00,123 ERROR a:3 x\x00\x1b[31m",
    ],
)
def test_that_a_line_of_another_form_is_left_out(tmp_path: Path, line: str) -> None:
    for name in (LOG_NAME, f"{LOG_NAME}.1"):
        (tmp_path / name).write_text(f"{line}\n", "utf-8")
    report = make_report(tmp_path, said)
    assert "Zeynep" not in report
    assert "\x1b" not in report


def test_that_lines_left_out_are_counted(tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).write_text(f"{SECRET}\n  builtins.ValueError\n", "utf-8")
    report = make_report(tmp_path, said)
    assert "<left_out> 1" in report
    assert "  builtins.ValueError\n" in report


def test_that_without_a_log_it_says_so(tmp_path: Path) -> None:
    assert "<no_log>" in make_report(tmp_path / "nergens", said)


def test_that_a_long_log_gives_its_end(tmp_path: Path) -> None:
    lines = [f"2026-11-21 10:00:00,000 ERROR a.b:{number}" for number in range(1, MOST_LINES + 50)]
    (tmp_path / LOG_NAME).write_text("\n".join(lines), "utf-8")
    report = make_report(tmp_path, said)
    assert report.count("ERROR") == MOST_LINES
    assert report.rstrip().endswith(f"a.b:{MOST_LINES + 49}")


def test_that_the_trace_of_a_run_that_died_keeps_file_names_without_their_folders(
    root: Path, tmp_path: Path
) -> None:
    code = "import sys, faulthandler; from pathlib import Path; from spinnenweb.app.crash_nets import install; "
    code += "install(Path(sys.argv[1]), print); faulthandler._sigabrt()"
    script = tmp_path / "Zeynep" / "begin.py"
    script.parent.mkdir()
    script.write_text(code, "utf-8")
    environ = {"PYTHONPATH": str(root), "PATH": ""}
    subprocess.run([sys.executable, str(script), str(tmp_path)], env=environ, check=False)
    assert "Zeynep" in (tmp_path / CRASH_NAME).read_text("utf-8")
    report = make_report(tmp_path, said)
    assert "<died>" in report
    assert "begin.py:1 <module>" in report
    assert "Zeynep" not in report
    assert str(tmp_path) not in report
