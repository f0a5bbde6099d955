from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.clock import Clock
from spinnenweb.ui.dialogs.other_day import OtherDayDialog
from spinnenweb.ui.pages.today.content import missing
from spinnenweb.ui.pages.today.page import TodayPage
from spinnenweb.ui.pages.today.rows import OTHER_DAY, AgendaRow, DraftRow
from spinnenweb.ui.places import CONVERSATION, TODAY, Place
from tests.ui.followup.conftest import AgreeingAsker, dialog_of
from tests.ui.pages.conftest import NOW, TODAY_IS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from spinnenweb.services.workspace import Workspace
    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]


def _page(house: House) -> TodayPage:
    page = house.frame.page
    assert isinstance(page, TodayPage)
    return page


def _rows(house: House) -> list[AgendaRow]:
    page = _page(house)
    return [row for row in page.view.open_rows.findChildren(AgendaRow) if row.isVisibleTo(page)]


def _drafts(house: House) -> list[DraftRow]:
    page = _page(house)
    return [row for row in page.view.open_rows.findChildren(DraftRow) if row.isVisibleTo(page)]


def _promise(workspace: Workspace, what: str, ahead: int, resident_id: str | None = None) -> None:
    kind = FollowUpKind.STEP if resident_id else FollowUpKind.OTHER
    due = TODAY_IS + timedelta(days=ahead)
    workspace.agenda.add(FollowUp("", kind, "", resident_id, what, due))


def _later(monkeypatch: pytest.MonkeyPatch, workspace: Workspace, days: int) -> None:
    clock = Clock(lambda: NOW + timedelta(days=days))
    monkeypatch.setattr(workspace, "clock", clock)
    monkeypatch.setattr(workspace.conversations, "_clock", clock)


def test_that_promises_stand_under_their_stretch_of_time_with_the_most_overdue_first(
    enter: Enter, village: Village
) -> None:
    for what, ahead in (("later", 30), ("week", 3), ("vandaag", 0), ("laat", -2), ("heel laat", -20)):
        _promise(village.workspace, what, ahead)
    house = enter()
    spoken = [row.row.accessibleName() for row in _rows(house)]
    assert [name.split(": ")[-1] for name in spoken] == ["heel laat", "laat", "vandaag", "week", "later"]
    assert spoken[0].startswith("Sinds 1 nov")
    seen = house.texts()
    for title in ("Al voorbij", "Vandaag", "Komende week", "Later"):
        assert title in seen


def test_that_a_follow_up_talk_that_was_promised_leads_to_the_resident(enter: Enter, village: Village) -> None:
    resident = village.add("Jannie", "R-021")
    village.talk(resident, date(2026, 11, 5), again=date(2026, 11, 23))
    house = enter()
    assert _rows(house)[0].row.accessibleName() == ("Ma 23 nov, Vervolggesprek met Jannie, vorige keer was 5 nov")
    assert _page(house).view.header.sub.text() == "1 afspraak komende week"


def test_that_what_is_done_leaves_the_page_and_can_be_taken_back(enter: Enter, village: Village) -> None:
    resident = village.add("Hendrik", "P-006")
    _promise(village.workspace, "buurvrouw bellen", 2, resident.id)
    house = enter()
    assert "Stap van Hendrik: buurvrouw bellen" in _rows(house)[0].row.accessibleName()
    _rows(house)[0].ready.click()
    house.settle()
    assert _rows(house) == []
    assert house.workspace.agenda.open(TODAY_IS) == ()
    house.undo[-1]()
    house.settle()
    assert len(_rows(house)) == 1


def test_that_a_promise_moves_a_week_and_back(enter: Enter, village: Village) -> None:
    _promise(village.workspace, "sleutel terugbrengen", -3)
    house = enter()
    row = _rows(house)[0]
    next(action for action in row.days.actions() if action.data() == 7).trigger()
    house.settle()
    (line,) = house.workspace.agenda.open(TODAY_IS)
    assert line.follow_up.due == TODAY_IS + timedelta(days=7)
    assert house.said == ["Verplaatst naar zaterdag 28 november."]
    house.undo[-1]()
    house.settle()
    (line,) = house.workspace.agenda.open(TODAY_IS)
    assert line.follow_up.due == TODAY_IS - timedelta(days=3)


def test_that_a_promise_moves_to_any_other_day(enter: Enter, village: Village) -> None:
    _promise(village.workspace, "sleutel terugbrengen", 1)
    house = enter()
    next(a for a in _rows(house)[0].days.actions() if a.data() == OTHER_DAY).trigger()
    dialog = dialog_of(OtherDayDialog)
    assert isinstance(dialog, OtherDayDialog)
    dialog.day.setDate(dialog.day.date().addDays(4))
    dialog.keep.click()
    house.settle()
    (line,) = house.workspace.agenda.open(TODAY_IS)
    assert line.follow_up.due == TODAY_IS + timedelta(days=5)


def test_that_the_agenda_goes_to_a_file_without_anyones_name(
    enter: Enter, village: Village, tmp_path: Path
) -> None:
    resident = village.add("Jannie", "R-021")
    village.talk(resident, date(2026, 11, 5), again=date(2026, 11, 23), step="Jannie belt de belbus")
    house = enter()
    house.asker.target = tmp_path / "agenda.ics"
    _page(house).view.calendar.click()
    house.settle()
    written = (tmp_path / "agenda.ics").read_text("utf-8")
    assert "DTSTART;VALUE=DATE:20261123" in written
    for private in ("Jannie", "R-021", "belbus"):
        assert private not in written
    assert house.asker.suggested == ["agenda.ics"]


def test_that_there_is_no_file_to_save_without_promises(enter: Enter) -> None:
    assert not _page(enter()).view.calendar.isVisible()


def test_that_an_unfinished_talk_says_what_is_missing_before_any_promise(enter: Enter, village: Village) -> None:
    _promise(village.workspace, "sleutel terugbrengen", -3)
    village.draft(village.add("Jannie", "R-021"))
    house = enter()
    (row,) = _drafts(house)
    assert "mist nog waar het over ging en de vraag of je het mag bewaren" in row.row.accessibleName()
    assert "ongeveer twee minuten" in row.row.accessibleName()
    assert (
        row.mapTo(_page(house), row.rect().topLeft()).y()
        < _rows(house)[0].mapTo(_page(house), _rows(house)[0].rect().topLeft()).y()
    )


def test_that_a_talk_without_marks_misses_them(village: Village) -> None:
    draft = village.workspace.conversations.begin(village.add("Jannie", "R-021"))
    assert missing(draft) == ("marks", "themes", "permissions")
    silent = replace(draft, conversation=replace(draft.conversation, no_themes=True))
    assert missing(silent) == ("marks", "permissions")


def test_that_after_thirty_days_the_choice_is_to_finish_or_to_erase(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id = village.draft(village.add("Jannie", "R-021"))
    _later(monkeypatch, village.workspace, 30)
    house = enter()
    assert _drafts(house)[0].erase is None
    _later(monkeypatch, village.workspace, 31)
    house.open(Place(TODAY))
    (row,) = _drafts(house)
    assert "wacht al 31 dagen en telt nergens mee" in house.texts()
    assert row.finish is not None
    row.finish.click()
    house.settle()
    assert house.went == [Place(CONVERSATION, record=draft_id)]


def test_that_erasing_an_old_talk_is_asked_with_its_consequence_and_leaves_nothing(
    enter: Enter, village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    village.draft(village.add("Jannie", "R-021"))
    _later(monkeypatch, village.workspace, 31)
    house = enter()
    erase = _drafts(house)[0].erase
    assert erase is not None
    erase.click()
    house.settle()
    assert len(house.workspace.conversations.drafts()) == 1
    asker = AgreeingAsker()
    object.__setattr__(house.context, "asker", asker)
    erase.click()
    house.settle()
    assert asker.verbs == ["Definitief wissen"]
    assert house.workspace.conversations.drafts() == ()
    assert _drafts(house) == []


def test_that_the_clock_of_these_tests_stands_at_noon() -> None:
    # the thirty days are counted in whole days where the laptop is
    assert datetime(2026, 11, 21, 13, 5, tzinfo=UTC) == NOW
