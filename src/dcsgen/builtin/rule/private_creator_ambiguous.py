"""The rule S445: private creators of one group are told apart by more than case and spaces."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S445",
    slug="private-creator-ambiguous",
    severity=Severity.WARNING,
    what="Two private creators of one group differ in case, spaces or punctuation only.",
    why=(
        "Each creator reserves a block of its own. If one of them is a slip of the pen, a receiver looks for half of "
        "the Attributes in a block that no object has."
    ),
    instead="Write the creator of one block everywhere in the same way, or give the second block a name of its own.",
    clause="PS3.5 7.8.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Attribute whose creator is written in another way than first."""
    first: dict[tuple[str, str], tuple[str, Path]] = {}
    for tag, attribute in (capability.private_attributes or {}).items():
        path = ("private_attributes", tag, "creator")
        place = (tag[1:5].upper(), spelled(attribute.creator))
        creator, before = first.setdefault(place, (attribute.creator, path))
        if creator != attribute.creator:
            message = (
                f"{attribute.name} {tag} has the creator {quoted(attribute.creator)}, others have {quoted(creator)}"
            )
            yield KIND.at(path, message, hint=f"write {quoted(creator)} if it is the same block", related=(before,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
