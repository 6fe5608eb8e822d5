"""The report as one HTML file that needs nothing else, without scripts."""

from __future__ import annotations

from dcsgen.builtin.assess_reporter._view import view
from dcsgen.builtin.reporter._page import rendered
from dcsgen.plugin import Assessment, AssessReporter

PLACES = 8
"""Places of one reason that are shown; the report for programs has all of them."""


def write(assessment: Assessment, colour: bool) -> str:
    """The page. It follows the colours of the reader's system, not `colour`."""
    return rendered("assess/screen.html", view(assessment, PLACES))


REPORTER = AssessReporter(name="html", write=write)
