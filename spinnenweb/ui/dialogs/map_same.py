"""Which one on the map is the same: chosen from those that are like it, or found while typing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from spinnenweb.domain.map_filter import MapFilter
from spinnenweb.ui.dialogs.choice_sheet import ChoiceSheet
from spinnenweb.ui.widgets.labels import text_label
from spinnenweb.ui.widgets.rows import end_row, list_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from spinnenweb.domain.social_map import Offer, Organisation
    from spinnenweb.services.map_records import OfferLine
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.dialogs.choice_sheet import Choice

    Row = tuple[str, str, str]

MOST = 6


class Choices(Protocol):
    """What can be chosen: an id, a name, and a word about it."""

    def at_first(self) -> list[Row]:
        """Before anything is typed."""

    def named(self, text: str) -> list[Row]:
        """Those in which this is found."""


@dataclass(frozen=True, slots=True)
class SameOrganisation:
    """All organisations but this one; those that are like it come first."""

    context: Context
    without: Organisation

    def at_first(self) -> list[Row]:
        """Those that are like it."""
        found, words = self.context.workspace.map_merging.like_organisation(self.without), self.context.words
        return [(one.id, one.name, words.say(f"map.like.{one.why.value}")) for one in found]

    def named(self, text: str) -> list[Row]:
        """Those in which this is found."""
        service, words = self.context.workspace.social_map, self.context.words
        ids = [one for one in service.find_organisations(MapFilter(text=text)) if one != self.without.id]
        lines = [line.organisation for line in service.organisation_lines(ids[:MOST])]
        return [(one.id, one.name, words.say(f"map.kind.{one.kind.value}")) for one in lines]


@dataclass(frozen=True, slots=True)
class SameOffer:
    """All offers but this one: those that are like it, then what its organisation offers more."""

    context: Context
    without: Offer

    def at_first(self) -> list[Row]:
        """Those that are like it, here and elsewhere, and the others of its organisation."""
        one, merging = self.without, self.context.workspace.map_merging
        like = [*merging.like_offer(one), *merging.like_offer(replace(one, organisation_id=""))]
        own = self.context.workspace.social_map.find_offers(MapFilter(organisation_id=one.organisation_id))
        return self._rows([*(found.id for found in like), *own])

    def named(self, text: str) -> list[Row]:
        """Those in which this is found."""
        return self._rows(self.context.workspace.social_map.find_offers(MapFilter(text=text)))

    def _rows(self, ids: Iterable[str]) -> list[Row]:
        others = [one for one in dict.fromkeys(ids) if one != self.without.id]
        lines = self.context.workspace.social_map.offer_lines(others[:MOST])
        return [_of_offer(line) for line in lines]


@dataclass(frozen=True, slots=True)
class OneOfThese:
    """The offers of one organisation."""

    lines: tuple[OfferLine, ...]

    def at_first(self) -> list[Row]:
        """All of them."""
        return [_of_offer(line) for line in self.lines]

    def named(self, text: str) -> list[Row]:
        """Those with this in their name."""
        return [_of_offer(line) for line in self.lines if text.casefold() in line.offer.name.casefold()]


def _of_offer(line: OfferLine) -> Row:
    sub = " · ".join(part for part in (line.organisation.name, line.offer.for_whom, line.offer.when) if part)
    return line.offer.id, line.offer.name, sub


class ChooseSameDialog(ChoiceSheet):
    """Sends `chosen(str)`, the id that was chosen, and goes."""

    def __init__(self, context: Context, title: str, choices: Choices, parent: QWidget) -> None:
        super().__init__(context, self.tr("Typ een deel van de naam"), parent)
        self.name(title, self.tr("Kiezen"))
        self._choices = choices
        self.begin()

    def found(self, typed: str) -> Iterator[Choice]:
        """Those with this in their name, or those that are like it."""
        found = self._choices.named(typed) if typed else self._choices.at_first()
        for one, name, sub in found[:MOST]:
            row = list_row(f"{name}, {sub}", text_label(name, "strong"), sub)
            yield one, row, end_row(row)

    def first(self) -> str:
        """What Enter chooses: the first that is shown."""
        return next(iter(self.rows.values()), "")
