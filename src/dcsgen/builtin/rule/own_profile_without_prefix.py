"""The rule S507: the identifier of an own Application Profile says of which kind it is."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import ProfileKind
from dcsgen.builtin.rule._media import STANDARD_PREFIXES
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S507",
    slug="own-profile-without-prefix",
    severity=Severity.WARNING,
    what=(
        "The identifier of an Augmented Application Profile does not begin with AUG-, or that of a Private one not "
        "with PRI-."
    ),
    why="By the prefix a reader sees at once whether a reader of the Standard profile can read the medium.",
    instead="Begin the identifier of an Augmented profile with AUG- and that of a Private one with PRI-.",
    clause="PS3.2 7.4",
)

_PREFIXES = {ProfileKind.AUGMENTED: "AUG-", ProfileKind.PRIVATE: "PRI-"}


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each identifier without its prefix; one with that of a Standard profile has a rule of its own."""
    for key, profile in capability.application_profiles.items():
        prefix = _PREFIXES[profile.kind]
        if not key.startswith((prefix, prefix.lower())) and not key.upper().startswith(STANDARD_PREFIXES):
            message = f"{quoted(key)} is {profile.kind}, but does not begin with {prefix}"
            hint = f"write {prefix}{key}"
            yield Problem(kind=KIND, path=("application_profiles", key), message=message, hint=hint, on_key=True)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
