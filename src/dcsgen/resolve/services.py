"""Adds what PS3.4 knows to the keys of queries and the Attributes of operations: names, Tags, VRs, types, levels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dcsgen.base.content_words import CoercionChange
from dcsgen.base.finding import Path, Problem
from dcsgen.base.standard import service_attributes
from dcsgen.base.standard.service_attributes import NOT_ALLOWED, ServiceAttribute
from dcsgen.base.standard.statuses import FAILURE_REASONS
from dcsgen.base.words import Role
from dcsgen.resolve.attributes import completed, found_attribute, with_texts

Record = dict[str, Any]


def complete_service(name: str, record: Record, root: Record, problems: list[Problem]) -> Record:
    """A service with name, Tag, VR and the types of PS3.4 of its keys and of the Attributes of its operations."""
    at: Path = ("services", name)
    made = dict(record)
    uids = _uids(record.get("sop_classes"))
    if "keys" in record:
        made["keys"] = _keys(record["keys"], uids, root, (*at, "keys"), problems)
    if "coercion" in record:
        implied = {"change": CoercionChange.MODIFIED.value}
        made["coercion"] = completed(record["coercion"], root, (*at, "coercion"), problems, lambda steps: {}, implied)
    limits = record.get("limits")
    if isinstance(limits, dict):
        made["limits"] = {
            key: _limit(limit, root, (*at, "limits", key, "attribute"), problems)
            for key, limit in limits.items()
            if isinstance(limit, dict)
        }
    reasons = record.get("failure_reasons")
    if isinstance(reasons, dict):
        made["failure_reasons"] = {
            code.upper() if code != "other" else code: _reason(code, reasons[code]) for code in reasons
        }
    operations = record.get("operations")
    if isinstance(operations, dict):
        role = record.get("role")
        made["operations"] = {
            key: _operation(operation, uids, role, root, (*at, "operations", key, "attributes"), problems)
            for key, operation in operations.items()
            if isinstance(operation, dict)
        }
    return made


def _keys(written: Any, uids: tuple[str, ...], root: Record, at: Path, problems: list[Problem]) -> dict[str, Record]:
    tables = _tables(uids)

    def standard(steps: tuple[str, ...]) -> Record:
        rows = [row for row in tables if row.path == steps]
        # A Meta or several SOP Classes may have the key at one level each; then the author says which is meant.
        levels = list(dict.fromkeys(row.level for row in rows if row.level))
        found: Record = {}
        for row in rows[:1]:
            found["matching_type"] = row.columns.get("key") or row.columns.get("matching key", "")
            found["return_type"] = row.columns.get("return key", "")
        return {**found, **({"level": levels[0]} if len(levels) == 1 else {})}

    rows = completed(written, root, at, problems, standard)
    return {path: with_texts(row, "value") for path, row in rows.items()}


def _operation(
    operation: Record, uids: tuple[str, ...], role: Any, root: Record, at: Path, problems: list[Problem]
) -> Record:
    own = _uids([operation.get("sop_class")])
    tables = _tables(own or uids)
    word, type_id = operation.get("operation"), operation.get("type_id")
    columns = {f"{word} {type_id}", str(word)} if type_id else {str(word)}

    def standard(steps: tuple[str, ...]) -> Record:
        cells = [cell for row in tables if row.path == steps for name, cell in row.columns.items() if name in columns]
        bound = Role(role) if role in tuple(Role) else Role.BOTH
        kind = service_attributes.type_for(cells[0], bound) if cells else ""
        return {} if kind in ("", "-", NOT_ALLOWED) else {"type": kind}

    if "attributes" not in operation:
        return operation
    rows = completed(operation["attributes"], root, at, problems, standard)
    return {**operation, "attributes": {path: with_texts(row, "default", "values") for path, row in rows.items()}}


def _limit(limit: Record, root: Record, at: Path, problems: list[Problem]) -> Record:
    """A limit with name and Tag of its Attribute."""
    attribute = limit.get("attribute")
    known = found_attribute(attribute, root, at, problems) if isinstance(attribute, str) else None
    return {**limit, "attribute_name": known["name"], "tag": known["tag"]} if known else limit


def _reason(code: str, reason: Any) -> Record:
    """A failure reason with its meaning in PS3.3 C.14.1.1, if it has one."""
    own = reason if isinstance(reason, dict) else {}
    known = {f"{each.code:04X}": each.meaning for each in FAILURE_REASONS}
    return {**own, **({"meaning": known[code.upper()]} if code.upper() in known else {})}


def _tables(uids: Iterable[str]) -> tuple[ServiceAttribute, ...]:
    names = dict.fromkeys(service_attributes.service_of(uid) for uid in uids)
    return tuple(row for name in names if name for row in service_attributes.attributes_of(name))


def _uids(sop_classes: Any) -> tuple[str, ...]:
    found = sop_classes if isinstance(sop_classes, list) else []
    return tuple(sop["uid"] for sop in found if isinstance(sop, dict) and isinstance(sop.get("uid"), str))
