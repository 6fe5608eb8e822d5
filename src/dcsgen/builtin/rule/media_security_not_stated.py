"""The rule S511: a secure Application Profile comes with its security profile."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._media import standard_uses
from dcsgen.builtin.rule._security import covers
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S511",
    slug="media-security-not-stated",
    severity=Severity.WARNING,
    what=(
        "A media service follows a secure Application Profile, one with SEC in its identifier, but "
        "`security.media_security` has no Basic DICOM Media Security Profile for its Application Entity."
    ),
    why=(
        "PS3.11 demands that profile of PS3.15 for such media; without it the files are not enveloped, so that it is "
        "another profile."
    ),
    instead=(
        "Add the Basic DICOM Media Security Profile under `security.media_security`, or follow the profile without SEC."
    ),
    clause="PS3.11 D.1, PS3.15 D.1",
)

_NEEDED = "basic-dicom-media-security"


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each secure media service without the profile that makes it so."""
    secured = [use for use in capability.security.media_security.values() if use.profile.id == _NEEDED]
    for path, service, facts in standard_uses(capability):
        if facts.secure and not any(covers(use, service.application_entity) for use in secured):
            message = f"{facts.id} of {quoted(path[1])} demands the Basic DICOM Media Security Profile"
            yield KIND.at((*path, "profile"), message, hint="add it under `security.media_security`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
