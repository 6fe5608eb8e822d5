"""Status codes that a provider returns and a user handles: which of them are not spoken of on the other side."""

from __future__ import annotations

from collections.abc import Iterator

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
