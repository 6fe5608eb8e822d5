"""The names by which sentences of a match call the two products."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from dcsgen.base.interaction import Side
from dcsgen.model import Capability

_ORDINALS = {Side.A: "first", Side.B: "second"}


def told_apart(sides: Mapping[Side, Capability]) -> dict[Side, Capability]:
    """The products under different names: two of one name have their versions in it, or else their order."""
    names = {side: capability.product.name for side, capability in sides.items()}
    if names[Side.A] == names[Side.B]:
        names = {side: f"{names[side]} {sides[side].product.version}".strip() for side in sides}
    if names[Side.A] == names[Side.B]:
        names = {side: f"{names[side]} ({_ORDINALS[side]})" for side in sides}
    return {
        side: structs.replace(capability, product=structs.replace(capability.product, name=names[side]))
        for side, capability in sides.items()
    }
