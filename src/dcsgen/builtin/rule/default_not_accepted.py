"""The rule S428: what stands in for a missing value would be accepted itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.standard.value_representations import number
from dcsgen.base.text import quoted
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._mappings import read_rows
from dcsgen.model import Capability, MappedAttribute
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S428",
    slug="default-not-accepted",
    severity=Severity.WARNING,
    what="The `default` of a mapped Attribute is not among its `values`, or not in its `range`; nothing is converted.",
    why=(
        "A missing value would turn into one that the product refuses when it is sent, so that one of the two is wrong."
    ),
    instead="Correct the default, or describe under `conversion` what values become in the database.",
    clause="PS3.2 A.9.1.2",
)

_CODE = re.compile(r"[A-Z0-9_]+")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such default; defaults in words and those of converted values are not looked at."""
    for row in read_rows(capability, Direction.IMPORT):
        one = row.attribute
        if one.default and not one.conversion and (_not_listed(one) or _not_in_range(one)):
            where = "values" if _not_listed(one) else "range"
            message = f"the default {quoted(one.default)} of {row.label} is not within its {where}"
            yield KIND.at((*row.path, "default"), message, hint="correct one of the two, or add the `conversion`")


def _not_listed(one: MappedAttribute) -> bool:
    return one.vr == "CS" and bool(one.values) and one.default not in one.values and bool(_CODE.fullmatch(one.default))


def _not_in_range(one: MappedAttribute) -> bool:
    value, (low, high) = number(one.default), one.range or (None, None)
    return value is not None and ((low is not None and value < low) or (high is not None and value > high))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
