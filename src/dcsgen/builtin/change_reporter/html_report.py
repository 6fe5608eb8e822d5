"""The report as one HTML file that needs nothing else: both sides beside each other, with filters."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._page import page
from dcsgen.plugin import ChangeReporter, Difference

LINES = 60
"""What of one value is shown."""


def write(difference: Difference, colour: bool) -> str:
    """The page; it is complete without its script. It follows the colours of the reader's system, not `colour`."""
    return page(difference, "screen.html", LINES)


REPORTER = ChangeReporter(name="html", write=write)
