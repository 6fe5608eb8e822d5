"""The rule S109: the Implementation Class UID is stated."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._services import used_policies
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S109",
    slug="implementation-class-uid-not-stated",
    severity=Severity.WARNING,
    what="An Application Entity with services has no `implementation_class_uid`.",
    why=(
        "Every implementation sends this UID when an Association is established, and PS3.2 wants it documented: it is"
        " how a peer's log is matched to a product."
    ),
    instead="Add `association.implementation_class_uid`.",
    clause="PS3.2 A.4.2.x.2.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Application Entity."""
    for name, policy in used_policies(capability):
        if not policy.implementation_class_uid:
            message = f"{name} does not state its Implementation Class UID"
            hint = "add `association.implementation_class_uid`"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
