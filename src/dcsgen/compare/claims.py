"""Lists a change under the one that explains it, so that one edit is one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from dcsgen.base.change import Action, Change
from dcsgen.compare.moves import COME, GONE
from dcsgen.compare.noting import Cause, Noted
from dcsgen.model.compared import CAPABILITY

_REFERENCES = (Action.CHANGED, Action.RENAMED)
"""What a new name of a record explains."""


def claimed(noted: Sequence[Noted]) -> list[Change]:
    """The changes that nothing explains, each with its echoes, in the order in which they were noted."""
    causes = _causes(noted)
    echoes: dict[int, list[int]] = {}
    for index, each in enumerate(noted):
        cause = _cause_of(index, each, causes, noted)
        if cause is not None:
            echoes.setdefault(cause, []).append(index)
    explained = {index for indices in echoes.values() for index in indices}
    return [_with_echoes(index, noted, echoes) for index in range(len(noted)) if index not in explained]


def _causes(noted: Sequence[Noted]) -> dict[Cause, int]:
    """The changes of whole records that came, went or were renamed, by side and path."""
    found: dict[Cause, int] = {}
    for index, each in enumerate(noted):
        change = each.change
        if change.field:
            continue
        if change.action in GONE or change.action is Action.RENAMED:
            found[True, change.old_path] = index
        if change.action in COME or change.action is Action.RENAMED:
            found[False, change.new_path] = index
    return found


def _cause_of(index: int, each: Noted, causes: dict[Cause, int], noted: Sequence[Noted]) -> int | None:
    candidates = dict.fromkeys(causes[cause] for cause in each.causes if cause in causes)
    candidates.pop(index, None)
    action = each.change.action
    renamed = [one for one in candidates if noted[one].change.action is Action.RENAMED]
    if renamed and action in _REFERENCES:
        return renamed[0]
    others = [one for one in candidates if one not in renamed]
    # A reference that goes from one that is gone to one that is new has two reasons, and is an edit of its own.
    if len(others) != 1 or action is Action.MOVED:
        return None
    return others[0]


def _with_echoes(index: int, noted: Sequence[Noted], echoes: dict[int, list[int]]) -> Change:
    change = noted[index].change
    below = [*change.echoes, *(_with_echoes(one, noted, echoes) for one in echoes.get(index, ()))]
    return structs.replace(change, echoes=tuple(in_order(below))) if below else change


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes in the order of the model, then of their paths: whatever the order of keys in the descriptions is."""
    return sorted(changes, key=_place)


_COLLECTIONS = {name.rstrip("_"): index for index, name in enumerate(CAPABILITY.fields)}


def _place(change: Change) -> tuple[object, ...]:
    path, old_path = ([str(step) for step in each] for each in (change.path, change.old_path))
    return _COLLECTIONS[path[0]], path, change.action, old_path
