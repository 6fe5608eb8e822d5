"""The rule S610: no revision is younger than the document."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S610",
    slug="revision-after-document",
    severity=Severity.WARNING,
    what="A revision in the history of the document has a later date than the document itself.",
    why="A controlled document cannot list a revision that had not been made when it was issued.",
    instead="Correct the date of the revision, or that of the document.",
    clause="PS3.2 N.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such revision; dates are compared as the schema wants them, year-month-day."""
    document = capability.document
    for key, revision in document.history.items():
        if revision.date > document.date:
            message = f"the revision {quoted(key)} is of {revision.date}, but the document is of {document.date}"
            path = ("document", "history", key, "date")
            yield KIND.at(path, message, hint="correct one of the dates", related=(("document", "date"),))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
