"""The rule S452: a mandatory Module is in every created object."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import ModulePresence
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S452",
    slug="mandatory-module-not-always",
    severity=Severity.ERROR,
    what="A mandatory Module of created objects has `presence: not_always`.",
    why="An object without it is no Instance of the SOP Class, and peers may refuse it.",
    instead="Write `always`; otherwise the product has to be corrected.",
    clause="PS3.3 A.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module."""
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items():
            if module.usage == "M" and module.presence is ModulePresence.NOT_ALWAYS:
                message = f"the mandatory Module {name} is not in all objects of the applied IOD {quoted(key)}"
                yield KIND.at(("iods", key, "modules", name, "presence"), message, hint="write `always`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
