"""The report about objects as a workbook: a row for each Attribute, to filter, sort and comment on."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from dcsgen.base.interaction import Outcome
from dcsgen.base.tree import harmless
from dcsgen.builtin.object_reporter import _view
from dcsgen.builtin.reporter import _sheets
from dcsgen.plugin import AttributeFate, ObjectMatch, ObjectReporter

_COLOURS = {
    Outcome.WORKS: "0B5D2A",
    Outcome.LOSS: "7A4B00",
    Outcome.CANNOT_TELL: "3D5568",
    Outcome.FAILS: "9C1B2D",
}
_OBJECTS = {"Object": 34, "SOP Class": 26, "Outcome": 16, "Status": 30, "What becomes of it": 80, "Attributes": 50}
_WRONG = {"Object": 30, "Path": 44, "Attribute": 28, "Outcome": 14, "What is wrong": 50, "Status": 10, "Said by": 44}
_ALL = {
    "Object": 26,
    "Module": 22,
    "Path": 44,
    "Attribute": 28,
    "Tag": 13,
    "There is": 24,
    "Value": 24,
    "Fate": 13,
    "Field": 34,
    "Notes": 60,
    "Row": 40,
    "Comment": 30,
}


def write(match: ObjectMatch, colour: bool) -> bytes:
    """The workbook: the objects, what is wrong, and all Attributes."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{match.tool} {match.version}"
    workbook.properties.title = harmless(f"Objects at {match.receiver}")
    workbook.properties.created = _sheets.DATE
    _objects(workbook.active, match)
    _wrong(workbook.create_sheet("What is wrong"), match)
    _attributes(workbook.create_sheet("Attributes"), match)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _objects(sheet: Any, match: ObjectMatch) -> None:
    sheet.title = "Objects"
    rows = [
        [one.file, one.sop_class, one.outcome.value, _view.status(one), one.sentence, _view.summary(one)]
        for one in match.fates
    ]
    rows += [[one.file, "", "unreadable", "", one.message, ""] for one in match.unread]
    _sheets.table(sheet, _OBJECTS, rows)
    for row, one in enumerate(match.fates, 2):
        _sheets.coloured(sheet.cell(row, 3), _COLOURS[one.outcome])


def _wrong(sheet: Any, match: ObjectMatch) -> None:
    rows: list[list[str]] = []
    for fate in match.fates:
        for reason in fate.reasons:
            said = ". ".join(filter(None, (reason.message, reason.remedy)))
            rows.append([fate.file, "", "", reason.outcome.value, said, "", str(reason.place or "")])
        for one, trouble in _view.worst_first(fate):
            place = str(trouble.place or one.place or "")
            told = _view.told(trouble)
            rows.append([fate.file, one.path, _view.name(one), trouble.outcome.value, told, trouble.status, place])
    _sheets.table(sheet, _WRONG, rows)
    for row, cells in enumerate(rows, 2):
        _sheets.coloured(sheet.cell(row, 4), _COLOURS[Outcome(cells[3])])


def _attributes(sheet: Any, match: ObjectMatch) -> None:
    rows = [
        _row(fate.file, part.name, one, match.calling)
        for fate in match.fates
        for part in _view.parts(fate)
        for item in part.items
        for one in item.attributes
    ]
    _sheets.table(sheet, _ALL, rows, frozen="E2")


def _row(file: str, module: str, one: AttributeFate, calling: str) -> list[str]:
    return [
        file,
        module,
        one.path,
        _view.name(one),
        one.tag,
        _view.shape(one),
        "\\".join(one.values),
        one.fate.value,
        _view.goes(one),
        "\n".join(_view.notes(one, calling)),
        str(one.place or ""),
        "",
    ]


REPORTER = ObjectReporter(name="xlsx", write=write, binary=True)
