"""The rule S447: private Attributes have several values only if their VR allows it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S447",
    slug="private-multiplicity-not-allowed",
    severity=Severity.ERROR,
    what=(
        "A private Attribute has a Value Multiplicity other than 1 with a Value Representation that never holds more "
        "than one value, such as SQ, LT, UT or OB."
    ),
    why=(
        "The values cannot be told apart: in a text the backslash is no delimiter, and the items of a Sequence are no "
        "values."
    ),
    instead='Write `vm: "1"`, or take a Value Representation that allows several values, such as LO or UC.',
    clause="PS3.5 6.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute."""
    for tag, attribute in (capability.private_attributes or {}).items():
        known = by_code(attribute.vr)
        if known is not None and known.single and attribute.vm != "1":
            message = (
                f"{attribute.name} {tag} has VM {quoted(attribute.vm)}, but VR {known.vr} never has more than one value"
            )
            yield KIND.at(("private_attributes", tag, "vm"), message, hint='write `vm: "1"`, or take another VR')


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
