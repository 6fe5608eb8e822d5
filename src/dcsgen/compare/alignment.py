"""Finds out which record of one Capability is which of the other: by name, by pin, or by what they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.change import Aligned
from dcsgen.base.place import Path
from dcsgen.compare.assignment import assign
from dcsgen.compare.items import keyed
from dcsgen.compare.likeness import OF_PRODUCTS, OF_VERSIONS, Features, features, scores
from dcsgen.compare.values import roles_of
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Field, Form, Record

Pins = Mapping[str, Mapping[str, str]]
"""Names of the old side and what they are on the new one, by collection: `{"services": {"store": "storage"}}`."""

SAME_NAME, PINNED, SIMILAR = "same name", "pinned", "similar"


def same_product(old: Capability, new: Capability) -> bool:
    """Whether two Capabilities are of versions of one product, as far as its vendor and its name tell."""
    first, second = ((one.product.vendor.casefold(), one.product.name.casefold()) for one in (old, new))
    return first == second


class Alignment:
    """The pairs of records so far, by collection; `all` tells how each was found."""

    def __init__(self, old: Capability, new: Capability, *, versions: bool, pins: Pins) -> None:
        self.pairs: dict[str, dict[str, str]] = {}
        self.all: list[Aligned] = []
        self._similar: dict[tuple[Path, str], float] = {}
        self.likeness = OF_VERSIONS if versions else OF_PRODUCTS
        self._old, self._new, self._pins = old, new, pins
        for collection in in_order():
            self._align(collection)

    @property
    def crossed(self) -> bool:
        """Whether a name that both sides have means different things."""
        return any(
            pairs.get(key, key) != key and key in records_of(self._new, collection)
            for collection, pairs in self.pairs.items()
            for key in pairs
        ) or any(
            key in records_of(self._old, collection) and pairs.get(key) != key
            for collection, pairs in self.pairs.items()
            for key in pairs.values()
        )

    def renamed(self) -> dict[str, dict[str, str]]:
        """The pairs whose names differ, by collection."""
        found = {name: {old: new for old, new in pairs.items() if old != new} for name, pairs in self.pairs.items()}
        return {name: pairs for name, pairs in found.items() if pairs}

    def translated(self, collections: tuple[str, ...], name: str) -> str | None:
        """The new name of a record of the old side; None if it has no pair, or none yet.

        What is in none of the collections is no name of a record, and stays.
        """
        for collection in collections:
            if name in records_of(self._old, collection):
                return self.pairs.get(collection, {}).get(name)
        return name

    def _as_it_is(self, collections: tuple[str, ...], name: str) -> str | None:
        """A name of the new side, if the old side's can be compared with it already."""
        for collection in collections:
            if name in records_of(self._new, collection):
                return name if collection in self.pairs else None
        return name

    def similarity(self, path: Path, old: str) -> float:
        """How alike a record of the map at this path is to its partner."""
        return self._similar[path, old]

    def of(self, old: Mapping[str, Any], new: Mapping[str, Any], field: Field, path: Path) -> dict[str, str]:
        """Pairs of a map that stands inside a record."""
        assert field.record is not None
        record = field.record
        pairs = {key: key for key in old if key in new}
        left, right = _without(old, pairs), _without(new, pairs.values())
        if not left or not right:
            return pairs
        before = {key: features(value, record, self.likeness, self.translated) for key, value in left.items()}
        after = {key: features(value, record, self.likeness, self._as_it_is) for key, value in right.items()}
        rated = _possible(scores(before, after, self.likeness), left, right, record)
        for key, partner in assign(rated).items():
            pairs[key] = partner
            self._note(path, key, partner, rated[key, partner], SIMILAR)
        return pairs

    def _align(self, collection: str) -> None:
        old, new = records_of(self._old, collection), records_of(self._new, collection)
        pairs = {key: name for key, name in self._pins.get(collection, {}).items() if key in old and name in new}
        for key, name in pairs.items():
            self._note((collection,), key, name, 1.0, PINNED)
        if not self.likeness.by_identity or not self._told_by_identity(collection):
            taken = set(pairs.values())
            for key in old:
                if key in new and key not in pairs and key not in taken:
                    pairs[key] = key
                    self._note((collection,), key, key, 1.0, SAME_NAME)
        self.pairs[collection] = pairs
        left, right = _without(old, pairs), _without(new, pairs.values())
        if not left or not right:
            return
        before, after = self._features(collection, left, old=True), self._features(collection, right, old=False)
        record = CAPABILITY.fields[collection].record
        assert record is not None
        rated = _possible(scores(before, after, self.likeness), left, right, record)
        for key, partner in assign(rated).items():
            pairs[key] = partner
            self._note((collection,), key, partner, rated[key, partner], SIMILAR)

    def _note(self, path: Path, old: str, new: str, score: float, because: str) -> None:
        rounded = round(min(1.0, score), 2)
        self._similar[path, old] = rounded
        self.all.append(Aligned(path=path, old=old, new=new, similarity=rounded, because=because))

    def _features(self, collection: str, records: Mapping[str, Any], *, old: bool) -> dict[str, Features]:
        field = CAPABILITY.fields[collection]
        assert field.record is not None
        translate = self.translated if old else self._as_it_is
        uses: dict[str, set[tuple[Any, ...]]] = {key: set() for key in records}
        for name, feature in self._uses(collection, old=old):
            if name in uses:
                uses[name].add(feature)
        return {
            key: features(value, field.record, self.likeness, translate)
            | uses[key]
            | frozenset(natural_keys(value, field.record))
            for key, value in records.items()
        }

    def _uses(self, collection: str, *, old: bool) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Which records refer to which record of a collection: by their names, or by what is in them."""
        capability = self._old if old else self._new
        for other, field in CAPABILITY.fields.items():
            if field.record is None or field.form is not Form.MAP:
                continue
            links = [
                name for name, one in field.record.fields.items() if one.form is Form.LINK and collection in one.link
            ]
            for key, value in records_of(capability, other).items() if links else ():
                said = self._said(other, key, value, field.record, old=old)
                for name in links:
                    yield from ((getattr(value, name), ("used", other, name, *each)) for each in said)

    def _said(self, collection: str, key: str, value: Any, record: Record, *, old: bool) -> list[tuple[Any, ...]]:
        """What a record is, for those to which it refers: what it is about, or its name if that is aligned."""
        known = list(natural_keys(value, record))
        if known:
            return [*known]
        translate = self.translated if old else self._as_it_is
        told = features(value, record, OF_PRODUCTS, translate) if record.identity else ()
        return [tuple(each) for each in told]

    def _told_by_identity(self, collection: str) -> bool:
        """Whether records of a collection can be told apart by what they are about, or by who refers to them."""
        record = CAPABILITY.fields[collection].record
        assert record is not None
        parts = any(field.parts and field.form is Form.SET for field in record.fields.values())
        return (
            bool(record.identity) or parts or any(collection in links_of(field) for field in CAPABILITY.fields.values())
        )


def records_of(capability: Capability, collection: str) -> Mapping[str, Any]:
    """The records of a collection; none if nothing is stated about it."""
    found: Mapping[str, Any] | None = getattr(capability, collection)
    return found or {}


def _possible(
    rated: Mapping[tuple[str, str], float], old: Mapping[str, Any], new: Mapping[str, Any], record: Record
) -> dict[tuple[str, str], float]:
    """The pairs without those of things that are about nothing in common: another SOP Class is another thing."""
    before, after = ({key: _about(value, record) for key, value in side.items()} for side in (old, new))
    return {
        (key, name): score
        for (key, name), score in rated.items()
        if not before[key] or not after[name] or not before[key].isdisjoint(after[name])
    }


def _about(value: Any, record: Record) -> frozenset[tuple[str, str]]:
    """What a record is about: the keys of what it identifies itself by, and of its parts."""
    found: set[tuple[str, str]] = set()
    for name, field in record.fields.items():
        inner = getattr(value, name)
        if field.form is Form.SET and (field.parts or name in record.identity):
            found.update((name, key) for key in keyed(inner, field))
        elif field.form is Form.ONE and field.key and name in record.identity and inner is not None:
            found.add((name, str(getattr(inner, field.key[0]))))
    return frozenset(found)


def natural_keys(value: Any, record: Record) -> Iterator[tuple[str, str, str]]:
    """What a record is about, whatever its own name: field, key and single role of each of its parts."""
    roles = roles_in(value, record)
    for name, field in record.fields.items():
        if field.parts and field.form is Form.SET:
            for key in keyed(getattr(value, name), field):
                for role in roles or ("",):
                    yield name, key, role


def roles_in(value: Any, record: Record) -> tuple[str, ...]:
    """The single roles that a record says."""
    return roles_of(record.fields[record.role], getattr(value, record.role)) if record.role else ()


def in_order() -> list[str]:
    """The collections whose names can change: owners, what they own, then the rest."""
    named = {name: field for name, field in CAPABILITY.fields.items() if field.named}
    owned = [name for name, field in named.items() if owner_of(field.record)]
    owners = {collection for name in owned for collection in owner_of(named[name].record)}
    rest = [name for name in named if name not in owners and name not in owned]
    return [*sorted(owners), *owned, *rest]


def links_of(field: Field) -> set[str]:
    """The collections to which the records of a field refer."""
    fields = field.record.fields.values() if field.record is not None else ()
    return {collection for one in fields if one.form is Form.LINK for collection in one.link}


def owner_of(record: Record | None) -> tuple[str, ...]:
    """The collections of which the owner of a record is one; none if it has no owner."""
    fields = record.fields.values() if record is not None else ()
    return next((field.link for field in fields if field.owner), ())


def _without(records: Mapping[str, Any], taken: Any) -> dict[str, Any]:
    gone = set(taken)
    return {key: value for key, value in records.items() if key not in gone}
