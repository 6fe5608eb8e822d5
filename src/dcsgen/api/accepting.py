"""Reads the list of accepted findings, and starts one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import structs

from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Finding, Kind, Problem, finding_of
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.base.tree import Tree, harmless
from dcsgen.check import kinds
from dcsgen.check.accepted import Entry, Read
from dcsgen.check.select import must_stay, names
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import DEFAULT
from dcsgen.load.validate import validate
from dcsgen.load.yaml_reader import read_tree

FIRST_DAYS = 90
"""Days that the entries of a new list hold."""

FIRST_REASON = "It was there when this list was started, and nobody has judged it yet."

CHANGE_REASON = "It was let through as a whole, and nobody has judged it yet."

_HEAD = """\
# Findings that are let through, each for a reason and until a day.
# `dcsgen schema accepted` describes the keys; `dcsgen check` finds entries that are expired or match nothing.
"""


class Accepted(NamedTuple):
    """The entries of a list that can be used, and findings about the others."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def read_accepted(
    file: Path, known: Mapping[str, Kind], reads: Sequence[Read], others: Callable[[], Mapping[str, Kind]]
) -> Accepted:
    """The list in a file. `known` are the kinds that this run is about by their code, `reads` its descriptions.

    Entries for `others`, which another command is about, are passed over; they are only asked for if there are such
    entries.
    What is wrong with the file or an entry of it is a finding X022; the other entries hold.
    """
    try:
        tree, problems = read_tree(read_bytes_of(file, str(file), DEFAULT), str(file))
    except UnreadableInputError as error:
        return Accepted((), (_unusable(file, error),))
    problems = [*problems, *validate(tree.root, {}, "accepted")]
    entries = []
    listed: Any = tree.root.get("accepted")
    for index, written in enumerate(listed if isinstance(listed, list) else ()):
        if not any(problem.path[:2] == ("accepted", index) for problem in problems):
            ours = any(names(written["rule"], kind) for kind in known.values())
            wrong = list(_wrong(index, written, known if ours else {**known, **others()}))
            problems += wrong
            if ours and not wrong:
                entries.append(_entry(index, written, known, tree, reads))
    findings = (tree.finding(structs.replace(problem, kind=kinds.ACCEPTED_INVALID)) for problem in problems)
    return Accepted(tuple(entries), tuple(findings))


def _unusable(file: Path, error: UnreadableInputError) -> Finding:
    found = error.finding
    problem = kinds.ACCEPTED_INVALID.at((), found.message if found else str(error), hint=found.hint if found else "")
    return finding_of(problem, place=found.place if found else None, excerpt=found.excerpt if found else "")


def _wrong(index: int, written: Mapping[str, str], known: Mapping[str, Kind]) -> Iterator[Problem]:
    """What is wrong with an entry, beyond what the schema says."""
    path = ("accepted", index)
    word = written["rule"]
    meant = [kind for kind in known.values() if names(word, kind)]
    if not meant:
        words = [name for kind in known.values() for name in (kind.code, kind.slug)]
        hint = did_you_mean(word, words) or "is its plug-in loaded?"
        yield kinds.ACCEPTED_INVALID.at((*path, "rule"), f"there is no finding {quoted(word)}", hint=hint)
    elif not any(map(_acceptable, meant)):
        message = f"{meant[0].code} {meant[0].slug} cannot be accepted"
        hint = "correct what it finds: where it is found, nothing else was looked for"
        yield kinds.ACCEPTED_INVALID.at((*path, "rule"), message, hint=hint)
    try:
        date.fromisoformat(written["expires"])
    except ValueError:
        message = f"{quoted(written['expires'])} is no day of the calendar"
        yield kinds.ACCEPTED_INVALID.at((*path, "expires"), message)


def _acceptable(kind: Kind) -> bool:
    return not must_stay(kind) and kind not in kinds.ALL


def _entry(
    index: int, written: Mapping[str, str], known: Mapping[str, Kind], tree: Tree, reads: Sequence[Read]
) -> Entry:
    path = ("accepted", index)
    place = tree.place(path)
    assert place is not None  # The entry was read from this file.
    file = written.get("file", "")
    return Entry(
        codes=tuple(kind.code for kind in known.values() if names(written["rule"], kind) and _acceptable(kind)),
        path=written.get("path", ""),
        fingerprint=written.get("fingerprint", ""),
        file=file,
        names=_names(Path(place.file).parent / file, reads) if file else (),
        reason=written["reason"],
        owner=written["owner"],
        expires=date.fromisoformat(written["expires"]),
        place=place,
        excerpt=tree.line_of(place),
    )


def _names(file: Path, reads: Sequence[Read]) -> tuple[str, ...]:
    """How a file is called in this run, by whichever way it was reached."""
    target = file.resolve()
    sources = dict.fromkeys(source for read in reads for source in read.sources)
    return tuple(source for source in sources if Path(source).resolve() == target)


def started(findings: Sequence[Finding], known: Mapping[str, Kind], file: Path, owner: str, today: date) -> str:
    """The text of a new list, to be written to `file`, that lets all these findings through but those it cannot.

    An entry names a finding by its path if that is not a place in a list, which moves; by its fingerprint otherwise.
    """
    entries = [
        _written(finding, [*_what(finding), *_file(finding, file)], FIRST_REASON, owner, today)
        for finding in findings
        if not finding.accepted and _acceptable(known[finding.code])
    ]
    return _HEAD + ("accepted:\n" + "".join(dict.fromkeys(entries)) if entries else "accepted: []\n")


def with_changes(text: str, changes: Sequence[Finding], file: Path, owner: str, today: date) -> str:
    """The text of the list in `file`, empty if there is none, with entries behind it that let changes through.

    Raises `UsageError` for a list to which they cannot be added so that it means what it meant.
    """
    entries = dict.fromkeys(_written(change, _what(change), CHANGE_REASON, owner, today) for change in changes)
    before = len(_listed(text, file)) if text else 0
    made = f"{text.rstrip()}\n" if before else f"{_HEAD}accepted:\n"
    made += "".join(entries)
    if (text and not before) or len(_listed(made, file)) != before + len(entries):
        raise UsageError(f"entries cannot be added behind those of {file} as it is written; add them by hand")
    return made


def _listed(text: str, file: Path) -> list[Any]:
    """The entries of a list, none if it is no list that can be read."""
    try:
        tree, problems = read_tree(text.encode(), str(file))
    except UnreadableInputError:
        return []
    listed: Any = tree.root.get("accepted") if isinstance(tree.root, dict) and not problems else None
    return listed if isinstance(listed, list) else []


def _written(finding: Finding, what: Iterable[str], reason: str, owner: str, today: date) -> str:
    """An entry, below a comment that says what it lets through."""
    lines = [*what, f"reason: {_scalar(reason)}", f"owner: {_scalar(owner)}"]
    body = "\n    ".join([*lines, f"expires: {(today + timedelta(days=FIRST_DAYS)).isoformat()}"])
    place = f"{finding.place}: " if finding.place else ""
    return f"  # {place}{harmless(finding.message)}\n  - {body}\n"


def _what(finding: Finding) -> Iterator[str]:
    yield f"rule: {_scalar(finding.code)}"
    if finding.path and "[" not in finding.path and not finding.path.endswith("*"):
        yield f"path: {_scalar(finding.path)}"
    else:
        yield f"fingerprint: {_scalar(finding.fingerprint)}"


def _file(finding: Finding, file: Path) -> Iterator[str]:
    """To which file the entry is limited, seen from that of the list."""
    if finding.place:
        name = os.path.relpath(finding.place.file, file.parent)
        if name.isprintable():
            yield f"file: {_scalar(Path(name).as_posix())}"


def _scalar(text: str) -> str:
    """Text in the double quotes of YAML, which are those of JSON with an escape for everything unprintable."""
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in shown)
