from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.house_rules import FileKind, Retention
from spinnenweb.domain.residents import AnsweredBy, ConsentAnswer, Purpose
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.dialogs.insight_review import InsightDialog
from spinnenweb.ui.dialogs.keep_longer import KeepLongerDialog
from spinnenweb.ui.dialogs.mend_consent import MendConsentDialog
from spinnenweb.ui.pages.bin.page import BinPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.retention.page import RetentionPage
from spinnenweb.ui.pages.settings.page import SettingsPage
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.places import BIN, RESIDENT, RESIDENTS, RETENTION, SETTINGS, TODAY, Place
from tests.ui.pages.conftest import TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.ui.page import Page
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

P = TypeVar("P", bound=QWidget)


def the(kind: type[P], page: QWidget | Page | None) -> P:
    assert isinstance(page, kind)
    return page


def answering(house: House, monkeypatch: pytest.MonkeyPatch, yes: bool) -> list[tuple[str, str, str]]:
    """The questions that are asked, each answered with yes or no."""
    asked: list[tuple[str, str, str]] = []

    def confirm(_parent: QWidget, title: str, text: str, verb: str, _stay: str) -> bool:
        asked.append((title, text, verb))
        return yes

    monkeypatch.setattr(house.asker, "confirm", confirm)
    return asked


def dialog(kind: type[P]) -> P:
    return next(found for found in QApplication.topLevelWidgets() if isinstance(found, kind) and found.isVisible())


# the resident's rights


def test_that_erasing_tells_until_when_backups_hold_it_and_asks_once(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = village.add("Bo", "R-001")
    village.talk(bo)
    house = enter()
    asked = answering(house, monkeypatch, yes=False)
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    page.view.rights.erase.click()
    house.settle()
    assert len(house.workspace.residents.all()) == 1
    title, text, verb = asked[0]
    assert (title, verb) == ("Alles over Bo wissen?", "Definitief wissen")
    assert "In oude reservekopieën staat het nog tot 21 februari 2027." in text
    answering(house, monkeypatch, yes=True)
    page.view.rights.erase.click()
    house.settle()
    assert house.workspace.residents.all() == ()
    assert house.frame.place == Place(RESIDENTS)
    assert house.said[-1].startswith("Alles is gewist.")
    assert not house.failed


def test_that_erasing_with_open_fields_says_only_that_it_is_done(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    answering(house, monkeypatch, yes=True)
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    page.view.card.change.click()
    page.view.card.form.name.setText("Bo-Anders")
    page.view.goals.goal.setText("fietsen")
    page.view.goals.parts[0].more.click()
    assert page.view.goals.parts[0].form is not None
    page.view.goals.parts[0].form.what.setText("een band plakken")
    page.view.rights.erase.click()
    house.settle()
    assert [said.split(".")[0] for said in house.said] == ["Alles is gewist"]
    assert not house.failed


@pytest.mark.parametrize("act", ["put_away", "restrict"])
def test_that_what_was_typed_is_written_before_somebody_is_put_away_or_only_kept(
    enter: Enter, village: Village, act: str
) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    page.view.card.change.click()
    page.view.card.form.name.setText("Bo-Anders")
    getattr(page.view.rights, act).click()
    house.settle()
    house.open(Place(TODAY))
    assert not house.failed
    if act == "put_away":
        house.workspace.bin.put_back(BinKind.RESIDENT, bo.id)
    assert house.workspace.residents.get(bo.id).calling_name == "Bo-Anders"


def test_that_a_restricted_resident_carries_a_mark_and_offers_no_change(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    assert page.view.restricted.isHidden()
    page.view.rights.restrict.click()
    house.settle()
    texts = house.texts()
    assert "alleen bewaren" in texts
    assert "niets veranderen. Sinds 21 november 2026." in texts
    assert not page.view.begin.isEnabled()
    assert not page.view.card.change.isEnabled()
    assert page.view.rights.put_away.isHidden()
    page.view.rights.restrict.click()
    house.settle()
    assert page.view.begin.isEnabled()
    assert page.view.restricted.isHidden()


def test_that_names_of_others_are_shown_before_the_inzage_is_written(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    bo = village.add("Bo", "R-001")
    village.add("Wilhelmina", "R-002")
    village.talk(bo, note="Samen met Wilhelmina naar de markt")
    house = enter()
    house.asker.target = tmp_path / "inzage.zip"
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    page.view.rights.insight.click()
    house.settle()
    assert not house.asker.target.exists()
    asked = dialog(InsightDialog)
    assert list(asked.ticks) == ["Wilhelmina"]
    asked.keep.click()
    house.settle()
    assert house.asker.suggested == ["inzage_R-001_2026-11-21.zip"]
    with zipfile.ZipFile(house.asker.target) as archive:
        assert b"Wilhelmina" not in archive.read("gegevens.json")
    assert house.said[-1] == "De inzage staat in inzage.zip. Dit bestand ligt niet in je kluis."


def test_that_an_inzage_without_names_of_others_asks_nothing(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    bo = village.add("Bo", "R-001")
    house = enter()
    house.asker.target = tmp_path / "inzage.zip"
    the(ResidentPage, house.open(Place(RESIDENT, bo.id))).view.rights.insight.click()
    house.settle()
    assert house.asker.target.exists()


def test_that_an_answer_written_down_wrongly_is_mended(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    village.workspace.residents.say(bo.id, Purpose.COUNT, ConsentAnswer.NO)
    house = enter()
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    assert page.view.permissions.rows[Purpose.SHARE].mend.isHidden()
    page.view.permissions.rows[Purpose.COUNT].mend.click()
    asked = dialog(MendConsentDialog)
    asked.answer.setCurrentIndex(asked.answer.findData(ConsentAnswer.YES.value))
    asked.who.setCurrentIndex(asked.who.findData(AnsweredBy.REPRESENTATIVE.value))
    asked.day.setDate(qt_date(TODAY_IS - timedelta(days=3)))
    asked.keep.click()
    house.settle()
    said = house.workspace.residents.consents(bo.id)
    assert [(one.answer, one.given_on, one.answered_by) for one in said] == [
        (ConsentAnswer.YES, TODAY_IS - timedelta(days=3), AnsweredBy.REPRESENTATIVE)
    ]
    lines = house.workspace.audit.lines(bo.id, kinds=[AuditKind.CHANGED])
    assert lines[0].fields == ("answer", "given_on", "answered_by")


# the bin


def test_that_a_conversation_goes_to_the_bin_and_comes_back_by_undo(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    talk = village.talk(bo)
    house = enter()
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id, talk.id)))
    details = page.view.timeline.talks[0].details
    assert details is not None
    details.away.click()
    house.settle()
    assert house.said[-1] == "Het gesprek ligt in de prullenbak. Tot 21 december 2026 kun je het terughalen."
    assert page.view.timeline.talks == []
    house.undo[-1]()
    house.settle()
    assert [row.talk_id for row in page.view.timeline.talks] == [talk.id]


def test_that_a_goal_and_a_resident_go_to_the_bin(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    village.workspace.goals.add_goal(bo.id, "fietsen")
    house = enter()
    page = the(ResidentPage, house.open(Place(RESIDENT, bo.id)))
    page.view.goals.parts[0].entries[0].away.click()
    house.settle()
    assert house.workspace.goals.of(bo.id) == ()
    page.view.rights.put_away.click()
    house.settle()
    assert house.workspace.residents.all() == ()
    assert house.frame.place == Place(RESIDENTS)
    assert [one.item.kind for one in house.workspace.bin.items()] == [BinKind.RESIDENT]


def test_that_praatjes_and_bijeenkomsten_go_to_the_bin(enter: Enter, village: Village) -> None:
    village.workspace.contacts.add(ShortContact("c", None, TODAY_IS, line="bij de bakker"))
    village.workspace.contacts.add_meeting(Meeting("m", None, TODAY_IS, 12, line="koffie"))
    house = enter()
    page = the(TodayPage, house.open(Place(TODAY)))
    for left in (1, 0):
        the(QAbstractButton, next(iter(page.view.contacts._contacts))).click()
        house.settle()
        assert len(page.view.contacts._contacts) == left
    assert len(house.workspace.bin.items()) == 2


def test_that_the_bin_says_what_it_holds_and_until_when_and_gives_it_back(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = village.add("Bo", "R-001")
    talk = village.talk(bo)
    village.workspace.bin.put_away(BinKind.CONVERSATION, talk.id)
    house = enter()
    settings = the(SettingsPage, house.open(Place(SETTINGS)))
    settings.view.files.bin.click()
    house.settle()
    page = the(BinPage, house.frame.page)
    texts = house.texts()
    assert "Gesprek van 21 november 2026 van Bo" in texts
    assert "Terughalen kan tot en met 21 december 2026" in texts
    asked = answering(house, monkeypatch, yes=False)
    page.rows[0].erase.click()
    house.settle()
    assert "21 februari 2027" in asked[0][1]
    assert len(page.rows) == 1
    page.rows[0].put_back.click()
    house.settle()
    assert "De prullenbak is leeg." in house.texts()
    assert len(house.workspace.conversations.of(bo.id)) == 1


def test_that_erasing_from_the_bin_is_for_good(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = village.add("Bo", "R-001")
    village.workspace.bin.put_away(BinKind.RESIDENT, bo.id)
    house = enter()
    answering(house, monkeypatch, yes=True)
    page = the(BinPage, house.open(Place(BIN)))
    assert "Inwoner Bo (R-001)" in house.texts()
    page.rows[0].erase.click()
    house.settle()
    assert house.workspace.bin.items() == ()
    assert not house.failed


# old files


def make_old(village: Village) -> None:
    """A vault in which a card alone is kept for a month, and Bo's was made longer ago than that."""
    months = {FileKind.CONVERSATIONS: 24, FileKind.CONTACTS: 24, FileKind.CARD: 1}
    settings = village.workspace.settings.get()
    village.workspace.settings.save(replace(settings, retention=Retention(months)))
    village.add("Bo", "R-001")
    with village.workspace.database._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE resident SET created_at = '2026-10-01T10:00:00.000000Z'")


def test_that_vandaag_leads_to_old_files_without_naming_anybody(enter: Enter, village: Village) -> None:
    house = enter()
    page = the(TodayPage, house.open(Place(TODAY)))
    assert page.view.retention.isHidden()
    make_old(village)
    house.open(Place(SETTINGS))
    page = the(TodayPage, house.open(Place(TODAY)))
    assert page.view.retention.said.text() == "Van 1 inwoner is de bewaartermijn voorbij."
    page.view.retention.look.click()
    house.settle()
    assert house.frame.place == Place(RETENTION)


def test_that_the_list_says_why_and_a_decision_to_keep_takes_somebody_off_it(
    enter: Enter, village: Village
) -> None:
    make_old(village)
    house = enter()
    page = the(RetentionPage, house.open(Place(RETENTION)))
    texts = house.texts()
    assert "nog geen contact, kaart gemaakt op 1 oktober 2026, de termijn is 1 maand" in texts
    assert "voorbij sinds 1 november 2026" in texts
    assert "gesprekken: 2 jaar" in texts
    page.rows[0].keep.click()
    house.settle()
    asked = dialog(KeepLongerDialog)
    asked.keep.click()
    house.settle()
    assert asked.problem.text().startswith("Er staat nog niet waarom")
    asked.reason.setText("Er loopt nog een klacht")
    asked.keep.click()
    house.settle()
    assert page.rows == []
    assert "Van niemand is de bewaartermijn voorbij." in house.texts()


def test_that_an_old_file_is_erased_after_a_question(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(village)
    house = enter()
    answering(house, monkeypatch, yes=True)
    page = the(RetentionPage, house.open(Place(RETENTION)))
    page.rows[0].erase.click()
    house.settle()
    assert house.workspace.residents.all() == ()
    assert page.rows == []


def test_that_a_clock_that_leapt_is_asked_about_first(enter: Enter, village: Village) -> None:
    make_old(village)
    later = village.workspace.clock.now() + timedelta(days=3)
    with village.workspace.database._writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO audit SELECT seq + 1, ?, device, 'bekeken', subject, subject_mark, about_table, "
            "about_id, about_mark, fields, detail, mac FROM audit ORDER BY seq DESC LIMIT 1",
            (later.strftime("%Y-%m-%dT%H:%M:%S.000000Z"),),
        )
    house = enter()
    page = the(RetentionPage, house.open(Place(RETENTION)))
    assert page.rows == []
    assert "Klopt de datum?" in house.texts()
    assert "Bo" not in house.texts().split()
    page.view.clock_right.click()
    house.settle()
    assert len(page.rows) == 1
