"""The rule S614: document and history give the current revision the same date."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S614",
    slug="revision-dates-differ",
    severity=Severity.WARNING,
    what="The current revision has an earlier date in `document.history` than the document itself.",
    why="Cover and history of one document contradict each other. As a rule, one of the dates was forgotten.",
    instead="Write the same date in both places.",
    clause="PS3.2 N.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem if the dates differ; that a revision is younger than the document is the subject of another rule."""
    document = capability.document
    current = document.history.get(document.revision)
    if current is not None and current.date < document.date:
        message = (
            f"the revision {quoted(document.revision)} is of {document.date} on the cover, "
            f"but of {current.date} in the history"
        )
        path = ("document", "history", document.revision, "date")
        yield KIND.at(path, message, hint="write the same date twice", related=(("document", "date"),))


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
