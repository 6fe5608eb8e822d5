"""The rule S571: a parameter for a quantity has a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability, Parameter
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S571",
    slug="parameter-unit-not-stated",
    severity=Severity.WARNING,
    what=(
        "The name of a parameter is that of a quantity (a time, an interval, a size, a length, a rate), its default "
        "or range is a number, and neither `unit` nor name nor description says in which unit."
    ),
    why="A time-out of 30 may be seconds or minutes, a size of 16 kilobytes or Association requests.",
    instead="Add the `unit`.",
    clause="PS3.2 A.4.4.2",
)

_QUANTITY = re.compile(
    r"\b(time|time-?outs?|delay|interval|duration|period|age|size|length|rate|space|memory)\b", re.IGNORECASE
)
_UNIT = re.compile(
    r"(?<!['’])\b(ms|s|min|h|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|bytes?|[kMG]i?B|characters?|percent|per)\b|%"
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each number of a quantity without a unit."""
    for name, parameter in (capability.configuration.parameters or {}).items():
        said = _UNIT.search(f"{name} {parameter.description}")
        if _QUANTITY.search(name) and _is_number(parameter) and not parameter.unit and not said:
            message = f"the parameter {quoted(name)} has a number without a unit"
            yield KIND.at(("configuration", "parameters", name), message, hint="add `unit`")


def _is_number(parameter: Parameter) -> bool:
    default = parameter.default
    return (isinstance(default, int | float) and not isinstance(default, bool)) or parameter.range is not None


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
