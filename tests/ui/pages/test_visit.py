from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from spinnenweb.domain.changes import Kind, changed
from spinnenweb.domain.handovers import FieldCode, HandoverState, WayOut
from spinnenweb.ui.models.map_list import SUB_ROLE
from spinnenweb.ui.pages.conversation.page import ConversationPage
from spinnenweb.ui.pages.map.page import MapPage
from spinnenweb.ui.pages.resident.page import ResidentPage
from spinnenweb.ui.pages.visit.page import VisitPage
from spinnenweb.ui.places import (
    COMPARISON,
    CONVERSATION,
    MAP,
    ORGANISATION,
    RELEASES,
    RESIDENT,
    RESIDENTS,
    SETTINGS,
    TODAY,
    VISIT,
    Place,
)
from tests.ui.pages.map_village import offers_of, person, small_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.pages.conftest import House, Village

    Enter = Callable[..., House]

OTHERS = ("Hendrik", "R-001", "Geesje", "R-002")


def _village(village: Village) -> str:
    """Two others with talks and drafts, and one made ready; her id."""
    for name, code in (("Hendrik", "R-001"), ("Geesje", "R-002")):
        other = village.add(name, code)
        village.talk(other, step=f"{name} bellen", note=f"{name} mist de kaartclub")
        village.draft(other)
    ready = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(ready.id, True)
    return ready.id


def _page(house: House) -> VisitPage:
    page = house.frame.page
    assert isinstance(page, VisitPage)
    return page


def test_that_nobody_else_is_named_during_a_visit_whatever_is_asked_for(enter: Enter, village: Village) -> None:
    ready = _village(village)
    house = enter(Place(VISIT), visit=True)
    hendrik = village.workspace.residents.by_code("R-001").id
    asked = [
        Place(TODAY),
        Place(RESIDENTS),
        Place(RESIDENT, record=hendrik),
        Place(COMPARISON, record=hendrik),
        Place(RELEASES),
        Place(SETTINGS),
        Place(CONVERSATION, other=ready),
        Place(CONVERSATION),
        Place(VISIT),
    ]
    for place in asked:
        house.context.hub.open(place)
        house.settle()
        seen = house.texts()
        assert [name for name in OTHERS if name in seen] == [], place
        assert house.frame.page is not None
        assert house.frame.place.page in (VISIT, CONVERSATION)
    assert house.context.visit.resident_id == ready


def test_that_the_keys_for_searching_and_for_pages_do_nothing_during_a_visit(
    enter: Enter, village: Village
) -> None:
    _village(village)
    house = enter(Place(VISIT), visit=True)
    for key in (Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(house.frame, key, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(house.frame, "hen")
        house.settle()
    assert [name for name in OTHERS if name in house.texts()] == []
    assert not house.frame.bar.isVisible()
    assert not house.frame.navigation.isVisible()
    house.frame.resize(700, 600)
    house.settle()
    assert not house.frame.navigation.isVisible()
    assert not house.frame.bar.isVisible()


def test_that_the_resident_made_ready_is_one_touch_from_the_talk(enter: Enter, village: Village) -> None:
    ready = _village(village)
    house = enter(Place(VISIT), visit=True)
    assert "Jannie" in house.texts()
    assert "Je bent op bezoek. Andere namen zijn nu niet te zien." in house.texts()
    _page(house).view.begin.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, other=ready)


def test_that_someone_new_needs_no_typing_during_a_visit(enter: Enter, village: Village) -> None:
    house = enter(Place(VISIT), visit=True)
    page = _page(house)
    assert not page.view.begin.isVisible()
    page.view.new.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION)


def test_that_only_talks_of_this_visit_can_be_gone_on_with(enter: Enter, village: Village) -> None:
    _village(village)
    before = village.workspace.residents.blank()
    old = village.workspace.conversations.begin(before, resident_is_new=True)
    village.workspace.conversations.save_draft(old)
    house = enter(Place(VISIT), visit=True)
    assert not _page(house).view.resume.isVisible()
    added = village.workspace.conversations.begin(village.workspace.residents.blank(), resident_is_new=True)
    village.workspace.conversations.save_draft(added)
    house.open(Place(VISIT))
    assert _page(house).view.resume.isVisible()
    _page(house).view.resume.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=added.id)


def test_that_an_unfinished_talk_with_the_one_made_ready_goes_on(enter: Enter, village: Village) -> None:
    ready = _village(village)
    draft_id = village.draft(village.workspace.residents.get(ready))
    house = enter(Place(VISIT), visit=True)
    assert "Verder met het gesprek van" in _page(house).view.begin.text()
    _page(house).view.begin.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=draft_id)


def test_that_the_end_of_a_visit_is_asked_of_the_window_and_only_then_shows_everything(
    enter: Enter, village: Village
) -> None:
    _village(village)
    house = enter(Place(VISIT), visit=True)
    with house.bot.waitSignal(house.frame.visit_end_asked):
        house.frame.visit_bar.end.click()
    house.settle()
    assert [name for name in OTHERS if name in house.texts()] == []
    house.frame.end_visit()
    house.settle()
    assert house.frame.place == Place(TODAY)
    assert house.frame.navigation.isVisible()
    assert "Hendrik" in house.texts()


def test_that_making_one_ready_puts_the_other_away(enter: Enter, village: Village) -> None:
    first = _village(village)
    second = village.workspace.residents.by_code("R-001")
    house = enter(Place(RESIDENT, record=second.id))
    page = house.frame.page
    assert isinstance(page, ResidentPage)
    page.view.visit.click()
    house.settle()
    ready = [line.resident.id for line in village.workspace.residents.ready()]
    assert ready == [second.id]
    assert first not in ready
    assert page.view.ready.isVisible()


def test_that_a_change_elsewhere_is_seen_on_the_visit_page(enter: Enter, village: Village) -> None:
    house = enter(Place(VISIT), visit=True)
    resident = village.add("Jannie", "R-021")
    village.workspace.residents.set_ready(resident.id, True)
    house.context.hub.report(changed(Kind.RESIDENT, resident.id), house.frame)
    assert _page(house).view.begin.isVisible()


def _map(village: Village) -> str:
    """An organisation that got a hand-over, with a talk and somebody who wants to stay unknown; its id."""
    workspace = village.workspace
    made, _ = small_map(workspace)
    the_map = workspace.social_map
    changed_one = replace(made, lead="Trekker Truus", chances="Kans op de brink", working_on="Zingeving samen")
    the_map.save(changed_one)
    the_map.add(replace(the_map.blank_talk(made.id), does="Vertrouwelijk verhaal"))
    person(workspace, made, "Corrie Open", may_share=True)
    person(workspace, made, "Stille Stien")
    other = workspace.residents.by_code("R-001")
    [offer, *_] = offers_of(workspace, made)
    one = workspace.handovers.begin(other.id, offer.id, WayOut.TOGETHER, "Zoekt gezelschap.").handover_id
    workspace.handovers.agree(one, (FieldCode.QUESTION,), workspace.clock.today() + timedelta(days=30))
    workspace.handovers.move(one, HandoverState.CONTACTED)
    return made.id


HIDDEN = ("Trekker", "Kans op", "Zingeving samen", "Vertrouwelijk", "Stille", "Wat hier aankwam", "noteren")


def listed(house: House) -> str:
    """All that the list of the map says, also when it is pointed at."""
    page = house.frame.page
    if not isinstance(page, MapPage):
        return ""
    model, roles = page.model, (Qt.ItemDataRole.DisplayRole, SUB_ROLE, Qt.ItemDataRole.ToolTipRole)
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return "\n".join(str(cell.data(role)) for cell in cells for role in roles)


def test_that_the_map_on_a_visit_holds_what_everybody_may_know(enter: Enter, village: Village) -> None:
    _village(village)
    organisation = _map(village)
    desk = enter(Place(ORGANISATION, record=organisation)).texts()
    assert [word for word in HIDDEN if word not in desk] == []
    house = enter(Place(VISIT), visit=True)
    for place in (Place(MAP), Place(ORGANISATION, record=organisation)):
        house.open(place)
        assert house.frame.place == place
        seen = house.texts() + listed(house)
        assert "Dorpshuis De Beuk" in seen
        assert "Eettafel" in seen
        assert [word for word in (*HIDDEN, *OTHERS) if word in seen] == []
        assert "Corrie Open" in seen


def test_that_nothing_on_the_map_can_be_changed_on_a_visit(enter: Enter, village: Village) -> None:
    _village(village)
    organisation = _map(village)
    house = enter(Place(ORGANISATION, record=organisation), visit=True)
    page = house.frame.page
    assert page is not None
    assert [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()] == []


def test_that_the_page_is_the_worker_s_again_after_the_visit(enter: Enter, village: Village) -> None:
    _village(village)
    organisation = _map(village)
    house = enter(Place(ORGANISATION, record=organisation), visit=True)
    house.frame.end_visit()
    house.open(Place(ORGANISATION, record=organisation))
    assert [word for word in HIDDEN if word not in house.texts()] == []


def test_that_the_map_is_one_touch_away_and_leads_back_to_the_talk(enter: Enter, village: Village) -> None:
    ready = _village(village)
    organisation = _map(village)
    house = enter(Place(CONVERSATION, other=ready), visit=True)
    talk = house.frame.page
    assert isinstance(talk, ConversationPage)
    assert talk.talk is not None
    draft = talk.talk.draft.id
    bar = house.frame.visit_bar
    bar.map.click()
    house.settle()
    assert house.frame.place == Place(MAP)
    assert bar.back.hasFocus()
    assert not bar.map.isVisible()
    house.open(Place(ORGANISATION, record=organisation))
    QTest.keyClick(house.frame, Qt.Key.Key_Escape)
    assert house.frame.place == Place(MAP)
    bar.back.click()
    house.settle()
    assert house.frame.place == Place(CONVERSATION, record=draft)
    assert talk.talk is not None
    assert talk.talk.draft.id == draft
    assert village.workspace.conversations.drafts() == tuple(
        one for one in village.workspace.conversations.drafts() if one.id != draft
    )


def test_that_the_bar_of_a_visit_fits_a_small_window(enter: Enter, village: Village) -> None:
    house = enter(Place(MAP), visit=True, size=(683, 384))
    assert house.frame.width() == 683
    bar = house.frame.visit_bar
    assert (bar.back.text(), bar.back.accessibleName()) == ("", "Terug naar het bezoek")
