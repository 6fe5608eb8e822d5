"""Tables of a service that put together what stands apart in the description (PS3.2 N.5.2.2, N.5.2.5, N.5.2.8)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from msgspec import Struct

from dcsgen.base.content_words import Operation, TranscodingResult
from dcsgen.base.standard import iods, service_classes, uids
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.words import Role
from dcsgen.model import OperationAttribute, Service, SopClass, TransferSyntax
from dcsgen.render.language import _

_STEP_MODULES = (
    "performed-procedure-step-relationship",
    "performed-procedure-step-information",
    "image-acquisition-results",
)
"""The Modules of PS3.4 Table F.7.2-1, which are the sub-sections of PS3.2 Tables N.5-4 and N.5-5."""


class StepRow(Struct, frozen=True, kw_only=True):
    """An Attribute of a Modality Performed Procedure Step: what is said of it for N-CREATE, and for N-SET."""

    path: str
    nesting: str
    name: str
    tag: str
    vr: str
    create: OperationAttribute | None
    set: OperationAttribute | None


class StepGroup(Struct, frozen=True):
    """The Attributes of one Module; `title` is empty for those of none."""

    title: str
    rows: tuple[StepRow, ...]


class MatrixRow(Struct, frozen=True):
    """What becomes of objects kept in some Transfer Syntaxes, for each column of the matrix; None if not stated."""

    stored: tuple[TransferSyntax, ...]
    results: tuple[TranscodingResult | None, ...]


class TranscodingMatrix(Struct, frozen=True):
    """PS3.2 Table N.5-9; Transfer Syntaxes that behave the same share a row or a column."""

    negotiated: tuple[tuple[TransferSyntax, ...], ...]
    rows: tuple[MatrixRow, ...]
    remarks: tuple[str, ...]


class LimitRow(Struct, frozen=True, kw_only=True):
    """A limit of what a storage SCP keeps; without `name`, of the whole object."""

    name: str
    tag: str
    sop_classes: tuple[SopClass, ...]
    limit: str
    otherwise: str


class MemberTable(Struct, frozen=True):
    """The SOP Classes of a Meta SOP Class that shall be supported (PS3.2 Tables N.5-19 and N.5-40)."""

    id: str
    title: str
    rows: tuple[SopClass, ...]


def keys_kind(service: Service) -> str:
    """The kind of the table of a service's keys: of a worklist, a C-MOVE or another query, as SCU or SCP."""
    found = {service_classes.class_of(sop.uid) for sop in service.sop_classes}
    of = "worklist" if ServiceClass.WORKLIST in found else "query"
    of = "move" if is_move(service) else of
    return f"{of}_keys_{'scp' if service.role is Role.SCP else 'scu'}"


def is_move(service: Service) -> bool:
    """Whether a service moves objects with C-MOVE, and does nothing else."""
    found = [service_classes.service_of(sop.uid) for sop in service.sop_classes]
    return all(use is not None and use.dimse == ("C-MOVE",) for use in found)


def is_step(service: Service) -> bool:
    """Whether a service has to do with Modality Performed Procedure Steps alone."""
    return {service_classes.class_of(sop.uid) for sop in service.sop_classes} == {ServiceClass.PERFORMED_STEP}


def steps(service: Service) -> tuple[StepGroup, ...]:
    """N-CREATE and N-SET of a Modality Performed Procedure Step in one table, by Module."""
    if not is_step(service):
        return ()
    created: dict[str, OperationAttribute] = {}
    changed: dict[str, OperationAttribute] = {}
    for operation in service.operations.values():
        if operation.operation is Operation.N_CREATE:
            created |= operation.attributes
        elif operation.operation is Operation.N_SET:
            changed |= operation.attributes
    groups: dict[str, list[StepRow]] = {module: [] for module in ("", *_STEP_MODULES)}
    for path in _in_order((*created, *changed)):
        one = created.get(path) or changed[path]
        row = StepRow(
            path=path,
            nesting=">" * path.count("."),
            name=one.name,
            tag=one.tag,
            vr=one.vr,
            create=created.get(path),
            set=changed.get(path),
        )
        groups[_step_module(path)].append(row)
    titles = {module: iods.module_name(module) if module else "" for module in groups}
    return tuple(StepGroup(titles[module], tuple(rows)) for module, rows in groups.items() if rows)


def _step_module(path: str) -> str:
    first = (path.partition(".")[0],)
    return next((module for module in _STEP_MODULES if iods.attribute_in(module, first)), "")


def _in_order(paths: Iterable[str]) -> list[str]:
    """Paths once each, with what stands in a Sequence below it; else in the order given."""
    first: dict[str, int] = {}
    for path in paths:
        parts = path.split(".")
        for length in range(1, len(parts) + 1):
            first.setdefault(".".join(parts[:length]), len(first))

    def place(path: str) -> list[int]:
        parts = path.split(".")
        return [first[".".join(parts[: length + 1])] for length in range(len(parts))]

    return sorted(dict.fromkeys(paths), key=place)


def matrix(service: Service) -> TranscodingMatrix | None:
    """The transcoding of a service as a matrix; None without any."""
    if not service.transcoding:
        return None
    results: dict[tuple[str, str], TranscodingResult] = {}
    syntaxes: dict[str, TransferSyntax] = {}
    stored: dict[str, None] = {}
    negotiated: dict[str, None] = {}
    for one in service.transcoding.values():
        syntaxes |= {syntax.uid: syntax for syntax in (*one.stored, *one.negotiated)}
        stored |= dict.fromkeys(syntax.uid for syntax in one.stored)
        negotiated |= dict.fromkeys(syntax.uid for syntax in one.negotiated)
        for kept in one.stored:
            results |= {(kept.uid, asked.uid): one.result for asked in one.negotiated}
    columns = _alike(negotiated, lambda asked: tuple(results.get((kept, asked)) for kept in stored))
    rows = _alike(stored, lambda kept: tuple(results.get((kept, one[0])) for one in columns))
    return TranscodingMatrix(
        negotiated=tuple(tuple(syntaxes[uid] for uid in column) for column in columns),
        rows=tuple(
            MatrixRow(
                tuple(syntaxes[uid] for uid in row),
                tuple(results.get((row[0], column[0])) for column in columns),
            )
            for row in rows
        ),
        remarks=tuple(dict.fromkeys(one.remark for one in service.transcoding.values() if one.remark)),
    )


def _alike(uids_: Iterable[str], behaviour: Callable[[str], Hashable]) -> list[list[str]]:
    """UIDs that behave the same, together, in the order of the first of them."""
    groups: dict[Hashable, list[str]] = {}
    for uid in uids_:
        groups.setdefault(behaviour(uid), []).append(uid)
    return list(groups.values())


def limits(service: Service) -> tuple[LimitRow, ...]:
    """The limits of a service in the order of the description."""
    return tuple(
        LimitRow(
            name=one.attribute_name,
            tag=one.tag,
            sop_classes=one.sop_classes,
            limit=one.limit,
            otherwise=one.otherwise,
        )
        for one in service.limits.values()
    )


def members(service: Service) -> tuple[MemberTable, ...]:
    """The SOP Classes of the Meta SOP Classes of a service that are mandatory in them."""
    tables = []
    for sop in service.sop_classes:
        uids_of = [member.uid for member in service_classes.members_of(sop.uid) if member.mandatory]
        rows = [SopClass(uid, found.name) for uid in uids_of if (found := uids.by_uid(uid))]
        if rows:
            title = _("SOP Classes of the %(meta)s", meta=sop.name)
            tables.append(MemberTable(sop.uid.replace(".", "-"), title, tuple(rows)))
    return tuple(tables)
