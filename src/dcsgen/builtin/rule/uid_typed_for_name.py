"""The rule S131: SOP Classes and Transfer Syntaxes are not written as UIDs."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._written_names import ELEMENT, WHAT, other_names
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity, Written

KIND = Kind(
    code="S131",
    slug="uid-typed-for-name",
    severity=Severity.NOTE,
    what="A SOP Class or Transfer Syntax is written as a UID, although it has a keyword or a key of its own.",
    why=(
        "The UIDs of different things differ in one digit. Nobody sees in a review that 1.2.840.10008.5.1.4.1.2.2.2 "
        "is a C-MOVE and 1.2.840.10008.5.1.4.1.2.2.3 a C-GET."
    ),
    instead="Write the keyword; the document prints name and UID. `dcsgen check --fix` does.",
    clause="PS3.6 Annex A",
)


def find_written(description: Written) -> Iterator[Problem]:
    """A problem for each UID in the place of a name."""
    for name in other_names(description):
        if name.by_number and name.of != ELEMENT:
            message = f"this {WHAT[name.of]} is written as a UID; its name is {quoted(name.keyword)}"
            yield KIND.at(name.path, message, hint=f"write {quoted(name.keyword)}", repair=name.repair)


RULE = LintRule(kind=KIND, find_written=find_written, profile=Profile.STRICT)
