"""The rule S442: what a value is translated into fits into the field."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_mappings import Varied, variants, varied
from dcsgen.model import Capability, Target
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S442",
    slug="translated-value-too-long",
    severity=Severity.ERROR,
    what="An AE-specific mapping translates a value into one that is longer than the field that takes it.",
    why="The configuration itself then makes every such object fail, or has its value cut.",
    instead="Take a shorter value, or correct the `length` of the field.",
    clause="IEC TR 62266 Annex D",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such value; variants with another field, and converted values, are not looked at."""
    for one in varied(capability):
        for _, target, path in variants(one):
            length = _room(one, target)
            for received, value in target.values.items():
                if length is not None and len(value) > length:
                    message = (
                        f"{quoted(value)} does not fit into the field of {one.label}, which has {length} characters"
                    )
                    yield KIND.at((*path, "values", received), message, hint="take a shorter value")


def _room(one: Varied, target: Target) -> int | None:
    """The characters of the field, the longest if the Attribute stands in several Modules; None if not known."""
    lengths = [
        row.attribute.length
        for row in one.rows
        if row.attribute.length is not None
        and not row.attribute.conversion
        and target.field in ((), row.attribute.field)
    ]
    return max(lengths, default=None)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
