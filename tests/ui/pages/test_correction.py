from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spinnenweb.domain.answers import Answer, NoMark, SetBy, marked, without_mark
from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.conversations import Matter, Step, with_aspect
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.instruments import Mode
from spinnenweb.ui.dates import qt_date
from spinnenweb.ui.pages.conversation.correction import CorrectionPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.places import CORRECTION, RESIDENT, TODAY, VISIT, Place
from spinnenweb.ui.session import is_there
from tests.ui.pages.conftest import TODAY_IS, YES

if TYPE_CHECKING:
    from collections.abc import Callable

    from spinnenweb.domain.conversations import AspectEntry, Conversation
    from spinnenweb.domain.residents import Resident
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

BSN_LIKE = "111222333"


def held(village: Village, name: str = "Bo", code: str = "R-001") -> tuple[Resident, Conversation]:
    resident = village.add(name, code)
    return resident, village.talk(resident, date(2026, 11, 12), step="wandelen", note="bij de koffie")


def opened(house: House, talk: Conversation) -> CorrectionPage:
    page = house.open(Place(CORRECTION, record=talk.id))
    assert isinstance(page, CorrectionPage)
    return page


def now(house: House, talk: Conversation) -> Conversation:
    return house.workspace.conversations.get(talk.id)


def kept(house: House, page: CorrectionPage) -> None:
    page.view.keep.click()
    house.settle()


def test_that_the_line_of_time_leads_to_the_correction_and_back_to_the_same_talk(
    enter: Enter, village: Village
) -> None:
    bo, talk = held(village)
    house = enter()
    resident = house.open(Place(RESIDENT, bo.id, talk.id))
    assert isinstance(resident, ResidentPage)
    details = resident.view.timeline.talks[0].details
    assert details is not None
    assert details.mend.accessibleName() == "Gesprek van 12 november 2026 verbeteren"
    details.mend.click()
    house.settle()
    page = house.frame.page
    assert isinstance(page, CorrectionPage)
    page.view.talk.rows.rows["LF"].marks.buttons[3].click()
    kept(house, page)
    assert house.frame.place == Place(RESIDENT, bo.id, talk.id)
    assert resident.view.timeline.talks[0].button.isChecked()
    assert now(house, talk).entry("LF").answer.mark == 3


def test_that_it_says_that_this_is_no_new_reading_and_what_changes_with_it(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter()
    opened(house, talk)
    said = house.texts()
    for part in ("Het wordt geen nieuw gesprek", "Het web, de stap en de afspraak op Vandaag veranderen mee"):
        assert part in said
    assert "In het volgende overzicht telt dit als een verandering" in said
    assert "cijfer per dimensie" in said


def test_that_everything_written_can_be_written_better_and_nothing_is_added(
    enter: Enter, village: Village
) -> None:
    bo, talk = held(village)
    house = enter()
    page = opened(house, talk)
    view, body = page.view, page.view.talk
    body.rows.rows["MW"].topic.click()
    body.rows.rows["MW"].note.setPlainText("slaapt weer")
    body.rows.unfold("MD")
    next(iter(body.rows.panels["MD"].chips.values())).click()
    body.note.setPlainText("bij de thee")
    view.noticed.setPlainText("het werd groter")
    view.gift.setPlainText("brood bakken")
    assert body.spoken is not None
    body.spoken.agreement.what.setText("fietsen")
    body.spoken.agreement.what.textEdited.emit("fietsen")
    body.spoken.again.quick.buttons["weeks"].click()
    body.themes.all.click()
    body.themes.chips["rouw"].click()
    next(iter(body.signals.chips.values())).click()
    body.matters.own.setText("de tuin")
    body.matters.take.click()
    view.day.setDate(qt_date(date(2026, 11, 10)))
    kept(house, page)
    better = now(house, talk)
    assert (better.entry("MW").topic, better.entry("MW").note) == (True, "slaapt weer")
    assert (better.note, better.noticed, better.gift) == ("bij de thee", "het werd groter", "brood bakken")
    assert (better.step.what, better.held_on) == ("fietsen", date(2026, 11, 10))
    assert (better.themes, better.matters) == (("rouw",), (Matter(words="de tuin"),))
    assert len(better.signals) == len(better.aspects) == 1
    assert better.return_on == date(2026, 11, 26)
    assert (better.finished_at, better.mode, better.instrument) == (talk.finished_at, talk.mode, talk.instrument)
    assert len(house.workspace.conversations.of(bo.id)) == 1
    assert [step.what for step in house.workspace.goals.steps(bo.id)] == ["fietsen"]
    assert not house.failed


@pytest.mark.parametrize("reason", [NoMark.UNKNOWN, NoMark.DECLINED, NoMark.NOT_DISCUSSED, NoMark.EMPTY], ids=str)
def test_that_each_of_the_four_empty_states_is_shown_and_can_be_chosen(
    enter: Enter, village: Village, reason: NoMark
) -> None:
    _, talk = held(village)
    house = enter()
    page = opened(house, talk)
    row = page.view.talk.rows.rows["LF"]
    links = {NoMark.UNKNOWN: row.unknown, NoMark.DECLINED: row.declined, NoMark.NOT_DISCUSSED: row.skipped}
    if reason is NoMark.EMPTY:
        row.unknown.click()
        row.unknown.click()
    else:
        links[reason].click()
    kept(house, page)
    assert now(house, talk).entry("LF").answer.no_mark is reason
    opened(house, talk)
    assert [one for one, link in links.items() if link.isChecked()] == [reason] * (reason is not NoMark.EMPTY)


def test_that_a_talk_held_by_aspect_is_corrected_by_aspect_and_asks_nothing_more(
    enter: Enter, village: Village
) -> None:
    bo = village.add("Bo", "R-001")
    draft = village.workspace.conversations.begin(bo)
    by_aspect = replace(draft.conversation, mode=Mode.ITEMS)
    for code in by_aspect.switched_on[:8]:
        by_aspect = with_aspect(by_aspect, replace(by_aspect.aspect(code), answer=marked(6, SetBy.RESIDENT)))
    talk = village.workspace.conversations.finish(replace(draft, conversation=by_aspect, answers=YES)).conversation
    house = enter()
    page = opened(house, talk)
    rows = page.view.talk.rows
    rows.unfold("LF")
    panel = rows.panels["LF"]
    assert panel.sensitive.isHidden()
    first = by_aspect.switched_on[0]
    panel.rows[first].skipped.click()
    kept(house, page)
    better = now(house, talk)
    assert _of(better.aspect(first)) == without_mark(NoMark.NOT_DISCUSSED, SetBy.WORKER)
    assert better.switched_on == talk.switched_on
    assert better.aspect(by_aspect.switched_on[1]) == talk.aspect(by_aspect.switched_on[1])


def _of(entry: AspectEntry) -> Answer:
    return entry.answer


def test_that_keeping_can_be_undone_and_not_keeping_changes_nothing(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter()
    page = opened(house, talk)
    page.view.talk.note.setPlainText("iets anders")
    kept(house, page)
    assert house.said[-1] == "Het gesprek is verbeterd."
    house.undo[-1]()
    house.settle()
    assert now(house, talk) == talk
    page = opened(house, talk)
    page.view.talk.note.setPlainText("nog iets anders")
    page.view.drop.click()
    house.settle()
    assert now(house, talk) == talk


def test_that_going_elsewhere_keeps_what_was_corrected_and_has_a_way_back(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter()
    opened(house, talk).view.talk.rows.rows["DF"].marks.buttons[1].click()
    house.open(Place(TODAY))
    assert now(house, talk).entry("DF").answer.mark == 1
    house.undo[-1]()
    house.settle()
    assert now(house, talk) == talk


def test_that_a_mark_set_by_mistake_is_taken_back_with_a_key(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter()
    page = opened(house, talk)
    button = page.view.talk.rows.rows["LF"].marks.buttons[2]
    button.click()
    page.view.day.setDate(qt_date(date(2026, 11, 1)))
    for _ in range(2):
        QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.talk is not None
    assert page.talk.draft.conversation == talk
    assert page.view.day.date() == qt_date(talk.held_on)


def test_that_the_log_names_the_fields_and_who_looked_and_never_what_was_written(
    enter: Enter, village: Village
) -> None:
    bo, talk = held(village)
    house = enter()
    page = opened(house, talk)
    page.view.gift.setPlainText("geheim-gebak")
    page.view.talk.rows.rows["LF"].marks.buttons[2].click()
    kept(house, page)
    lines = house.workspace.audit.lines(bo.id)
    changed = next(line for line in lines if line.kind is AuditKind.CHANGED and line.about_table == "conversation")
    assert set(changed.fields) == {"gift", "dimensions"}
    assert any(line.kind is AuditKind.SEEN and line.detail == "gesprek" for line in lines)
    assert "geheim" not in repr(lines)


def test_that_of_somebody_who_is_only_kept_nothing_is_corrected(enter: Enter, village: Village) -> None:
    bo, talk = held(village)
    village.workspace.rights.restrict(bo.id)
    house = enter()
    page = house.open(Place(RESIDENT, bo.id, talk.id))
    assert isinstance(page, ResidentPage)
    details = page.view.timeline.talks[0].details
    assert details is not None
    details.mend.click()
    house.settle()
    assert [getattr(error, "code", "") for error in house.failed] == ["resident.restricted"]
    assert house.frame.place.page == RESIDENT
    refused = opened(house, talk)
    assert "De inwoner vroeg om niets met deze gegevens te doen." in house.texts()
    assert not refused.view.keep.isVisible()


@pytest.mark.parametrize("gone", ["erased", "resident in the bin", "talk in the bin", "never was"])
def test_that_a_talk_that_is_gone_cannot_be_opened(enter: Enter, village: Village, gone: str) -> None:
    bo, talk = held(village)
    if gone == "erased":
        village.workspace.rights.erase(bo.id)
    elif gone == "resident in the bin":
        village.workspace.bin.put_away(BinKind.RESIDENT, bo.id)
    elif gone == "talk in the bin":
        village.workspace.bin.put_away(BinKind.CONVERSATION, talk.id)
    else:
        talk = replace(talk, id="nooit")
    house = enter()
    page = opened(house, talk)
    assert page.talk is None
    assert not page.view.keep.isVisible()
    assert "bij de koffie" not in house.texts()
    house.open(Place(TODAY))
    assert not house.failed


def test_that_it_is_not_there_during_a_visit(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter(visit=True)
    house.open(Place(CORRECTION, record=talk.id))
    assert house.frame.place == Place(VISIT)
    assert "Bo" not in house.texts()


def test_that_a_number_that_looks_like_a_bsn_is_flagged_while_typing(enter: Enter, village: Village) -> None:
    _, talk = held(village)
    house = enter()
    page = opened(house, talk)
    for field in (page.view.noticed, page.view.gift, page.view.talk.note):
        field.setPlainText(BSN_LIKE)
        assert "Dit lijkt een burgerservicenummer" in house.texts()
        field.setPlainText("")
        assert "Dit lijkt een burgerservicenummer" not in house.texts()


def test_that_a_day_after_the_next_appointment_is_not_kept(enter: Enter, village: Village) -> None:
    bo = village.add("Bo", "R-001")
    talk = village.talk(bo, TODAY_IS - timedelta(days=9), again=TODAY_IS - timedelta(days=2), step="wandelen")
    house = enter()
    page = opened(house, talk)
    page.view.day.setDate(qt_date(TODAY_IS))
    kept(house, page)
    assert "De nieuwe afspraak op 19 november 2026 ligt voor het gesprek." in house.texts()
    house.open(Place(TODAY))
    assert now(house, talk) == talk


def test_that_what_stood_out_and_the_gift_stand_in_the_line_of_time(enter: Enter, village: Village) -> None:
    bo, talk = held(village)
    better = replace(talk, noticed="het werd groter", gift="brood bakken", step=Step("wandelen"))
    village.workspace.conversations.correct(better)
    house = enter()
    house.open(Place(RESIDENT, bo.id, talk.id))
    assert "het werd groter" in house.texts()
    assert "brood bakken" in house.texts()


def test_that_a_new_opening_comes_back_here_only_while_the_talk_may_be_corrected(village: Village) -> None:
    bo, talk = held(village)
    here = Place(CORRECTION, record=talk.id)
    assert is_there(village.workspace, here)
    village.workspace.rights.restrict(bo.id)
    assert not is_there(village.workspace, here)
    assert not is_there(village.workspace, Place(CORRECTION, record="nooit"))


def test_that_a_talk_is_not_moved_to_a_day_on_which_the_resident_was_too_young(village: Village) -> None:
    young = village.add("Bo", "R-001", birth_year=2010)
    talk = village.talk(young)
    with pytest.raises(SpinnenwebError) as caught:
        village.workspace.conversations.correct(replace(talk, held_on=date(2024, 1, 1)))
    assert caught.value.code == "resident.too_young"
    assert village.workspace.conversations.get(talk.id) == talk
