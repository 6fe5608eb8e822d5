"""The rule S578: a parameter says who may change it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S578",
    slug="parameter-configurability-not-stated",
    severity=Severity.NOTE,
    what="A parameter of the configuration has no `configurable`.",
    why=("PS3.2 has a column for it. An installer needs to know what can be asked of the user and what of the vendor."),
    instead="Add `configurable`: user, service or fixed.",
    clause="PS3.2 N.6.1, Table A.4.4-2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such parameter."""
    for name, parameter in (capability.configuration.parameters or {}).items():
        if parameter.configurable is None:
            message = f"the parameter {quoted(name)} does not say who may change it"
            yield KIND.at(("configuration", "parameters", name), message, hint="add `configurable`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
