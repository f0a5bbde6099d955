"""The own vocabulary of themes and signals: make, rename, connect, give an outside code, retire."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spinnenweb.domain.changes import NOTHING, Changes, Kind, changed
from spinnenweb.domain.conversations import LONGEST_LINE
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.languages import BASE
from spinnenweb.domain.residents import LONGEST_NAME
from spinnenweb.domain.text_rules import clean_line
from spinnenweb.domain.vocabulary import OWN, ThemeWord, WordAct, WordChange, WordKind, new_code
from spinnenweb.domain.wording import Wording
from spinnenweb.services.catalogue import word_key
from spinnenweb.services.full_disk import again_when_full
from spinnenweb.storage.text_keys import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spinnenweb.domain.clock import Clock
    from spinnenweb.domain.ids import IdSource
    from spinnenweb.services.catalogue import Catalogue
    from spinnenweb.storage.database import Database

LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class WordLine:
    """A theme or signal as it is used now. `shipped_name` is what the program calls it, empty for an own one.

    `proposed_by` is what it is connected with: a theme with aspects and dimensions, a signal with themes.
    `shipped_by` is what the program connects it with, nothing of an own one.
    """

    kind: WordKind
    code: str
    name: str
    resident_words: str
    proposed_by: tuple[str, ...]
    outside_code: str
    active: bool
    shipped_name: str
    history: tuple[WordChange, ...]
    shipped_by: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the organisation made it."""
        return self.code.startswith(OWN)


class VocabularyService:
    """What is done with the words; the catalogue follows at once. Codes never change and are never used again."""

    def __init__(self, database: Database, catalogue: Catalogue, clock: Clock, ids: IdSource) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    def lines(self, kind: WordKind, language: str = BASE) -> tuple[WordLine, ...]:
        """All themes or signals in their order, also those that are no longer used, in the worker's language."""
        words = self._shipped(language)
        return tuple(self._line(kind, code, words) for code in self._catalogue.all_codes(kind))

    def _line(self, kind: WordKind, code: str, words: Wording) -> WordLine:
        word = self._catalogue.own_words.get((kind, code)) or ThemeWord("", kind, code)
        shipped = "" if word.own else words.say(word_key(kind, code))
        mapped = self._catalogue.connected(kind, code)
        return WordLine(
            kind,
            code,
            word.name or shipped,
            word.resident_words,
            mapped,
            word.outside_code,
            word.active,
            shipped,
            word.history,
            self._catalogue.shipped_connected(kind, code),
        )

    def _shipped(self, language: str) -> Wording:
        return Wording.read(self._catalogue.folder / "texts" / language / "werker.toml")

    @again_when_full
    def add(
        self, kind: WordKind, name: str, *, resident_words: str = "", proposed_by: Sequence[str] = ()
    ) -> tuple[str, Changes]:
        """Make a new theme or signal; its code, which it keeps for good.

        `proposed_by` holds the aspects and dimensions (LF, LF1, …) that propose a theme when they are ticked, or
        the themes a signal counts under.

        Raises:
            SpinnenwebError: `word.name_missing`, `word.taken` (there is one of this name), `word.topic` (no such
                aspect or dimension), `word.theme` (no such theme), `text.*`.
        """
        called, said = self._cleaned(name, resident_words)
        mapped = self._mapped(kind, proposed_by)
        with self._database.writing() as work:
            self._refuse_taken(kind, called, "")
            taken = {*self._catalogue.all_codes(kind), *(word.code for word in work.vocabulary.all())}
            code = new_code(called, taken)
            made = (WordChange(self._clock.today(), WordAct.MADE),)
            word = ThemeWord(self._ids.new(), kind, code, called, said, mapped, history=made)
            work.vocabulary.add(word)
        return code, self._taken_over(word)

    @again_when_full
    def rename(self, kind: WordKind, code: str, name: str, resident_words: str = "") -> Changes:
        """Call it something else from now on, everywhere; a shipped one with an empty name gets its own back.

        Raises:
            SpinnenwebError: `word.unknown`, `word.name_missing`, `word.taken`, `text.*`.
        """
        called, said = clean_line(name, LONGEST_NAME, "name"), clean_line(resident_words, LONGEST_LINE, "words")
        if not called and code.startswith(OWN):
            raise SpinnenwebError("word.name_missing")
        if called:
            self._refuse_taken(kind, called, code)
        return self._write(
            kind, code, lambda word: replace(word, name=called, resident_words=said), WordAct.RENAMED, "name"
        )

    @again_when_full
    def connect(self, kind: WordKind, code: str, proposed_by: Sequence[str] | None) -> Changes:
        """Let a theme be proposed by these aspects and dimensions, or a signal count under these themes.

        `None` gives a shipped one its own back.

        Raises:
            SpinnenwebError: `word.unknown`, `word.topic`, `word.theme`.
        """
        shipped = proposed_by is None and not code.startswith(OWN)
        mapped = None if shipped else self._mapped(kind, proposed_by or ())
        return self._write(
            kind, code, lambda word: replace(word, proposed_by=mapped), WordAct.MAPPED, "proposed_by"
        )

    @again_when_full
    def give_outside_code(self, kind: WordKind, code: str, outside_code: str) -> Changes:
        """Write down its code in a thesaurus of elsewhere; empty takes that away.

        Raises:
            SpinnenwebError: `word.unknown`, `text.*`.
        """
        outside = clean_line(outside_code, LONGEST_CODE, "outside_code")
        return self._write(
            kind, code, lambda word: replace(word, outside_code=outside), WordAct.CODED, "outside_code"
        )

    @again_when_full
    def switch(self, kind: WordKind, code: str, on: bool) -> Changes:
        """Offer it no longer, or again. What was written with it keeps its name and still counts.

        Raises:
            SpinnenwebError: `word.unknown`.
        """
        act = WordAct.REVIVED if on else WordAct.RETIRED
        return self._write(kind, code, lambda word: replace(word, active=on), act, "")

    def as_it_stands(self, kind: WordKind, code: str) -> ThemeWord:
        """A word as it is kept now, for `put_back`.

        Raises:
            SpinnenwebError: `word.unknown`.
        """
        with self._database.reading() as work:
            return work.vocabulary.by_code(kind, code) or self._shipped_word(kind, code)

    @again_when_full
    def put_back(self, word: ThemeWord) -> Changes:
        """Undo what was changed since `as_it_stands`; nothing when nothing was.

        Raises:
            SpinnenwebError: `word.taken` (something else is called that by now).
        """
        with self._database.writing() as work:
            known = work.vocabulary.by_code(word.kind, word.code)
            if known is None:
                return NOTHING
            if word.name and word.name != known.name:
                self._refuse_taken(word.kind, word.name, word.code)
            work.vocabulary.update(replace(word, id=known.id))
        return self._taken_over(replace(word, id=known.id))

    def _write(
        self, kind: WordKind, code: str, change: Callable[[ThemeWord], ThemeWord], act: WordAct, told: str
    ) -> Changes:
        """Write a change with what stood in the field `told` before; nothing when nothing changes."""
        with self._database.writing() as work:
            known = work.vocabulary.by_code(kind, code)
            was = known or self._shipped_word(kind, code)
            now = change(was)
            if now == was:
                return NOTHING
            before = str(getattr(was, told) or "") if told and told != "proposed_by" else ""
            if told == "proposed_by":
                before = " ".join(self._catalogue.connected(kind, code))
            now = replace(now, history=(*now.history, WordChange(self._clock.today(), act, before)))
            (work.vocabulary.add if known is None else work.vocabulary.update)(now)
        return self._taken_over(now)

    def _taken_over(self, word: ThemeWord) -> Changes:
        self._catalogue.take_word(word)
        return changed(Kind.VOCABULARY, word.code)

    def _shipped_word(self, kind: WordKind, code: str) -> ThemeWord:
        if code not in self._catalogue.all_codes(kind):
            raise SpinnenwebError("word.unknown")
        return ThemeWord(self._ids.new(), kind, code)

    def _cleaned(self, name: str, resident_words: str) -> tuple[str, str]:
        called = clean_line(name, LONGEST_NAME, "name")
        if not called:
            raise SpinnenwebError("word.name_missing")
        return called, clean_line(resident_words, LONGEST_LINE, "words")

    def _refuse_taken(self, kind: WordKind, name: str, code: str) -> None:
        others = (line for line in self.lines(kind) if line.code != code)
        if folded(name) in {
            folded(called) for line in others for called in (line.name, line.shipped_name) if called
        }:
            raise SpinnenwebError("word.taken")

    def _mapped(self, kind: WordKind, proposed_by: Sequence[str]) -> tuple[str, ...]:
        codes, theme = tuple(dict.fromkeys(proposed_by)), kind is WordKind.THEME
        known = self._catalogue.topics() if theme else set(self._catalogue.all_codes(WordKind.THEME))
        if not set(codes) <= known:
            raise SpinnenwebError("word.topic" if theme else "word.theme")
        return codes


def with_own_words(catalogue: Catalogue, database: Database) -> Catalogue:
    """The catalogue with the themes and signals of this vault."""
    with database.reading() as work:
        for word in work.vocabulary.all():
            catalogue.take_word(word)
    return catalogue
