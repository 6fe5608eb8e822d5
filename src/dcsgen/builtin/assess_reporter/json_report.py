"""The report about an assessment for programs: JSON in the form of `schemas/assessment.schema.json`."""

from __future__ import annotations

from msgspec import structs, to_builtins

from dcsgen.base.json_text import json_text
from dcsgen.plugin import Assessment, AssessReporter

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


def write(assessment: Assessment, colour: bool) -> str:
    """The assessment as one JSON object, with the lines that are shown; colours have no place in it."""
    plain = to_builtins(structs.replace(assessment, lines=assessment.shown))
    return json_text({"schema": SCHEMA_VERSION, **plain})


REPORTER = AssessReporter(name="json", write=write)
