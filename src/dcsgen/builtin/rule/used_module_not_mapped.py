"""The rule S407: a Module that is used is mapped, if anything of the object is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Support
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S407",
    slug="used-module-not-mapped",
    severity=Severity.WARNING,
    what="A Module of an applied IOD is `used`, but no attribute mapping of that IOD has it, and no remark says more.",
    why=(
        "The reader is told that the Module matters and finds nothing about its Attributes: which are needed, which "
        "are checked, and where their values go."
    ),
    instead=(
        "Add the Module to a mapping, or say in its `remark` what is done with it. Of a received object it may be "
        "`ignored`."
    ),
    clause="PS3.2 A.9.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Module; IODs without any mapping are not looked at."""
    mapped: dict[str, set[str]] = defaultdict(set)
    for mapping in capability.attribute_mappings.values():
        mapped[mapping.iod].update(mapping.modules)
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items() if key in mapped else ():
            if module.support is Support.USED and name not in mapped[key] and not module.remark:
                message = f"the Module {name} of the applied IOD {quoted(key)} is used, but in no attribute mapping"
                yield KIND.at(("iods", key, "modules", name), message, hint="map its Attributes, or add a `remark`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
