"""Checks descriptions: schema, references and rules, judged by what their projects want and have accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import structs

from dcsgen.api.accepting import started
from dcsgen.api.configuring import common, place_of_accepted
from dcsgen.api.explaining import kinds
from dcsgen.api.judging import Asked, CheckResult, Work, judged, works_of
from dcsgen.api.one_file import Checked
from dcsgen.api.parallel import check_each, workers_for
from dcsgen.base.errors import UsageError
from dcsgen.base.output import write_atomically
from dcsgen.check.configuration import DEFAULT
from dcsgen.host import Host

Progress = Callable[[str, int, int], None]
"""Told the name of a step that begins, how many are done and how many there are."""


def check(
    files: Sequence[Path],
    *,
    host: Host,
    configuration: Asked = DEFAULT,
    today: date | None = None,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> CheckResult:
    """Findings about descriptions. A file that cannot be read becomes a finding, and the others are still checked.

    `configuration` says which rules run, how much findings weigh and which are accepted: in all files, or in each of
    them, as `configurations` gives it. Accepted findings expire only if `today` is given. `jobs` is the number of
    processes, None for as many as pay off: then a program must be importable, with `if __name__ == "__main__":`
    around what it does. The report is the same whatever `jobs` is.

    Raises `UsageError` for an unknown rule in a configuration, `DcsgenError` if a process dies.
    """
    works = works_of(files, configuration, host)
    return judged(check_with(works, host, jobs, progress), works, host=host, today=today)


def check_with(works: Sequence[Work], host: Host, jobs: int | None, progress: Progress | None) -> list[Checked]:
    """What is found in each file, before anybody judges it."""
    done = 0

    def tell(file: Path | None) -> None:
        nonlocal done
        done += file is not None
        if progress is not None:
            progress("checking", done, len(works))

    tell(None)
    workers = workers_for([work.file for work in works], jobs)
    return check_each([(work.file, work.rules) for work in works], host, workers, tell)


def start_accepted(
    files: Sequence[Path],
    *,
    host: Host,
    owner: str,
    today: date,
    configuration: Asked = DEFAULT,
    jobs: int | None = 1,
    progress: Progress | None = None,
) -> CheckResult:
    """Check, and start a list that accepts what was found for a while; gives the result with it accepted.

    The list is the one that the configuration names, otherwise `dcsgen-accepted.yaml` beside the configuration, or in
    the folder that the files have in common. Errors that keep a description from being read are not accepted.
    Raises what `check` raises, `UsageError` if there is such a file already or the files have different configurations
    or lists, `OutputError` if it cannot be written.
    """
    asked = common(configuration) if isinstance(configuration, Mapping) else configuration
    list_file = place_of_accepted(files, asked)
    if list_file.exists():
        raise UsageError(f"{list_file} is there already, and a list is only started; add entries to it by hand")
    works = works_of(files, structs.replace(asked, accepted=None), host)
    checked = check_with(works, host, jobs, progress)
    found = judged(checked, works, host=host, today=today).report.findings
    write_atomically(list_file, started(found, kinds(host), list_file, owner, today).encode())
    works = works_of(files, structs.replace(asked, accepted=list_file), host)
    return judged(checked, works, host=host, today=today)
