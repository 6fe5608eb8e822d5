"""The rule S305: the user of a service says what it does with a status code that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import has_codes, is_user, rows_of, table_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S305",
    slug="other-statuses-not-covered",
    severity=Severity.WARNING,
    what="The status codes of an SCU have no row `other` for all codes that are not listed.",
    why=(
        "Peers send codes of later editions, and codes that no edition has. Whether the product takes an unknown "
        "status for a failure, a success or nothing at all decides whether data are lost unnoticed. PS3.2 asks for "
        "the behaviour after all status codes."
    ),
    instead="Add a row `other` of class failure that says what happens with any other status.",
    clause="PS3.2 A.4.2.x.3.y.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service of an SCU with status codes, but none that stands for all others."""
    in_table = {name: any(row.is_wide for row in rows) for name, rows in table_rows(capability).items()}
    for key, service in capability.services.items():
        if not is_user(service) or not has_codes(service):
            continue
        if not in_table.get(service.status_table) and not any(row.is_wide for row in rows_of(service.statuses)):
            message = f"the service {quoted(key)} does not say what the SCU does with a status code that is not listed"
            step = "statuses" if service.statuses else "status_table"
            yield KIND.at(("services", key, step), message, hint="add a row `other` for any other status")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
