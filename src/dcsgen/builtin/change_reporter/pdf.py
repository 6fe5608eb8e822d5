"""The report on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from dcsgen.builtin.change_reporter import json_report
from dcsgen.builtin.change_reporter._page import page
from dcsgen.builtin.reporter._pdf import pdf_with
from dcsgen.plugin import ChangeReporter, Difference

NAME = "changes.json"
"""What the attached file is called."""

LINES = 16
"""What of one value is shown: paper is read from cover to cover, and the attached file has the rest."""


def write(difference: Difference, colour: bool) -> bytes:
    """The page as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    report = json_report.write(difference, False)
    return pdf_with(page(difference, "paper.html", LINES), NAME, "The differences for programs", report)


REPORTER = ChangeReporter(name="pdf", write=write, binary=True)
