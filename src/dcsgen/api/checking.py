"""Checks descriptions: schema, references and rules, judged by what a project wants and has accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, structs

from dcsgen.api.accepting import read_accepted, started
from dcsgen.api.configuring import place_of_accepted
from dcsgen.api.explaining import kinds
from dcsgen.api.one_file import Checked
from dcsgen.api.own_kinds import OF_LOADING, OWN
from dcsgen.api.parallel import check_each, workers_for
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, in_reading_order
from dcsgen.base.fingerprint import with_fingerprints
from dcsgen.base.output import write_atomically
from dcsgen.check.accepted import Read, accept
from dcsgen.check.configuration import DEFAULT, Configuration
from dcsgen.check.run import Offered
from dcsgen.check.select import chosen, severities, weighed
from dcsgen.host import Host
from dcsgen.plugin.reporter import Looked, Report
from dcsgen.version import __version__

Progress = Callable[[str, int, int], None]
"""Told the name of a step that begins, how many are done and how many there are."""


class CheckResult(Struct, frozen=True):
    """The report, what was read for it, and whether a file could not be read at all."""

    report: Report
    reads: tuple[Read, ...]
    unreadable: bool


def check(
    files: Sequence[Path],
    *,
    host: Host,
    configuration: Configuration = DEFAULT,
    today: date | None = None,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> CheckResult:
    """Findings about descriptions. A file that cannot be read becomes a finding, and the others are still checked.

    `configuration` says which rules run, how much findings weigh and which are accepted; accepted findings expire
    only if `today` is given. `jobs` is the number of processes, None for as many as pay off: then a program must
    be importable, with `if __name__ == "__main__":` around what it does. The report is the same whatever `jobs` is.

    Raises `UsageError` for an unknown rule in the configuration, `DcsgenError` if a process dies.
    """
    rules = rules_for(host, configuration)
    checked = check_with(files, host, rules, jobs, progress)
    return judged(checked, rules, host=host, configuration=configuration, today=today)


def check_with(
    files: Sequence[Path], host: Host, rules: Sequence[Offered], jobs: int | None, progress: Progress | None
) -> list[Checked]:
    """What is found in each file, before anybody judges it."""
    done = 0

    def tell(file: Path | None) -> None:
        nonlocal done
        done += file is not None
        if progress is not None:
            progress("checking", done, len(files))

    tell(None)
    return check_each(files, host, rules, workers_for(files, jobs), tell)


def rules_for(host: Host, configuration: Configuration) -> tuple[Offered, ...]:
    """The rules of a host that run; raises `UsageError` for any word of the configuration that means none."""
    severities(kinds(host).values(), configuration.choice)
    return chosen([Offered(*pair) for pair in host.lint_rules], configuration.choice, OWN)


def judged(
    checked: Sequence[Checked],
    rules: Sequence[Offered],
    *,
    host: Host,
    configuration: Configuration = DEFAULT,
    today: date | None = None,
) -> CheckResult:
    """The result of a run: all findings and those about plug-ins, weighed, named and partly accepted."""
    known = kinds(host)
    found = _once([*host.findings, *(finding for one in checked for finding in one.findings)])
    weights = severities(known.values(), configuration.choice)
    reads = tuple(one.read for one in checked)
    report = Report(
        tool="dcsgen",
        version=__version__,
        files=tuple(read.file for read in reads),
        findings=with_fingerprints(in_reading_order(weighed(found, weights))),
        looked=_looked(reads, rules),
        fail_on=configuration.fail_on,
    )
    result = CheckResult(report, reads, any(one.unreadable for one in checked))
    if configuration.accepted is not None:
        result = _with_accepted(result, configuration.accepted, host, configuration, today)
    return structs.replace(result, report=_with_all_kinds(result.report, host))


def start_accepted(
    files: Sequence[Path],
    *,
    host: Host,
    owner: str,
    today: date,
    configuration: Configuration = DEFAULT,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> CheckResult:
    """Check, and start a list that accepts what was found for a while; gives the result with it accepted.

    The list is the one that the configuration names, otherwise `dcsgen-accepted.yaml` beside the configuration, or in
    the folder that the files have in common. Errors that keep a description from being read are not accepted.
    Raises what `check` raises, `UsageError` if there is such a file already, `OutputError` if it cannot be written.
    """
    list_file = place_of_accepted(files, configuration)
    if list_file.exists():
        raise UsageError(f"{list_file} is there already, and a list is only started; add entries to it by hand")
    without = structs.replace(configuration, accepted=None)
    result = check(files, host=host, configuration=without, today=today, jobs=jobs, progress=progress)
    text = started(result.report.findings, kinds(host), list_file, owner, today)
    write_atomically(list_file, text.encode())
    accepted = _with_accepted(result, list_file, host, configuration, today)
    return structs.replace(accepted, report=_with_all_kinds(accepted.report, host))


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """The findings without repetition: what an alias shows in several places stands, and is said, in one."""
    said: dict[object, Finding] = {}
    for finding in findings:
        said.setdefault((finding.code, finding.place or finding.path, finding.message), finding)
    return said.values()


def _with_accepted(
    result: CheckResult, file: Path, host: Host, configuration: Configuration, today: date | None
) -> CheckResult:
    known = kinds(host)
    listed = read_accepted(file, known, result.reads)
    before = result.report.findings
    after = accept(before, listed.entries, result.reads, today)
    added = weighed([*listed.findings, *after[len(before) :]], severities(known.values(), configuration.choice))
    findings = [*after[: len(before)], *with_fingerprints(in_reading_order(added))]
    report = structs.replace(result.report, findings=tuple(in_reading_order(findings)))
    return structs.replace(result, report=report)


def _looked(reads: Sequence[Read], rules: Sequence[Offered]) -> tuple[Looked, ...]:
    """What was looked for in at least one file."""
    offered = [Looked(kind=kind) for kind in OF_LOADING]
    offered += [Looked(kind=rule.kind, provider=provider) for provider, rule in rules]
    everywhere = [
        structs.replace(one, everywhere=all(one.kind.code in read.codes for read in reads)) for one in offered
    ]
    return tuple(one for one in everywhere if any(one.kind.code in read.codes for read in reads))


def _with_all_kinds(report: Report, host: Host) -> Report:
    """The report with the kinds of all its findings among those that were looked for, by code."""
    known = kinds(host)
    looked = {one.kind.code: one for one in report.looked}
    for finding in report.findings:
        looked.setdefault(finding.code, Looked(kind=known[finding.code], everywhere=False))
    return structs.replace(report, looked=tuple(looked[code] for code in sorted(looked)))
