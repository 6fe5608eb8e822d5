"""Edits made in texts: which of them go together, and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dcsgen.base.finding import Finding
from dcsgen.base.repair import Edit
from dcsgen.repair.spans import spans_of


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be made together: of two that change the same text in different ways, the first."""
    taken: dict[str, set[Edit]] = {}
    chosen = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if not any(_conflict(edit, other) for edit in edits for other in taken.get(edit.start.file, ())):
            chosen.append(finding)
            for edit in edits:
                taken.setdefault(edit.start.file, set()).add(edit)
    return chosen


def edited(texts: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str]:
    """The texts that change, by the names of their files, with all edits made; edits that are the same count once."""
    by_file: dict[str, set[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.start.file, set()).add(edit)
    return {file: _edited(texts[file], sorted(changes)) for file, changes in by_file.items()}


def _edited(text: str, edits: Sequence[Edit]) -> str:
    spans = spans_of(text)
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : spans.offset(edit.start.line - 1, edit.start.column - 1)], edit.text]
        done = spans.offset(edit.end_line - 1, edit.end_column - 1)
    return "".join([*parts, text[done:]])


def _conflict(one: Edit, other: Edit) -> bool:
    if one == other:
        return False
    one_start, one_end = (one.start.line, one.start.column), (one.end_line, one.end_column)
    other_start, other_end = (other.start.line, other.start.column), (other.end_line, other.end_column)
    return one_start == other_start or (one_start < other_end and other_start < one_end)
