"""The rule S419: who accepts some values only says what becomes of the others."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.enumerated_values import terms_of
from dcsgen.base.text import quoted
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._mappings import Row, read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S419",
    slug="constraint-without-consequence",
    severity=Severity.WARNING,
    what="An import restricts an Attribute by `values` or a `range` and does not say what happens to other values.",
    why=(
        "Whether the object is refused, the value dropped or another one put in its place is what the sender has to "
        "know, and what a physicist tests at the installation."
    ),
    instead="Say it in `otherwise`, with the `status` if one is returned.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute; all Enumerated Values of the standard together are no restriction."""
    for row in read_rows(capability, Direction.IMPORT):
        one = row.attribute
        if (one.values or one.range) and not one.otherwise and not _has_all(row):
            key = "values" if one.values else "range"
            message = f"{row.label} is restricted in the mapping {quoted(row.key)}, and nothing is said of other values"
            yield KIND.at((*row.path, key), message, hint="say in `otherwise` what becomes of other values")


def _has_all(row: Row) -> bool:
    terms = terms_of(row.module_key, row.keyword)
    return terms is not None and terms.enumerated and set(terms.values) <= set(row.attribute.values)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
