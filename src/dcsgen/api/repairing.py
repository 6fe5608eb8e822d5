"""The files of a run of repairs as they are in memory, and the trial of a repair in them."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dcsgen.api.loading import Loaded, load
from dcsgen.api.one_file import Checked, check_loaded
from dcsgen.api.own_kinds import OF_LOADING
from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding, Severity
from dcsgen.check.run import Offered
from dcsgen.host import Host
from dcsgen.load.decoding import decoded, encoded_like
from dcsgen.repair.data import changed, same
from dcsgen.repair.texts import edited
from dcsgen.resolve import kinds as resolve_kinds

_ERRORS = {kind.code for kind in OF_LOADING if kind.severity is Severity.ERROR and kind not in resolve_kinds.ALL}


class Outcome(NamedTuple):
    """What came of a trial: why it failed, or each description that has changed, checked anew."""

    trouble: str
    checked: dict[Path, Checked]


class Files:
    """Descriptions and the files that they are made of; lives while one run of repairs goes on.

    `rules` has the rules of each description, `all_rules` those of any: what a repair does to a file that several
    descriptions are made of is looked at with all of them. `contents` has what is new, by resolved paths.
    """

    def __init__(self, rules: Mapping[Path, Sequence[Offered]], host: Host) -> None:
        self.rules = rules
        self.all_rules = tuple({one.rule.kind.code: one for each in rules.values() for one in each}.values())
        self.host = host
        self.contents: dict[Path, bytes] = {}
        self._originals: dict[Path, bytes] = {}
        self._names: dict[Path, str] = {}

    def refusal(self, finding: Finding) -> str:
        """Why the files that a fix changes must not be changed; empty if they may be."""
        return next((why for file in _files_of([finding]) if (why := self._refusal(file))), "")

    def _refusal(self, file: str) -> str:
        path = _resolved(file)
        if path in self._originals:
            return ""
        try:
            mode = path.stat().st_mode
            if not stat.S_ISREG(mode):
                return f"{file} is no file that could be written again"
            if not mode & 0o222 or not os.access(path, os.W_OK):
                return f"{file} is read-only"
            self._originals[path] = path.read_bytes()
        except OSError as error:
            return f"{file} cannot be read again: {error.strerror}"
        self._names[path] = file
        return ""

    def data(self, file: str) -> bytes:
        """What a file holds by now."""
        path = _resolved(file)
        return self.contents.get(path, self._originals[path])

    def loaded(self, description: Path, contents: dict[Path, bytes]) -> Loaded:
        """A description as it is with these contents; raises `UnreadableInputError`."""
        return load(description, self.host, contents)

    def changes(self) -> Iterator[tuple[str, str, str]]:
        """Name, text before and text after of each file that changes, by name."""
        for path in sorted(self.contents, key=lambda path: self._names[path]):
            name = self._names[path]
            yield name, decoded(self._originals[path], name), decoded(self.contents[path], name)

    def new_contents(self) -> dict[Path, bytes]:
        """What is to be written, by the paths that the user knows."""
        return {Path(self._names[path]): data for path, data in self.contents.items()}

    def changed_meanwhile(self) -> Iterator[str]:
        """The files that no longer hold what they held when the run began."""
        for path in self.contents:
            try:
                now = path.read_bytes()
            except OSError:
                now = b""
            if now != self._originals[path]:
                yield self._names[path]


def attempt(files: Files, batch: Sequence[Finding]) -> Outcome:
    """Make repairs in memory. They stay if they do what they promise, and nothing else; otherwise all is as before."""
    texts = {file: decoded(files.data(file), file) for file in _files_of(batch)}
    try:
        new_texts = edited(texts, (edit for each in batch if each.fix for edit in each.fix.edits))
    except IndexError:
        return Outcome("the file has changed since it was checked", {})
    new = {_resolved(file): encoded_like(text, files.data(file)) for file, text in new_texts.items()}
    contents = {**files.contents, **new}
    checked = {}
    for description, rules in files.rules.items():
        try:
            before = files.loaded(description, files.contents)
        except UnreadableInputError:
            continue
        if not any(_resolved(source.name) in new for source in before.tree.sources):
            continue
        try:
            after = files.loaded(description, contents)
        except UnreadableInputError:
            return Outcome(f"{description} could not be read any more", {})
        look = partial(check_loaded, description, host=files.host)
        now = look(after, files.all_rules)
        trouble = _trouble(batch, look(before, files.all_rules), now, before, after)
        if trouble:
            return Outcome(trouble, {})
        checked[description] = now if len(rules) == len(files.all_rules) else look(after, rules)
    files.contents.update(new)
    return Outcome("", checked)


def _trouble(batch: Sequence[Finding], was: Checked, now: Checked, before: Loaded, after: Loaded) -> str:
    """What is not as it must be after repairs, as the end of "not repaired, because"; empty if all is well."""
    wanted = set(map(_identity, batch))
    mine = [each for each in was.findings if _identity(each) in wanted]
    try:
        expected = changed(before.tree.root, (change for each in mine if each.fix for change in each.fix.changes))
    except (KeyError, IndexError, TypeError):
        return "what is to be changed is not there, or what is to come is there already"
    if not same(after.tree.root, expected):
        return "it would change more than that"
    if before.capability is not None and after.capability is None:
        return "it would lead to an error"
    if all(each.fix and each.fix.keeps_facts for each in batch) and before.capability != after.capability:
        return "the statement would not say the same any more"
    if _errors(after.findings) > _errors(before.findings) - _errors(mine):
        return "it would lead to an error"
    counts, left = Counter(each.code for each in was.findings), Counter(each.code for each in now.findings)
    if any(left[code] > counts[code] - number for code, number in Counter(each.code for each in mine).items()):
        return "the finding would not be gone"
    return ""


def _errors(findings: Sequence[Finding]) -> int:
    """How many are errors of reading and of the schema; what is wrong with names may show only when these are gone."""
    return sum(each.code in _ERRORS for each in findings)


def _identity(finding: Finding) -> tuple[object, ...]:
    """What a finding shares with its twins: an alias shows a place under several paths, and one edit mends them all."""
    return finding.code, finding.place, finding.fix and finding.fix.edits


def _files_of(findings: Sequence[Finding]) -> list[str]:
    """The files that the fixes of findings change, each once, sorted."""
    return sorted({edit.start.file for each in findings if each.fix for edit in each.fix.edits})


def _resolved(file: str) -> Path:
    return Path(file).resolve()
