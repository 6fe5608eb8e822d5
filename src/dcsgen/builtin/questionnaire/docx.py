"""Questions as a Word document: a table for each, with a cell to fill."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.place import Place
from dcsgen.base.question import Answer, Question, Questionnaire
from dcsgen.base.tree import harmless
from dcsgen.builtin.questionnaire._words import HOW, labelled
from dcsgen.builtin.reporter._sheets import DATE, without_clock

_QUESTION, _ANSWER, _REMARK, _KEY, _ID = "Question", "Answer", "Remark", "Key", "Id"
_LABELS, _CELLS = "EEF3F3", "FFF6D6"
"""Grounds of labels, and of where people write."""


def write(questionnaire: Questionnaire) -> bytes:
    """The document; each question is kept together on a page."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    document.core_properties.author = f"{questionnaire.tool} {questionnaire.version}"
    document.core_properties.title = harmless(questionnaire.title)
    document.core_properties.created = document.core_properties.modified = DATE
    document.add_heading(harmless(questionnaire.title), 0)
    document.add_paragraph(HOW.format(place="into the yellow cell"))
    about = None
    for one in questionnaire.questions:
        if (one.side, one.about) != about:
            about = (one.side, one.about)
            document.add_heading(harmless(f"{one.product}: {one.about}"), 2)
        _question(document, one)
    data = BytesIO()
    document.save(data)
    return without_clock(data.getvalue())


def _question(document: Any, one: Question) -> None:
    from docx.shared import Cm

    told = [("Why", "\n".join(one.why)), *((label, text) for label, text in labelled(one) if label != "Why")]
    rows = [(f"{_QUESTION} {one.number}", one.text), *told, (_ID, one.id), (_ANSWER, ""), (_REMARK, "")]
    rows = [(label, text) for label, text in rows if text or label in (_ANSWER, _REMARK)]
    table = document.add_table(rows=len(rows), cols=2)
    table.style = "Table Grid"
    table.autofit = False
    table.columns[0].width, table.columns[1].width = (Cm(3), Cm(14))
    for row, (label, text) in zip(table.rows, rows, strict=True):
        first, second = row.cells
        first.width, second.width = (Cm(3), Cm(14))
        if label == _ANSWER:
            row.height = Cm(1.2)
        _fill(first, label, bold=True, ground=_LABELS)
        _fill(second, text, bold=label.startswith(_QUESTION), ground=_CELLS if label in (_ANSWER, _REMARK) else "")
        small = label in (_KEY, _ID, "Clause")
        _kept(row, last=label == _REMARK, small=small)
    document.add_paragraph()


def _fill(cell: Any, text: str, *, bold: bool, ground: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for number, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.add_run(harmless(line)).bold = bold
    if ground:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _kept(row: Any, *, last: bool, small: bool) -> None:
    """Rows of a question stay on one page; what programs need is small."""
    from docx.shared import Pt, RGBColor

    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = not last
            paragraph.paragraph_format.space_after = Pt(2)
            for run in paragraph.runs if small else ():
                run.font.size, run.font.color.rgb = Pt(8), RGBColor(0x55, 0x5F, 0x66)


def read(data: bytes, name: str) -> tuple[Answer, ...]:
    """What stands in the cells for answers; raises `UnreadableInputError` for what is no such document."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        document = Document(BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, LxmlError):
        raise UnreadableInputError(f"{name} cannot be read as a Word document (.docx).") from None
    found = [answer for table in document.tables if (answer := _answer(table, name)) is not None]
    if not found:
        raise UnreadableInputError(f"{name} has no tables with the rows “{_KEY}”, “{_ID}” and “{_ANSWER}”.")
    return tuple(found)


def _answer(table: Any, name: str) -> Answer | None:
    said: dict[str, str] = {}
    number = ""
    for row in table.rows:
        label, *cells = (_text(cell) for cell in row.cells)
        if label.startswith(_QUESTION):
            number = label.removeprefix(_QUESTION).strip()
        elif cells:
            said[label] = cells[-1]
    if not {_KEY, _ID, _ANSWER} <= set(said):
        return None
    return Answer(
        number=number,
        id=said[_ID],
        key=said[_KEY],
        text=said[_ANSWER],
        remark=said.get(_REMARK, ""),
        where=f"the cell “{_ANSWER}” of question {number}",
        place=Place(name, 1, 1),
    )


def _text(cell: Any) -> str:
    """All text of a cell, that in content controls and insertions too, a line for each paragraph."""
    from docx.oxml.ns import qn

    breaks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    lines = []
    for paragraph in cell._tc.iter(qn("w:p")):
        nodes = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        lines.append("".join(node.text or "" if node.tag == qn("w:t") else breaks[node.tag] for node in nodes))
    return "\n".join(lines).strip()
