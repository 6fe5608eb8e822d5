"""The rule S582: a coercion under another condition explains it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import CoercionWhen
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S582",
    slug="coercion-condition-not-explained",
    severity=Severity.WARNING,
    what="A coercion happens `other`wise than the list of conditions has it, and no `remark` says when.",
    why="PS3.2 asks for the condition in a comment.",
    instead="Write the condition into `remark`.",
    clause="PS3.2 Table N.5-11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such coercion."""
    for name, service in capability.services.items():
        for path, coercion in (service.coercion or {}).items():
            if coercion.when is CoercionWhen.OTHER and not coercion.remark:
                message = f"when {quoted(path)} is coerced is not explained"
                yield KIND.at(("services", name, "coercion", path), message, hint="write the condition into `remark`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
