"""The numbers of the board in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from spinnenweb.domain.theme_board import ALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spinnenweb.domain.theme_board import Cell, Partner, Verdict
    from spinnenweb.domain.wording import Wording

translate = QCoreApplication.translate
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """Says cells in words; `villages` are the names by id."""

    words: Wording
    villages: Mapping[str, str]

    def theme(self, code: str) -> str:
        """What a theme is called."""
        key = f"theme.{code}"
        return self.words.say(key) if self.words.has(key) else code

    def signal(self, code: str) -> str:
        """What an early sign is called."""
        key = f"signal.{code}"
        return self.words.say(key) if self.words.has(key) else code

    def village(self, village_id: str) -> str:
        """What a village is called, or all of them."""
        if village_id == ALL:
            return translate("ThemesPage", "Alle kernen")
        return self.villages.get(village_id) or translate("ThemesPage", "Zonder kern")

    def verdict(self, verdict: Verdict) -> str:
        """What a verdict is called."""
        return self.words.say(f"board.verdict.{verdict.value}")

    def meaning(self, verdict: Verdict) -> str:
        """What a verdict means, in one line."""
        return self.words.say(f"board.meaning.{verdict.value}")

    def people(self, number: int) -> str:
        """How many residents."""
        return counted(number, translate("ThemesPage", "1 inwoner"), translate("ThemesPage", "{n} inwoners"))

    def offers(self, number: int) -> str:
        """How much there is to do."""
        return counted(
            number, translate("ThemesPage", "1 mogelijkheid"), translate("ThemesPage", "{n} mogelijkheden")
        )

    def numbers(self, cell: Cell) -> str:
        """Both at once: 14 inwoners, 3 mogelijkheden."""
        return f"{self.people(cell.demand.people)}, {self.offers(cell.supply.offers)}"

    def aloud(self, cell: Cell) -> str:
        """A whole cell as it is read to somebody."""
        where = f"{self.theme(cell.theme)}, {self.village(cell.village_id)}"
        return f"{where}: {self.numbers(cell)}, {self.verdict(cell.verdict)}"

    def facts(self, cell: Cell) -> tuple[tuple[str, int], ...]:
        """The numbers of a cell, each with what it counts; what is nothing and needs no saying is left out."""
        demand, supply = cell.demand, cell.supply
        always = (
            (translate("ThemesPage", "Inwoners die ernaar vroegen"), demand.people),
            (translate("ThemesPage", "Mogelijkheden op de kaart"), supply.offers),
            (translate("ThemesPage", "Inwoners die een tip kregen of er via jou heen gingen"), cell.passed_on),
        )
        asked = (
            (translate("ThemesPage", "Van hen met een signaal"), demand.signalled),
            (translate("ThemesPage", "Van hen met een doel dat nog loopt"), demand.goals),
            (translate("ThemesPage", "Korte praatjes zonder kaart"), demand.loose),
        )
        there = (
            (translate("ThemesPage", "Mogelijkheden met plek"), supply.takes),
            (translate("ThemesPage", "Daarvan met een wachtlijst"), supply.waiting),
            (translate("ThemesPage", "Van bewoners of informeel"), supply.informal),
            (translate("ThemesPage", "Lang niet nagekeken"), supply.unsure),
        )
        return (always[0], *_said(asked), always[1], *_said(there), always[2])


def _said(facts: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    return tuple(fact for fact in facts if fact[1])


def counted(number: int, one: str, many: str) -> str:
    """One or many of something."""
    return one if number == 1 else many.format(n=number)


def some_names(partners: Iterable[Partner]) -> str:
    """The first names, and how many more there are."""
    names = [partner.name for partner in partners]
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return translate("ThemesPage", "{names} en nog {n}").format(names=shown, n=more) if more > 0 else shown
