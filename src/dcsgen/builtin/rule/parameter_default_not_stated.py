"""The rule S570: a parameter has a default."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S570",
    slug="parameter-default-not-stated",
    severity=Severity.WARNING,
    what="A parameter of the configuration has neither a `default` nor a `description`.",
    why=(
        "PS3.2 has a column for the value as delivered. Without it a reader does not know how the product behaves "
        "before somebody changes it."
    ),
    instead="Add the `default`, or say in the `description` that there is none.",
    clause="PS3.2 A.4.4.2, Table A.4.4-2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each parameter without a default and without a word about it."""
    for name, parameter in (capability.configuration.parameters or {}).items():
        if parameter.default is None and not parameter.description:
            message = f"the parameter {quoted(name)} has no default"
            yield KIND.at(("configuration", "parameters", name), message, hint="add `default`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
