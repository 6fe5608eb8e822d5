"""Compares two descriptions: the facts in which they differ, each with its place on both sides."""

from __future__ import annotations

from dcsgen.api.loading import Loaded
from dcsgen.base.change import Comparison
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.compare import COMPLETE, Partial, Pins, Written, placed
from dcsgen.compare import compare as facts
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY

Side = Loaded | Capability
"""What can be compared; only what was read from files has places."""


def compare(
    old: Side,
    new: Side,
    *,
    pins: Pins | None = None,
    partial: Partial = COMPLETE,
    versions: bool | None = None,
) -> Comparison:
    """The facts in which two descriptions differ, and which record was held against which.

    `pins` says which record of the old side is which of the new one: `{"application_entities": {"STORE": "ARCHIVE"}}`.
    `partial` names the sides that say only a part of what there is; what is missing there is not taken for gone.
    With `versions`, records of the same name are the same, without it they are aligned by what they do; left alone, it
    is true if vendor and name of the product are the same.

    Raises `UsageError` for a pin that means nothing, `UnreadableInputError` for a description with errors.
    """
    before, after = _capability(old), _capability(new)
    checked = dict(pins or {})
    _check_pins(checked, before, after)
    comparison = facts(before, after, pins=checked, partial=partial, versions=versions)
    if isinstance(old, Capability) and isinstance(new, Capability):
        return comparison
    return placed(comparison, _written(old), _written(new))


def _capability(side: Side) -> Capability:
    if isinstance(side, Capability):
        return side
    if side.capability is None:
        name = side.tree.sources[0].name if side.tree.sources else "the description"
        raise UnreadableInputError(f"{name} has errors, so it cannot be compared; dcsgen check {name} lists them.")
    return side.capability


def _written(side: Side) -> Written | None:
    if isinstance(side, Capability) or side.capability is None:
        return None
    return Written(side.capability, side.tree)


def _check_pins(pins: Pins, old: Capability, new: Capability) -> None:
    named = [name for name, field in CAPABILITY.fields.items() if field.named]
    for collection, pairs in pins.items():
        if collection not in named:
            raise UsageError(f'"{collection}" has no records that can be pinned; there are {", ".join(named)}.')
        for side, names in ((old, list(pairs)), (new, list(pairs.values()))):
            known = getattr(side, collection)
            which = "old" if side is old else "new"
            for name in names:
                if name not in known:
                    raise UsageError(f'"{name}" is pinned, but the {which} description has no {collection}.{name}.')
                if names.count(name) > 1:
                    raise UsageError(f'"{name}" of the {which} description is pinned twice in {collection}.')
