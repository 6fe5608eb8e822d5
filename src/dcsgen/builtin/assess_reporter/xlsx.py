"""The assessment as a workbook for a procurement: answers, requirements side by side, reasons, protocol."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dcsgen.base.requirement import Fulfilment
from dcsgen.base.tree import harmless
from dcsgen.builtin.assess_reporter import _saying
from dcsgen.builtin.reporter import _sheets
from dcsgen.plugin import Answered, Assessment, AssessReporter, Line

PLACES = 12
"""Places of one reason; nobody reads more of them in a cell."""

_COLOURS = {
    Fulfilment.MET: "0B5D2A",
    Fulfilment.CONDITIONS: "1B4F86",
    Fulfilment.NOT_STATED: "7A4B00",
    Fulfilment.NOT_MET: "9C1B2D",
}
_ANSWER = {"Short": 7, "Product": 40, "Mandatory together": 24}
"""Columns of the first sheet, before those that count by importance."""

_COUNT, _POINTS = 18, 40
"""Widths of the columns behind them."""

_FIXED = {
    "Requirement": 18,
    "What is needed": 44,
    "Purpose": 44,
    "Importance": 13,
    "Weight": 9,
    "Clause": 18,
    "Reference": 30,
    "Unverified": 12,
}


def write(assessment: Assessment, colour: bool) -> bytes:
    """The workbook, which opens with the answers."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{assessment.tool} {assessment.version}"
    workbook.properties.title = harmless(f"Assessment: {assessment.profile.name}")
    workbook.properties.created = _sheets.DATE
    _answer(workbook.active, assessment)
    _beside(workbook.create_sheet("Side by side"), assessment)
    _reasons(workbook.create_sheet("Reasons"), assessment)
    _protocol(workbook.create_sheet("Protocol"), assessment)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _answer(sheet: Any, assessment: Assessment) -> None:
    sheet.title = "Answer"
    importances = list(dict.fromkeys(tally.importance for one in assessment.products for tally in one.tallies))
    columns = {**_ANSWER, **{f"{each.capitalize()}, met": _COUNT for each in importances}, "Points": _POINTS}
    across, width = len(columns), sum(columns.values())
    for index, each in enumerate(columns.values(), 1):
        sheet.column_dimensions[sheet.cell(1, index).column_letter].width = each
    row = 1
    _sheets.sentence(sheet, row, assessment.profile.name, across, width, bold=True)
    told = [_saying.answer(assessment, index) for index in range(len(assessment.products))]
    for text in [*told, *_saying.doubts(assessment), f"{_saying.headline(assessment)}."]:
        row += 1
        _sheets.sentence(sheet, row, text, across, width)
    row += 2
    _sheets.head(sheet, row, list(columns))
    for index, one in enumerate(assessment.products):
        row += 1
        coverage = {tally.importance: _saying.coverage(tally) for tally in one.tallies}
        counts = [coverage.get(importance, "none") for importance in importances]
        _sheets.fill(
            sheet,
            row,
            [_saying.letter(index), one.product, _told(one.fulfilment), *counts, _saying.points(one.score)],
        )
        _sheets.coloured(sheet.cell(row, 3), _COLOURS[one.fulfilment])
    row += 1
    for fulfilment, meaning in _saying.MEANINGS.items():
        row += 1
        _sheets.sentence(sheet, row, f"{_told(fulfilment)}: {meaning}.", across, width)
    for text in assessment.profile.remarks:
        row += 1
        _sheets.sentence(sheet, row, text, across, width)
    _sheets.printed_wide(sheet)


def _told(fulfilment: Fulfilment) -> str:
    return f"{_saying.SIGNS[fulfilment]} {fulfilment}"


def _beside(sheet: Any, assessment: Assessment) -> None:
    columns = [f"{_saying.letter(index)} {one.product}" for index, one in enumerate(assessment.products)]
    widths = {**_FIXED, **dict.fromkeys(columns, 26), **{f"{name}: conditions": 34 for name in columns}, "Comment": 30}
    rows = [_row(line) for line in assessment.shown]
    last = _sheets.table(sheet, widths, rows, frozen="C2")
    sheet.row_dimensions[1].height = _sheets.height(list(widths), list(widths.values()))
    # What explains the answers is for the screen; a page has room for the answers.
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.print_area = f"A1:{sheet.cell(1, len(_FIXED) + len(columns)).column_letter}{last}"
    first = len(_FIXED) + 1
    for row, line in enumerate(assessment.shown, 2):
        for index, answer in enumerate(line.answers):
            _sheets.coloured(sheet.cell(row, first + index), _COLOURS[answer.fulfilment])


def _row(line: Line) -> list[_sheets.Value]:
    requirement = line.requirement
    return [
        requirement.name,
        requirement.title,
        requirement.purpose,
        requirement.importance.value,
        requirement.weight or "",
        requirement.clause,
        requirement.reference,
        "unverified" if requirement.unverified else "",
        *(_told(answer.fulfilment) for answer in line.answers),
        *("\n".join(answer.conditions) for answer in line.answers),
        "",
    ]


def _reasons(sheet: Any, assessment: Assessment) -> None:
    widths = {
        "Requirement": 18,
        "Product": 30,
        "Need": 40,
        "Answer": 22,
        "What is stated": 70,
        "Condition": 40,
        "Places": 50,
    }
    rows: list[list[_sheets.Value]] = []
    colours = []
    for line in assessment.shown:
        for index, answer in enumerate(line.answers):
            product = f"{_saying.letter(index)} {assessment.products[index].product}"
            for fulfilment, cells in _grounds(answer):
                rows.append([line.requirement.name, product, *cells])
                colours.append(_COLOURS[fulfilment])
    _sheets.table(sheet, widths, rows)
    for row, colour in enumerate(colours, 2):
        _sheets.coloured(sheet.cell(row, 4), colour)


def _grounds(answer: Answered) -> Iterator[tuple[Fulfilment, list[_sheets.Value]]]:
    for member in answer.members:
        yield from _grounds(member)
    for ground in answer.grounds:
        places = [str(place) for place in ground.places[:PLACES]]
        if len(ground.places) > PLACES:
            places.append(f"and {len(ground.places) - PLACES} more")
        yield (
            ground.fulfilment,
            [answer.need.title, _told(ground.fulfilment), ground.sentence, ground.condition, "\n".join(places)],
        )


def _protocol(sheet: Any, assessment: Assessment) -> None:
    rows: list[list[_sheets.Value]] = [[label, text] for label, text in _saying.protocol(assessment)]
    rows += [["Basis", text] for text in _saying.BASIS]
    _sheets.table(sheet, {"What": 50, "Value": 90}, rows)


REPORTER = AssessReporter(name="xlsx", write=write, binary=True)
