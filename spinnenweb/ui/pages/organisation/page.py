"""One organisation: what there is to do, whom to call, what it wants, and how old all that is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spinnenweb.domain.bin import BinKind
from spinnenweb.domain.changes import Changes, Kind
from spinnenweb.domain.errors import SpinnenwebError
from spinnenweb.domain.map_history import MapKind
from spinnenweb.ui.dates import full_day
from spinnenweb.ui.dialogs.map_record import PartDialog
from spinnenweb.ui.dialogs.organisation import OrganisationDialog
from spinnenweb.ui.map_joining import MapJoining
from spinnenweb.ui.map_undo import MapUndo
from spinnenweb.ui.page import Page
from spinnenweb.ui.pages.organisation.along import Along
from spinnenweb.ui.pages.organisation.layout import Layout
from spinnenweb.ui.pages.organisation.past import Past
from spinnenweb.ui.places import MAP, Crumb, Place
from spinnenweb.ui.widgets.chips import Chip
from spinnenweb.ui.widgets.controls import link_button
from spinnenweb.ui.widgets.freshness import FreshnessMark
from spinnenweb.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from spinnenweb.domain.map_history import MapMerge
    from spinnenweb.domain.social_map import ContactPerson, Offer, Organisation
    from spinnenweb.services.map_cells import MapNames
    from spinnenweb.services.map_records import OrganisationCard, Saved
    from spinnenweb.services.social_map import SocialMapService
    from spinnenweb.ui.context import Context

_SHOWN = (Kind.ORGANISATION, Kind.OFFER, Kind.VILLAGE, Kind.VOCABULARY)


class OrganisationPage(Page):
    """`Place.record` is an organisation; of a merged one that is the one it went into."""

    help_key = "organisation"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.undo = MapUndo(context, self)
        self.joining = MapJoining(context, self.undo, self)
        self.view = Layout(self, context.words)
        self.names: MapNames = self._service.names(context.words)
        self.card: OrganisationCard | None = None
        self.apart: dict[QPushButton, MapMerge] = {}
        self.along = Along(self.view, context.words)
        self.past = Past(context, self.view.further, self)
        self._listen()

    @property
    def _service(self) -> SocialMapService:
        workspace = self.context.workspace
        return workspace.map_along if self.context.visit.on else workspace.social_map

    def _listen(self) -> None:
        view = self.view
        view.change.clicked.connect(self._change)
        view.check.clicked.connect(self._check)
        view.merge.clicked.connect(self._choose_other)
        view.bin.clicked.connect(self._put_away)
        view.offers.opened.connect(self._change_offer)
        view.offers.added.connect(self._add_offer)
        view.offers.doubled.connect(self._choose_offer)
        view.persons.opened.connect(self._change_person)
        view.persons.added.connect(self._add_person)

    def crumbs(self) -> tuple[Crumb, ...]:
        """Sociale kaart › this organisation."""
        here = "" if self.card is None else self.card.organisation.name
        return Crumb(self.context.words.say("nav.map"), Place(MAP)), Crumb(here)

    def open(self, place: Place) -> None:
        """Show it as it is now; one that is gone leads back to the map."""
        try:
            self._show(self._service.card(place.record))
        except SpinnenwebError as error:
            self.context.hub.fail(error)
            self.context.hub.open(Place(MAP))

    def on_changed(self, changes: Changes) -> None:
        """Read again when something on the map changed."""
        if self.card is not None and changes.touches(*_SHOWN):
            try:
                self._show(self._service.card(self.card.organisation.id))
            except SpinnenwebError:
                self.context.hub.open(Place(MAP))

    # showing

    def _show(self, card: OrganisationCard) -> None:
        self.card, self.names = card, self._service.names(self.context.words)
        one = card.organisation
        self.view.header.set_title(one.name)
        places = ", ".join(self.names.named("village_ids", village) for village in one.village_ids)
        kind = self.names.named("kind", one.kind.value)
        self.view.header.set_sub(" · ".join(part for part in (kind, places) if part))
        self._show_marks(card)
        self.view.about.setText(one.description)
        self.view.about.setVisible(bool(one.description))
        self.view.offers.show_lines(card.offers, self.names)
        self.view.persons.show_people(card)
        self._show_facts(one)
        self._show_merges(card)
        self.past.show_card(card)
        self.along.show_card(card, self.names, on=self.context.visit.on)

    def _show_marks(self, card: OrganisationCard) -> None:
        line, one, words = self.view.marks_line, card.organisation, self.context.words
        while (item := line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        day = "" if one.checked_on is None else full_day(one.checked_on)
        own = ", ".join(part for part in (day, one.checked_by) if part)
        if card.freshness is self.context.workspace.social_map.freshness_of(one):
            line.addWidget(FreshnessMark(words, card.freshness, own))
        else:
            line.addWidget(FreshnessMark(words, card.freshness, self.tr("een deel van het aanbod")))
            if own:
                line.addWidget(text_label(self.tr("De organisatie zelf: {when}").format(when=own), "small"))
        if not one.active:
            line.addWidget(Chip(self.tr("gestopt"), "warn"))

    def _show_facts(self, one: Organisation) -> None:
        heads = self.names.heads
        reach = (("phone", one.phone), ("email", one.email), ("website", one.website), ("lead", one.lead))
        self.view.reach.show_facts(tuple((heads[field], said) for field, said in reach))
        wants = (("working_on", one.working_on), ("chances", one.chances))
        themes = tuple(self.names.named("themes", code) for code in one.themes)
        self.view.wants.show_facts(tuple((heads[field], said) for field, said in wants), themes)

    def _show_merges(self, card: OrganisationCard) -> None:
        column = self.view.merges_column
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.apart = {}
        for merge in card.merges:
            said = self._merged_on(card, merge)
            column.addWidget(text_label(said, "small"))
            button = link_button(self.tr("Losmaken"))
            button.setAccessibleName(f"{button.text()}: {said}")
            button.clicked.connect(self._part)
            self.apart[button] = merge
            column.addWidget(button)
        self.view.merges.setVisible(bool(card.merges))

    def _merged_on(self, card: OrganisationCard, merge: MapMerge) -> str:
        offers = {line.offer.id: line.offer.name for line in card.offers}
        day = full_day(merge.merged_on)
        if merge.kind is MapKind.OFFER:
            return self.tr("{name}: samengevoegd op {date}.").format(name=offers.get(merge.kept_id, ""), date=day)
        return self.tr("Samengevoegd op {date}.").format(date=day)

    # acts

    def _change(self) -> None:
        if self.card is not None:
            one = self.card.organisation
            dialog = OrganisationDialog(self.context, one, self.names, self, new=False)
            dialog.kept.connect(self._kept)
            dialog.open()

    def _change_offer(self, offer: Offer) -> None:
        self._form(offer, self.tr("Aanbod aanpassen"), new=False)

    def _add_offer(self) -> None:
        if self.card is not None:
            blank = self._service.blank_offer(self.card.organisation.id)
            self._form(blank, self.tr("Nieuw aanbod"), new=True)

    def _change_person(self, person: ContactPerson) -> None:
        self._form(person, self.tr("Contactpersoon aanpassen"), new=False)

    def _add_person(self) -> None:
        if self.card is not None:
            blank = self._service.blank_contact(self.card.organisation.id)
            self._form(blank, self.tr("Nieuwe contactpersoon"), new=True)

    def _form(self, record: Offer | ContactPerson, title: str, *, new: bool) -> None:
        dialog = PartDialog(self.context, record, self.names, title, self, new=new)
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, _: object, saved: Saved) -> None:
        self.undo.saved(saved, self.tr("Het is bewaard."))

    def _check(self) -> None:
        if self.card is None:
            return
        work = partial(self._service.check_whole, (self.card.organisation.id,))
        self.context.jobs.run(self, work, self._checked, self.context.hub.fail)

    def _checked(self, saved: Saved) -> None:
        self.undo.saved(saved, self.tr("Vandaag nagekeken, met al het aanbod."))

    def _put_away(self) -> None:
        if self.card is not None:
            one = self.card.organisation.id
            work = partial(self._service.put_away, MapKind.ORGANISATION, one)
            self.context.jobs.run(self, work, partial(self._gone, one), self.context.hub.fail)

    def _gone(self, organisation_id: str, changes: Changes) -> None:
        name = "" if self.card is None else self.card.organisation.name
        self.card = None
        self.context.hub.open(Place(MAP))
        back = partial(self.context.workspace.bin.put_back, BinKind.ORGANISATION, organisation_id)
        self.undo.did(back, changes, self.tr("{name} ligt in de prullenbak.").format(name=name))

    # merging

    def _choose_other(self) -> None:
        if self.card is not None:
            self.joining.choose_organisation(self.card.organisation)

    def _choose_offer(self) -> None:
        if self.card is not None:
            self.joining.choose_among(self.card.offers)

    def _part(self) -> None:
        sender = self.sender()
        merge = next(merge for button, merge in self.apart.items() if button is sender)
        work = partial(self.context.workspace.map_merging.unmerge, merge.id)
        self.context.jobs.run(self, work, self._parted, self.context.hub.fail)

    def _parted(self, changes: Changes) -> None:
        self.context.hub.report(changes, self.undo)
        self.context.hub.say(self.tr("Het zijn er weer twee."))
