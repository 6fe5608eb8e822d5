"""The differences as GitLab's Code Quality, for the widget of a merge request."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._findings import report_of
from dcsgen.builtin.reporter import gitlab
from dcsgen.plugin import ChangeReporter, Difference


def write(difference: Difference, colour: bool) -> str:
    """The differences in the form that `dcsgen check` gives findings; colours have no place in it."""
    return gitlab.write(report_of(difference), colour)


REPORTER = ChangeReporter(name="gitlab", write=write)
