"""The rule S618: an abbreviation that is explained is used."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import elsewhere, unmentioned
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S618",
    slug="unused-abbreviation",
    severity=Severity.NOTE,
    what=(
        "No text of the description has an abbreviation that `document.abbreviations` explains, and no text that "
        "dcsgen adds in the document."
    ),
    why="Lists that are carried over from document to document grow until nobody reads them.",
    instead="Take the abbreviation out.",
    clause="PS3.2 N.3.5",
)

ABBREVIATIONS = ("document", "abbreviations")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each abbreviation that is in no text outside the list itself, not even as a plural."""
    for key in unmentioned(capability.document.abbreviations, elsewhere(capability, *ABBREVIATIONS), _singular):
        yield KIND.at((*ABBREVIATIONS, key), f"no text has the abbreviation {quoted(key)}", hint="take it out")


def _singular(word: str) -> str:
    return word.removesuffix("s") if word[:-1].isupper() else word


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
