"""Union and intersection of products, as one product."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Subject
from dcsgen.base.place import Path
from dcsgen.base.text import listed
from dcsgen.compare.alignment import owner_of
from dcsgen.compare.combined.algebra import Algebra, Note, joined
from dcsgen.compare.combined.forms import Way, default_of
from dcsgen.compare.combined.naming import Naming, settled
from dcsgen.compare.combined.normal import LEFT_OUT, OWNERS, Normal, normal
from dcsgen.model import ApplicationEntity, Capability, Document, Product
from dcsgen.model.compared import CAPABILITY, Empty, Form, Record
from dcsgen.model.compared.entities import APPLICATION_ENTITY
from dcsgen.model.compared.web import WEB_SERVICE, WEB_TRANSACTION

OWNER = {Way.INTERSECTION: "COMMON", Way.UNION: "ANY"}
"""What the one Application Entity is called."""

_TITLE = {Way.INTERSECTION: "What {} have in common", Way.UNION: "What at least one of {} has"}
_FUNCTION = {
    Way.INTERSECTION: "Stands for all Application Entities: what is said of it holds for each of the products.",
    Way.UNION: "Stands for all Application Entities: what is said of it holds for at least one of the products.",
}
_REMARKS = {
    Way.INTERSECTION: "What is not said here is not stated by all of the products, or not the same in all of them. "
    "Limits are the tightest ones; what one of them asks of its peers is asked here.",
    Way.UNION: "No single product has all of this. What is said differently by several of them is left out.",
}


class Combined(Struct, frozen=True):
    """`products` are the names and versions of those that were combined, to which the numbers in notes refer."""

    way: Way
    capability: Capability
    products: tuple[str, ...]
    notes: tuple[Note, ...]


def combine(capabilities: Sequence[Capability], way: Way) -> Combined:
    """What all products have, or what at least one of them has, as a Capability with one Application Entity.

    Things are the same if they are about the same by the standard: services by SOP Class, role and who opens the
    Association, web services by service and role, objects by SOP Class, profiles by profile. What is said of single
    Application Entities, addresses and diagrams are left out. What one product does not state is left out of an
    intersection; limits, and what peers have to meet, hold as soon as one product has them.
    """
    normals = [normal(one, joined) for one in capabilities]
    algebra = Algebra(way)
    made: dict[str, Any] = {}
    for name in CAPABILITY.fields:
        if name not in LEFT_OUT:
            said = [(number, getattr(one.capability, name)) for number, one in enumerate(normals)]
            made[name] = algebra.field(said, CAPABILITY, name, ())
    made["web_services"] = {key: _within_resources(one, WEB_SERVICE) for key, one in made["web_services"].items()}
    owner = _owner(normals, made, algebra)
    names: dict[Path, list[str]] = defaultdict(list)
    for one in normals:
        for path, called in one.names.items():
            names[path] += called
    naming = Naming(OWNER[way], names, algebra.notes)
    made = settled(Capability, naming.collections(made))
    products = tuple(one.product for one in normals)
    made |= {
        OWNERS: owner,
        "product": _product([one.product for one in capabilities], way),
        "document": _document([one.document for one in capabilities], products, way),
    }
    notes = (
        note._replace(path=(*naming.paths.get(note.path[:2], note.path[:2]), *note.path[2:])) for note in algebra.notes
    )
    return Combined(way, Capability(**made), products, tuple(dict.fromkeys(notes)))


def _owner(normals: Sequence[Normal], made: Mapping[str, Any], algebra: Algebra) -> dict[str, ApplicationEntity]:
    """The one Application Entity, out of those that have a part in what came out; none if nothing did."""
    if not any(made[name] for name in made if owner_of(CAPABILITY.fields[name].record)):
        return {}
    name, found = OWNER[algebra.way], {}
    for part, collection in (("association", "services"), ("file_meta_information", "media")):
        said = [
            (number, getattr(one.application_entities[owner], part))
            for number, one in enumerate(normals)
            for owner in dict.fromkeys(
                each for key in made[collection] for each in one.owners.get((collection, key), ())
            )
        ]
        if said:
            found[part] = algebra.field(said, APPLICATION_ENTITY, part, (OWNERS, name))
    return {name: ApplicationEntity(function=_FUNCTION[algebra.way], **settled(ApplicationEntity, found))}


def _within_resources(value: Any, record: Record, known: frozenset[str] = frozenset()) -> Any:
    """A record without what is for resources only that its transaction does not have; None if that is all of it."""
    known = frozenset(getattr(value, "resources", ())) if record is WEB_TRANSACTION else known
    changes: dict[str, Any] = {}
    for name, field in record.fields.items():
        inner = getattr(value, name)
        if field.form is Form.SET and field.subject is Subject.RESOURCE and inner and known:
            changes[name] = tuple(each for each in inner if each in known)
            if not changes[name] and field.empty is Empty.ANY:
                return None
        elif field.form is Form.MAP and field.record is not None and inner:
            entries = {key: _within_resources(each, field.record, known) for key, each in inner.items()}
            changes[name] = {key: each for key, each in entries.items() if each is not None}
        elif field.form is Form.ONE and field.record is not None and inner is not None:
            changes[name] = _within_resources(inner, field.record, known) or default_of(record.of, name)
    return structs.replace(value, **changes)


def _product(products: Sequence[Product], way: Way) -> Product:
    if all(one == products[0] for one in products):
        return products[0]
    ordered = sorted(products, key=lambda one: (one.name, one.version))
    return Product(
        name=f"{way.capitalize()} of {listed([one.name for one in ordered], 'and')}",
        vendor=listed(sorted(one.vendor for one in products), "and"),
        version=", ".join(dict.fromkeys(one.version for one in ordered)),
    )


def _document(documents: Sequence[Document], products: Sequence[str], way: Way) -> Document:
    if all(one == documents[0] for one in documents):
        return documents[0]
    languages = {one.language for one in documents}
    return Document(
        identifier=way.upper(),
        revision="1",
        date=max(one.date for one in documents),
        title=_TITLE[way].format(listed(sorted(products), "and")),
        language=languages.pop() if len(languages) == 1 else "en",
        remarks=_REMARKS[way],
    )
