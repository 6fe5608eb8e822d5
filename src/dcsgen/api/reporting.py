"""Writes a report in the forms that reporters give, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dcsgen.api.plugin_calls import call
from dcsgen.base.errors import UsageError
from dcsgen.base.output import spare, write_all
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.host import Host
from dcsgen.plugin.reporter import Report, Reporter


class Output(NamedTuple):
    """A form of the report by its name, and the file it goes to; without a file, to standard output."""

    name: str
    file: Path | None = None


def outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The outputs that words like `text` and `sarif=findings.sarif` ask for.

    Raises `UsageError` for an unknown form, for two that go to standard output, or to one file.
    """
    found = []
    for word in words:
        name, equals, file = word.partition("=")
        _reporter(name, host)
        if equals and not file:
            raise UsageError(f"the output {quoted(word)} names no file")
        found.append(Output(name, Path(file) if equals else None))
    for output in found:
        if [other.file for other in found].count(output.file) > 1:
            where = "standard output" if output.file is None else str(output.file)
            names = " and ".join(quoted(other.name) for other in found if other.file == output.file)
            raise UsageError(f"the outputs {names} go both to {where}; write NAME=FILE to give each a file of its own")
    return tuple(found)


def write_reports(report: Report, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """Write the outputs that have a file, all or none; give the text of the one for standard output, if any.

    `colour` is for standard output. Raises `OutputError` if a file cannot be written, `UsageError` if it is one that
    was checked, `PluginError` if a reporter of a plug-in fails.
    """
    read = {*report.files, *(finding.place.file for finding in report.findings if finding.place)}
    spare(read, [output.file for output in outputs if output.file is not None])
    text = ""
    files = {}
    for output in outputs:
        if output.file is None:
            text = report_as(report, output.name, host, colour)
        else:
            # Names of files byte for byte, as on standard output.
            files[output.file] = report_as(report, output.name, host, False).encode("utf-8", "surrogateescape")
    write_all(files)
    return text


def report_as(report: Report, name: str, host: Host, colour: bool) -> str:
    """The report in the form of a reporter; raises `UsageError` if there is none of that name.

    Raises `PluginError` if it is a plug-in's and fails.
    """
    provider, reporter = _reporter(name, host)
    return call(lambda: reporter.write(report, colour), str, f"report format {quoted(name)}", provider)


def _reporter(name: str, host: Host) -> tuple[str, Reporter]:
    known = {reporter.name: (provider, reporter) for provider, reporter in host.reporters}
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(sorted(known))}"
        raise UsageError(f"there is no report format {quoted(name)}: {hint}")
    return known[name]
