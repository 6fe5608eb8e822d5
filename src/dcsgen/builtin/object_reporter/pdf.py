"""The report about objects on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from datetime import datetime

from dcsgen.builtin.object_reporter import json_report
from dcsgen.builtin.object_reporter._page import page
from dcsgen.plugin import ObjectMatch, ObjectReporter

NAME = "objects.json"
"""What the attached file is called."""


def write(match: ObjectMatch, colour: bool) -> bytes:
    """The page as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    from dcsgen.builtin.format._joining import AttachedFile
    from dcsgen.builtin.format._paper import paper

    attached = AttachedFile(
        name=NAME,
        description="What becomes of the objects, for programs",
        content=json_report.write(match, False).encode("utf-8", "surrogateescape"),
        # There is no clock here: the same objects give the same bytes.
        date=datetime(1980, 1, 1),
    )
    return paper(page(match, paper=True), attached)


REPORTER = ObjectReporter(name="pdf", write=write, binary=True)
