"""Renders the pages of the report from `templates/match/`."""

from __future__ import annotations

from dcsgen.builtin.match_reporter._view import view
from dcsgen.builtin.reporter._page import rendered
from dcsgen.plugin import Match


def page(match: Match, *, paper: bool) -> str:
    """The page, for the screen or on paper; what descriptions say is escaped."""
    return rendered("match/page.html", view(match, paper=paper))
