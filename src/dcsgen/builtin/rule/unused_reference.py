"""The rule S616: a document that is listed under the references is referred to."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import elsewhere, unmentioned
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S616",
    slug="unused-reference",
    severity=Severity.NOTE,
    what=("No text of the description mentions the key of a reference, and no text that dcsgen adds in the document."),
    why="A list of references that nobody uses hides those that matter.",
    instead="Mention the document by its key where it belongs, or take it out of the list.",
    clause="PS3.2 N.3.6",
)

REFERENCES = ("document", "references")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each reference whose key is in no text outside the list itself."""
    for key in unmentioned(capability.document.references, elsewhere(capability, *REFERENCES)):
        message = f"no text refers to {quoted(key)} of the references"
        yield KIND.at((*REFERENCES, key), message, hint="mention it, or take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
