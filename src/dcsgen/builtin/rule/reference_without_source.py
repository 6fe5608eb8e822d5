"""The rule S617: a reference says which edition is meant, or where it is found."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S617",
    slug="reference-without-source",
    severity=Severity.NOTE,
    what="A reference has neither an `edition` nor a `url`.",
    why="The DICOM Standard has several editions a year, and details differ. A title alone cannot be looked up.",
    instead="Add the edition that the statement was written by, or an address.",
    clause="PS3.2 N.3.6",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such reference."""
    for key, reference in capability.document.references.items():
        if not reference.edition and not reference.url:
            message = f"the reference {quoted(key)} has neither an edition nor an address"
            yield KIND.at(("document", "references", key), message, hint="add `edition` or `url`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
