"""The rule S612: the history of a document leads up to the revision that it is."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S612",
    slug="current-revision-not-in-history",
    severity=Severity.WARNING,
    what="`document.history` has revisions, but not the one that `document.revision` names.",
    why="The reader of a new revision looks there for what has changed, and finds the changes of the one before.",
    instead="Add the revision to the history.",
    clause="PS3.2 N.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem if there is a history without the current revision."""
    document = capability.document
    if document.history and document.revision not in document.history:
        message = f"the history does not have the revision {quoted(document.revision)} of the document"
        hint = "add it with its date and what changed"
        yield KIND.at(("document", "history"), message, hint=hint, related=(("document", "revision"),))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
