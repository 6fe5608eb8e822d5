"""Renders the pages of the report from `templates/diff/`."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._view import view
from dcsgen.builtin.reporter._page import rendered
from dcsgen.plugin import Difference


def page(difference: Difference, template: str, lines: int) -> str:
    """The text of a template of `templates/diff/`, with so many lines of each value; what they say is escaped."""
    return rendered(f"diff/{template}", view(difference, lines))
