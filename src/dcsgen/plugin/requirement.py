"""Kinds of requirements: what `dcsgen assess` can ask of a product, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from dcsgen.base.finding import Path
from dcsgen.base.requirement import Ground
from dcsgen.model import Capability


class Grading(Struct, frozen=True, kw_only=True):
    """How many sections of a layout a description fills, and how many apply at all."""

    complete: int
    partial: int
    missing: int

    @property
    def total(self) -> int:
        """The sections that apply."""
        return self.complete + self.partial + self.missing


def ungraded(layout: str) -> Grading | None:
    """No grade, whatever the layout is."""
    return None


class Candidate(Struct, frozen=True, kw_only=True):
    """A product that is assessed, by its description.

    With `draft`, the description says only a part of what there is, so that what is missing is not stated. `grade`
    says how complete the description is for a layout; None if nobody can tell.
    """

    capability: Capability
    draft: bool = False
    grade: Callable[[str], Grading | None] = ungraded

    def lists(self, records: Mapping[str, Any] | None) -> bool:
        """Whether what is missing in these records is not there: they are stated, and the description is whole."""
        return bool(records) and not self.draft


class Wrong(Struct, frozen=True, kw_only=True):
    """What is wrong with a requirement though its form is right; `path` is inside of it."""

    path: Path
    message: str
    hint: str = ""


def nothing_wrong(wanted: Mapping[str, Any]) -> Iterable[Wrong]:
    """Nothing, whatever is wanted."""
    return ()


class RequirementKind(Struct, frozen=True, kw_only=True):
    """A kind of requirement: the key `name` of a requirement, and what stands below it.

    `schema` is a JSON Schema (draft 2020-12) of that. It may refer to the published schemas by their file names, and
    marks names of the standard by `x-dicom`, so that they are looked up. `title` and `what` tell people what is
    asked for, `example` is a requirement of the kind. `words` says in a few words what is wanted.

    `judge` gives grounds, each about one thing that is wanted; the product meets the requirement if it meets all of
    them. `check` says what is wrong with what is wanted beyond its form. Both take plain data after the schema, with
    names replaced by what they mean: a SOP Class is a mapping with `uid` and `name`.
    """

    name: str
    title: str
    what: str
    schema: dict[str, Any]
    example: dict[str, Any]
    words: Callable[[Mapping[str, Any]], str]
    judge: Callable[[Mapping[str, Any], Candidate], Iterable[Ground]]
    check: Callable[[Mapping[str, Any]], Iterable[Wrong]] = nothing_wrong
