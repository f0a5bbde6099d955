"""Keep the English interface in step with the Dutch source.

`python -m tests.tools.translations` reads the strings anew from the source into `resources/i18n/spinnenweb_en.ts`,
names what has no English yet, also in `resources/texts`, and compiles the `.qm`. With `--todo file.toml` it writes
the untranslated strings to a file of your own, as `"Dutch" = "proposal"`; filled in, `--fill file.toml` takes them
over. Qt Linguist may be used on the `.ts` as well. The `.ts` is the only truth: throw the TOML away. The status is
1 while anything is missing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import tomli_w

from spinnenweb.domain.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "resources" / "texts"
TS = ROOT / "resources" / "i18n" / "spinnenweb_en.ts"
READING = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none", "-disable-heuristic", "similartext")
LANGUAGES = ("-source-language", "nl", "-target-language", "en_GB")


@dataclass(frozen=True, slots=True)
class Entry:
    """One string of the interface. `english` has more than one form where the source counts."""

    context: str
    source: str
    english: tuple[str, ...]
    state: str
    """The type that Qt Linguist gives it: empty when finished."""

    @property
    def finished(self) -> bool:
        """Whether every form is there and none is marked as doubtful."""
        return not self.state and all(self.english)


def extract(ts: Path) -> str:
    """Bring the strings of a `.ts` in step with the source; what the program that does it complains about."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "spinnenweb").rglob("*.py"))
    done = _run("pyside6-lupdate", *READING, *LANGUAGES, *sources, "-ts", str(ts))
    return (done.stdout + done.stderr).strip()


def compiled(ts: Path, qm: Path) -> None:
    """Compile a `.ts` to the file that Qt reads."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def entries(ts: Path) -> Iterator[Entry]:
    """The strings of a `.ts`, in its order."""
    for context in _tree(ts).getroot().iter("context"):
        for message in context.iter("message"):
            yield _entry(context.findtext("name", ""), message)


def fill(ts: Path, english: Mapping[str, str]) -> None:
    """Put translations at the unfinished strings with that source; an empty one is left for later."""
    tree = _tree(ts)
    for message in tree.getroot().iter("message"):
        said = english.get(message.findtext("source", ""), "")
        found = message.find("translation")
        if found is not None and found.get("type") == "unfinished" and said:
            found.text = said
            del found.attrib["type"]
    tree.write(ts, "utf-8", xml_declaration=True)


def main(arguments: list[str] | None = None) -> int:
    """Read, take over, name what is missing, compile."""
    options = _options(arguments)
    said = extract(TS)
    if options.fill:
        fill(TS, tomllib.loads(options.fill.read_text("utf-8")))
        said = extract(TS)
    compiled(TS, TS.with_suffix(".qm"))
    missing = [entry for entry in entries(TS) if not entry.finished]
    if options.todo:
        options.todo.write_text(tomli_w.dumps({entry.source: entry.english[0] for entry in missing}), "utf-8")
    texts = list(_keys_that_differ())
    lines = [said, *(f"{entry.context}: {entry.source!r}" for entry in missing), *texts]
    sys.stdout.write("\n".join([*filter(None, lines), f"{len(missing) + len(texts)} without English"]) + "\n")
    return 1 if missing or texts else 0


def _keys_that_differ() -> Iterator[str]:
    for name in ("werker", "meldingen", "hulp"):
        dutch, english = (Wording.read(TEXTS / code / f"{name}.toml") for code in ("nl", "en"))
        yield from (f"{name}.toml {key}: {dutch.entries[key]!r}" for key in dutch.entries if not english.has(key))
        yield from (f"{name}.toml {key}: no longer Dutch" for key in english.entries if not dutch.has(key))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--todo", type=Path, help="write the untranslated strings to this TOML file")
    parser.add_argument("--fill", type=Path, help="take the translations of this TOML file over")
    return parser.parse_args(arguments)


def _tree(ts: Path) -> ElementTree.ElementTree[ElementTree.Element]:
    # a file of this repository, not one from outside
    return ElementTree.parse(ts)  # noqa: S314


def _entry(context: str, message: ElementTree.Element) -> Entry:
    found = message.find("translation")
    if found is None:
        return Entry(context, message.findtext("source", ""), ("",), "unfinished")
    forms = tuple(form.text or "" for form in found.iter("numerusform")) or (found.text or "",)
    return Entry(context, message.findtext("source", ""), forms, found.get("type", ""))


def _run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # the tools of PySide6 itself, beside the Python that runs this
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
