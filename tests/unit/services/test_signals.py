from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.signals import SignalState
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def test_that_every_signal_of_the_talks_is_listed_once_with_its_newest_talk(here: Room) -> None:
    bo, today = here.new_resident(calling_name="Bo"), here.workspace.clock.today()
    first, second, *_ = here.workspace.catalogue.signals
    here.talk(bo, today - timedelta(days=60), signals=(first, second))
    later = here.talk(bo, today - timedelta(days=10), signals=(first,)).conversation
    lines = here.workspace.signals.of(bo.id)
    assert [(line.signal, line.noted_on) for line in lines] == [
        (first, today - timedelta(days=10)),
        (second, today - timedelta(days=60)),
    ]
    assert lines[0].conversation_id == later.id
    assert lines[0].state is None


def test_that_what_was_done_stands_beside_what_was_done_before(here: Room) -> None:
    bo, signals = here.new_resident(), here.workspace.signals
    code = here.workspace.catalogue.signals[0]
    here.talk(bo, signals=(code,))
    signals.tell(bo.id, code, SignalState.WATCHED, "Let op bij het volgende bezoek.")
    signals.tell(bo.id, code, SignalState.TAKEN_UP, "Huisarts gebeld.")
    (line,) = signals.of(bo.id)
    assert line.state is SignalState.TAKEN_UP
    assert [one.words for one in line.told] == ["Huisarts gebeld.", "Let op bij het volgende bezoek."]
    signals.take_back(line.told[0].id)
    assert signals.of(bo.id)[0].state is SignalState.WATCHED


def test_that_a_signal_noted_again_waits_again(here: Room) -> None:
    bo, code = here.new_resident(), here.workspace.catalogue.signals[0]
    here.talk(bo, signals=(code,))
    here.workspace.signals.tell(bo.id, code, SignalState.PASSED)
    here.time.moment += timedelta(days=30)
    here.talk(bo, signals=(code,))
    (line,) = here.workspace.signals.of(bo.id)
    assert line.state is None
    assert len(line.told) == 1


def test_that_a_signal_nobody_noted_and_a_restricted_file_are_refused(here: Room) -> None:
    bo, (code, other, *_) = here.new_resident(), here.workspace.catalogue.signals
    here.talk(bo, signals=(code,))
    with pytest.raises(SpinnenwebError, match=r"signal\.unknown"):
        here.workspace.signals.tell(bo.id, other, SignalState.WATCHED)
    here.workspace.rights.restrict(bo.id)
    with pytest.raises(SpinnenwebError, match=r"resident\.restricted"):
        here.workspace.signals.tell(bo.id, code, SignalState.WATCHED)
