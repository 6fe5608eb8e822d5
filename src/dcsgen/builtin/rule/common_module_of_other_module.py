"""The rule S451: a Module refers to a common Module of its own name."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S451",
    slug="common-module-of-other-module",
    severity=Severity.ERROR,
    what="A Module refers by `common` to a common Module that is another Module of PS3.3.",
    why="The Attributes that are printed for it are not those that it has.",
    instead="Refer to the right one, or correct `module` there.",
    clause="PS3.2 N.9.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such reference; dangling ones are found elsewhere."""
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items():
            common = capability.common_modules.get(module.common)
            if common is not None and common.module != name:
                message = f"{name} refers to {quoted(module.common)}, which is the Module {common.module}"
                yield KIND.at(("iods", key, "modules", name, "common"), message, hint="refer to the right one")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
