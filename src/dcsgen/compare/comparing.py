"""Compares two Capabilities: aligns, walks, joins moves, lists echoes under their causes."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.change import Comparison
from dcsgen.compare.alignment import Alignment, Pins, same_product
from dcsgen.compare.claims import claimed, in_order
from dcsgen.compare.moves import Moves
from dcsgen.compare.noting import At
from dcsgen.compare.walk import Walk
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY


class Partial(Struct, frozen=True):
    """Which sides say only a part of what there is, as a draft does: what is missing there may still be."""

    old: bool = False
    new: bool = False


COMPLETE = Partial()


def compare(
    old: Capability,
    new: Capability,
    *,
    pins: Pins | None = None,
    partial: Partial = COMPLETE,
    versions: bool | None = None,
) -> Comparison:
    """The facts in which two Capabilities differ, in the order of the model and of paths.

    With `versions`, what has the same name is the same thing, and what is alike was renamed; without, the two are of
    different products and things are aligned by what they do. By default, it depends on vendor and name of the product.
    `pins` says which record of the old side is which of the new one, by collection.
    """
    if versions is None:
        versions = same_product(old, new)
    alignment = Alignment(old, new, versions=versions, pins=pins or {})
    walk = Walk(alignment, partial=(partial.old, partial.new), versions=versions)
    walk.records(old, new, CAPABILITY, At((), ()))
    noted = Moves(old, new, alignment, walk).joined(list(walk.noted))
    pairs = sorted(alignment.all, key=lambda one: ([str(step) for step in one.path], one.old))
    return Comparison(changes=tuple(in_order(claimed(noted))), alignment=tuple(pairs))
