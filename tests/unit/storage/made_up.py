"""Made-up records for Hypothesis: everything the domain allows, also what nobody expects."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from spinnenweb.domain.agenda import FollowUp, FollowUpKind
from spinnenweb.domain.answers import Answer, NoMark, SetBy
from spinnenweb.domain.contacts import Meeting, ShortContact
from spinnenweb.domain.conversations import (
    AspectEntry,
    Conversation,
    DimensionEntry,
    Disagreement,
    Matter,
    Source,
    Step,
    Sureness,
    WantsChange,
)
from spinnenweb.domain.drafts import Draft
from spinnenweb.domain.goals import Goal, GoalState, GoalStep, LookBack
from spinnenweb.domain.instruments import InstrumentKey, Mode, OwnInstrument, Scale
from spinnenweb.domain.languages import LanguageCheck
from spinnenweb.domain.residents import (
    Address,
    AgeBand,
    AnsweredBy,
    Consent,
    ConsentAnswer,
    ConsentWay,
    Level,
    Purpose,
    Resident,
    Village,
)
from spinnenweb.domain.settings import WorkSettings

# lone halves of surrogate pairs and NUL never get past the services (domain/text_rules.py)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ids = st.uuids().map(str)
days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
moments = st.builds(datetime.combine, days, st.times(), st.just(UTC))
codes = st.sampled_from(["LF", "MW", "ZG", "LF1", "MD4"])

set_by = st.none() | st.sampled_from(SetBy)

marks = st.integers(0, 10).map(float) | st.floats(0, 10).map(lambda mark: round(mark, 1))
answers = st.builds(Answer, marks, st.none(), set_by) | st.builds(
    Answer, st.none(), st.sampled_from(NoMark), set_by
)
dimensions = st.builds(DimensionEntry, codes, answers, st.booleans(), texts)
aspects = st.builds(AspectEntry, codes, answers, st.booleans())
matters = st.builds(Matter, st.just("") | codes, texts)
confidences = st.none() | st.integers(0, 10)
steps = st.builds(Step, texts, texts, texts, st.none() | st.sampled_from(Sureness), confidences)
disagreements = st.builds(Disagreement, st.just("") | codes, texts)

villages = st.builds(Village, ids, texts, st.lists(texts).map(tuple))
residents = st.builds(
    Resident,
    id=ids,
    code=texts,
    calling_name=texts,
    village_id=st.none(),
    birth_year=st.none() | st.integers(1900, 2100),
    age_band=st.none() | st.sampled_from(AgeBand),
    language=texts,
    level=st.sampled_from(Level),
    address=st.sampled_from(Address),
    ready_for_visit=st.booleans(),
    household_id=st.none() | ids,
    instrument_id=texts,
    instrument_version=st.integers(1, 99),
    scale=texts,
    way=texts,
)
own_instruments = st.builds(
    OwnInstrument, id=ids, instrument_id=texts, version=st.integers(1, 99), body=texts, active=st.booleans()
)
states = st.sampled_from(GoalState)


def goals(resident_ids: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Goal]:
    return st.builds(Goal, ids, resident_ids, texts, states, days, st.none() | ids, st.none() | days)


def goal_steps(
    resident_ids: st.SearchStrategy[str], goal_ids: st.SearchStrategy[str | None]
) -> st.SearchStrategy[GoalStep]:
    return st.builds(
        GoalStep,
        id=ids,
        resident_id=resident_ids,
        goal_id=goal_ids,
        conversation_id=st.none() | ids,
        what=texts,
        when=texts,
        with_whom=texts,
        sure=st.none() | st.sampled_from(Sureness),
        confidence=confidences,
        state=states,
        made_on=days,
        due=st.none() | days,
    )


def look_backs(
    resident_ids: st.SearchStrategy[str], step_ids: st.SearchStrategy[str | None], goal_id: str | None
) -> st.SearchStrategy[LookBack]:
    goal_ids = st.just(goal_id)
    return st.builds(LookBack, ids, resident_ids, step_ids, goal_ids, st.none() | ids, days, states, texts)


def follow_ups(resident_ids: st.SearchStrategy[str | None]) -> st.SearchStrategy[FollowUp]:
    return st.builds(
        FollowUp,
        id=ids,
        kind=st.sampled_from(FollowUpKind),
        about_id=ids,
        resident_id=resident_ids,
        what=texts,
        due=days,
        at=texts,
        done_on=st.none() | days,
        sequence=st.integers(0, 999),
    )


short_contacts = st.builds(
    ShortContact,
    id=ids,
    village_id=st.none(),
    held_on=days,
    themes=st.lists(texts, max_size=3).map(tuple),
    line=texts,
    via=texts,
    follow_up_on=st.none() | days,
    tell_back=st.booleans(),
)
meetings = st.builds(
    Meeting,
    id=ids,
    village_id=st.none(),
    held_on=days,
    people=st.integers(1, 10_000),
    themes=st.lists(texts, max_size=3).map(tuple),
    line=texts,
)


def conversations(resident_ids: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Conversation]:
    return st.builds(
        Conversation,
        id=ids,
        resident_id=resident_ids,
        held_on=days,
        instrument=st.builds(InstrumentKey, texts, st.integers(1, 99)),
        mode=st.sampled_from(Mode),
        scale=st.sampled_from(Scale),
        switched_on=st.lists(codes).map(tuple),
        dimensions=st.lists(dimensions, max_size=3).map(tuple),
        aspects=st.lists(aspects, max_size=3).map(tuple),
        themes=st.lists(texts, max_size=3).map(tuple),
        no_themes=st.booleans(),
        matters=st.lists(matters, max_size=3).map(tuple),
        wants_change=st.none() | st.sampled_from(WantsChange),
        step=steps,
        return_on=st.none() | days,
        note=texts,
        source=st.sampled_from(Source),
        started_at=st.none() | moments,
        finished_at=st.none() | moments,
        worker=texts,
        noticed=texts,
        gift=texts,
        signals=st.lists(texts, max_size=3).map(tuple),
        via=texts,
        tell_back=st.booleans(),
        order=st.lists(codes, max_size=3).map(tuple),
        disagreements=st.lists(disagreements, max_size=3).map(tuple),
    )


def consents(resident_ids: st.SearchStrategy[str] = ids) -> st.SearchStrategy[Consent]:
    return st.builds(
        Consent,
        id=ids,
        resident_id=resident_ids,
        purpose=st.sampled_from(Purpose),
        answer=st.sampled_from(ConsentAnswer),
        given_on=days,
        recorded_at=moments,
        way=st.sampled_from(ConsentWay),
        answered_by=st.sampled_from(AnsweredBy),
        text_version=texts,
        language=texts,
        level=st.sampled_from(Level),
        receiver=texts,
        fields=st.lists(texts).map(tuple),
        until=st.none() | days,
    )


drafts = st.builds(
    Draft,
    id=ids,
    resident=residents,
    resident_is_new=st.booleans(),
    conversation=conversations(),
    answers=st.dictionaries(st.sampled_from(Purpose), st.sampled_from(ConsentAnswer)),
    answered_by=st.sampled_from(AnsweredBy),
    page=texts,
    question=texts,
    saved_at=st.none() | moments,
)
settings = st.builds(
    WorkSettings,
    organisation=texts,
    worker=texts,
    phone=texts,
    address=st.sampled_from(Address),
    level=st.sampled_from(Level),
    sensitive_aspects=st.booleans(),
    village_id=st.none() | ids,
    key_due=st.none() | days,
    backup_place=texts,
    demo=st.booleans(),
    languages=st.lists(texts, max_size=3).map(tuple),
    language_checks=st.lists(st.builds(LanguageCheck, texts, texts, days), max_size=3).map(tuple),
)
