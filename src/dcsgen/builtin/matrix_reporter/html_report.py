"""The matrix as one HTML file that needs nothing else: heat maps by Service Class, and each pair one by one."""

from __future__ import annotations

from dcsgen.builtin.matrix_reporter._view import view
from dcsgen.builtin.reporter._page import rendered
from dcsgen.plugin.matrix import Matrix, MatrixReporter


def write(matrix: Matrix, colour: bool) -> str:
    """The page; it is complete without its script. It follows the colours of the reader's system, not `colour`."""
    return rendered("matrix/screen.html", view(matrix))


REPORTER = MatrixReporter(name="html", write=write)
