"""Writes reports of findings, differences, matches and assessments in the forms of reporters, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from dcsgen.api.plugin_calls import call
from dcsgen.base.errors import UsageError
from dcsgen.base.object_fate import ObjectMatch
from dcsgen.base.output import spare, write_all
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.host import Host
from dcsgen.plugin.assess_reporter import Assessment, AssessReporter
from dcsgen.plugin.change_reporter import ChangeReporter
from dcsgen.plugin.change_rule import Difference, Judged
from dcsgen.plugin.match_reporter import Match, MatchReporter
from dcsgen.plugin.matrix import Matrix, MatrixReporter
from dcsgen.plugin.object_reporter import ObjectReporter
from dcsgen.plugin.reporter import Report, Reporter

R = TypeVar("R", Reporter, ChangeReporter, MatchReporter, MatrixReporter, AssessReporter, ObjectReporter)
MaybeBinary = TypeVar("MaybeBinary", ChangeReporter, MatchReporter, MatrixReporter, AssessReporter, ObjectReporter)


class Output(NamedTuple):
    """A form of the report by its name, and the file it goes to; without a file, to standard output."""

    name: str
    file: Path | None = None


def outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The outputs that words like `text` and `sarif=findings.sarif` ask for.

    Raises `UsageError` for an unknown form, for two that go to standard output, or to one file.
    """
    return _outputs(words, host.reporters)


def change_outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The same for reports about differences; raises `UsageError`, too, for a form that is no text without a file."""
    return _with_files(words, host.change_reporters)


def match_outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The same for reports about matches."""
    return _with_files(words, host.match_reporters)


def matrix_outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The same for reports about matrices."""
    return _with_files(words, host.matrix_reporters)


def assess_outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The same for reports about assessments."""
    return _with_files(words, host.assess_reporters)


def object_outputs(words: Sequence[str], host: Host) -> tuple[Output, ...]:
    """The same for reports about what becomes of objects."""
    return _with_files(words, host.object_reporters)


def _with_files(words: Sequence[str], reporters: Sequence[tuple[str, MaybeBinary]]) -> tuple[Output, ...]:
    found = _outputs(words, reporters)
    for output in found:
        if output.file is None and _named(output.name, reporters)[1].binary:
            name = output.name
            raise UsageError(f"the report format {quoted(name)} is no text and needs a file: write {name}=FILE")
    return found


def write_reports(report: Report, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """Write the outputs that have a file, all or none; give the text of the one for standard output, if any.

    `colour` is for standard output. Raises `OutputError` if a file cannot be written, `UsageError` if it is one that
    was checked, `PluginError` if a reporter of a plug-in fails.
    """
    read = {*report.files, *(finding.place.file for finding in report.findings if finding.place)}
    return _write(lambda name, painted: report_as(report, name, host, painted), outputs, read, colour)


def write_differences(difference: Difference, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """The same for a difference; `UsageError` is raised for an output that is one of the files compared."""

    def written(name: str, painted: bool) -> str | bytes:
        provider, reporter = _named(name, host.change_reporters)
        return _made(lambda: reporter.write(difference, painted), reporter.binary, name, provider)

    read = {difference.old, difference.new, *_files(difference.changes)} - {""}
    return _write(written, outputs, read, colour)


def write_match(match: Match, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """The same for a match."""

    def written(name: str, painted: bool) -> str | bytes:
        provider, reporter = _named(name, host.match_reporters)
        return _made(lambda: reporter.write(match, painted), reporter.binary, name, provider)

    return _write(written, outputs, {match.a.file, match.b.file} - {""}, colour)


def write_matrix(matrix: Matrix, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """The same for a matrix."""

    def written(name: str, painted: bool) -> str | bytes:
        provider, reporter = _named(name, host.matrix_reporters)
        return _made(lambda: reporter.write(matrix, painted), reporter.binary, name, provider)

    return _write(written, outputs, {product.file for product in matrix.products} - {""}, colour)


def write_assessment(assessment: Assessment, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """The same for an assessment; `UsageError` is raised for an output that is the profile or a description."""

    def written(name: str, painted: bool) -> str | bytes:
        provider, reporter = _named(name, host.assess_reporters)
        return _made(lambda: reporter.write(assessment, painted), reporter.binary, name, provider)

    read = {assessment.profile.file, *(each.file for product in assessment.products for each in product.inputs)}
    return _write(written, outputs, read, colour)


def write_objects(match: ObjectMatch, outputs: Sequence[Output], host: Host, colour: bool) -> str:
    """The same for what becomes of objects."""

    def written(name: str, painted: bool) -> str | bytes:
        provider, reporter = _named(name, host.object_reporters)
        return _made(lambda: reporter.write(match, painted), reporter.binary, name, provider)

    return _write(written, outputs, {match.receiver_file, *(fate.file for fate in match.fates)} - {""}, colour)


def _made(write: Callable[[], str | bytes], binary: bool, name: str, provider: str) -> str | bytes:
    """What a reporter writes, in the type that it says it writes."""
    what = f"report format {quoted(name)}"
    if binary:
        return call(lambda: cast(bytes, write()), bytes, what, provider)
    return call(lambda: cast(str, write()), str, what, provider)


def report_as(report: Report, name: str, host: Host, colour: bool) -> str:
    """The report in the form of a reporter; raises `UsageError` if there is none of that name.

    Raises `PluginError` if it is a plug-in's and fails.
    """
    provider, reporter = _named(name, host.reporters)
    return call(lambda: reporter.write(report, colour), str, f"report format {quoted(name)}", provider)


def _outputs(words: Sequence[str], reporters: Sequence[tuple[str, R]]) -> tuple[Output, ...]:
    found = []
    for word in words:
        name, equals, file = word.partition("=")
        _named(name, reporters)
        if equals and not file:
            raise UsageError(f"the output {quoted(word)} names no file")
        found.append(Output(name, Path(file) if equals else None))
    for output in found:
        if [other.file for other in found].count(output.file) > 1:
            where = "standard output" if output.file is None else str(output.file)
            names = " and ".join(quoted(other.name) for other in found if other.file == output.file)
            raise UsageError(f"the outputs {names} go both to {where}; write NAME=FILE to give each a file of its own")
    return tuple(found)


def _write(
    written: Callable[[str, bool], str | bytes], outputs: Sequence[Output], read: Iterable[str], colour: bool
) -> str:
    spare(read, [output.file for output in outputs if output.file is not None])
    text = ""
    files = {}
    for output in outputs:
        content = written(output.name, colour and output.file is None)
        if output.file is not None:
            # Names of files byte for byte, as on standard output.
            files[output.file] = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        elif isinstance(content, str):
            text = content
    write_all(files)
    return text


def _files(changes: Sequence[Judged]) -> set[str]:
    places = [place for one in changes for place in (one.change.old_place, one.change.new_place)]
    inside = (file for one in changes for file in _files(one.echoes))
    return {place.file for place in places if place is not None}.union(inside)


def _named(name: str, reporters: Sequence[tuple[str, R]]) -> tuple[str, R]:
    known = {reporter.name: (provider, reporter) for provider, reporter in reporters}
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(sorted(known))}"
        raise UsageError(f"there is no report format {quoted(name)}: {hint}")
    return known[name]
