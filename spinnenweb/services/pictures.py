"""Charts as pictures: the web of one talk, and what changed between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spinnenweb.domain.audit import AuditKind
from spinnenweb.domain.dates import said_date
from spinnenweb.domain.languages import BASE
from spinnenweb.domain.scoring import ScoreState, comparable, web_of
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.domain.wording import Wording
from spinnenweb.security.private_files import write_private
from spinnenweb.services.audit import nobody_notes
from spinnenweb.services.languages import language_spoken, texts_in
from spinnenweb.services.summaries import word_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.charts.webs import LabelledWeb
    from spinnenweb.domain.conversations import Conversation
    from spinnenweb.domain.residents import Resident
    from spinnenweb.domain.scoring import Web
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.services.audit import Noted
    from spinnenweb.services.catalogue import Catalogue

WEB, COMPARISON = "web", "vergelijking"
"""How the log calls the two pictures."""
_WEB_SIZE = (6.0, 6.0)
_CHANGE_SIZE = (7.6, 4.8)


class PictureService:
    """Makes PNG pictures in memory; `settings` tells whether the people are invented, `noted` hears of files."""

    def __init__(
        self,
        catalogue: Catalogue,
        texts_folder: Path,
        settings: Callable[[], WorkSettings] = WorkSettings,
        noted: Noted = nobody_notes,
    ) -> None:
        self._catalogue = catalogue
        self._texts_folder = texts_folder
        self._settings = settings
        self._noted = noted

    def web_png(self, resident: Resident, conversation: Conversation) -> bytes:
        """The web of one talk in the resident's words, with its date and without a name."""
        from spinnenweb.charts.radar import radar_figure
        from spinnenweb.charts.render import finished_png
        from spinnenweb.charts.style import LIGHT

        texts = self._words_for(resident)
        web = self._labelled(conversation, texts.language)
        style = LIGHT.using(self._fonts)
        return finished_png(
            radar_figure([web], _labels(texts, web.web), style, _WEB_SIZE, footer=self._footer(texts))
        )

    def write_web_png(self, target: Path, resident: Resident, conversation: Conversation) -> None:
        """Write the web of one talk for its owner's eyes only; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        self._noted(AuditKind.EXPORTED, resident.id, WEB)
        write_private(target, self.web_png(resident, conversation))

    def can_compare(self, earlier: Conversation, later: Conversation) -> bool:
        """Whether two talks may be set against each other: same mode, scale and kind of instrument."""
        return comparable(self._web(earlier), self._web(later))

    def change_png(self, resident: Resident, earlier: Conversation, later: Conversation) -> bytes:
        """What changed between two talks that can be compared; `ValueError` for two that can not."""
        from spinnenweb.charts.dumbbell import DumbbellWords, dumbbell_figure
        from spinnenweb.charts.render import finished_png
        from spinnenweb.charts.style import LIGHT

        texts = self._words_for(resident)
        before, now = (self._labelled(talk, texts.language) for talk in (earlier, later))
        none, too_few = texts.say("summary.mark_none"), texts.say("summary.too_few")
        # every gap but one looks the same in what leaves the vault, as on the summary
        gaps = {state: too_few if state is ScoreState.TOO_FEW else none for state in ScoreState}
        words = DumbbellWords(self._same(texts), gaps)
        labels, style = _labels(texts, now.web), LIGHT.using(self._fonts)
        return finished_png(
            dumbbell_figure(before, now, labels, words, style, _CHANGE_SIZE, footer=self._footer(texts))
        )

    def write_change_png(
        self, target: Path, resident: Resident, earlier: Conversation, later: Conversation
    ) -> None:
        """Write what changed for its owner's eyes only; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        self._noted(AuditKind.EXPORTED, resident.id, COMPARISON)
        write_private(target, self.change_png(resident, earlier, later))

    def _same(self, texts: ResidentTexts) -> str:
        if texts.language == BASE:
            return Wording.read(self._texts_folder / BASE / "werker.toml").say("state.same")
        return texts.say("look.same").rstrip(".")

    def _words_for(self, resident: Resident) -> ResidentTexts:
        language = language_spoken(self._texts_folder, resident, self._settings().languages)
        texts = texts_in(self._texts_folder, language, resident)
        return texts.beside(self._catalogue.entries(texts.language, texts.level))

    @property
    def _fonts(self) -> Path:
        return self._catalogue.folder / "fonts"

    def _web(self, conversation: Conversation) -> Web:
        return web_of(conversation, self._catalogue.instruments[conversation.instrument])

    def _labelled(self, conversation: Conversation, language: str) -> LabelledWeb:
        from spinnenweb.charts.webs import LabelledWeb

        return LabelledWeb(self._web(conversation), said_date(conversation.held_on, language))

    def _footer(self, texts: ResidentTexts) -> list[str]:
        lines = [texts.say("line.resident"), texts.say("line.credit")]
        return [texts.say("summary.example"), *lines] if self._settings().demo else lines


def _labels(texts: ResidentTexts, web: Web) -> dict[str, str]:
    return {code: word_for(texts, code) for code in web.codes}
