"""How complete the Conformance Statement of a product has to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.builtin.requirement._grounds import met, not_met, not_stated
from dcsgen.plugin import Candidate, RequirementKind

LAYOUT = ("document", "layout")


def words(wanted: Mapping[str, Any]) -> str:
    """The completeness that is wanted, and of which layout."""
    parts = [f"{wanted['complete']} % of the sections complete"] if "complete" in wanted else []
    parts += [f"at most {wanted['missing']} missing"] if "missing" in wanted else []
    parts += ["published in this layout"] if wanted.get("published") else []
    return f"statement for {wanted['layout']}: {', '.join(parts)}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """How many sections of the layout the description fills."""
    layout = wanted["layout"]
    if wanted.get("published"):
        yield _published(layout, candidate)
    if not {"complete", "missing"} & set(wanted):
        return
    grading = candidate.grade(layout)
    if grading is None:
        yield not_stated(f"How complete the statement is for {layout} cannot be told.")
        return
    told = (
        f"Of the {grading.total} sections of {layout} that apply, {grading.complete} are complete, {grading.partial} "
        f"partial and {grading.missing} missing."
    )
    # Compared as whole numbers, so that 2 of 3 is not 66.7 %.
    enough = 100 * grading.complete >= wanted.get("complete", 0) * grading.total
    few = grading.missing <= wanted.get("missing", grading.missing)
    yield met(told, ("document",)) if enough and few else not_met(told, ("document",))


def _published(layout: str, candidate: Candidate) -> Ground:
    # A description that names no layout is published in the usual one.
    own = candidate.capability.document.layout
    told = f"The statement is published as {own}."
    return met(told, LAYOUT) if own == layout else not_met(told, LAYOUT)


KIND = RequirementKind(
    name="statement",
    title="Quality of the statement",
    what="How many sections of a layout the Conformance Statement fills, and whether it is published in that layout.",
    schema={
        "type": "object",
        "required": ["layout"],
        "minProperties": 2,
        "properties": {
            "layout": {
                "description": "Layout of dcsgen or of a plug-in.",
                "type": "string",
                "minLength": 1,
                "x-layout": True,
                "examples": ["ps3.2-annex-n"],
            },
            "complete": {
                "description": "Per cent of the sections that apply which have to be complete.",
                "type": "integer",
                "minimum": 1,
                "maximum": 100,
                "examples": [90],
            },
            "missing": {
                "description": "Sections that may be missing at most.",
                "type": "integer",
                "minimum": 0,
                "examples": [0],
            },
            "published": {
                "description": "Whether the statement has to be published in this layout.",
                "const": True,
                "examples": [True],
            },
        },
        "additionalProperties": False,
    },
    example={"layout": "ps3.2-annex-n", "complete": 90},
    words=words,
    judge=judge,
)
