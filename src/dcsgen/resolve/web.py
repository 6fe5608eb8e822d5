"""Completes web services: name and method of transactions, Attributes with Tags and types, reasons with meanings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dcsgen.base.content_words import CoercionChange
from dcsgen.base.finding import Path, Problem
from dcsgen.base.standard import reasons, service_attributes, web_services
from dcsgen.base.standard.web_services import WebTransaction as Facts
from dcsgen.base.text import did_you_mean, listed, quoted, scalar
from dcsgen.base.words import Role, WebRole
from dcsgen.resolve import kinds
from dcsgen.resolve.attributes import completed

Record = dict[str, Any]

_TYPE = re.compile("[123]C?")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{4}")
_TABLES = {
    "worklist": "unified-procedure-step",
    "mpps": "modality-performed-procedure-step",
}
"""Services of PS3.18 whose payloads are those of a DIMSE service (PS3.18 11.1, 15.1)."""


def complete_web_service(key: str, record: Record, root: Mapping[str, Any], problems: list[Problem]) -> Record:
    """A web service with what the standard knows of its transactions and of the Attributes in them."""
    service = record.get("service")
    service = service if isinstance(service, dict) else {"id": "-", "name": ""}
    known = {t.id.partition("/")[2]: t for t in web_services.transactions(service["id"])}
    transactions: Record = {}
    written = record.get("transactions")
    for name, transaction in written.items() if isinstance(written, dict) else ():
        at: Path = ("web_services", key, "transactions", name)
        if not isinstance(transaction, dict):
            continue
        if known and name not in known and transaction.get("private") is not True:
            message = f"the {service['name']} of PS3.18 has no transaction {quoted(name)}"
            hint = did_you_mean(name, known) or (
                f"it has {listed(list(known), 'and')}; write `private: true` if it is your own"
            )
            problems.append(
                Problem(kind=kinds.UNKNOWN_WEB_TRANSACTION, path=at, message=message, hint=hint, on_key=True)
            )
        made = _transaction(transaction, root, at, problems, known.get(name), record.get("role"))
        transactions[name] = {**made, **_standard(known.get(name))}
    return {**record, "transactions": transactions}


def _standard(facts: Facts | None) -> Record:
    return {"name": facts.name, "method": facts.method} if facts else {}


def _transaction(
    written: Record, root: Mapping[str, Any], at: Path, problems: list[Problem], facts: Facts | None, role: Any
) -> Record:
    made = dict(written)
    if "attributes" in written:
        made["attributes"] = _attributes(written["attributes"], root, (*at, "attributes"), problems)
    for key in ("request_attributes", "response_attributes"):
        if key in written:
            made[key] = _payload(written[key], root, (*at, key), problems, facts, role)
    if "coercion" in written:
        implied = {"change": CoercionChange.MODIFIED.value}
        made["coercion"] = completed(written["coercion"], root, (*at, "coercion"), problems, lambda steps: {}, implied)
    for key, names in (
        ("failure_reasons", reasons.WEB_STORE_FAILURES),
        ("warning_reasons", reasons.WEB_STORE_WARNINGS),
    ):
        if isinstance(written.get(key), dict):
            made[key] = {_code(code): _reason(code, reason, names) for code, reason in written[key].items()}
    return made


def _attributes(written: Any, root: Mapping[str, Any], at: Path, problems: list[Problem]) -> Record:
    rows = completed(written, root, at, problems, lambda steps: {})
    # A search names Attributes only: a Sequence that is not written has no row, and no VR is printed.
    return {path: _searched(row) for path, row in rows.items() if not row.get("implied")}


def _searched(row: Record) -> Record:
    """A row in which how it is matched means that it is, and when it is returned that it is."""
    implied = {}
    if row.get("matching_types"):
        implied["matching"] = True
    if row.get("returned_when"):
        implied["returned"] = True
    return {**implied, **{key: value for key, value in row.items() if key != "vr"}}


def _payload(
    written: Any, root: Mapping[str, Any], at: Path, problems: list[Problem], facts: Facts | None, role: Any
) -> Record:
    table = _TABLES.get(facts.service, "") if facts else ""
    tables = service_attributes.attributes_of(table) if table else ()
    columns = set(facts.dimse) if facts else set()
    bound = Role.SCP if role == WebRole.ORIGIN_SERVER else Role.SCU

    def standard(steps: tuple[str, ...]) -> Record:
        cells = [cell for row in tables if row.path == steps for name, cell in row.columns.items() if name in columns]
        kind = service_attributes.type_for(cells[0], bound) if cells else ""
        return {"type": kind} if _TYPE.fullmatch(kind) else {}

    rows = completed(written, root, at, problems, standard)
    return {path: _with_texts({k: v for k, v in row.items() if k != "vr"}) for path, row in rows.items()}


def _with_texts(row: Record) -> Record:
    """The row with numbers and booleans among its values as text, as they are printed."""
    values = row.get("values")
    return {**row, "values": [scalar(value) for value in values]} if isinstance(values, list) else row


def _reason(code: str, reason: Any, names: tuple[reasons.Reason, ...]) -> Record:
    """A reason with its meaning in PS3.18, unless the description has one."""
    own = reason if isinstance(reason, dict) else {}
    found = reasons.find(int(code, 16), names) if _HEXADECIMAL.fullmatch(code) else None
    return {**({"meaning": found.meaning} if found else {}), **own}


def _code(code: str) -> str:
    return code if code == "other" else code.upper()
