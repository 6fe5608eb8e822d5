"""How many findings there are, in words."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.finding import Severity
from dcsgen.plugin.reporter import Report


def counted(number: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {word}" + ("" if number == 1 else "s")


def counts(report: Report) -> Iterator[tuple[str, Severity | None]]:
    """What there is of each severity, without accepted findings, and last those, which have none: `2 errors`."""
    for severity in Severity:
        if number := report.count(severity):
            yield counted(number, severity), severity
    if report.accepted:
        yield f"{report.accepted} accepted", None
