"""The report as JUnit XML, which every CI server shows: what was found fails, what was looked for in vain passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import PurePath

from dcsgen.base.finding import Finding
from dcsgen.base.tree import harmless
from dcsgen.plugin.reporter import Looked, Report, Reporter

PASSED = "looked for and not found"
"""Name of the suite with the rules that passed."""

ELSEWHERE = "not in a file"
"""Name of the suite with findings that have no place, which are about plug-ins."""


def write(report: Report, colour: bool) -> str:
    """The report as XML; colours have no place in it.

    Each finding is a test case in the suite of its file. It fails if the run fails because of it; one that is accepted,
    or weighs less than what makes a run fail, is skipped. Each rule that passed in all files is a test case as well.
    """
    suites = [
        _suite(file or ELSEWHERE, [_case(finding, report) for finding in findings])
        for file, findings in groupby(report.findings, lambda finding: finding.place.file if finding.place else "")
    ]
    if report.passed:
        suites.append(_suite(PASSED, [_passed_case(looked, report) for looked in report.passed]))
    body = "\n".join(line for suite in suites for line in suite)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{_attributes(name=report.tool)}>\n{body}\n</testsuites>\n'
    )


def _suite(name: str, cases: Iterable[list[str]]) -> Iterator[str]:
    lines = [line for case in cases for line in case]
    numbers = {
        "tests": sum(line.startswith("<testcase") for line in lines),
        "failures": sum(line.startswith("<failure") for line in lines),
        "skipped": sum(line.startswith("<skipped") for line in lines),
    }
    yield f"<testsuite{_attributes(name=name, **numbers, errors=0)}>"
    yield from lines
    yield "</testsuite>"


def _case(finding: Finding, report: Report) -> list[str]:
    name = f"{finding.code} {finding.slug}"
    name += f" at {finding.path}" if finding.path else ""
    # A server follows a case by its name, so no two may have the same, and it must not change.
    name += f" ({finding.fingerprint})" if finding.fingerprint else ""
    start = f"<testcase{_attributes(classname=report.tool, name=name)}>"
    if finding.place:
        file = PurePath(finding.place.file).as_posix()
        start = f"<testcase{_attributes(classname=file, name=name, file=file, line=finding.place.line)}>"
    text = escape(_text(finding), quote=False)
    if report.counts(finding):
        attributes = _attributes(type=finding.severity.value, message=finding.message)
        return [start, f"<failure{attributes}>{text}</failure>", "</testcase>"]
    reason = f"accepted: {finding.accepted}" if finding.accepted else f"a {finding.severity} does not fail this run"
    return [
        start,
        f"<skipped{_attributes(type=finding.severity.value, message=reason)}/>",
        f"<system-out>{text}</system-out>",
        "</testcase>",
    ]


def _passed_case(looked: Looked, report: Report) -> list[str]:
    name = f"{looked.kind.code} {looked.kind.slug}"
    return [f"<testcase{_attributes(classname=looked.provider or report.tool, name=name)}/>"]


def _text(finding: Finding) -> str:
    place = f"{finding.place}: " if finding.place else ""
    lines = [f"{place}{finding.severity} {finding.code} {finding.slug}: {finding.message}"]
    lines += [f"hint: {finding.hint}"] if finding.hint else []
    lines += [f"accepted: {finding.accepted}"] if finding.accepted else []
    lines += [f"see: {other}" for other in finding.related]
    return "\n".join(map(harmless, lines))


def _attributes(**values: str | int) -> str:
    # XML has no way at all to hold most control characters.
    return "".join(f' {name}="{_quoted(str(value))}"' for name, value in values.items())


def _quoted(value: str) -> str:
    return escape(harmless(value)).replace("\n", "&#10;")


REPORTER = Reporter(name="junit", write=write)
