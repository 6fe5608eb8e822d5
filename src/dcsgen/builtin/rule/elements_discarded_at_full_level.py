"""The rule S334: a provider that stores everything does not answer that it discarded something."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import Row, is_provider, rows_of, table_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S334",
    slug="elements-discarded-at-full-level",
    severity=Severity.WARNING,
    what="A storage SCP of level 2 (full) sends the status B006, Elements Discarded.",
    why=(
        "Level 2 is the promise that all Attributes are stored, private ones included; B006 says that some were not. A "
        "peer that deletes its copies after storage relies on the promise."
    ),
    instead="State level 1 or 0, or take the status out if it is never sent.",
    clause="PS3.4 B.4.1.1",
)

FULL = 2
ELEMENTS_DISCARDED = 0xB006


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such service, at its level."""
    in_table = {name: _discards(rows) for name, rows in table_rows(capability).items()}
    for key, service in capability.services.items():
        if not is_provider(service) or service.level_of_conformance != FULL:
            continue
        if in_table.get(service.status_table) or _discards(rows_of(service.statuses)):
            message = f"the storage SCP {quoted(key)} of level 2 sends B006, Elements Discarded"
            path = ("services", key, "level_of_conformance")
            yield KIND.at(path, message, hint="state a lower level, or take the status out")


def _discards(rows: tuple[Row, ...]) -> bool:
    return any(row.low == row.high == ELEMENTS_DISCARDED for row in rows)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
