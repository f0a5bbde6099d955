from __future__ import annotations

import json
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from spinnenweb.domain.social_map import Costs, OfferKind, Slot
from spinnenweb.exchange.hsds_csv import read_csv, write_csv
from spinnenweb.exchange.hsds_json import read_json, write_json
from spinnenweb.exchange.hsds_out import to_package
from spinnenweb.exchange.hsds_shape import tables
from spinnenweb.exchange.map_flaws import Flaws, MapFlaw
from spinnenweb.exchange.package_files import read_folder
from spinnenweb.exchange.provinces import province_of
from tests.unit.exchange.hsds_files import (
    COFFEE,
    DRIVERS,
    FULL,
    GROUP,
    HOUSE,
    PERSON,
    SAMPLES,
    WORDS,
    checked,
    taken_in,
    through,
)

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.exchange.hsds_package import Package
    from spinnenweb.exchange.map_content import MapContent

FORMS = ("json", "csv")


def of_json(name: str) -> Package:
    flaws = Flaws()
    package = read_json((SAMPLES / name).read_bytes(), flaws)
    assert flaws.told() == ()
    return package


def of_folder(name: str) -> Package:
    flaws = Flaws()
    package = read_csv(read_folder(SAMPLES / name), flaws)
    assert flaws.told() == ()
    return package


def sample(name: str) -> Package:
    return of_json(name) if name.endswith(".json") else of_folder(name)


PACKAGES = (
    "minimal-nl",
    "organization_full.json",
    "service_full.json",
    "organization_list.json",
    "service_list.json",
)

# --- both ways


@pytest.mark.parametrize("form", FORMS)
def test_that_a_map_with_every_field_filled_comes_back_the_same(form: str) -> None:
    assert through(FULL, form) == FULL


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PACKAGES)
def test_that_a_sample_comes_back_the_same(name: str, form: str) -> None:
    content = taken_in(sample(name))
    assert content.organisations
    assert through(content, form) == content


@pytest.mark.parametrize("name", ["minimal-nl", "organization_full.json"])
def test_that_every_field_of_a_sample_is_written_again(name: str) -> None:
    """Blanks at the end of a text are the only thing that goes."""
    package = sample(name)
    again = to_package(taken_in(package), WORDS, people=True)
    for table, row in package.all():
        written = again.by_id(table)[row.id].values
        kept = {field: value.rstrip() if isinstance(value, str) else value for field, value in row.values.items()}
        assert {field: written.get(field) for field in kept} == kept


@pytest.mark.parametrize("form", FORMS)
def test_that_fields_the_standard_does_not_know_come_back(form: str) -> None:
    flaws = Flaws()
    [data] = [json.loads((SAMPLES / "organization_full.json").read_text("utf-8"))]
    data |= {"x_score": 7.5, "x_open": True, "x_deep": {"a": [1, {"b": None}]}, "x_list": ["é", 2]}
    package = read_json(json.dumps(data).encode(), flaws)
    content = through(taken_in(package), form)
    [row] = to_package(content, WORDS, people=True).of("organization")
    assert {name: row.values[name] for name in data if name.startswith("x_")} == {
        name: value for name, value in data.items() if name.startswith("x_")
    }


@pytest.mark.parametrize("form", FORMS)
def test_that_what_is_changed_here_wins_over_what_came_along(form: str) -> None:
    content = taken_in(of_folder("minimal-nl"))
    [offer] = content.offers
    changed = replace(offer, languages=("en",), schedule=(Slot(4),), costs=Costs.PAID, name="Theeochtend")
    again = through(replace(content, offers=(changed,)), form)
    assert again.offers[0].languages == ("en",)
    assert (again.offers[0].schedule, again.offers[0].costs, again.offers[0].name) == (
        (Slot(4),),
        Costs.PAID,
        "Theeochtend",
    )


def test_that_a_place_two_offers_share_parts_when_one_moves() -> None:
    content = taken_in(of_folder("minimal-nl"))
    [offer] = content.offers
    moved = replace(offer, id=DRIVERS, where=replace(offer.where, name="Kerk", street="Kerkstraat 2"))
    again = through(replace(content, offers=(offer, moved)), "csv")
    assert [one.where for one in again.offers] == [offer.where, moved.where]


def test_that_the_same_map_gives_the_same_bytes() -> None:
    once, again = (write_csv(to_package(FULL, WORDS, people=True)) for _ in range(2))
    assert once == again


def test_that_terms_of_others_are_understood_by_their_word() -> None:
    [offer] = taken_in(of_folder("minimal-nl")).offers
    assert offer.dimensions == ("MD",)


def test_that_a_wijk_is_called_by_its_village_and_keeps_its_full_name() -> None:
    content = taken_in(of_folder("minimal-nl"))
    assert list(content.villages.values()) == ["Ruinen"]
    [area] = to_package(content, WORDS, people=False).of("service_area")
    assert (area.text("name"), area.text("extent")) == ("Wijk 08 Ruinen", "WK169008")


# --- what the tools of others say


def validated(folder: Path, package: Package) -> list[Any]:
    """What Frictionless finds wrong with a package on disk."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package as Frictionless

        for name, data in write_csv(package).items():
            (folder / name).write_bytes(data)
        report = Frictionless("datapackage.json", basepath=str(folder)).validate()
    assert len(report.tasks) >= 3
    found: list[Any] = report.flatten(["name", "rowNumber", "fieldName", "note"])
    return found


def faults(data: bytes) -> list[str]:
    """What the JSON Schemas of the standard find wrong with organisations and the services in them."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource

    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in (SAMPLES / "schema").glob("*.json")}
    known: Registry[Any] = Registry().with_resources(
        [
            (name, Resource.from_contents({"$schema": Draft202012Validator.META_SCHEMA["$id"], **one}))
            for name, one in schemas.items()
        ]
    )

    def wrong(name: str, value: object) -> list[str]:
        validator = Draft202012Validator(schemas[name], registry=known, format_checker=FormatChecker())
        return [error.message for error in validator.iter_errors(value)]

    organisations = json.loads(data)
    services = [service for one in organisations for service in one.get("services", ())]
    return [
        *(text for one in organisations for text in wrong("organization.json", one)),
        *(text for one in services for text in wrong("service.json", one)),
    ]


@pytest.mark.parametrize("name", ["", *PACKAGES])
def test_that_frictionless_finds_nothing_wrong_with_what_is_written(tmp_path: Path, name: str) -> None:
    content = taken_in(sample(name)) if name else FULL
    assert validated(tmp_path, to_package(content, WORDS, people=True)) == []


def test_that_frictionless_does_look(tmp_path: Path) -> None:
    package = to_package(FULL, WORDS, people=True)
    package.of("service")[0].values["organization_id"] = PERSON
    assert len(validated(tmp_path, package)) == 1


@pytest.mark.parametrize("name", ["", *PACKAGES])
def test_that_the_schemas_of_the_standard_find_nothing_wrong_with_what_is_written(name: str) -> None:
    content = taken_in(sample(name)) if name else FULL
    assert faults(write_json(to_package(content, WORDS, people=True))) == []


def test_that_the_schemas_do_look() -> None:
    package = to_package(FULL, WORDS, people=True)
    package.of("service")[0].values["status"] = "perhaps"
    del package.of("organization")[0].values["description"]
    assert len(faults(write_json(package))) == 2


def test_that_every_table_has_the_fields_of_its_schema() -> None:
    """Beside what JSON nests and a table cannot hold."""
    for table in tables().values():
        schema = json.loads((SAMPLES / "schema" / f"{table.name}.json").read_text("utf-8"))
        plain = {
            name: one
            for name, one in schema["properties"].items()
            if "$ref" not in one and one.get("type") != "array"
        }
        assert {field.name for field in table.fields} == set(plain), table.name
        needed = {*schema.get("required", ()), *schema.get("tabular_required", ())} & set(plain)
        assert needed <= {field.name for field in table.fields if field.required}, table.name
        assert {n: tuple(one["enum"]) for n, one in plain.items() if "enum" in one} == {
            field.name: field.choices for field in table.fields if field.choices
        }


# --- the example of the standard, which breaks its own rules


def test_that_the_broken_example_is_told_by_file_and_line() -> None:
    flaws = Flaws()
    package = read_csv(read_folder(SAMPLES / "voorbeeld"), flaws)
    found = checked(package, flaws)
    assert {(flaw.file, flaw.line, flaw.column, flaw.kind) for flaw in found} == {
        ("attributes.csv", 2, "link_entity", "link_entity"),
        ("contacts.csv", 2, "organization_id", "dangling"),
        ("contacts.csv", 2, "service_at_location_id", "dangling"),
        ("locations.csv", 2, "organization_id", "dangling"),
        ("service_areas.csv", 2, "service_at_location_id", "dangling"),
        ("service_capacity.csv", 2, "service_id", "dangling"),
        ("service_capacity.csv", 2, "unit_id", "dangling"),
        ("taxonomy_terms.csv", 2, "taxonomy_id", "dangling"),
    }


def test_that_a_service_without_an_organisation_is_told_with_its_line() -> None:
    flaws = Flaws()
    organisation = f'{{"id": "{HOUSE}", "name": "A", "description": "B"}}'
    service = f'{{"id": "{COFFEE}", "name": "C", "status": "active"}}'
    data = f"[\n {organisation},\n\n {service}]"
    assert checked(read_json(data.encode(), flaws), flaws) == (MapFlaw(4, "empty", "organization_id"),)


# --- who leaves


def written(content: MapContent, *, people: bool) -> str:
    package = to_package(content, WORDS, people=people)
    return write_json(package).decode() + b"".join(write_csv(package).values()).decode()


def test_that_a_person_who_is_not_handed_over_leaves_no_trace() -> None:
    """Not in what was kept of a file either: a phone, an attribute, a language of that phone."""
    content = taken_in(of_json("organization_full.json"))
    [person] = content.contacts
    assert "Ann Persona" in written(content, people=True)
    text = written(replace(content, contacts=()), people=False)
    assert [
        word for word in (person.name, person.id, person.role, "1234 234567", "A. Persona") if word in text
    ] == []


def test_that_who_pulls_and_who_checked_leave_only_when_asked() -> None:
    assert "de kerngroep" in written(FULL, people=True)
    assert "de kerngroep" not in written(FULL, people=False)
    assert through(FULL, "json", people=False).organisations[0] == replace(
        FULL.organisations[0], lead="", checked_by=""
    )


def test_that_a_contact_of_others_has_not_agreed() -> None:
    assert [person.may_share for person in taken_in(of_folder("minimal-nl")).contacts] == [False]


# --- small rules


@pytest.mark.parametrize(
    ("postcode", "province"),
    [("7963 AB", "Drenthe"), ("9711cd", "Groningen"), ("1012", "Noord-Holland"), ("0999 AA", ""), ("B-1000", "")],
)
def test_that_a_postcode_tells_its_province(postcode: str, province: str) -> None:
    assert province_of(postcode) == province


def test_that_an_organisation_without_words_gets_them_in_the_file_only() -> None:
    package = to_package(FULL, WORDS, people=True)
    assert package.by_id("organization")[GROUP].text("description") == "Wandelclub (informeel)"
    assert through(FULL, "csv").organisations[1].description == ""


def test_that_an_organisation_of_others_with_a_kvk_number_is_formal() -> None:
    [organisation] = taken_in(of_folder("minimal-nl")).organisations
    assert (organisation.kind, organisation.kvk) == (OfferKind.FORMAL, "00000000")


def test_that_the_files_of_a_package_are_those_of_the_standard() -> None:
    names = set(write_csv(to_package(FULL, WORDS, people=True)))
    assert {"datapackage.json", "organizations.csv", "programs.csv", "services.csv"} <= names
    assert names - {"datapackage.json"} <= {table.file for table in tables().values()}
    assert tuple(FULL.contacts[0].__getattribute__(name) for name in ("organisation_id", "offer_id")) == (
        HOUSE,
        COFFEE,
    )


def test_that_a_flaw_never_repeats_what_stood_there() -> None:
    flaws = Flaws()
    text = (SAMPLES / "minimal-nl" / "services.csv").read_text("utf-8").replace("active", "GEHEIM")
    files = read_folder(SAMPLES / "minimal-nl") | {"services.csv": text.encode()}
    found = checked(read_csv(files, flaws), flaws)
    assert found == (MapFlaw(2, "choice", "status", "services.csv"),)
