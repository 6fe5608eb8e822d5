"""The rule S448: private Attributes stand in a Module that exists."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import iods
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S448",
    slug="private-module-unknown",
    severity=Severity.WARNING,
    what="The `module` of a private Attribute is no Module of PS3.3.",
    why="A receiver that looks for the Attribute has to know where in the object it stands.",
    instead="Write the name of the Module as PS3.3 has it, and the Sequence in the description.",
    clause="PS3.2 A.9.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute; none if there are private SOP Classes, which may have Modules of their own."""
    if any(own.base is None for own in capability.sop_classes.values()):
        return
    for tag, attribute in (capability.private_attributes or {}).items():
        if attribute.module and iods.module_key(attribute.module) is None:
            message = f"{quoted(attribute.module)}, where {attribute.name} {tag} stands, is no Module of the standard"
            names = [iods.module_name(key) for key in iods.module_keys()]
            hint = did_you_mean(attribute.module, names) or "write the name of the Module as PS3.3 has it"
            yield KIND.at(("private_attributes", tag, "module"), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
