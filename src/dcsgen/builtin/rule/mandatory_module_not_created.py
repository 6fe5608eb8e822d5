"""The rule S404: created objects have their mandatory Modules."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ObjectRole, Support
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S404",
    slug="mandatory-module-not-created",
    severity=Severity.ERROR,
    what="A mandatory Module of an object that the product creates is `ignored` or `not_supported`.",
    why="An object without it is no Instance of the SOP Class, and peers may refuse it.",
    instead="Write `used` if the objects have the Module; otherwise the product has to be corrected.",
    clause="PS3.3 A.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module."""
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items() if iod.role is ObjectRole.CREATED else ():
            if module.usage == "M" and module.support is not Support.USED:
                message = f"objects of the applied IOD {quoted(key)} are created without the mandatory Module {name}"
                path = ("iods", key, "modules", name, "support")
                yield KIND.at(path, message, hint="write `used` if created objects have it")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
