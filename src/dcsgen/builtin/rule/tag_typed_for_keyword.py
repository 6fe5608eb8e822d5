"""The rule S132: Attributes of the standard are not written as Tags."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._written_names import ELEMENT, other_names
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity, Written

KIND = Kind(
    code="S132",
    slug="tag-typed-for-keyword",
    severity=Severity.NOTE,
    what="An Attribute, such as a related field of a status, is written as a Tag, although it has a keyword.",
    why="Tags are for machines; a wrong digit is another Attribute, and nobody sees it.",
    instead="Write the keyword; the document prints name and Tag. `dcsgen check --fix` does.",
    clause="PS3.6 Chapter 6, PS3.7 Annex E",
)


def find_written(description: Written) -> Iterator[Problem]:
    """A problem for each Tag in the place of a keyword."""
    for name in other_names(description):
        if name.by_number and name.of == ELEMENT:
            message = f"{quoted(name.written)} is the Tag of {name.keyword}"
            yield KIND.at(name.path, message, hint=f"write {quoted(name.keyword)}", repair=name.repair)


RULE = LintRule(kind=KIND, find_written=find_written, profile=Profile.STRICT)
