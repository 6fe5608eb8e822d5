"""The differences as annotations of GitHub Actions, shown beside the changed lines."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._findings import report_of
from dcsgen.builtin.reporter import github
from dcsgen.plugin import ChangeReporter, Difference


def write(difference: Difference, colour: bool) -> str:
    """The differences in the form that `dcsgen check` gives findings; colours have no place in it."""
    return github.write(report_of(difference), colour)


REPORTER = ChangeReporter(name="github", write=write)
