"""Reasons of the Upper Layer: why an Association was rejected or aborted, or a Presentation Context refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import associations


class AssociationReason(Entry, frozen=True, kw_only=True, tag_field="kind", tag="association-reason"):
    """A value of a field of a PDU (PS3.8 9.3). `source` is the value of the field Source that it belongs to, if any."""

    pdu: str
    field: str
    value: int
    source: int | None
    source_name: str


class _Field(NamedTuple):
    prefix: str
    pdu: str
    field: str
    codes: tuple[associations.Code, ...] | tuple[associations.Reason, ...]


_RJ, _ABORT, _AC = "A-ASSOCIATE-RJ", "A-ABORT", "A-ASSOCIATE-AC"
_FIELDS = (
    _Field("reject-result", _RJ, "Result", associations.REJECT_RESULTS),
    _Field("reject-source", _RJ, "Source", associations.REJECT_SOURCES),
    _Field("reject", _RJ, "Reason/Diag.", associations.REJECT_REASONS),
    _Field("abort-source", _ABORT, "Source", associations.ABORT_SOURCES),
    _Field("abort", _ABORT, "Reason/Diag.", associations.ABORT_REASONS),
    _Field("context", _AC, "Result/Reason of a Presentation Context", associations.PRESENTATION_CONTEXT_RESULTS),
)


def _all() -> Iterator[tuple[str, _Field, associations.Code | associations.Reason]]:
    for field in _FIELDS:
        for code in field.codes:
            numbers = (code.source, code.value) if isinstance(code, associations.Reason) else (code.value,)
            yield "-".join((field.prefix, *map(str, numbers))), field, code


def _hits() -> Iterator[Hit]:
    for key, field, code in _all():
        name = _source_name(field, code)
        note = f"{field.pdu}, {field.field} {code.value}" + (f", from {name}" if name else "")
        yield Hit("association-reason", key, code.name, (), note, facets={"group": (field.pdu,)})


def _show(key: str) -> AssociationReason:
    field, code = next((field, code) for each, field, code in _all() if each == key)
    return AssociationReason(
        id=key,
        name=code.name,
        pdu=field.pdu,
        field=field.field,
        value=code.value,
        source=code.source if isinstance(code, associations.Reason) else None,
        source_name=_source_name(field, code),
        sources=(source("Code", code.clause, associations.EDITION),),
    )


def _source_name(field: _Field, code: associations.Code | associations.Reason) -> str:
    if not isinstance(code, associations.Reason):
        return ""
    find = associations.reject_source if field.pdu == _RJ else associations.abort_source
    found = find(code.source)
    return found.name if found is not None else ""


def _sections(entry: AssociationReason) -> Iterator[Section]:
    facts = [Fact("PDU", entry.pdu), Fact("Field", entry.field), Fact("Value", str(entry.value))]
    if entry.source is not None:
        facts.append(Fact("With Source", f"{entry.source} ({entry.source_name})"))
    yield Section("Code", facts=tuple(facts))


KIND = Kind(
    key="association-reason",
    noun="Association Reason",
    plural="Association Reasons",
    entry=AssociationReason,
    hits=_hits,
    show=_show,
    sections=_sections,
)
