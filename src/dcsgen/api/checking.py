"""Checks descriptions: schema, references, and the rules of plug-ins; reports in any form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dcsgen.api.loading import Loaded, load
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Finding, Severity, in_reading_order
from dcsgen.base.text import did_you_mean
from dcsgen.check.run import Offered, run_rules
from dcsgen.host import Host, kinds
from dcsgen.plugin.reporter import Report
from dcsgen.version import __version__


class CheckResult(Struct, frozen=True):
    """The report, and whether a file could not be read at all."""

    report: Report
    unreadable: bool


def check(files: Sequence[Path], *, host: Host) -> CheckResult:
    """Findings about descriptions. A file that cannot be read becomes a finding, and the others are still checked."""
    findings: list[Finding] = []
    unreadable = False
    for file in files:
        try:
            findings += findings_of(load(file, host), host)
        except UnreadableInputError as error:
            unreadable = True
            if error.finding is None:
                raise
            findings.append(error.finding)
    unique = list(dict.fromkeys([*host.findings, *findings]))
    return CheckResult(report(tuple(str(file) for file in files), unique), unreadable)


def report(files: tuple[str, ...], findings: Sequence[Finding]) -> Report:
    """A report on files, in reading order."""
    ordered = tuple(in_reading_order(list(findings)))
    return Report(tool="dcsgen", version=__version__, files=files, findings=ordered)


def findings_of(loaded: Loaded, host: Host) -> Iterator[Finding]:
    """What loading found and what the rules find; rules run only over a Capability without errors."""
    yield from loaded.findings
    if loaded.capability is None:
        return
    for outcome in run_rules(loaded.capability, [Offered(provider, rule) for provider, rule in host.lint_rules]):
        for problem in outcome.problems:
            yield loaded.locate(problem, outcome.provider)
        if outcome.trouble:
            kind = kinds.RULE_RAISED
            yield Finding(
                code=kind.code,
                slug=kind.slug,
                severity=kind.severity,
                message=f"the rule {outcome.rule.kind.code} failed: {outcome.trouble}",
                provider=outcome.provider,
            )


def report_as(report: Report, name: str, host: Host, colour: bool) -> str:
    """The report in the form of a reporter; raises `UsageError` if there is none of that name."""
    reporters = {reporter.name: reporter for _, reporter in host.reporters}
    if name not in reporters:
        hint = did_you_mean(name, reporters) or f"there are {', '.join(sorted(reporters))}"
        raise UsageError(f'There is no report format "{name}": {hint}')
    return reporters[name].write(report, colour)


def has_errors(findings: Sequence[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
