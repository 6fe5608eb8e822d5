"""The rule S450: an Attribute of a created object is there as its Type demands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._attributes import against_type
from dcsgen.model import Capability, CreatedAttribute
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S450",
    slug="created-attribute-against-type",
    severity=Severity.ERROR,
    what=(
        "A created object has an Attribute of Type 1 that may be empty or absent, or one of Type 2 that may be absent."
    ),
    why="Such an object is no Instance of its SOP Class, and peers may refuse it.",
    instead="Correct `presence`; otherwise the product has to be corrected.",
    clause="PS3.5 7.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute of a Module, a common Module or a Functional Group Macro."""
    for key, common in capability.common_modules.items():
        yield from _wrong(("common_modules", key), common.attributes)
    for key, iod in capability.iods.items():
        for name, module in iod.modules.items():
            yield from _wrong(("iods", key, "modules", name), module.attributes)
        for name, group in iod.functional_groups.items():
            yield from _wrong(("iods", key, "functional_groups", name), group.attributes)


def _wrong(at: Path, attributes: Mapping[str, CreatedAttribute]) -> Iterator[Problem]:
    for path, attribute in attributes.items():
        wrong = against_type(attribute.type, attribute.presence, inside="." in path)
        if wrong:
            message = f"{quoted(path)} has Type {attribute.type} and {wrong}"
            yield KIND.at((*at, "attributes", path, "presence"), message, hint="correct `presence`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
