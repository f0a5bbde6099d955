"""Where the walk goes: every kind of screen the program has, and how to come there."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, TypeVar

import spinnenweb.ui
from spinnenweb.domain.wording import Wording
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.empty_form import EmptyFormDialog
from spinnenweb.ui.dialogs.language_check import LanguageCheckDialog
from spinnenweb.ui.dialogs.meeting import MeetingDialog
from spinnenweb.ui.dialogs.merge import MergeDialog
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.dialogs.other_day import OtherDayDialog
from spinnenweb.ui.dialogs.short_contact import ShortContactDialog
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
from spinnenweb.ui.entrance import BusyLine
from spinnenweb.ui.entrance.fault import FaultView
from spinnenweb.ui.entrance.key_dialog import KeyDialog
from spinnenweb.ui.entrance.key_entry import KeyEntryView
from spinnenweb.ui.entrance.key_sheet import KeySheet
from spinnenweb.ui.entrance.new_password import NewPasswordView
from spinnenweb.ui.entrance.steps import KeyStep, PlaceStep, WaitView
from spinnenweb.ui.entrance.unlock import UnlockView
from spinnenweb.ui.entrance.welcome import WelcomeView
from spinnenweb.ui.errors import Told
from spinnenweb.ui.places import (
    COMPARISON,
    CONVERSATION,
    PAPER,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    VISIT,
    Place,
)
from spinnenweb.ui.qt_asker import QuestionDialog
from spinnenweb.ui.widgets.controls import danger_button, quiet_button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.entrance import Sheet
    from spinnenweb.ui.page import Page

    OpenDialog = Callable[[Context, Page], QDialog]

T = TypeVar("T")
KEY = ("ABCD", "EFGH", "JKMN", "PQRS", "TVWX", "YZ01", "2345", "6789", "0000")


def kinds_of(base: type[T]) -> set[type[T]]:
    """Every kind of screen under `base` in the program; a base of others is no screen itself."""
    for module in pkgutil.walk_packages(spinnenweb.ui.__path__, "spinnenweb.ui."):
        importlib.import_module(module.name)
    found: set[type[T]] = set()
    waiting = [base]
    while waiting:
        below = [kind for kind in waiting.pop().__subclasses__() if kind.__module__.startswith("spinnenweb.")]
        found |= {kind for kind in below if not kind.__subclasses__()}
        waiting += below
    return found


def places(workspace: Workspace) -> dict[str, Place]:
    """Every page of the frame, with what shows most of it."""
    known = max(workspace.residents.all(), key=lambda line: line.conversations).resident.id
    draft = workspace.conversations.drafts()[0]
    return {
        "vandaag": Place(TODAY),
        "inwoners": Place(RESIDENTS),
        "inwoner": Place(RESIDENT, record=known),
        "nieuwe inwoner": Place(RESIDENT),
        "gesprek": Place(CONVERSATION, record=draft.id),
        "nieuw gesprek": Place(CONVERSATION),
        "vervolggesprek": Place(CONVERSATION, other=known),
        "papier": Place(PAPER),
        "vergelijken": Place(COMPARISON, record=known),
        "cijfers": Place(RELEASES),
        "instellingen": Place(SETTINGS),
    }


def visit_places(workspace: Workspace) -> dict[str, Place]:
    """What there is while a resident looks along."""
    ready = workspace.residents.ready()[0].resident.id
    return {"bezoek": Place(VISIT), "gesprek op bezoek": Place(CONVERSATION, other=ready)}


def _two(context: Context) -> tuple[str, str]:
    lines = sorted(context.workspace.residents.all(), key=lambda line: -line.conversations)
    return lines[0].resident.id, lines[1].resident.id


def _merge(context: Context, page: Page) -> QDialog:
    kept, other, *_ = context.workspace.residents.all()
    return MergeDialog(context, kept, other, page)


def _summary(context: Context, page: Page) -> QDialog:
    talks = context.workspace.conversations.of(_two(context)[0])
    return SummaryDialog(tuple(talks), context, page)


def _language_check(context: Context, page: Page) -> QDialog:
    language = next(language for language in context.workspace.languages.all() if language.code == "ar")
    return LanguageCheckDialog(context, language, page)


def _question(context: Context, page: Page) -> QDialog:
    verb, stay = danger_button("Definitief wissen"), quiet_button("Niet wissen")
    text = "Alles van deze inwoner gaat voorgoed weg: de gesprekken, de doelen en de toestemmingen."
    return QuestionDialog("Deze inwoner definitief wissen?", text, verb, stay, page)


DIALOGS: Mapping[type[QDialog], OpenDialog] = {
    NewTalkDialog: lambda context, page: NewTalkDialog(context, page),
    ShortContactDialog: lambda context, page: ShortContactDialog(context, page),
    MeetingDialog: lambda context, page: MeetingDialog(context, page),
    EmptyFormDialog: lambda context, page: EmptyFormDialog(context, page),
    OtherDayDialog: lambda context, page: OtherDayDialog(context, context.workspace.clock.today(), page),
    ChooseResidentDialog: lambda context, page: ChooseResidentDialog(context, "Wie woont hier ook?", (), page),
    MergeDialog: _merge,
    SummaryDialog: _summary,
    LanguageCheckDialog: _language_check,
    KeyDialog: lambda context, page: KeyDialog(context, page),
    QuestionDialog: _question,
}


def _fault(resources: Path) -> Sheet:
    said = Told("Je mag niet bij deze kluis", "Er is niets veranderd.", ("button.retry", "button.vault_other"))
    return FaultView(said, Wording.read(resources / "texts" / "nl" / "werker.toml"))


def _refused(_: Path) -> Sheet:
    view = UnlockView("Je kluis is op slot. Wat je typte, is bewaard.")
    view.show_problem("Dit wachtwoord past niet", "Er is niets veranderd. Let op hoofdletters en probeer opnieuw.")
    return view


def _key_step(_: Path) -> Sheet:
    return KeyStep(KeySheet(KEY, lambda _number, _typed: True, lambda _parent: True, "29 november 2026"))


def _proposal(_: Path) -> Sheet:
    view = NewPasswordView()
    view.propose("viskraam meetlint mijl weide secuur")
    return view


ENTRANCE: Mapping[type[Sheet], Callable[[Path], Sheet]] = {
    UnlockView: _refused,
    WelcomeView: lambda _: WelcomeView(),
    KeyEntryView: lambda _: KeyEntryView(),
    NewPasswordView: _proposal,
    KeyStep: _key_step,
    PlaceStep: lambda _: PlaceStep(),
    WaitView: lambda _: WaitView("Voorbeelddorp", "Ik maak een dorp.", BusyLine("Even geduld …")),
    FaultView: _fault,
}
