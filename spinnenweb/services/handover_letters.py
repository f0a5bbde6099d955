"""What of a hand-over goes on paper or by mail: the letter, the slip for the resident, and a mail about nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.free_text import FindingKind, find
from spinnenweb.domain.handovers import FieldCode, refuse_over
from spinnenweb.domain.map_schedule import slot_words
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.security.passphrase import MIN_CHARACTERS, propose
from spinnenweb.security.private_files import write_private
from spinnenweb.services.audit import nobody_notes
from spinnenweb.services.dutch_words import dutch_words
from spinnenweb.services.guarding import Passage, PassageKind
from spinnenweb.services.handover_contents import letter_content, mail_draft, slip_content
from spinnenweb.services.handover_facts import Facts, read_facts
from spinnenweb.services.handover_writing import known_handover
from spinnenweb.services.handovers import refuse_leaving_now

if TYPE_CHECKING:
    from pathlib import Path

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.mail import MailDraft
    from spinnenweb.domain.wording import Wording
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.services.guarding import GuardService
    from spinnenweb.storage.database import Database

LETTER, SLIP = "overdracht", "briefje"
"""What the log calls what left, and how files begin; never a name or a code."""
_WORDS = 4


@dataclass(frozen=True, slots=True)
class OpeningLines:
    """What to say first when calling together: two sentences, about nobody."""

    first: str
    second: str


class HandoverLetterService:
    """Makes papers in memory; each time it is asked anew whether the resident still allows it."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        clock: Clock,
        guard: GuardService,
        noted: Noted = nobody_notes,
    ) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._guard = guard
        self._noted = noted

    @cached_property
    def _words(self) -> Wording:
        return dutch_words(self._catalogue.folder).beside(self._catalogue.words)

    # the letter

    def found(self, handover_id: str, reach: str = "") -> tuple[Passage, ...]:
        """What points at a person in the words of the letter; the own name only when it was not ticked.

        `reach` is meant to hold a number or an address; only a citizen service number is found in it.
        """
        facts = self._leaving(handover_id)
        fields = facts.handover.fields
        passages = (
            *((Passage(PassageKind.HANDOVER, facts.handover.words),) if FieldCode.QUESTION in fields else ()),
            *((Passage(PassageKind.STEP, facts.step),) if FieldCode.STEP in fields else ()),
        )
        named = facts.resident.id if FieldCode.NAME in fields else None
        return (*self._guard.check_all(passages, named), *_citizen_numbers(reach))

    def pdf(self, handover_id: str, reach: str = "") -> bytes:
        """The letter, to look at and to print. `reach` is how to reach the resident; it is not kept.

        Raises:
            SpinnenwebError: as `HandoverService.refuse_leaving`, `text.*`.
        """
        from spinnenweb.documents.handover_letter import make_letter

        facts = self._leaving(handover_id)
        return make_letter(letter_content(facts, self._words, clean_line(reach, LONGEST_LINE, "reach")))

    def locked(self, handover_id: str, password: str, reach: str = "") -> bytes:
        """The letter as PDF that opens with a password only (AES-256).

        Raises:
            SpinnenwebError: `handover.password` (fewer than twelve characters), and as `pdf`.
        """
        from spinnenweb.documents.handover_letter import lock_pdf

        if len(password) < MIN_CHARACTERS:
            raise SpinnenwebError("handover.password")
        return lock_pdf(self.pdf(handover_id, reach), password)

    def write(self, target: Path, handover_id: str, password: str, reach: str = "") -> None:
        """Write the locked letter for its owner's eyes only; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`, and as `locked`.
        """
        made = self.locked(handover_id, password, reach)
        self._noted(AuditKind.EXPORTED, self._whose(handover_id), LETTER)
        write_private(target, made)

    def printed(self, handover_id: str) -> None:
        """The printer took the letter: write it down."""
        self._noted(AuditKind.PRINTED, self._whose(handover_id), LETTER)

    def propose_password(self) -> str:
        """Four words that can be said by phone."""
        words = (self._catalogue.folder / "words" / "nl.txt").read_text("utf-8").split()
        return propose(words, _WORDS)

    def file_name(self, kind: str = LETTER) -> str:
        """Kind and date: what is mailed says nothing about the resident by its name."""
        return f"{kind}_{self._clock.today():%Y-%m-%d}.pdf"

    # the slip

    def slip(self, handover_id: str) -> bytes:
        """What the resident takes along, in the own language and level.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.withdrawn`, `handover.closed` (it would tell what is no
                longer so), `resident.restricted`.
        """
        from spinnenweb.documents.handover_slip import make_slip

        return make_slip(slip_content(self._facts(handover_id), slot_words(self._words)))

    def write_slip(self, target: Path, handover_id: str) -> None:
        """Write the slip for its owner's eyes only; raises as `slip` and `write`."""
        made = self.slip(handover_id)
        self._noted(AuditKind.EXPORTED, self._whose(handover_id), SLIP)
        write_private(target, made)

    def slip_printed(self, handover_id: str) -> None:
        """The printer took the slip: write it down."""
        self._noted(AuditKind.PRINTED, self._whose(handover_id), SLIP)

    # the phone and the mail

    def opening_lines(self, offer_name: str) -> OpeningLines:
        """What to say first on the phone."""
        with self._database.reading() as work:
            settings = work.settings.get()
        said = {
            "worker": settings.worker or self._words.say("handover.call_worker"),
            "organisation": settings.organisation or self._words.say("handover.call_organisation"),
            "offer": offer_name,
        }
        words = self._words
        return OpeningLines(words.say("handover.call_first", **said), words.say("handover.call_second"))

    def mail(self, handover_id: str) -> MailDraft:
        """A mail that asks for a moment to call. It tells nothing about the resident, not even the code.

        Raises:
            SpinnenwebError: `handover.gone`, `handover.withdrawn`, and as `HandoverService.refuse_leaving`.
        """
        return mail_draft(self._leaving(handover_id), self._words)

    def mail_address(self, handover_id: str) -> str:
        """The mail as `mailto:` address for the mail program; raises as `mail`."""
        from spinnenweb.exchange.mail_drafts import mailto

        return mailto(self.mail(handover_id))

    def write_mail(self, target: Path, handover_id: str) -> None:
        """Write the mail as an `.eml` draft; raises as `mail` and `write`."""
        from spinnenweb.exchange.mail_drafts import eml_file

        write_private(target, eml_file(self.mail(handover_id)))

    def _leaving(self, handover_id: str) -> Facts:
        with self._database.reading() as work:
            handover = known_handover(work, handover_id)
            refuse_leaving_now(work, handover, self._clock.today())
            return read_facts(work, handover, self._catalogue, self._clock.today())

    def _facts(self, handover_id: str) -> Facts:
        from spinnenweb.services.residents import known, refuse_restricted

        with self._database.reading() as work:
            handover = known_handover(work, handover_id)
            refuse_restricted(known(work, handover.resident_id))
            refuse_over(handover, work.consents.of(handover.resident_id))
            return read_facts(work, handover, self._catalogue, self._clock.today())

    def _whose(self, handover_id: str) -> str:
        with self._database.reading() as work:
            return known_handover(work, handover_id).resident_id


def _citizen_numbers(reach: str) -> tuple[Passage, ...]:
    found = tuple(one for one in find(reach, ()) if one.kind is FindingKind.BSN)
    return (Passage(PassageKind.HANDOVER, reach, findings=found),) if found else ()
