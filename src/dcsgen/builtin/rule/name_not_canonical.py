"""The rule S130: SOP Classes, Transfer Syntaxes and Attributes are written by their keywords."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._written_names import WHAT, other_names
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity, Written

KIND = Kind(
    code="S130",
    slug="name-not-canonical",
    severity=Severity.NOTE,
    what=(
        "A SOP Class, Transfer Syntax or Attribute is written in words other than its keyword: by its name, with "
        "spaces or hyphens, in other case."
    ),
    why=(
        "dcsgen understands them all, but whoever searches a description for CTImageStorage does not find "
        "`CT Image Storage`, and two spellings of one thing look like two things."
    ),
    instead="Write the keyword of PS3.6. `dcsgen check --fix` does.",
    clause="PS3.6 Chapter 6 and Annex A",
)


def find_written(description: Written) -> Iterator[Problem]:
    """A problem for each name that is neither the keyword nor a number."""
    for name in other_names(description):
        if not name.by_number:
            message = f"{quoted(name.written)} is not the keyword of this {WHAT[name.of]}"
            yield KIND.at(name.path, message, hint=f"write {quoted(name.keyword)}", repair=name.repair)


RULE = LintRule(kind=KIND, find_written=find_written, profile=Profile.STRICT)
