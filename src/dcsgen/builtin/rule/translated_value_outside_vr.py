"""The rule S441: values that are translated for a peer can be received."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard import elements
from dcsgen.base.standard.value_representations import problem_with
from dcsgen.base.text import quoted
from dcsgen.base.words import Direction
from dcsgen.builtin.rule._ae_mappings import Varied, variants, varied
from dcsgen.model import Capability, Target
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S441",
    slug="translated-value-outside-vr",
    severity=Severity.ERROR,
    what=(
        "An AE-specific mapping translates a received value that the Value Representation of the Attribute cannot hold."
    ),
    why="The peer can never send it, so that the line has no effect; perhaps received and local value were swapped.",
    instead="Write the value that is received first, as it stands in the Data Set, then what it becomes.",
    clause="PS3.5 6.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such value of an import."""
    for one in varied(capability):
        if not any(row.mapping.direction is Direction.IMPORT for row in one.rows):
            continue
        for ae_title, target, path in variants(one):
            vr = _vr(one, target)
            for received in target.values:
                problem = problem_with(vr, received)
                if problem:
                    message = (
                        f"{quoted(ae_title)} cannot send {quoted(received)} for {one.label}: with VR {vr}, it {problem}"
                    )
                    yield KIND.at(
                        (*path, "values", received), message, hint="the received value stands before the colon"
                    )


def _vr(one: Varied, target: Target) -> str:
    element = elements.by_keyword(target.source.rpartition(".")[2]) if target.source else None
    if element is not None:
        return element.vr
    # A source that is not known, perhaps a private Attribute: nothing can be said about its values.
    return "" if target.source else one.rows[0].attribute.vr


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
