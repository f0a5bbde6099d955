"""The summary as PDF, with and without its web."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Row, interleaved, timed
from tests.benchmarks.start import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.services.catalogue import Catalogue


def measure(*, quick: bool) -> Iterator[Row]:
    """The same resident and talk each time; loading the libraries is not in it."""
    from spinnenweb.domain.residents import Resident
    from spinnenweb.services.catalogue import read_catalogue
    from spinnenweb.services.summaries import SummaryChoice, SummaryService

    catalogue = read_catalogue(ROOT / "resources")
    service = SummaryService(catalogue, ROOT / "resources" / "texts")
    person, talk = Resident("r", "R-014", "mevrouw Voorbeeld"), talk_of(catalogue)
    drawn, bare = SummaryChoice(), SummaryChoice(web=False)
    for choice in (drawn, bare):
        service.pdf(person, talk, choice)
    times = interleaved(
        5 if quick else 30,
        lambda: timed(lambda: service.pdf(person, talk, drawn)),
        lambda: timed(lambda: service.pdf(person, talk, bare)),
    )
    yield times.row("samenvatting als PDF, met en zonder web")


def talk_of(catalogue: Catalogue) -> Conversation:
    """A finished talk with everything a summary shows."""
    from spinnenweb.domain.answers import marked
    from spinnenweb.domain.conversations import DimensionEntry, Matter, Step, new_conversation
    from spinnenweb.domain.instruments import ADULT, Mode

    instrument = catalogue.instruments[ADULT]
    marks = zip(instrument.codes, (6, 7, 8, 5, 6, 7), strict=True)
    return replace(
        new_conversation("c", "r", date(2026, 11, 21), instrument),
        mode=Mode.DIRECT,
        dimensions=tuple(DimensionEntry(code, marked(mark), topic=mark == 5) for code, mark in marks),
        matters=(Matter("KL"), Matter(words="vaker naar het koor")),
        step=Step("donderdag bellen met het koor", "deze week", "de buurvrouw"),
        return_on=date(2027, 1, 15),
    )
