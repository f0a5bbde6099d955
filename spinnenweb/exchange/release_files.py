"""The files of a release: from tables to the bytes of one folder (reference/anonymisation.md 4.6).

Pure: whoever calls writes them. The same release always gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spinnenweb.disclosure.lines import YEARLY
from spinnenweb.exchange.csv_text import safe_cell
from spinnenweb.exchange.data_package import data_package
from spinnenweb.exchange.release_tables import table_csv, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.disclosure.release import Outcome

MANIFEST_FILE = "manifest.json"
ACCOUNT_FILE = "verantwoording.txt"
PACKAGE_FILE = "datapackage.json"
WORKBOOK_FILE = "cijfers.xlsx"
_ABOUT_YEARS = (
    "Een keer per jaar tellen we de cijfers in drie klassen, waar minstens vijftig mensen een cijfer gaven. De "
    "verandering gaat over minstens twintig mensen die vorig jaar en dit jaar in twee gesprekken een cijfer gaven."
)
EXAMPLE = "verzonnen voorbeeldgegevens"


@dataclass(frozen=True, slots=True)
class Papers:
    """What a release needs besides its figures.

    `account` is the text of `verantwoording.txt` with `{month}` and `{villages}` to fill in; it does not hold the
    number of the release, which may not depend on the people in it (4.7 rule 8). `words` names items
    (`table:code`). `example` says that the people are invented. `version` is the program's.
    """

    account: str
    words: Mapping[str, str] = field(default_factory=dict)
    example: bool = False
    version: str = ""


def release_files(outcome: Outcome, papers: Papers) -> dict[str, bytes]:
    """The files of a release by name, `manifest.json` last. Only the manifest holds the number and the chain."""
    account = _account(outcome, papers)
    files = {f"{table.name}.csv": table_csv(table) for table in outcome.tables}
    files[WORKBOOK_FILE] = workbook(outcome.tables, account, papers.words)
    files[ACCOUNT_FILE] = account.replace("\n", "\r\n").encode("utf-8-sig")
    files[PACKAGE_FILE] = _json(_package(outcome, papers))
    return files | {MANIFEST_FILE: _json(_manifest(outcome, papers, files))}


def manifest_hash(files: Mapping[str, bytes]) -> str:
    """What `Ledger.with_manifest` keeps of a release, and the next release names."""
    return hashlib.sha256(files[MANIFEST_FILE]).hexdigest()


def _json(data: Mapping[str, object]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _manifest(outcome: Outcome, papers: Papers, files: Mapping[str, bytes]) -> dict[str, object]:
    record = outcome.record
    return {
        "nummer": record.number,
        "maand": record.month,
        "reeks": outcome.series,
        "vorige": record.previous,
        "kernen": list(record.villages),
        "regels": dict(outcome.rules),
        "programma": papers.version,
        "verzonnen": papers.example,
        "bestanden": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }


def _package(outcome: Outcome, papers: Papers) -> dict[str, object]:
    title = f"Overzicht tot en met {outcome.record.month}"
    if papers.example:
        title = f"{title}, {EXAMPLE}"
    name = f"spinnenweb-{outcome.series}-{outcome.record.month}"
    return data_package(outcome.tables, name, title, papers.words, outcome.rules)


def _account(outcome: Outcome, papers: Papers) -> str:
    text = papers.account.replace("{month}", outcome.record.month)
    text = text.replace("{villages}", "\n".join(_villages(outcome)))
    return f"{EXAMPLE.upper()}\n\n{text}" if papers.example else text


def _villages(outcome: Outcome) -> list[str]:
    """Which villages are in it, which stand together, and of which the total is made."""
    lines = [f"Kernen: {', '.join(map(safe_cell, outcome.record.villages))}."]
    for name, inside in outcome.clusters.items():
        lines.append(f"{name} is een groep van dorpen: {', '.join(inside)}. Thema's staan daar samen.")
    if outcome.in_total:
        lines.append(
            f"Totaal is opgeteld uit de getoonde cijfers van: {', '.join(outcome.in_total)}. "
            "Een kern waarvan een cijfer niet getoond is, telt daarin niet mee."
        )
    if any(table.name in YEARLY for table in outcome.tables):
        lines.append(_ABOUT_YEARS)
    lines.extend(f"Gemiddelden in {village}: {web}." for village, web in outcome.webs.items())
    return lines
