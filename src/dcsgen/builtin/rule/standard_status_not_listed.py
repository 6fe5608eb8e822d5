"""The rule S314: the user of a service names each status that the Service Class defines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.base.standard.statuses import Status
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._status_lists import (
    Row,
    has_codes,
    is_user,
    returned,
    rows_of,
    table_rows,
    uses_by_service,
)
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S314",
    slug="standard-status-not-listed",
    severity=Severity.NOTE,
    what=(
        "An SCU of storage, query or retrieval has no row for a status that PS3.4 defines for the service, so that it "
        "falls under the row for all others."
    ),
    why=(
        'A warning such as B000 that falls under "any other status" is treated as a failure by the letter of the '
        "statement, although the object was stored."
    ),
    instead="Add a row for each status of the service, even if the behaviour is the same.",
    clause="PS3.2 A.4.2.x.3.y.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service of an SCU whose rows, those for all others apart, miss statuses of PS3.4."""
    uses = uses_by_service(capability)
    tables = table_rows(capability)
    in_table: dict[tuple[str, tuple[Status, ...]], frozenset[str]] = {}
    for key, service in capability.services.items():
        if not is_user(service) or not has_codes(service):
            continue
        defined = _defined(returned(uses[key]))
        place = (service.status_table, defined)
        if place not in in_table:
            in_table[place] = _named(tables.get(service.status_table, ()), defined)
        named = in_table[place] | _named(rows_of(service.statuses), defined)
        missing = [status.code for status in defined if status.code not in named]
        if missing:
            step = "statuses" if service.statuses else "status_table"
            message = f"the status codes of the service {quoted(key)} lack {listed(missing, 'and')} of the standard"
            yield KIND.at(("services", key, step), message, hint="add a row for each")


def _defined(statuses: tuple[Status, ...]) -> tuple[Status, ...]:
    """What PS3.4 gives to the DIMSE-C services of all SOP Classes of a Service Class."""
    return tuple(
        status
        for status in statuses
        if status.service_class and status.dimse.startswith("C-") and not status.applies_to and not status.unverified
    )


def _named(rows: Sequence[Row], defined: tuple[Status, ...]) -> frozenset[str]:
    narrow = [row for row in rows if not row.is_wide]
    return frozenset(status.code for status in defined if any(row.meets(status) for row in narrow))


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
