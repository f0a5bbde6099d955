from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.social_map import Access, Capacity, Costs, OfferKind, OfferStatus, WayIn
from spinnenweb.exchange.map_columns import MapField, read_day, recognised, said_in
from spinnenweb.exchange.map_flaws import Flaws, MapFlaw
from spinnenweb.exchange.map_sheet import MOST_COLUMNS, MOST_LINES, Sheet, SheetRow, read_sheet
from tests.unit.exchange.hsds_files import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.exchange.map_columns import Said


def csv_of(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "kaart.csv"
    path.write_bytes(text.encode(encoding))
    return path


def refusal(path: Path, **how: str) -> str:
    with pytest.raises(SpinnenwebError) as caught:
        read_sheet(path, **how)
    return caught.value.code


# --- reading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_that_encoding_and_separator_are_recognised(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = (("Naam", "Plaats, dorp; of wijk"), ("Café Één", "regel 1\nregel 2"))
    text = "".join(separator.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    sheet = read_sheet(csv_of(tmp_path, text, encoding))
    assert (sheet.headings, sheet.rows) == (rows[0], (SheetRow(2, rows[1]),))
    assert sheet.separator == separator


def test_that_a_chosen_encoding_and_separator_are_used(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Naam,A;B\nx,y;z\n", "cp1252")
    assert read_sheet(path, separator=",").headings == ("Naam", "A;B")
    assert refusal(csv_of(tmp_path, "Naam\ncafé\n", "cp1252"), encoding="utf-8") == "import.encoding"


def test_that_headings_get_a_name_when_they_have_none_or_one_twice(tmp_path: Path) -> None:
    assert read_sheet(csv_of(tmp_path, "Naam;;Naam\nx;y;z\n")).headings == ("Naam", "kolom 2", "Naam (3)")


def test_that_short_and_long_rows_are_as_wide_as_the_headings(tmp_path: Path) -> None:
    sheet = read_sheet(csv_of(tmp_path, "A;B\n1\n1;2;3\n;;\n"))
    assert [row.cells for row in sheet.rows] == [("1", ""), ("1", "2")]


def workbook(folder: Path, *rows: tuple[Any, ...], title: str = "Blad1") -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    other = book.create_sheet("Tweede")
    other.append(("Naam",))
    other.append(("Ander",))
    path = folder / "kaart.xlsx"
    book.save(path)
    return path


def test_that_a_workbook_is_read_as_people_see_it(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("Naam", "Datum", "Tijd", "Getal", "Deel", "Waar"),
        (),
        ("Kapstok", date(2026, 10, 3), time(9, 30), 7.0, 2.5, True),
    )
    sheet = read_sheet(path)
    assert sheet.rows == (SheetRow(3, ("Kapstok", "2026-10-03", "09:30:00", "7", "2.5", "ja")),)
    assert (sheet.sheet, sheet.sheets) == ("Blad1", ("Blad1", "Tweede"))
    assert read_sheet(path, sheet="Tweede").rows == (SheetRow(2, ("Ander",)),)


def test_that_a_formula_is_never_worked_out(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Naam", "Som"), ("Kapstok", "=HYPERLINK(1,2)"))
    assert read_sheet(path).rows == (SheetRow(2, ("Kapstok", "")),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "map_import.empty"),
        (b"Naam;Kern\n", "map_import.empty"),
        (b"\xd0\xcf\x11\xe0oud", "map_import.old_workbook"),
        (b"PK\x03\x04half", "map_import.zip_damaged"),
        (b";".join(b"k" for _ in range(MOST_COLUMNS + 1)) + b"\nx\n", "map_import.too_many_columns"),
        (b"Naam\n" + b"x\n" * (MOST_LINES + 1), "map_import.too_many_lines"),
        (b'Naam\n"x\n', "import.quote"),
    ],
)
def test_that_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "kaart.csv"
    path.write_bytes(data)
    assert refusal(path) == code


def test_that_a_zip_without_a_workbook_in_it_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Naam",), ("x",))
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal(path) == "map_import.zip_damaged"


# --- what the columns are


def test_that_columns_are_recognised_by_what_people_call_them() -> None:
    headings = (
        "Naam organisatie",
        "E-mailadres",
        "Doelgroep",
        "Categorie",
        "Tel.nr",
        "Contactpersoon",
        "Iets anders",
    )
    assert recognised(headings) == {
        "Naam organisatie": MapField.ORGANISATION,
        "E-mailadres": MapField.EMAIL,
        "Doelgroep": MapField.FOR_WHOM,
        "Categorie": MapField.THEMES,
        "Contactpersoon": MapField.CONTACT,
    }


def test_that_no_field_is_given_to_two_columns() -> None:
    assert recognised(("Naam", "Aanbieder", "Website", "URL")) == {
        "Naam": MapField.ORGANISATION,
        "Website": MapField.WEBSITE,
    }


def test_that_in_a_list_of_activities_the_activity_is_the_name() -> None:
    assert recognised(("Activiteit", "Wanneer"))["Activiteit"] is MapField.ORGANISATION


def test_that_every_field_knows_its_own_name() -> None:
    for code in MapField:
        if code is not MapField.OFFER:
            assert recognised((code.value,)) == {code.value: code}


def row_of(**cells: str) -> Sheet:
    return Sheet(tuple(cells), (SheetRow(2, tuple(cells.values())),))


def read(**cells: str) -> Said:
    flaws = Flaws()
    [said] = said_in(
        row_of(**cells), {name: MapField(name) for name in cells if name in set(MapField)}, WORDS, flaws
    )
    assert flaws.told() == ()
    return said


def test_that_a_row_is_read_into_organisation_offer_and_contact() -> None:
    said = read(
        organisatie=" De  Kapstok ",
        soort="Informeel",
        kern="Ruinen; Pesse",
        aanbod="Koffie",
        leeftijd_van="55+",
        hoe_erbij="Loop binnen tussen 9 en 12",
        kosten="gratis",
        themas="Eenzaamheid, verlies en rouw; tuinieren",
        dimensies="meedoen",
        talen="Nederlands/Oekraïens",
        toegankelijk="Rolstoel en ringleiding",
        status="gestopt",
        ruimte="Wachtlijst",
        postcode="7963 AB",
        nagekeken_op="3-10-2026",
        contactpersoon="V. Verzonnen",
        Beheerder="gemeente",
    )
    assert said.organisation == {"name": "De Kapstok", "kind": OfferKind.INFORMAL, "checked_on": date(2026, 10, 3)}
    assert said.offer == {
        "name": "Koffie",
        "kind": OfferKind.INFORMAL,
        "checked_on": date(2026, 10, 3),
        "age_from": 55,
        "way_in": WayIn.WALK_IN,
        "way_in_words": "Loop binnen tussen 9 en 12",
        "costs": Costs.FREE,
        "costs_words": "",
        "themes": ("eenzaamheid", "rouw"),
        "dimensions": ("MD",),
        "languages": ("nl", "uk"),
        "accessible": (Access.WHEELCHAIR, Access.HEARING),
        "accessible_words": "Rolstoel en ringleiding",
        "status": OfferStatus.DEFUNCT,
        "capacity": Capacity.WAITING,
        "where": {"postcode": "7963 AB"},
    }
    assert (said.villages, said.contact) == (("Ruinen", "Pesse"), {"name": "V. Verzonnen"})
    assert said.others == {"Beheerder": "gemeente", "themas": "Eenzaamheid, verlies en rouw; tuinieren"}


def test_that_a_row_with_an_organisation_only_has_no_offer() -> None:
    assert (read(organisatie="A").offer, read(organisatie="A").contact) == ({}, {})


def test_that_an_offer_without_a_name_is_called_after_who_offers_it() -> None:
    assert read(organisatie="Wandelclub", wanneer="dinsdag").offer["name"] == "Wandelclub"


@pytest.mark.parametrize(
    ("cells", "flaw"),
    [
        ({"organisatie": " ", "kern": "x"}, MapFlaw(2, "no_name", "organisatie")),
        ({"organisatie": "A", "leeftijd_van": "oud"}, MapFlaw(2, "age", "leeftijd_van", values={"most": 120})),
        ({"organisatie": "A", "leeftijd_tot": "400"}, MapFlaw(2, "age", "leeftijd_tot", values={"most": 120})),
        ({"organisatie": "A", "nagekeken_op": "31-2-2026"}, MapFlaw(2, "date", "nagekeken_op")),
        ({"organisatie": "A" * 201}, MapFlaw(2, "too_long", "organisatie", values={"longest": 200})),
        ({"organisatie": "A", "kern": "\x1b"}, MapFlaw(2, "letters", "kern", values={"longest": 200})),
    ],
)
def test_that_a_row_with_something_wrong_is_left_out_and_told(cells: dict[str, str], flaw: MapFlaw) -> None:
    flaws = Flaws()
    assert said_in(row_of(**cells), {name: MapField(name) for name in cells}, WORDS, flaws) == ()
    assert flaw in flaws.told()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("31-3-2026", date(2026, 3, 31)),
        ("31/03/2026", date(2026, 3, 31)),
        ("2026-03-31T10:00:00", date(2026, 3, 31)),
        ("maart 2026", None),
        ("31-13-2026", None),
    ],
)
def test_that_dates_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert read_day(text) == day
