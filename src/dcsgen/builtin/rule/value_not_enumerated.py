"""The rule S421: values of a closed list are on it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.enumerated_values import terms_of
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S421",
    slug="value-not-enumerated",
    severity=Severity.ERROR,
    what="A mapping lists a value that is not among the Enumerated Values of the Attribute.",
    why=(
        "Enumerated Values are a closed list: an object with another value is invalid. A list that has it either hides "
        "a slip of the pen or makes invalid objects."
    ),
    instead="Correct the value. What a peer sends against the standard belongs into an AE-specific mapping.",
    clause="PS3.5 6.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such value; lists that only one source of facts knows are not looked at."""
    for row in rows(capability):
        terms = terms_of(row.module_key, row.keyword) if row.attribute.values else None
        if terms is None or not terms.enumerated or terms.unverified:
            continue
        for index, value in enumerate(row.attribute.values):
            wrong = [part for part in value.split("\\") if part not in terms.values]
            if wrong:
                message = f"{quoted(wrong[0])} is no Enumerated Value of {row.label} ({terms.clause})"
                hint = did_you_mean(wrong[0], terms.values) or f"there is {listed(terms.values, 'and')}"
                yield KIND.at((*row.path, "values", index), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
