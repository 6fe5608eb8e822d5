"""The rule S446: a private creator uses each element of its block once."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S446",
    slug="private-element-repeated",
    severity=Severity.ERROR,
    what=(
        "Two private Attributes of one creator have the same Tag, written once with capitals and once with small "
        "letters."
    ),
    why="A Data Set can have the Tag only once, so that a receiver cannot know which of the two it is.",
    instead="Give one of them another element number, or take it out if it is the same Attribute.",
    clause="PS3.5 7.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute after the first."""
    first: dict[tuple[str, str], Path] = {}
    for tag, attribute in (capability.private_attributes or {}).items():
        path = ("private_attributes", tag)
        before = first.setdefault((tag.casefold(), attribute.creator.strip()), path)
        if before != path:
            message = f"{attribute.name} has the Tag {tag}, which the creator {quoted(attribute.creator)} uses already"
            yield KIND.at(path, message, hint="take another element number", related=(before,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
