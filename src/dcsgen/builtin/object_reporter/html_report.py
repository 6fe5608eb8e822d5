"""The report about objects as one HTML file that needs nothing else."""

from __future__ import annotations

from dcsgen.builtin.object_reporter._page import page
from dcsgen.plugin import ObjectMatch, ObjectReporter


def write(match: ObjectMatch, colour: bool) -> str:
    """The page, which has no script. It follows the colours of the reader's system, not `colour`."""
    return page(match, paper=False)


REPORTER = ObjectReporter(name="html", write=write)
