"""The report about a match on paper: a tagged PDF with the report for programs as an attached file."""

from __future__ import annotations

from dcsgen.builtin.match_reporter import json_report
from dcsgen.builtin.match_reporter._page import page
from dcsgen.builtin.reporter._pdf import pdf_with
from dcsgen.plugin import Match, MatchReporter

NAME = "match.json"
"""What the attached file is called."""


def write(match: Match, colour: bool) -> bytes:
    """The page as a PDF. Raises `DcsgenError` if WeasyPrint or a library of its is missing."""
    report = json_report.write(match, False)
    return pdf_with(page(match, paper=True), NAME, "What the two products can do together, for programs", report)


REPORTER = MatchReporter(name="pdf", write=write, binary=True)
