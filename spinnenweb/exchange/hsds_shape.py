"""The tables of the Human Services Data Specification 3.1: their files, fields and links.

The facts are those of the standard (openreferral/specification, branch 3.1-dev of 2024-10-10, see
reference/ecosystem.md 1.2). Two of its tables, `service_capacity` and `unit`, are broken in its own descriptor;
here they have the fields of its JSON schemas.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "3.1.0"


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = ""
    UUID = "uuid"
    EMAIL = "email"
    URI = "uri"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MOMENT = "datetime"


@dataclass(frozen=True, slots=True)
class HsdsField:
    """A field; `links_to` names the table its identifier stands in."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    links_to: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HsdsTable:
    """A table with the file its rows stand in; every one has an `id` first."""

    name: str
    file: str
    fields: tuple[HsdsField, ...]

    def field(self, name: str) -> HsdsField | None:
        """The field with this name."""
        return next((one for one in self.fields if one.name == name), None)


_WHERE = "physical|postal|virtual"
_STATUS = "active|inactive|defunct|temporarily_closed"
_DAYS = "MO|TU|WE|TH|FR|SA|SU"
# name, `!` required, `:kind`, `>table` an identifier in that table, `=a|b` one of these
_TEXTS = f"""
organization organizations.csv name! alternate_name description! email:email website:uri tax_status tax_id
  year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid
program programs.csv organization_id!>organization name! alternate_name description!
service services.csv organization_id!>organization program_id>program name! alternate_name description url:uri
  email:email status!={_STATUS} interpretation_services application_process fees_description wait_time fees
  accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date
  assurer_email:email licenses alert last_modified:datetime
location locations.csv location_type!={_WHERE} url:uri organization_id>organization name alternate_name description
  transportation latitude:number longitude:number external_identifier external_identifier_type
service_at_location service_at_location.csv service_id!>service location_id!>location description
address addresses.csv location_id>location attention address_1! address_2 city! region state_province! postal_code!
  country! address_type!={_WHERE}
contact contacts.csv organization_id>organization service_id>service service_at_location_id>service_at_location
  location_id>location name title department email:email
phone phones.csv location_id>location service_id>service organization_id>organization contact_id>contact
  service_at_location_id>service_at_location number! extension:number type description
schedule schedules.csv service_id>service location_id>location service_at_location_id>service_at_location
  valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst={_DAYS}
  freq=WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time
  schedule_link:uri attending_type notes
service_area service_areas.csv service_id>service service_at_location_id>service_at_location name description
  extent extent_type uri
language languages.csv service_id>service location_id>location phone_id>phone name code note
accessibility accessibility.csv location_id>location description details url:uri
cost_option cost_options.csv service_id!>service valid_from:date valid_to:date option currency amount:number
  amount_description
funding funding.csv organization_id>organization service_id>service source
required_document required_documents.csv service_id>service document uri:uri
organization_identifier organization_identifiers.csv organization_id!>organization identifier_scheme
  identifier_type! identifier!
url url.csv label url!:uri organization_id>organization service_id>service
service_capacity service_capacity.csv service_id!>service unit_id!>unit available!:number maximum:number
  description updated!:datetime
unit units.csv name! scheme identifier uri:uri
taxonomy taxonomies.csv name! description! uri:uri version
taxonomy_term taxonomy_terms.csv code name! description! parent_id:uuid taxonomy language
  taxonomy_id>taxonomy term_uri:uri
attribute attributes.csv link_id!:uuid taxonomy_term_id!>taxonomy_term link_type link_entity! value label
metadata metadata.csv resource_id!:uuid resource_type! last_action_date!:date last_action_type! field_name!
  previous_value! replacement_value! updated_by!
meta_table_description meta_table_descriptions.csv name language character_set
"""


@cache
def tables() -> Mapping[str, HsdsTable]:
    """All tables by name, those that others point to before those that point."""
    entries: list[list[str]] = []
    for line in _TEXTS.strip().splitlines():
        if line.startswith(" "):
            entries[-1] += line.split()
        else:
            entries.append(line.split())
    return MappingProxyType({entry[0]: _table(entry) for entry in entries})


@cache
def table_of_file(file: str) -> HsdsTable | None:
    """The table whose rows stand in a file with this name."""
    return next((table for table in tables().values() if table.file == file.casefold()), None)


def _table(entry: list[str]) -> HsdsTable:
    own = HsdsField("id", FieldKind.UUID, required=True)
    return HsdsTable(entry[0], entry[1], (own, *map(_field, entry[2:])))


def _field(text: str) -> HsdsField:
    rest, _, choices = text.partition("=")
    rest, _, links_to = rest.partition(">")
    rest, _, kind = rest.partition(":")
    allowed = tuple(choice.replace("_", " ") for choice in choices.split("|")) if choices else ()
    name = rest.removesuffix("!")
    return HsdsField(name, FieldKind("uuid" if links_to else kind), rest.endswith("!"), links_to, allowed)


CHILDREN: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "organization": {
            "additional_websites": ("url", "organization_id"),
            "funding": ("funding", "organization_id"),
            "contacts": ("contact", "organization_id"),
            "phones": ("phone", "organization_id"),
            "locations": ("location", "organization_id"),
            "programs": ("program", "organization_id"),
            "organization_identifiers": ("organization_identifier", "organization_id"),
            "services": ("service", "organization_id"),
        },
        "service": {
            "additional_urls": ("url", "service_id"),
            "phones": ("phone", "service_id"),
            "schedules": ("schedule", "service_id"),
            "service_areas": ("service_area", "service_id"),
            "service_at_locations": ("service_at_location", "service_id"),
            "languages": ("language", "service_id"),
            "funding": ("funding", "service_id"),
            "cost_options": ("cost_option", "service_id"),
            "required_documents": ("required_document", "service_id"),
            "contacts": ("contact", "service_id"),
            "capacities": ("service_capacity", "service_id"),
        },
        "service_at_location": {
            "service_areas": ("service_area", "service_at_location_id"),
            "contacts": ("contact", "service_at_location_id"),
            "phones": ("phone", "service_at_location_id"),
            "schedules": ("schedule", "service_at_location_id"),
        },
        "location": {
            "languages": ("language", "location_id"),
            "addresses": ("address", "location_id"),
            "contacts": ("contact", "location_id"),
            "accessibility": ("accessibility", "location_id"),
            "phones": ("phone", "location_id"),
            "schedules": ("schedule", "location_id"),
        },
        "contact": {"phones": ("phone", "contact_id")},
        "phone": {"languages": ("language", "phone_id")},
    }
)
"""Lists in a JSON object: key, the table of its rows, the field that then holds the id of the object."""

PARENTS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "service": {"organization": ("organization", "organization_id"), "program": ("program", "program_id")},
        "service_at_location": {"location": ("location", "location_id"), "service": ("service", "service_id")},
        "service_capacity": {"unit": ("unit", "unit_id")},
        "attribute": {"taxonomy_term": ("taxonomy_term", "taxonomy_term_id")},
        "taxonomy_term": {"taxonomy_detail": ("taxonomy", "taxonomy_id")},
    }
)
"""Single objects in a JSON object: key, their table, the field that then holds their id."""

LINKED: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "attributes": ("attribute", "link_id", "link_entity"),
        "metadata": ("metadata", "resource_id", "resource_type"),
    }
)
"""Lists any JSON object may have: key, table, the fields with its id and with its table."""
