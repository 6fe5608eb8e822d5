"""The rule S105: a UID identifies one thing."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uids import OwnUid, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S105",
    slug="uid-used-twice",
    severity=Severity.ERROR,
    what=(
        "Two things have the same UID: two Specialized or Private SOP Classes, two private Transfer Syntaxes, or one "
        "of these and an implementation."
    ),
    why="A UID is all that a peer sees. With the same one for two things it cannot know which is meant.",
    instead="Give one of them a UID of its own.",
    clause="PS3.5 9",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem at the second use of a UID; Application Entities may share that of their implementation."""
    seen: dict[str, OwnUid] = {}
    for own in own_uids(capability):
        first = seen.setdefault(own.uid, own)
        if first is not own and not (first.is_implementation and own.is_implementation):
            message = f"{own.what} has the UID {own.uid}, as {first.what} has"
            yield KIND.at(own.path, message, hint="give one of them another UID", related=(first.path,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
