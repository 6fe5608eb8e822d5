"""Views of private Attributes: blocks with their creators, by Module (PS3.2 A.9.2, N.9.6.3)."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.model import Capability, PrivateAttribute
from dcsgen.render.language import _


class PrivateRow(Struct, frozen=True, kw_only=True):
    """A private data element, or the one that reserves the block of a creator, which has no `attribute`."""

    tag: str
    name: str
    vr: str
    vm: str
    creator: str
    attribute: PrivateAttribute | None


class PrivateBlock(Struct, frozen=True):
    """The private Attributes of one Module; `title` is empty for those of which no Module is stated."""

    title: str
    rows: tuple[PrivateRow, ...]


def private_blocks(capability: Capability) -> tuple[PrivateBlock, ...]:
    """The private Attributes by Module, each block with the element of its creator first."""
    modules: dict[str, dict[tuple[str, str], list[PrivateRow]]] = {}
    for tag, one in (capability.private_attributes or {}).items():
        group = tag[1:5]
        rows = modules.setdefault(one.module, {}).setdefault((group, one.creator), [_creator(group, one.creator)])
        rows.append(PrivateRow(tag=tag, name=one.name, vr=one.vr, vm=one.vm, creator=one.creator, attribute=one))
    return tuple(
        PrivateBlock(
            _("%(module)s Module", module=module) if module else "",
            tuple(row for rows in blocks.values() for row in rows),
        )
        for module, blocks in modules.items()
    )


def _creator(group: str, creator: str) -> PrivateRow:
    return PrivateRow(
        tag=f"({group},00xx)", name=_("Private Creator"), vr="LO", vm="1", creator=creator, attribute=None
    )
