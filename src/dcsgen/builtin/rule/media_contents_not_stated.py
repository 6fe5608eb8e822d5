"""The rule S510: a media service says what is on the medium."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S510",
    slug="media-contents-not-stated",
    severity=Severity.WARNING,
    what="A media service has no `contents`.",
    why=(
        "General Purpose profiles admit every Storage SOP Class and leave it to the statement which of them are "
        "written and read. Other profiles make some SOP Classes or Transfer Syntaxes optional."
    ),
    instead="Add `contents` with SOP Classes and Transfer Syntaxes, the DICOMDIR among them.",
    clause="PS3.2 A.5.2.x.2, PS3.11 D.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each media service without contents."""
    for key, service in capability.media.items():
        if not service.contents:
            message = f"the media service {quoted(key)} does not say which SOP Classes are on the medium"
            yield KIND.at(("media", key), message, hint="add `contents`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
