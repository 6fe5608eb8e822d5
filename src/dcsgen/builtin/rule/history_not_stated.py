"""The rule S615: a document has a revision history."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S615",
    slug="history-not-stated",
    severity=Severity.NOTE,
    what="`document.history` is empty.",
    why="The readers of an earlier revision want to know what has changed, and whether it concerns them.",
    instead="List the revisions with date and changes, the first one too.",
    clause="PS3.2 N.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem if there is no history."""
    if not capability.document.history:
        message = "the document has no revision history"
        yield KIND.at(("document", "history"), message, hint="add `history` with the current revision at least")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
