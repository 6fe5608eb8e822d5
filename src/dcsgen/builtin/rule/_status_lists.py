"""Status codes as rules look at them: lists of rows with their bounds, and what the standard has for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dcsgen.base.standard.service_classes import ServiceUse, service_of
from dcsgen.base.standard.statuses import Status as StandardStatus
from dcsgen.base.standard.statuses import dimse_services, parse_code, statuses_of
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import origins, roles_of
from dcsgen.model import Capability, Service, Status
from dcsgen.plugin import Path

OTHER = "other"
"""The key of the row that stands for all codes without a row of their own."""

WIDE = 0x1000
"""From this difference on, a range stands for all other codes too: it holds codes of more than one class."""

ALL_CODES = (0x0000, 0xFFFF)


class Row(NamedTuple):
    """A line of a list: the code as written, its bounds (both included), and what is said about it."""

    code: str
    low: int
    high: int
    status: Status

    @property
    def is_wide(self) -> bool:
        """Whether it stands for all codes that have no line of their own."""
        return self.high - self.low >= WIDE

    def is_within(self, standard: StandardStatus) -> bool:
        """Whether the standard says the same about all codes of this row."""
        return standard.low <= self.low and self.high <= standard.high

    def meets(self, standard: StandardStatus) -> bool:
        """Whether some code of this row is one of the standard's."""
        return standard.low <= self.high and self.low <= standard.high


class StatusList(NamedTuple):
    """Status codes that stand together: those of one service, or a table that services refer to.

    `path` is that of the mapping of codes, `owner` names it in messages. `sent` and `received` say whether a service
    with these codes is provider or user. `standard` is what the DIMSE services may return; empty if that is not known,
    as for a private SOP Class.
    """

    path: Path
    owner: str
    sent: bool
    received: bool
    rows: tuple[Row, ...]
    standard: tuple[StandardStatus, ...]

    @property
    def dimse(self) -> frozenset[str]:
        """The DIMSE services whose responses carry the codes; empty if they are not known."""
        return frozenset(status.dimse for status in self.standard)


def status_lists(capability: Capability) -> Iterator[StatusList]:
    """The codes of each service that has some of its own, then the shared tables."""
    uses = uses_by_service(capability)
    users: dict[str, list[str]] = {}
    for key, service in capability.services.items():
        users.setdefault(service.status_table, []).append(key)
        if service.statuses:
            path: Path = ("services", key, "statuses")
            standard = returned(uses[key])
            yield _status_list(path, f"the service {quoted(key)}", [service], service.statuses, standard)
    for name, table in capability.status_tables.items():
        keys = users.get(name, [])
        services = [capability.services[key] for key in keys]
        standard = returned([use for key in keys for use in uses[key]], table.service)
        path = ("status_tables", name, "statuses")
        yield _status_list(path, f"the status table {quoted(name)}", services, table.statuses, standard)


def uses_by_service(capability: Capability) -> dict[str, tuple[ServiceUse, ...]]:
    """How the SOP Classes of each service are used on the network; empty if that is not known for all of them.

    What is made from a standard SOP Class is used like it.
    """
    bases = origins(capability)
    uses: dict[str, tuple[ServiceUse, ...]] = {}
    for key, service in capability.services.items():
        found = [service_of(bases.get(sop_class.uid, sop_class.uid)) for sop_class in service.sop_classes]
        known = tuple(use for use in found if use is not None and use.dimse)
        uses[key] = known if len(known) == len(found) else ()
    return uses


def returned(uses: Sequence[ServiceUse], dimse: str = "") -> tuple[StandardStatus, ...]:
    """What the standard lets a service return, empty if its uses are not known.

    With `dimse`, what this DIMSE service returns, whether one of the uses needs it or not.
    """
    pairs = {(name, use.service_class) for use in uses for name in use.dimse if dimse in ("", name)}
    if not pairs and dimse in dimse_services():
        pairs = {(dimse, "")}
    return _statuses(tuple(sorted(pairs)))


def rows_of(statuses: Mapping[str, Status]) -> tuple[Row, ...]:
    """The lines of a list; codes that cannot be read are left out, a rule of their own finds them."""
    return tuple(Row(code, *bounds, status) for code, status in statuses.items() if (bounds := _bounds(code)))


def table_rows(capability: Capability) -> dict[str, tuple[Row, ...]]:
    """The lines of each shared table, by its key."""
    return {name: rows_of(table.statuses) for name, table in capability.status_tables.items()}


def is_user(service: Service) -> bool:
    """Whether the product is SCU, and so receives the status codes of the peer."""
    return Role.SCU in roles_of(service)


def is_provider(service: Service) -> bool:
    """Whether the product is SCP, and so sends status codes."""
    return Role.SCP in roles_of(service)


def has_codes(service: Service) -> bool:
    """Whether anything at all is said about status codes."""
    return bool(service.statuses or service.status_table)


def _status_list(
    path: Path,
    owner: str,
    services: Sequence[Service],
    statuses: Mapping[str, Status],
    standard: tuple[StandardStatus, ...],
) -> StatusList:
    sent, received = any(map(is_provider, services)), any(map(is_user, services))
    return StatusList(path, owner, sent, received, rows_of(statuses), standard)


@cache
def _statuses(pairs: tuple[tuple[str, str], ...]) -> tuple[StandardStatus, ...]:
    return tuple(status for dimse, service_class in pairs for status in statuses_of(dimse, service_class))


def _bounds(code: str) -> tuple[int, int] | None:
    if code == OTHER:
        return ALL_CODES
    try:
        return parse_code(code)
    except ValueError:
        return None
