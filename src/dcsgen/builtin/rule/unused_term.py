"""The rule S619: a term that is explained is used."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._texts import elsewhere, unmentioned
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S619",
    slug="unused-term",
    severity=Severity.NOTE,
    what=(
        "No text of the description has a term that `document.terms` explains, and no text that dcsgen adds in the "
        "document."
    ),
    why=(
        "A definition makes the reader look for the term. One that never comes was renamed, or left from another "
        "document."
    ),
    instead="Use the term, or take it out.",
    clause="PS3.2 N.3.4",
)

TERMS = ("document", "terms")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each term that is in no text outside the list itself; case and plural do not count."""
    for key in unmentioned(capability.document.terms, elsewhere(capability, *TERMS), _singular):
        yield KIND.at((*TERMS, key), f"no text has the term {quoted(key)}", hint="use it, or take it out")


def _singular(word: str) -> str:
    word = word.casefold()
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
