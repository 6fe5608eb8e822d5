"""The report in the form of GitLab's Code Quality, for the widget of a merge request."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.json_text import json_text
from dcsgen.plugin.reporter import Report, Reporter

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report, colour: bool) -> str:
    """A list of issues; colours have no place in it.

    An accepted finding weighs no more than a note and says so. GitLab shows nothing without a place, so what has
    none is put at the start of the first file.
    """
    first = Place(report.files[0] if report.files else report.tool, 1, 1)
    return json_text([_issue(finding, finding.place or first) for finding in report.findings])


def _issue(finding: Finding, place: Place) -> dict[str, Any]:
    accepted = f" (accepted {finding.severity}: {finding.accepted})" if finding.accepted else ""
    issue: dict[str, Any] = {
        "type": "issue",
        "check_name": f"{finding.code} {finding.slug}",
        "description": f"{finding.code}: {finding.message}{accepted}",
        "severity": "info" if finding.accepted else _SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": PurePath(place.file).as_posix(),
            "lines": {"begin": place.line},
            "positions": {"begin": {"line": place.line, "column": place.column}},
        },
    }
    if finding.hint:
        issue["content"] = {"body": finding.hint}
    return issue


REPORTER = Reporter(name="gitlab", write=write)
