"""`datapackage.json`: what every file and column of a release means, for machines (Data Package version 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.releases import RowStatus
from spinnenweb.exchange.release_tables import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spinnenweb.disclosure.tables import Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MEANING = {
    "personen": "bewoners die in beeld zijn",
    "themas": "bewoners bij wie een thema ter sprake kwam",
    "onderwerpen": "bewoners die een onderwerp wilden bespreken",
    "signalen": "bewoners bij wie een signaal is genoteerd",
    "opvolging": "bewoners die een stap in de opvolging bereikten",
    "klassen": "bewoners met een cijfer in deze klasse; een keer per jaar, niet om dorpen mee te vergelijken",
    "verandering": "gemiddelde verandering van wie vorig jaar ook een cijfer gaf; een keer per jaar",
    "dimensies": "gemiddelde van het laatste cijfer; niet om dorpen mee te vergelijken",
}
_COLUMNS = {
    "kern": "dorp, wijk of groep van dorpen; totaal is gemaakt van de getoonde cijfers",
    "leeftijdsgroep": "leeftijd is het kalenderjaar min het geboortejaar; totaal is de hele kern",
    "stap": "waarop is afgerond",
    "status": "nieuw, herhaald of afgeschermd",
    "peilmoment": "maand waarvan het cijfer is, jjjj-mm",
}


def data_package(
    tables: tuple[Table, ...], name: str, title: str, words: Mapping[str, str], rules: Mapping[str, object]
) -> dict[str, object]:
    """The description as JSON data; `rules` are the numbers of the method, put in as they are."""
    return {
        "$schema": PROFILE,
        "name": name,
        "title": title,
        "description": "Afgeschermde cijfers; lees verantwoording.txt.",
        "regels": dict(rules),
        "resources": [_resource(table, words) for table in tables],
    }


def _resource(table: Table, words: Mapping[str, str]) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "description": _MEANING[table.name],
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "header": True},
        "schema": {"missingValues": [HIDDEN], "fields": _fields(table, words)},
    }


def _fields(table: Table, words: Mapping[str, str]) -> list[dict[str, object]]:
    return [
        _text("kern"),
        _text("leeftijdsgroep"),
        *_item_fields(table, words),
        {"name": table.measure, **_number(table), "description": _MEANING[table.name]},
        {"name": "stap", **_number(table), "description": _COLUMNS["stap"]},
        {**_text("status"), "constraints": {"enum": [status.value for status in RowStatus]}},
        {**_text("peilmoment"), "constraints": {"pattern": "[0-9]{4}-[0-9]{2}"}},
    ]


def _text(name: str) -> dict[str, object]:
    return {"name": name, "type": "string", "description": _COLUMNS[name]}


def _number(table: Table) -> dict[str, object]:
    if table.measure == "aantal":
        return {"type": "integer"}
    return {"type": "number", "decimalChar": ",", "bareNumber": True}


def _item_fields(table: Table, words: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for place, column in enumerate(table.item_columns):
        codes = list(dict.fromkeys(table.items_of(row)[place] for row in table.rows))
        told = "; ".join(f"{code} = {words[key]}" for code in codes if (key := f"{table.name}:{code}") in words)
        field: dict[str, object] = {"name": column, "type": "string", "description": told or "code"}
        yield {**field, "constraints": {"enum": codes}} if codes else field
