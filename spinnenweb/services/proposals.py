"""What the social map has for a resident's question or gift; what was chosen or declined is remembered."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import Changes, Kind, changed
from spinnenweb.domain.choices import AboutKind, Choice, ProposalChoice
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.map_filter import works_in
from spinnenweb.domain.proposals import MOST, propose
from spinnenweb.domain.settings import neighbours_of
from spinnenweb.domain.signals import SignalState
from spinnenweb.domain.social_map import current_contact, freshness
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.domain.themes import GIFT
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.services.looking_along import asked_along, persons_along, proposal_along
from spinnenweb.services.map_writing import known_offer
from spinnenweb.services.proposal_needs import need_of, telling
from spinnenweb.services.proposal_records import About, Answered, Declined, ProposalLine, Proposals, Wish
from spinnenweb.services.residents import known, refuse_restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.domain.proposals import Need, Proposal
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.signals import SignalService
    from spinnenweb.storage.database import Database
    from spinnenweb.storage.unit_of_work import UnitOfWork

__all__ = ["About", "Answered", "Declined", "ProposalLine", "ProposalService", "Proposals", "Wish"]


class ProposalService:
    """What is done with proposals. A file that is only kept gets none."""

    def __init__(
        self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource, signals: SignalService
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids
        self._signals = signals

    # reading

    def for_topic(self, resident_id: str, code: str) -> Proposals:
        """What fits an aspect or dimension; raises as `of`."""
        return self.of(resident_id, About(AboutKind.TOPIC, code))

    def for_theme(self, resident_id: str, code: str) -> Proposals:
        """What fits a theme; raises as `of`."""
        return self.of(resident_id, About(AboutKind.THEME, code))

    def for_goal(self, resident_id: str, goal_id: str) -> Proposals:
        """What fits a goal: its own words, and what mattered in the talk it came from; raises as `of`."""
        return self.of(resident_id, About(AboutKind.GOAL, goal_id))

    def for_step(self, resident_id: str, step_id: str) -> Proposals:
        """What fits a step; raises as `of`."""
        return self.of(resident_id, About(AboutKind.STEP, step_id))

    def for_signal(self, resident_id: str, code: str) -> Proposals:
        """What may help with an early sign; raises as `of`."""
        return self.of(resident_id, About(AboutKind.SIGNAL, code))

    def for_gift(self, resident_id: str) -> Proposals:
        """Places that look for people, those first that speak of what the resident likes doing; raises as `of`."""
        return self.of(resident_id, About(AboutKind.GIFT, GIFT))

    def of(self, resident_id: str, about: About, said: str = "") -> Proposals:
        """At most five offers, the best first, without those that were declined for this.

        `said` are words of the resident that stand in no finished talk yet.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`, `proposal.about`.
        """
        with self._database.reading() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            return self._proposals(work, resident, about, said)

    def for_card(self, resident: Resident, about: About, said: str = "") -> Proposals:
        """The same for somebody who is not in the vault yet, of whom nothing was chosen or declined.

        Raises:
            SpinnenwebError: `proposal.about`.
        """
        with self._database.reading() as work:
            return self._proposals(work, resident, about, said)

    def along(self, draft: Draft, asked: Iterable[About]) -> tuple[ProposalLine, ...]:
        """What a resident who looks along is shown for all that is asked: at most five offers, each once.

        The best of every question come first, so that no question takes all the room. What the worker alone may
        see is not in them, and early signals are passed over.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`, `proposal.about`.
        """
        with self._database.reading() as work:
            found = [self._one_along(work, draft, about).lines for about in asked_along(asked)]
        by_offer: dict[str, ProposalLine] = {}
        for line in (line for row in zip_longest(*found) for line in row if line is not None):
            by_offer.setdefault(line.proposal.offer.id, line)
        return tuple(by_offer.values())[:MOST]

    def one_along(self, draft: Draft, about: About) -> Proposals:
        """The same for one question, without what was declined before; raises as `along`."""
        with self._database.reading() as work:
            return self._one_along(work, draft, about)

    def _one_along(self, work: UnitOfWork, draft: Draft, about: About) -> Proposals:
        resident = draft.resident if draft.resident_is_new else known(work, draft.resident.id)
        refuse_restricted(resident)
        found = self._proposals(work, resident, about, _said_in(draft.conversation, about), along=True)
        today = self._clock.today()
        lines = tuple(replace(proposal_along(line, today), about=about) for line in found.lines)
        return replace(found, lines=lines, refused=())

    def choices_of(self, resident_id: str) -> tuple[ProposalChoice, ...]:
        """What one resident chose and declined, oldest first."""
        with self._database.reading() as work:
            return work.choices.of(resident_id)

    def wishes(self, resident_id: str) -> tuple[Wish, ...]:
        """What a resident chose and what no hand-over or tip came of yet, the last chosen first."""
        with self._database.reading() as work:
            kept = work.map_merges.kept()
            begun = {kept.get(one.offer_id, one.offer_id) for one in work.handovers.of(resident_id)}
            answers = _last_answers(work, work.choices.of(resident_id))
            chosen = [one for one in answers if answers[one].answer is Choice.CHOSEN and one not in begun]
            offers = work.offers.by_ids(chosen)
            organisations = work.organisations.by_ids({offer.organisation_id for offer in offers.values()})
        found = [
            Wish(one, offers[one].name, organisations[offers[one].organisation_id].name, answers[one].chosen_on)
            for one in chosen
            if one in offers and offers[one].organisation_id in organisations
        ]
        return tuple(sorted(found, key=lambda wish: (wish.on, wish.name.casefold()), reverse=True))

    def asked_by(self, resident_id: str) -> tuple[About, ...]:
        """What offers can be looked for: themes of the newest talk, signs that stand, goals and steps, a gift.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`.
        """
        with self._database.reading() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            talks = sorted(work.conversations.of(resident.id), key=lambda talk: (talk.held_on, talk.id))
            goals = [goal.id for goal in work.goals.of(resident.id) if goal.open]
            steps = [step.id for step in work.steps.of(resident.id) if step.open]
        lines = self._signals.of(resident.id)
        asked = {
            AboutKind.THEME: talks[-1].themes if talks else (),
            AboutKind.SIGNAL: [line.signal for line in lines if line.state is not SignalState.PASSED],
            AboutKind.GOAL: goals,
            AboutKind.STEP: steps,
            AboutKind.GIFT: (GIFT,) if any(talk.gift.strip() for talk in talks) else (),
        }
        return tuple(About(kind, code) for kind, codes in asked.items() for code in codes)

    # writing

    @again_when_full
    def choose(self, resident_id: str, offer_id: str, about: About, reason: str = "") -> Answered:
        """Remember that the resident chose an offer for this; a hand-over or tip is begun apart.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`, `map.gone`, `text.*`.
        """
        return self._answer(resident_id, offer_id, about, Choice.CHOSEN, reason)

    @again_when_full
    def decline(self, resident_id: str, offer_id: str, about: About, reason: str = "") -> Answered:
        """Remember that an offer does not fit this: it is not proposed for it again. Raises as `choose`."""
        return self._answer(resident_id, offer_id, about, Choice.DECLINED, reason)

    @again_when_full
    def take_back(self, choice_id: str) -> Changes:
        """Take back an answer written down by mistake; nothing when it is gone already."""
        with self._database.writing() as work:
            choice = work.choices.get(choice_id)
            if choice is None:
                return Changes()
            work.choices.remove(choice_id)
        return _touched(choice)

    @again_when_full
    def tell_why(self, choice_id: str, reason: str) -> Changes:
        """Write down why something was chosen or declined; nothing when that answer is gone already.

        Raises:
            SpinnenwebError: `text.*`.
        """
        said = clean_line(reason, LONGEST_LINE, "proposal_reason")
        with self._database.writing() as work:
            choice = work.choices.get(choice_id)
            if choice is None:
                return Changes()
            work.choices.update(replace(choice, reason=said))
        return _touched(choice)

    @again_when_full
    def propose_again(self, resident_id: str, about: About, offer_id: str = "") -> Changes:
        """Let one offer, or without an id everything, that was declined for this be proposed again.

        Raises:
            SpinnenwebError: `resident.unknown`, `resident.restricted`.
        """
        changes = Changes()
        with self._database.writing() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            kept = work.map_merges.kept()
            for choice in _about(work.choices.of(resident.id), about):
                meant = offer_id in ("", choice.offer_id, kept.get(choice.offer_id))
                if meant and choice.answer is Choice.DECLINED:
                    work.choices.remove(choice.id)
                    changes |= _touched(choice)
        return changes

    def _answer(self, resident_id: str, offer_id: str, about: About, answer: Choice, reason: str) -> Answered:
        said = clean_line(reason, LONGEST_LINE, "proposal_reason")
        with self._database.writing() as work:
            resident = known(work, resident_id)
            refuse_restricted(resident)
            offer = known_offer(work, offer_id)
            subject = (resident.id, offer.id, about.kind, about.code)
            choice = ProposalChoice(self._ids.new(), *subject, answer, self._clock.today(), said)
            work.choices.add(choice)
        return Answered(choice.id, _touched(choice), offer.name)

    def _proposals(
        self, work: UnitOfWork, resident: Resident, about: About, said: str, *, along: bool = False
    ) -> Proposals:
        said_before = work.choices.of(resident.id)
        answers = _last_answers(work, _about(said_before, about))
        elsewhere = _last_answers(work, [one for one in said_before if _key(one) != (about.kind, about.code)])
        refused = {one: told for one, told in answers.items() if told.answer is Choice.DECLINED}
        need = replace(self._need(work, resident, about, said), declined=frozenset(refused))
        offers, organisations = self._among(work, need)
        names = {village.id: village.name for village in work.villages.all()}
        found = propose(need, offers, self._clock.today())
        persons = work.contact_persons.of_many({proposal.offer.organisation_id for proposal in found})
        if along:
            # who may not be seen stands in nobody's way who may
            persons = persons_along(persons, self._clock.today())
        lines = (self._line(one, organisations[one.offer.organisation_id], persons, names) for one in found)
        told = tuple(_with_answers(line, answers, elsewhere) for line in lines)
        return Proposals(about, told, _declined(work, refused), names.get(need.village_id or "", ""))

    def _need(self, work: UnitOfWork, resident: Resident, about: About, said: str) -> Need:
        settings, need = work.settings.get(), need_of(work, resident.id, about, self._catalogue)
        village_id = resident.village_id or settings.village_id
        return replace(
            need,
            said={**need.said, **work.proposal_search.saying(telling(said))},
            village_id=village_id,
            neighbours=neighbours_of(settings, village_id),
            age=resident.age_in(self._clock.today().year),
            language=resident.language,
        )

    def _among(self, work: UnitOfWork, need: Need) -> tuple[list[Offer], dict[str, Organisation]]:
        """The offers that are looked at, each with the villages it is for, and whose they are."""
        found = work.offers.by_ids(work.proposal_search.best(need, self._clock.today())).values()
        organisations = work.organisations.by_ids({offer.organisation_id for offer in found})
        placed = [
            replace(offer, village_ids=works_in(offer, organisations[offer.organisation_id])) for offer in found
        ]
        return placed, organisations

    def _line(
        self, proposal: Proposal, of: Organisation, persons: Sequence[ContactPerson], names: dict[str, str]
    ) -> ProposalLine:
        offer, today = proposal.offer, self._clock.today()
        contact = current_contact(persons, of.id, offer.id, today)
        fresh = freshness(offer.checked_on, offer.check_before, today)
        villages = tuple(names[one] for one in offer.village_ids if one in names)
        return ProposalLine(proposal, of, contact, fresh, villages)


def _said_in(talk: Conversation, about: About) -> str:
    """The words of the resident in a talk that is going on, as far as they are about this question."""
    if about.kind is AboutKind.GIFT:
        return talk.gift
    return " ".join((*(matter.words for matter in talk.matters), talk.step.what))


def _key(choice: ProposalChoice) -> tuple[AboutKind, str]:
    return choice.about_kind, choice.about


def _about(choices: Iterable[ProposalChoice], about: About) -> list[ProposalChoice]:
    return [one for one in choices if _key(one) == (about.kind, about.code)]


def _last_answers(work: UnitOfWork, choices: Iterable[ProposalChoice]) -> dict[str, ProposalChoice]:
    """By the offer that stands for it now what was answered last."""
    kept = work.map_merges.kept()
    return {kept.get(one.offer_id, one.offer_id): one for one in choices}


def _with_answers(
    line: ProposalLine, here: Mapping[str, ProposalChoice], elsewhere: Mapping[str, ProposalChoice]
) -> ProposalLine:
    offer = line.proposal.offer
    now, before = here.get(offer.id), elsewhere.get(offer.id)
    chosen = now is not None and now.answer is Choice.CHOSEN
    if before is None or chosen or before.answer is not Choice.DECLINED:
        return replace(line, chosen=chosen)
    return replace(line, earlier=Declined(offer.id, offer.name, before.chosen_on, before.reason))


def _declined(work: UnitOfWork, refused: Mapping[str, ProposalChoice]) -> tuple[Declined, ...]:
    """What was declined, the last first; offers that are gone are left out."""
    there = work.offers.by_ids(refused)
    found = [
        Declined(one, there[one].name, told.chosen_on, told.reason)
        for one, told in refused.items()
        if one in there
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.name.casefold()), reverse=True))


def _touched(choice: ProposalChoice) -> Changes:
    return changed(Kind.PROPOSAL, choice.id) | changed(Kind.RESIDENT, choice.resident_id)
