"""Findings: everything that dcsgen tells a user about his documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.place import Path as Path
from dcsgen.base.place import Place as Place
from dcsgen.base.repair import Fix, Repair

_STEP = re.compile(r'\[([0-9]+)\]|"([^"]*)"|([^."\[](?:[^.\[]|\[(?![0-9]+\]))*)')
"""A step of a dotted path: an index, a key in quotes, or a key."""


class Severity(StrEnum):
    """How much a finding weighs; `--fail-on` compares by this order."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for error, growing as the weight falls."""
        return list(Severity).index(self)


class Profile(StrEnum):
    """How strict a check is; each profile runs all rules of those before it."""

    DRAFT = "draft"
    RELEASE = "release"
    STRICT = "strict"

    def includes(self, other: Profile) -> bool:
        """Whether what `other` asks for is asked for here too."""
        return list(Profile).index(other) <= list(Profile).index(self)


class Kind(Struct, frozen=True, kw_only=True):
    """A sort of finding: its code, its slug and its page in `dcsgen explain`.

    `code` is a letter and three digits (vendors: `acme/S1`), never reused; `slug` names the thing found.
    `what`, `why` and `instead` are CommonMark; `clause` names the part of the standard, if one is behind it.
    """

    code: str
    slug: str
    severity: Severity
    what: str
    why: str
    instead: str
    clause: str = ""

    def at(
        self,
        path: Path,
        message: str,
        *,
        hint: str = "",
        related: tuple[Path, ...] = (),
        subject: str = "",
        repair: Repair | None = None,
    ) -> Problem:
        """This kind of problem at a path of the description; the engine turns it into a place.

        `subject` tells problems of one kind at one path apart: see `Problem`.
        """
        return Problem(
            kind=self, path=path, message=message, hint=hint, related=related, subject=subject, repair=repair
        )


class Problem(Struct, frozen=True, kw_only=True):
    """What a rule or a stage found, before anybody looked up the place.

    `subject` is the word that the problem is about (a UID, a key, an AE Title), if the path does not hold it already.
    It identifies a finding that was accepted, so it is never taken from the wording of the message.
    `repair` is for what can be corrected without a human who decides; `dcsgen check --fix` makes it.
    """

    kind: Kind
    path: Path
    message: str
    hint: str = ""
    related: tuple[Path, ...] = ()
    on_key: bool = False
    """The key itself is wrong (unknown, misspelt), so point at it instead of at its value."""
    subject: str = ""
    repair: Repair | None = None


class Finding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem with its place, as reporters print it. `path` is dotted; `provider` names a plug-in, if it was one.

    `fingerprint` names the finding for good, see `dcsgen.base.fingerprint`; empty until a report is made.
    `accepted` is the reason why it is let through; empty if nobody accepted it. `owner` and `expires` say who answers
    for that, and until when. `fix` is the repair that it offers.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    path: str = ""
    place: Place | None = None
    excerpt: str = ""
    hint: str = ""
    related: tuple[Place, ...] = ()
    provider: str = ""
    subject: str = ""
    fingerprint: str = ""
    accepted: str = ""
    owner: str = ""
    expires: date | None = None
    fix: Fix | None = None

    @property
    def repairable(self) -> bool:
        """Whether `dcsgen check --fix` would try to repair it."""
        return self.fix is not None and not self.fix.refused and not self.accepted


def finding_of(
    problem: Problem,
    *,
    place: Place | None = None,
    excerpt: str = "",
    related: tuple[Place, ...] = (),
    provider: str = "",
) -> Finding:
    """The finding for a problem at a known place."""
    kind = problem.kind
    return Finding(
        code=kind.code,
        slug=kind.slug,
        severity=kind.severity,
        message=problem.message,
        path=dotted(problem.path),
        place=place,
        excerpt=excerpt,
        hint=problem.hint,
        related=related,
        provider=provider,
        subject=problem.subject,
    )


def is_rule(code: str) -> bool:
    """Whether a code is that of a rule, about descriptions or about changes."""
    return code.rpartition("/")[2].startswith(("S", "C"))


def covers(pattern: str, path: str) -> bool:
    """Whether a dotted path is the one that is meant, or begins like it if that ends in `*`."""
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


def dotted(path: Path) -> str:
    """`("services", "a", 0)` as `services.a[0]`; a key that holds a dot is put in quotes."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            key = f'"{step}"' if "." in step else step
            text += f".{key}" if text else key
    return text


def undotted(text: str) -> Path:
    """The path that `dotted` wrote."""
    return tuple(
        int(index) if index else quoted or plain
        for index, quoted, plain in _STEP.findall(text)
        if index or quoted or plain
    )


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and column, then by code: stable whatever order they were found in."""
    nowhere = Place("", 0, 0)
    return sorted(findings, key=lambda f: (f.place or nowhere, f.code, f.path, f.subject, f.message))
