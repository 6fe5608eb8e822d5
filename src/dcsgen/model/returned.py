"""Status codes that a provider returns and a user handles: which of them are not spoken of on the other side."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import statuses
from dcsgen.base.standard.service_classes import service_of
from dcsgen.base.standard.statuses import parse_code
from dcsgen.model.capability import Capability
from dcsgen.model.service import Service
from dcsgen.model.status import Status

OTHER = "other"
"""The key of the row that stands for all codes without a row of their own."""


def statuses_of(capability: Capability, service: Service) -> dict[str, Status]:
    """All status codes of a service: those of its table, then its own."""
    table = capability.status_tables.get(service.status_table)
    return {**(table.statuses if table is not None else {}), **service.statuses}


def returned_for(rows: dict[str, Status], sop_class_uid: str) -> dict[str, Status]:
    """The rows of a service that are of a SOP Class: without those that the standard has for other operations only.

    A service may have several SOP Classes with different operations; codes that the standard does not know stay.
    """
    use = service_of(sop_class_uid)
    if use is None or not use.dimse:
        return rows
    own = {name for name in statuses.dimse_services() if name in use.dimse}
    others = set(statuses.dimse_services()) - own
    return {
        code: status
        for code, status in rows.items()
        if _width(code, own, use.service_class) <= _width(code, others, use.service_class)
    }


def _width(code: str, dimse: set[str], service_class: str) -> int:
    """How narrow the range is that the standard has for a code: an operation of its own says more than `Cxxx`."""
    widths = (
        one.high - one.low
        for low, high in _bounds(code)
        for name in dimse
        for one in statuses.statuses_of(name, service_class)
        if one.low <= low and high <= one.high
    )
    return min(widths, default=0xFFFF)


def unhandled(returned: dict[str, Status], handled: dict[str, Status]) -> dict[str, Status]:
    """The rows of a provider with codes for which a user has no row; none if it has one for all others."""
    if OTHER in handled:
        return {}
    known = [bounds for code in handled for bounds in _bounds(code)]
    return {code: status for code, status in returned.items() if any(not _covered(own, known) for own in _bounds(code))}


def _covered(own: tuple[int, int], known: list[tuple[int, int]]) -> bool:
    return any(low <= own[0] and own[1] <= high for low, high in known)


def _bounds(code: str) -> Iterator[tuple[int, int]]:
    """The bounds of a code; none for what is no code, which a check of the description tells."""
    try:
        yield parse_code(code)
    except ValueError:
        return
