"""Questions as a workbook: a row for each, with a column for the answers and lists of the words to choose from."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.place import Place
from dcsgen.base.question import NO, YES, Answer, Question, Questionnaire
from dcsgen.base.tree import harmless
from dcsgen.builtin.questionnaire._words import HOW
from dcsgen.builtin.reporter import _sheets

_ANSWER, _REMARK, _KEY, _ID, _NUMBER = "Answer", "Remark", "Key", "Id", "No."
_WIDTHS = {
    _NUMBER: 6,
    "For": 22,
    "About": 32,
    "Question": 56,
    "Why it is asked": 46,
    "Answer with": 30,
    "For example": 26,
    _ANSWER: 40,
    _REMARK: 28,
    "Clause": 20,
    _KEY: 44,
    _ID: 13,
}
_GROUND = "FFF6D6"
"""Where people write."""


def write(questionnaire: Questionnaire) -> bytes:
    """The workbook, with a sheet that says how to fill it."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{questionnaire.tool} {questionnaire.version}"
    workbook.properties.title = harmless(questionnaire.title)
    workbook.properties.created = _sheets.DATE
    _questions(workbook, questionnaire)
    sheet = workbook.create_sheet("How to answer")
    sheet.column_dimensions["A"].width = 100
    _sheets.sentence(sheet, 1, questionnaire.title, 1, 100, bold=True)
    _sheets.sentence(sheet, 3, HOW.format(place=f"into the column “{_ANSWER}”"), 1, 100)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _questions(workbook: Any, questionnaire: Questionnaire) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side  # type: ignore[import-untyped]

    sheet = workbook.active
    sheet.title = "Questions"
    names = [name for name in _WIDTHS if name != "For" or len(questionnaire.products) > 1]
    rows = [[_row(one)[name] for name in names] for one in questionnaire.questions]
    last = _sheets.table(sheet, {name: _WIDTHS[name] for name in names}, rows, frozen="B2")
    for name in (_ANSWER, _REMARK):
        for row in range(2, last + 1):
            cell = sheet.cell(row, names.index(name) + 1)
            cell.fill = PatternFill("solid", fgColor=_GROUND)
            cell.border = Border(*[Side("thin", color="B9B08A")] * 4)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    # What programs need is not printed.
    sheet.print_area = f"A1:{sheet.cell(1, names.index(_REMARK) + 1).column_letter}{last}"
    _choices(workbook, questionnaire, sheet.cell(1, names.index(_ANSWER) + 1).column_letter)


def _row(one: Question) -> dict[str, _sheets.Value]:
    return {
        _NUMBER: one.number,
        "For": one.product,
        "About": one.about,
        "Question": one.text,
        "Why it is asked": "\n".join(one.why),
        "Answer with": one.takes,
        "For example": one.example,
        _ANSWER: "",
        _REMARK: "",
        "Clause": one.clause,
        _KEY: one.key,
        _ID: one.id,
    }


def _choices(workbook: Any, questionnaire: Questionnaire, column: str) -> None:
    """The words of which an answer is one, in a sheet that is not shown; other answers are let through, with a word."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

    lists: dict[tuple[str, ...], list[int]] = {}
    for row, one in enumerate(questionnaire.questions, 2):
        if one.words:
            lists.setdefault(one.words, []).append(row)
    if not lists:
        return
    sheet = workbook["Questions"]
    hidden = workbook.create_sheet("Words")
    hidden.sheet_state = "hidden"
    for number, (words, rows) in enumerate(lists.items(), 1):
        for row, word in enumerate(words, 1):
            _sheets.put(hidden.cell(row, number), word)
        letter = hidden.cell(1, number).column_letter
        choice = DataValidation(
            type="list", formula1=f"Words!${letter}$1:${letter}${len(words)}", allow_blank=True, errorStyle="warning"
        )
        choice.error = "This is none of the words in the list; a person will have to read it."
        for row in rows:
            choice.add(f"{column}{row}")
        sheet.add_data_validation(choice)


def read(data: bytes, name: str) -> tuple[Answer, ...]:
    """What stands in the column of answers; raises `UnreadableInputError` for what is no such workbook."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

    try:
        workbook = load_workbook(BytesIO(data), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise UnreadableInputError(f"{name} cannot be read as a workbook (.xlsx).") from None
    for sheet in workbook.worksheets:
        for head in range(1, min(sheet.max_row, 20) + 1):
            columns = {_shown(cell.value): cell.column for cell in sheet[head]}
            if {_ANSWER, _KEY, _ID} <= set(columns):
                return tuple(_answers(sheet, head, columns, name))
    raise UnreadableInputError(f"{name} has no sheet with the columns “{_ANSWER}”, “{_KEY}” and “{_ID}”.")


def _answers(sheet: Any, head: int, columns: dict[str, int], name: str) -> list[Answer]:
    found = []
    for row in range(head + 1, sheet.max_row + 1):
        said = {title: _shown(sheet.cell(row, column).value) for title, column in columns.items()}
        if not said[_ID] and not said[_ANSWER]:
            continue
        cell = sheet.cell(row, columns[_ANSWER])
        found.append(
            Answer(
                number=said.get(_NUMBER, ""),
                id=said[_ID],
                key=said[_KEY],
                text=said[_ANSWER],
                remark=said.get(_REMARK, ""),
                where=f"cell {cell.coordinate}",
                place=Place(name, row, columns[_ANSWER]),
            )
        )
    return found


def _shown(value: Any) -> str:
    """A value as people see it in its cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()
