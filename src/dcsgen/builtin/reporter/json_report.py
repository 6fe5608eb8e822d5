"""The report for programs: JSON in the form of `schemas/findings.schema.json`."""

from __future__ import annotations

from dcsgen.base.finding import Severity
from dcsgen.base.json_text import json_text
from dcsgen.plugin.reporter import Report, Reporter

SCHEMA_VERSION = 1
"""Grows when a reader of the old form could misread the new one; new keys alone do not change it."""


def write(report: Report, colour: bool) -> str:
    """The report as one JSON object; colours have no place in it."""
    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "tool": report.tool,
            "version": report.version,
            "files": report.files,
            "counts": {
                **{severity.value: report.count(severity) for severity in Severity},
                "accepted": report.accepted,
            },
            "findings": report.findings,
        }
    )


REPORTER = Reporter(name="json", write=write)
