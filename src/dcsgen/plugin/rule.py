"""Lint rules: what `dcsgen check` looks for in a Capability that loaded without errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from dcsgen.base.finding import Kind, Problem, Profile
from dcsgen.model import Capability


class LintRule(Struct, frozen=True):
    """A kind of finding and the function that looks for it.

    `find` takes a Capability and gives problems, each with a path into the description; it changes nothing and
    knows no files. A path may lead to a key that is not written, such as one that is missing: the finding then stands
    at the nearest thing above that is. In a draft references may mean nothing, so look them up with `get`.
    The kind's code is `S` and three digits for dcsgen's own rules, `<plug-in>/S<n>` for others.
    `profile` is the least strict profile of `dcsgen check` in which the rule runs: `Profile.DRAFT` for what is plainly
    wrong, `RELEASE` for what a statement that is published must not have, `STRICT` for what only the most careful want.
    """

    kind: Kind
    find: Callable[[Capability], Iterable[Problem]]
    profile: Profile = Profile.RELEASE
