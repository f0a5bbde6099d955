"""From a topic, theme, goal, step, signal or gift to what is asked of the social map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.choices import AboutKind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.proposals import Need
from spinnenweb.domain.themes import GIFT
from spinnenweb.domain.vocabulary import WordKind
from spinnenweb.storage.text_keys import folded, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.instruments import Aspect
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.proposal_records import About
    from spinnenweb.storage.unit_of_work import UnitOfWork

_SHORTEST, _MOST_WORDS = 4, 8
_ENDINGS = ("en", "je", "s")
"""What is cut off a word: "wandelen" also finds "wandelgroep"."""
_SAY_NOTHING = frozenset(
    word
    for line in (
        "alleen altijd ander anderen andere anders beter buiten daar deze doen doet door dorp eens eigen elke",
        "even gaan gaat graag groot hebben hele helpen hulp iedere iemand iets jaar keer kleine komen komt kunnen",
        "kwijt laten leuk maand maken meer mensen mijn misschien moeten naar nieuwe niet nodig onze over",
        "overdag plek samen soms thuis veel vaak vaker voor want waar wanneer weer week weken wel weten",
        "willen worden zelf zijn zonder zoeken zorgen zoon dochter",
    )
    for word in line.split()
)
"""Words that people use in every goal and that therefore point at no offer."""


_GIVING = ("voor een ander", "voor anderen", "anderen help", "vrijwillig", "iets terugdoen")
"""What people say, folded, when they want to do something for others."""


def need_of(work: UnitOfWork, resident_id: str, about: About, catalogue: Catalogue) -> Need:
    """What is asked; where, how old and in which language is filled in later.

    Whoever wants to do something for others (the theme `GIFT`) is asking for places that look for people.

    Raises:
        SpinnenwebError: `proposal.about` (there is no such topic, theme, signal, goal or step).
    """
    makers = {
        AboutKind.TOPIC: lambda: of_topic(about.code, catalogue),
        AboutKind.THEME: lambda: (
            _of_gift(work, resident_id) if about.code == GIFT else of_theme(about.code, catalogue)
        ),
        AboutKind.SIGNAL: lambda: of_signal(about.code, catalogue, work),
        AboutKind.GOAL: lambda: _of_goal(work, resident_id, about.code, catalogue),
        AboutKind.STEP: lambda: _of_step(work, resident_id, about.code, catalogue),
        AboutKind.GIFT: lambda: _of_gift(work, resident_id),
    }
    return makers[about.kind]()


def of_theme(code: str, catalogue: Catalogue) -> Need:
    """A theme, with the dimensions that it takes as a whole.

    Debts belong to no dimension as a whole (`themas.toml`), so nobody with debts is sent to a reading club.

    Raises:
        SpinnenwebError: `proposal.about`.
    """
    if code not in catalogue.all_codes(WordKind.THEME):
        raise SpinnenwebError("proposal.about")
    return Need(frozenset((code,)), _whole_dimensions((code,), catalogue))


def of_topic(code: str, catalogue: Catalogue) -> Need:
    """A topic: the themes it proposes, and its dimension where one of these takes that as a whole.

    What proposes no theme asks for its dimension, unless it is a sensitive subject: that is nobody's theme.

    Raises:
        SpinnenwebError: `proposal.about`.
    """
    if code not in catalogue.topics():
        raise SpinnenwebError("proposal.about")
    themes = [theme.code for theme in catalogue.themes if code in theme.proposed_by]
    aspect, dimension = _aspect(code, catalogue)
    if aspect is None:
        return Need(frozenset(themes), frozenset((code,)))
    if not themes:
        return Need(dimensions=frozenset() if aspect.sensitive else frozenset((dimension,)))
    return Need(frozenset(themes), _whole_dimensions(themes, catalogue) & {dimension})


def of_signal(code: str, catalogue: Catalogue, work: UnitOfWork) -> Need:
    """An early sign: the themes that may help, and for an own one the words it is called by.

    Raises:
        SpinnenwebError: `proposal.about`.
    """
    if code not in catalogue.all_codes(WordKind.SIGNAL):
        raise SpinnenwebError("proposal.about")
    own = catalogue.own_words.get((WordKind.SIGNAL, code))
    said = telling(own.name) if own is not None else ()
    return Need(frozenset(catalogue.themes_of_sign(code)), said=work.proposal_search.saying(said))


def telling(*texts: str) -> tuple[str, ...]:
    """The words of what somebody said that may point at an offer, folded and without their endings."""
    found = (word for text in texts for word in words(text) if len(word) >= _SHORTEST)
    return tuple(dict.fromkeys(_stem(word) for word in found if word not in _SAY_NOTHING))[:_MOST_WORDS]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def _whole_dimensions(themes: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    dimensions = {code for instrument in catalogue.instruments.values() for code in instrument.codes}
    return frozenset(code for theme in themes for code in catalogue.proposed_by(theme) if code in dimensions)


def _aspect(code: str, catalogue: Catalogue) -> tuple[Aspect | None, str]:
    for instrument in catalogue.instruments.values():
        for dimension in instrument.dimensions:
            for aspect in dimension.aspects:
                if aspect.code == code:
                    return aspect, dimension.code
    return None, code


def _of_goal(work: UnitOfWork, resident_id: str, goal_id: str, catalogue: Catalogue) -> Need:
    goal = next((one for one in work.goals.of(resident_id) if one.id == goal_id), None)
    if goal is None:
        raise SpinnenwebError("proposal.about")
    return _of_words(work, resident_id, goal.conversation_id, (goal.words,), catalogue)


def _of_step(work: UnitOfWork, resident_id: str, step_id: str, catalogue: Catalogue) -> Need:
    step = next((one for one in work.steps.of(resident_id) if one.id == step_id), None)
    if step is None:
        raise SpinnenwebError("proposal.about")
    goal = next((one for one in work.goals.of(resident_id) if one.id == step.goal_id), None)
    said = (step.what,) if goal is None else (step.what, goal.words)
    talk_id = step.conversation_id or (None if goal is None else goal.conversation_id)
    return _of_words(work, resident_id, talk_id, said, catalogue)


def _of_gift(work: UnitOfWork, resident_id: str) -> Need:
    """What the resident could do for others or likes doing: all places that look for people, these words first."""
    talks = work.conversations.of(resident_id)
    gifts = [talk.gift for talk in talks]
    likes = [*(matter.words for talk in talks for matter in talk.matters), *_wanted(work, resident_id)]
    return Need(gift=True, said=work.proposal_search.saying(telling(*gifts, *likes)))


def _wanted(work: UnitOfWork, resident_id: str) -> list[str]:
    return [goal.words for goal in work.goals.of(resident_id) if goal.open]


def _of_words(
    work: UnitOfWork, resident_id: str, talk_id: str | None, said: tuple[str, ...], catalogue: Catalogue
) -> Need:
    """A goal or step: its own words, and what mattered in the talk it came from, else in the newest one.

    Who says that it is for others asks for places that look for people.
    """
    if any(phrase in folded(" ".join(said)) for phrase in _GIVING):
        return Need(gift=True, said=work.proposal_search.saying(telling(*said)))
    talks = work.conversations.of(resident_id)
    of = max(talks, key=lambda talk: (talk.id == talk_id, talk.held_on, talk.id), default=None)
    headings = Need() if of is None else _headings(of, catalogue)
    return Need(headings.themes, headings.dimensions, said=work.proposal_search.saying(telling(*said)))


def _headings(talk: Conversation, catalogue: Catalogue) -> Need:
    known = catalogue.topics()
    needs = [of_topic(one.code, catalogue) for one in talk.matters if one.code in known]
    if not any(need.themes or need.dimensions for need in needs):
        needs = [of_theme(code, catalogue) for code in talk.themes if code in catalogue.all_codes(WordKind.THEME)]
    themes = frozenset(code for need in needs for code in need.themes)
    return Need(themes, frozenset(code for need in needs for code in need.dimensions))
