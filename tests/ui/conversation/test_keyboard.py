"""A whole conversation without a mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinnenweb.domain.answers import NoMark
from spinnenweb.domain.conversations import Matter, Sureness, WantsChange
from spinnenweb.domain.residents import ConsentAnswer, Purpose
from spinnenweb.ui.places import RESIDENT, Place
from tests.keys import MOST_TABS, go_to, here, key, name_of, tick, write

if TYPE_CHECKING:
    from tests.ui.conversation.conftest import Desk


def test_that_a_whole_conversation_with_someone_new_needs_only_the_keyboard(desk: Desk) -> None:
    desk.new()
    for label, mark in (("Lichaamsfuncties", "6"), ("Mentaal", "5"), ("Zingeving", "t"), ("Kwaliteit", "0")):
        go_to(f"{label}")
        go_to(", cijfer")
        write(mark)
        key(Qt.Key.Key_Tab)
    tick("Meedoen, bespreken")
    go_to("Notitie bij Meedoen")
    write("Mist de kaartclub")
    tick("Dagelijks functioneren, weet niet")
    tick("Contact met anderen")
    go_to("Notitie bij het hele gesprek")
    write("Een goed gesprek")
    tick("Kies wat telt")
    tick("Samen leuke dingen doen")
    tick("Ja, graag")
    go_to("Eerste kleine stap: wat")
    write("De belbus bellen")
    key(Qt.Key.Key_Tab)
    write("dinsdag")
    key(Qt.Key.Key_Tab)
    write("buurvrouw")
    tick("Misschien")
    tick("over 2 weken")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    # a shortcut shows its button pressed for a moment
    desk.bot.waitUntil(lambda: desk.page.ending is not None)
    assert "Ja, dat is goed" in name_of(here())
    key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Tab)
    tick("Ja, dat is goed")
    tick("contact opnemen? Nee, liever niet")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.bot.waitUntil(lambda: bool(desk.went))
    _assert_kept(desk)


def _assert_kept(desk: Desk) -> None:
    (line,) = desk.workspace.residents.all()
    assert desk.went == [Place(RESIDENT, record=line.resident.id)]
    (talk,) = desk.workspace.conversations.of(line.resident.id)
    assert [entry.answer.mark for entry in talk.dimensions] == [6, 5, 10, 0, None, None]
    assert talk.entry("DF").answer.no_mark is NoMark.UNKNOWN
    assert talk.topics == ("MD",)
    assert talk.entry("MD").note == "Mist de kaartclub"
    assert talk.note == "Een goed gesprek"
    assert talk.themes == ("sociale-contacten",)
    assert talk.matters == (Matter("MD3"),)
    assert talk.wants_change is WantsChange.YES
    assert (talk.step.what, talk.step.when, talk.step.with_whom) == ("De belbus bellen", "dinsdag", "buurvrouw")
    assert talk.step.sure is Sureness.MAYBE
    assert talk.return_on == date(2026, 12, 5)
    said = {c.purpose: c.answer for c in desk.workspace.residents.consents(line.resident.id)}
    assert said == {
        Purpose.RECORD: ConsentAnswer.YES,
        Purpose.COUNT: ConsentAnswer.YES,
        Purpose.CONTACT: ConsentAnswer.NO,
    }


def test_that_tab_visits_every_control_once_and_each_has_a_name(desk: Desk) -> None:
    desk.new()
    desk.page.view.talk.rows.unfold("LF")
    first, visited = here(), [here()]
    for _ in range(MOST_TABS):
        key(Qt.Key.Key_Tab)
        if here() is first:
            break
        visited.append(here())
    else:
        raise AssertionError("Tab never came round")
    assert len(set(visited)) == len(visited)
    assert [widget for widget in visited if not name_of(widget)] == []
    missed = [w for w in _reachable(desk.page) if w not in visited]
    assert missed == []


def _reachable(page: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def test_that_the_keyboard_reaches_the_aspects_right_after_their_row(desk: Desk) -> None:
    desk.new()
    tick("Aspecten van Lichaamsfuncties")
    between = []
    while "Je gezond voelen" not in name_of(here()):
        key(Qt.Key.Key_Tab)
        between.append(name_of(here()))
        assert len(between) < 6, between
    key(Qt.Key.Key_Space)
    assert desk.draft.conversation.topics == ("LF1",)


def test_that_a_draft_opens_where_the_worker_was(desk: Desk) -> None:
    desk.new()
    go_to("Zingeving, cijfer")
    write("7")
    draft_id = desk.draft.id
    desk.save()
    desk.new()
    desk.open(draft_id)
    assert name_of(here()) == "Zingeving, cijfer 7"
