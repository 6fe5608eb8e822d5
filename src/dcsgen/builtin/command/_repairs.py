"""What `dcsgen check` says about repairs: the differences, and what was repaired or could not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from dcsgen.api import FixResult
    from dcsgen.api.fixing import Change
    from dcsgen.base.finding import Finding


def refuse_contradictions(args: argparse.Namespace) -> None:
    """Raise `UsageError` for options that do not go together."""
    from dcsgen.base.errors import UsageError

    if args.write_accepted and (args.fix or args.diff):
        option = "--fix" if args.fix else "--diff"
        raise UsageError(f"{option} and --write-accepted contradict each other; repair first, then accept what is left")
    if args.diff and any("=" not in word for word in args.output):
        raise UsageError("--diff writes to standard output, so --output needs a file: NAME=FILE")


def differences(changes: Iterable[Change]) -> str:
    """The changes of files in the unified format, as `patch -p0` reads it."""
    return "".join(line for change in changes for line in _difference(change))


def _difference(change: Change) -> Iterator[str]:
    from difflib import unified_diff

    # Only a line feed ends a line here: a carriage return before it is a part of the line for `patch` too.
    before, after = ([f"{line}\n" for line in text.split("\n")] for text in (change.before, change.after))
    for lines in (before, after):
        lines[-1] = lines[-1][:-1]
        if not lines[-1]:
            del lines[-1]
    for line in unified_diff(before, after, change.file, change.file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def told(result: FixResult, *, only_shown: bool) -> str:
    """Sentences: how many findings of each file are repaired, and which could not be, with the reason."""
    from dcsgen.base.tree import harmless

    lines = [_count(file, result, only_shown) for file in _files(result.repaired)]
    lines += [_refusal(finding, why) for finding, why in result.refused]
    if not result.repaired:
        lines.append("nothing can be repaired" if only_shown else "nothing was repaired")
    return "".join(f"{harmless(line)}\n" for line in lines)


def _count(file: str, result: FixResult, only_shown: bool) -> str:
    repaired = sum(_file(finding) == file for finding in result.repaired)
    left = sum(_file(finding) == file and not finding.accepted for finding in result.after.report.findings)
    verb = "would be repaired" if only_shown else "repaired"
    word = "finding" if repaired + left == 1 else "findings"
    return f"{repaired} of {repaired + left} {word} {verb} in {file}"


def _refusal(finding: Finding, why: str) -> str:
    where = f"{finding.place}: " if finding.place else ""
    return f"{where}{finding.code} {finding.slug} is not repaired: {why}"


def _files(findings: Iterable[Finding]) -> list[str]:
    return sorted({_file(finding) for finding in findings})


def _file(finding: Finding) -> str:
    return finding.place.file if finding.place else ""
