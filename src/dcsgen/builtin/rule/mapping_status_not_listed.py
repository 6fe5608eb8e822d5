"""The rule S418: a status that a mapping names is among those of the service."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import asdict

from dcsgen.base.standard.statuses import parse_code
from dcsgen.base.text import in_words, quoted
from dcsgen.builtin.rule._mappings import rows_of
from dcsgen.builtin.rule._status_lists import rows_of as status_rows
from dcsgen.builtin.rule._status_lists import table_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S418",
    slug="mapping-status-not-listed",
    severity=Severity.ERROR,
    what="An attribute mapping names a status code that the services which use the mapping do not list.",
    why="An operator who is shown the code looks it up among the status codes and finds nothing about it.",
    instead="Add the code to the status table of the service, or correct it in the mapping.",
    clause="PS3.2 A.4.2.x.4.y.3",
)

Ranges = list[tuple[int, int]]
"""Lowest and highest code, sorted, apart from each other."""


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such code; mappings whose services list no codes at all are not looked at."""
    tables = table_rows(capability)
    listed: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for service in capability.services.values():
        for one in (*status_rows(service.statuses), *tables.get(service.status_table, ())):
            listed[service.attribute_mapping].add((one.low, one.high))
    for key, mapping in capability.attribute_mappings.items():
        known = _merged(listed.get(key, ()))
        for row in rows_of(key, mapping) if known else ():
            code = row.attribute.status
            if code and not _has(known, code):
                message = f"{row.label} is answered with status {code}, which is no status code of the service"
                yield KIND.at((*row.path, "status"), message, hint=f"add {quoted(code)} to the status codes")
        for cause, code in asdict(mapping.statuses).items() if known and mapping.statuses else ():
            if code and not _has(known, code):
                path = ("attribute_mappings", key, "statuses", cause)
                message = (
                    f"the mapping names status {code} for {in_words(cause)}, which is no status code of the service"
                )
                yield KIND.at(path, message, hint=f"add {quoted(code)} to the status codes")


def _merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    merged: Ranges = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _has(ranges: Ranges, code: str) -> bool:
    """Whether a code is in one of the ranges; what is no code, as may stand in a draft, is not looked for."""
    try:
        low, _ = parse_code(code)
    except ValueError:
        return True
    place = bisect_right(ranges, (low, 0xFFFF)) - 1
    return place >= 0 and ranges[place][0] <= low <= ranges[place][1]


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
