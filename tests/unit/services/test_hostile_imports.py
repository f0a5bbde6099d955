"""Packages and tables that mean harm, through a real vault: refused in one piece, or in and out again unharmed."""

from __future__ import annotations

import csv
import json
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.social_map import Organisation
from spinnenweb.exchange.hsds_terms import KIND, THEME, VILLAGE, derived
from spinnenweb.exchange.json_lines import MOST_PARTS
from spinnenweb.services.map_exports import MapExport, MapFormat
from spinnenweb.services.map_imports import Agreed
from spinnenweb.services.map_incoming import MOST_COMPARED, Incoming, Twins
from tests.unit.exchange.hsds_files import COFFEE, GROUP, HOUSE, PERSON, SAMPLES
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.services.map_imports import MapCheck, MapImportReport
    from tests.unit.services.rooms import Room


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


def house(**fields: object) -> dict[str, Any]:
    return {"id": HOUSE, "name": "Dorpshuis", "description": "Van ons", **fields}


def term(taxonomy: str, code: str, name: str = "Woord") -> dict[str, Any]:
    """An attribute with a term of a taxonomy of ours."""
    group: dict[str, Any] = {"id": derived(taxonomy), "name": taxonomy, "description": taxonomy}
    whole = code if taxonomy == THEME else f"{taxonomy}.{code}"
    own: dict[str, Any] = {"id": derived("term", code), "code": whole, "name": name, "description": "x"}
    own |= {"taxonomy_id": derived(taxonomy), "taxonomy_detail": group}
    return {"id": derived("hangt", code), "link_id": HOUSE, "link_entity": "organization", "taxonomy_term": own}


def looked_at(here: Room, value: object) -> MapCheck:
    path = here.folder.parent / "pakket.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return here.workspace.map_imports.check(here.workspace.map_imports.look(path))


def taken(here: Room, value: object) -> MapImportReport:
    return here.workspace.map_imports.take(looked_at(here, value))


def kinds(here: Room, value: object) -> list[str]:
    return [flaw.kind for flaw in looked_at(here, value).flaws]


def comes_back(here: Room, form: MapFormat) -> MapCheck:
    """What the check says of what this vault writes itself."""
    folder = here.folder.parent / form.value
    here.workspace.map_exports.write(folder, MapExport(form, persons=True))
    path = folder if form is MapFormat.HSDS_CSV else folder / "sociale-kaart.json"
    return here.workspace.map_imports.check(here.workspace.map_imports.look(path))


@pytest.mark.parametrize(
    "text",
    [
        '[\n{"id": "a", "name": "\\ud800"}]',
        '[\n{"id": "a", "vreemd": ["\\uDFFFx"]}]',
        '[\n{"id": "a", "\\udc00": 1}]',
        '[\n{"id": "a", "name": "\\ud83d\\n\\ude00"}]',
    ],
)
def test_that_half_a_sign_is_refused_with_its_line(here: Room, text: str) -> None:
    assert [(flaw.kind, flaw.line) for flaw in looked_at(here, text).flaws] == [("json_letters", 2)]


def test_that_whole_signs_written_in_two_halves_stay(here: Room) -> None:
    escaped = json.dumps([house(name="Koor \N{MUSICAL NOTE}", vreemd="\\ud800 in letters")])
    assert "\\ud83c\\udfb5" in escaped
    taken(here, escaped)
    assert here.workspace.social_map.organisations()[0].name == "Koor \N{MUSICAL NOTE}"


def test_that_lists_of_nothing_are_refused_before_they_take_memory(here: Room) -> None:
    begun = time.perf_counter()
    assert kinds(here, "[" + "[]," * MOST_PARTS + "[]]") == ["json_much"]
    assert time.perf_counter() - begun < 5


def test_that_a_package_with_nothing_in_it_is_empty(here: Room) -> None:
    with pytest.raises(SpinnenwebError, match=r"map_import\.empty"):
        looked_at(here, [])


@pytest.mark.parametrize(
    "inside",
    [
        {"phones": [{"id": GROUP, "number": "1", "phone_id": GROUP}]},
        {"contacts": [{"id": PERSON, "name": "A", "contact_id": PERSON}]},
        {
            "phones": [
                {"id": GROUP, "number": "1", "phone_id": COFFEE},
                {"id": COFFEE, "number": "2", "phone_id": GROUP},
            ]
        },
    ],
)
def test_that_rows_that_point_round_in_a_ring_are_no_end(here: Room, inside: dict[str, object]) -> None:
    assert taken(here, [house(**inside)]).organisations == 1
    assert comes_back(here, MapFormat.HSDS_JSON).flaws == ()


@pytest.mark.parametrize(
    "rest",
    [
        [{"table": "x"}],
        [{"table": "phone", "row": 5}],
        [{"table": "organization", "key": "", "row": {"id": 7}}],
        [{"table": "contact", "row": {"id": PERSON, "name": "Geheim Persoon", "organization_id": HOUSE}}],
        "geen lijst",
    ],
)
def test_that_a_rest_that_a_file_brings_along_is_not_believed(here: Room, rest: object) -> None:
    taken(here, [house(spinnenweb_external={"hsds": rest, "kolommen": {"Bron": "gids"}})])
    [record] = here.workspace.social_map.organisations()
    assert record.external == {"kolommen": {"Bron": "gids"}}
    written = here.workspace.map_exports.files(MapExport(MapFormat.HSDS_JSON))["sociale-kaart.json"]
    assert b"Geheim Persoon" not in written


@pytest.mark.parametrize(("name", "kind"), [("a\0b", "letters"), ("\x07", "letters"), ("   ", "empty")])
def test_that_a_village_without_a_name_to_read_is_told(here: Room, name: str, kind: str) -> None:
    assert kinds(here, [house(attributes=[term(VILLAGE, "dorp", name)])]) == [kind]


def test_that_a_code_that_could_be_no_identifier_stays_words_of_others(here: Room) -> None:
    odd = [term(VILLAGE, "x" * 5000, "Dorp"), term(THEME, "\x07<script>"), term(KIND, "a b")]
    taken(here, [house(attributes=odd)])
    [record] = here.workspace.social_map.organisations()
    assert (record.village_ids, record.themes) == ((), ())
    assert comes_back(here, MapFormat.HSDS_CSV).incoming[0].known


def test_that_one_village_under_two_codes_becomes_one(here: Room) -> None:
    report = taken(here, [house(attributes=[term(VILLAGE, "a1", "Dwarsdal"), term(VILLAGE, "a2", "dwarsdal")])])
    [record] = here.workspace.social_map.organisations()
    assert (report.new_villages, len(record.village_ids)) == (1, 1)


@pytest.mark.parametrize(
    ("value", "kind"), [("a\0b", "letters"), ("x" * 60_001, "too_long"), ({"a": "x" * 60_001}, "too_long")]
)
def test_that_what_could_never_go_out_again_does_not_come_in(here: Room, value: object, kind: str) -> None:
    assert kinds(here, [house(vreemd=value)]) == [kind]


def test_that_columns_of_others_have_an_end_and_no_unseen_signs(here: Room) -> None:
    path = here.folder.parent / "kaart.csv"
    path.write_bytes(b"Organisatie;Extra\r\nA;\x1b[31mrood\x07\r\nB;" + b"z" * 20_001 + b"\r\n")
    imports = here.workspace.map_imports
    checked = imports.check(imports.look(path))
    assert [(flaw.line, flaw.kind, flaw.column) for flaw in checked.flaws] == [(3, "too_long", "Extra")]
    assert checked.incoming[0].organisation.external == {"kolommen": {"Extra": "[31mrood"}}


def rows_written(here: Room) -> dict[str, int]:
    files = here.workspace.map_exports.files(MapExport(MapFormat.HSDS_CSV, persons=True, people=True))
    return {name: data.count(b"\r\n") for name, data in files.items()}


def test_that_what_was_taken_back_and_taken_again_goes_out_whole(here: Room) -> None:
    """Its identifiers lie in the bin, so it got others; what hangs on it has to follow."""
    imports, path = here.workspace.map_imports, SAMPLES / "organization_full.json"
    agreed = Agreed(date(2026, 1, 1))
    report = imports.take(imports.check(imports.look(path), agreed=agreed))
    before = rows_written(here)
    here.workspace.map_merging.undo_import(report.batch_id)
    imports.take(imports.check(imports.look(path), agreed=agreed))
    assert rows_written(here) == before
    assert comes_back(here, MapFormat.HSDS_CSV).flaws == ()


def test_that_what_was_filled_into_another_goes_out_whole(here: Room) -> None:
    other: dict[str, Any] = {
        "id": GROUP,
        "name": "Dorpshuis",
        "description": "x",
        "kvk": "1",
        "url": "https://kapstok.invalid",
    }
    other["phones"] = [{"id": PERSON, "number": "1"}, {"id": COFFEE, "number": "2"}]
    taken(here, [house()])
    taken(here, [other])
    found = comes_back(here, MapFormat.HSDS_CSV)
    assert (len(here.workspace.social_map.organisations()), found.flaws) == (1, ())
    written = here.workspace.map_exports.files(MapExport(MapFormat.HSDS_CSV))["phones.csv"].decode()
    assert [one["organization_id"] for one in csv.DictReader(written.splitlines())] == [HOUSE, HOUSE]


def test_that_an_organisation_for_everywhere_stays_for_everywhere(here: Room) -> None:
    service: dict[str, Any] = {"id": COFFEE, "name": "Koffie", "status": "active", "organization_id": HOUSE}
    service["service_areas"] = [{"id": GROUP, "name": "Dwarsdal"}]
    taken(here, [house(attributes=[term(KIND, "informeel")], services=[service])])
    assert here.workspace.social_map.organisations()[0].village_ids == ()
    assert comes_back(here, MapFormat.HSDS_JSON).incoming[0].known


def test_that_who_is_called_as_everybody_is_compared_with_some_only() -> None:
    """Among them who has the very same name, however many there are."""
    twins = Twins({f"{n}": Organisation(f"{n}", f"Welzijn in het dorp nummer {n}") for n in range(2000)})
    typed = Organisation("x", "Welzijn in het dorp nummer 1999")
    assert 0 < len(tuple(twins.to_compare(typed))) <= MOST_COMPARED
    assert twins.of(Incoming(0, 1, typed))[0].id == "1999"


def test_that_a_report_counts_everything_once(here: Room) -> None:
    taken(here, [house()])
    nothing_new = {"id": PERSON, "name": "Dorpshuis", "description": "Ook van ons"}
    report = taken(here, [nothing_new, {"id": GROUP, "name": "Zangkoor", "description": "x"}])
    assert (report.organisations, report.filled, report.skipped) == (1, 0, 1)


def test_that_a_language_keeps_its_code(here: Room) -> None:
    """Three letters for what has no shorter code, two for what others write with three."""
    said = [{"id": derived("taal", code), "code": code} for code in ("nds", "nld", "en-GB", "x1")]
    service: dict[str, Any] = {
        "id": COFFEE,
        "name": "Koffie",
        "status": "active",
        "organization_id": HOUSE,
        "languages": said,
    }
    taken(here, [house(services=[service])])
    [offer] = here.workspace.social_map.offers_of([HOUSE])[HOUSE]
    assert offer.languages == ("nds", "nl", "en")
    assert comes_back(here, MapFormat.HSDS_CSV).incoming[0].known


def test_that_a_name_of_signs_without_a_shape_is_no_name(here: Room) -> None:
    assert kinds(here, [house(name="\u200b\u202e")]) == ["no_name"]
