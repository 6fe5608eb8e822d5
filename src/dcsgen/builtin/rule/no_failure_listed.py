"""The rule S317: a provider that can do something wrong has a status for it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import StatusClass
from dcsgen.builtin.rule._status_lists import Row, has_codes, is_provider, rows_of, table_rows, uses_by_service
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S317",
    slug="no-failure-listed",
    severity=Severity.NOTE,
    what="The status codes of an SCP have no failure among them. Verification alone is exempt.",
    why=(
        "A product without any failure either answers with Success whatever happened, or sends codes that its "
        "statement does not list."
    ),
    instead="List the failures that the product sends, at least that of a lack of resources.",
    clause="PS3.2 A.4.2.x.4.y.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service of an SCP whose list and table have no failure."""
    uses = uses_by_service(capability)
    in_table = {name: _has_failure(rows) for name, rows in table_rows(capability).items()}
    for key, service in capability.services.items():
        if not is_provider(service) or not has_codes(service):
            continue
        if {name for use in uses[key] for name in use.dimse} == {"C-ECHO"}:
            continue
        if not in_table.get(service.status_table) and not _has_failure(rows_of(service.statuses)):
            step = "statuses" if service.statuses else "status_table"
            message = f"the status codes of the service {quoted(key)} have no failure among them"
            yield KIND.at(("services", key, step), message, hint="list the failures that the SCP sends")


def _has_failure(rows: tuple[Row, ...]) -> bool:
    return any(row.status.class_ is StatusClass.FAILURE for row in rows)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
