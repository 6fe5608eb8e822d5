"""The rule S509: a media service has a role."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S509",
    slug="file-set-role-not-stated",
    severity=Severity.WARNING,
    what="A media service has no `roles`.",
    why="Whether the product writes or reads the medium is what a reader wants to know first.",
    instead="Add `roles`: FSC creates, FSR reads, FSU updates File-sets.",
    clause="PS3.2 Table A.5.2-1, PS3.10 8",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each media service without a role."""
    for key, service in capability.media.items():
        if not service.roles:
            message = f"the media service {quoted(key)} does not say whether it creates, reads or updates File-sets"
            yield KIND.at(("media", key), message, hint="add `roles`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
