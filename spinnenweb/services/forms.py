"""The empty paper form, per instrument, language and level; made in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spinnenweb.domain.instruments import Scale, short_code
from spinnenweb.domain.languages import RIGHT_TO_LEFT, direction_of
from spinnenweb.domain.settings import WorkSettings
from spinnenweb.domain.wording import Wording, read_resident_texts
from spinnenweb.security.private_files import write_private
from spinnenweb.services.summaries import word_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spinnenweb.documents.contents import FormContent
    from spinnenweb.domain.instruments import Dimension, Instrument, InstrumentKey
    from spinnenweb.domain.residents import Address, Level
    from spinnenweb.domain.wording import ResidentTexts
    from spinnenweb.services.catalogue import Catalogue

KIND = "formulier"
TO_FILL_IN = "………………………"


class FormService:
    """Makes empty forms; `settings` tells who works here, `village_name` what a village is called."""

    def __init__(
        self,
        catalogue: Catalogue,
        texts_folder: Path,
        settings: Callable[[], WorkSettings] = WorkSettings,
        village_name: Callable[[str], str] = lambda _: "",
    ) -> None:
        self._catalogue = catalogue
        self._texts_folder = texts_folder
        self._settings = settings
        self._village_name = village_name

    def empty_form(
        self, key: InstrumentKey, language: str, level: Level, form: Address, scale: Scale = Scale.MARKS
    ) -> bytes:
        """The form as PDF on A4.

        Raises:
            KeyError: this instrument is not known.
            FileNotFoundError: there are no texts in this language.
        """
        from spinnenweb.documents.empty_form import make_empty_form

        content = self._content(self._catalogue.instruments[key], language, level, form)
        return make_empty_form(replace(content, faces=scale is Scale.FACES))

    def file_name(self, key: InstrumentKey, language: str, level: Level) -> str:
        """Kind, instrument, language and level: formulier_volwassenen_nl_gewoon.pdf."""
        return f"{KIND}_{key.id}_{language}_{level.value}.pdf"

    def write(
        self,
        target: Path,
        key: InstrumentKey,
        language: str,
        level: Level,
        form: Address,
        scale: Scale = Scale.MARKS,
    ) -> None:
        """Write the form; whole or not at all.

        Raises:
            SpinnenwebError: `disk.full`, `target.no_rights`, `target.missing`, `target.exists`.
        """
        write_private(target, self.empty_form(key, language, level, form, scale))

    def _content(self, instrument: Instrument, language: str, level: Level, form: Address) -> FormContent:
        from spinnenweb.documents.contents import FormContent

        texts = _form_texts(self._texts_folder, language, level, form)
        texts = texts.beside(self._catalogue.entries(language, level.value))
        settings = self._settings()
        asked = instrument.switched_on(settings.sensitive_aspects)
        return FormContent(
            texts=texts,
            fonts=self._catalogue.folder / "fonts",
            codes=instrument.codes,
            labels={code: word_for(texts, code) for code in instrument.codes},
            aspects={dimension.code: _words(texts, dimension, asked) for dimension in instrument.dimensions},
            readers=_readers(texts, settings),
            village=self._village_name(settings.village_id or "") or TO_FILL_IN,
            worker=settings.worker,
            phone=settings.phone,
            from_the_right=direction_of(self._texts_folder, language) == RIGHT_TO_LEFT,
        )


def _words(texts: ResidentTexts, dimension: Dimension, asked: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    codes = [aspect.code for aspect in dimension.aspects if aspect.code in asked]
    return tuple((short_code(code), word_for(texts, code)) for code in codes)


def _form_texts(folder: Path, language: str, level: Level, form: Address) -> ResidentTexts:
    texts = read_resident_texts(folder, language, level.value, form.value)
    own = Wording.read(folder / language / "papier.toml")
    return replace(texts, wording=Wording({**texts.wording.entries, **own.entries}))


def _readers(texts: ResidentTexts, settings: WorkSettings) -> str:
    if settings.worker and settings.organisation:
        return texts.say("consent.reader_of", worker=settings.worker, organisation=settings.organisation)
    return settings.worker or TO_FILL_IN
