"""The rule S305: the user of a service says what it does with a status code that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import OTHER, has_codes, is_provider, is_user, rows_of, table_rows
from dcsgen.model import Capability, Service
from dcsgen.plugin import AddEntry, Kind, LintRule, Path, Problem, Profile, Repair, Severity

# So PS3.2 Table N.7-42 names this row, the last one, which has no class there; a description must give one.
ROW = {"class": "failure", "meaning": "Other Status Codes"}

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
            hint = "add a row `other` for any other status"
            yield KIND.at(("services", key, step), message, hint=hint, repair=_repair(capability, key, service))


def _repair(capability: Capability, key: str, service: Service) -> Repair | None:
    """The row, without a behaviour that nobody has stated; none in a table that an SCP uses to say what it sends."""
    path: Path = ("services", key, "statuses")
    if not service.statuses:
        path = ("status_tables", service.status_table, "statuses")
        users = [other for other in capability.services.values() if other.status_table == service.status_table]
        if any(map(is_provider, users)):
            return None
    row = AddEntry(path, OTHER, dict(ROW))
    return Repair(title="add the row `other` of class failure, for which a behaviour is to be written", changes=(row,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
