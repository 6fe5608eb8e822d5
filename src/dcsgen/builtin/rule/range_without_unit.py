"""The rule S427: a range of a quantity has a unit."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.attribute_units import units_of
from dcsgen.base.text import listed
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S427",
    slug="range-without-unit",
    severity=Severity.WARNING,
    what="A mapping gives a `range` to an Attribute that PS3.3 has a unit for, and no `unit`.",
    why="A reader cannot tell whether the numbers are those of the Data Set or those that the product shows.",
    instead="Add the `unit` of the standard, in which the range has to be.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each range without a unit of an Attribute with one."""
    for row in rows(capability):
        if row.attribute.range is None or row.attribute.unit:
            continue
        standard = units_of(row.module_key, row.keyword)
        if standard is not None:
            units = listed(standard.units, "or")
            message = f"the range of {row.label} has no unit; the standard has {units} ({standard.clause})"
            yield KIND.at((*row.path, "range"), message, hint=f"add `unit: {standard.units[0]}` if the range is in it")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
