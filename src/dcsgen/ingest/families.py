"""The family of layouts that a document has: by the titles that one of them alone has."""

from __future__ import annotations

from functools import cache

from dcsgen.ingest.sections import LAYOUTS, reduced, titles_of
from dcsgen.plugin.document import Document, Heading

FREE = "free form"

DEEPEST = {"ps3.2-annex-n": 2, "ps3.2-annex-a": 4, "tr62266": 4}
"""Levels of each layout whose titles tell it; below, Annex N has the names of services as anybody calls them."""

ENOUGH = 3
"""Titles of one layout alone that a document has to have."""

_VARIANTS = {
    "ps3.2-annex-n": ("dicom web services overview", "content and transfer overview", "dimse services overview"),
    "ps3.2-annex-a": (
        *("networking", "media interchange", "support of character sets", "support of extended character sets"),
        *("network interfaces", "ae title presentation address mapping", "association policies"),
        *("functional definition of aes", "functional definitions of aes", "transformation of dicom to cda"),
        *("conformance statement overview", "media storage application profile"),
    ),
    "tr62266": (
        *("ae specification", "communications profiles", "communication profiles", "supported communications stacks"),
        *("supported communication stacks", "osi stack", "tcp ip stack", "physical media support"),
        *("extensions specializations privatizations", "extensions specialisations privatisations"),
        *("extensions specialisation s privatisation s", "support of extended character sets"),
        *("association establishment policies", "association initiation by real world activity"),
        *("functional definition of application entities", "point to point stack"),
    ),
}
"""What vendors call the sections that tell a family, reduced."""


def family_of(document: Document) -> str:
    """The name of the layout of dcsgen that is of the same family; `free form` if it is of none."""
    headings = {reduced(block.text) for block in document.blocks if isinstance(block, Heading)}
    found = {layout: len(headings & _telling()[layout]) for layout in LAYOUTS}
    best = max(LAYOUTS, key=lambda layout: found[layout])
    others = max(count for layout, count in found.items() if layout != best)
    return best if found[best] >= ENOUGH and found[best] > others else FREE


@cache
def _telling() -> dict[str, frozenset[str]]:
    """The titles by which each layout is told from the others."""
    titles = {
        layout: {reduced(title) for _, title, depth in titles_of(layout) if depth <= DEEPEST[layout]}
        | set(_VARIANTS[layout])
        for layout in LAYOUTS
    }
    return {
        layout: frozenset(own - set().union(*(titles[other] for other in LAYOUTS if other != layout)))
        for layout, own in titles.items()
    }
