"""The report about a match for programs: JSON in the form of `schemas/match.schema.json`."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.interaction import Interaction, Outcome, Unmet, Workflow
from dcsgen.base.json_text import json_text
from dcsgen.plugin import Explained, Match, MatchReporter
from dcsgen.plugin.match_reporter import Product

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


class Written(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is written: the match, with the version of its form, and how many interactions have which outcome.

    Places go by the path into the description and, if it was read from a file, by file, line and column. `workflows`
    refer to `interactions` and `unmet` by their indices. `fails` says whether anything is as bad as `fail_on`.
    """

    schema: int
    tool: str
    version: str
    a: Product
    b: Product
    site: str = ""
    at_site: tuple[str, ...] = ()
    counts: dict[Outcome, int]
    fail_on: Outcome
    fails: bool
    workflows: tuple[Workflow, ...]
    interactions: tuple[Interaction, ...]
    unmet: tuple[Unmet, ...]
    rules: tuple[Explained, ...]
    trouble: tuple[str, ...]


def write(match: Match, colour: bool) -> str:
    """The match as one JSON object; colours have no place in it."""
    return json_text(
        Written(
            schema=SCHEMA_VERSION,
            tool=match.tool,
            version=match.version,
            a=match.a,
            b=match.b,
            site=match.site,
            at_site=match.at_site,
            counts={outcome: match.count(outcome) for outcome in Outcome},
            fail_on=match.fail_on,
            fails=match.fails,
            workflows=match.workflows,
            interactions=match.interactions,
            unmet=match.unmet,
            rules=match.rules,
            trouble=match.trouble,
        )
    )


REPORTER = MatchReporter(name="json", write=write)
