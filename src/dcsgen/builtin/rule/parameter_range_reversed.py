"""The rule S573: the range of a parameter goes from low to high."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S573",
    slug="parameter-range-reversed",
    severity=Severity.ERROR,
    what="The `range` of a parameter has a lowest value above its highest.",
    why="No value lies in it.",
    instead="Swap the two numbers.",
    clause="PS3.2 A.4.4.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such range."""
    for name, parameter in (capability.configuration.parameters or {}).items():
        low, high = parameter.range or (None, None)
        if low is not None and high is not None and low > high:
            message = f"the range of {quoted(name)} goes from {low} down to {high}"
            path = ("configuration", "parameters", name, "range")
            yield KIND.at(path, message, hint=f"write [{high}, {low}]")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
