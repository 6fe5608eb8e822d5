"""Requirements: what a site needs of a product, how much that matters, and how far a product meets it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from dcsgen.base.place import Path, Place

ALL_OF, ANY_OF = "all_of", "any_of"
"""Kinds of needs that consist of others."""


class Importance(StrEnum):
    """How much a requirement matters: a product has to meet it, it should, or meeting it gives points."""

    MANDATORY = "mandatory"
    DESIRED = "desired"
    WEIGHTED = "weighted"


class Fulfilment(StrEnum):
    """How far a product meets a requirement, by what it states; what it does not state is never `not met`."""

    MET = "met"
    CONDITIONS = "met with conditions"
    NOT_STATED = "not stated"
    NOT_MET = "not met"

    @property
    def rank(self) -> int:
        """0 for met, growing as less is sure."""
        return list(Fulfilment).index(self)

    @property
    def holds(self) -> bool:
        """Whether the requirement is met, with or without conditions."""
        return self in (Fulfilment.MET, Fulfilment.CONDITIONS)


def of_all(each: Iterable[Fulfilment]) -> Fulfilment:
    """The fulfilment of several things of which each is needed; without any, it is met."""
    return max(each, key=lambda one: one.rank, default=Fulfilment.MET)


def of_any(each: Iterable[Fulfilment]) -> Fulfilment:
    """The fulfilment of several things of which one is enough; without any, it is not met."""
    return min(each, key=lambda one: one.rank, default=Fulfilment.NOT_MET)


class Ground(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One reason of an answer: a sentence about what the product states, and where it does.

    `condition` says what has to be bought, set or observed where the fulfilment is `met with conditions`. `paths` lead
    into the description; of what is not stated, to where it would stand. `places` are those in its files.
    """

    fulfilment: Fulfilment
    sentence: str
    condition: str = ""
    paths: tuple[Path, ...] = ()
    places: tuple[Place, ...] = ()


class Needed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is needed: `wanted` in the words of a kind of requirement, or `members`, if `kind` is all or any of them.

    `title` says it in a few words.
    """

    kind: str
    title: str
    wanted: dict[str, Any] = {}
    members: tuple[Needed, ...] = ()


class Requirement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One requirement of a profile; `name` is its key there, `purpose` says what it is for.

    `weight` counts in the score; it is 0 for a mandatory one. `clause` is that of a standard, `reference` any other
    document. `unverified` is true for one that follows from facts that nobody has seen in the document they are from.
    """

    name: str
    title: str
    purpose: str
    importance: Importance
    need: Needed
    weight: float = 0
    clause: str = ""
    reference: str = ""
    unverified: bool = False
    place: Place | None = None


class RequirementProfile(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a site needs, as one file says it. `sources` are the documents it is from, `remarks` what readers must know.

    `file` is what it was called, `sha256` the digest of its bytes.
    """

    name: str
    requirements: tuple[Requirement, ...]
    purpose: str = ""
    version: str = ""
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    file: str = ""
    sha256: str = ""
