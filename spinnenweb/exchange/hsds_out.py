"""A social map as a package of the standard; who did not agree does not leave."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from spinnenweb.exchange.hsds_package import HsdsRow
from spinnenweb.exchange.hsds_rest import Joining
from spinnenweb.exchange.hsds_rows import REST, contact_rows, offer_rows, organisation_rows
from spinnenweb.exchange.hsds_terms import derived, taxonomy_values, term_values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinnenweb.domain.social_map import ContactPerson
    from spinnenweb.exchange.hsds_package import Package
    from spinnenweb.exchange.hsds_rows import Made
    from spinnenweb.exchange.hsds_terms import Term
    from spinnenweb.exchange.map_content import MapContent, MapWords


def to_package(content: MapContent, words: MapWords, *, people: bool) -> Package:
    """The package of a map. `people` also lets names of those who pull or checked leave.

    The contact persons in `content` all leave: hand over only those that may (`ContactPerson.leaves`).
    """
    joining = Joining(people=people)
    persons = [person.id for person in content.contacts]
    by_owner = _by_owner(content.contacts)
    there = {record.id for record in content.organisations}
    made: list[Made] = []
    for organisation in content.organisations:
        rows = organisation_rows(organisation, content.villages, people=people)
        rows += [row for person in by_owner["organization", organisation.id] for row in contact_rows(person)]
        joining.add(rows, _rest(organisation.external), persons)
        made += rows
    for offer in content.offers:
        if offer.organisation_id not in there:
            continue
        rows = offer_rows(offer, content.villages, people=people)
        rows += [row for person in by_owner["service", offer.id] for row in contact_rows(person)]
        joining.add(rows, _rest(offer.external), persons)
        made += rows
    _add_terms(joining.package, made, content, words)
    return joining.finish()


def _by_owner(persons: tuple[ContactPerson, ...]) -> Mapping[tuple[str, str], list[ContactPerson]]:
    found: defaultdict[tuple[str, str], list[ContactPerson]] = defaultdict(list)
    for person in persons:
        owner = ("service", person.offer_id) if person.offer_id else ("organization", person.organisation_id)
        found[owner].append(person)
    return found


def _rest(external: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rest = external.get(REST, [])
    return [entry for entry in rest if isinstance(entry, dict)] if isinstance(rest, list) else []


def _add_terms(package: Package, made: list[Made], content: MapContent, words: MapWords) -> None:
    """Our own terms, as far as an attribute points to them."""
    wanted = {row.text("taxonomy_term_id") for row in package.of("attribute")}
    terms: dict[str, Term] = {one.term.id: one.term for one in made if one.term and one.term.id in wanted}
    known, groups = package.by_id("taxonomy_term"), package.by_id("taxonomy")
    for term_id, term in terms.items():
        if term_id not in known:
            package.add("taxonomy_term", HsdsRow(term_values(term, words, content.villages)))
        if derived(term.taxonomy) not in groups:
            row = HsdsRow(taxonomy_values(term.taxonomy))
            groups[row.id] = row
            package.add("taxonomy", row)
