"""The rule S501: no Application Profile is retired."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._media import standard_uses
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S501",
    slug="retired-application-profile",
    severity=Severity.WARNING,
    what="A media service follows an Application Profile that PS3.11 has retired.",
    why=("New products do not support it, and the medium that it is for can often not be bought or read any more."),
    instead=(
        "Follow a profile that is in force, or say in `behaviour` why the old one is still supported and accept the "
        "finding."
    ),
    clause="PS3.11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each media service under a retired profile."""
    for path, _, facts in standard_uses(capability):
        if facts.retired:
            last = f"; {facts.last_edition} was the last edition with it" if facts.last_edition else ""
            message = f"the Application Profile {facts.id} of {quoted(path[1])} is retired{last}"
            yield KIND.at((*path, "profile"), message, hint="take a profile that is in force")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
