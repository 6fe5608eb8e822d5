"""The rule S422: a term that the standard does not define is explained."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.enumerated_values import terms_of
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.builtin.rule._mappings import Row, rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S422",
    slug="term-not-explained",
    severity=Severity.NOTE,
    what=(
        "A mapping lists a value that is not among the Defined Terms of the Attribute, and its texts do not mention it."
    ),
    why=(
        "Defined Terms may be extended, but the Conformance Statement has to specify the new ones. A peer that does "
        "not know a term can do nothing with it."
    ),
    instead="Explain the term in `constraint` or `remark`, or take the one that the standard defines.",
    clause="PS3.5 6.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such value."""
    for row in rows(capability):
        terms = terms_of(row.module_key, row.keyword) if row.attribute.values else None
        if terms is None or terms.enumerated:
            continue
        for index, value in enumerate(row.attribute.values):
            if value not in terms.values and value not in _texts(row):
                message = f"{quoted(value)} is no Defined Term of {row.label} ({terms.clause}), and is not explained"
                hint = did_you_mean(value, terms.values) or f"there is {listed(terms.values, 'and')}"
                yield KIND.at((*row.path, "values", index), message, hint=hint)


def _texts(row: Row) -> str:
    one = row.attribute
    return " ".join((one.constraint, one.otherwise, one.conversion, one.remark))


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
