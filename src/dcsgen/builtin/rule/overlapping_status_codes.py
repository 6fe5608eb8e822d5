"""The rule S313: a status code has one row that says what it means."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._status_lists import Row, rows_of, status_lists, table_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S313",
    slug="overlapping-status-codes",
    severity=Severity.WARNING,
    what=(
        "Two rows hold the same status codes, and neither is a part of the other: `A7xx` and `A700-A7FF`, `A700-A77F` "
        "and `A770-A7FF`; or the same code stands in the list of a service and in the table that it refers to."
    ),
    why=(
        "One row inside another is plain: the narrower one is an exception. Of two that overlap, nobody can tell "
        "which one counts, and they may say different things."
    ),
    instead="Take one of the rows out, or make the ranges meet.",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at the second of two rows of a list that overlap, and at what a service repeats of its table."""
    for codes in status_lists(capability):
        for row, other in _clashes(codes.rows):
            message = f"the status codes {row.code} and {other.code} in {codes.owner} overlap"
            hint = "let each code have one row, or one row be inside the other"
            yield KIND.at((*codes.path, row.code), message, hint=hint, related=((*codes.path, other.code),))

    tables = {name: {(row.low, row.high): row for row in rows} for name, rows in table_rows(capability).items()}
    for key, service in capability.services.items():
        table = tables.get(service.status_table, {}) if service.statuses else {}
        for row in rows_of(service.statuses):
            same = table.get((row.low, row.high))
            if same is not None:
                at = ("services", key, "statuses", row.code)
                table_name = quoted(service.status_table)
                message = f"the status {row.code} of the service {quoted(key)} is in its table {table_name} too"
                related = ("status_tables", service.status_table, "statuses", same.code)
                yield KIND.at(at, message, hint="take it out of one of them", related=(related,))


def _clashes(rows: tuple[Row, ...]) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows that are equal or overlap in part, the later one first."""
    around: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.low, -row.high)):
        while around and around[-1].high < row.low:
            around.pop()
        if around and (around[-1].high < row.high or (around[-1].low, around[-1].high) == (row.low, row.high)):
            yield row, around[-1]
        around.append(row)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
