"""Media services with what PS3.11 says about their Application Profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.standard import media_profiles
from dcsgen.base.standard.media_profiles import MediaProfile
from dcsgen.base.words import ProfileKind
from dcsgen.model import Capability, MediaService
from dcsgen.plugin import Path

DIRECTORY = "1.2.840.10008.1.3.10"
"""The SOP Class of the DICOMDIR: Media Storage Directory Storage (PS3.4 I.4)."""

STANDARD_PREFIXES = ("STD-", "APL-")
"""How identifiers of Standard Application Profiles begin, today and once (PS3.11 C.1)."""


class StandardUse(NamedTuple):
    """A media service that follows a Standard Application Profile, with the facts about that profile."""

    path: Path
    service: MediaService
    facts: MediaProfile

    def doubt(self, field: str) -> str:
        """What a hint says more if the facts have a field from elsewhere than the text of PS3.11."""
        return "; PS3.11 itself was not seen on this, so look it up" if field in self.facts.unverified else ""


def standard_uses(capability: Capability) -> Iterator[StandardUse]:
    """The media services under a profile of PS3.11 that is known; Augmented and Private profiles are not among them."""
    for key, service in capability.media.items():
        facts = media_profiles.by_id(service.profile.id)
        if facts is not None and service.profile.kind is ProfileKind.STANDARD:
            yield StandardUse(("media", key), service, facts)
