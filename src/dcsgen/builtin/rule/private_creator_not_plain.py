"""The rule S444: a private creator is a text that every implementation can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S444",
    slug="private-creator-not-plain",
    severity=Severity.ERROR,
    what=(
        "A private creator is blank, or has a backslash, a control character or one outside of the default repertoire."
    ),
    why=(
        "The creator is the only thing by which a private Attribute is recognised. Written with other characters it "
        "depends on the character set of the object, and with a backslash it is two values."
    ),
    instead="Take letters, digits, spaces and punctuation of ASCII, such as `ACME PLAN 1.0`.",
    clause="PS3.5 7.8.1",
)

_PLAIN = re.compile(r"[ -\[\]-~]*[!-\[\]-~][ -\[\]-~]*")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Attribute with such a creator."""
    for tag, attribute in (capability.private_attributes or {}).items():
        if not _PLAIN.fullmatch(attribute.creator):
            message = f"{quoted(attribute.creator)}, the creator of {attribute.name} {tag}, is not plain ASCII text"
            path = ("private_attributes", tag, "creator")
            yield KIND.at(path, message, hint="take letters, digits, spaces and punctuation of ASCII, no backslash")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
