"""Makes the repairs that findings offer: first in memory, then in the files, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from dcsgen.api.checking import Progress, check_with
from dcsgen.api.judging import Asked, CheckResult, judged, works_of
from dcsgen.api.repairing import Files, Outcome, attempt
from dcsgen.base.errors import OutputError
from dcsgen.base.finding import Finding
from dcsgen.base.output import write_all
from dcsgen.check.configuration import DEFAULT
from dcsgen.host import Host
from dcsgen.repair.texts import compatible

MOST_ATTEMPTS = 60
"""Repairs, or groups of them, that are tried in one run; what is left then is left for the next one."""


class Change(Struct, frozen=True):
    """A file that changes: its name as in the findings, and its text before and after."""

    file: str
    before: str
    after: str


class FixResult(Struct, frozen=True):
    """What was repaired, what is left, and how the files change.

    `before` is the result of the check without repairs, `after` with them. `repaired` are findings as they were when
    they were repaired. `refused` are those that offered a repair that was not made, each with the reason.
    """

    before: CheckResult
    after: CheckResult
    repaired: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]
    changes: tuple[Change, ...]


def fix(
    files: Sequence[Path],
    *,
    host: Host,
    write: bool = True,
    configuration: Asked = DEFAULT,
    today: date | None = None,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> FixResult:
    """Check, repair what can be repaired safely, and check again, until nothing is left that could be.

    Each repair is tried in memory first: the files must then hold what they held, but for the repair, the finding
    must be gone, and nothing else may be wrong that was not. Files are written at the end, all or none, and not at
    all with `write=False`. Accepted findings are left alone.
    Raises what `check` raises, and `OutputError` if a file cannot be written or was changed meanwhile.
    """
    works = works_of(files, configuration, host)
    checked = check_with(works, host, jobs, progress)
    before = after = judged(checked, works, host=host, today=today)
    texts = Files({work.file: work.rules for work in works}, host)
    repaired: list[Finding] = []
    refused: dict[str, tuple[Finding, str]] = {}
    for _ in range(MOST_ATTEMPTS):
        wanted = [each for each in after.report.findings if each.repairable and each.fingerprint not in refused]
        refused |= {each.fingerprint: (each, why) for each in wanted if (why := texts.refusal(each))}
        batch = _batch([each for each in wanted if each.fingerprint not in refused])
        if not batch:
            break
        done, outcome = _as_many_as_possible(texts, batch)
        if not done:
            refused[batch[0].fingerprint] = (batch[0], outcome.trouble)
            continue
        repaired += done
        checked = [outcome.checked.get(file, one) for file, one in zip(files, checked, strict=True)]
        after = judged(checked, works, host=host, today=today)
    changes = tuple(Change(*change) for change in texts.changes())
    if write:
        _write(texts)
    told = [(each, each.fix.refused) for each in after.report.findings if each.fix and each.fix.refused]
    left = {each.fingerprint for each in after.report.findings}
    told += [pair for fingerprint, pair in refused.items() if fingerprint in left]
    told = [(each, why) for each, why in told if not each.accepted]
    return FixResult(before, after, tuple(repaired), tuple(told), changes)


def _batch(wanted: Sequence[Finding]) -> list[Finding]:
    """The repairs that are tried together: first those that must leave the facts alone, since that can be seen."""
    for keeps_facts in (True, False):
        fitting = [each for each in wanted if each.fix and each.fix.keeps_facts is keeps_facts]
        if fitting:
            return compatible(fitting)
    return []


def _as_many_as_possible(texts: Files, batch: list[Finding]) -> tuple[list[Finding], Outcome]:
    """The first of the repairs that go together, most of them if not all; none if the very first cannot be made."""
    while True:
        outcome = attempt(texts, batch)
        if not outcome.trouble or len(batch) == 1:
            break
        batch = batch[: len(batch) // 2]
    return ([] if outcome.trouble else batch), outcome


def _write(texts: Files) -> None:
    for file in texts.changed_meanwhile():
        raise OutputError(f"{file} was changed while it was being repaired; nothing is written, try again")
    write_all(texts.new_contents())
