"""Which sections stand on pages on their side: those that a layout wants so, and what goes with them.

A page in another direction begins a new sheet. What has no text of its own is not worth one.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from dcsgen.plugin.statement import Section


def oriented(sections: Sequence[Section], before: bool = False) -> tuple[Section, ...]:
    """The sections with the direction of their pages. `before` says whether what comes before lies on its side.

    A heading alone goes where the first text below it goes; a section that only says N/A stays where it would begin.
    """
    found = []
    for section in sections:
        if not section.applicable:
            wide = before
        elif section.html.strip() or not section.children:
            wide = section.landscape
        else:
            wide = section.landscape or _first(section.children, before)
        children = oriented(section.children, wide)
        found.append(structs.replace(section, landscape=wide, children=children))
        before = _last(found[-1])
    return tuple(found)


def _first(sections: Sequence[Section], before: bool) -> bool:
    """The direction of the first text of some sections."""
    section = sections[0]
    if not section.applicable:
        return before
    if section.html.strip() or not section.children:
        return section.landscape
    return section.landscape or _first(section.children, before)


def _last(section: Section) -> bool:
    return _last(section.children[-1]) if section.children else section.landscape
