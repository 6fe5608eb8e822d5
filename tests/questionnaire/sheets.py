"""Descriptions with gaps, and people who fill sheets."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

SCANNER = """\
dcsgen: 1
product: {name: SCANNER, vendor: Scan Ltd, version: "2"}
document: {identifier: S, revision: "1", date: 2024-01-31}
application_entities:
  SENDER: {function: Sends images.}
services:
  send:
    title: Sending
    application_entity: SENDER
    sop_classes: [CTImageStorage, RTPlanStorage]
    role: SCU
    transfer_syntaxes: [ImplicitVRLittleEndian]
    statuses:
      "0000": {class: success, meaning: Success, behaviour: The object is marked as sent.}
      other: {class: failure, meaning: Any other status, behaviour: The user is told.}
"""

KEEPER = """\
dcsgen: 1
product: {name: KEEPER, vendor: Keep Ltd, version: "1"}
document: {identifier: K, revision: "1", date: 2024-01-31}
application_entities:
  KEEP:
    function: Keeps images.
    association: {accepted_calling_ae_titles: configured}
services:
  keep:
    application_entity: KEEP
    sop_classes: [CTImageStorage, RTPlanStorage]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
    level_of_conformance: 2
security:
  secure_transport:
    tls: {profile: B.12, stance: demands, tls_versions: ["1.2"]}
configuration:
  local: {KEEP: {ae_title: KEEP, port: 104}}
"""


def files(folder: Path) -> tuple[Path, Path]:
    """The scanner and the keeper as files."""
    scanner, keeper = folder / "scanner.yaml", folder / "keeper.yaml"
    scanner.write_text(SCANNER, "utf-8")
    keeper.write_text(KEEPER, "utf-8")
    return scanner, keeper


def filled(name: str, data: bytes, answers: Mapping[str, Any]) -> bytes:
    """A sheet with answers in it, by the keys of the questions."""
    return {"markdown": _markdown, "docx": _docx, "xlsx": _xlsx}[name](data, answers)


def _markdown(data: bytes, answers: Mapping[str, Any]) -> bytes:
    questions = data.decode().split("### ")
    for number, question in enumerate(questions):
        for key, answer in answers.items():
            if f"- Key: `{key}`\n" in question:
                questions[number] = question.replace("**Answer:**\n", f"**Answer:**\n\n{answer}\n")
    return "### ".join(questions).encode()


def _docx(data: bytes, answers: Mapping[str, Any]) -> bytes:
    from docx import Document

    document = Document(BytesIO(data))
    for table in document.tables:
        cells = {row.cells[0].text: row.cells[1] for row in table.rows}
        if cells["Key"].text in answers:
            cells["Answer"].text = str(answers[cells["Key"].text])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx(data: bytes, answers: Mapping[str, Any]) -> bytes:
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(data))
    sheet = workbook["Questions"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        key = sheet.cell(row, columns["Key"]).value
        if key in answers:
            sheet.cell(row, columns["Answer"]).value = answers[key]
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()
