"""Attributes: Tag, VR, VM, every Module that has them with Type and path, IODs, units, values, keys of services."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _service_attributes
from dcsgen.api.standard.records import Entry, Hit, Source
from dcsgen.base.page import UNVERIFIED, Fact, Section, table
from dcsgen.base.standard import (
    attribute_units,
    elements,
    enumerated_values,
    iods,
    pydicom_tables,
    service_attributes,
    titles,
    value_representations,
)


class Place(Struct, frozen=True):
    """Where an Attribute stands: Module, keywords from the outermost Sequence to itself, and Type.

    The Type is empty in Modules of normalised IODs: PS3.4 gives it there, by service.
    """

    module: str
    module_name: str
    path: tuple[str, ...]
    type: str


class IodName(Struct, frozen=True):
    """An IOD with a Module that has the Attribute."""

    id: str
    name: str


class Units(Struct, frozen=True):
    """The units of an Attribute in a Module."""

    module: str
    units: tuple[str, ...]
    clause: str


class Terms(Struct, frozen=True):
    """The listed values of an Attribute in a Module: Enumerated Values, or else Defined Terms."""

    module: str
    values: tuple[str, ...]
    enumerated: bool
    clause: str
    unverified: bool


class Attribute(Entry, frozen=True, kw_only=True, tag_field="kind", tag="attribute"):
    """An Attribute. `services` is what queries, worklists and other services that are no Storage say about it."""

    tag: str
    keyword: str
    vr: str
    vm: str
    places: tuple[Place, ...]
    iods: tuple[IodName, ...]
    units: tuple[Units, ...]
    terms: tuple[Terms, ...]
    services: tuple[_service_attributes.ServiceAttribute, ...]


def _hits() -> Iterator[Hit]:
    for element in elements.all_elements():
        yield Hit(
            "attribute",
            element.keyword or element.tag,
            element.name or element.tag,
            (element.tag,),
            element.vr,
            element.retired,
            facets={"vr": tuple(element.vr.split(" or "))},
        )


def _find(text: str) -> Iterator[tuple[str, bool]]:
    element = elements.find(text)
    if element is not None:
        exact = text == element.keyword or elements.by_tag(text) is not None
        yield element.keyword or element.tag, exact


def _suggest(text: str) -> Iterator[str]:
    yield from elements.suggest(text)


def _show(key: str) -> Attribute:
    element = elements.find(key)
    assert element is not None
    uses = iods.uses_of(element.keyword) if element.keyword else ()
    modules = {key: iods.module_name(key) for key in dict.fromkeys(key for key, _ in uses)}
    places = tuple(Place(key, modules[key], use.path, use.type) for key, use in uses)
    services = _service_attributes.of_attribute(element.keyword) if element.keyword else ()
    units = [(key, attribute_units.units_of(key, element.keyword)) for key in modules]
    terms = [(key, enumerated_values.terms_of(key, element.keyword)) for key in modules]
    with_it = {iod for key in modules for iod, _ in iods.iods_with(key)}
    return Attribute(
        id=element.keyword or element.tag,
        name=element.name or element.tag,
        retired=element.retired,
        tag=element.tag,
        keyword=element.keyword,
        vr=element.vr,
        vm=element.vm,
        places=places,
        iods=tuple(IodName(iod, titles.title(iod)) for iod in sorted(with_it)),
        units=tuple(Units(key, found.units, found.clause) for key, found in units if found is not None),
        terms=tuple(
            Terms(key, found.values, found.enumerated, found.clause, found.unverified)
            for key, found in terms
            if found is not None
        ),
        services=services,
        sources=tuple(_sources(any(found for _, found in (*units, *terms)), bool(services))),
        known_holes=(
            *iods.origin().known_holes,
            *attribute_units.origin().known_holes,
            *enumerated_values.origin().known_holes,
            *service_attributes.origin().known_holes,
        ),
    )


def _sources(with_values: bool, with_services: bool) -> Iterator[Source]:
    yield source("Data element", "PS3.6 6 to 9", pydicom_tables.edition())
    yield source("Modules and Types", "PS3.3 Annex C", iods.origin().edition)
    if with_values:
        yield source("Units and values", "PS3.3 Annex C", enumerated_values.origin().edition)
    if with_services:
        yield source("Services", "PS3.4", service_attributes.origin().edition)


def _sections(entry: Attribute) -> Iterator[Section]:
    facts = (
        Fact("Tag", entry.tag),
        Fact("Keyword", entry.keyword),
        Fact("VR", _vr(entry.vr)),
        Fact("VM", entry.vm),
    )
    yield Section("Identity", facts=tuple(fact for fact in facts if fact.text))
    if entry.units:
        units = tuple(Fact(unit.module, f"{' or '.join(unit.units)} ({unit.clause})") for unit in entry.units)
        yield Section("Units, by Module", facts=units)
    for enumerated, title in ((True, "Enumerated Values, by Module"), (False, "Defined Terms, by Module")):
        listed = tuple(_terms(terms) for terms in entry.terms if terms.enumerated == enumerated)
        if listed:
            yield Section(title, facts=listed)
    if entry.services:
        rows = [(s.service, s.level, _inside(s.path), _service_attributes.cells(s), s.clause) for s in entry.services]
        headings = ("service", "level", "inside", "requirement", "clause")
        yield Section("Keys and requirements of services", table=table(headings, rows))
    if entry.places:
        outer_first = sorted(entry.places, key=lambda place: (len(place.path), place.module_name))
        places = [(place.module_name, place.type or "by service", _inside(place.path)) for place in outer_first]
        yield Section("Modules", table=table(("Module", "Type", "inside"), places, "places"))
    else:
        yield Section("Modules", remarks=("No Module of this data has it.",))
    if entry.iods:
        yield Section(f"IODs ({len(entry.iods)})", words=tuple(iod.name for iod in entry.iods))


def _terms(terms: Terms) -> Fact:
    text = f"{', '.join(terms.values)} ({terms.clause})"
    return Fact(terms.module, f"{text} {UNVERIFIED}" if terms.unverified else text)


def _vr(vr: str) -> str:
    known = value_representations.by_code(vr)
    if known is None:
        return vr
    longest = f", at most {known.longest} characters" if known.longest and known.longest < 2**31 else ""
    return f"{vr} ({known.name}{longest})"


def _inside(path: tuple[str, ...]) -> str:
    return " > ".join(path[:-1])


KIND = Kind(
    key="attribute",
    noun="Attribute",
    plural="Attributes",
    entry=Attribute,
    hits=_hits,
    show=_show,
    sections=_sections,
    find=_find,
    suggest=_suggest,
)
