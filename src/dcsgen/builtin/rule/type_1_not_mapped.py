"""The rule S415: the mapping of created objects says how each Attribute of Type 1 gets its value."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import elements, iods
from dcsgen.base.text import quoted
from dcsgen.base.words import Use
from dcsgen.builtin.rule._mappings import created
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability, MappedModule
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S415",
    slug="type-1-not-mapped",
    severity=Severity.WARNING,
    what=(
        "The mapping of an object that the product creates leaves out Attributes of Type 1 of a Module that it has, or "
        "of a Sequence that it fills."
    ),
    why=(
        "PS3.2 wants to know of created objects which values are always present. An Attribute that every object has "
        "and the statement forgets looks like a fault of the product."
    ),
    instead="Add the Attributes, with `use: mandatory` and where their values come from.",
    clause="PS3.2 A.9.1.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Module of such a mapping that lacks some, with their names."""
    for key, mapping in created(capability):
        for name, module in mapping.modules.items():
            missing = [_name(keyword) for keyword in _missing(iods.module_key(name) or "", module)]
            if missing:
                which = f"{some(missing)} of the Module {name}, which {_have(missing)} Type 1"
                message = f"the mapping {quoted(key)} lacks {which}"
                path = ("attribute_mappings", key, "modules", name, "attributes")
                yield KIND.at(path, message, hint="say where the values come from")


def _missing(module_key: str, module: MappedModule) -> Iterator[str]:
    """The keywords of Attributes of Type 1 in the Module itself and in the Sequences that are filled."""
    filled = {""} | {dotted for dotted, row in module.attributes.items() if row.use is not Use.IGNORED}
    for attribute in iods.attributes_of(module_key) if module_key else ():
        if attribute.type == "1":
            dotted = ".".join(attribute.path)
            if ".".join(attribute.path[:-1]) in filled and dotted not in module.attributes:
                yield attribute.path[-1]


def _name(keyword: str) -> str:
    element = elements.by_keyword(keyword)
    return element.name if element is not None else keyword


def _have(names: list[str]) -> str:
    return "has" if len(names) == 1 else "have"


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
