"""The rule S306: a list of status codes has Success among them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import Row, has_codes, rows_of, table_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S306",
    slug="success-not-listed",
    severity=Severity.WARNING,
    what="A service has a list of status codes, but 0000 is not in it.",
    why=(
        "When an SCP answers with Success, and what an SCU takes it for, are facts of their own: an object may have "
        "been received, written or safely stored by then. Every DIMSE service has this status."
    ),
    instead="Add a row `0000` of class success that says when it is sent, or what follows from it.",
    clause="PS3.7 C.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service with status codes whose list and table lack 0000."""
    in_table = {name: _has_success(rows) for name, rows in table_rows(capability).items()}
    for key, service in capability.services.items():
        if not has_codes(service) or in_table.get(service.status_table) or _has_success(rows_of(service.statuses)):
            continue
        step = "statuses" if service.statuses else "status_table"
        message = f"the status codes of the service {quoted(key)} lack 0000, Success"
        yield KIND.at(("services", key, step), message, hint="add a row `0000` of class success")


def _has_success(rows: tuple[Row, ...]) -> bool:
    return any(row.low == 0 and not row.is_wide for row in rows)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
