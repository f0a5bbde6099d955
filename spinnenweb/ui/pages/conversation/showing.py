"""Puts a conversation on the worker's screen: each part what it shows, and anew what hangs on web or language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from spinnenweb.domain.instruments import Scale
from spinnenweb.ui.pages.conversation.layout import SpokenPart
from spinnenweb.ui.widgets.instrument_names import language_missing_words
from spinnenweb.ui.widgets.web_input import WebInput

if TYPE_CHECKING:
    from spinnenweb.ui.context import Context
    from spinnenweb.ui.pages.conversation.layout import TalkBody
    from spinnenweb.ui.talk.talk import Talk


class Showing(QObject):
    """Sends `edited(Edit)` and `mark_set(AxisMark)` of the parts it makes."""

    edited = Signal(object)
    mark_set = Signal(object)

    def __init__(self, context: Context, body: TalkBody) -> None:
        super().__init__(body)
        self._context = context
        self._body = body
        self._codes: tuple[str, ...] = ()
        self._spoken_to: tuple[object, ...] | None = None

    def show_talk(self, talk: Talk) -> None:
        """Show all of a conversation."""
        self._make_web(talk)
        self._make_spoken(talk)
        body = self._body
        for part in (body.card, body.rows, body.themes, body.matters, body.spoken):
            if part is not None:
                part.show_talk(talk)
        for around in (body.back, body.via, body.signals, body.views, body.helps):
            around.show_talk(talk)
        body.note.show_text(talk.draft.conversation.note)
        self._show_web(talk)
        self._show_language(talk)

    def _make_web(self, talk: Talk) -> None:
        if self._codes != talk.instrument.codes:
            self._codes = talk.instrument.codes
            labels = [self._context.words.say(f"label.{code}") for code in self._codes]
            web = WebInput(self._codes, labels)
            web.set_calm(self._context.preferences.calm)
            web.mark_set.connect(self.mark_set)
            self._body.put_web(web)

    def _make_spoken(self, talk: Talk) -> None:
        resident = talk.draft.resident
        spoken_to = (resident.language, resident.level.value, resident.address.value, talk.settings.languages)
        if self._spoken_to != spoken_to:
            self._spoken_to = spoken_to
            spoken = SpokenPart(self._context.workspace.languages.spoken_to(resident))
            spoken.edited.connect(self.edited)
            self._body.put_spoken(spoken)

    def _show_language(self, talk: Talk) -> None:
        """An own instrument may have no words in the resident's language."""
        key, note = talk.instrument.key, self._body.in_dutch
        language = self._context.workspace.languages.spoken_to(talk.draft.resident).texts.language
        missing = not self._context.workspace.catalogue.speaks(key, language)
        note.label.setText(language_missing_words(self._context.words, key, language) if missing else "")
        note.setVisible(missing)

    def _show_web(self, talk: Talk) -> None:
        web = self._body.web
        if web is not None:
            scale = talk.draft.conversation.scale
            # a face is not pointed at on an axis of marks
            web.set_read_only(talk.by_aspect or talk.too_young or scale is Scale.FACES)
            web.set_scale(scale)
            web.set_values(talk.web.values)
            web.set_topics(talk.spoken_of)
