"""The rule S402: who ignores a mandatory Module of received objects says why."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ObjectRole, Support
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S402",
    slug="mandatory-module-ignored",
    severity=Severity.WARNING,
    what="A mandatory Module of an object that is received or passed on is ignored, and no remark says why.",
    why=(
        "What the standard makes mandatory carries the identity or the meaning of the object. Leaving it unread can be "
        "right, but the reader must learn where the product takes that from instead."
    ),
    instead="Add a `remark` to the Module, or correct its `support`.",
    clause="PS3.3 A.1.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module without a remark."""
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items() if iod.role is not ObjectRole.CREATED else ():
            if module.usage == "M" and module.support is Support.IGNORED and not module.remark:
                message = f"the mandatory Module {name} of the applied IOD {quoted(key)} is ignored without a reason"
                path = ("iods", key, "modules", name, "support")
                yield KIND.at(path, message, hint="say in a `remark` why it is not needed")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
