"""The rule S405: what a mapping uses is not in a Module that the applied IOD ignores."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Support, Use
from dcsgen.model import Capability, MappedModule
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S405",
    slug="ignored-module-mapped",
    severity=Severity.ERROR,
    what="An attribute mapping uses Attributes of a Module that the applied IOD calls `ignored` or `not_supported`.",
    why=(
        "The table of Modules and the tables of Attributes contradict each other, and a reader cannot know which holds."
    ),
    instead="Call the Module `used`, or call its Attributes `ignored`.",
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Module of a mapping that has Attributes in use and is not used."""
    for key, mapping in capability.attribute_mappings.items():
        iod = capability.iods.get(mapping.iod)
        applied = iod.modules if iod is not None else {}
        for name, module in mapping.modules.items():
            support = applied[name].support if name in applied else Support.USED
            if support is not Support.USED and _is_used(module):
                said = support.replace("_", " ")
                message = f"the mapping {quoted(key)} uses the Module {name}, which is {said} in {quoted(mapping.iod)}"
                path = ("attribute_mappings", key, "modules", name)
                related = ("iods", mapping.iod, "modules", name, "support")
                hint = "call the Module `used`, or its Attributes `ignored`"
                yield KIND.at(path, message, hint=hint, related=(related,))


def _is_used(module: MappedModule) -> bool:
    return any(row.use is not Use.IGNORED and not row.implied for row in module.attributes.values())


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
