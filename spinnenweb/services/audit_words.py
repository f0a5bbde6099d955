"""The log in Dutch: one sentence per line, for the page, the command line and what a resident may ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spinnenweb.domain.audit import AuditLine
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.wording import Wording

ERASED = "gewist:"
"""How the stand-in of who was erased begins."""

GROUPS: dict[str, tuple[AuditKind, ...]] = {
    "all": (),
    "seen": (AuditKind.SEEN,),
    "written": (AuditKind.MADE, AuditKind.CHANGED, AuditKind.PUT_BACK, AuditKind.IMPORTED),
    "given": (AuditKind.EXPORTED, AuditKind.PRINTED, AuditKind.SHARED, AuditKind.COPIED),
    "removed": (AuditKind.REMOVED, AuditKind.ERASED),
    "vault": (
        AuditKind.BEGUN,
        AuditKind.UNLOCKED,
        AuditKind.UNLOCK_FAILED,
        AuditKind.LOCKED,
        AuditKind.BACKED_UP,
        AuditKind.RESTORED,
        AuditKind.SETTING,
        AuditKind.WORD_CHANGED,
        AuditKind.KEY_CHANGED,
    ),
}
"""What can be chosen on the page; every kind stands in one group besides `all`."""


@dataclass(frozen=True, slots=True)
class AuditWords:
    """Says lines with the words of `werker.toml`.

    `worker` is the name to say for who works in this vault, in lines after the line `since`: before it that was
    somebody else, or nobody knows.
    """

    words: Wording
    worker: str = ""
    since: int = 0

    def said(self, line: AuditLine, people: Mapping[str, Resident]) -> str:
        """What happened, as "Buurtwerker bekeek de kaart van Jannie (R-014)", with the fields that changed."""
        key = self._key(line)
        sentence = self.words.say(
            key,
            who=self._who(line),
            whose=self._whose(line, people),
            what=self._what(line),
            count=line.detail.split(" ")[0],
            number=line.detail.partition(" ")[2],
        )
        named = self._fields(line)
        return " ".join(sentence.split()) + (f": {named}" if named else "")

    def _who(self, line: AuditLine) -> str:
        return self.worker if self.worker and line.seq > self.since else self.words.say("log.who")

    def _key(self, line: AuditLine) -> str:
        exact = f"log.{line.kind.value}_{line.detail.partition(' ')[0]}"
        return exact if self.words.has(exact) else f"log.{line.kind.value}"

    def _whose(self, line: AuditLine, people: Mapping[str, Resident]) -> str:
        if line.subject is None:
            return ""
        return self.words.say("log.whose", name=self._name(line.subject, people))

    def _name(self, subject: str, people: Mapping[str, Resident]) -> str:
        resident = people.get(subject)
        if resident is None:
            return self.words.say("log.erased" if subject.startswith(ERASED) else "log.gone")
        if not resident.calling_name:
            return self.words.say("log.nameless", code=resident.code)
        return f"{resident.calling_name} ({resident.code})"

    def _what(self, line: AuditLine) -> str:
        key = f"log.what.{line.about_table}"
        return self.words.say(key if self.words.has(key) else "log.what.other")

    def _fields(self, line: AuditLine) -> str:
        # one name may mean something else in another table
        exact = (f"log.field.{line.about_table}_{name}" for name in line.fields)
        keys = (
            key if self.words.has(key) else f"log.field.{name}"
            for key, name in zip(exact, line.fields, strict=True)
        )
        return ", ".join(dict.fromkeys(self.words.say(key) for key in keys if self.words.has(key)))
