"""The rule S611: a date is in the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S611",
    slug="impossible-date",
    severity=Severity.ERROR,
    what="The date of the document or of a revision does not exist, such as 2024-02-30.",
    why="The date is on the cover, and it is how people tell an old statement from a new one.",
    instead="Write the date as year-month-day.",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such date."""
    for path, text in _dates(capability):
        try:
            date.fromisoformat(text)
        except ValueError:
            yield KIND.at(path, f"there is no date {quoted(text)}", hint="write year-month-day, as in `2024-01-31`")


def _dates(capability: Capability) -> Iterator[tuple[Path, str]]:
    # A draft of a document of somebody else may have found none.
    if capability.document.date != "not stated":
        yield ("document", "date"), capability.document.date
    for key, revision in capability.document.history.items():
        yield ("document", "history", key, "date"), revision.date


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
