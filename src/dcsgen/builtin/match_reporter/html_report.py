"""The report about a match as one HTML file that needs nothing else, and no scripts."""

from __future__ import annotations

from dcsgen.builtin.match_reporter._page import page
from dcsgen.plugin import Match, MatchReporter


def write(match: Match, colour: bool) -> str:
    """The page. It follows the colours of the reader's system, not `colour`."""
    return page(match, paper=False)


REPORTER = MatchReporter(name="html", write=write)
