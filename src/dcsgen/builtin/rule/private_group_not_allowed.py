"""The rule S443: private Attributes are in a group that may be private."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S443",
    slug="private-group-not-allowed",
    severity=Severity.ERROR,
    what="A private Attribute is in the group 0001, 0003, 0005, 0007 or FFFF.",
    why="The standard excludes these groups; toolkits refuse them or read them as something else.",
    instead="Take another odd group, 0009 or higher.",
    clause="PS3.5 7.1",
)

EXCLUDED = frozenset({"0001", "0003", "0005", "0007", "FFFF"})


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute."""
    for tag, attribute in (capability.private_attributes or {}).items():
        group = tag[1:5].upper()
        if group in EXCLUDED:
            message = f"the private Attribute {attribute.name} {tag} is in group {group}, which may not be private"
            yield KIND.at(("private_attributes", tag), message, hint="take an odd group from 0009 on")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
