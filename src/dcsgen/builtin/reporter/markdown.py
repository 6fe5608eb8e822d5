"""The report in Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.finding import Finding
from dcsgen.builtin.reporter._comment import LONGEST, literal, that_fit
from dcsgen.builtin.reporter._counts import counted, counts
from dcsgen.plugin.reporter import Report, Reporter

MARK = "<!-- dcsgen check -->"
"""The first line, by which a script finds the comment that it wrote for an earlier commit."""

_HEAD = "| severity | finding | place | what |\n| --- | --- | --- | --- |\n"


def write(report: Report, colour: bool) -> str:
    """A heading that counts, a table of findings, and one of accepted findings to unfold; colours have no place here.

    What would make a comment too long for GitHub is left out, and how much that is stands at the end.
    """
    where = counted(len(report.files), "file")
    numbers = ", ".join(text for text, _ in counts(report)) or "no findings"
    text = f"{MARK}\n### dcsgen: {numbers} in {where}\n"
    open_rows, left_out = that_fit([_row(f) for f in report.findings if not f.accepted], LONGEST - len(text))
    text += f"\n{_HEAD}{''.join(open_rows)}" if open_rows else ""
    accepted_rows, more = that_fit([_row(f) for f in report.findings if f.accepted], LONGEST - len(text))
    if accepted_rows:
        summary = f"<summary>{report.accepted} accepted</summary>"
        text += f"\n<details>{summary}\n\n{_HEAD}{''.join(accepted_rows)}\n</details>\n"
    if left_out + more:
        text += f"\n{left_out + more} more would not fit into a comment.\n"
    return text


def _row(finding: Finding) -> str:
    place = f"<code>{literal(str(finding.place or finding.path))}</code>" if finding.place or finding.path else ""
    cells = (
        finding.severity.value,
        f"{literal(finding.code)} {literal(finding.slug)}",
        place,
        "<br>".join(_what(finding)),
    )
    return f"| {' | '.join(cells)} |\n"


def _what(finding: Finding) -> Iterator[str]:
    yield literal(finding.message)
    if finding.hint:
        yield f"*hint:* {literal(finding.hint)}"
    if finding.repairable and finding.fix:
        yield f"*repairable with* `--fix`*:* {literal(finding.fix.title)}"
    if finding.accepted:
        yield f"*accepted:* {literal(finding.accepted)}"


REPORTER = Reporter(name="markdown", write=write)
