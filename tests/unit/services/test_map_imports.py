from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine, event

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import Kind
from spinnenweb.domain.contacts import ShortContact
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_likeness import LikeWhy
from spinnenweb.domain.residents import Village
from spinnenweb.domain.social_map import Organisation
from spinnenweb.services.map_exports import MapExport, MapFormat
from spinnenweb.services.map_imports import Agreed, Choice, Decision, Form, MapField
from tests.unit.exchange.hsds_files import SAMPLES
from tests.unit.services.rooms import room, same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.social_map import ContactPerson, Offer
    from spinnenweb.services.map_imports import MapCheck, MapImportService
    from spinnenweb.services.workspace import Workspace
    from tests.unit.services.rooms import Room

HEAD = "Organisatie;Kern;Activiteit;Thema;Telefoon;Leeftijd van;Beheerder"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        yield made


@pytest.fixture
def imports(here: Room) -> MapImportService:
    return here.workspace.map_imports


def table(folder: Path, *lines: str, head: str = HEAD) -> Path:
    path = folder / "kaart.csv"
    path.write_text("\r\n".join((head, *lines)) + "\r\n", "utf-8-sig")
    return path


def standing(
    workspace: Workspace,
) -> tuple[tuple[Organisation, ...], tuple[Offer, ...], tuple[ContactPerson, ...]]:
    with workspace.database.reading() as work:
        return work.organisations.all(), work.offers.all(), work.contact_persons.all()


def checked(imports: MapImportService, path: Path) -> MapCheck:
    return imports.check(imports.look(path))


# --- looking


def test_that_every_form_is_recognised(tmp_path: Path, imports: MapImportService) -> None:
    book = Workbook()
    book.active.append(("Naam", "Kern"))
    book.active.append(("Kapstok", "Ruinen"))
    book.save(tmp_path / "kaart.xlsx")
    with zipfile.ZipFile(tmp_path / "kaart.zip", "w") as archive:
        for path in (SAMPLES / "minimal-nl").iterdir():
            archive.write(path, f"map/{path.name}")
    assert [
        imports.look(path).form
        for path in (
            SAMPLES / "organization_full.json",
            SAMPLES / "minimal-nl",
            SAMPLES / "minimal-nl" / "datapackage.json",
            tmp_path / "kaart.zip",
            tmp_path / "kaart.xlsx",
            table(tmp_path, "Kapstok"),
        )
    ] == [Form.HSDS_JSON, Form.HSDS_CSV, Form.HSDS_CSV, Form.HSDS_CSV, Form.WORKBOOK, Form.CSV]


def test_that_a_table_shows_its_first_twenty_rows(tmp_path: Path, imports: MapImportService) -> None:
    seen = imports.look(table(tmp_path, *(f"Groep {number}" for number in range(30))))
    assert (len(seen.rows), seen.lines, seen.separator, seen.encoding) == (20, 30, ";", "utf-8-sig")
    assert seen.columns["Activiteit"] is MapField.OFFER


def test_that_a_folder_without_a_map_is_unknown(tmp_path: Path, imports: MapImportService) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(SpinnenwebError) as caught:
        imports.look(tmp_path / "leeg")
    assert caught.value.code == "map_import.unknown"


# --- the whole way, and back


def test_that_rows_become_organisations_with_their_offers(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    path = table(
        tmp_path,
        "De Kapstok;Ruinen;Koffie;Eenzaamheid;0522 000000;55;gemeente",
        "DE KAPSTOK;Pesse;Eetclub;;;;",
        "Wandelclub;ruinen;;;;;kerk",
    )
    report = imports.take(checked(imports, path))
    assert (report.organisations, report.offers, report.new_villages) == (2, 2, 1)
    organisations, offers, _ = standing(here.workspace)
    villages = {village.id: village.name for village in here.workspace.residents.villages()}
    assert [(one.name, [villages[v] for v in one.village_ids]) for one in organisations] == [
        ("De Kapstok", ["Ruinen", "Pesse"]),
        ("Wandelclub", ["Ruinen"]),
    ]
    assert [(one.name, one.themes, one.age_from) for one in offers] == [
        ("Eetclub", (), None),
        ("Koffie", ("eenzaamheid",), 55),
    ]
    assert organisations[1].external == {"kolommen": {"Beheerder": "kerk"}}
    assert here.workspace.audit.lines(limit=1)[0].kind is AuditKind.IMPORTED


def test_that_an_import_is_taken_back_as_a_whole(tmp_path: Path, here: Room, imports: MapImportService) -> None:
    imports.take(checked(imports, table(tmp_path, "De Kapstok;Ruinen;;;;;")))
    before = standing(here.workspace)
    path = table(tmp_path, "De Kapstok;Ruinen;Koffie;;0522 000000;;", "Wandelclub;Pesse;Wandelen;;;;")
    report = imports.take(checked(imports, path))
    assert (report.organisations, report.offers, report.filled) == (1, 2, 1)
    here.workspace.map_merging.undo_import(report.batch_id)
    assert standing(here.workspace) == before
    assert [batch.undone_on for batch in here.workspace.map_merging.imports()] == [date(2026, 11, 21), None]


def village_names(here: Room) -> list[str]:
    return [one.name for one in here.workspace.residents.villages()]


def test_that_villages_that_came_with_an_import_go_with_it(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    with here.workspace.database.writing() as work:
        work.villages.add(Village("eigen", "Esdoornhoek"))
    before = village_names(here)
    here.time.moment += timedelta(minutes=1)
    report = imports.take(checked(imports, table(tmp_path, "De Kapstok;Pesse;;;;;", "Soos;Echten;Biljart;;;;")))
    assert village_names(here) == sorted([*before, "Echten", "Pesse"])
    here.time.moment += timedelta(minutes=1)
    changes = here.workspace.map_merging.undo_import(report.batch_id)
    assert village_names(here) == before
    assert Kind.VILLAGE in {kind for kind, _ in changes.touched}


@pytest.mark.parametrize("use", ["resident", "short talk", "organisation", "neighbours", "home"])
def test_that_a_village_of_an_import_that_somebody_uses_stays(
    tmp_path: Path, here: Room, imports: MapImportService, use: str
) -> None:
    here.time.moment += timedelta(minutes=1)
    report = imports.take(checked(imports, table(tmp_path, "De Kapstok;Pesse;;;;;", "Soos;Echten;Biljart;;;;")))
    ids = {one.name: one.id for one in here.workspace.residents.villages()}
    used, today = ids["Pesse"], here.workspace.clock.today()
    if use == "resident":
        here.new_resident(village_id=used)
    elif use == "short talk":
        here.workspace.contacts.add(ShortContact("", used, today, line="een praatje"))
    elif use == "organisation":
        here.workspace.social_map.add(Organisation("", "Nieuwe club", village_ids=(used,)))
    else:
        settings = here.workspace.settings.get()
        varied = {"village_id": used} if use == "home" else {"neighbours": ((used, "elders"),)}
        here.workspace.settings.save(replace(settings, **varied))
    here.workspace.map_merging.undo_import(report.batch_id)
    assert "Pesse" in village_names(here)
    assert "Echten" not in village_names(here)


def test_that_a_village_of_an_import_that_was_renamed_stays(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    report = imports.take(checked(imports, table(tmp_path, "De Kapstok;Pesse;;;;;")))
    here.time.moment += timedelta(minutes=1)
    with here.workspace.database.writing() as work:
        [pesse] = [one for one in work.villages.all() if one.name == "Pesse"]
        work.villages.update(replace(pesse, name="Pesse-Dorp"))
    here.workspace.map_merging.undo_import(report.batch_id)
    assert "Pesse-Dorp" in village_names(here)


def test_that_what_comes_out_of_the_bin_brings_its_village_along(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    report = imports.take(checked(imports, table(tmp_path, "De Kapstok;Pesse;;;;;", "Soos;Echten;Biljart;;;;")))
    [kapstok, soos] = standing(here.workspace)[0]
    here.workspace.map_merging.undo_import(report.batch_id)
    with here.workspace.database.writing() as work:
        work.villages.add(Village("ander", "Echten"))
    here.workspace.bin.put_back(BinKind.ORGANISATION, kapstok.id)
    here.workspace.bin.put_back(BinKind.ORGANISATION, soos.id)
    known = {one.id: one.name for one in here.workspace.residents.villages()}
    organisations = standing(here.workspace)[0]
    assert [[known[one] for one in each.village_ids] for each in organisations] == [["Pesse"], ["Echten"]]
    assert organisations[1].village_ids == ("ander",)


def statements_of_undoing(tmp_path: Path, imports: MapImportService, here: Room, size: int) -> int:
    """How many statements the file gets when an import of so many organisations is taken back."""
    lines = (f"Club {size} {number};Ruinen;Biljart {number};;;;" for number in range(size))
    report = imports.take(checked(imports, table(tmp_path, *lines)), {})
    found: list[str] = []

    def heard(*told: object) -> None:
        found.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        here.workspace.map_merging.undo_import(report.batch_id)
    finally:
        event.remove(Engine, "before_cursor_execute", heard)
    return len(found)


def test_that_a_large_import_is_taken_back_with_no_more_statements_than_a_small_one(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    assert statements_of_undoing(tmp_path, imports, here, 60) == statements_of_undoing(tmp_path, imports, here, 3)
    assert standing(here.workspace) == ((), (), ())


def test_that_columns_are_remembered_for_a_file_with_the_same_headings(
    tmp_path: Path, imports: MapImportService
) -> None:
    path = table(tmp_path, "Kapstok;x;y", head="Wie;Extra;Telefoon")
    seen = imports.look(path)
    assert MapField.ORGANISATION not in seen.columns.values()
    with pytest.raises(SpinnenwebError) as caught:
        imports.check(seen)
    assert caught.value.code == "map_import.no_name_column"
    columns = {"Wie": MapField.ORGANISATION, "Extra": MapField.LEAD}
    imports.take(imports.check(seen, columns), remember_as="Gemeentegids")
    again = imports.look(table(tmp_path, "Ander;z;1", head="Wie;Extra;Telefoon"))
    assert (again.remembered, again.columns) == ("Gemeentegids", columns)
    changed = {"Wie": MapField.ORGANISATION}
    imports.take(imports.check(again, changed), remember_as="Gids")
    assert [(one.name, dict(one.columns)) for one in imports.mappings()] == [("Gids", {"Wie": "organisatie"})]


def test_that_rows_with_something_wrong_are_told_and_the_others_taken(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    found = checked(imports, table(tmp_path, "Kapstok;;;;;oud;", ";Ruinen;;;;;", "Wandelclub;;;;;;"))
    assert [imports.flaw_line(flaw) for flaw in found.flaws] == [
        "regel 2, kolom Leeftijd van: dit is geen leeftijd van 0 tot en met 120 jaar",
        "regel 3, kolom Organisatie: de naam van de organisatie ontbreekt",
    ]
    [head, *rows] = csv.reader(io.StringIO(imports.flaws_csv(found.flaws).decode("utf-8-sig")), delimiter=";")
    assert (head, [row[1:3] for row in rows]) == (
        ["Bestand", "Regel", "Kolom", "Wat er niet klopt"],
        [["2", "Leeftijd van"], ["3", "Organisatie"]],
    )
    assert imports.take(found).organisations == 1
    assert [one.name for one in standing(here.workspace)[0]] == ["Wandelclub"]


# --- what may be the same


def test_that_what_is_surely_the_same_is_filled_up(tmp_path: Path, here: Room, imports: MapImportService) -> None:
    imports.take(checked(imports, table(tmp_path, "Stichting De Kapstok;;;;0522 000000;;")))
    [one] = checked(imports, table(tmp_path, "de kapstok;Pesse;Koffie;;0522 000001;;")).incoming
    assert (one.suggested, one.twins[0].why, one.twins[0].sure) == (Decision.FILL, LikeWhy.NAME, True)
    assert ("phone", "0522 000000", "0522 000001") in one.twins[0].differs
    imports.take(checked(imports, table(tmp_path, "de kapstok;Pesse;Koffie;;0522 000001;;")))
    [organisation], [offer], _ = standing(here.workspace)
    assert (organisation.name, organisation.phone, len(organisation.village_ids)) == (
        "Stichting De Kapstok",
        "0522 000000",
        1,
    )
    assert offer.organisation_id == organisation.id


def test_that_a_person_chooses_what_is_only_alike(tmp_path: Path, here: Room, imports: MapImportService) -> None:
    imports.take(checked(imports, table(tmp_path, "Wandelgroep Voetje Voor;;;;;;")))
    path = table(tmp_path, "Wandelgroep Voetje Voro;;Lopen;;0522 000002;;")
    found = checked(imports, path)
    [one] = found.incoming
    assert (one.suggested, one.asks, one.twins[0].sure) == (Decision.NEW, True, False)
    imports.take(found, {one.number: Choice(Decision.OVERWRITE)})
    [organisation], [offer], _ = standing(here.workspace)
    assert (organisation.name, organisation.phone) == ("Wandelgroep Voetje Voro", "0522 000002")
    assert offer.organisation_id == organisation.id


def test_that_two_in_one_file_can_be_made_one(tmp_path: Path, here: Room, imports: MapImportService) -> None:
    found = checked(imports, table(tmp_path, "De Kapstok;;Koffie;;;;", "Dorpsvereniging De Kapstok;;Eten;;;;"))
    one, other = found.incoming
    assert (one.twins, other.twins[0].number) == ((), one.number)
    imports.take(found)
    [organisation], offers, _ = standing(here.workspace)
    assert {offer.organisation_id for offer in offers} == {organisation.id}
    assert len(offers) == 2


def test_that_what_was_skipped_leaves_its_twin_to_come_in_alone(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    found = checked(imports, table(tmp_path, "De Kapstok;;Koffie;;;;", "Kapstok;;Eten;;;;"))
    report = imports.take(found, {0: Choice(Decision.SKIP)})
    assert (report.organisations, report.skipped) == (1, 1)
    assert [one.name for one in standing(here.workspace)[0]] == ["Kapstok"]


def test_that_three_hundred_rows_with_forty_twins_are_done_in_a_moment(
    tmp_path: Path, here: Room, imports: MapImportService
) -> None:
    names = [f"{first} {last} {number}" for number, (first, last) in enumerate(PAIRS)]
    lines = [f"{name};Ruinen;Aanbod {n};Eenzaamheid;;;" for n, name in enumerate((*names, *names[:40]))]
    lines[-40:] = [f"Stichting {line}" for line in lines[-40:]]
    found = checked(imports, table(tmp_path, *lines))
    assert sum(one.suggested is Decision.FILL for one in found.incoming) == 40
    report = imports.take(found)
    assert (report.organisations, report.offers) == (260, 300)
    assert len(standing(here.workspace)[0]) == 260


FIRST = (
    "Molen",
    "Beek",
    "Zomer",
    "Winter",
    "Akker",
    "Veld",
    "Kerk",
    "School",
    "Sport",
    "Muziek",
    "Tuin",
    "Boek",
    "Fiets",
)
LAST = tuple(
    f"{word}groep" for word in ("lees", "kook", "praat", "wandel", "zang", "hulp", "rij", "kaart", "brei", "fluit")
)
PAIRS = [(first, last) for first in FIRST for last in (*LAST, *LAST)]


# --- packages


def test_that_the_broken_example_changes_nothing(here: Room, imports: MapImportService) -> None:
    found = checked(imports, SAMPLES / "voorbeeld")
    assert (found.stops, found.incoming) == (True, ())
    assert imports.flaw_line(found.flaws[0]) == (
        "attributes.csv, regel 2, kolom link_entity: dit is geen tabel van de standaard"
    )
    with pytest.raises(SpinnenwebError) as caught:
        imports.take(found)
    assert (caught.value.code, caught.value.values["n"]) == ("map_import.flaws", len(found.flaws))
    assert standing(here.workspace) == ((), (), ())


@pytest.mark.parametrize("name", ["minimal-nl", "organization_full.json", "service_full.json"])
@pytest.mark.parametrize("form", [MapFormat.HSDS_JSON, MapFormat.HSDS_CSV])
def test_that_a_sample_goes_through_two_vaults_and_is_the_same(
    tmp_path: Path, here: Room, imports: MapImportService, name: str, form: MapFormat
) -> None:
    agreed = Agreed(date(2026, 11, 1))
    report = imports.take(imports.check(imports.look(SAMPLES / name), agreed=agreed))
    assert (report.organisations, report.offers, report.contacts) == (1, 1, 1)
    out = tmp_path / "uit"
    written = here.workspace.map_exports.write(out, MapExport(form, persons=True, people=True))
    (tmp_path / "ander").mkdir()
    with room(tmp_path / "ander") as other:
        again = other.workspace.map_imports
        again.take(checked(again, written[0] if form is MapFormat.HSDS_JSON else out))
        assert by_village_name(other.workspace) == by_village_name(here.workspace)


def by_village_name(workspace: Workspace) -> list[object]:
    """All records with their villages by name: both vaults had a Ruinen before."""
    names = {village.id: village.name for village in workspace.residents.villages()}
    organisations, offers, contacts = standing(workspace)

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names[one] for one in ids)

    return [
        *(replace(one, village_ids=named(one.village_ids)) for one in organisations),
        *(replace(one, village_ids=named(one.village_ids)) for one in offers),
        *contacts,
    ]


def test_that_a_package_taken_twice_changes_nothing(here: Room, imports: MapImportService) -> None:
    imports.take(checked(imports, SAMPLES / "minimal-nl"))
    before = standing(here.workspace)
    found = checked(imports, SAMPLES / "minimal-nl")
    assert [one.known for one in found.incoming] == [True]
    report = imports.take(found)
    assert (report.batch_id, report.skipped, standing(here.workspace)) == ("", 1, before)


def test_that_an_id_that_lies_in_the_bin_is_not_used_again(here: Room, imports: MapImportService) -> None:
    report = imports.take(checked(imports, SAMPLES / "minimal-nl"))
    before = standing(here.workspace)
    here.workspace.map_merging.undo_import(report.batch_id)
    imports.take(checked(imports, SAMPLES / "minimal-nl"))
    after = standing(here.workspace)
    assert (after[0][0].name, after[1][0].organisation_id) == (before[0][0].name, after[0][0].id)
    assert after[0][0].id != before[0][0].id


def test_that_contacts_of_a_file_have_agreed_only_when_that_is_said(here: Room, imports: MapImportService) -> None:
    imports.take(checked(imports, SAMPLES / "minimal-nl"))
    [person] = standing(here.workspace)[2]
    assert (person.may_share, person.agreed_on) == (False, None)


def test_that_a_file_never_takes_back_a_yes_to_being_shared(here: Room, imports: MapImportService) -> None:
    imports.take(imports.check(imports.look(SAMPLES / "minimal-nl"), agreed=Agreed(date(2026, 1, 1))))
    found = checked(imports, SAMPLES / "minimal-nl")
    imports.take(found, {0: Choice(Decision.OVERWRITE)})
    [person] = standing(here.workspace)[2]
    assert (person.may_share, person.agreed_on) == (True, date(2026, 1, 1))


def test_that_a_hostile_package_writes_nothing(tmp_path: Path, here: Room, imports: MapImportService) -> None:
    shutil.copytree(SAMPLES / "minimal-nl", tmp_path / "kaart")
    services = tmp_path / "kaart" / "services.csv"
    services.chmod(0o600)
    services.write_text(services.read_text("utf-8").replace("bb4ebf5e", "cc4ebf5e"), "utf-8")
    deep = tmp_path / "diep.json"
    deep.write_text("[" * 100_000)
    for path in (tmp_path / "kaart", deep):
        assert checked(imports, path).stops
    assert standing(here.workspace) == ((), (), ())


def test_that_what_one_vault_writes_holds_no_person_who_did_not_agree(
    here: Room, imports: MapImportService
) -> None:
    imports.take(checked(imports, SAMPLES / "organization_full.json"))
    files = here.workspace.map_exports.files(MapExport(MapFormat.HSDS_JSON, persons=True))
    assert "Ann Persona" not in json.dumps(json.loads(files["sociale-kaart.json"]))


def test_that_the_list_of_flaws_never_replaces_a_folder(tmp_path: Path, imports: MapImportService) -> None:
    flaws = checked(imports, SAMPLES / "voorbeeld").flaws
    imports.write_flaws(tmp_path / "fouten.csv", flaws)
    assert (tmp_path / "fouten.csv").read_bytes() == imports.flaws_csv(flaws)
    for target, code in ((tmp_path, "target.exists"), (tmp_path / "weg" / "fouten.csv", "target.missing")):
        with pytest.raises(SpinnenwebError) as caught:
            imports.write_flaws(target, flaws)
        assert caught.value.code == code


def test_that_a_name_no_disk_takes_is_refused_as_a_file(tmp_path: Path, imports: MapImportService) -> None:
    with pytest.raises(SpinnenwebError, match=r"map_import\.no_rights"):
        imports.look(tmp_path / ("x" * 5000))
