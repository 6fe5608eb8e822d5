"""The rule S613: the history of a document goes from the oldest revision to the youngest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S613",
    slug="history-out-of-order",
    severity=Severity.WARNING,
    what="A revision in `document.history` has an earlier date than the one before it.",
    why="The history is printed in the order in which it stands, oldest first; people read what is last as the newest.",
    instead="Put the revisions into the order of their dates, or correct the date.",
    clause="PS3.2 N.3.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each revision that is older than the one before it."""
    history = capability.document.history
    for (before, earlier), (key, later) in pairwise(history.items()):
        if later.date < earlier.date:
            message = f"the revision {quoted(key)} of {later.date} comes after {quoted(before)} of {earlier.date}"
            path = ("document", "history", key, "date")
            related = (("document", "history", before, "date"),)
            yield KIND.at(path, message, hint="let the oldest revision come first", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
