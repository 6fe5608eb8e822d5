"""The rule S434: what stands in an ignored Sequence is ignored."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.base.words import Use
from dcsgen.builtin.rule._mappings import ignored_above, rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S434",
    slug="attribute-below-ignored-sequence",
    severity=Severity.ERROR,
    what="An Attribute of a Sequence is `mandatory` or `optional`, but the Sequence is `ignored`.",
    why="Nothing of a Sequence that is not read can be used, so that one of the two rows is wrong.",
    instead="Call the Sequence `optional` or `mandatory`, or ignore the Attribute too.",
    clause="PS3.5 7.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute."""
    for row in rows(capability):
        above = "" if row.attribute.use is Use.IGNORED else ignored_above(row)
        if above:
            message = f"{row.label} is {row.attribute.use}, but stands in {quoted(above)}, which is ignored"
            related = (*row.path[:-1], above)
            yield KIND.at(row.path, message, hint="call the Sequence `optional` or `mandatory`", related=(related,))


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
