"""Where the walk goes: every kind of screen the program has, and how to come there."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import spinnenweb.ui
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.free_text import Finding, FindingKind
from spinnenweb.domain.handovers import SHARING, FieldCode, HandoverState, WayOut
from spinnenweb.domain.house_rules import FileKind, Retention, UrgentNumber
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.theme_board import ALL
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.services.guarding import Passage, PassageKind
from spinnenweb.services.insight import InsightReview, Spot
from spinnenweb.services.proposals import About
from spinnenweb.ui.dialogs.backups import BackupsDialog
from spinnenweb.ui.dialogs.choose_offer import ChooseOfferDialog
from spinnenweb.ui.dialogs.choose_resident import ChooseResidentDialog
from spinnenweb.ui.dialogs.empty_form import EmptyFormDialog
from spinnenweb.ui.dialogs.guard import GuardDialog
from spinnenweb.ui.dialogs.handover_letter import HandoverLetterDialog
from spinnenweb.ui.dialogs.insight_review import InsightDialog
from spinnenweb.ui.dialogs.keep_longer import KeepLongerDialog
from spinnenweb.ui.dialogs.language_check import LanguageCheckDialog
from spinnenweb.ui.dialogs.map_export import MapExportDialog
from spinnenweb.ui.dialogs.map_import import MapImportDialog
from spinnenweb.ui.dialogs.map_merge import MapMergeDialog, read_beside
from spinnenweb.ui.dialogs.map_paste import MapPasteDialog, Paste
from spinnenweb.ui.dialogs.map_record import PartDialog
from spinnenweb.ui.dialogs.map_same import ChooseSameDialog, SameOffer
from spinnenweb.ui.dialogs.meeting import MeetingDialog
from spinnenweb.ui.dialogs.mend_consent import MendConsentDialog
from spinnenweb.ui.dialogs.merge import MergeDialog
from spinnenweb.ui.dialogs.new_talk import NewTalkDialog
from spinnenweb.ui.dialogs.one_line import OneLineDialog
from spinnenweb.ui.dialogs.organisation import OrganisationDialog
from spinnenweb.ui.dialogs.organisation_talk import OrganisationTalkDialog
from spinnenweb.ui.dialogs.other_day import OtherDayDialog
from spinnenweb.ui.dialogs.proposals import ProposalsDialog
from spinnenweb.ui.dialogs.release_choice import ReleaseChoiceDialog
from spinnenweb.ui.dialogs.short_contact import ShortContactDialog
from spinnenweb.ui.dialogs.signal_follow_up import SignalDialog
from spinnenweb.ui.dialogs.summary_parts import SummaryDialog
from spinnenweb.ui.dialogs.word import WordDialog
from spinnenweb.ui.entrance.key_dialog import KeyDialog
from spinnenweb.ui.pages.settings.password import PasswordDialog, RekeyDialog
from spinnenweb.ui.places import (
    AUDIT,
    BIN,
    COMPARISON,
    CONVERSATION,
    CORRECTION,
    HANDOVER,
    LOST,
    MAP,
    ORGANISATION,
    PAPER,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    RETENTION,
    SETTINGS,
    THEMES,
    TODAY,
    URGENT,
    VISIT,
    Place,
)
from spinnenweb.ui.preferences import spoken_language
from spinnenweb.ui.qt_asker import QuestionDialog
from spinnenweb.ui.report_dialog import ReportDialog
from spinnenweb.ui.widgets.controls import danger_button, quiet_button
from spinnenweb.ui.widgets.rows import RowButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QDialog

    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.page import Page

    OpenDialog = Callable[[Context, Page], QDialog]

T = TypeVar("T")
D = TypeVar("D")
PASSPHRASE = "vijf woorden om te proeven"
LONG_NAME = "Wijkverpleging Esdoornhoek en Beekdal, dag en nacht bereikbaar"


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
        "gesprek verbeteren": Place(CORRECTION, record=workspace.conversations.of(known)[0].id),
        "vergelijken": Place(COMPARISON, record=known),
        "overdracht beginnen": Place(HANDOVER, record=known, other=_some_offer(workspace)),
        "overdracht": Place(HANDOVER, record=known, other=_agreed(workspace, known)),
        "tip": Place(HANDOVER, record=known, other=_begun(workspace, known, WayOut.ALONE)),
        "cijfers": Place(RELEASES),
        "instellingen": Place(SETTINGS),
        "logboek": Place(AUDIT),
        "logboek van een inwoner": Place(AUDIT, record=known),
        "prullenbak": Place(BIN),
        "bewaartermijn": Place(RETENTION),
        "laptop kwijt": Place(LOST),
        "sociale kaart": Place(MAP),
        "sociale kaart als tabel": Place(MAP, other="tabel"),
        "organisatie": Place(ORGANISATION, record=_fullest(workspace)),
        "thema's": Place(THEMES),
        "een thema": Place(THEMES, record="eenzaamheid", other=ALL),
        "dringend": Place(URGENT),
    }


def _fullest(workspace: Workspace) -> str:
    """The organisation with most on its page."""
    found = workspace.social_map.organisation_lines(workspace.social_map.find_organisations())
    return max(found, key=lambda line: line.offers).organisation.id


def visit_places(workspace: Workspace) -> dict[str, Place]:
    """What there is while a resident looks along."""
    ready = workspace.residents.ready()[0].resident.id
    return {
        "bezoek": Place(VISIT),
        "gesprek op bezoek": Place(CONVERSATION, other=ready),
        "kaart op bezoek": Place(MAP),
        "samen regelen op bezoek": Place(HANDOVER, record=ready, other=_some_offer(workspace)),
        "overdracht op bezoek": Place(HANDOVER, record=ready, other=_agreed(workspace, ready)),
        "organisatie op bezoek": Place(ORGANISATION, record=_fullest(workspace)),
        "dringend": Place(URGENT),
    }


def furnish(workspace: Workspace) -> None:
    """Put something on the pages that a new village leaves empty: the bin, old files, numbers, a backup."""
    settings, stick = workspace.settings.get(), workspace.folder.parent / "stick"
    changed = replace(
        settings,
        urgent_numbers=(UrgentNumber(LONG_NAME, "nummer op het bord"), UrgentNumber("Wijkteam", "zie het bord")),
        retention=Retention({FileKind.CONVERSATIONS: 1, FileKind.CONTACTS: 1, FileKind.CARD: 1}),
        backup_place=str(stick),
    )
    workspace.settings.save(changed)
    stick.mkdir()
    workspace.backups.make(stick)
    needed = {draft.resident.id for draft in workspace.conversations.drafts()}
    needed |= {line.resident.id for line in workspace.residents.ready()}
    others = (line for line in workspace.residents.all() if line.resident.id not in needed)
    lines = sorted(others, key=lambda line: line.conversations)
    workspace.bin.put_away(BinKind.RESIDENT, lines[0].resident.id)
    talks = workspace.conversations.of(lines[-1].resident.id)
    workspace.bin.put_away(BinKind.CONVERSATION, talks[-1].id)


def _some_offer(workspace: Workspace) -> str:
    return workspace.social_map.find_offers()[0]


def _begun(workspace: Workspace, resident_id: str, way: WayOut) -> str:
    """A hand-over that was just begun; the one that was there, after the first time."""
    lines = [line for line in workspace.handovers.of(resident_id) if line.handover.way is way]
    there = [line.handover.id for line in lines if line.state in (HandoverState.PROPOSED, *SHARING)]
    return there[0] if there else workspace.handovers.begin(resident_id, _some_offer(workspace), way).handover_id


def _agreed(workspace: Workspace, resident_id: str) -> str:
    """A hand-over of which everything may be told."""
    handover_id = _begun(workspace, resident_id, WayOut.CALL)
    words = "Zoekt gezelschap op dinsdag, het liefst dichtbij."
    workspace.handovers.agree(handover_id, tuple(FieldCode), workspace.handovers.usual_until(), words)
    return handover_id


def _letter(context: Context, page: Page) -> QDialog:
    handover_id = _agreed(context.workspace, _two(context)[0])
    handover = context.workspace.handovers.card(handover_id).line.handover
    return HandoverLetterDialog(handover, context.workspace.handover_letters, context, page)


def _one_line(context: Context, page: Page) -> QDialog:
    hint = context.words.say("message.note_hint")
    return OneLineDialog(context, "Waarom past het niet?", "Bewaren", hint, page)


def _choose_offer(context: Context, page: Page) -> QDialog:
    return ChooseOfferDialog(context, context.workspace.residents.get(_two(context)[0]), page)


def _signal(context: Context, page: Page) -> QDialog:
    return SignalDialog(context, context.workspace.catalogue.signals[0], page)


def _organisation_talk(context: Context, page: Page) -> QDialog:
    organisation = context.workspace.social_map.organisations()[0]
    talk = context.workspace.social_map.blank_talk(organisation.id)
    return OrganisationTalkDialog(context, organisation, talk, page, new=True)


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


def _guard(context: Context, page: Page) -> QDialog:
    text = "Bel mevrouw Verzonnen van de voedselbank, of mail naar iemand@voorbeeld.example over de fiets."
    names = (("mevrouw Verzonnen", FindingKind.NAME), ("iemand@voorbeeld.example", FindingKind.EMAIL))
    found = tuple(Finding(text.index(one), text.index(one) + len(one), kind) for one, kind in names)
    passages = (
        Passage(PassageKind.STEP, text, findings=found),
        Passage(PassageKind.NOTE, text, about="LF", whose="Wilhelmina", findings=found),
    )
    return GuardDialog(passages, context, page)


def _insight(context: Context, page: Page) -> QDialog:
    resident = context.workspace.residents.get(_two(context)[0])
    text = "Gaat op woensdag met Wilhelmina-Frederika naar de kaartclub, en soms ook met Bo."
    names = ("Wilhelmina-Frederika", "Bo")
    spots = tuple(Spot(text, text.index(name), text.index(name) + len(name)) for name in names)
    return InsightDialog(InsightReview(resident, spots), context, page)


def _keep_longer(context: Context, page: Page) -> QDialog:
    return KeepLongerDialog(context, context.workspace.residents.get(_two(context)[0]), page)


def _mend_consent(context: Context, page: Page) -> QDialog:
    return MendConsentDialog(context, context.workspace.residents.consents(_two(context)[0])[0], page)


def _release_choice(context: Context, page: Page) -> QDialog:
    names = {village.id: village.name for village in context.workspace.residents.villages()}
    return ReleaseChoiceDialog(context, context.workspace.releases.usual_choice(), names, page)


def _report(context: Context, page: Page) -> QDialog:
    lines = [f"  spinnenweb.ui.pages.today.page, regel {number}, in _show_all_of_today" for number in range(40)]
    texts = Path(spinnenweb.ui.__path__[0]).parents[1] / "resources" / "texts" / spoken_language()
    return ReportDialog("\n".join(lines), texts, context.asker, context.workspace.folder, page)


def _map_merge(context: Context, page: Page) -> QDialog:
    service = context.workspace.social_map
    first, second, *_ = service.find_offers()
    beside = read_beside(service, MapKind.OFFER, first, second)
    return MapMergeDialog(context, beside, service.names(context.words), page)


def _map_paste(context: Context, page: Page) -> QDialog:
    fields = ("organisation", "name", "for_whom", "when_said", "way_in", "costs", "themes")
    rows = tuple(
        (f"Buurtclub {number}", "Koffie en een praatje", "iedereen", "dinsdag", "Loop binnen", "Gratis", "")
        for number in range(30)
    )
    heads = context.workspace.social_map.names(context.words).heads
    return MapPasteDialog(context, Paste(fields, rows), lambda one: heads.get(one, one), frozenset(), page)


def _organisation(context: Context, page: Page) -> QDialog:
    service = context.workspace.social_map
    return OrganisationDialog(context, service.blank_organisation(), service.names(context.words), page, new=True)


def _offer(context: Context, page: Page) -> QDialog:
    service = context.workspace.social_map
    offer = service.card(_fullest(context.workspace)).offers[0].offer
    return PartDialog(context, offer, service.names(context.words), "Aanbod aanpassen", page, new=False)


def _proposals(context: Context, page: Page) -> QDialog:
    resident, about = context.workspace.residents.get(_two(context)[0]), About(AboutKind.THEME, "eenzaamheid")
    return ProposalsDialog(context, resident, about, "Vaker ergens binnenlopen", page)


def _choose_same(context: Context, page: Page) -> QDialog:
    offer = context.workspace.social_map.card(_fullest(context.workspace)).offers[0].offer
    return ChooseSameDialog(context, "Welk aanbod is hetzelfde?", SameOffer(context, offer), page)


def _word(context: Context, page: Page) -> QDialog:
    line = context.workspace.vocabulary.lines(WordKind.THEME, spoken_language())[0]
    dialog = WordDialog(context, WordKind.THEME, line, page)
    dialog.topics.change.click()
    return dialog


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
    GuardDialog: _guard,
    InsightDialog: _insight,
    KeepLongerDialog: _keep_longer,
    MendConsentDialog: _mend_consent,
    ReleaseChoiceDialog: _release_choice,
    ReportDialog: _report,
    ChooseOfferDialog: _choose_offer,
    HandoverLetterDialog: _letter,
    OneLineDialog: _one_line,
    SignalDialog: _signal,
    OrganisationTalkDialog: _organisation_talk,
    BackupsDialog: lambda context, page: BackupsDialog(context, page),
    PasswordDialog: lambda context, page: PasswordDialog(context, page),
    RekeyDialog: lambda context, page: RekeyDialog(context, page),
    MapExportDialog: lambda context, page: MapExportDialog(context, page),
    MapImportDialog: lambda context, page: MapImportDialog(context, page),
    MapMergeDialog: _map_merge,
    MapPasteDialog: _map_paste,
    OrganisationDialog: _organisation,
    PartDialog: _offer,
    ChooseSameDialog: _choose_same,
    ProposalsDialog: _proposals,
    WordDialog: _word,
}


def _backup_beside(dialog: QDialog) -> None:
    _is(BackupsDialog, dialog).rows.findChildren(RowButton)[0].click()


def _no_reason(dialog: QDialog) -> None:
    _is(KeepLongerDialog, dialog).keep.click()


def _own_password(dialog: QDialog) -> None:
    form = _is(PasswordDialog, dialog).form
    form.choice.own_button.click()
    form.choice.own.edit.setText("welkom")
    form.complete()


def _group_without_a_name(dialog: QDialog) -> None:
    form = _is(ReleaseChoiceDialog, dialog)
    form.apart.setChecked(True)
    form.keep.click()


def _new_lock(dialog: QDialog) -> None:
    form = _is(RekeyDialog, dialog).form
    form.now.edit.setText(PASSPHRASE)
    form.choice.repeat.edit.setText(form.choice.password())
    _is(RekeyDialog, dialog).keep.click()


def _number_in_words(dialog: QDialog) -> None:
    """Nine digits that look like the number of a person; nobody has it."""
    _is(ShortContactDialog, dialog).line.setText("111222333")


def _is(kind: type[D], dialog: QDialog) -> D:
    assert isinstance(dialog, kind)
    return dialog


FURTHER: tuple[tuple[type[QDialog], Callable[[QDialog], None]], ...] = (
    (BackupsDialog, _backup_beside),
    (KeepLongerDialog, _no_reason),
    (ReleaseChoiceDialog, _group_without_a_name),
    (PasswordDialog, _own_password),
    (ShortContactDialog, _number_in_words),
    (RekeyDialog, _new_lock),
)
"""What a dialog becomes when somebody goes on in it; the new lock comes last, it changes the vault."""
