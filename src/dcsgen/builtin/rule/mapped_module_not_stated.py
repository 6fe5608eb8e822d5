"""The rule S406: a Module that is mapped stands in the table of Modules."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S406",
    slug="mapped-module-not-stated",
    severity=Severity.WARNING,
    what="An attribute mapping has a Module that the table of Modules of its applied IOD leaves out.",
    why="Who looks a Module up in that table and does not find it takes it for one that the product does not know.",
    instead="Add the Module to the applied IOD.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module of a mapping."""
    for key, mapping in capability.attribute_mappings.items():
        iod = capability.iods.get(mapping.iod)
        stated = iod.modules if iod is not None else mapping.modules
        for name in mapping.modules:
            if name not in stated:
                message = (
                    f"the Module {name} of the mapping {quoted(key)} is not stated in the IOD {quoted(mapping.iod)}"
                )
                path = ("attribute_mappings", key, "modules", name)
                hint = f"add {name} to `iods.{mapping.iod}.modules`"
                yield KIND.at(path, message, hint=hint, related=(("iods", mapping.iod, "modules"),))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
