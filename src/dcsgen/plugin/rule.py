"""Lint rules: what `dcsgen check` looks for in a Capability that loaded without errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from msgspec import Struct

from dcsgen.base import schema as schemas
from dcsgen.base.finding import Kind, Path, Problem, Profile
from dcsgen.model import Capability


class Written(Struct, frozen=True, dict=True):
    """A description as it is written: plain data, before names are resolved and the standard adds what it knows.

    All its files are joined. `given` has the paths of the records that plug-ins give, `names` all names of the
    standard as they are written, each with its path and what it is of.
    """

    data: dict[str, Any]
    given: frozenset[Path] = frozenset()

    @cached_property
    def names(self) -> tuple[tuple[Path, str, str], ...]:
        """Path, sort and text of everything that the schemas say to be a name, found once for all rules.

        The sort is `sop-class`, `transfer-syntax`, `element` or `ae-title`. In the first two, a text with `$` is a
        reference to a set. Items of sets are not among them: what they are depends on who refers to the set.
        """
        found = schemas.marked(self.data, schemas.root("description"), "x-dicom")
        return tuple((path, here["x-dicom"], node) for path, node, here in found if type(node) is str)


def nothing(looked_at: object) -> Iterable[Problem]:
    """No problems, whatever is looked at: what a rule finds where it does not look."""
    return ()


class LintRule(Struct, frozen=True):
    """A kind of finding and the function that looks for it.

    `find` takes a Capability and gives problems, each with a path into the description; it changes nothing and
    knows no files. A path may lead to a key that is not written, such as one that is missing: the finding then stands
    at the nearest thing above that is. In a draft references may mean nothing, so look them up with `get`.
    The kind's code is `S` and three digits for dcsgen's own rules, `<plug-in>/S<n>` for others.
    `profile` is the least strict profile of `dcsgen check` in which the rule runs: `Profile.DRAFT` for what is plainly
    wrong, `RELEASE` for what a statement that is published must not have, `STRICT` for what only the most careful want.
    A rule about the way in which facts are written down, which a Capability no longer shows, gives `find_written`
    instead of `find`.
    """

    kind: Kind
    find: Callable[[Capability], Iterable[Problem]] = nothing
    profile: Profile = Profile.RELEASE
    find_written: Callable[[Written], Iterable[Problem]] = nothing
