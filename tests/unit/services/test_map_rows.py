from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.domain.map_history import MapKind
from spinnenweb.domain.social_map import Capacity, OfferKind
from spinnenweb.services.map_rows import MOST_ROWS, cells_in
from tests.unit.services.rooms import same_room
from tests.unit.services.test_social_map import add_house, add_offer, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc\td\n", (("a", "b"), ("c", "d"))),
        ("a\r\nb", (("a",), ("b",))),
        ('"twee\nregels"\tb', (("twee\nregels", "b"),)),
        ('"zegt ""ja"""\tb', (('zegt "ja"', "b"),)),
        ('12" scherm\tb\nc', (('12" scherm', "b"), ("c",))),
        ("a\t\t", (("a", "", ""),)),
    ],
)
def test_that_cells_of_a_spreadsheet_are_parted_as_it_put_them_on_the_clipboard(
    text: str, cells: tuple[tuple[str, ...], ...]
) -> None:
    assert cells_in(text) == cells


def test_that_a_block_of_cells_lands_where_it_is_pasted_and_is_taken_back_as_one(here: Room) -> None:
    the_map, house = here.workspace.social_map, add_house(here.workspace.social_map)
    offers = [add_offer(the_map, house, name) for name in ("A", "B", "C")]
    ids = [offer.id for offer in offers]
    pasted = here.workspace.map_rows.paste(
        MapKind.OFFER,
        ids,
        ["name", "capacity"],
        [("Eten", "vol"), ("Koffie", "er is plek", "te veel")],
        the_map.names(),
    )
    found = {line.offer.name: line.offer.capacity for line in the_map.offer_lines(ids)}
    assert found == {"Eten": Capacity.FULL, "Koffie": Capacity.ROOM, "C": Capacity.UNKNOWN}
    the_map.undo(pasted.saved)
    assert [line.offer for line in the_map.offer_lines(ids)] == offers


def test_that_one_cell_over_many_records_fills_them_all(here: Room) -> None:
    the_map, house = here.workspace.social_map, add_house(here.workspace.social_map)
    ids = [add_offer(the_map, house, name).id for name in ("A", "B", "C")]
    here.workspace.map_rows.paste(MapKind.OFFER, ids, ["themes"], [("verlies en rouw",)], the_map.names())
    assert names(the_map, MapFilter(theme="rouw")) == ["A", "B", "C"]


def test_that_with_one_wrong_cell_nothing_is_written_and_every_fault_is_told(here: Room) -> None:
    the_map, house = here.workspace.social_map, add_house(here.workspace.social_map)
    ids = [add_offer(the_map, house, name).id for name in ("A", "B", "C")]
    rows = [("Eten", "vol"), ("Koffie", "nogal"), ("", "vol")]
    pasted = here.workspace.map_rows.paste(MapKind.OFFER, ids, ["name", "capacity"], rows, the_map.names())
    assert [(fault.row, fault.column, fault.code) for fault in pasted.faults] == [
        (1, 1, "map.value"),
        (2, 0, "map.name_missing"),
    ]
    assert not pasted.saved.anything
    assert names(the_map, MapFilter()) == ["A", "B", "C"]


def test_that_new_rows_find_their_organisation_or_make_it(here: Room) -> None:
    the_map, house = here.workspace.social_map, add_house(here.workspace.social_map, "Stichting De Kapstok")
    rows = [
        ("de kapstok", "Eettafel", "eenzaamheid"),
        ("", "Koffie", ""),
        ("", "", ""),
        ("Zangkoor", "Zingen", "zingeving"),
    ]
    pasted = here.workspace.map_rows.add_offers(["organisation", "name", "themes"], rows, the_map.names())
    assert pasted.faults == ()
    assert {line.offer.name: line.organisation.name for line in the_map.offer_lines(the_map.find_offers())} == {
        "Eettafel": house.name,
        "Koffie": house.name,
        "Zingen": "Zangkoor",
    }
    assert the_map.offer(the_map.find_offers()[0]).offer.kind is OfferKind.INFORMAL
    the_map.undo(pasted.saved)
    assert the_map.organisations() == (house,)
    assert the_map.find_offers() == ()


def test_that_new_rows_with_a_fault_add_nothing_at_all(here: Room) -> None:
    the_map = here.workspace.social_map
    rows = [("", "Eettafel"), ("Zangkoor", "Zingen"), ("Zangkoor", " ")]
    pasted = here.workspace.map_rows.add_offers(["organisation", "name"], rows, the_map.names())
    assert [(fault.row, fault.column, fault.code) for fault in pasted.faults] == [
        (0, 0, "map.organisation_missing"),
        (2, 1, "map.name_missing"),
    ]
    assert (the_map.organisations(), the_map.find_offers()) == ((), ())


def test_that_more_rows_than_a_person_can_look_over_are_refused(here: Room) -> None:
    rows = [("Zangkoor", "Zingen")] * (MOST_ROWS + 1)
    with pytest.raises(SpinnenwebError, match=r"map\.rows"):
        here.workspace.map_rows.add_offers(["organisation", "name"], rows, here.workspace.social_map.names())
