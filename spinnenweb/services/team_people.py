"""Residents across the laptops of a team: what this vault adds, and everybody together.

own = own_contribution(work, catalogue, until, team_key, laptop)   # on every laptop, and at the coordinator
team = team_people(work, catalogue, until, names, previous_of)     # at the coordinator, for a release
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from spinnenweb.disclosure.columns import MARK_UNIT, NOT_GIVEN, rolls_of
from spinnenweb.disclosure.contributions import Contributed, Contribution
from spinnenweb.disclosure.people import FollowUp, Member, Tokens, WebAnswer
from spinnenweb.domain.instruments import DIMENSION_CODES
from spinnenweb.domain.likeness import plain_name
from spinnenweb.domain.residents import ConsentAnswer, Purpose, current_answers
from spinnenweb.domain.team import RosterLine, TeamRole
from spinnenweb.exchange.contribution_files import parse_contribution
from spinnenweb.security.sealing import check_code
from spinnenweb.services.counted_people import counted_people, members_for_release, unsigned
from spinnenweb.services.series_ledger import changed_bodies, read_ledger
from spinnenweb.team.merging import merge
from spinnenweb.team.recognition import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spinnenweb.disclosure.columns import Roll
    from spinnenweb.disclosure.ledger import Ledger
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.counted_people import Counted
    from spinnenweb.storage.team_store import TeamSelf
    from spinnenweb.storage.unit_of_work import UnitOfWork
    from spinnenweb.team.merging import Merged

_NO = (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ReleasePeople:
    """Everybody who counts in a release of this vault, each once, by the name of the village.

    `unmerged`: this is the vault of one laptop of a team. `missing` names the laptops whose contribution is not
    there. `merged` is what several laptops know together, `None` for a vault that works alone; `settled` says
    whether `settle_team` has nothing to do.
    """

    rolls: Mapping[str, Roll]
    unmerged: bool = False
    missing: tuple[str, ...] = ()
    merged: Merged | None = None
    settled: bool = True

    def in_ledger(self, ledger: Ledger) -> Ledger:
        """The ledger once it knows who is one resident and who one household on all laptops together."""
        return ledger if self.merged is None else self.merged.in_ledger(ledger)


def people_for_release(
    work: UnitOfWork,
    catalogue: Catalogue,
    until: date,
    names: Mapping[str, str],
    previous_of: Iterable[str] = (),
    days: tuple[date, ...] = (),
) -> ReleasePeople:
    """Everybody who counts up to and including a day: of this vault alone, or of all laptops of its team.

    `names` says under which name each village (by id) is given out. `previous_of` names the laptops whose previous
    contribution may stand in for a missing one; who never sent one stays missing. `days` as `members_for_release`.
    """
    own = work.team.own()
    if own is None or own.role is not TeamRole.COORDINATOR:
        alone = members_for_release(work, catalogue, until, names, days)
        return ReleasePeople(alone.rolls, unmerged=own is not None)
    links = work.team.links()
    given = [own_contribution(work, catalogue, until, own, own.coordinator), *_taken_in(work)]
    merged = merge(given, links)
    said = _said_as(work, names)
    members = (
        replace(member, village=said[village])
        for member in merged.members
        if (village := plain_name(member.village)) in said
    )
    missing = _missing(work, until, {*previous_of})
    return ReleasePeople(rolls_of(members), False, missing, merged, settled=merged.links == links)


def settle_team(work: UnitOfWork, people: ReleasePeople) -> None:
    """Keep who turned out to be one resident: in the ledger, and for the next release."""
    if people.merged is not None:
        before = read_ledger(work)
        work.series.put_ledgers({**changed_bodies(before, people.in_ledger(before))})
        work.team.put_links(people.merged.links)


def _missing(work: UnitOfWork, until: date, repeated: set[str]) -> tuple[str, ...]:
    late = (line for line in roster(work, until) if line.missing)
    return tuple(line.name for line in late if line.until is None or line.name not in repeated)


def own_contribution(
    work: UnitOfWork, catalogue: Catalogue, until: date, own: TeamSelf, laptop: str
) -> Contribution:
    """What this vault adds up to and including a day; who has no number yet is not in it (`number_people`)."""
    names = {village.id: village.name for village in work.villages.all()}
    former = _former_numbers(work)
    calling = {card.id: card.calling_name for card in work.residents.all()}
    people = tuple(
        _contributed(one, own.team_key, calling.get(one.card, ""), former.get(one.card, ()))
        for one in counted_people(work, catalogue, until, names)
    )
    return Contribution(laptop, until, people, frozenset(_refused(work, own.team_key, names)))


def _contributed(one: Counted, team_key: bytes, name: str, former: tuple[int, ...]) -> Contributed:
    member = Member(
        resident=one.number,
        household=one.household,
        village=one.village,
        birth_year=one.birth_year,
        web=_web(one),
        themes=frozenset(one.themes),
        topics=frozenset(one.topics),
        signals=frozenset(one.signals),
        follow_up=FollowUp(**dict.fromkeys(one.stages, True)),
        tokens=Tokens(*one.tokens),
    )
    mark = mark_of(team_key, name, one.birth_year, one.village, one.number)
    web_on = None if one.web_on is None else date.fromisoformat(one.web_on)
    return Contributed(member, mark, date.fromisoformat(one.talked_on), web_on, former)


def _web(one: Counted) -> WebAnswer | None:
    if one.web is None:
        return None
    given = {
        code: Fraction(mark, MARK_UNIT)
        for code, mark in zip(DIMENSION_CODES, one.marks, strict=True)
        if mark != NOT_GIVEN
    }
    return WebAnswer(one.web.instrument, one.web.mode, one.web.scale, given)


def _former_numbers(work: UnitOfWork) -> dict[str, tuple[int, ...]]:
    """The numbers that merged cards had, by the card they are shown under."""
    found: dict[str, tuple[int, ...]] = {}
    numbers = work.series.numbers()
    for other, kept in sorted(work.counted.aliases().items()):
        if other in numbers:
            found[kept] = (*found.get(kept, ()), unsigned(numbers[other]))
    return found


def _refused(work: UnitOfWork, team_key: bytes, names: Mapping[str, str]) -> Iterator[bytes]:
    """The marks of those who said no to counting, or whose file is only kept; nobody without a name."""
    count, record = work.consents.by_purpose(Purpose.COUNT), work.consents.by_purpose(Purpose.RECORD)
    for card in work.residents.all():
        answers = current_answers((*count.get(card.id, ()), *record.get(card.id, ())))
        said_no = any(answer.answer in _NO for answer in answers.values())
        village = names.get(card.village_id or "")
        if plain_name(card.calling_name) and village and (said_no or card.restricted):
            yield mark_of(team_key, card.calling_name, card.birth_year, village, 0)


def _taken_in(work: UnitOfWork) -> Iterator[Contribution]:
    for laptop in work.team.contributions():
        yield parse_contribution(work.team.body(laptop)).contribution


def _said_as(work: UnitOfWork, names: Mapping[str, str]) -> dict[str, str]:
    """Under which name a village is given out, by its name as it is compared between laptops."""
    return {plain_name(each.name): names[each.id] for each in work.villages.all() if each.id in names}


def roster(work: UnitOfWork, until: date) -> tuple[RosterLine, ...]:
    """The laptops of the team by name, each with its last contribution.

    A contribution is there for a release when it tells up to the month of that release, or a later one.
    """
    given = work.team.contributions()
    lines = []
    for laptop in work.team.laptops():
        code = check_code(bytes.fromhex(laptop.verify_key), laptop.recipient)
        line = RosterLine(laptop.verify_key, laptop.name, code)
        last = given.get(laptop.verify_key)
        if last is not None:
            late = (last.until.year, last.until.month) < (until.year, until.month)
            line = replace(line, until=last.until, taken_on=last.taken_on, people=last.people, missing=late)
        lines.append(line)
    return tuple(lines)
