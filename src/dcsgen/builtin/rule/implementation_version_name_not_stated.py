"""The rule S110: the Implementation Version Name is stated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._services import used_policies
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S110",
    slug="implementation-version-name-not-stated",
    severity=Severity.NOTE,
    what="An Application Entity with services has no `implementation_version_name`.",
    why=(
        "The name is optional on the network, but if it is sent, PS3.2 wants that documented. It tells the versions "
        "of one Implementation Class UID apart."
    ),
    instead="Add `association.implementation_version_name`, or say in `association.description` that none is sent.",
    clause="PS3.2 A.4.2.x.2.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    for name, policy in used_policies(capability):
        if not policy.implementation_version_name and "version name" not in policy.description.casefold():
            message = f"{name} does not state its Implementation Version Name"
            hint = "add `association.implementation_version_name`"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
