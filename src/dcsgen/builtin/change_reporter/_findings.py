"""Differences as findings, for the forms that `dcsgen check` has too: what breaks is an error, the risky a warning."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.change import Change, Verdict
from dcsgen.base.finding import Finding, Severity, dotted, in_reading_order
from dcsgen.base.fingerprint import distinct
from dcsgen.base.place import Place
from dcsgen.builtin.change_reporter._effects import said, spared
from dcsgen.plugin import Difference, Judged
from dcsgen.plugin.change_rule import SEVERITIES
from dcsgen.plugin.reporter import Report


def report_of(difference: Difference) -> Report:
    """A report with a finding for everything that a rule says, about changes and about what follows from them.

    Messages begin with the verdict. Fingerprints are those of the changes. What the policy finds comes with them.
    """
    found = [each for judged in difference.changes for each in _findings(judged, difference)]
    # Compatible and editorial weigh the same as findings, but not where a run fails from compatible on.
    light = {id(finding) for finding, verdict in found if verdict is None or verdict.rank > difference.fail_on.rank}
    ordered = in_reading_order([*(finding for finding, _ in found), *difference.findings])
    findings = distinct(ordered)
    return Report(
        tool=difference.tool,
        version=difference.version,
        files=tuple(dict.fromkeys(file for file in (difference.new, difference.old) if file)),
        findings=findings,
        looked=difference.looked,
        fail_on=SEVERITIES[difference.fail_on],
        fail_on_of={
            finding.fingerprint: Severity.WARNING
            for before, finding in zip(ordered, findings, strict=True)
            if finding.severity is Severity.NOTE and id(before) in light
        },
    )


def _findings(judged: Judged, difference: Difference) -> Iterator[tuple[Finding, Verdict | None]]:
    """Findings, each with the verdict by which it counts; None for what affects no peer of the site, and is a note."""
    change = judged.change
    harmless_here = spared(judged)
    place = _place(change, difference)
    for judgement in judged.judgements:
        serious = judgement.verdict in (Verdict.BREAKING, Verdict.RISKY)
        was = f" (it was at {change.old_place})" if change.old_place and not change.new_place else ""
        finding = Finding(
            code=judgement.code,
            slug=judgement.slug,
            severity=Severity.NOTE if harmless_here else SEVERITIES[judgement.verdict],
            message=f"{judgement.verdict}: {judgement.message}{was}{_at_site(judged)}",
            path=dotted(change.path),
            place=place,
            hint=judgement.instead if serious else "",
            related=(change.old_place,) if change.old_place else (),
            provider=judgement.provider,
            fingerprint=change.fingerprint,
            accepted=judgement.let_through,
        )
        yield finding, None if harmless_here else judgement.verdict
    for echo in judged.echoes:
        yield from _findings(echo, difference)


def _at_site(judged: Judged) -> str:
    """Whom a change affects at the site, in parentheses."""
    told = "; ".join(one.text for one in said(judged))
    return f" ({told})" if told else ""


def _place(change: Change, difference: Difference) -> Place | None:
    """Where it is in the new file: the old one is often not there any more, and nobody can annotate it.

    What is gone is told at the start of the new file.
    """
    if change.new_place is not None or change.old_place is None:
        return change.new_place
    return Place(difference.new, 1, 1) if difference.new else change.old_place
