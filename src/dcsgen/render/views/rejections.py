"""Views of the rejections of Associations (PS3.8 9.3.4)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.standard import associations
from dcsgen.model import AssociationPolicy


class RejectionRow(Struct, frozen=True, kw_only=True):
    """A reason why Associations are rejected, with the names that PS3.8 9.3.4 has for its numbers."""

    result: str
    source: str
    reason: str
    condition: str


def rejections(policy: AssociationPolicy) -> tuple[RejectionRow, ...]:
    """The rejections of an Application Entity by result, source and reason."""
    rows = []
    for key, one in sorted(policy.rejections.items()):
        result, source, value = map(int, key.split("."))
        row = RejectionRow(
            result=_named(result, associations.reject_result(result)),
            source=_named(source, associations.reject_source(source)),
            reason=_named(value, associations.reject_reason(source, value)),
            condition=one.condition,
        )
        rows.append(row)
    return tuple(rows)


def _named(number: int, found: associations.Code | associations.Reason | None) -> str:
    return f"{number} – {found.name}" if found else str(number)
