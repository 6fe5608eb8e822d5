"""The rule S319: a service refers to a status table of a DIMSE service that it uses."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import dimse_services
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._status_lists import uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S319",
    slug="status-table-of-other-service",
    severity=Severity.ERROR,
    what="A service refers to a status table for a DIMSE service that none of its SOP Classes uses.",
    why=(
        "Status codes belong to a DIMSE service: A702 of C-MOVE says that sub-operations cannot be performed, the same "
        "code of C-STORE whatever the product likes. A table for C-STORE says nothing about a query."
    ),
    instead="Refer to a table of the right service, or list the codes in the service itself.",
    clause="PS3.7 9.1, 10.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such reference; private SOP Classes and unknown DIMSE services are left alone."""
    uses = uses_by_service(capability)
    for key, service in capability.services.items():
        table = capability.status_tables.get(service.status_table)
        used = {name for use in uses[key] for name in use.dimse}
        if table is None or not used or table.service in used or table.service not in dimse_services():
            continue
        message = (
            f"the service {quoted(key)} uses {listed(sorted(used), 'and')}, "
            f"but its status table {quoted(service.status_table)} is for {table.service}"
        )
        yield KIND.at(("services", key, "status_table"), message, hint="refer to a table of that service")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
