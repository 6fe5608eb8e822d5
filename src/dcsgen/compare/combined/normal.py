"""A product in the form in which products can be combined: whatever its author named or divided has its natural key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import NODEFAULT, Struct, structs

from dcsgen.base.place import Path
from dcsgen.base.words import Initiator, Role
from dcsgen.compare.alignment import owner_of
from dcsgen.compare.combined.forms import default_of
from dcsgen.compare.items import key_of, keyed
from dcsgen.model import ApplicationEntity, Capability, Service
from dcsgen.model.compared import CAPABILITY, Field, Form, Record
from dcsgen.model.negotiable import sides_of

OWNERS = "application_entities"
"""What products divide as they like; combined, there is one Application Entity."""

LEFT_OUT = ("product", "document", OWNERS, "sequences", "status_tables", "common_modules", "common_functional_groups")
"""What is about single Application Entities or the document, or stands in other records after `_inlined`."""

Join = Callable[[Struct, Struct, Record], Any]


class Normal(Struct, frozen=True):
    """`capability` has natural keys as keys of maps and as links; `names` are those that the author chose, by path.

    `owners` are the names of the Application Entities that do what is at a path.
    """

    product: str
    capability: Capability
    application_entities: Mapping[str, ApplicationEntity]
    names: Mapping[Path, tuple[str, ...]]
    owners: Mapping[Path, tuple[str, ...]]


def normal(capability: Capability, join: Join) -> Normal:
    """The natural form of a product; `join` makes one of two records that are about the same thing."""
    return _Normalizing(_inlined(capability), join).run()


class _Normalizing:
    def __init__(self, capability: Capability, join: Join) -> None:
        self.capability = capability
        self.join = join
        self.names: dict[Path, list[str]] = defaultdict(list)
        self.owners: dict[Path, list[str]] = defaultdict(list)

    def run(self) -> Normal:
        changes: dict[str, Any] = {}
        for name, field in CAPABILITY.fields.items():
            if name not in LEFT_OUT:
                changes[name] = self._value(getattr(self.capability, name), field, (name,))
        product = f"{self.capability.product.name} {self.capability.product.version}"
        made = structs.replace(self.capability, **changes)
        names, owners = (
            {path: tuple(dict.fromkeys(found)) for path, found in each.items()} for each in (self.names, self.owners)
        )
        return Normal(product, made, self.capability.application_entities, names, owners)

    def _value(self, value: Any, field: Field, path: Path) -> Any:
        if value is None or value == "":
            return value
        if field.link:
            return self._linked(value, field)
        if field.record is None:
            return value
        if field.form is Form.MAP:
            return self._map(value, field, path)
        return self._record(value, field.record, path) if field.form is Form.ONE else value

    def _linked(self, value: Any, field: Field) -> Any:
        if OWNERS in field.link:
            # What is said of single Application Entities is true of the only one that is left, or is left out.
            if field.form is Form.LINK:
                return OWNERS if field.owner else ""
            return type(value)()
        if field.form is Form.LINK:
            return next(iter(self._keys(field.link[0], value)), "")
        if field.form is Form.MAP:
            return {key: each for name, each in value.items() for key in self._keys(field.link[0], name)}
        return tuple(dict.fromkeys(key for name in value for key in self._keys(field.link[0], name)))

    def _keys(self, collection: str, name: str) -> list[str]:
        """The natural keys of a record that is meant by its name."""
        field = CAPABILITY.fields[collection]
        value = (getattr(self.capability, collection) or {}).get(name)
        if field.record is None or value is None:
            return []
        return [key for key, _ in self._parts(name, value, field)]

    def _record(self, value: Struct, record: Record, path: Path) -> Struct:
        changes = {
            name: self._value(getattr(value, name), field, (*path, name)) for name, field in record.fields.items()
        }
        return structs.replace(value, **changes)

    def _map(self, records: Mapping[str, Any], field: Field, path: Path) -> dict[str, Any]:
        assert field.record is not None
        found: dict[str, Any] = {}
        for name, value in records.items():
            for key, part in self._parts(name, value, field):
                at = (*path, key)
                made = self._record(part, field.record, at)
                found[key] = self.join(found[key], made, field.record) if key in found else made
                self.names[at].append(name)
                if owner_of(field.record):
                    self.owners[at].append(part.application_entity)
        return found

    def _parts(self, name: str, value: Any, field: Field) -> Iterator[tuple[str, Any]]:
        """A record once for each single thing that it is about, with its natural key."""
        record = field.record
        assert record is not None
        if not field.named:
            yield name, value
            return
        divided = [each for each, inner in record.fields.items() if inner.parts and inner.form is Form.SET]
        for side, one in _sides(value, record):
            identity = [self._identity(getattr(one, each), record.fields[each]) for each in record.identity]
            if not divided:
                words = [*side, *identity]
                yield " ".join(filter(None, words if any(words) else (name, *_kind(one, record)))), one
            for each in divided:
                for item in getattr(one, each):
                    others = (word for key, word in zip(record.identity, identity, strict=True) if key != each)
                    words = [key_of(item, record.fields[each]), *side, *others]
                    part = structs.replace(one, **{each: (item,)})
                    yield " ".join(filter(None, words)), self._of_its_own(part) if isinstance(part, Service) else part

    def _of_its_own(self, service: Service) -> Service:
        """A service of one SOP Class without the objects and mappings of the others that it stood together with."""
        mapping = self.capability.attribute_mappings.get(service.attribute_mapping)
        about = {"iod": service.iod, "attribute_mapping": mapping.iod if mapping is not None else ""}
        others = {
            link: ""
            for link, name in about.items()
            if (iod := self.capability.iods.get(name)) and iod.sop_class.uid != service.sop_classes[0].uid
        }
        return structs.replace(service, **others, **({"ae_mapping": ""} if "attribute_mapping" in others else {}))

    def _identity(self, value: Any, field: Field) -> str:
        if value is None or value in ("", (), {}):
            return ""
        if field.form in (Form.SET, Form.LIST):
            return "+".join(sorted(keyed(value, field)))
        if field.form is Form.LINK:
            return " ".join(self._keys(field.link[0], value))
        if field.form is Form.ONE:
            return str(getattr(value, field.key[0])) if field.key else ""
        if field.form is Form.MAP:
            found = self._linked(value, field) if field.link else dict.fromkeys(value, "")
            return "+".join(sorted(f"{key} {text}".strip() for key, text in found.items()))
        return str(value)


def _sides(value: Any, record: Record) -> Iterator[tuple[tuple[str, ...], Any]]:
    """A service once for each single role and initiator; everything else as it is."""
    if isinstance(value, Service):
        for initiator, role in sides_of(value):
            usual = Initiator.SELF if role is Role.SCU else Initiator.PEER
            said = None if value.initiator is None and initiator is usual else initiator
            yield (str(role), str(initiator)), structs.replace(value, role=role, initiator=said)
    elif record.role and record.role not in record.identity:
        yield (str(getattr(value, record.role)),), value
    else:
        yield (), value


def _kind(value: Any, record: Record) -> Iterator[str]:
    """What a record has to say of itself: of the same name, but of another kind, it is another thing."""
    for name, field in record.fields.items():
        if field.form is Form.VALUE and not field.standard and default_of(record.of, name) is NODEFAULT:
            yield str(getattr(value, name))


def _inlined(capability: Capability) -> Capability:
    """A Capability without tables and Modules that several records share: each record says all that holds for it."""
    tables = {key: table.statuses for key, table in capability.status_tables.items()}
    services = {
        key: structs.replace(one, status_table="", statuses={**tables.get(one.status_table, {}), **one.statuses})
        for key, one in capability.services.items()
    }
    modules = {key: one.attributes for key, one in capability.common_modules.items()}
    groups = {key: one.attributes for key, one in capability.common_functional_groups.items()}
    iods = {
        key: structs.replace(
            one,
            modules={name: _whole(module, modules) for name, module in one.modules.items()},
            functional_groups={name: _whole(group, groups) for name, group in one.functional_groups.items()},
        )
        for key, one in capability.iods.items()
    }
    return structs.replace(capability, services=services, iods=iods)


def _whole(part: Any, shared: Mapping[str, Mapping[str, Any]]) -> Any:
    return structs.replace(part, common="", attributes={**shared.get(part.common, {}), **part.attributes})
