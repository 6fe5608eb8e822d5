"""The rule S312: a status code or range can be read."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import parse_code
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import OTHER
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S312",
    slug="unreadable-status-code",
    severity=Severity.ERROR,
    what="A range of status codes runs backwards (`C1FF-C100`), or has an `x` before a digit (`Ax00`).",
    why="Nobody can tell which codes are meant, so the row says nothing.",
    instead="Write the lowest code first; let `x` stand at the end, as in `A7xx`.",
    clause="PS3.7 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code that has no bounds."""
    for path in _codes(capability):
        code = str(path[-1])
        if code == OTHER:
            continue
        try:
            parse_code(code)
        except ValueError:
            low, dash, high = code.partition("-")
            hint = f"write `{high}-{low}`" if dash and "x" not in code else "write `A7xx`, or `A700-A7FF`"
            yield KIND.at(path, f"{quoted(code)} is no range of status codes", hint=hint)


def _codes(capability: Capability) -> Iterator[Path]:
    for key, service in capability.services.items():
        for code in service.statuses:
            yield ("services", key, "statuses", code)
    for name, table in capability.status_tables.items():
        for code in table.statuses:
            yield ("status_tables", name, "statuses", code)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
