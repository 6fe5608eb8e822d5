"""The rule S426: received values are in the unit of the standard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.standard.attribute_units import same_unit, units_of
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S426",
    slug="unit-not-of-standard",
    severity=Severity.ERROR,
    what="The `unit` of a mapped Attribute is not the one that PS3.3 gives it, for instance cm for a position in mm.",
    why=(
        "`unit` and `range` are about the value in the Data Set. Ten times a length, or a hundred times a dose, is the "
        "mistake that a statement about radiotherapy must not invite."
    ),
    instead="State unit and range in the unit of the standard, and the unit of the database under `conversion`.",
    clause="PS3.3 Annex C",
)

_BETWEEN = re.compile(r"\s+or\s+|\s*[,;]\s*")
_REMARK = re.compile(r"\s*\(.*\)\s*$")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each unit that is none of those which the standard has for the Attribute."""
    for row in rows(capability):
        unit = row.attribute.unit
        standard = units_of(row.module_key, row.keyword) if unit else None
        if standard is not None and not all(_is_one(word, standard.units) for word in _words(unit)):
            units = listed(standard.units, "or")
            message = f"{row.label} is in {units} ({standard.clause}), not in {quoted(unit)}"
            yield KIND.at(
                (*row.path, "unit"), message, hint=f"write {units}, and what it is turned into as `conversion`"
            )


def _words(unit: str) -> list[str]:
    return _BETWEEN.split(_REMARK.sub("", unit))


def _is_one(word: str, units: tuple[str, ...]) -> bool:
    return any(same_unit(word, unit) for unit in units)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
