"""Repairs: what a rule offers to change in a description, and which edits of files that comes to."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from dcsgen.base.place import Path, Place

Single = str | int | float | bool | None
"""A value that is neither a mapping nor a list."""


class SetValue(Struct, frozen=True, tag_field="change", tag="set-value"):
    """Another single value in place of the one at `path`."""

    path: Path
    value: Single


class RenameKey(Struct, frozen=True, tag_field="change", tag="rename-key"):
    """Another key for what stands at `path`, in the same place of its mapping."""

    path: Path
    key: str


class AddEntry(Struct, frozen=True, tag_field="change", tag="add-entry"):
    """A new entry at the end of the mapping at `path`; `value` is plain data."""

    path: Path
    key: str
    value: Any

    def __hash__(self) -> int:
        # The value may be a mapping, which has no hash.
        return hash((self.path, self.key))


class Reorder(Struct, frozen=True, tag_field="change", tag="reorder"):
    """Another order of the list at `path`: `order` has the present index of each item, in the new order."""

    path: Path
    order: tuple[int, ...]


Change = SetValue | RenameKey | AddEntry | Reorder


class Repair(Struct, frozen=True, kw_only=True):
    """What makes a problem go away, so surely that no human need decide: a guess is a hint, never a repair.

    `title` says it in the imperative, e.g. `write "CTImageStorage"`. All changes are made, or none; their paths are
    those of the description as it is written, before any of them is made. `keeps_facts` promises that the description
    says the same afterwards, in other words; a repair that breaks this promise is not made.
    """

    title: str
    changes: tuple[Change, ...]
    keeps_facts: bool = False


class Edit(Struct, frozen=True, order=True):
    """Text in place of that from `start` up to, not including, `end_line` and `end_column`, which count from 1."""

    start: Place
    end_line: int
    end_column: int
    text: str


class Fix(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A repair with the edits that it takes. If it cannot be made, `refused` says why, and there are no edits."""

    title: str
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...] = ()
    keeps_facts: bool = False
    refused: str = ""
