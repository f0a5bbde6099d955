"""From the contributions of several laptops to the residents of one release (reference/anonymisation.md 4.5).

Records are merged, never figures. A resident known to two workers is one: the last measurement counts, and the
tokens of the other are in use no longer. Where it cannot be told who is who, people share a household, so that for
10 and for 5 they count as one: the error is always on the careful side.

    merged = merge([Contribution(laptop, until, people), ...], links={})
    outcome = release(merged.members, merged.in_ledger(ledger), request)
    links = merged.links        # to be kept, and given again with the next release
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import unit_of
from spinnenweb.disclosure.people import Tokens
from spinnenweb.team.groups import Groups
from spinnenweb.team.households import Households
from spinnenweb.team.renumbering import with_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.disclosure.contributions import Contributed, Contribution
    from spinnenweb.disclosure.ledger import Ledger
    from spinnenweb.disclosure.people import Member

    Records = Sequence[tuple[str, Contributed]]
    """What is known of one resident, with the laptop that said it."""


@dataclass(frozen=True, slots=True)
class SameResident:
    """Two numbers in the ledger turned out to be one resident: `gone` becomes `kept`."""

    gone: int
    kept: int
    household: int | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The residents of a team.

    `links` goes from the number a laptop gave a resident to the number in the ledger, for residents that several
    laptops knew at any time; it must be kept for the next release. `households` are residents who count as one,
    with the number they share.
    """

    members: tuple[Member, ...]
    links: Mapping[int, int]
    same: tuple[SameResident, ...] = ()
    households: tuple[tuple[frozenset[int], int], ...] = ()

    def in_ledger(self, ledger: Ledger) -> Ledger:
        """The ledger once it knows who is one resident and who one household, in all earlier sets as well."""
        counts_as = {each.gone: (each.kept, unit_of(each.kept, each.household)) for each in self.same}
        for residents, household in self.households:
            counts_as.update((number, (number, unit_of(number, household))) for number in residents)
        return with_numbers(ledger, counts_as)


def merge(contributions: Iterable[Contribution], links: Mapping[int, int]) -> Merged:
    """The residents of all contributions, each once, in an order that does not depend on that of the files.

    `links` are those of the release before, none for the first. A laptop stands in `contributions` once. Whoever
    said no on one laptop is left out on all of them.
    """
    ordered = sorted(contributions, key=lambda each: each.laptop)
    refusing = _refusing(ordered)
    records = [(each.laptop, record) for each in ordered for record in each.people]
    groups = [group for group in _groups(records) if not _is_refused(group, refusing)]
    people = _numbered(groups, links)
    households = Households(people.values())
    same = tuple(_same(people, links, households))
    members = tuple(_member(number, group, households.of(group)) for number, group in sorted(people.items()))
    return Merged(members, _links(people, links, same), same, _shared(people, households))


def _refusing(contributions: Iterable[Contribution]) -> Mapping[bytes, set[str]]:
    found: defaultdict[bytes, set[str]] = defaultdict(set)
    for each in contributions:
        for mark in each.refused:
            found[mark].add(each.laptop)
    return found


def _is_refused(group: Records, refusing: Mapping[bytes, set[str]]) -> bool:
    # a laptop that says yes and no to one mark knows two people
    return any(refusing.get(record.mark, set()) - {laptop} for laptop, record in group)


def _groups(records: Records) -> list[Records]:
    """What is said of each resident: records with a number, or the mark, in common belong together.

    Two residents of one laptop with the same mark are two; each goes with the one of the same rank elsewhere.
    """
    tied: Groups[int | tuple[bytes, int]] = Groups()
    ranks: defaultdict[tuple[str, bytes], int] = defaultdict(int)
    ordered = sorted(records, key=lambda each: (each[1].member.resident, each[0]))
    for laptop, record in ordered:
        tied.tie(record.member.resident, (record.mark, ranks[laptop, record.mark]))
        for number in record.former:
            tied.tie(record.member.resident, number)
        ranks[laptop, record.mark] += 1
    found: defaultdict[int | tuple[bytes, int], list[tuple[str, Contributed]]] = defaultdict(list)
    for each in ordered:
        found[tied.head(each[1].member.resident)].append(each)
    return [*found.values()]


def _own_numbers(group: Records) -> list[int]:
    return sorted({number for _laptop, record in group for number in record.numbers})


def _known_numbers(group: Records, links: Mapping[int, int]) -> list[int]:
    """Under which numbers this resident may stand in the ledger."""
    return sorted({links.get(number, number) for number in _own_numbers(group)})


def _numbered(groups: Iterable[Records], links: Mapping[int, int]) -> dict[int, Records]:
    """Each resident under the number that stays; of two who were one before, the first keeps it."""
    people: dict[int, Records] = {}

    def comes_first(group: Records) -> tuple[bool, list[int]]:
        own = _own_numbers(group)
        return _known_numbers(group, links)[0] not in own, own

    for group in sorted(groups, key=comes_first):
        wanted = (*_known_numbers(group, links), *_own_numbers(group))
        people[next(number for number in wanted if number not in people)] = group
    return people


def _same(
    people: Mapping[int, Records], links: Mapping[int, int], households: Households
) -> Iterable[SameResident]:
    for kept, group in sorted(people.items()):
        for gone in _known_numbers(group, links):
            # a number that is somebody else's by now was parted from this resident
            if gone not in people:
                yield SameResident(gone, kept, households.of(group))


def _links(
    people: Mapping[int, Records], links: Mapping[int, int], same: Iterable[SameResident]
) -> dict[int, int]:
    gone = {each.gone: each.kept for each in same}
    found = {number: gone.get(person, person) for number, person in links.items()}
    for person, group in people.items():
        own = _own_numbers(group)
        if len(own) > 1 or own != [person] or own[0] in found:
            found.update(dict.fromkeys(own, person))
    return found


def _shared(people: Mapping[int, Records], households: Households) -> tuple[tuple[frozenset[int], int], ...]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for number, group in people.items():
        household = households.of(group)
        if household is not None:
            found[household].add(number)
    return tuple((frozenset(residents), household) for household, residents in sorted(found.items()))


def _member(number: int, group: Records, household: int | None) -> Member:
    """The last talk decides, and for the marks the last web; of one day the laptop that comes last."""
    last = max(group, key=lambda each: (each[1].talked_on, each[0], each[1].member.resident))[1].member
    with_web = [each for each in group if each[1].member.web is not None]
    drawn = max(with_web, key=_web_age)[1].member if with_web else last
    tokens = Tokens(last.tokens.people, drawn.tokens.web, last.tokens.follow_up)
    # of somebody two workers know, what came before the last web is not known in the right order
    earlier = last.earlier if len(group) == 1 else ()
    return replace(last, resident=number, household=household, web=drawn.web, tokens=tokens, earlier=earlier)


def _web_age(each: tuple[str, Contributed]) -> tuple[date, str, int]:
    laptop, record = each
    return record.web_on or date.min, laptop, record.member.resident
