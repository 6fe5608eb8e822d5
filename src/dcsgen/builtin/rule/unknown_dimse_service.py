"""The rule S318: a status table is for a DIMSE service that exists."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import dimse_services
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S318",
    slug="unknown-dimse-service",
    severity=Severity.ERROR,
    what="The `service` of a status table is no DIMSE service of PS3.7, such as C-STORE or N-CREATE.",
    why="The same code means different things in different services, so the codes cannot be read without it.",
    instead="Write the name of the DIMSE service as PS3.7 does. A table is for one service.",
    clause="PS3.7 9.1, 10.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each table of another service."""
    known = dimse_services()
    for name, table in capability.status_tables.items():
        if table.service not in known:
            message = f"{quoted(table.service)} of the status table {quoted(name)} is no DIMSE service"
            hint = did_you_mean(table.service, known) or f"it is one of {', '.join(known)}"
            yield KIND.at(("status_tables", name, "service"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
