"""The report as annotations of GitHub Actions: commands in the log of a job, shown beside the changed lines."""

from __future__ import annotations

from pathlib import PurePath

from dcsgen.base.finding import Finding, Severity
from dcsgen.base.tree import harmless
from dcsgen.plugin.reporter import Report, Reporter

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report, colour: bool) -> str:
    """One line for each finding; colours have no place in it. An accepted finding is a notice."""
    return "".join(map(_line, report.findings))


def _line(finding: Finding) -> str:
    command = "notice" if finding.accepted else _COMMANDS[finding.severity]
    properties: dict[str, str | int] = {}
    if finding.place:
        file = PurePath(finding.place.file).as_posix()
        properties |= {"file": file, "line": finding.place.line, "col": finding.place.column}
    properties["title"] = f"{finding.code} {finding.slug}"
    lines = [finding.message]
    if finding.accepted:
        properties["title"] = f"accepted {finding.severity} {finding.code} {finding.slug}"
        lines.append(f"accepted: {finding.accepted}")
    lines += [f"hint: {finding.hint}"] if finding.hint else []
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {named}::{'%0A'.join(map(_data, lines))}\n"


def _data(text: str) -> str:
    # After `harmless`, no line end is left that could begin another command.
    return harmless(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter(name="github", write=write)
