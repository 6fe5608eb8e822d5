"""What a project asks of differences: other verdicts, announced ends, steps between versions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.change import Verdict
from dcsgen.base.place import Place


class Step(StrEnum):
    """How far a version goes: its first number, its second one, or any."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"

    @property
    def rank(self) -> int:
        """0 for major, growing as the step gets smaller."""
        return list(Step).index(self)


class Versioned(StrEnum):
    """What has the version that goes up."""

    PRODUCT = "product"
    DOCUMENT = "document"


class Override(Struct, frozen=True):
    """Another verdict for a rule, by its code or slug, with the place where that is written."""

    word: str
    verdict: Verdict
    place: Place | None = None


class Announcement(Struct, frozen=True, kw_only=True):
    """The end of something, announced to its users.

    `path` leads to it, or is the beginning of paths if it ends in `*`; `rule` limits it to one sort of change. It was
    `announced` on one day, `ends` on another, and `where` says in what users could read so.
    """

    path: str
    announced: date
    ends: date
    where: str
    rule: str = ""
    place: Place | None = None


class Policy(Struct, frozen=True, kw_only=True):
    """The table `[diff]` of a configuration; the defaults hold without one.

    `fail_on` is the verdict from which a difference fails. `steps` has, by verdict, the step that versions of
    `versioned` must make.
    """

    fail_on: Verdict = Verdict.BREAKING
    overrides: tuple[Override, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    versioned: Versioned = Versioned.PRODUCT
    steps: dict[Verdict, Step] = {}


NO_POLICY = Policy()
"""What holds where nobody asks for anything."""
