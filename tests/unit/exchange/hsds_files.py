"""Packages for tests: the samples, an invented map with every field filled, and how to read and write."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from spinnenweb.domain.social_map import (
    Access,
    Capacity,
    ContactPerson,
    Costs,
    Every,
    Offer,
    OfferKind,
    OfferStatus,
    Organisation,
    Place,
    Slot,
    WayIn,
)
from spinnenweb.exchange.hsds_check import check
from spinnenweb.exchange.hsds_csv import read_csv, write_csv
from spinnenweb.exchange.hsds_in import from_package
from spinnenweb.exchange.hsds_json import read_json, write_json
from spinnenweb.exchange.hsds_out import to_package
from spinnenweb.exchange.map_content import MapContent, MapWords
from spinnenweb.exchange.map_flaws import Flaws

if TYPE_CHECKING:
    from spinnenweb.exchange.hsds_package import Package
    from spinnenweb.exchange.map_flaws import MapFlaw

SAMPLES = Path(__file__).parents[2] / "data" / "hsds"
WORDS = MapWords(
    {"eenzaamheid": "Eenzaamheid", "rouw": "Verlies en rouw", "eigen-samen-eten": "Samen eten"},
    {"LF": "Lichaamsfuncties", "MD": "Meedoen"},
)
HOUSE = "019a9c00-0000-7000-8000-000000000001"
COFFEE = "019a9c00-0000-7000-8000-000000000002"
PERSON = "019a9c00-0000-7000-8000-000000000003"
VILLAGE = "019a9c00-0000-7000-8000-000000000004"
GROUP = "019a9c00-0000-7000-8000-000000000005"
DRIVERS = "019a9c00-0000-7000-8000-000000000006"
DAY = date(2026, 10, 3)

FULL = MapContent(
    organisations=(
        Organisation(
            id=HOUSE,
            name='Dorpshuis "De Kapstok", Ruinen',
            kind=OfferKind.RESIDENTS,
            description="Van en voor iedereen.\n=1+1 is geen formule; één komma, twee.",
            website="https://kapstok.invalid/pagina?a=1&b=2",
            email="post@kapstok.invalid",
            phone="+31 522 000000",
            village_ids=(VILLAGE,),
            lead="de kerngroep",
            checked_on=DAY,
            checked_by="AB",
            check_before=date(2027, 1, 1),
            working_on="Meedoen en zingeving",
            chances="Een moestuin",
            themes=("eenzaamheid", "eigen-samen-eten"),
            kvk="00000000",
            external={"kolommen": {"Beheerder": "gemeente", "Oppervlak": "240"}},
        ),
        Organisation(GROUP, "Wandelclub", website="www.wandel.invalid", email="geen adres", active=False),
    ),
    offers=(
        Offer(
            id=COFFEE,
            organisation_id=HOUSE,
            name="Koffieochtend",
            kind=OfferKind.INFORMAL,
            description="Schuif aan.",
            for_whom="Iedereen",
            age_from=18,
            age_to=99,
            way_in=WayIn.WALK_IN,
            way_in_words="Kom gewoon binnen",
            costs=Costs.FREE,
            costs_words="Koffie is gratis",
            when="Niet in de zomer",
            schedule=(
                Slot(1, time(10), time(12)),
                Slot(3, time(10), time(12)),
                Slot(4, time(14, 30), None, Every.TWO_WEEKS),
                Slot(6, time(15), time(17), Every.MONTH, -1),
                Slot(None, time(9), time(17)),
                Slot(2, time(9), time(17), since=date(2026, 9, 1), until=date(2027, 6, 30)),
                Slot(2, time(9), time(17)),
            ),
            where=Place("Grote zaal", "Dorpsstraat 1", "7963 AB", "Ruinen"),
            village_ids=(VILLAGE,),
            accessible=(Access.WHEELCHAIR.value, Access.TOILET.value),
            accessible_words="Deur aan de zijkant",
            languages=("nl", "uk"),
            themes=("eenzaamheid",),
            dimensions=("MD", "LF"),
            status=OfferStatus.CLOSED,
            capacity=Capacity.WAITING,
            checked_on=DAY,
            checked_by="AB",
            check_before=date(2026, 12, 31),
            external={"kolommen": {"Code": "K-7"}},
        ),
        Offer(
            DRIVERS,
            GROUP,
            "Gezocht: chauffeurs",
            OfferKind.SEEKS,
            costs_words="kilometers betaald",
            when="Als het uitkomt",
            where=Place(town="Ruinen"),
        ),
    ),
    contacts=(
        ContactPerson(
            PERSON,
            HOUSE,
            COFFEE,
            "Verzonnen Gastvrouw",
            "gastvrouw",
            "0522 000001",
            "gast@kapstok.invalid",
            starts=date(2025, 1, 1),
            ends=date(2027, 1, 1),
            may_share=True,
            agreed_on=date(2025, 2, 1),
            direct=True,
        ),
    ),
    villages={VILLAGE: "Ruinen"},
)


def checked(package: Package, flaws: Flaws) -> tuple[MapFlaw, ...]:
    """All that is wrong with a package."""
    if not flaws:
        check(package, flaws)
    return flaws.told()


def taken_in(package: Package) -> MapContent:
    """The map of a package in which nothing is wrong."""
    flaws = Flaws()
    assert checked(package, flaws) == ()
    content = from_package(package, WORDS, flaws)
    assert flaws.told() == ()
    return content


def through(content: MapContent, form: str, *, people: bool = True) -> MapContent:
    """A map written in a form and read again."""
    package = to_package(content, WORDS, people=people)
    flaws = Flaws()
    again = read_json(write_json(package), flaws) if form == "json" else read_csv(write_csv(package), flaws)
    assert flaws.told() == ()
    return taken_in(again)
