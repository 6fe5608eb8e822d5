"""Reporters: forms in which findings are written out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.base.finding import Finding, Severity


class Report(Struct, frozen=True, kw_only=True):
    """The findings of one run, in reading order, with the files that were checked."""

    tool: str
    version: str
    files: tuple[str, ...]
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Reporter(Struct, frozen=True):
    """A named form. `write` takes the report and whether colours are wanted, and gives the whole text."""

    name: str
    write: Callable[[Report, bool], str]
