"""The differences as a workbook for a procurement: a row for each, to filter, sort and comment on."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dcsgen.base.change import Area, Verdict
from dcsgen.base.finding import dotted
from dcsgen.base.site import Answer
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter import _outcome
from dcsgen.builtin.change_reporter._effects import said
from dcsgen.builtin.change_reporter._gaps import gaps, lacking
from dcsgen.builtin.change_reporter._order import Line, in_lines
from dcsgen.builtin.change_reporter._pairs import entities, told_pairs
from dcsgen.builtin.change_reporter._values import shortened
from dcsgen.builtin.change_reporter._view import labels, lead, values, without
from dcsgen.builtin.reporter import _sheets
from dcsgen.plugin import ChangeReporter, Difference, Judged

MOST_LINES, MOST_LETTERS, WHOLE = 12, 800, 5
"""What of one value is in a cell, and lines of what came or went as a whole; nobody reads the 32,767 that would fit."""

MOST_PLACES = 12
"""Places of a fact that is not stated; the others are rows of the first sheet."""

ANSWERS = ("yes", "no", "to be clarified")
"""What can be chosen in the column "Matters to us"."""

_OLD, _NEW, _MATTERS = "Old", "New", "Matters to us"
_WIDTHS = {
    "No.": 7,
    "Verdict": 12,
    "Area": 14,
    "What differs": 60,
    "Role": 12,
    _OLD: 38,
    _NEW: 38,
    "At the site": 14,
    "Peers": 42,
    "Not stated by": 20,
    "Accepted": 34,
    "Policy": 34,
    "Whom it hurts": 38,
    "What to do instead": 38,
    _MATTERS: 15,
    "Comment": 30,
    "Proof": 50,
    "Script": 34,
    "Follows from": 12,
    "Like": 9,
    "Rule": 10,
    "Clause": 22,
    "Key": 40,
    "Old place": 26,
    "New place": 26,
    "Fingerprint": 18,
}
_ALWAYS = ("No.", "Verdict", "Area", "What differs", _OLD, _NEW, _MATTERS, "Comment")
"""Columns that are there if they are empty, too."""

_COLOURS = {
    Verdict.BREAKING: "9C1B2D",
    Verdict.RISKY: "7A4B00",
    Verdict.COMPATIBLE: "0B5D2A",
    Verdict.EDITORIAL: "3D5568",
}
_SUMMARY = (34, 14, 14, 16, 16, 10)
"""Widths of the columns of the summary."""


def write(difference: Difference, colour: bool) -> bytes:
    """The workbook: differences, summary, the site, what is not stated, and what was held against what."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{difference.tool} {difference.version}"
    workbook.properties.title = harmless(f"{difference.old_product} → {difference.new_product}")
    workbook.properties.created = _sheets.DATE
    _differences(workbook.active, difference)
    _summary(workbook.create_sheet("Summary"), difference)
    _hurts(workbook, difference)
    _site(workbook, difference)
    _not_stated(workbook, difference)
    _alignment(workbook, difference)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _differences(sheet: Any, difference: Difference) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

    sheet.title = "Differences"
    lines = in_lines(difference.changes)
    rows = [_row(line, difference) for line in lines]
    names = [name for name in _WIDTHS if name in _ALWAYS or any(row.get(name) for row in rows)]
    titles = dict(zip((_OLD, _NEW), labels(difference), strict=True))
    last = _sheets.table(
        sheet,
        {titles.get(name, name): _WIDTHS[name] for name in names},
        [[row.get(name, "") for name in names] for row in rows],
        frozen="E2",
    )
    for row, line in enumerate(lines, 2):
        _sheets.coloured(sheet.cell(row, 2), _COLOURS[line.verdict])
    matters = sheet.cell(1, names.index(_MATTERS) + 1).column_letter
    answers = DataValidation(type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True)
    answers.add(f"{matters}2:{matters}{last}")
    sheet.add_data_validation(answers)
    # What programs and authors need stands behind the comments.
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.print_area = f"A1:{sheet.cell(1, names.index('Comment') + 1).column_letter}{last}"


def _row(line: Line, difference: Difference) -> dict[str, str]:
    """The cells of a difference by column, without those that are empty for all."""
    judged = line.judged
    change, judgements = judged.change, judged.judgements
    serious = [one for one in judgements if one.verdict in (Verdict.BREAKING, Verdict.RISKY)]
    before, after = values(change)
    lines = MOST_LINES if before and after else WHOLE
    return {
        "No.": line.number,
        "Verdict": line.verdict.value,
        "Area": line.area.value,
        "What differs": line.message,
        "Role": ", ".join(change.roles).replace("_", " "),
        _OLD: shortened(before, lines, MOST_LETTERS) or f"({without(change)})",
        _NEW: shortened(after, lines, MOST_LETTERS) or f"({without(change)})",
        "At the site": _answer(judged),
        "Peers": "\n".join(one.text for one in said(judged)),
        "Not stated by": lacking(judged, difference),
        "Accepted": "\n".join(one.let_through for one in judgements if one.accepted),
        "Policy": "\n".join(_policy(judged)),
        "Whom it hurts": "\n".join(one.hurts for one in serious),
        "What to do instead": "\n".join(one.instead for one in serious),
        "Proof": "\n".join(judged.witness.lines) if judged.witness else "",
        "Script": difference.script(judged),
        "Follows from": line.cause,
        "Like": line.like,
        "Rule": ", ".join(one.code for one in judgements),
        "Clause": ", ".join(one.clause for one in judgements if one.clause),
        "Key": dotted(change.path),
        "Old place": str(change.old_place or ""),
        "New place": str(change.new_place or ""),
        "Fingerprint": change.fingerprint,
    }


def _answer(judged: Judged) -> str:
    return min((effect.answer for effect in judged.effects), key=lambda one: one.rank).value if judged.effects else ""


def _policy(judged: Judged) -> Iterator[str]:
    """What the project says, but that a change is let through."""
    for one in judged.judgements:
        if one.ruled is not None:
            yield f"{one.verdict} in this project, {one.ruled} by the rule"
        if one.announced and one.announced != one.accepted:
            yield one.announced


def _summary(sheet: Any, difference: Difference) -> None:
    for index, width in enumerate(_SUMMARY, 1):
        sheet.column_dimensions[sheet.cell(1, index).column_letter].width = width
    row = 0
    told = [f"{difference.old_product} → {difference.new_product}", *lead(difference), _outcome.result(difference)]
    told += [f"{one.severity} {one.code}: {one.message}" for one in difference.findings]
    for text in [*told, *difference.trouble]:
        row += 1
        _sheets.sentence(sheet, row, text, len(_SUMMARY), sum(_SUMMARY), bold=row == 1)
    row += 2
    _sheets.head(sheet, row, ["Area", *(str(verdict).capitalize() for verdict in Verdict), "All"])
    changes = difference.changes
    areas = [(area.value.capitalize(), [one for one in changes if one.change.area is area]) for area in Area]
    for name, found in [*((name, found) for name, found in areas if found), ("All", list(changes))]:
        row += 1
        _sheets.fill(
            sheet, row, [name, *(sum(one.verdict is verdict for one in found) for verdict in Verdict), len(found)]
        )
    row += 1
    _sheets.sentence(sheet, row, "What follows from another difference counts with it.", len(_SUMMARY), sum(_SUMMARY))
    peers = _outcome.peers(difference)
    if peers:
        row += 2
        _sheets.head(sheet, row, [f"Peers at {difference.site}", *(str(answer).capitalize() for answer in Answer)])
    for peer in peers:
        row += 1
        name = f"{peer.name} ({', '.join(peer.workflows)})" if peer.workflows else peer.name
        _sheets.fill(sheet, row, [name, *peer.counts.values()])
    row += 1
    sides = (
        (difference.old_product, difference.old, difference.old_document),
        (difference.new_product, difference.new, difference.new_document),
    )
    for label, (product, file, document) in zip(("Old", "New"), sides, strict=True):
        told = [product, file]
        if document is not None:
            told.insert(1, f"{document.identifier}, revision {document.revision} of {document.date}")
        row += 1
        _sheets.put(sheet.cell(row, 1), label)
        _sheets.put(sheet.cell(row, 2), " · ".join(filter(None, told)), wrapped=False)
    _sheets.printed_wide(sheet)


def _hurts(workbook: Any, difference: Difference) -> None:
    """What counts, by rule, if anything does."""
    lines = _outcome.rules(difference)
    if lines:
        sheet = workbook.create_sheet("Whom it hurts")
        widths = {"How many": 10, "Verdict": 12, "What changed": 44, "Whom it hurts": 80, "Rule": 10}
        rows = [[line.count, line.verdict.value, line.title, line.hurts, line.code] for line in lines]
        _sheets.table(sheet, widths, rows)
        for row, line in enumerate(lines, 2):
            _sheets.coloured(sheet.cell(row, 2), _COLOURS[line.verdict])


def _site(workbook: Any, difference: Difference) -> None:
    """A row for each peer and difference that affects it or may; the first sheet has the others, too."""
    if not difference.site:
        return
    widths = {"Peer": 26, "Workflows": 30, "Answer": 16, "Because": 60, "Verdict": 12, "What differs": 60, "No.": 8}
    rows = [
        [
            effect.peer,
            ", ".join(effect.workflows),
            effect.answer.value,
            effect.reason,
            line.verdict.value,
            line.message,
            line.number,
        ]
        for line in in_lines(difference.changes)
        for effect in line.judged.effects
        if effect.answer is not Answer.DOES_NOT_AFFECT
    ]
    rows.sort(key=lambda row: (Answer(row[2]).rank, row[0]))
    _sheets.table(workbook.create_sheet("Site"), widths, rows)


def _not_stated(workbook: Any, difference: Difference) -> None:
    """Questions to the vendors, if a side does not state what the other does."""
    found = gaps(difference)
    if found:
        widths = {"Not stated by": 30, "What": 44, "How often": 11, "Where": 90, "Answer of the vendor": 40}
        rows: list[list[_sheets.Value]] = []
        for gap in found:
            left = len(gap.places) - MOST_PLACES
            more = f"\n… {left} more" if left > 0 else ""
            rows.append([gap.product, gap.fact, gap.count, "\n".join(gap.places[:MOST_PLACES]) + more, ""])
        _sheets.table(workbook.create_sheet("Not stated"), widths, rows)


def _alignment(workbook: Any, difference: Difference) -> None:
    """What was held against what though it has other names, if anything was."""
    old, new = labels(difference)
    pairs = [*entities(difference), *told_pairs(difference)[0]]
    if not pairs:
        return
    sheet = workbook.create_sheet("Held against each other")
    widths = {"Kind": 30, old: 40, new: 40, "Because": 16, "Likeness": 10, "Differences": 12}
    rows = [
        [
            pair.collection,
            pair.old,
            pair.new,
            pair.aligned.because,
            pair.aligned.similarity if pair.whole else "",
            pair.count if pair.whole else "",
        ]
        for pair in pairs
    ]
    _sheets.table(sheet, widths, rows)
    for row in range(2, len(rows) + 2):
        sheet.cell(row, 5).number_format = "0%"


REPORTER = ChangeReporter(name="xlsx", write=write, binary=True)
