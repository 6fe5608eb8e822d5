"""Recognises what left one place and came to another as one thing that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Action, Change
from dcsgen.base.place import Path
from dcsgen.compare.alignment import Alignment
from dcsgen.compare.items import record_at
from dcsgen.compare.noting import At, Noted
from dcsgen.compare.walk import Walk
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Form, Record

GONE = (Action.REMOVED, Action.UNSTATED)
COME = (Action.ADDED, Action.STATED)

Identity = Callable[[Change], Hashable | None]
"""What a thing is, wherever it stands; None if it cannot move."""


class Moves:
    """Joins halves of moves among what a walk has noted, and walks on between the two places."""

    def __init__(self, old: Capability, new: Capability, alignment: Alignment, walk: Walk) -> None:
        self._old, self._new, self._alignment, self._walk = old, new, alignment, walk
        self._done: set[tuple[Path, Path]] = set()

    def joined(self, noted: list[Noted]) -> list[Noted]:
        """The same changes, with one for each move. What differs between its two places are its echoes."""
        noted = self._join(noted, self._inside)
        noted = self._join(noted, self._with_owner)
        return self._join(noted, self._anywhere)

    def _join(self, noted: list[Noted], identity: Identity) -> list[Noted]:
        halves: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for index, each in enumerate(noted):
            change = each.change
            if change.field or change.action not in (*GONE, *COME):
                continue
            known = identity(change) if each.movable or identity is not self._inside else None
            if known is not None:
                halves[known][change.action in COME].append(index)
        moved: dict[int, Noted] = {}
        dropped = set()
        for gone, come in halves.values():
            # With several candidates on a side, nobody can tell which of them moved.
            if len(gone) == len(come) == 1:
                moved[gone[0]] = self._moved(noted[gone[0]].change, noted[come[0]].change)
                dropped.add(come[0])
        return [moved.get(index, each) for index, each in enumerate(noted) if index not in dropped]

    def _moved(self, gone: Change, come: Change) -> Noted:
        echoes = self._differences(gone, come)
        change = structs.replace(
            gone,
            action=Action.MOVED,
            new_path=come.new_path,
            after=come.after,
            roles=tuple(sorted({*gone.roles, *come.roles})),
            derived=gone.derived and come.derived,
            echoes=tuple(echoes),
        )
        return Noted(change)

    def _differences(self, gone: Change, come: Change) -> list[Change]:
        """What is said of the thing in its new place and was not in the old one."""
        record = record_at(gone.old_path)
        at = At(gone.old_path, come.new_path, gone.roles, come.roles)
        found = self._between(gone.before, come.after, record, at) if record is not None else []
        places = (gone.old_path[:2], come.new_path[:2])
        if len(gone.old_path) == 4 and places not in self._done:
            # An item of a top record: what the records around it say of it may differ, too.
            self._done.add(places)
            around = CAPABILITY.fields[str(gone.old_path[0])].record
            assert around is not None
            before, after = _record(self._old, places[0]), _record(self._new, places[1])
            found += self._between(before, after, around, At(*places, derived=True))
        return found

    def _between(self, before: Struct, after: Struct, record: Record, at: At) -> list[Change]:
        start = len(self._walk.noted)
        of_record = (name for name, one in record.fields.items() if one.parts or one.owner or one.form is Form.WORDS)
        leave_out = frozenset(of_record if at.derived else ())
        self._walk.records(before, after, record, at, leave_out=leave_out)
        found = [each.change for each in self._walk.noted[start:]]
        del self._walk.noted[start:]
        return found

    def _inside(self, change: Change) -> Hashable | None:
        """A part that may go from one list to another inside its top record."""
        path = change.old_path or change.new_path
        if len(path) < 5:
            return None
        top = self._new_top(change)
        return (change.subject, top, path[2], path[-2], path[-1]) if top is not None else None

    def _with_owner(self, change: Change) -> Hashable | None:
        """An item of a top record, in the same roles and with the same owner."""
        known = self._anywhere(change)
        if known is None:
            return None
        side = self._old if change.old_path else self._new
        path = (change.old_path or change.new_path)[:2]
        around = CAPABILITY.fields[str(path[0])].record
        assert around is not None
        for name, field in around.fields.items():
            if field.owner:
                owner = getattr(_record(side, path), name)
                return (known, self._alignment.translated(field.link, owner) if change.old_path else owner)
        return None

    def _anywhere(self, change: Change) -> Hashable | None:
        """An item of a top record, in the same roles."""
        path = change.old_path or change.new_path
        if len(path) != 4:
            return None
        around = CAPABILITY.fields[str(path[0])].record
        field = around.fields.get(str(path[2])) if around else None
        if field is None or not field.parts or field.form is not Form.SET:
            return None
        return (change.subject, path[0], path[2], path[3], change.roles)

    def _new_top(self, change: Change) -> Hashable | None:
        if not change.old_path:
            return change.new_path[:2]
        collection, name = (str(step) for step in change.old_path[:2])
        known = self._alignment.translated((collection,), name) if collection in self._alignment.pairs else name
        return (collection, known) if known is not None else None


def _record(capability: Capability, path: Path) -> Any:
    return getattr(capability, str(path[0]))[path[1]]
