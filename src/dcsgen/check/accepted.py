"""Accepted findings: which entry lets a finding through, and which entries have had their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, structs

from dcsgen.base.finding import Finding, Place, Problem, covers, finding_of
from dcsgen.check import kinds


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of the list of accepted findings, with the place where it stands.

    `codes` are those of its rule. `path` is the path of a finding, or its beginning if it ends in `*`; if it is empty,
    `fingerprint` says which finding is meant. With `file`, the entry speaks only of that file; `names` are then those
    by which the file is called in this run, none if it was not read. It holds until the end of the day `expires`.
    """

    codes: tuple[str, ...]
    path: str = ""
    fingerprint: str = ""
    file: str = ""
    names: tuple[str, ...] = ()
    reason: str
    owner: str
    expires: date
    place: Place
    excerpt: str = ""


class Read(Struct, frozen=True, kw_only=True):
    """A description that was checked: its file, all files that it was made of, and the codes that were looked for."""

    file: str
    sources: tuple[str, ...]
    codes: frozenset[str]


def accept(
    findings: Sequence[Finding], entries: Sequence[Entry], reads: Sequence[Read], today: date | None
) -> tuple[Finding, ...]:
    """The findings, those that an entry lets through with its reason, and behind them findings about the entries.

    An entry whose day is over lets nothing through. One that matches nothing is found if its rule was looked for in
    everything that it speaks of. Without `today` no day is over.
    """
    by_code: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for code in entry.codes:
            by_code.setdefault(code, []).append(number)
    marked = []
    used: set[int] = set()
    for finding in findings:
        matching = [number for number in by_code.get(finding.code, ()) if _matches(entries[number], finding)]
        used.update(matching)
        valid = [entries[number] for number in matching if not _is_over(entries[number], today)]
        marked.append(_let_through(finding, valid[0]) if valid else finding)
    for number, entry in enumerate(entries):
        if _is_over(entry, today):
            marked.append(_expired(entry, number in used))
        elif number not in used and _was_looked_for(entry, reads):
            marked.append(_unused(entry))
    return tuple(marked)


def _let_through(finding: Finding, entry: Entry) -> Finding:
    return structs.replace(finding, accepted=entry.reason, owner=entry.owner, expires=entry.expires)


def _matches(entry: Entry, finding: Finding) -> bool:
    """Whether an entry for the code of a finding means this one."""
    if entry.file and (finding.place is None or finding.place.file not in entry.names):
        return False
    if entry.fingerprint:
        return entry.fingerprint == finding.fingerprint
    return covers(entry.path, finding.path)


def _is_over(entry: Entry, today: date | None) -> bool:
    return today is not None and entry.expires < today


def _was_looked_for(entry: Entry, reads: Sequence[Read]) -> bool:
    meant = [read for read in reads if not entry.file or not set(entry.names).isdisjoint(read.sources)]
    return bool(meant) and all(code in read.codes for read in meant for code in entry.codes)


def _expired(entry: Entry, used: bool) -> Finding:
    still = "what it let through counts again" if used else "nothing matches it any more"
    message = f"this entry for {_rule(entry)} held until {entry.expires.isoformat()}; {still}"
    hint = f"{entry.owner} may set a new day" if used else "delete it"
    return _finding(kinds.ENTRY_EXPIRED.at((), message, hint=hint, subject=_subject(entry)), entry)


def _unused(entry: Entry) -> Finding:
    message = f"this entry for {_rule(entry)} matches no finding"
    return _finding(kinds.ENTRY_UNUSED.at((), message, hint="delete it", subject=_subject(entry)), entry)


def _finding(problem: Problem, entry: Entry) -> Finding:
    return finding_of(problem, place=entry.place, excerpt=entry.excerpt)


def _rule(entry: Entry) -> str:
    return " and ".join(entry.codes)


def _subject(entry: Entry) -> str:
    return f"{_rule(entry)} {entry.path or entry.fingerprint}"
