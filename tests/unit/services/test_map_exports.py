from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.residents import Village
from spinnenweb.domain.social_map import (
    Capacity,
    Costs,
    Every,
    Freshness,
    OfferKind,
    OfferStatus,
    Place,
    Slot,
    WayIn,
)
from spinnenweb.services.map_exports import MapExport, MapFormat
from tests.records import varied
from tests.unit.services.rooms import same_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spinnenweb.domain.public_map import PublicMap, PublicOffer
    from spinnenweb.domain.social_map import Offer, Organisation
    from tests.unit.services.rooms import Room

TODAY = date(2026, 11, 21)
PUBLIC = (MapFormat.HTML, MapFormat.PDF)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with same_room(tmp_path) as made:
        with made.workspace.database.writing() as work:
            work.villages.add(Village("v-2", "Pesse"))
        yield made


def village(here: Room, name: str) -> str:
    return next(one.id for one in here.workspace.residents.villages() if one.name == name)


def house(here: Room, name: str = "De Kapstok", **fields: object) -> Organisation:
    the_map = here.workspace.social_map
    made = varied(the_map.blank_organisation(), name=name, **fields)
    the_map.add(made)
    return made


def offer(here: Room, organisation: Organisation, name: str = "Koffie", **fields: object) -> Offer:
    the_map = here.workspace.social_map
    made = varied(the_map.blank_offer(organisation.id), name=name, **fields)
    the_map.add(made)
    return made


def person(here: Room, organisation: Organisation, name: str, **fields: object) -> None:
    the_map = here.workspace.social_map
    made = varied(the_map.blank_contact(organisation.id), name=name, **fields)
    the_map.add(made)


def seen(here: Room, village_id: str = "", *, persons: bool = False) -> PublicMap:
    return here.workspace.map_exports.preview(MapExport(MapFormat.HTML, village_id, persons))


def shown(here: Room) -> PublicOffer:
    [section] = seen(here).sections
    [found] = section.offers
    return found


def words_of(files: dict[str, bytes]) -> str:
    pages = [
        page.extract_text()
        for name in files
        if name.endswith(".pdf")
        for page in PdfReader(BytesIO(files[name])).pages
    ]
    return "\n".join([*pages, *(data.decode() for name, data in files.items() if not name.endswith(".pdf"))])


# --- what stands on a public map


def test_that_informal_comes_before_formal_and_places_that_seek_come_last(here: Room) -> None:
    for name, kind in (
        ("Zorg", OfferKind.FORMAL),
        ("Buren", OfferKind.INFORMAL),
        ("Bewoners", OfferKind.RESIDENTS),
    ):
        offer(here, house(here, name), f"Eten bij {name}", kind=kind, themes=("eenzaamheid",))
    offer(here, house(here, "Vervoer"), "Chauffeurs", kind=OfferKind.SEEKS, themes=("mobiliteit",))
    offer(here, house(here, "Overig"), "Iets")
    house(here, "Zonder aanbod")
    sections = seen(here).sections
    assert [section.code for section in sections] == ["eenzaamheid", "overig", "organisaties", "zoekt-mensen"]
    assert [one.name for one in sections[0].offers] == ["Eten bij Bewoners", "Eten bij Buren", "Eten bij Zorg"]


def test_that_every_offer_stands_once_under_its_first_theme(here: Room) -> None:
    offer(here, house(here), themes=("rouw", "eenzaamheid"))
    [section] = seen(here).sections
    assert (section.code, section.offers[0].themes) == ("rouw", ("Verlies en rouw", "Eenzaamheid"))


def test_that_what_stopped_is_not_on_it(here: Room) -> None:
    offer(here, house(here), "Gestopt", status=OfferStatus.DEFUNCT)
    offer(here, house(here, "Weg", active=False), "Ook weg")
    assert [one.name for section in seen(here).sections for one in section.offers] == ["De Kapstok"]


def test_that_a_village_sees_its_own_and_what_is_for_everywhere(here: Room) -> None:
    ruinen, pesse = village(here, "Ruinen"), village(here, "Pesse")
    organisation = house(here, village_ids=(pesse,))
    offer(here, organisation, "In Ruinen", village_ids=(ruinen,))
    offer(here, organisation, "Van de organisatie")
    offer(here, house(here, "Telefoonlijn", village_ids=()), "Overal", village_ids=())
    found = [one.name for section in seen(here, ruinen).sections for one in section.offers]
    assert found == ["In Ruinen", "Overal"]
    assert seen(here, pesse).village == "Pesse"


def test_that_facts_are_said_in_words(here: Room) -> None:
    offer(
        here,
        house(here),
        for_whom="Ouderen",
        age_from=55,
        schedule=(Slot(1, time(9, 30), time(12)), Slot(4, None, None, Every.MONTH, -1)),
        where=Place("Zaal", "Dorpsstraat 1", "7963 AB", "Ruinen"),
        village_ids=(village(here, "Pesse"),),
        way_in=WayIn.CALL,
        way_in_words="Bel eerst even",
        costs=Costs.PAID,
        costs_words="€ 2,50",
        accessible=("rolstoel", "bus"),
        languages=("nl", "uk", "fr"),
        capacity=Capacity.WAITING,
    )
    assert dict(shown(here).facts) == {
        "Voor wie": "Ouderen – vanaf 55 jaar",
        "Wanneer": "dinsdag 9.30–12.00\nlaatste vrijdag elke maand",
        "Waar": "Zaal, Dorpsstraat 1, 7963\u00a0AB\u00a0Ruinen",
        "Kern": "Pesse",
        "Meedoen": "Bel eerst even",
        "Kosten": "€ 2,50",
        "Toegankelijk": "Met een rolstoel, bushalte dichtbij",
        "Talen": "Nederlands, Oekraïens, Frans",
    }
    assert shown(here).mark == "Wachtlijst"


@pytest.mark.parametrize(
    ("checked_on", "state", "words"),
    [
        (TODAY, Freshness.FRESH, "Nagekeken op 21 november 2026"),
        (TODAY - timedelta(days=400), Freshness.OLD, "Bel eerst"),
        (None, Freshness.NEVER, "Nog niet nagekeken"),
    ],
)
def test_that_it_says_how_old_it_is(here: Room, checked_on: date | None, state: Freshness, words: str) -> None:
    offer(here, house(here), checked_on=checked_on)
    assert shown(here).freshness is state
    assert words in shown(here).checked


# --- who leaves


def test_that_only_persons_who_agreed_and_are_there_now_leave(here: Room) -> None:
    organisation = house(
        here, lead="Trekker Verzonnen", checked_by="Nakijker", working_on="Werkstuk", chances="Kansje"
    )
    offer(here, organisation)
    person(here, organisation, "Vond Goed", may_share=True, agreed_on=TODAY)
    person(here, organisation, "Vond Niets")
    person(
        here,
        organisation,
        "Ging Weg",
        may_share=True,
        agreed_on=TODAY,
        starts=None,
        ends=TODAY - timedelta(days=1),
    )
    hidden = ("Vond Niets", "Ging Weg")
    for form in MapFormat:
        text = words_of(here.workspace.map_exports.files(MapExport(form, persons=True)))
        assert "Vond Goed" in text
        assert [name for name in (*hidden, "Trekker Verzonnen", "Nakijker") if name in text] == []
        assert "Vond Goed" not in words_of(here.workspace.map_exports.files(MapExport(form)))
    for form in PUBLIC:
        text = words_of(here.workspace.map_exports.files(MapExport(form, people=True)))
        assert [word for word in ("Trekker", "Werkstuk", "Kansje") if word in text] == []


def test_that_words_about_a_resident_are_found_before_they_leave(here: Room) -> None:
    here.new_resident(code="R-001", calling_name="Wilhelmina")
    house(here, description="Wilhelmina komt hier elke week.", working_on="Ook Wilhelmina")
    exports = here.workspace.map_exports
    assert len(exports.guarded(MapExport(MapFormat.HTML))) == 1
    assert len(exports.guarded(MapExport(MapFormat.HSDS_JSON))) == 2


# --- writing


def test_that_files_are_written_whole_into_a_new_folder_and_noted(here: Room, tmp_path: Path) -> None:
    offer(here, house(here, village_ids=(village(here, "Ruinen"),)))
    exports = here.workspace.map_exports
    names = {
        form: [path.name for path in exports.write(tmp_path / form.value, MapExport(form))] for form in MapFormat
    }
    assert names[MapFormat.HTML] == ["index.html"]
    assert names[MapFormat.HSDS_JSON] == ["sociale-kaart.json"]
    assert "datapackage.json" in names[MapFormat.HSDS_CSV]
    assert names[MapFormat.PDF] == ["sociale-kaart-ruinen.pdf"]
    assert here.workspace.audit.lines(limit=1)[0].kind is AuditKind.EXPORTED
    with pytest.raises(SpinnenwebError) as caught:
        exports.write(tmp_path / "html", MapExport(MapFormat.HTML))
    assert caught.value.code == "target.exists"


def test_that_an_empty_map_makes_no_paper(here: Room, tmp_path: Path) -> None:
    with pytest.raises(SpinnenwebError) as caught:
        here.workspace.map_exports.write(tmp_path / "uit", MapExport(MapFormat.PDF))
    assert caught.value.code == "map_export.empty"
    assert not (tmp_path / "uit").exists()


def test_that_a_village_is_found_by_its_name(here: Room) -> None:
    assert here.workspace.map_exports.village_named("  RUINEN ") == village(here, "Ruinen")
    with pytest.raises(SpinnenwebError) as caught:
        here.workspace.map_exports.village_named("Nergens")
    assert caught.value.code == "map_export.village"


# --- paper


def test_that_paper_shows_all_that_the_page_shows(here: Room) -> None:
    organisation = house(
        here,
        phone="0522 000000",
        email="a@b.invalid",
        website="https://b.invalid",
        village_ids=(village(here, "Ruinen"),),
    )
    for number in range(40):
        offer(
            here, organisation, f"Aanbod <{number}> & meer", description="Regel één\nRegel twee", themes=("rouw",)
        )
    [data] = here.workspace.map_exports.files(MapExport(MapFormat.PDF, village(here, "Ruinen"))).values()
    reader = PdfReader(BytesIO(data))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert [number for number in range(40) if f"Aanbod <{number}> & meer" not in text] == []
    assert [
        words
        for words in ("Sociale kaart van Ruinen", "Regel twee", "0522 000000 · a@b.invalid")
        if words not in text
    ] == []
    assert f"Bladzijde 1 van {len(reader.pages)}" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Sociale kaart van Ruinen"


def test_that_the_same_map_makes_the_same_paper(here: Room) -> None:
    offer(here, house(here))
    one, other = (here.workspace.map_exports.files(MapExport(MapFormat.PDF)) for _ in range(2))
    assert one == other
