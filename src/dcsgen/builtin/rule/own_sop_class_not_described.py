"""The rule S237: a SOP Class that is not of the standard is described."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S237",
    slug="own-sop-class-not-described",
    severity=Severity.WARNING,
    what="A Standard Extended, Specialized or Private SOP Class has no `description`.",
    why=(
        "PS3.2 wants the statement to tell which Attributes were added, how the values are restricted, or what a "
        "private service is. Otherwise nobody but the vendor can use it."
    ),
    instead="Add `description`: what is added or restricted, where it stands, and what a receiver may do with it.",
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class."""
    for key, sop_class in capability.sop_classes.items():
        if not sop_class.description.strip():
            kind = sop_class.kind.value.replace("_", " ")
            message = f"the {kind} SOP Class {quoted(key)} has no description"
            yield KIND.at(("sop_classes", key), message, hint="add `description`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
