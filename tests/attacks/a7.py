"""A7 scan: nothing in the files that points at a person, nothing that is not a table of this design."""

from __future__ import annotations

import csv
import re
import zipfile
from typing import TYPE_CHECKING

from tests.attacks.verdict import Evidence, Verdict, met

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.attacks.series import Series

FILES = {
    "personen.csv", "themas.csv", "onderwerpen.csv", "signalen.csv", "opvolging.csv", "dimensies.csv",
    "klassen.csv", "verandering.csv", "datapackage.json", "verantwoording.txt", "manifest.json", "rapport.pdf",
}  # fmt: skip
COLUMNS = {
    "kern", "leeftijdsgroep", "thema", "onderwerp", "dimensie", "signaal", "opvolging", "klasse",
    "aantal", "gemiddelde", "verandering", "stap", "status", "peilmoment",
}  # fmt: skip
LONGEST = 60
PATTERNS = {
    "postcode": re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b"),
    "telephone": re.compile(r"(?<!\w)(?:0[1-9]\d{8}|\+31\d{9}|06[- ]\d{8})(?!\w)"),
    "e-mail": re.compile(r"[\w.]+@[\w-]+\.\w+"),
    "day": re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})\b"),
}
NINE = re.compile(r"(?<![\w])\d{9}(?![\w])")
WORD = re.compile(r"(?<![\w])\d{6,}(?![\w])")
FORMULA = re.compile(r"^[=+@\t]|^-\D")


def collect(series: Series) -> Evidence:
    """Every file of every release of one series."""
    secret = {text for month in series.live for p in month.values() for text in (p.resident, *p.tokens.values())}
    findings = []
    for name in series.folders:
        for path in sorted((series.folder / name).rglob("*")):
            findings += [f"{name}/{path.name}: {finding}" for finding in _file(path, secret)]
    return Evidence(tuple(findings), {"releases": len(series.folders)})


def judge(all_series: Evidence) -> Verdict:
    """Nothing found."""
    number = len(all_series.findings)
    return Verdict("A7", f"{number} gevonden", "0", met(not number), all_series.findings)


def _file(path: Path, secret: set[str]) -> Iterator[str]:
    if path.suffix == ".xlsx":
        yield from _workbook(path, secret)
        return
    if path.name not in FILES:
        yield "unknown file"
        return
    text = path.read_bytes().decode("utf-8-sig", "replace")
    yield from _text(text, secret)
    if path.suffix == ".csv":
        yield from _table(text)


def _text(text: str, secret: set[str]) -> Iterator[str]:
    for name, pattern in PATTERNS.items():
        if match := pattern.search(text):
            yield f"{name} {match[0]}"
    if any(_is_bsn(match) for match in NINE.findall(text)):
        yield "a citizen service number"
    if found := secret.intersection(WORD.findall(text)):
        yield f"{len(found)} numbers of persons or measurements"


def _is_bsn(nine: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(int(digit) * weight for digit, weight in zip(nine, weights, strict=True))
    return nine != "000000000" and total % 11 == 0


def _table(text: str) -> Iterator[str]:
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    yield from (f"unknown column {name}" for name in rows[0] if name not in COLUMNS)
    if len(set(rows[0])) < len(rows[0]):
        yield "two columns of one name"
    for cell in (cell for row in rows for cell in row):
        if len(cell) > LONGEST:
            yield "a cell longer than 60 characters"
        if FORMULA.search(cell):
            yield f"a formula: {cell}"


def _workbook(path: Path, secret: set[str]) -> Iterator[str]:
    """No formula, no person, and every number stands in a CSV of the same release."""
    printed = {
        cell.replace(",", ".")
        for file in path.parent.glob("*.csv")
        for row in csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";")
        for cell in row
    }
    numbers = {float(text) for text in printed if re.fullmatch(r"-?\d+(\.\d+)?", text)}
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            text = book.read(name).decode("utf-8", "replace")
            if "sheet" in name or "sharedStrings" in name:
                yield from _text(re.sub(r"<[^>]+>", " ", text), secret)
            if name.startswith("xl/worksheets/sheet"):
                yield from _sheet(text, numbers)


def _sheet(text: str, numbers: set[float]) -> Iterator[str]:
    if "<f>" in text or "<f " in text:
        yield "a formula in the workbook"
    for attributes, value in re.findall(r"<c ([^>]*)><v>([^<]*)</v>", text):
        if 't="s"' not in attributes and float(value) not in numbers:
            yield f"{value} stands in no CSV"
