"""The rule S563: the default character set is supported."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import character_sets
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._character_sets import values_of
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S563",
    slug="default-character-set-not-supported",
    severity=Severity.ERROR,
    what="`character_sets.default` is a term that `character_sets.supported` does not have.",
    why="What the product assumes where nothing is stated it must be able to read.",
    instead="Add the term to `supported`, or correct `default`.",
    clause="PS3.2 A.7",
)


def find(capability: Capability) -> Iterator[Problem]:
    """One problem, if a list is stated that lacks the default; a term that does not exist has a rule of its own."""
    stated = capability.character_sets
    supported = {value for each in stated.supported or () for value in (each, *values_of(each))}
    unknown = not all(character_sets.is_defined(value) for value in values_of(stated.default))
    if stated.default and stated.supported is not None and not unknown and stated.default not in supported:
        message = f"{quoted(stated.default)} is the default, but not supported"
        related = (("character_sets", "supported"),)
        yield KIND.at(("character_sets", "default"), message, hint="add it to `supported`", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
