"""The rule S438: what is read instead of an Attribute is an Attribute of the same object."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import elements, iods
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.rule._ae_mappings import Varied, variants, varied
from dcsgen.builtin.rule._mappings import standard_modules
from dcsgen.model import Capability, Target
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S438",
    slug="ae-source-not-in-object",
    severity=Severity.ERROR,
    what="An AE-specific mapping reads a `source` that is no Attribute of the object.",
    why="The peer cannot send what the IOD does not have there, so that the variant never gets a value.",
    instead="Write the path of the Attribute from the Module down, such as `BeamSequence.BeamDescription`.",
    clause="PS3.3 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such source; unknown IODs and private Attributes are not looked at."""
    for one in varied(capability):
        modules = _modules(capability, one)
        targets: list[tuple[Path, Target]] = [((*one.path, "default"), one.attribute.default)]
        targets += [(path, target) for _, target, path in variants(one)]
        for path, target in targets if modules else ():
            if target.source and not (_is_known(capability, modules, target) or _is_mapped(capability, one, target)):
                message = (
                    f"{quoted(target.source)}, which is read instead of {one.label}, is no Attribute of the object"
                )
                yield KIND.at((*path, "source"), message, hint=_hint(target.source))


def _modules(capability: Capability, one: Varied) -> tuple[iods.Module, ...]:
    mapping = capability.attribute_mappings.get(one.mapping.attribute_mapping)
    iod = capability.iods.get(mapping.iod) if mapping is not None else None
    return standard_modules(iod) if iod is not None else ()


def _is_mapped(capability: Capability, one: Varied, target: Target) -> bool:
    """Whether the mapping lists it, as it does with one that the vendor adds to the object."""
    mapping = capability.attribute_mappings[one.mapping.attribute_mapping]
    return any(target.source in module.attributes for module in mapping.modules.values())


def _is_known(capability: Capability, modules: tuple[iods.Module, ...], target: Target) -> bool:
    steps = tuple(target.source.split("."))
    if steps[-1] in (capability.private_attributes or {}):
        return True
    # Some Modules are without Attributes in the facts: then nothing can be said against any.
    return any(iods.attribute_in(module.key, steps) or not iods.attributes_of(module.key) for module in modules)


def _hint(source: str) -> str:
    keyword = source.rpartition(".")[2]
    if elements.by_keyword(keyword) is None:
        return did_you_mean(keyword, elements.suggest(keyword)) or "write the keywords of the path, joined by dots"
    return f"write the whole path from the Module down to {keyword}"


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
