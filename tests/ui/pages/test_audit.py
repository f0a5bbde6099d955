from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QModelIndex

from spinnenweb.domain.audit import AuditKind, AuditLine
from spinnenweb.services.audit_words import GROUPS, AuditWords
from spinnenweb.storage.audit_trail import Entry
from spinnenweb.ui.models.audit_table import AT_ONCE, WHAT, AuditModel, ShownLine
from spinnenweb.ui.pages.audit.page import AuditPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.places import AUDIT, COMPARISON, CONVERSATION, RESIDENT, SETTINGS, TODAY, Place
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QApplication

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


class _Tester(Protocol):
    def check(self, model: QAbstractItemModel) -> None: ...


def page_of(house: House, resident_id: str = "") -> AuditPage:
    page = house.open(Place(AUDIT, record=resident_id))
    assert isinstance(page, AuditPage)
    return page


def sentences(page: AuditPage) -> list[str]:
    return [page.model.line(row).said for row in range(page.model.rowCount())]


def seen(house: House) -> list[tuple[str | None, str]]:
    """Who was looked at where, from old to new."""
    found = house.workspace.audit.lines(kinds=[AuditKind.SEEN], limit=None)
    return [(line.subject, line.detail) for line in reversed(found)]


def choose(page: AuditPage, house: House, group: str, days: int | None = None) -> None:
    page.view.group.setCurrentIndex(page.view.group.findData(group))
    page.view.period.setCurrentIndex(page.view.period.findData(days))
    page.view.group.activated.emit(page.view.group.currentIndex())
    house.settle()


# what is looked at


def test_that_every_visit_to_a_page_about_a_resident_is_one_line(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    village.talk(bo, TODAY_IS)
    draft = village.workspace.conversations.begin(bo)
    village.workspace.conversations.save_draft(draft)
    house = enter()
    for place in (Place(RESIDENT, bo.id), Place(COMPARISON, bo.id), Place(CONVERSATION, draft.id)):
        house.open(place)
        house.open(Place(TODAY))
    house.open(Place(RESIDENT, bo.id))
    house.context.hub.report(village.workspace.residents.set_ready(bo.id, True), house.frame)
    house.settle()
    assert seen(house) == [(bo.id, "kaart"), (bo.id, "vergelijking"), (bo.id, "gesprek"), (bo.id, "kaart")]


def test_that_pages_about_nobody_are_no_lines(enter: Enter, village: Village) -> None:
    village.add("Bo", "R-001")
    house = enter()
    for page in (TODAY, SETTINGS):
        house.open(Place(page))
    house.open(Place(RESIDENT))
    assert seen(house) == []


# the page


def test_that_the_log_says_in_dutch_what_happened_newest_first(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    house.workspace.audit.noted(AuditKind.EXPORTED, bo.id, "samenvatting")
    page = page_of(house)
    assert sentences(page)[:2] == [
        "Anna bewaarde een samenvatting van Bo (R-001) buiten de kluis",
        "Anna schreef de kaart op van Bo (R-001)",
    ]
    assert sentences(page)[-1] == "Hier begint het logboek"
    assert page.model.line(0).day.startswith("21 nov, ")
    assert "Een inwoner mag het opvragen." in house.texts()


def test_that_the_log_of_one_resident_holds_nobody_else(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    village.add("Jannie", "R-002")
    house = enter()
    page = house.open(Place(RESIDENT, bo.id))
    assert isinstance(page, ResidentPage)
    page.view.log.click()
    house.settle()
    shown = house.frame.page
    assert isinstance(shown, AuditPage)
    assert shown.view.header.title.text() == "Logboek van Bo"
    assert sentences(shown)
    assert all("Bo (R-001)" in said for said in sentences(shown))
    assert [crumb.text for crumb in shown.crumbs()] == ["Inwoners", "Bo", "Logboek"]


def test_that_settings_lead_to_the_whole_log_and_looking_there_is_a_line_too(enter: Enter) -> None:
    house = enter()
    page = house.open(Place(SETTINGS))
    assert isinstance(page, SettingsPage)
    page.view.vault.log.click()
    house.settle()
    assert isinstance(house.frame.page, AuditPage)
    assert seen(house) == [(None, "logboek")]


def test_that_kinds_and_periods_narrow_what_is_shown(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    house.workspace.audit.noted(AuditKind.PRINTED, bo.id)
    page = page_of(house)
    choose(page, house, "given")
    assert sentences(page) == ["Anna drukte een samenvatting af van Bo (R-001)"]
    choose(page, house, "removed", 7)
    assert sentences(page) == []
    assert "Er staat hier nog niets in het logboek." in house.texts()
    choose(page, house, "given", 0)
    assert len(sentences(page)) == 1


def test_that_older_lines_come_while_scrolling_and_each_once(enter: Enter) -> None:
    house = enter()
    with house.workspace.database.writing() as work:
        work.audit.note(*(Entry(AuditKind.COPIED, detail=str(number)) for number in range(2 * AT_ONCE)))
    page = page_of(house)
    assert page.model.rowCount() == AT_ONCE
    while page.model.canFetchMore(QModelIndex()):
        page.model.fetchMore(QModelIndex())
        house.settle()
    numbers = [page.model.line(row).seq for row in range(page.model.rowCount())]
    assert numbers == sorted(set(numbers), reverse=True)
    assert numbers[-1] == 1


def test_that_a_whole_log_and_a_broken_one_are_told_apart(enter: Enter) -> None:
    house = enter()
    page = page_of(house)
    page.view.check.click()
    house.settle()
    assert "Het logboek klopt" in house.texts()
    with house.workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_is_not_changed")
        connection.exec_driver_sql("UPDATE audit SET kind = 'gewist' WHERE seq = 2")
    page.view.check.click()
    house.settle()
    assert "Het logboek klopt" not in house.texts()
    assert "log_line" in house.texts()


def test_that_an_erased_resident_is_not_named(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    with house.workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("INSERT INTO erasure VALUES ('e-1', x'00', '2026-11-21', 'verzoek')")
    with house.workspace.database.writing() as work:
        work.audit.redact("e-1", bo.id)
    page = page_of(house)
    assert "Anna schreef de kaart op van iemand die gewist is" in sentences(page)


# the words and the model


def test_that_every_kind_has_words_and_one_place_in_the_filter(enter: Enter) -> None:
    said = AuditWords(enter().context.words)
    for kind in AuditKind:
        line = _line(kind)
        assert said.said(line, {}).strip()
        assert sum(kind in kinds for kinds in GROUPS.values()) == 1


def _line(kind: AuditKind) -> AuditLine:
    details = {AuditKind.BEGUN: "nieuw", AuditKind.UNLOCKED: "passphrase"}
    return AuditLine(1, datetime(2026, 11, 21, tzinfo=UTC), "laptop", kind, detail=details.get(kind, "3"))


@pytest.mark.parametrize("count", [0, 1, AT_ONCE])
def test_that_the_model_keeps_the_rules_of_models(qapp: QApplication, qtmodeltester: _Tester, count: int) -> None:
    model = AuditModel()
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    model.begin()
    model.take(tuple(ShownLine(number, moment, "21 nov", f"regel {number}") for number in range(count, 0, -1)))
    assert model.canFetchMore(QModelIndex()) is (count == AT_ONCE)
    qtmodeltester.check(model)
    if count:
        assert model.index(0, WHAT).data() == f"regel {count}"


def test_that_the_worker_is_named_in_what_happened_since_the_vault_knows_that_name(enter: Enter) -> None:
    house = enter()
    house.workspace.audit.noted(AuditKind.IMPORTED, detail="1")
    house.workspace.settings.save(replace(house.workspace.settings.get(), worker="Bea"))
    house.workspace.audit.noted(AuditKind.IMPORTED, detail="2")
    said = sentences(page_of(house))
    assert "Bea nam gesprekken over uit een bestand: 2" in said
    assert "Buurtwerker nam gesprekken over uit een bestand: 1" in said
    assert all("Bea" not in repr(line) for line in house.workspace.audit.lines())
