"""The report on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from datetime import datetime

from dcsgen.builtin.assess_reporter import json_report
from dcsgen.builtin.assess_reporter._view import view
from dcsgen.builtin.reporter._page import rendered
from dcsgen.plugin import Assessment, AssessReporter

NAME = "assessment.json"
"""What the attached file is called."""

PLACES = 3
"""Places of one reason that are shown; the attached file has the rest."""


def write(assessment: Assessment, colour: bool) -> bytes:
    """The page as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    from dcsgen.builtin.format._joining import AttachedFile
    from dcsgen.builtin.format._paper import paper

    attached = AttachedFile(
        name=NAME,
        description="The assessment for programs",
        content=json_report.write(assessment, False).encode("utf-8", "surrogateescape"),
        # The date of the report is what the user gave; there is no clock here.
        date=datetime.fromisoformat(assessment.date) if assessment.date else datetime(1980, 1, 1),
    )
    return paper(rendered("assess/paper.html", view(assessment, PLACES)), attached)


REPORTER = AssessReporter(name="pdf", write=write, binary=True)
