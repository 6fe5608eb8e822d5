"""The JSON Schema of requirement profiles: their frame, and a fragment from each kind of requirement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dcsgen.base.requirement import Importance
from dcsgen.plugin.requirement import RequirementKind

REQUIREMENTS = "requirements"
"""The name of the published schema."""

_TEXT = {"type": "string", "minLength": 1}

_ABOUT: dict[str, Any] = {
    "title": {
        **_TEXT,
        "description": "What is needed, in a few words; without it, dcsgen says it.",
        "examples": ["Import of RT Plans"],
    },
    "purpose": {
        **_TEXT,
        "description": "What it is needed for, in a sentence.",
        "examples": ["Plans of the planning system reach the treatment system."],
    },
    "importance": {
        "description": "Whether a product has to meet it (`mandatory`), should (`desired`, which counts one point), or "
        "gets the points of `weight` for it (`weighted`).",
        "enum": [each.value for each in Importance],
        "examples": ["mandatory"],
    },
    "weight": {
        "description": "Points of a weighted requirement.",
        "type": "number",
        "exclusiveMinimum": 0,
        "examples": [3],
    },
    "clause": {**_TEXT, "description": "Clause of a standard that it comes from.", "examples": ["PS3.4 B.2"]},
    "reference": {
        **_TEXT,
        "description": "Another document that it comes from.",
        "examples": ["Specification of the tender, 4.2"],
    },
    "unverified": {
        "description": "Whether it follows from facts that were not seen in the document that they are from. Reports "
        "say so.",
        "type": "boolean",
        "examples": [True],
    },
}


def requirement_schema(kinds: Sequence[RequirementKind]) -> dict[str, Any]:
    """The schema of profiles in which these kinds may be asked for."""
    needs: dict[str, Any] = {
        kind.name: {"$ref": f"#/$defs/kind-{kind.name}", "description": kind.what, "examples": [kind.example]}
        for kind in kinds
    }
    example = [{kind.name: kind.example} for kind in kinds[:1]]
    for key, what in (("all_of", "Needs that have to be met together."), ("any_of", "Needs of which one is enough.")):
        needs[key] = {
            "description": what,
            "type": "array",
            "items": {"$ref": "#/$defs/need"},
            "minItems": 1,
            "examples": [example],
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Requirement profile",
        "description": "What `dcsgen assess` reads: what a site needs of a product, how much that matters, and why.",
        "type": "object",
        "required": ["profile", "requirements"],
        "properties": {
            "profile": {**_TEXT, "description": "Name of the profile.", "examples": ["Image archive, tender 2031-7"]},
            "purpose": {**_TEXT, "description": "What it is for.", "examples": ["Archive for two hospitals."]},
            "version": {**_TEXT, "description": "Its version.", "examples": ["1.2"]},
            "sources": {
                "description": "Documents that it comes from.",
                "type": "array",
                "items": _TEXT,
                "examples": [["IHE Radiology Technical Framework, Rev. 17.0"]],
            },
            "remarks": {
                "description": "What readers of a report must know about it.",
                "type": "array",
                "items": _TEXT,
                "examples": [["HL7 is not part of it."]],
            },
            "sets": {
                "description": "Lists of names that requirements refer to as `$name`.",
                "type": "object",
                "additionalProperties": {"type": "array", "items": _TEXT, "minItems": 1},
                "examples": [{"uncompressed": ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian"]}],
            },
            "requirements": {
                "description": "The requirements by names or numbers of the author's, in the order of the report.",
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"minLength": 1},
                "additionalProperties": {"$ref": "#/$defs/requirement"},
                "examples": [
                    {"plans": {"purpose": "Plans arrive.", "importance": "mandatory", kind.name: kind.example}}
                    for kind in kinds[:1]
                ],
            },
        },
        "additionalProperties": False,
        "$defs": {
            "requirement": {
                "description": "A requirement: what it is for, how much it matters, and one key for what is needed.",
                "type": "object",
                "required": ["purpose", "importance"],
                "properties": {**_ABOUT, **needs},
                "additionalProperties": False,
            },
            "need": {
                "description": "A member of a group: one key for what is needed.",
                "type": "object",
                "properties": needs,
                "additionalProperties": False,
            },
            **{f"kind-{kind.name}": {"description": kind.what, **kind.schema} for kind in kinds},
        },
    }
