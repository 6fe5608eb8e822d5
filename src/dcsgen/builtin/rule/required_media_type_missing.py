"""The rule S521: an origin server has the media types that PS3.18 requires."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._web import KnownTransaction, known_transactions, media_type_form
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S521",
    slug="required-media-type-missing",
    severity=Severity.WARNING,
    what=(
        "A transaction of an origin server states media types, but not one that PS3.18 has as the default or as "
        "required for the resources that it has."
    ),
    why="A user agent may rely on these; it asks for another one only where it hopes for more.",
    instead="Add the media type, or say in `behaviour` that it is missing and accept the finding.",
    clause="PS3.18 8.7.2, 8.7.3",
)

_BY_RESOURCE = (
    # What the last words of a resource's name say about its payload (PS3.18 10.4).
    (("Metadata",), ("application/dicom+json", 'multipart/related; type="application/dicom+xml"')),
    (("Frames", "Bulkdata"), ('multipart/related; type="application/octet-stream"',)),
    (("Rendered Study", "Rendered Series", "Rendered Instance", "Rendered Frames", "Thumbnail"), ("image/jpeg",)),
    (("Study", "Series", "Instance"), ('multipart/related; type="application/dicom"',)),
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each media type that is missing."""
    for known in known_transactions(capability):
        sends = known.facts.method in ("POST", "PUT")
        key = "request_media_types" if sends else "response_media_types"
        stated = known.transaction.request_media_types if sends else known.transaction.response_media_types
        forms = {media_type_form(text) for text in stated}
        for media_type in _required(known) if known.is_answered and stated else ():
            if media_type_form(media_type) not in forms:
                message = f"{known.label} lacks {media_type}"
                yield KIND.at(
                    (*known.path, key),
                    message,
                    hint=f"add {media_type}{known.doubt('media_types')}",
                    subject=media_type,
                )


def _required(known: KnownTransaction) -> list[str]:
    """The media types that PS3.18 requires; for a retrieval, those of the resources that the product has."""
    required = [media.media_type for media in known.facts.media_types if media.usage]
    if known.facts.id != "studies/retrieve":
        return required
    needed: set[str] = set()
    for resource in known.transaction.resources:
        needed.update(next((types for ends, types in _BY_RESOURCE if resource.endswith(ends)), ()))
    return [media_type for media_type in required if media_type in needed]


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
