"""Judges what was found in files: each by its own configuration and list of accepted findings, in one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, structs

from dcsgen.api.accepting import read_accepted
from dcsgen.api.explaining import change_kinds, kinds
from dcsgen.api.one_file import Checked
from dcsgen.api.own_kinds import OF_LOADING, OWN
from dcsgen.base.finding import Finding, Severity, in_reading_order
from dcsgen.base.fingerprint import distinct, with_fingerprints
from dcsgen.check.accepted import Read, accept
from dcsgen.check.configuration import Configuration
from dcsgen.check.run import Offered
from dcsgen.check.select import chosen, severities, weighed
from dcsgen.host import Host
from dcsgen.plugin.reporter import Looked, Report
from dcsgen.version import __version__

Asked = Configuration | Mapping[Path, Configuration]
"""What is asked of descriptions: the same of all, or something of each."""


class CheckResult(Struct, frozen=True):
    """The report, what was read for it, and whether a file could not be read at all."""

    report: Report
    reads: tuple[Read, ...]
    unreadable: bool


class Work(NamedTuple):
    """A description with what is asked of it: the rules that run, and other severities by code."""

    file: Path
    configuration: Configuration
    rules: tuple[Offered, ...]
    weights: dict[str, Severity]


class _Weighed(NamedTuple):
    """A finding with the severity from which it would make a run fail."""

    finding: Finding
    fail_on: Severity


def works_of(files: Sequence[Path], asked: Asked, host: Host) -> list[Work]:
    """The work for each file; raises `UsageError` for any word of a configuration that means no rule of the host."""
    known = kinds(host).values()
    offered = [Offered(*pair) for pair in host.lint_rules]
    made: list[Work] = []
    for file in files:
        configuration = asked[file] if isinstance(asked, Mapping) else asked
        like = next((work for work in made if work.configuration.choice == configuration.choice), None)
        weights = like.weights if like else severities(known, configuration.choice)
        rules = like.rules if like else chosen(offered, configuration.choice, OWN)
        made.append(Work(file, configuration, rules, weights))
    return made


def judged(checked: Sequence[Checked], works: Sequence[Work], *, host: Host, today: date | None = None) -> CheckResult:
    """The result of a run: all findings and those about plug-ins, weighed, named and partly accepted.

    Files that share a list of accepted findings are judged together, so that an entry counts as used if any of them
    needs it. What several files share is found once, as the strictest of them sees it.
    """
    lists: dict[Path | None, list[tuple[Checked, Work]]] = {}
    for one, work in zip(checked, works, strict=True):
        file = work.configuration.accepted
        lists.setdefault(file.resolve() if file else None, []).append((one, work))
    found = [each for members in lists.values() for each in _of_list(members, host, today)]
    if len(lists) > 1:
        found = _once(found)
    bars = {_identity(each.finding): each.fail_on for each in found}
    findings = distinct(in_reading_order(each.finding for each in found))
    fail_on = _strictest(work for work in works)
    reads = tuple(one.read for one in checked)
    report = Report(
        tool="dcsgen",
        version=__version__,
        files=tuple(read.file for read in reads),
        findings=findings,
        looked=_looked(reads, works, findings, host),
        fail_on=fail_on,
        fail_on_of={one.fingerprint: bar for one in findings if (bar := bars[_identity(one)]) is not fail_on},
    )
    return CheckResult(report, reads, any(one.unreadable for one in checked))


def _of_list(members: Sequence[tuple[Checked, Work]], host: Host, today: date | None) -> list[_Weighed]:
    """The findings of files that have the same list of accepted findings, or none."""
    found: list[_Weighed] = []
    for one, work in members:
        fail_on = work.configuration.fail_on
        found += [_Weighed(each, fail_on) for each in weighed([*host.findings, *one.findings], work.weights)]
    found = _once(found)
    bars = {_identity(each.finding): each.fail_on for each in found}
    findings = with_fingerprints(in_reading_order(each.finding for each in found))
    works = [work for _, work in members]
    file = works[0].configuration.accepted
    if file is not None:
        reads = [one.read for one, _ in members]
        listed = read_accepted(file, kinds(host), reads, lambda: change_kinds(host))
        after = accept(findings, listed.entries, reads, today)
        added = weighed([*listed.findings, *after[len(findings) :]], works[0].weights)
        findings = (*after[: len(findings)], *with_fingerprints(in_reading_order(added)))
    return [_Weighed(each, bars.get(_identity(each), _strictest(works))) for each in findings]


def _once(found: Iterable[_Weighed]) -> list[_Weighed]:
    """The findings without repetition: what an alias shows in several places stands, and is said, in one."""
    said: dict[object, _Weighed] = {}
    for each in found:
        before = said.setdefault(_identity(each.finding), each)
        if _leniency(each) < _leniency(before):
            said[_identity(each.finding)] = each
    return list(said.values())


def _identity(finding: Finding) -> object:
    return finding.code, finding.place or finding.path, finding.message


def _leniency(each: _Weighed) -> tuple[bool, int, int]:
    rank = each.finding.severity.rank
    return bool(each.finding.accepted), max(0, rank - each.fail_on.rank), rank


def _strictest(works: Iterable[Work]) -> Severity:
    return max(
        (work.configuration.fail_on for work in works), key=lambda severity: severity.rank, default=Severity.ERROR
    )


def _looked(
    reads: Sequence[Read], works: Sequence[Work], findings: Iterable[Finding], host: Host
) -> tuple[Looked, ...]:
    """What was looked for in at least one file, and the kinds of all findings, by code."""
    offered = {kind.code: Looked(kind=kind) for kind in OF_LOADING}
    for rules in {id(work.rules): work.rules for work in works}.values():
        offered |= {rule.kind.code: Looked(kind=rule.kind, provider=provider) for provider, rule in rules}
    looked = {}
    for code, one in offered.items():
        having = sum(code in read.codes for read in reads)
        if having:
            looked[code] = structs.replace(one, everywhere=having == len(reads))
    known = kinds(host)
    for finding in findings:
        looked.setdefault(finding.code, Looked(kind=known[finding.code], everywhere=False))
    return tuple(looked[code] for code in sorted(looked))
