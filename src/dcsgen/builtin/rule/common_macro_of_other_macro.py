"""The rule S456: a Functional Group Macro refers to a common macro of its own name."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S456",
    slug="common-macro-of-other-macro",
    severity=Severity.ERROR,
    what="A Functional Group Macro refers by `common` to a common macro that is another macro of PS3.3.",
    why="The Attributes that are printed for it are not those that it has.",
    instead="Refer to the right one, or correct `macro` there.",
    clause="PS3.2 N.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such reference; dangling ones are found elsewhere."""
    for key, iod in capability.iods.items():
        for name, group in iod.functional_groups.items():
            common = capability.common_functional_groups.get(group.common)
            if common is not None and common.macro != name:
                message = f"{name} refers to {quoted(group.common)}, which is the macro {common.macro}"
                path = ("iods", key, "functional_groups", name, "common")
                yield KIND.at(path, message, hint="refer to the right one")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
