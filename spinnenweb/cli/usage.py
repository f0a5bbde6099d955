"""Reading the arguments. Wrong usage ends in one Dutch line, never in an English page."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from spinnenweb.domain.errors import SpinnenwebError

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_RESIDENTS = 20_000
LONGEST_GROUP = 60
MAP_FORMATS = ("hsds-json", "hsds-csv", "html", "pdf")

HELP = """Spinnenweb – gesprekken bewaren, bekijken en veilig delen

Zonder opdracht opent het venster. Opdrachten:
  demo MAP [--residents AANTAL] [--seed GETAL] [--no-window]   maakt het voorbeelddorp
  new KLUIS                                                    maakt een kluis en toont één keer de noodsleutel
  import KLUIS BESTAND.csv                                     neemt eerdere gesprekken over
  residents KLUIS [--json]                                     toont de inwoners
  summary KLUIS --resident CODE --pdf UIT.pdf [--yes]          samenvatting van het laatste gesprek
  chart KLUIS --resident CODE --png UIT.png                    tekening van het laatste web
  release KLUIS --until JJJJ-MM-DD --out MAP [--kern NAAM] [--samen GROEP] [--dry-run] [--json]  anonieme tabellen
  releases KLUIS [--json]                                      toont de overzichten die er zijn
  ledger KLUIS [--from RESERVEKOPIE]                           herstelt de reeks na een oude kopie
  consent KLUIS --resident CODE --withdraw meetellen           de inwoner telt niet langer mee
  contribute KLUIS UIT [--until JJJJ-MM-DD]                    bijdrage van deze laptop aan de coördinator
  merge KLUIS BIJDRAGE...                                      neemt bijdragen van laptops in
  check KLUIS [--json]                                         kijkt of de kluis en het logboek heel zijn
  backup KLUIS UIT                                             maakt een reservekopie: in een map, of als bestand
  restore RESERVEKOPIE NIEUWE_KLUIS                            zet een reservekopie terug als nieuwe kluis
  audit KLUIS [--json]                                         toont het logboek en kijkt het na
  inzage KLUIS --resident CODE --out UIT.zip                   alles over één inwoner, om mee te geven
  erase KLUIS --resident CODE --yes                            wist alles over één inwoner voorgoed
  retention KLUIS [--json]                                     toont van wie de bewaartermijn voorbij is
  map import KLUIS PAD                                         neemt een sociale kaart over: tabel of open pakket
  map export KLUIS MAP --format VORM [--kern NAAM] [--contacts]   als hsds-json, hsds-csv, html of pdf
  handovers KLUIS [--json]                                     toont overdrachten en tips en hoe ver ze zijn
  offers KLUIS --for CODE [--json]                             toont wat past bij wat een inwoner zoekt of wil doen
  themes KLUIS [--json]                                        thema's om te delen, naast wat er te doen is
  passwd KLUIS [--new-passphrase-file BESTAND]                 kiest een ander wachtwoord
  rekey KLUIS [--new-passphrase-file BESTAND]                  nieuw slot, en één keer de nieuwe noodsleutel

Meer kernen: geef --kern vaker. Met --dry-run zie je eerst wat er in een overzicht komt, en waarom iets ontbreekt.
Kleine dorpen staan voortaan in één groep met --samen, bijvoorbeeld --samen "De Streek=Pesse,Echten".
Staat er in een samenvatting misschien iets over iemand anders, dan komt ze er pas met --yes.
Het wachtwoord komt uit --passphrase-file BESTAND, uit SPINNENWEB_PASSPHRASE, of je typt het.
Een nieuw wachtwoord komt uit --new-passphrase-file, uit SPINNENWEB_NEW_PASSPHRASE, of je typt het twee keer."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SpinnenwebError("usage")


def _path(text: str) -> Path:
    # an empty name, as of a variable that was never set, would mean the folder one happens to be in
    if not text.strip():
        raise SpinnenwebError("usage")
    return Path(text)


def _word(text: str) -> str:
    """A name or code; bytes that are no text become a sign that no name has, so that nothing is found."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _day(text: str) -> date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise SpinnenwebError("usage.date") from None


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= MOST_RESIDENTS:
        raise SpinnenwebError("usage.count")
    return int(text)


def _group(text: str) -> tuple[str, tuple[str, ...]]:
    name, _, villages = (" ".join(text.split())).partition("=")
    inside = tuple(village.strip() for village in villages.split(","))
    if not all((0 < len(name.strip()) <= LONGEST_GROUP, *inside)):
        raise SpinnenwebError("usage")
    return name.strip(), inside


def parse(arguments: list[str]) -> argparse.Namespace:
    """The arguments as a namespace with `command`, which is `None` when help is asked.

    Raises `SpinnenwebError` `usage`, `usage.date` or `usage.count`.
    """
    asked = [] if {"-h", "--help"} & set(arguments) else arguments
    parser = _Parser(add_help=False, allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    for name, declare in COMMANDS.items():
        command = commands.add_parser(name, add_help=False, allow_abbrev=False)
        command.add_argument("--passphrase-file", type=_path)
        declare(command)
    return parser.parse_args(_joined(asked))


def _joined(arguments: list[str]) -> list[str]:
    """The arguments with a command of two words as one."""
    whole = " ".join(arguments[:2])
    return [whole, *arguments[2:]] if whole in COMMANDS and whole not in arguments else arguments


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=_path)
    command.add_argument("--residents", type=_count, default=None)
    command.add_argument("--seed", type=int, default=None)
    command.add_argument("--no-window", action="store_true")


def _vault(command: argparse.ArgumentParser) -> None:
    command.add_argument("vault", type=_path)


def _new_passphrase(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--new-passphrase-file", type=_path)


def _listing(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--json", action="store_true")


def _import(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("file", type=_path)


def _of_resident(option: str) -> Callable[[argparse.ArgumentParser], None]:
    def declare(command: argparse.ArgumentParser) -> None:
        _vault(command)
        command.add_argument("--resident", required=True, type=_word)
        command.add_argument(option, type=_path, required=True, dest="target")

    return declare


def _summary(command: argparse.ArgumentParser) -> None:
    _of_resident("--pdf")(command)
    command.add_argument("--yes", action="store_true")


def _inzage(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--resident", required=True, type=_word)
    command.add_argument("--out", type=_path, required=True)


def _erase(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--resident", required=True, type=_word)
    command.add_argument("--yes", action="store_true")


def _backup(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("out", type=_path)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("backup", type=_path)
    command.add_argument("vault", type=_path)


def _map_import(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("path", type=_path)


def _map_export(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("folder", type=_path)
    command.add_argument("--format", required=True, choices=MAP_FORMATS)
    command.add_argument("--kern", default="", type=_word)
    command.add_argument("--contacts", action="store_true")


def _offers(command: argparse.ArgumentParser) -> None:
    _listing(command)
    command.add_argument("--for", required=True, dest="resident", type=_word)


def _release(command: argparse.ArgumentParser) -> None:
    _listing(command)
    command.add_argument("--until", type=_day, required=True)
    command.add_argument("--out", type=_path, default=None)
    command.add_argument("--kern", action="append", default=[], type=_word)
    command.add_argument("--samen", type=_group, action="append", default=[])
    command.add_argument("--dry-run", action="store_true")


def _ledger(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--from", type=_path, default=None, dest="source")


def _consent(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("--resident", required=True, type=_word)
    command.add_argument("--withdraw", required=True, choices=("meetellen",))


def _contribute(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("out", type=_path)
    command.add_argument("--until", type=_day, default=None)


def _merge(command: argparse.ArgumentParser) -> None:
    _vault(command)
    command.add_argument("contributions", type=_path, nargs="+")


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "demo": _demo,
    "new": _vault,
    "import": _import,
    "residents": _listing,
    "summary": _summary,
    "chart": _of_resident("--png"),
    "release": _release,
    "releases": _listing,
    "ledger": _ledger,
    "consent": _consent,
    "contribute": _contribute,
    "merge": _merge,
    "check": _listing,
    "backup": _backup,
    "restore": _restore,
    "audit": _listing,
    "inzage": _inzage,
    "erase": _erase,
    "retention": _listing,
    "map import": _map_import,
    "map export": _map_export,
    "handovers": _listing,
    "offers": _offers,
    "themes": _listing,
    "passwd": _new_passphrase,
    "rekey": _new_passphrase,
}
"""The commands, in the order of the README."""
