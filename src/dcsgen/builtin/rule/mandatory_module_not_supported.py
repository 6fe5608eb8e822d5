"""The rule S403: an object is not refused for a Module that every such object has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ObjectRole, Support
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S403",
    slug="mandatory-module-not-supported",
    severity=Severity.ERROR,
    what=(
        "A mandatory Module of an object that is received or passed on is `not_supported`, which means that objects "
        "with it are refused."
    ),
    why="Every object has its mandatory Modules, so that every object would be refused.",
    instead="Write `ignored` if the Module is read past, or leave the SOP Class out of the service.",
    clause="PS3.3 A.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module."""
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items() if iod.role is not ObjectRole.CREATED else ():
            if module.usage == "M" and module.support is Support.NOT_SUPPORTED:
                message = (
                    f"the applied IOD {quoted(key)} refuses objects with the Module {name}, which all of them have"
                )
                path = ("iods", key, "modules", name, "support")
                yield KIND.at(path, message, hint="write `ignored` if the Module is only not read")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
