"""The differences as SARIF 2.1.0 (OASIS), for code scanning of GitHub and for editors."""

from __future__ import annotations

from dcsgen.builtin.change_reporter._findings import report_of
from dcsgen.builtin.reporter import sarif
from dcsgen.plugin import ChangeReporter, Difference


def write(difference: Difference, colour: bool) -> str:
    """The differences in the form that `dcsgen check` gives findings; colours have no place in it."""
    return sarif.write(report_of(difference), colour)


REPORTER = ChangeReporter(name="sarif", write=write)
