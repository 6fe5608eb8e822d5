"""Status codes that are sent or handled (PS3.7 Annex C, PS3.4 per Service Class)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.words import StatusClass


class Element(Struct, frozen=True, omit_defaults=True):
    """A data element as the dictionary of PS3.6 or PS3.7 names it."""

    keyword: str
    name: str
    tag: str
    vr: str
    vm: str


class Status(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One status code or range (`A700`, `C100-C1FF`, `A7xx`); the key in its table is the code.

    `condition` is when an SCP sends it, `behaviour` what an SCU does on receiving it, `action` what people do.
    """

    class_: StatusClass = field(name="class")
    meaning: str
    further_meaning: str = ""
    condition: str = ""
    behaviour: str = ""
    related_fields: tuple[Element, ...] = ()
    action: str = ""


class StatusTable(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Status codes of one DIMSE service, shared by the services that refer to it."""

    title: str
    service: str
    description: str = ""
    statuses: dict[str, Status]
    provider: str = ""
