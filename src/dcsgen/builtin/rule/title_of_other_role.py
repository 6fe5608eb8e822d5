"""The rule S238: the title of a service does not name the other role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S238",
    slug="title-of-other-role",
    severity=Severity.WARNING,
    what="The `title` of a service says SCU where its `role` is SCP, or the other way round.",
    why="One of the two is wrong, mostly because the service was copied from its counterpart.",
    instead="Correct the title or the role.",
)

ROLE = re.compile(r"\b(SCU|SCP)\b")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; titles with both roles are left alone."""
    for key, service in capability.services.items():
        named = set(ROLE.findall(service.title))
        if len(named) == 1 and service.role is not Role.BOTH and service.role.value not in named:
            message = f"the title {quoted(service.title)} does not fit the role {service.role}"
            yield KIND.at(("services", key, "title"), message, hint="correct the title or `role`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
