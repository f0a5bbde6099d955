"""Every screen before a vault is open, and what it becomes when something goes wrong or on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.house_rules import UrgentNumber
from spinnenweb.domain.start_file import StartFile, StartVillage
from spinnenweb.domain.wording import Wording
from spinnenweb.security.passphrase_strength import Hint, Strength
from spinnenweb.services.restoring import BackupView
from spinnenweb.services.salvage import SalvageReport
from spinnenweb.storage.overview import Overview
from spinnenweb.storage.salvage import TableCount
from spinnenweb.ui.entrance import BusyLine
from spinnenweb.ui.entrance.fault import FaultView
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.entrance.rescue_views import PairView, ReportView, SecretView
from spinnenweb.ui.entrance.start_file import StartFileView
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep, WaitView
from spinnenweb.ui.entrance.unlock import Closing, UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.errors import Told
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.side_by_side import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spinnenweb.ui.entrance import Sheet
    from spinnenweb.ui.entrance.password_choice import PasswordChoice

    Open = Callable[[Path], Sheet]

KEY = ("ABCD", "EFGH", "JKMN", "PQRS", "TVWX", "YZ01", "2345", "6789", "0000")
PLACE = str(Path("C:/Users/wijkwerker.verzonnen/AppData/Local/Spinnenweb/Kluizen"))
SAID = Told("Dit wachtwoord past niet", "Er is niets veranderd. Let op hoofdletters en probeer opnieuw.")
PUBLIC_KEY = f"age1{'q' * 58}"


def words_of(resources: Path) -> Wording:
    """What the worker reads, in the language of the screens."""
    return Wording.read(resources / "texts" / spoken_language() / "werker.toml")


def _fault(resources: Path) -> Sheet:
    said = Told("Je mag niet bij deze kluis", "Er is niets veranderd.", ("button.retry", "button.vault_other"))
    return FaultView(said, words_of(resources))


def _refused(resources: Path) -> Sheet:
    view = UnlockView("Je kluis is op slot. Wat je typte, is bewaard.")
    view.finish_drawing(words_of(resources).say("frame.urgent"))
    view.show_problem(SAID.title, SAID.text)
    return view


def _key_step(_: Path) -> Sheet:
    return KeyStep(KeySheet(KEY, lambda _number, _typed: True, lambda _parent: True, "29 november 2026"))


def _proposal(_: Path) -> Sheet:
    view = NewPasswordView()
    view.propose("viskraam meetlint mijl weide secuur")
    return view


def _typed(choice: PasswordChoice, resources: Path) -> None:
    """A password of one's own that is too easy to guess, judged."""
    choice.own_button.click()
    choice.own.edit.setText("welkom")
    choice.meter.tell(Strength(Hint.COMMON, 1, 900.0), words_of(resources))
    choice.meter.show()
    choice.complete()
    choice.show_weak()


def _weak(resources: Path) -> Sheet:
    view = NewPasswordView(by_organisation=True)
    _typed(view.choice, resources)
    return view


def _welcome_refused(resources: Path) -> Sheet:
    view = WelcomeView(PLACE)
    _typed(view.choice, resources)
    view.begin_button.click()
    view.refuse_place("Deze map kan niet", "Hij staat in OneDrive. Kies een map op deze laptop zelf.")
    view.refuse_start_file("Dit startbestand klopt niet", "Er is niets gemaakt. Vraag om een nieuw bestand.")
    return view


def _start_file(resources: Path) -> Sheet:
    start = StartFile(
        "Stichting Welzijn Verzonnen en Omstreken",
        PUBLIC_KEY,
        tuple(StartVillage(name) for name in ("Beekdal", "Hogeveld", "Esdoornhoek")),
        backup_place=PLACE,
        languages=("pl", "ar"),
        urgent_numbers=(UrgentNumber("Wijkteam Verzonnen", "zie het bord"),),
    )
    view = StartFileView(start, words_of(resources))
    view.choice.propose("viskraam meetlint mijl weide secuur")
    return view


def _secret(_: Path) -> Sheet:
    view = SecretView(
        "Reservekopie bekijken",
        "Van 21 november 2026. Kijken verandert niets. Typ het wachtwoord dat je toen had.",
        "Bekijken",
        "De reservekopie gaat open…",
        "wijkwerk-verzonnen_2026-11-21_1305.reserve",
    )
    view.show_problem(SAID)
    return view


def _salvage_secret(_: Path) -> Sheet:
    return SecretView("Redden wat leesbaar is", "We lezen de kluis regel voor regel.", "Redden", "We redden…")


def _pair(today: Overview | None) -> Sheet:
    inside = Overview(11, 24, date(2026, 9, 30), "4")
    backup = BackupView(Path(PLACE), 3_200_000, inside)
    text = "Wat er nu van je kluis is, bewaren we in een map ernaast. Daarna redden we wat nieuwer is."
    return PairView(Pair(backup, datetime(2026, 9, 30, 16, 45, tzinfo=UTC), today), text)


def _saved(_: Path) -> Sheet:
    rows = (("Inwoners", 11, 1), ("Gesprekken", 1024, 18), ("Korte contacten en bijeenkomsten", 3, 0))
    return ReportView(SalvageReport(Path(PLACE) / "dorp-gered.vault", (TableCount("resident", 11, 1),), 2), rows)


def _waiting_key(_: Path) -> Sheet:
    view = KeyEntryView(organisation=True)
    view.show_organisation_problem(SAID.title, SAID.text)
    return view


ENTRANCE: Mapping[type[Sheet], Open] = {
    UnlockView: _refused,
    Closing: lambda _: Closing("Je hebt 10 minuten niets aangeraakt. Wat je typte, is bewaard."),
    WelcomeView: lambda _: WelcomeView(PLACE),
    StartFileView: _start_file,
    KeyEntryView: lambda _: KeyEntryView(),
    NewPasswordView: _proposal,
    SecretView: _secret,
    PairView: lambda _: _pair(None),
    ReportView: _saved,
    KeyStep: _key_step,
    PlaceStep: lambda _: PlaceStep(),
    WaitView: lambda _: WaitView("Voorbeelddorp", "Ik maak een dorp.", BusyLine("Even geduld …")),
    FaultView: _fault,
}

FURTHER: Mapping[str, Open] = {
    "first screen, everything refused": _welcome_refused,
    "the organisation's way in": _waiting_key,
    "a weak password": _weak,
    "what opens the damaged vault": _salvage_secret,
    "a backup beside the vault of today": lambda _: _pair(Overview(12, 26, date(2026, 11, 20), "4")),
}
"""The same screens when something went wrong, or where they show more."""
