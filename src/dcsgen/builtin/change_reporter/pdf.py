"""The report on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from datetime import datetime

from dcsgen.builtin.change_reporter import json_report
from dcsgen.builtin.change_reporter._page import page
from dcsgen.plugin import ChangeReporter, Difference

NAME = "changes.json"
"""What the attached file is called."""

LINES = 16
"""What of one value is shown: paper is read from cover to cover, and the attached file has the rest."""


def write(difference: Difference, colour: bool) -> bytes:
    """The page as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    from dcsgen.builtin.format._joining import AttachedFile
    from dcsgen.builtin.format._paper import paper

    attached = AttachedFile(
        name=NAME,
        description="The differences for programs",
        content=json_report.write(difference, False).encode("utf-8", "surrogateescape"),
        # There is no clock here: the same differences give the same bytes.
        date=datetime(1980, 1, 1),
    )
    return paper(page(difference, "paper.html", LINES), attached)


REPORTER = ChangeReporter(name="pdf", write=write, binary=True)
