"""The report for people: where, what, the line itself, and the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.base.terminal import Paint, columns_of, painter
from dcsgen.base.tree import harmless
from dcsgen.builtin.reporter._counts import counted, counts
from dcsgen.builtin.reporter._links import linked, understands_links
from dcsgen.plugin.reporter import Report, Reporter

WIDTH = 96
"""Columns that an excerpt may take; of longer lines the part around the place is shown."""

BEFORE = 64
"""Columns that are kept before the place if a line is cut there."""

CODES_NAMED = 6

MOST = 200
"""Findings of one file that are shown; nobody reads more, and other forms have them all."""

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

_ACCEPTED = "dim"


def write(report: Report, colour: bool) -> str:
    """The findings, a line that counts them, and how to learn more; one line if there is nothing to report.

    With colours, places are links in terminals that are known to understand them.
    """
    paint = painter(colour)
    links = colour and understands_links()
    return "\n".join([*_blocks(report, paint, links), _summary(report, paint)])


def _blocks(report: Report, paint: Paint, links: bool) -> Iterator[str]:
    """Each finding as a block of lines; of a file with very many the first, and how many more there are."""
    files = [finding.place.file if finding.place else "" for finding in report.findings]
    totals, shown = Counter(files), Counter[str]()
    last = {file: index for index, file in enumerate(files)}
    for index, (file, finding) in enumerate(zip(files, report.findings, strict=True)):
        shown[file] += 1
        if shown[file] <= MOST:
            yield _block(finding, paint, links)
        if index == last[file] and totals[file] > MOST:
            where = paint(harmless(file), "bold") + ": " if file else ""
            yield f"{where}{totals[file] - MOST} more are not shown; --output json=FILE writes all\n"


def _block(finding: Finding, paint: Paint, links: bool) -> str:
    colour = _ACCEPTED if finding.accepted else _COLOURS[finding.severity]
    where = _place(finding.place, paint, links) if finding.place else paint(harmless(finding.path), "bold")
    place = f"{where}: " if finding.place or finding.path else ""
    label = paint(f"{'accepted ' if finding.accepted else ''}{finding.severity} {harmless(finding.code)}", colour)
    lines = [f"{place}{label} {paint(harmless(finding.slug), 'bold')}: {harmless(finding.message)}"]
    margin = "  "
    if finding.accepted:
        # Short, because what nobody has to act on must not bury the rest.
        return f"{lines[0]}\n{margin}{paint('accepted:', 'bold')} {harmless(finding.accepted)}\n"
    if finding.place and finding.excerpt.strip():
        number = str(finding.place.line)
        margin += " " * (len(number) + 1)
        excerpt, before = _window(harmless(finding.excerpt), finding.place.column - 1)
        bar = paint("|", "dim")
        lines.append(f"  {paint(number, 'dim')} {bar} {excerpt}")
        lines.append(f"{margin}{bar} {' ' * before}{paint('^', colour)}")
    # What is repaired is often what the hint says, and once is enough.
    if finding.hint and not (finding.repairable and finding.fix and finding.hint == finding.fix.title):
        lines.append(f"{margin}{paint('hint:', 'bold green')} {harmless(finding.hint)}")
    if finding.fix and finding.fix.refused:
        lines.append(f"{margin}{paint('not repairable:', 'bold')} {harmless(finding.fix.refused)}")
    elif finding.fix:
        lines.append(f"{margin}{paint('repairable with --fix:', 'bold green')} {harmless(finding.fix.title)}")
    lines.extend(f"{margin}{paint('see:', 'bold')} {_place(other, painter(False), links)}" for other in finding.related)
    return "".join(f"{line}\n" for line in lines)


def _place(place: Place, paint: Paint, links: bool) -> str:
    text = paint(harmless(str(place)), "bold")
    return linked(text, place.file) if links else text


def _window(line: str, at: int) -> tuple[str, int]:
    """The part of a line around a character, and the columns before that character in the part."""
    line = line.rstrip()
    at = min(at, len(line))
    if columns_of(line) <= WIDTH:
        return line, columns_of(line[:at])
    first = last = at
    while first > 0 and columns_of(line[first - 1 : at]) < BEFORE:
        first -= 1
    while last < len(line) and columns_of(line[first : last + 1]) < WIDTH:
        last += 1
    start = "…" if first else ""
    end = "…" if last < len(line) else ""
    return f"{start}{line[first:last]}{end}", len(start) + columns_of(line[first:at])


def _summary(report: Report, paint: Paint) -> str:
    checked = len(report.files)
    if not report.findings:
        return f"no findings in {counted(checked, 'file')}\n"
    numbers = ", ".join(paint(text, _COLOURS[severity] if severity else _ACCEPTED) for text, severity in counts(report))
    named = len({finding.place.file for finding in report.findings if finding.place})
    where = f" in {counted(named, 'file')}" if named else ""
    of = f" ({checked} checked)" if checked > 1 else ""
    codes = list(dict.fromkeys(harmless(finding.code) for finding in report.findings if not finding.accepted))
    if not codes:
        return f"{numbers}{where}{of}\n"
    repairable = sum(finding.repairable for finding in report.findings)
    more = f"; {repairable} repairable with --fix" if repairable else ""
    others = ", ".join(codes[1:CODES_NAMED]) + (", …" if len(codes) > CODES_NAMED else "")
    learn = paint(f"dcsgen explain {codes[0]}", "bold") + (f" (or {others})" if others else "")
    return f"{numbers}{where}{of}{more}\nWhy, and what to do: {learn}\n"


REPORTER = Reporter(name="text", write=write)
