"""The rule S572: the default of a parameter is one of its values."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability, Parameter
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S572",
    slug="parameter-default-not-allowed",
    severity=Severity.ERROR,
    what="The `default` of a parameter is outside of its `range`, or not among its `values`.",
    why="The product as delivered would have a setting that nobody can choose.",
    instead="Correct the default, the range or the values.",
    clause="PS3.2 A.4.4.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each default that cannot be chosen."""
    for name, parameter in (capability.configuration.parameters or {}).items():
        wrong = _wrong(parameter)
        if wrong:
            path = ("configuration", "parameters", name, "default")
            message = f"the default of {quoted(name)}, {quoted(parameter.default)}, is {wrong}"
            yield KIND.at(path, message, hint="correct the default, the range or the values")


def _wrong(parameter: Parameter) -> str:
    default, (low, high) = parameter.default, parameter.range or (None, None)
    if default is not None and parameter.values and default not in parameter.values:
        return "not among its values"
    if not isinstance(default, int | float) or isinstance(default, bool):
        # A word such as "unlimited" may stand for no number at all.
        return ""
    if low is not None and high is not None and low > high:
        return ""
    below, above = low is not None and default < low, high is not None and default > high
    return "outside of its range" if below or above else ""


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
