"""The rule S439: a variant for one peer differs from the default."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_mappings import variants, varied
from dcsgen.model import Capability, Target
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S439",
    slug="ae-variant-without-effect",
    severity=Severity.WARNING,
    what="A variant of an AE-specific mapping says nothing, or only what the default says.",
    why="The table then has a row for a peer that is treated like all others, and the reader looks for the difference.",
    instead="Take the variant out, or write down what is different for this peer.",
    clause="IEC TR 62266 Annex D",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such variant; a remark may hold the difference in words."""
    for one in varied(capability):
        for ae_title, target, path in variants(one):
            if not target.remark and _adds_nothing(target, one.attribute.default):
                message = f"the variant of {one.label} for {quoted(ae_title)} does not differ from the default"
                yield KIND.at(path, message, hint="take it out, or say what is different")


def _adds_nothing(target: Target, default: Target) -> bool:
    return (
        target.field in ((), default.field)
        and target.source in ("", default.source)
        and (not target.values or target.values == default.values)
    )


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
