"""The house keeps its rooms, its sizes and its words."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_FUNCTION = 60
LONGEST_FILE = 500
BANNED_IN_TEST_NAMES = re.compile(r"(^|_)(works|correctly|handles|handled)(_|$)")
SECRETS_OF_MACHINES = re.compile(
    r"(pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|/work/|/root/|/home/\w+/)"
)


def sources(root: Path) -> list[Path]:
    return sorted((root / "spinnenweb").rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_that_imports_between_rooms_only_go_down(root: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_that_functions_are_small(root: Path) -> None:
    lengths = [(length(f), f"{path.name}:{f.name}") for path in sources(root) for f in functions(path)]
    sizes = sorted(size for size, _ in lengths)
    assert [where for size, where in lengths if size > LONGEST_FUNCTION] == []
    assert statistics.median(sizes) <= 8
    assert sizes[int(len(sizes) * 0.9)] <= 25


def test_that_files_are_small(root: Path) -> None:
    files = [*sources(root), *(root / "tests").rglob("*.py")]
    assert [p.name for p in files if p.read_text("utf-8").count("\n") > LONGEST_FILE] == []


def test_that_every_module_says_what_it_is_for(root: Path) -> None:
    silent = [p.name for p in sources(root) if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert silent == []


def test_that_the_name_of_every_test_is_a_rule(root: Path) -> None:
    names = [
        f.name for p in (root / "tests").rglob("test_*.py") for f in functions(p) if f.name.startswith("test")
    ]
    assert [n for n in names if not n.startswith("test_that_") or BANNED_IN_TEST_NAMES.search(n)] == []


def test_that_no_field_is_one_that_a_scrolling_mouse_changes(root: Path) -> None:
    raw = re.compile(r"\bQ(?:(?:Font)?ComboBox|(?:Date|Time|DateTime)Edit|(?:Double)?SpinBox|Slider)\(\)")
    home = root / "spinnenweb" / "ui"
    assert [p.name for p in home.rglob("*.py") if raw.search(p.read_text("utf-8"))] == []


def test_that_nothing_is_left_for_later(root: Path) -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    assert [p.name for p in sources(root) if marks.search(p.read_text("utf-8"))] == []


def test_that_no_machine_or_registry_is_named(root: Path) -> None:
    git = shutil.which("git")
    command = [git or "git", "ls-files"]
    listed = git and subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout")
    texts = [
        root / name for name in listed.splitlines() if Path(name).suffix not in {".ttf", ".png", ".db", ".pdf"}
    ]
    guilty = [p.name for p in texts if p.is_file() and SECRETS_OF_MACHINES.search(p.read_text("utf-8", "replace"))]
    assert guilty == ["test_house.py"]


def test_that_ruff_and_mypy_find_nothing(root: Path) -> None:
    for command in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        tool = Path(sys.executable).with_name(command[0])
        done = subprocess.run([tool, *command[1:]], cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]
