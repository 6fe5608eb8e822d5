"""Reporters: forms in which findings are written out."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dcsgen.base.finding import Finding, Kind, Severity


class Looked(Struct, frozen=True, kw_only=True):
    """A kind of finding that was looked for in a run.

    `provider` is the plug-in that gives the rule, empty for dcsgen itself. `everywhere` is false if it could not be
    looked for in some of the files, because they could not be read or understood, or their configuration leaves it out.
    """

    kind: Kind
    provider: str = ""
    everywhere: bool = True


class Report(Struct, frozen=True, kw_only=True):
    """The findings of one run, in reading order, with the files that were checked.

    `looked` has, by code, every kind that was looked for or found. `fail_on` is the severity from which a finding
    makes the run fail, unless it is accepted; `fail_on_of` has, by fingerprint, that of findings in files whose
    configuration says otherwise.
    """

    tool: str
    version: str
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    looked: tuple[Looked, ...] = ()
    fail_on: Severity = Severity.ERROR
    fail_on_of: dict[str, Severity] = {}

    def count(self, severity: Severity) -> int:
        """How many findings there are of a severity that nobody accepted."""
        return sum(finding.severity is severity and not finding.accepted for finding in self.findings)

    @property
    def accepted(self) -> int:
        """How many findings are accepted."""
        return sum(bool(finding.accepted) for finding in self.findings)

    def counts(self, finding: Finding) -> bool:
        """Whether a finding makes the run fail."""
        fail_on = self.fail_on_of.get(finding.fingerprint, self.fail_on)
        return not finding.accepted and finding.severity.rank <= fail_on.rank

    @property
    def fails(self) -> bool:
        """Whether any finding makes the run fail."""
        return any(map(self.counts, self.findings))

    @property
    def passed(self) -> tuple[Looked, ...]:
        """What was looked for in all files and not found, not even as an accepted finding."""
        found = {finding.code for finding in self.findings}
        return tuple(one for one in self.looked if one.everywhere and one.kind.code not in found)


class Reporter(Struct, frozen=True):
    """A named form. `write` takes the report and whether colours are wanted, and gives the whole text."""

    name: str
    write: Callable[[Report, bool], str]
