"""The differences as JUnit XML, which every CI server shows: what breaks fails, rules with nothing to say pass."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._findings import report_of
from dcsgen.builtin.reporter import junit
from dcsgen.plugin import ChangeReporter, Difference


def write(difference: Difference, colour: bool) -> str:
    """The differences in the form that `dcsgen check` gives findings; colours have no place in it."""
    return junit.write(report_of(difference), colour)


REPORTER = ChangeReporter(name="junit", write=write)
