"""The report for people: where, what, the line itself, and the way out."""

from __future__ import annotations

from collections.abc import Callable

from dcsgen.base.finding import Finding, Severity
from dcsgen.base.terminal import columns_of
from dcsgen.base.tree import harmless
from dcsgen.plugin.reporter import Report, Reporter

WIDTH = 96
"""Columns that an excerpt may take; of longer lines the part around the place is shown."""

BEFORE = 64
"""Columns that are kept before the place if a line is cut there."""

CODES_NAMED = 6

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

_Paint = Callable[[str, str], str]


def write(report: Report, colour: bool) -> str:
    """All findings, a line that counts them, and how to learn more; one line if there is nothing to report."""
    paint = _painted if colour else _plain
    blocks = [_block(finding, paint) for finding in report.findings]
    return "\n".join([*blocks, _summary(report, paint)])


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    # The sixteen colours of the terminal are the ones its owner has chosen to be readable.
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def _block(finding: Finding, paint: _Paint) -> str:
    colour = _COLOURS[finding.severity]
    where = harmless(str(finding.place or finding.path))
    place = paint(where, "bold") + ": " if where else ""
    label = paint(f"{finding.severity} {finding.code}", colour)
    lines = [f"{place}{label} {paint(finding.slug, 'bold')}: {harmless(finding.message)}"]
    margin = "  "
    if finding.place and finding.excerpt.strip():
        number = str(finding.place.line)
        margin += " " * (len(number) + 1)
        excerpt, before = _window(harmless(finding.excerpt), finding.place.column - 1)
        bar = paint("|", "dim")
        lines.append(f"  {paint(number, 'dim')} {bar} {excerpt}")
        lines.append(f"{margin}{bar} {' ' * before}{paint('^', colour)}")
    if finding.hint:
        lines.append(f"{margin}{paint('hint:', 'bold green')} {harmless(finding.hint)}")
    lines.extend(f"{margin}{paint('see:', 'bold')} {harmless(str(place))}" for place in finding.related)
    return "".join(f"{line}\n" for line in lines)


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


def _summary(report: Report, paint: _Paint) -> str:
    checked = len(report.files)
    if not report.findings:
        return f"no findings in {_counted(checked, 'file')}\n"
    counts = ", ".join(
        paint(_counted(number, severity), _COLOURS[severity])
        for severity in Severity
        if (number := report.count(severity))
    )
    named = len({finding.place.file for finding in report.findings if finding.place})
    where = f" in {_counted(named, 'file')}" if named else ""
    of = f" ({checked} checked)" if checked > 1 else ""
    codes = list(dict.fromkeys(finding.code for finding in report.findings))
    others = ", ".join(codes[1:CODES_NAMED]) + (", …" if len(codes) > CODES_NAMED else "")
    learn = paint(f"dcsgen explain {codes[0]}", "bold") + (f" (or {others})" if others else "")
    return f"{counts}{where}{of}\nWhy, and what to do: {learn}\n"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


REPORTER = Reporter(name="text", write=write)
