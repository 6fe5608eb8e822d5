"""The rule S505: media with an Application Profile have a DICOMDIR."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._media import DIRECTORY
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S505",
    slug="media-directory-not-stated",
    severity=Severity.WARNING,
    what="The contents of a media service do not have Media Storage Directory Storage, the DICOMDIR.",
    why=(
        "Every Application Profile wants a DICOMDIR in the File-set, and readers find the objects through it. Without "
        "it, PS3.11 has no File-set."
    ),
    instead="Add MediaStorageDirectoryStorage in Explicit VR Little Endian to `contents`.",
    clause="PS3.10 8.6, PS3.11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each media service whose stated contents have no DICOMDIR."""
    for key, service in capability.media.items():
        uids = {sop_class.uid for content in service.contents.values() for sop_class in content.sop_classes}
        if uids and DIRECTORY not in uids:
            message = f"the media service {quoted(key)} has no DICOMDIR"
            yield KIND.at(("media", key, "contents"), message, hint="add MediaStorageDirectoryStorage")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
