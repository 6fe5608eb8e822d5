"""The report in Markdown, for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.base.finding import Finding
from dcsgen.base.tree import harmless
from dcsgen.builtin.reporter._counts import counted, counts
from dcsgen.plugin.reporter import Report, Reporter

LONGEST = 60_000
"""Characters of a comment; GitHub refuses one with more than 65,536."""

MARK = "<!-- dcsgen check -->"
"""The first line, by which a script finds the comment that it wrote for an earlier commit."""

_HEAD = "| severity | finding | place | what |\n| --- | --- | --- | --- |\n"
_SPECIAL = re.compile(r"[&<>\\`*_~|\[\]@#]")


def write(report: Report, colour: bool) -> str:
    """A heading that counts, a table of findings, and one of accepted findings to unfold; colours have no place here.

    What would make a comment too long for GitHub is left out, and how much that is stands at the end.
    """
    where = counted(len(report.files), "file")
    numbers = ", ".join(text for text, _ in counts(report)) or "no findings"
    text = f"{MARK}\n### dcsgen: {numbers} in {where}\n"
    open_rows, left_out = _that_fit([f for f in report.findings if not f.accepted], LONGEST - len(text))
    text += f"\n{_HEAD}{''.join(open_rows)}" if open_rows else ""
    accepted_rows, more = _that_fit([f for f in report.findings if f.accepted], LONGEST - len(text))
    if accepted_rows:
        summary = f"<summary>{report.accepted} accepted</summary>"
        text += f"\n<details>{summary}\n\n{_HEAD}{''.join(accepted_rows)}\n</details>\n"
    if left_out + more:
        text += f"\n{left_out + more} more would not fit into a comment.\n"
    return text


def _that_fit(findings: Sequence[Finding], room: int) -> tuple[list[str], int]:
    """Rows of a table that have room, and how many findings have none."""
    rows: list[str] = []
    for row in map(_row, findings):
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    return rows, len(findings) - len(rows)


def _row(finding: Finding) -> str:
    place = f"<code>{_literal(str(finding.place or finding.path))}</code>" if finding.place or finding.path else ""
    cells = (
        finding.severity.value,
        f"{_literal(finding.code)} {_literal(finding.slug)}",
        place,
        "<br>".join(_what(finding)),
    )
    return f"| {' | '.join(cells)} |\n"


def _what(finding: Finding) -> Iterator[str]:
    yield _literal(finding.message)
    if finding.hint:
        yield f"*hint:* {_literal(finding.hint)}"
    if finding.repairable and finding.fix:
        yield f"*repairable with* `--fix`*:* {_literal(finding.fix.title)}"
    if finding.accepted:
        yield f"*accepted:* {_literal(finding.accepted)}"


def _literal(text: str) -> str:
    """Text that is shown as it is: nothing in it is markup, ends a cell, or calls somebody by his name."""
    return _SPECIAL.sub(_entity, harmless(text))


def _entity(found: re.Match[str]) -> str:
    # "@name" and "#12" are looked for after entities are replaced; a space without width keeps them apart.
    return f"&#{ord(found[0])};" + ("&#8203;" if found[0] in "@#" else "")


REPORTER = Reporter(name="markdown", write=write)
