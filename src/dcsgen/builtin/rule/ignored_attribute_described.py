"""The rule S433: what is ignored is neither checked nor stored."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed
from dcsgen.base.words import Use
from dcsgen.builtin.rule._mappings import rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S433",
    slug="ignored-attribute-described",
    severity=Severity.WARNING,
    what="A mapped Attribute is `ignored`, and yet has a field, a constraint, a conversion, a default or a status.",
    why="Whoever reads the word passes over it, whoever reads the rest relies on it; one of the two is wrong.",
    instead="Call it `optional`, or leave nothing but a `remark`.",
    clause="PS3.2 A.9.1.2",
)

SAYS_MORE = (
    "field",
    "length",
    "too_long",
    "values",
    "range",
    "constraint",
    "otherwise",
    "status",
    "conversion",
    "default",
    "overwrite",
    "needed_in",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute, with the keys that say more."""
    for row in rows(capability):
        if row.attribute.use is Use.IGNORED:
            more = [f"`{key}`" for key in SAYS_MORE if getattr(row.attribute, key)]
            if more:
                message = f"{row.label} is ignored, but has {listed(more, 'and')}"
                yield KIND.at((*row.path, "use"), message, hint="write `optional`, or leave only the remark")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
