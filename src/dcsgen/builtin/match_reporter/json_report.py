"""The report about a match for programs: JSON in the form of `schemas/match.schema.json`."""

from __future__ import annotations

from dcsgen.base.interaction import Outcome
from dcsgen.base.json_text import json_text
from dcsgen.plugin import Match, MatchReporter

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


def write(match: Match, colour: bool) -> str:
    """The match as one JSON object; colours have no place in it."""
    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "tool": match.tool,
            "version": match.version,
            "a": match.a,
            "b": match.b,
            **({"site": match.site} if match.site else {}),
            "counts": {outcome.value: match.count(outcome) for outcome in Outcome},
            "fail_on": match.fail_on.value,
            "fails": match.fails,
            "workflows": match.workflows,
            "interactions": match.interactions,
            "unmet": match.unmet,
            "trouble": match.trouble,
        }
    )


REPORTER = MatchReporter(name="json", write=write)
