"""The report as SARIF 2.1.0 (OASIS), for code scanning of GitHub and for editors."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from dcsgen.base.finding import Finding, Kind, Place
from dcsgen.base.json_text import json_text
from dcsgen.base.repair import Edit, Fix
from dcsgen.plugin.reporter import Looked, Report, Reporter

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

FINGERPRINT = "dcsgen/v1"
"""Name of our fingerprints; another way of making them gets another name."""

_LINK = re.compile(r"\]\(")


def write(report: Report, colour: bool) -> str:
    """The report as a log with one run; colours have no place in it.

    All kinds that were looked for are its rules. Accepted findings are suppressed results, with the reason.
    """
    indices = {one.kind.code: index for index, one in enumerate(report.looked)}
    run = {
        "tool": {
            "driver": {"name": report.tool, "version": report.version, "rules": [_rule(one) for one in report.looked]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, indices.get(finding.code)) for finding in report.findings],
    }
    return json_text({"$schema": SCHEMA, "version": VERSION, "runs": [run]})


def _rule(looked: Looked) -> dict[str, Any]:
    kind = looked.kind
    properties = {"clause": kind.clause, "provider": looked.provider}
    return {
        "id": kind.code,
        "name": kind.slug,
        "shortDescription": {"text": _literal(kind.slug.replace("-", " "))},
        "fullDescription": {"text": _literal(kind.what)},
        "help": {"text": _literal(f"{kind.why} {kind.instead}"), "markdown": _page(kind)},
        "defaultConfiguration": {"level": kind.severity.value},
        "properties": {name: value for name, value in properties.items() if value},
    }


def _page(kind: Kind) -> str:
    page = f"**What.** {kind.what}\n\n**Why it matters.** {kind.why}\n\n**Instead.** {kind.instead}"
    return f"{page}\n\n**Clause.** {kind.clause}" if kind.clause else page


def _result(finding: Finding, index: int | None) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": _literal(text)},
    }
    if index is not None:
        result["ruleIndex"] = index
    if location := _location(finding):
        result["locations"] = [location]
    if finding.related:
        result["relatedLocations"] = [
            {"physicalLocation": _physical(place)} for place in dict.fromkeys(finding.related)
        ]
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    # Some readers take a result without the key as suppressed as soon as another one has it.
    # A suppression without a status counts as accepted.
    result["suppressions"] = [{"kind": "external", "justification": finding.accepted}] if finding.accepted else []
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix)]
    if finding.provider:
        result["properties"] = {"provider": finding.provider}
    return result


def _fix(fix: Fix) -> dict[str, Any]:
    files: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        files.setdefault(edit.start.file, []).append(edit)
    changes = [
        {"artifactLocation": {"uri": _uri(file)}, "replacements": [_replacement(edit) for edit in edits]}
        for file, edits in files.items()
    ]
    return {"description": {"text": _literal(fix.title)}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {
        "startLine": edit.start.line,
        "startColumn": edit.start.column,
        "endLine": edit.end_line,
        "endColumn": edit.end_column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.place:
        location["physicalLocation"] = _physical(finding.place, finding.excerpt)
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    return location


def _physical(place: Place, excerpt: str = "") -> dict[str, Any]:
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": _uri(place.file)},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    if excerpt:
        physical["contextRegion"] = {"startLine": place.line, "snippet": {"text": excerpt}}
    return physical


def _uri(file: str) -> str:
    """A relative reference for a relative path, as readers resolve it against the top of the project."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _literal(text: str) -> str:
    """Text in which nothing is taken for a placeholder (SARIF 3.11.5) or a link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"([\\\[\]])", r"\\\1", text) if _LINK.search(text) else text


REPORTER = Reporter(name="sarif", write=write)
