"""What goes into a file with a social map or comes out of one: records of the domain and the words around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation


@dataclass(frozen=True, slots=True)
class MapContent:
    """Organisations with their offers and contact persons; `villages` holds the names by id.

    What comes out of a file has the ids of that file, also of the villages.
    """

    organisations: tuple[Organisation, ...] = ()
    offers: tuple[Offer, ...] = ()
    contacts: tuple[ContactPerson, ...] = ()
    villages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words of the vocabulary by code: themes and dimensions in the worker's language."""

    themes: Mapping[str, str]
    dimensions: Mapping[str, str]
