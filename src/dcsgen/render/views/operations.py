"""Views of the keys of queries and of the Attributes of DIMSE-N operations (PS3.2 N.5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.base.content_words import Operation, QuerySource
from dcsgen.base.standard.service_classes import ServiceClass, class_of
from dcsgen.base.words import Role
from dcsgen.model import Capability, OperationAttribute, QueryKey, Service, ServiceOperation
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording

_ASKED = {QuerySource.USER, QuerySource.SCANNED}


class QueryKeyRow(Struct, frozen=True, kw_only=True):
    """A key of a query in words; `nesting` is one `>` for each Sequence around it, `remarks` are CommonMark.

    `asked` keys get their value from a person, `automatic` ones from elsewhere; one may be both.
    `key` and `implied` are the record itself and whether the author wrote it, for layouts with codes of their own.
    """

    path: str
    nesting: str
    name: str
    tag: str
    vr: str
    type: str
    level: str
    matching: str
    source: str
    value: str
    returned: str
    display: str
    copied_into: tuple[str, ...]
    remarks: tuple[str, ...]
    key: QueryKey
    implied: bool
    asked: bool
    automatic: bool


class QueryKeyGroup(Struct, frozen=True):
    """The keys of one level; `level` is empty for those of none."""

    level: str
    rows: tuple[QueryKeyRow, ...]


class OperationAttributeRow(Struct, frozen=True, kw_only=True):
    """An Attribute of an operation in words; `need` says whether it is sent or asked for.

    Of an event, the first row has its name and number, as Table N.5-56 has them.
    """

    path: str
    nesting: str
    name: str
    tag: str
    vr: str
    type: str
    need: str
    source: str
    values: tuple[str, ...]
    default: str
    remarks: tuple[str, ...]
    attribute: OperationAttribute
    implied: bool
    type_name: str = ""
    type_id: int | None = None


class OperationView(Struct, frozen=True, kw_only=True):
    """An operation; `title` has its SOP Class and its Event or Action Type if these are stated.

    `kind` is that of the table of its Attributes: `events`, `print_attributes_scu`, `print_attributes_scp`, or
    `operation`. `has_attributes` is false of an N-DELETE, which carries none (PS3.7 10.1.6).
    """

    id: str
    title: str
    operation: str
    sop_class: str
    type_id: int | None
    type_name: str
    purpose: str
    kind: str
    has_attributes: bool
    rows: tuple[OperationAttributeRow, ...]


def key_groups(service: Service, capability: Capability) -> tuple[QueryKeyGroup, ...]:
    """The keys of a service by level, levels in the order of their first key."""
    groups: dict[str, list[QueryKeyRow]] = {}
    for path, key in service.keys.items():
        groups.setdefault(str(key.level or ""), []).append(_key(path, key, capability))
    return tuple(QueryKeyGroup(level, tuple(rows)) for level, rows in groups.items())


def _key(path: str, key: QueryKey, capability: Capability) -> QueryKeyRow:
    copied = tuple(capability.iods[iod].title for iod in key.copied_into if iod in capability.iods)
    remarks = [_("Copied into: %(objects)s.", objects=", ".join(copied))] if copied else []
    return QueryKeyRow(
        path=path,
        nesting=">" * path.count("."),
        name=key.name,
        tag=key.tag,
        vr=key.vr,
        type=" / ".join(kind for kind in (key.matching_type, key.return_type) if kind),
        level=str(key.level or ""),
        matching=", ".join(phrases.MATCHING[each] for each in key.matching),
        source=", ".join(phrases.QUERY_SOURCES[each] for each in key.source),
        value=key.value,
        returned=wording.yes_no(key.returned) if key.returned is not None else "",
        display=phrases.DISPLAY[key.display] if key.display else "",
        copied_into=copied,
        remarks=(*remarks, *((key.remark,) if key.remark else ())),
        key=key,
        implied=key.implied,
        asked=bool(_ASKED & set(key.source)),
        automatic=bool(set(key.source) - _ASKED - {QuerySource.EMPTY}),
    )


def operations(service_id: str, service: Service) -> tuple[OperationView, ...]:
    """The operations of a service in the order of the description."""
    return tuple(_operation(f"{service_id}-{key}", each, service) for key, each in service.operations.items())


def _operation(name: str, operation: ServiceOperation, service: Service) -> OperationView:
    kind = operation.type_name or _("Type")
    of_type = f" {kind} ({operation.type_id})" if operation.type_id else f" {operation.type_name}".rstrip()
    sop_class = operation.sop_class.name if operation.sop_class else ""
    done = f"{operation.operation}{of_type}"
    return OperationView(
        id=name,
        title=_("%(operation)s of %(sop_class)s", operation=done, sop_class=sop_class) if sop_class else done,
        operation=operation.operation,
        sop_class=sop_class,
        type_id=operation.type_id,
        type_name=operation.type_name,
        purpose=operation.purpose,
        kind=_kind(operation, service),
        has_attributes=operation.operation is not Operation.N_DELETE,
        rows=tuple(
            _attribute(path, attribute, operation if index == 0 else None)
            for index, (path, attribute) in enumerate(operation.attributes.items())
        ),
    )


def _kind(operation: ServiceOperation, service: Service) -> str:
    if operation.operation is Operation.N_EVENT_REPORT:
        return "events"
    about = operation.sop_class.uid if operation.sop_class else service.sop_classes[0].uid
    if class_of(about) == ServiceClass.PRINTING:
        return f"print_attributes_{'scp' if service.role is Role.SCP else 'scu'}"
    return "operation"


def _attribute(path: str, attribute: OperationAttribute, first_of: ServiceOperation | None) -> OperationAttributeRow:
    return OperationAttributeRow(
        path=path,
        nesting=">" * path.count("."),
        name=attribute.name,
        tag=attribute.tag,
        vr=attribute.vr,
        type=attribute.type,
        need=wording.need(attribute.presence, attribute.required),
        source=", ".join(phrases.VALUE_SOURCES[each] for each in attribute.source),
        values=attribute.values,
        default=attribute.default,
        remarks=tuple(_remarks(attribute)),
        attribute=attribute,
        implied=attribute.implied,
        type_name=first_of.type_name if first_of else "",
        type_id=first_of.type_id if first_of else None,
    )


def _remarks(attribute: OperationAttribute) -> Iterator[str]:
    if attribute.default:
        yield _("Default: %(value)s.", value=attribute.default)
    if attribute.otherwise:
        yield _("Otherwise: %(behaviour)s", behaviour=attribute.otherwise)
    if attribute.effect:
        yield attribute.effect
    if attribute.remark:
        yield attribute.remark
