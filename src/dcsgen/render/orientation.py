"""Which sections stand on pages on their side: those that a layout wants so, and what goes with them.

A page in another direction begins a new sheet. What has no text of its own is not worth one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from dcsgen.plugin.statement import Section


def oriented(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with the direction of their pages.

    Headings alone, and sections that only say N/A, go where the next text goes; behind the last text, where that is. An
    annex begins a new page anyway.
    """
    groups: list[list[Section]] = [[]]
    for section in sections:
        if section.is_annex and not section.is_hollow:
            groups.append([])
        groups[-1].append(section)
    return tuple(section for group in groups for section in _together(group))


def _together(sections: Sequence[Section]) -> Iterator[Section]:
    every = [section for one in sections for section in _below(one)]
    texts = [section.landscape for section in every if _has_text(section)] or [False]
    directions = []
    following = 0
    for section in every:
        directions.append(texts[min(following, len(texts) - 1)])
        following += _has_text(section)
    taken = iter(directions)
    return (_turned(section, taken) for section in sections)


def _below(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _below(child)


def _has_text(section: Section) -> bool:
    return section.applicable and (section.landscape or bool(section.html.strip()))


def _turned(section: Section, directions: Iterator[bool]) -> Section:
    landscape = next(directions)
    children = tuple(_turned(child, directions) for child in section.children)
    return structs.replace(section, landscape=landscape, children=children)
