"""What the page knows of the conversation it shows, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Mode
from spinnenweb.domain.residents import YOUNGEST_ADULT, ConsentAnswer, Purpose, current_answers
from spinnenweb.domain.scoring import Web, web_of
from spinnenweb.ui.names import display_name

if TYPE_CHECKING:
    from spinnenweb.domain.drafts import Draft
    from spinnenweb.domain.goals import GoalStep
    from spinnenweb.domain.instruments import Instrument
    from spinnenweb.domain.languages import Language
    from spinnenweb.domain.residents import Consent, Village
    from spinnenweb.domain.settings import WorkSettings
    from spinnenweb.services.workspace import Workspace
    from spinnenweb.ui.places import Place


@dataclass(frozen=True, slots=True)
class Talk:
    """A draft with what is needed to show it. `proposed` holds the themes that fit, best first.

    `languages` holds those the resident can choose from, `open_steps` what was agreed and not looked back on yet.
    """

    draft: Draft
    instrument: Instrument
    consents: tuple[Consent, ...]
    settings: WorkSettings
    villages: tuple[Village, ...]
    proposed: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    open_steps: tuple[GoalStep, ...] = ()

    @property
    def name(self) -> str:
        """What the resident is called."""
        return display_name(self.draft.resident)

    @property
    def form(self) -> str:
        """How the resident is spoken to: "u" or "je"."""
        return self.draft.resident.address.value

    @property
    def web(self) -> Web:
        """The web as it stands."""
        return web_of(self.draft.conversation, self.instrument)

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The subjects that stand bold in the web: ticked themselves, or one of their keywords."""
        topics = set(self.draft.conversation.topics)
        return tuple(
            one.code
            for one in self.instrument.dimensions
            if topics & {one.code, *(aspect.code for aspect in one.aspects)}
        )

    @property
    def by_aspect(self) -> bool:
        """Whether marks are given per aspect."""
        return self.draft.conversation.mode is Mode.ITEMS

    @property
    def village(self) -> str:
        """The name of the resident's village, or an empty text."""
        found = (village.name for village in self.villages if village.id == self.draft.resident.village_id)
        return next(found, "")

    @property
    def too_young(self) -> bool:
        """Whether the adult web stops here (product.md)."""
        age = self.draft.resident.age_in(self.draft.conversation.held_on.year)
        return age is not None and age < YOUNGEST_ADULT

    def earlier(self, purpose: Purpose) -> Consent | None:
        """The answer in force from before this conversation."""
        return current_answers(self.consents).get(purpose)

    @property
    def keeps(self) -> bool:
        """Whether finishing keeps the conversation: today's answer, else the earlier one, is a yes."""
        before = self.earlier(Purpose.RECORD)
        said = self.draft.answers.get(Purpose.RECORD, before.answer if before else None)
        return said is ConsentAnswer.YES


def read_talk(workspace: Workspace, place: Place) -> Talk:
    """The stored draft, a new conversation with the resident `place.other`, or one with someone new.

    Raises `SpinnenwebError` of the services when the draft or the resident is no longer there.
    """
    if place.record:
        draft = workspace.conversations.draft(place.record)
    elif place.other:
        draft = workspace.conversations.begin(workspace.residents.get(place.other))
    else:
        draft = workspace.conversations.begin(workspace.residents.blank(), resident_is_new=True)
    return read_again(workspace, draft)


def read_again(workspace: Workspace, draft: Draft) -> Talk:
    """A draft with all that belongs to it, freshly read; `SpinnenwebError` `resident.gone`."""
    draft = _with_fresh_card(workspace, draft)
    talk = Talk(
        draft=draft,
        instrument=workspace.catalogue.instruments[draft.conversation.instrument],
        consents=() if draft.resident_is_new else workspace.residents.consents(draft.resident.id),
        settings=workspace.settings.get(),
        villages=workspace.residents.villages(),
        languages=workspace.languages.offered(),
        open_steps=() if draft.resident_is_new else workspace.goals.open_steps(draft.resident.id),
    )
    return with_draft(workspace, talk, draft)


def with_draft(workspace: Workspace, talk: Talk, draft: Draft) -> Talk:
    """The same talk with its draft changed; with someone else in it, all about them is read."""
    if draft.resident.id != talk.draft.resident.id:
        return read_again(workspace, draft)
    return replace(
        talk,
        draft=draft,
        instrument=workspace.catalogue.instruments[draft.conversation.instrument],
        proposed=workspace.conversations.propose_themes(draft.conversation),
    )


def _with_fresh_card(workspace: Workspace, draft: Draft) -> Draft:
    # Someone we know may have got another name or form of address since the draft was written.
    if draft.resident_is_new:
        return draft
    return replace(draft, resident=workspace.residents.get(draft.resident.id))
