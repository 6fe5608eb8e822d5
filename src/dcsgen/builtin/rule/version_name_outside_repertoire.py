"""The rule S111: an Implementation Version Name has characters that can be sent."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S111",
    slug="version-name-outside-repertoire",
    severity=Severity.ERROR,
    what="An `implementation_version_name` has characters outside of ISO 646, or consists of nothing but spaces.",
    why=(
        "The name is sent as 1 to 16 characters of the basic set of ISO 646. Letters with accents and control "
        "characters have no encoding there."
    ),
    instead="Write the name as the product sends it.",
    clause="PS3.7 D.3.3.2.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such name."""
    for name, entity in capability.application_entities.items():
        version = entity.association.implementation_version_name
        if not version:
            continue
        foreign = [character for character in version if not " " <= character <= "~"]
        if foreign or version.isspace():
            wrong = f"has the character {_shown(foreign[0])}" if foreign else "consists of spaces"
            message = f"the Implementation Version Name of {name} {wrong}, which cannot be sent"
            path = ("application_entities", name, "association", "implementation_version_name")
            yield KIND.at(path, message, hint="use letters, digits and signs of ASCII")


def _shown(character: str) -> str:
    return quoted(character) if character.isprintable() else f"U+{ord(character):04X}"


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
