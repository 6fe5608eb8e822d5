"""From a layout and a view to the section tree of one document: what stands there, in which order and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from dcsgen.base.errors import UsageError
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.plugin.layout import OutlineSection, WhenEmpty
from dcsgen.render.numbering import child_number

Context = Mapping[str, Any]


class Node(Struct, frozen=True, kw_only=True):
    """A section that will be printed. `context` is what its part can see; `applicable` is false for an N/A one.

    `none` is the sentence that there is nothing of what it is about, if that is stated, in the place of its part.
    """

    id: str
    number: str
    title: str
    level: int
    part: str
    context: Context
    landscape: bool
    applicable: bool
    none: str
    needs: tuple[str, ...]
    children: tuple[Node, ...]


def expand(
    sections: Sequence[OutlineSection], context: Context, title_of: Callable[[str, Context], str]
) -> tuple[Node, ...]:
    """The nodes for an outline. `title_of` renders a title; `each` and `about` are looked up in `context`.

    Raises `UsageError` for a value that no view has, and for an id that two sections have.
    """
    twice = [id for id, count in Counter(_single(sections)).items() if count > 1]
    if twice:
        raise UsageError(f"the outline of the layout has two sections with the id {quoted(twice[0])}")
    return _expand(sections, context, title_of, "", 1, "")


def _expand(
    sections: Sequence[OutlineSection],
    context: Context,
    title_of: Callable[[str, Context], str],
    parent: str,
    level: int,
    suffix: str,
) -> tuple[Node, ...]:
    nodes: list[Node] = []
    counts: dict[str, int] = {}
    for section in sections:
        for inner, tail in _occurrences(section, context, suffix):
            # Without a part and without sections below, nothing can be said yet.
            sayable = bool(section.part or section.sections)
            applicable = bool(look_up(section.about, inner, section.id)) if section.about else sayable
            if not applicable and section.empty is WhenEmpty.DROP:
                continue
            # What does not apply has no sub-sections (PS3.2 N.5.3.3.7).
            hollow = not applicable and section.empty is WhenEmpty.NOT_APPLICABLE
            index = counts.get(section.number, 0)
            number = child_number(parent, index, section.number)
            below = () if hollow else section.sections
            children = _expand(below, inner, title_of, number, level + 1, tail)
            if section.sections and not children and not section.part:
                # Nothing of what it is about is there.
                if section.empty is WhenEmpty.DROP:
                    continue
                hollow = hollow or section.empty is WhenEmpty.NOT_APPLICABLE
            counts[section.number] = index + 1
            nodes.append(
                Node(
                    id=section.id + tail,
                    number=number,
                    title=title_of(section.title, inner),
                    level=level,
                    part=section.part,
                    context=inner,
                    landscape=section.landscape,
                    applicable=not hollow,
                    none=look_up(section.none, inner, section.id) if section.none else "",
                    needs=section.needs,
                    children=children,
                )
            )
    return tuple(nodes)


def _occurrences(section: OutlineSection, context: Context, suffix: str) -> list[tuple[Context, str]]:
    if not section.each:
        named = {section.as_: look_up(section.about, context, section.id)} if section.as_ and section.about else {}
        return [({**context, **named}, suffix)]
    items = look_up(section.each, context, section.id)
    if not isinstance(items, tuple | list) or not all(hasattr(item, "id") for item in items):
        raise UsageError(f"{_called(section.id)}: {quoted(section.each)} is no collection of things with names")
    return [({**context, section.as_: item}, f"{suffix}-{anchor(item.id)}") for item in items]


def _single(sections: Sequence[OutlineSection]) -> Iterator[str]:
    """The ids of the sections that stand once, and so have nothing behind their ids."""
    for section in sections:
        if not section.each:
            yield section.id
            yield from _single(section.sections)


def look_up(path: str, context: Context, section: str) -> Any:
    """The value of a dotted path such as `ae.initiated` in a context; raises `UsageError` if it leads nowhere."""
    value: Any = None
    for step, name in enumerate(path.split(".")):
        if not (hasattr(value, name) if step else name in context):
            known = list(getattr(value, "__struct_fields__", ())) if step else list(context)
            hint = did_you_mean(name, known) or f"there is {listed(known, 'and') or 'nothing'}"
            raise UsageError(f"{_called(section)}: there is no {quoted(name)} of {quoted(path)}; {hint}")
        value = getattr(value, name) if step else context[name]
    return value


def _called(section: str) -> str:
    return f"the section {quoted(section)} of the layout"


def anchor(text: str) -> str:
    """Text as a part of an HTML id: letters and digits in small, everything else a dash."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
